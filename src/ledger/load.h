// From rows back to the values that were added.
//
//     Claim claim = load_claim(database, row);   // == the claim that was added, in every field
//
// A failure (also a value that no ledger of ours holds) is left in `database`; what is returned then means nothing.
#pragma once

#include <cstdint>

#include "sayso/ledger.h"

namespace sayso::ledger {

class Database;

enum class Parts : std::uint8_t { about, whole };  // without or with text, paragraphs, links, entries and raw map

Dispatch load_dispatch(Database& database, std::int64_t row, Parts parts);
Claim load_claim(Database& database, std::int64_t row);

// The entry in which the claim stands, if it stands in one.
std::optional<KeptEntry> load_entry(Database& database, std::int64_t claim_row);

// The claim with its dispatch, revision and makers.
KeptClaim load_kept(Database& database, std::int64_t claim_row);

}  // namespace sayso::ledger
