// Rival counts: "Rescuers put the toll at 17; the opposition spoke of 60" -> 60 counts what 17 counts.
#pragma once

#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/dispatch.h"
#include "sayso/event.h"
#include "sayso/mention.h"

namespace sayso {

// REQUIRES: events in the order of their heads. Adds an event for each; keeps the order. O((counts + events) · log).
void add_same_measures(std::vector<Event>& events, const Dispatch& dispatch, const Tree& tree, const Mentions& mentions,
                       const WordLists& lists);

}  // namespace sayso
