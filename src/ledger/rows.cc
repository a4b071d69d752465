// Binding and reading one statement's values; the only file that touches sqlite3_bind_* and sqlite3_column_*.
#include "ledger/rows.h"

#include <sqlite3.h>

#include <limits>

#include "ledger/database.h"
#include "ledger/day_text.h"

namespace sayso::ledger {

Rows::~Rows() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

bool Rows::next() {
  if (statement_ == nullptr || database_.failed()) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_.fail(code);
  return false;
}

// What a column without bytes holds: nothing indeed, or more than there was memory for.
std::string Rows::nothing(int column) const {
  if (!null(column) && sqlite3_errcode(database_.handle()) == SQLITE_NOMEM) database_.fail(SQLITE_NOMEM);
  return {};
}

std::string Rows::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return nothing(column);
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::string Rows::blob(int column) const {
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  if (bytes == nullptr) return nothing(column);
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

std::int64_t Rows::number(int column) const { return sqlite3_column_int64(statement_, column); }
bool Rows::null(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

std::optional<std::int64_t> Rows::optional_number(int column) const {
  if (null(column)) return std::nullopt;
  return number(column);
}

std::optional<double> Rows::optional_real(int column) const {
  if (null(column)) return std::nullopt;
  return sqlite3_column_double(statement_, column);
}

std::uint32_t Rows::small_number(int column) const {
  const std::int64_t value = number(column);
  if (value >= 0 && value <= std::numeric_limits<std::uint32_t>::max()) return static_cast<std::uint32_t>(value);
  database_.damaged(std::string(sqlite3_column_name(statement_, column)) + " is " + std::to_string(value));
  return 0;
}

std::optional<Day> Rows::day(int column) const {
  if (null(column)) return std::nullopt;
  const std::string written = text(column);
  const std::optional<Day> day = day_of_text(written);
  if (!day) database_.damaged(std::string(sqlite3_column_name(statement_, column)) + " is no day: '" + written + "'");
  return day;
}

Span Rows::span(int begin_column) const {
  const Span span{small_number(begin_column), small_number(begin_column + 1)};
  if (span.end < span.begin) database_.damaged("a range ends before it begins");
  return span;
}

std::optional<Span> Rows::optional_span(int begin_column) const {
  if (null(begin_column)) return std::nullopt;
  return span(begin_column);
}

void Rows::bind(int parameter, std::nullopt_t) {
  if (statement_ != nullptr) sqlite3_bind_null(statement_, parameter);
}

void Rows::bind(int parameter, std::int64_t value) {
  if (statement_ != nullptr) sqlite3_bind_int64(statement_, parameter, value);
}

void Rows::bind(int parameter, double value) {
  if (statement_ != nullptr) sqlite3_bind_double(statement_, parameter, value);
}

// Texts are copied by SQLite: the caller's may be gone before the first row is asked for.
void Rows::bind(int parameter, std::string_view value) {
  if (statement_ == nullptr) return;
  const char* bytes = value.data() == nullptr ? "" : value.data();
  const int code = sqlite3_bind_text64(statement_, parameter, bytes, value.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  if (code != SQLITE_OK) database_.fail(code);
}

void Rows::bind(int parameter, Blob value) {
  if (statement_ == nullptr) return;
  const char* bytes = value.bytes.data() == nullptr ? "" : value.bytes.data();
  const int code = sqlite3_bind_blob64(statement_, parameter, bytes, value.bytes.size(), SQLITE_TRANSIENT);
  if (code != SQLITE_OK) database_.fail(code);
}

void Rows::bind(int parameter, Day value) {
  if (statement_ == nullptr) return;
  const std::string written = text_of_day(value);
  bind(parameter, std::string_view(written));
}

}  // namespace sayso::ledger
