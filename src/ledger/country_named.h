// A country as people write it -> ISO 3166-1 alpha-3: "ukr" and "Ukraine" give "UKR".
#pragma once

#include <string>
#include <string_view>

namespace sayso::ledger {

// English names are ICU's (CLDR), compared without case and marks; three letters are taken as a code unseen.
// Empty if it is neither.
std::string country_named(std::string_view text);

}  // namespace sayso::ledger
