// Making, upgrading and recognising a ledger's tables.
//
//     empty file        -> migrations 1 … schema_version, application_id "says"
//     version 1 of 2    -> migration 2
//     version 7 of 1    -> bad_ledger "made by a newer sayso (its format is 7, this program knows 1)"
//
// The SQL itself stands in schema_0001.cc and its successors.
#include "ledger/schema.h"

#include <array>
#include <map>
#include <string>

#include "ledger/database.h"

namespace sayso::ledger {
namespace {

constexpr std::array migrations{&schema_0001, &schema_0002, &schema_0003, &schema_0004, &schema_0005};
static_assert(migrations.size() == schema_version);

// Name -> "type: SQL" of everything a fresh ledger holds, as SQLite writes it down.
using Tables = std::map<std::string, std::string>;

Tables tables_of(Database& database) {
  Tables tables;
  auto rows = database.select("SELECT name, type, ifnull(sql, '') FROM sqlite_schema");
  while (rows.next()) tables.emplace(rows.text(0), rows.text(1) + ": " + rows.text(2));
  return tables;
}

const Tables& tables_of_a_fresh_ledger() {
  static const Tables tables = [] {
    Database fresh({}, Database::Access::memory);
    migrate(fresh);
    return tables_of(fresh);
  }();
  return tables;
}

}  // namespace

void migrate(Database& database) {
  Transaction transaction(database, Transaction::Kind::write);
  const std::int64_t version = database.number("PRAGMA user_version").value_or(0);
  for (std::int64_t next = version; next < schema_version; ++next) {
    database.run_script(*migrations[static_cast<std::size_t>(next)]);
  }
  const std::string marks = "PRAGMA application_id = " + std::to_string(application_id) +
                            "; PRAGMA user_version = " + std::to_string(schema_version) + ";";
  if (version < schema_version) database.run_script(marks.c_str());
  transaction.commit();
}

void check_schema(Database& database) {
  const Tables found = tables_of(database);
  if (database.failed()) return;
  for (const auto& [name, definition] : tables_of_a_fresh_ledger()) {
    const auto at = found.find(name);
    if (at == found.end()) {
      return database.fail(
          {ErrorCode::bad_ledger, {}, "the ledger is not as sayso makes it ('" + name + "' is missing)"});
    }
    if (at->second != definition) {
      return database.fail(
          {ErrorCode::bad_ledger, {}, "the ledger is not as sayso makes it ('" + name + "' was altered)"});
    }
  }
}

}  // namespace sayso::ledger
