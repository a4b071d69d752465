// One SQLite connection. The first failure sticks: every statement after it does nothing, and whoever owns the work
// looks once, at its end.
//
//     database.run("INSERT INTO claim_notes VALUES (?, ?, ?)", claim, 1, note);
//     auto rows = database.select("SELECT note FROM claim_notes WHERE claim = ?", claim);
//     while (rows.next()) use(rows.text(0));
//     if (auto error = database.take_error()) return *error;
//
// Values are always bound, never written into the SQL. Statements are prepared once and kept. One thread at a time.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/rows.h"
#include "sayso/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace sayso::ledger {

constexpr std::chrono::milliseconds patience{5000};  // how long to wait for another writer

class Database {
 public:
  enum class Access : std::uint8_t { create_or_write, read_only, immutable, memory };

  // Opens without reading anything of the file. A failure sticks like any other.
  Database(const std::filesystem::path& file, Access access);
  ~Database();
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;

  // Starts a query. The SQL text is the key under which its statement is kept.
  template <typename... Values>
  Rows select(std::string_view sql, const Values&... values) {
    Rows rows(*this, prepare(sql));
    int parameter = 0;
    (rows.bind(++parameter, values), ...);
    return rows;
  }

  // Runs a statement to its end; true if nothing failed so far.
  template <typename... Values>
  bool run(std::string_view sql, const Values&... values) {
    Rows rows = select(sql, values...);
    while (rows.next()) {
    }
    return !failed();
  }

  // The first column of the first row; nothing without a row.
  template <typename... Values>
  std::optional<std::int64_t> number(std::string_view sql, const Values&... values) {
    Rows rows = select(sql, values...);
    if (!rows.next()) return std::nullopt;
    return rows.number(0);
  }

  void run_script(const char* sql);                         // several statements without parameters
  void wait_for_others(std::chrono::milliseconds longest);  // at most so long for another program's lock
  std::int64_t last_row_id() const;

  bool failed() const { return error_.has_value(); }
  void fail(Error error);             // keeps the first
  void fail(int sqlite_code);         // in plain words, with SQLite's own where they help
  void damaged(std::string what);     // a value no ledger of ours holds
  std::optional<Error> take_error();  // and forgets it

  const std::string& where() const { return where_; }
  bool read_only() const;  // the file itself cannot be written
  bool in_transaction() const;
  void roll_back();  // if in a transaction; cannot fail
  sqlite3* handle() { return connection_; }

 private:
  friend class Rows;
  sqlite3_stmt* prepare(std::string_view sql);

  sqlite3* connection_ = nullptr;
  std::string where_;
  std::map<std::string, sqlite3_stmt*, std::less<>> statements_;
  std::optional<Error> error_;
};

// All or nothing: without commit() the destructor takes everything back, whatever failed. Inside a batch it is the
// batch's transaction and does nothing.
class Transaction {
 public:
  enum class Kind : std::uint8_t { read, write };

  Transaction(Database& database, Kind kind);
  ~Transaction();
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;

  bool commit();

 private:
  Database& database_;
  bool outermost_;
};

// The same for a part of a transaction: without keep() the destructor takes the part back and leaves the rest.
//
// REQUIRES: a transaction is open.
class Part {
 public:
  explicit Part(Database& database);
  ~Part();
  Part(const Part&) = delete;
  Part& operator=(const Part&) = delete;

  bool keep();

 private:
  Database& database_;
  bool kept_ = false;
};

}  // namespace sayso::ledger
