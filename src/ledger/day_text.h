// Days as the ledger writes them: "2022-09-12".
//
// Four-digit years sort as text, which is what the indexes rely on. A year that needs more ("in the year 12022") is
// kept exactly, with a sign as in ISO 8601-1 §4.3.2 ("+12022-01-01"), and sorts before all others.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sayso/time.h"

namespace sayso::ledger {

std::string text_of_day(Day day);
std::optional<Day> day_of_text(std::string_view text);  // exactly what text_of_day writes, nothing more

}  // namespace sayso::ledger
