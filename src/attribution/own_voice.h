// The reporter's own voice: every clause that nobody is quoted for.
//
//     "Varnia retook the town, ending a siege, the army said, which began in May."  less what the army said
#pragma once

#include <vector>

#include "attribution/content.h"
#include "attribution/sources.h"
#include "match/rules.h"

namespace sayso {

// One attribution a clause, in text order; `spoken` flags the tokens of other attributions (sources and cues too).
std::vector<Attribution> own_voice(const Dispatch& dispatch, const Tree& tree, const Speakers& speakers,
                                   const TokenSet& spoken, const TokenSet& cues, const WordLists& lists);

}  // namespace sayso
