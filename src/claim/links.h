// Relations between the claims of one dispatch.
//
//     "Ostrel denied Varnian reports that it had shelled the market."   Ostrel's claim denies Varnia's, which is within
//     "Police initially said it was an accident but on Tuesday said it was a bomb."   the second supersedes the first
//     headline "Moscow Says Striking Ports"                             headline-of the claim that it announces
//
// Links never change the claims they join: both accounts stay as they were given.
#pragma once

#include <string_view>
#include <vector>

#include "claim/claim_knowledge.h"
#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

// REQUIRES: ids are set, and links "within". O(claims · claims nearby) with at most a few sentences looked back.
void link_claims(std::vector<Claim>& claims, std::string_view text, const Syntax& syntax, const ClaimKnowledge& known);

}  // namespace sayso
