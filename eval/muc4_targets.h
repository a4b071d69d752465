// Whom and what an event struck.
//
//     "killed the mayor of Kesh, Ricardo Osk, and damaged two trucks"
//       -> people {RICARDO OSK, "MAYOR OF KESH", DEATH}, things {TRUCKS, 2, SOME DAMAGE}
#pragma once

#include "muc4_incidents.h"
#include "muc4_phrases.h"

namespace sayso::eval {

// Whom an event happened to; where nobody is named, whom and what it counts.
void add_targets(const Phrases& phrases, const Event& event, Incident& incident);
// The person or thing at a head, if it is of a kind that the keys ask for.
void add_target(const Phrases& phrases, const Event& event, TokenId head, Incident& incident);
// "The victims were identified as Roberto Osk and Luis Orlen": behind an incident, these are whom it struck.
void add_identified(const Phrases& phrases, Incident& incident);

}  // namespace sayso::eval
