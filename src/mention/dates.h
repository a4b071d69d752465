// Dates in a dispatch, each as an interval of days.
//
//     published Monday 2022-09-12
//     "over the weekend"      2022-09-10 … 2022-09-11  weekend      rule dates:weekend
//     "on [Sunday evening]"   2022-09-11 … 2022-09-11  part of day  part "evening"
//     "since February"        2022-02-01 … open        longer
//
// A date that cannot be told (no day of publication, no such day) keeps its words and has open ends. Durations
// ("for three days", "nearly seven-month") and repeated times ("daily") are not dates.
#pragma once

#include <vector>

#include "lexicon/dates.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"
#include "sayso/mention.h"

namespace sayso {

// Reads sentence by sentence. Trees, where there are any, tell the tense ("will arrive on Friday") and the head word;
// syntax without tokens will do.
std::vector<DateMention> find_dates(const Dispatch& dispatch, const Syntax& syntax, const DateLexicon& lexicon);

}  // namespace sayso
