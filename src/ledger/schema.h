// The ledger's tables: how they are made, brought up to date and recognised.
//
//     Database database = …;              // an empty file, or a ledger of any older version
//     migrate(database);                  // one transaction; the file is now a ledger of `schema_version`
//     check_schema(database);             // fails unless every table is the one sayso makes
//
// The file says whose it is in SQLite's own header: application_id "says", user_version = the schema's version.
#pragma once

#include <cstdint>

namespace sayso::ledger {

class Database;

constexpr std::int64_t application_id = 0x73617973;  // "says"; stands in every ledger and never changes
constexpr std::int64_t schema_version = 5;

extern const char* const schema_0001;
extern const char* const schema_0002;
extern const char* const schema_0003;
extern const char* const schema_0004;
extern const char* const schema_0005;

// Brings the file from its version to ours in one transaction. A failure is left in `database`.
void migrate(Database& database);

// Compares every table, index and view with a freshly made empty ledger: an altered table is refused before anything
// is read through it. What people added beside them (views, tables of their own) is let be.
void check_schema(Database& database);

}  // namespace sayso::ledger
