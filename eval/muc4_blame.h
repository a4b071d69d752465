// Who is held responsible, and how surely.
//
//     "The ELN claimed responsibility for the attack"     ELN, CLAIMED OR ADMITTED
//     "Police blamed the ELN"                             ELN, SUSPECTED OR ACCUSED BY AUTHORITIES
//     "The guerrillas attacked", the text names the ELN   ELN, REPORTED AS FACT
#pragma once

#include <vector>

#include "muc4_incidents.h"
#include "muc4_phrases.h"

namespace sayso::eval {

// How surely the one who acts in an event did, by who says it and how (the decision tree of template-doc-part2).
// REQUIRES: actor.words.
Confidence confidence_in(const Phrases& phrases, const Event& event, const Claim& claim, const Participant& actor);

// Adds the organizations that the text beside the events lays an incident to.
void weigh_blame(const Phrases& phrases, std::vector<Incident>& incidents);

}  // namespace sayso::eval
