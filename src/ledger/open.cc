// Opening: what the path is, what the file's header says, then SQLite.
//
//     notes.txt          -> bad_ledger "not a sayso ledger (not an SQLite file)"
//     firefox.sqlite     -> bad_ledger "an SQLite file of another program"
//     a folder           -> unreadable "is a folder, not a ledger"
//     (nothing there)    -> a new ledger, made in one transaction; with read_only: unreadable
//
// A ledger is made in SQLite's rollback mode, so the header on disk names us as soon as the file is not empty; an
// unfinished creation is rolled back by the next opening. Left out on purpose: repair. Header:
// https://sqlite.org/fileformat2.html#1.3
#include "ledger/open.h"

#include <array>
#include <chrono>
#include <fstream>
#include <string_view>
#include <thread>

#include "ledger/change_counter.h"
#include "ledger/schema.h"

namespace sayso::ledger {
namespace {

using namespace std::string_view_literals;
constexpr std::string_view magic = "SQLite format 3\0"sv;

struct Header {
  bool sqlite = false;
  bool write_ahead = false;  // pages may stand in the -wal file only
  std::int64_t application = 0;
};

std::optional<Error> refuse(ErrorCode code, const std::filesystem::path& file, std::string message) {
  return Error{code, file.string(), std::move(message)};
}

Result<Header> read_header(const std::filesystem::path& file) {
  std::array<char, 100> bytes{};
  std::ifstream stream(file, std::ios::binary);
  if (!stream) return *refuse(ErrorCode::unreadable, file, "cannot be read");
  stream.read(bytes.data(), bytes.size());
  const auto big_endian = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[i]);
    return value;
  };
  return Header{.sqlite = stream.gcount() == 100 && std::string_view(bytes.data(), magic.size()) == magic,
                .write_ahead = bytes[18] == 2 || bytes[19] == 2,
                .application = static_cast<std::int64_t>(big_endian(68))};
}

std::optional<Error> refuse_by_path(const std::filesystem::path& file, bool reading) {
  if (file.empty()) return refuse(ErrorCode::wrong_use, file, "a ledger needs a path");
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (std::filesystem::is_directory(status)) return refuse(ErrorCode::unreadable, file, "is a folder, not a ledger");
  if (std::filesystem::is_regular_file(status)) return std::nullopt;
  if (status.type() != std::filesystem::file_type::not_found) {
    return refuse(ErrorCode::unreadable, file, error ? error.message() : "is not an ordinary file");
  }
  if (reading) return refuse(ErrorCode::unreadable, file, "there is no such ledger");
  const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  if (!std::filesystem::is_directory(folder, error))
    return refuse(ErrorCode::unreadable, file, "its folder does not exist");
  return std::nullopt;
}

// What SQLite sees, which after a crash can be newer than the header on disk.
void look_inside(Database& database, bool reading) {
  const auto application = database.number("PRAGMA application_id");
  const auto version = database.number("PRAGMA user_version");
  const auto tables = database.number("SELECT count(*) FROM sqlite_schema");
  if (database.failed()) return;
  if (*application == 0 && *tables == 0 && *version == 0) {
    if (reading) return database.fail({ErrorCode::bad_ledger, {}, "the file is empty, not a ledger"});
    if (database.read_only())
      return database.fail({ErrorCode::storage, {}, "the file or its folder cannot be written"});
    migrate(database);
  } else if (*application != application_id) {
    return database.fail({ErrorCode::bad_ledger, {}, "an SQLite file of another program, not a sayso ledger"});
  } else if (*version > schema_version || *version < 1) {
    return database.fail({ErrorCode::bad_ledger,
                          {},
                          "made by a newer sayso (its format is " + std::to_string(*version) + ", this program knows " +
                              std::to_string(schema_version) + ")"});
  } else if (*version < schema_version) {
    if (reading) {
      return database.fail(
          {ErrorCode::bad_ledger,
           {},
           "of an older format (" + std::to_string(*version) + "); opening it for writing brings it up to date"});
    }
    migrate(database);
  }
  check_schema(database);
}

std::optional<Error> cannot_open_quietly(const std::filesystem::path& file) {
  return refuse(ErrorCode::storage, file,
                "its last writer did not finish and the folder cannot be written; copy the ledger together with its "
                "'-wal' file to "
                "a folder that can");
}

}  // namespace

Result<std::unique_ptr<Database>> open_database(const std::filesystem::path& file, Ledger::Mode mode) {
  const bool reading = mode == Ledger::Mode::read_only;
  if (auto error = refuse_by_path(file, reading)) return *error;
  std::error_code ignored;
  const bool there = std::filesystem::exists(file, ignored);
  bool write_ahead = false;
  if (there && std::filesystem::file_size(file, ignored) > 0) {
    const Result<Header> header = read_header(file);
    if (!header) return header.error();
    if (!header->sqlite) return *refuse(ErrorCode::bad_ledger, file, "not a sayso ledger (not an SQLite file)");
    if (header->application != application_id) {
      return *refuse(ErrorCode::bad_ledger, file, "an SQLite file of another program, not a sayso ledger");
    }
    write_ahead = header->write_ahead;
  }
  auto database =
      std::make_unique<Database>(file, reading ? Database::Access::read_only : Database::Access::create_or_write);
  look_inside(*database, reading);
  auto error = database->take_error();
  // A read-only disk has no room for the files beside a ledger in WAL mode. Without a -wal file all pages stand in the
  // one file, which nobody can be writing there.
  if (error && reading && write_ahead && error->code == ErrorCode::storage) {
    auto wal = file;
    wal += "-wal";
    if (std::filesystem::exists(wal, ignored) && std::filesystem::file_size(wal, ignored) > 0)
      return *cannot_open_quietly(file);
    database = std::make_unique<Database>(file, Database::Access::immutable);
    look_inside(*database, reading);
    error = database->take_error();
  }
  if (error && !there && error->code == ErrorCode::storage && !std::filesystem::exists(file, ignored)) {
    return *refuse(ErrorCode::storage, file, "its folder cannot be written");
  }
  if (error) return *error;
  return database;
}

void begin_writing(Database& database) {
  if (database.failed()) return;
  if (database.read_only()) return database.fail({ErrorCode::storage, {}, "the file or its folder cannot be written"});
  using namespace std::chrono_literals;
  const auto until = std::chrono::steady_clock::now() + 1s;
  std::optional<Error> error;
  database.wait_for_others(0ms);
  do {
    {
      auto rows = database.select("PRAGMA journal_mode = WAL");
      if (rows.next() && rows.text(0) == "wal") break;
    }
    error = database.take_error();
    if (error && error->code != ErrorCode::storage) break;
    std::this_thread::sleep_for(10ms);  // somebody reads at this very moment; that lasts milliseconds
  } while (std::chrono::steady_clock::now() < until);
  // Or somebody reads without end. Rollback mode is as safe; only readers and writer then wait for each other.
  database.wait_for_others(patience);
  if (error && error->code != ErrorCode::storage) database.fail(*error);
}

void rest(Database& database) {
  database.take_error();
  database.wait_for_others({});
  if (!database.read_only()) {
    database.run_script("PRAGMA journal_mode = DELETE");
    count_by_content(database);
  }
  database.take_error();
}

}  // namespace sayso::ledger
