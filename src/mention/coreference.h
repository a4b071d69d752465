// From phrases read one by one to who they are together: bare bodies, short names, definite descriptions, pronouns.
//
//     "The Russian Defense Ministry … Defense Ministry spokesman Igor Konashenkov … Konashenkov … he"
//      mod:RUS                        of mod:RUS                   per:igor-konashenkov … the same … the same
//
// Every step looks back first. Where several could be meant the others are kept in other_candidates.
#pragma once

#include <vector>

#include "lexicon/actors.h"
#include "match/tree.h"
#include "mention/actors.h"
#include "mention/drafts.h"
#include "sayso/dispatch.h"

namespace sayso::mention {

// REQUIRES: drafts rise by span.begin, then by span.end.
Actors resolve(const Dispatch& dispatch, const Tree& tree, const ActorLexicon& lexicon, std::vector<Draft> drafts,
               const std::vector<Land>& lands);

std::string slug(std::string_view name);  // "Igor Konashenkov" -> "igor-konashenkov"

}  // namespace sayso::mention
