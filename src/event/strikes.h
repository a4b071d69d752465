// Strikes of workers that only the dispatch tells from strikes of bombs.
//
//     "The nurses' union called a strike. The strike shut three wards."   second strike: PROTEST, mode strike
//
// A bare "strike" (nobody struck, no weapon, no count) is one of workers if words of labour stand in its sentence, or
// if the dispatch has a strike of workers and none of arms.
#pragma once

#include <vector>

#include "event/event_knowledge.h"
#include "match/tree.h"
#include "sayso/event.h"

namespace sayso {

// Changes type, mode, CAMEO code and rule of such events. Reads the list labour_word. Linear.
void settle_strikes(std::vector<Event>& events, const Tree& tree, const EventKnowledge& knowledge);

}  // namespace sayso
