// The connection: how it is opened and tightened, what its failures are called, and its transactions.
//
//     SQLITE_FULL  ->  Error{storage, "war.ledger", "the disk is full; nothing was kept of this dispatch"}
//
// What a file may hold is not trusted: views and tables cannot call functions that do anything (trusted_schema off),
// triggers do not run, shadow tables cannot be written by SQL (defensive). Source: https://sqlite.org/security.html
#include "ledger/database.h"

#include <sqlite3.h>

#include "base/utf8.h"

namespace sayso::ledger {
namespace {

std::string uri_of(const std::string& path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char byte : path) {
    if (plain.find(byte) != std::string_view::npos) {
      uri += byte;
    } else {
      uri += '%';
      uri += digits[static_cast<unsigned char>(byte) >> 4];
      uri += digits[static_cast<unsigned char>(byte) & 15];
    }
  }
  return uri;
}

// folded(text): text as names are compared, for `instr(folded(name), ?)`. Not for use by what the file itself defines.
void folded(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(values[0]));
  if (bytes == nullptr) return sqlite3_result_null(context);
  const std::string result = fold({bytes, static_cast<std::size_t>(sqlite3_value_bytes(values[0]))});
  sqlite3_result_text64(context, result.data(), result.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

Error described(int code, const char* words) {
  const std::string said = words == nullptr ? "" : words;
  switch (code & 0xFF) {
    case SQLITE_FULL:
      return {ErrorCode::storage, {}, "the disk is full; nothing was kept of this dispatch"};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::storage,
              {},
              "another program is writing to this ledger; gave up after " + std::to_string(patience.count() / 1000) +
                  " seconds"};
    case SQLITE_READONLY:
    case SQLITE_PERM:
      return {ErrorCode::storage, {}, "the file or its folder cannot be written"};
    case SQLITE_CANTOPEN:
      return {ErrorCode::storage, {}, "the file, or the one SQLite keeps beside it, cannot be opened"};
    case SQLITE_IOERR:
      return {ErrorCode::storage, {}, "the disk failed (" + said + ")"};
    case SQLITE_NOMEM:
      return {ErrorCode::storage, {}, "out of memory"};
    case SQLITE_TOOBIG:
      return {ErrorCode::too_large, {}, "a text is longer than a ledger can keep (1 GB)"};
    case SQLITE_NOTADB:
      return {ErrorCode::bad_ledger, {}, "not a sayso ledger (not an SQLite file)"};
    case SQLITE_CONSTRAINT:
      return {ErrorCode::bad_ledger, {}, "a row contradicts one that is kept (" + said + ")"};
    case SQLITE_CORRUPT:
      return {ErrorCode::bad_ledger, {}, "the ledger is damaged (" + said + ")"};
    default:
      return {ErrorCode::bad_ledger, {}, "the ledger is not as sayso makes it (" + said + ")"};
  }
}

}  // namespace

Database::Database(const std::filesystem::path& file, Access access) : where_(file.string()) {
  int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  std::string name = ":memory:";
  if (access != Access::memory) {
    // Absolute, so that no name is taken for an address or for ":memory:".
    std::error_code ignored;
    name = std::filesystem::absolute(file, ignored).string();
  }
  if (access == Access::read_only) flags = SQLITE_OPEN_READONLY;
  if (access == Access::immutable) {
    flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_URI;
    name = uri_of(name) + "?immutable=1";
  }
  if (const int code = sqlite3_open_v2(name.c_str(), &connection_, flags, nullptr); code != SQLITE_OK) {
    fail(code);
    return;
  }
  sqlite3_extended_result_codes(connection_, 1);
  wait_for_others(patience);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DML, 0, nullptr);
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_DQS_DDL, 0, nullptr);
  sqlite3_create_function_v2(connection_, "folded", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nullptr,
                             folded, nullptr, nullptr, nullptr);
  run_script(
      "PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA cell_size_check = ON; PRAGMA temp_store = MEMORY; "
      // Bytes that hold nothing are zeros: what once stood in them depends on which pages were in memory.
      "PRAGMA secure_delete = ON;");
}

Database::~Database() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close_v2(connection_);
}

sqlite3_stmt* Database::prepare(std::string_view sql) {
  if (failed()) return nullptr;
  if (const auto kept = statements_.find(sql); kept != statements_.end()) return kept->second;
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(connection_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) {
    fail(code);
    return nullptr;
  }
  statements_.emplace(sql, statement);
  return statement;
}

void Database::run_script(const char* sql) {
  if (failed()) return;
  if (const int code = sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr); code != SQLITE_OK) fail(code);
}

void Database::wait_for_others(std::chrono::milliseconds longest) {
  sqlite3_busy_timeout(connection_, static_cast<int>(longest.count()));
}

std::int64_t Database::last_row_id() const { return sqlite3_last_insert_rowid(connection_); }

bool Database::in_transaction() const { return connection_ != nullptr && sqlite3_get_autocommit(connection_) == 0; }

void Database::roll_back() {
  // Some failures (full disk, I/O) have rolled back already; then there is nothing to take back.
  if (in_transaction()) sqlite3_exec(connection_, "ROLLBACK", nullptr, nullptr, nullptr);
}

bool Database::read_only() const { return sqlite3_db_readonly(connection_, "main") == 1; }

void Database::fail(Error error) {
  if (failed()) return;
  if (error.where.empty()) error.where = where_;
  error_ = std::move(error);
}

void Database::fail(int sqlite_code) { fail(described(sqlite_code, sqlite3_errmsg(connection_))); }

void Database::damaged(std::string what) { fail({ErrorCode::bad_ledger, {}, "the ledger is damaged (" + what + ")"}); }

std::optional<Error> Database::take_error() { return std::exchange(error_, std::nullopt); }

Transaction::Transaction(Database& database, Kind kind) : database_(database), outermost_(!database.in_transaction()) {
  if (outermost_) database_.run_script(kind == Kind::write ? "BEGIN IMMEDIATE" : "BEGIN");
}

Transaction::~Transaction() {
  if (outermost_) database_.roll_back();
}

bool Transaction::commit() {
  if (outermost_) database_.run_script("COMMIT");
  return !database_.failed();
}

Part::Part(Database& database) : database_(database) { database_.run("SAVEPOINT part"); }

Part::~Part() {
  if (kept_ || !database_.in_transaction()) return;
  // Should even this fail, half a dispatch would stand in the transaction: then all of it must go.
  if (sqlite3_exec(database_.handle(), "ROLLBACK TO part; RELEASE part", nullptr, nullptr, nullptr) != SQLITE_OK)
    database_.roll_back();
}

bool Part::keep() {
  kept_ = database_.run("RELEASE part");
  return kept_;
}

}  // namespace sayso::ledger
