// What an event is about, as far as words of its own clause tell: PLOVER's contexts.
//
//     "The court convicted two officers of bribery"  -> corruption, legal
#pragma once

#include <string>
#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"

namespace sayso {

// Rising, without doubles. `carrier` may be no_token. Looks at no more than a fixed number of words. O(1).
std::vector<std::string> contexts_of(const Tree& tree, TokenId trigger, TokenId carrier, const WordList& words);

}  // namespace sayso
