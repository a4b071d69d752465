// Asking the ledger: a Query -> row numbers of claims, in the order Ledger::find promises.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/ledger.h"

namespace sayso::ledger {

class Database;

// A failure (wrong_use for a query that makes no sense) is left in `database`; what is returned then means nothing.
std::vector<std::int64_t> find_claims(Database& database, const Query& query);

// The one claim whose id begins so. Fails with not_found, or wrong_use (shorter than 4, or several fit).
std::int64_t claim_by_prefix(Database& database, std::string_view prefix);

}  // namespace sayso::ledger
