// Counts: numbers of things, with the bounds the words give them.
//
//     "up to 250 soldiers"                  high 250                 of "soldiers"
//     "more than 20 pieces of equipment"    low 21                   of "equipment"
//     "between five and seven drones"       low 5 high 7             of "drones"
//     "dozens of civilians"                 low 24                   of "civilians"
//     "17 were killed"                      low 17 best 17 high 17   of ""
//     "no casualties"                       low 0 best 0 high 0      of "casualties"
//
// Not counts: years, dates, times, ages, money, shares, measures, ordinals, and what is part of a name ("Unit 8200",
// "T-72"). A number beyond 64 bits is a mention without bounds.
#pragma once

#include <vector>

#include "lexicon/actors.h"
#include "lexicon/numbers.h"
#include "match/tree.h"
#include "sayso/dispatch.h"
#include "sayso/mention.h"

namespace sayso {

std::vector<CountMention> find_counts(const Dispatch& dispatch, const Tree& tree, const NumberLexicon& numbers,
                                      const ActorLexicon& actors);

}  // namespace sayso
