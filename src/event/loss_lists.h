// Lists of losses: "losses were approximately:" and behind it a line for each kind of thing.
//
//     The total losses of the enemy were:
//     tanks - 1,170 (+25),            -> count "tanks - 1,170": best 1170, cumulative, and count "+25": best 25
//     personnel - about 26000         -> count with best 26000 and no bounds
//
// Source: the form in which ministries and monitors publish daily figures.
#pragma once

#include <vector>

#include "lexicon/lists.h"
#include "lexicon/numbers.h"
#include "match/tree.h"
#include "sayso/dispatch.h"
#include "sayso/event.h"

namespace sayso {

// Gives each LOSS event that a colon ends, in its paragraph, the counts of the lines behind it. A list is cumulative if
// a word of list `cumulative` stands before the colon; what stands in brackets with a plus is what came since and never
// is. Linear.
void add_loss_lists(std::vector<Event>& events, const Dispatch& dispatch, const Tree& tree, const WordLists& lists,
                    const NumberLexicon& numbers);

}  // namespace sayso
