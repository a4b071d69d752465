// Claims: attributions joined with the events in their content.
//
//     attribution [said: They lost up to 40 soldiers]  +  event LOSS [losses], recipient "enemy"
//        -> one claim; the enemy of a Russian speaker in this dispatch is Ukraine (rule enemy-of-speaker)
//
// An event belongs to the innermost attribution whose words hold its trigger. Speech makes claims, hearsay too;
// thoughts and wishes do not; the reporter's own clauses do if they tell of an event. What is denied, ordered or
// threatened is no event that surely happened.
#pragma once

#include <vector>

#include "claim/claim_knowledge.h"
#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

// In the order of the attributions; ids are unique within the dispatch.
std::vector<Claim> make_claims(const Dispatch& dispatch, const Syntax& syntax,
                               const std::vector<Attribution>& attributions, const std::vector<Event>& events,
                               const ClaimKnowledge& known);

}  // namespace sayso
