// What happens in a novel, a film or a drill, and nowhere else.
//
//     "It is a film in which rebels storm the capital."     storm: told in a work
//     "In the novel, the army bombs Damascus."              bombs: told in a work
//     "The simulation assumed that Varnia attacked Kesh."   attacked: told in a work
//     "The exercise simulated an attack on Kesh."           attack: only acted
//     "The film shows the attack on the hospital."          a film may show what is: not told in one
#pragma once

#include <string_view>

#include "lexicon/lists.h"
#include "match/tree.h"

namespace sayso {

// Whether the verb `told` tells what a work of the list fiction tells, or what it names is acted (acting_verb). The
// list's values: "story" tells in any tense, "staged" in the present only (films show the past as it was), "mock"
// attacks and gains of ground, in any tense. O(depth of the tree), bounded.
bool is_told_in_work(const Tree& tree, TokenId told, std::string_view type, const WordLists& lists);

}  // namespace sayso
