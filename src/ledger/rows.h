// The rows a statement gives, one after another, read by column number from 0.
//
//     Rows rows = database.select("SELECT name, lat FROM places WHERE country = ?", country);
//     while (rows.next()) use(rows.text(0), rows.optional_real(1));
//
// Made by Database::select, which binds the values. A NULL reads as "" or 0 through the plain readers.
#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "sayso/span.h"
#include "sayso/time.h"

struct sqlite3_stmt;

namespace sayso::ledger {

class Database;

// Bytes to be bound as a BLOB instead of as text.
struct Blob {
  std::string_view bytes;
};

class Rows {
 public:
  Rows(Database& database, sqlite3_stmt* statement) : database_(database), statement_(statement) {}
  ~Rows();
  Rows(Rows&& other) noexcept : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)) {}
  Rows(const Rows&) = delete;
  Rows& operator=(const Rows&) = delete;

  bool next();  // false at the end and after a failure

  std::string text(int column) const;
  std::string blob(int column) const;
  std::int64_t number(int column) const;
  bool flag(int column) const { return number(column) != 0; }
  bool null(int column) const;
  std::optional<std::int64_t> optional_number(int column) const;
  std::optional<double> optional_real(int column) const;

  // What the public types hold in 32 bits or as a day; anything else is a damaged ledger.
  std::uint32_t small_number(int column) const;
  std::optional<Day> day(int column) const;
  Span span(int begin_column) const;  // two columns
  std::optional<Span> optional_span(int begin_column) const;

  void bind(int parameter, std::nullopt_t);
  void bind(int parameter, std::int64_t value);
  void bind(int parameter, double value);
  void bind(int parameter, std::string_view value);
  void bind(int parameter, const std::string& value) { bind(parameter, std::string_view(value)); }
  void bind(int parameter, const char* value) { bind(parameter, std::string_view(value)); }
  void bind(int parameter, Blob value);
  void bind(int parameter, Day value);
  template <std::integral Number>
  void bind(int parameter, Number value) {
    bind(parameter, static_cast<std::int64_t>(value));
  }
  template <typename Value>
  void bind(int parameter, const std::optional<Value>& value) {
    if (value)
      bind(parameter, *value);
    else
      bind(parameter, std::nullopt);
  }

 private:
  std::string nothing(int column) const;

  Database& database_;
  sqlite3_stmt* statement_;  // nullptr: could not be prepared
};

}  // namespace sayso::ledger
