// Keeping readings: each whole or not at all, any number in a transaction.
#pragma once

#include <string_view>

#include "sayso/ledger.h"

namespace sayso::ledger {

class Database;

bool holds(Database& database, std::string_view id);  // with or without "sha256:"

// Adds to the transaction that is open, opening one if none is; settle() puts it on the disk. A failure is left in
// `database`; what is returned then means nothing, and nothing is kept of this reading. Where the database is in no
// transaction afterwards, the failure took with it all that was added since the last settle().
Added add(Database& database, const Reading& reading, const Provenance& made_by);

// A failure is left in `database`: nothing is kept of what was added since the last one. Nothing to settle is no
// failure.
void settle(Database& database);

}  // namespace sayso::ledger
