// Who did it, and with what.
//
//     attack("guerrillas of the Kesh Front", "with grenades")
//       -> individuals {GUERRILLAS}, organizations {KESH FRONT}, weapons {GRENADES}
#pragma once

#include "muc4_incidents.h"
#include "muc4_phrases.h"

namespace sayso::eval {

// Who acts in an event; where nobody does, whom the claim says to have done it: "claimed responsibility for the
// attack", "blamed the ELN for the attack".
void add_perpetrators(const Phrases& phrases, const Event& event, const Claim& claim, Incident& incident);

void add_instruments(const Phrases& phrases, const Event& event, Incident& incident);
// The weapon at a head, if it is one.
void add_weapon(const Phrases& phrases, TokenId head, Incident& incident);

}  // namespace sayso::eval
