// Time expressions against gold ones, as TempEval-3 counts them.
//
//     gold [the last week] DATE 1998-W05     found [last week] DATE 1998-W05
//     -> relaxed 1 of 1, strict 0 of 1, type 1 of 1, value 1 of 1
//
// Relaxed: any overlap. Strict: the same bytes. Type and value: relaxed matches where it is the same, of all that were
// found (precision) and of all gold ones (recall). Each expression is matched once, the first that overlaps it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "sayso/mention.h"
#include "timex_gold.h"

namespace sayso::eval {

struct TimexScore {
  int gold = 0, found = 0, relaxed = 0, strict = 0, type = 0, value = 0;

  void add(const TimexScore& other);
  double f1(int right) const;  // of `relaxed`, `strict`, `type` or `value`
};

// An error in words, under its kind: missing, spurious, extent, type, value.
using TimexErrors = std::map<std::string, std::vector<std::string>>;

TimexScore score_timex(const TimexText& text, const std::vector<TimeExpression>& found, TimexErrors* errors);

}  // namespace sayso::eval
