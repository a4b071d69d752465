// Events of one scene share its place and day.
//
//     "Guards stopped a van, detaining two men, during a search in Kesh on Sunday."   detaining: Kesh, Sunday
//     "… One man was wounded during the search."                                      wounded: Kesh, Sunday
#pragma once

#include <span>
#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/event.h"
#include "sayso/mention.h"

namespace sayso {

// Gives events that have no place, or no day, those of their scene. Nothing that an event has is changed.
void share_scenes(std::vector<Event>& events, const Tree& tree, const Mentions& mentions, const WordLists& lists);

}  // namespace sayso
