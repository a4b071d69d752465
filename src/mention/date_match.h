// The rules of dates over the pieces of a sentence.
//
//     on | sunday | evening      rule weekday-part: <weekday> <part>
//     -> units 1 to 3, weekday 7, part "evening"
#pragma once

#include <cstddef>
#include <functional>
#include <vector>

#include "lexicon/dates.h"
#include "mention/date_units.h"
#include "mention/date_values.h"

namespace sayso {

struct DateMatch {
  const DateRule* rule = nullptr;
  std::size_t begin = 0;  // units of the date itself
  std::size_t end = 0;
  DateCaptures captures{};
};

// All matches of the rules of one pass, the leftmost longest first, then the earlier rule, without overlap; those
// that are not allowed give way to others.
std::vector<DateMatch> match_date_rules(const std::vector<DateUnit>& units, const DateLexicon& lexicon, bool over_dates,
                                        const std::function<bool(const DateMatch&)>& allowed = {});

}  // namespace sayso
