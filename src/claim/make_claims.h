// Claims: attributions joined with the events in their content.
//
//     attribution [said: They lost up to 40 soldiers]  +  event LOSS [losses], recipient "enemy"
//        -> one claim; the enemy of a Russian speaker in this dispatch is Ukraine (rule enemy-of-speaker)
//
// An event belongs to the innermost attribution whose words hold its trigger. Speech makes claims, hearsay and evidence
// too; thoughts and wishes only where they are asked for; the reporter's own clauses do if they tell of an event. What
// is denied, ordered or threatened is no event that surely happened.
#pragma once

#include <vector>

#include "claim/claim_knowledge.h"
#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

enum class Attitudes : std::uint8_t { without, with };

// In the order of the attributions; ids are unique within the dispatch.
std::vector<Claim> make_claims(const Dispatch& dispatch, const Syntax& syntax,
                               const std::vector<Attribution>& attributions, const std::vector<Event>& events,
                               const ClaimKnowledge& known, Attitudes attitudes = Attitudes::without);

}  // namespace sayso
