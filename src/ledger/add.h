// Keeping a reading: one transaction, whole or not at all.
#pragma once

#include <string_view>

#include "sayso/ledger.h"

namespace sayso::ledger {

class Database;

bool holds(Database& database, std::string_view id);  // with or without "sha256:"

// A failure is left in `database`; what is returned then means nothing.
Added add(Database& database, const Reading& reading, const Provenance& made_by);

}  // namespace sayso::ledger
