// All time expressions of a dispatch with their TIMEX3 values: dates, times, durations, sets, "now".
//
//     published 1998-03-12
//     "He was held for [nearly three years] until [last week]."  ->  DURATION P3Y, DATE 1998-W10
#pragma once

#include <filesystem>
#include <vector>

#include "lexicon/dates.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"
#include "sayso/mention.h"

namespace sayso {

// time_expressions.tsv with the words of date_words.tsv and time_words.tsv in `lexicons`.
Result<DateLexicon> load_time_lexicon(const std::filesystem::path& lexicons);

// Rising, without overlap. Trees and names are used where there are any.
std::vector<TimeExpression> find_time_expressions(const Dispatch& dispatch, const Syntax& syntax,
                                                  const DateLexicon& lexicon);

}  // namespace sayso
