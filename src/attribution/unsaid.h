// What is said not to have been said: an attribution that says nothing either way.
//
//     "He did not say whether it was mined."      say, he        -> unsaid
//     "Neither Kyiv nor Moscow said who did it."  said, Kyiv     -> unsaid
//     "It made no mention of the raid."           made           -> unsaid
//     "He not only said it but wrote it."         said           -> said
#pragma once

#include <vector>

#include "attribution/quotations.h"
#include "lexicon/lists.h"
#include "match/tree.h"

namespace sayso {

// `source` may be no_token. What stands in quotation marks denies nothing outside them: "No talks," he said.
// O(children of cue and source · log).
bool is_unsaid(const Tree& tree, const std::vector<Quotation>& quotations, const WordLists& lists, TokenId cue,
               TokenId source);

}  // namespace sayso
