// Incidents that are one: an event that goes on about an incident before it adds to it.
//
//     ATTACK on two peasants; ATTACK on the farm, a sentence on, the same day -> one ATTACK with both targets
#pragma once

#include <optional>
#include <vector>

#include "muc4_incidents.h"

namespace sayso::eval {

bool is_day(const std::optional<When>& when);  // one day, known

// Each adds to an incident what it does not have yet, and says more of what it has: names, descriptions, effects.
void add_individual(Incident& incident, Individual one);
void add_organization(Incident& incident, Organization one);
void add_person(Incident& incident, Person one);
void add_thing(Incident& incident, Thing one);
void add_weapon(Incident& incident, Weapon one);

// Joins `one` to the last of the incidents that it fits, or puts it behind them. REQUIRES: added in the order of the
// text.
void add_incident(std::vector<Incident>& incidents, Incident one);

}  // namespace sayso::eval
