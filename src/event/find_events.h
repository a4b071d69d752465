// What is said to have happened, whoever says it.
//
//     auto events = find_events(dispatch, syntax, mentions, knowledge);
//     "Varnia retook the town of Kesh on Sunday."
//        type CONTROL mode gain  trigger [retook]  actors Varnia  where Kesh  when that Sunday  rule retook
//
// In text order of their triggers, one event a trigger. Who says it, and sides ("the enemy"), come later, with the
// claims.
#pragma once

#include <vector>

#include "event/event_knowledge.h"
#include "sayso/dispatch.h"
#include "sayso/event.h"
#include "sayso/language.h"
#include "sayso/mention.h"

namespace sayso {

// What the rules' `is:` tests see: actor, place, date, ground, force, enemy, demonym, headline, target, and the kinds
// of entities. For those who try rules.
Marks event_marks(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions,
                  const EventKnowledge& knowledge);

std::vector<Event> find_events(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
                               const EventKnowledge& knowledge);

}  // namespace sayso
