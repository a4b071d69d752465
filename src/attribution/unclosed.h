// Quotations that never close, ended where their speaker is named.
//
//     "We counted sixty shells in an hour, the deputy head of the village said.
//        -> inner [We counted sixty shells in an hour,], unbalanced; without a tag to the end of the paragraph
#pragma once

#include <vector>

#include "attribution/quotations.h"
#include "lexicon/lists.h"
#include "match/tree.h"

namespace sayso {

// The quotations with the unbalanced ones ended before the comma's speaker and verb of saying (list say). O(tokens).
std::vector<Quotation> end_at_tags(std::vector<Quotation> quotations, const Dispatch& dispatch, const Tree& tree,
                                   const WordLists& lists);

}  // namespace sayso
