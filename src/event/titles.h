// Words in the titles of films, books and plays: what a work is named after is not told to have happened.
//
//     The film "Attack on the Bridge" opened on Friday.    -> Attack … Bridge
//     His new play, Raid on Kesh, is sold out.             -> Raid … Kesh
//     He called it "an attack on the bridge".              -> nothing
#pragma once

#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/dispatch.h"

namespace sayso {

// One answer a token. A title has capitals at all its words but the small ones; it stands in quotation marks, or behind
// a word of the list work_of_art. Headlines, which may be in capitals all through, have none. O(tokens).
std::vector<bool> words_of_titles(const Dispatch& dispatch, const Tree& tree, const WordLists& lists);

}  // namespace sayso
