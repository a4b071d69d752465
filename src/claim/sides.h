// Sides as the speaker sees them: who "the enemy" and "our troops" are, and whose strikes a ministry reports.
//
//     speaker RUS, dispatch about RUS and UKR:  "enemy losses" -> UKR;  "Rocket strikes hit the 7th brigade" (UKR) ->
//     by RUS
#pragma once

#include <string>
#include <vector>

#include "sayso/attribution.h"
#include "sayso/event.h"

namespace sayso {

class Sides {
 public:
  // The parties are the countries that fight in the dispatch's events.
  explicit Sides(const std::vector<Event>& events);

  // The one other party, if the dispatch tells of fighting between `country` and just one more that stands out; else
  // empty.
  std::string opponent_of(const std::string& country) const;

  // Resolves what only the speaker's side can: "enemy", "our", "we", and an attack without a named attacker on the
  // opponent.
  void resolve(Event& event, const Source& speaker) const;

 private:
  std::vector<std::pair<std::string, int>> parties_;  // country, how often it takes part; most often first
};

}  // namespace sayso
