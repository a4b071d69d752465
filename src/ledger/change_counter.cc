// Puts the change counter into the header, around SQLite, while nobody else may read or write.
//
//     00 00 00 07 … 00 00 00 07  ->  00 00 03 02 … 00 00 03 02
//
// The two places are written one after the other. Cut off between them, they differ, and SQLite then takes the size of
// the file from the file and not from the header: nothing is lost.
#include "ledger/change_counter.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>

#include "ledger/database.h"

namespace sayso::ledger {
namespace {

using Number = std::array<unsigned char, 4>;
constexpr sqlite3_int64 counter_at = 24;
constexpr sqlite3_int64 valid_for_at = 92;
constexpr std::uint32_t step = 64;  // versions of the tables that can be told apart

Number big_endian(std::uint32_t value) {
  return {static_cast<unsigned char>(value >> 24U), static_cast<unsigned char>(value >> 16U),
          static_cast<unsigned char>(value >> 8U), static_cast<unsigned char>(value)};
}

// False if it could not be made so.
bool make(sqlite3_file& file, sqlite3_int64 at, const Number& wanted, bool& changed) {
  Number found{};
  if (file.pMethods->xRead(&file, found.data(), int{4}, at) != SQLITE_OK) return false;
  if (found == wanted) return true;
  changed = true;
  return file.pMethods->xWrite(&file, wanted.data(), int{4}, at) == SQLITE_OK;
}

}  // namespace

void count_by_content(Database& database) {
  const auto dispatches = database.number("SELECT ifnull(max(row_id), 0) FROM dispatches");
  const auto version = database.number("PRAGMA user_version");
  if (database.failed() || database.in_transaction()) return;
  {
    auto mode = database.select("PRAGMA journal_mode");
    if (!mode.next() || mode.text(0) != "delete") return;
  }
  database.run_script("BEGIN EXCLUSIVE");
  sqlite3_file* file = nullptr;
  if (!database.failed() &&
      sqlite3_file_control(database.handle(), "main", SQLITE_FCNTL_FILE_POINTER, &file) == SQLITE_OK &&
      file != nullptr && file->pMethods != nullptr) {
    const Number counter =
        big_endian(static_cast<std::uint32_t>(*dispatches) * step + static_cast<std::uint32_t>(*version));
    bool changed = false;
    const bool made = make(*file, counter_at, counter, changed) && make(*file, valid_for_at, counter, changed);
    if (made && changed) file->pMethods->xSync(file, SQLITE_SYNC_NORMAL);
  }
  database.roll_back();
}

}  // namespace sayso::ledger
