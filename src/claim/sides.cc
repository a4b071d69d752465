// Resolves sides.
//
//     LOSS with recipient words "enemy", speaker country RUS, opponent UKR -> recipient country UKR, rule
//     "enemy-of-speaker"
//
// Nothing is resolved for speakers without a country, nor in a dispatch whose parties are not clear: an empty field is
// an answer.
#include "claim/sides.h"

#include <algorithm>
#include <map>

#include "base/utf8.h"

namespace sayso {
namespace {

bool is_fighting(const Event& event) {
  return event.type == "ASSAULT" || event.type == "CONTROL" || event.type == "LOSS" || event.type == "RETREAT" ||
         event.type == "MOBILIZE";
}

bool speaks_for_a_side(const Source& source) {
  switch (source.kind) {
    case EntityKind::government:
    case EntityKind::military:
    case EntityKind::group:
      return true;
    case EntityKind::person:
      return !source.of.empty();
    default:
      return false;
  }
}

// "Our drones", says a Ukrainian commander whom nobody names: whose they are is known all the same.
bool counts_as_one_of(const Source& source) {
  return speaks_for_a_side(source) || (source.kind == EntityKind::unnamed && source.rule.starts_with("role"));
}

bool has_word(const Participant& participant, std::string_view word) {
  if (!participant.words) return false;
  const std::string text = " " + fold(participant.words->text) + " ";
  return text.find(" " + std::string(word) + " ") != std::string::npos;
}

}  // namespace

Sides::Sides(const std::vector<Event>& events) {
  std::map<std::string, int> times;
  for (const Event& event : events) {
    if (!is_fighting(event)) continue;
    for (const auto* list : {&event.actors, &event.recipients})
      for (const Participant& participant : *list)
        if (!participant.country.empty()) ++times[participant.country];
  }
  parties_.assign(times.begin(), times.end());
  std::stable_sort(parties_.begin(), parties_.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
}

std::string Sides::opponent_of(const std::string& country) const {
  std::string first;
  int times = 0;
  for (const auto& [party, count] : parties_) {
    if (party == country) continue;
    if (!first.empty()) return count == times ? std::string() : first;  // two that stand out alike: not clear
    first = party;
    times = count;
  }
  return first;
}

void Sides::resolve(Event& event, const Source& speaker) const {
  if (speaker.country.empty()) return;
  const std::string opponent = opponent_of(speaker.country);
  const bool for_a_side = speaks_for_a_side(speaker);
  for (auto* list : {&event.actors, &event.recipients})
    for (Participant& participant : *list) {
      if (!participant.country.empty()) continue;
      if (has_word(participant, "enemy") && for_a_side && !opponent.empty()) {
        participant.country = opponent;
        participant.rule = "enemy-of-speaker";
      } else if (counts_as_one_of(speaker) &&
                 (has_word(participant, "our") || has_word(participant, "we") || has_word(participant, "us"))) {
        participant.country = speaker.country;
        participant.rule = "side-of-speaker";
      }
    }
  // A side that reports hitting its opponent reports its own attack.
  if (event.type != "ASSAULT" || !event.actors.empty() || !for_a_side || opponent.empty()) return;
  const bool hits_opponent = std::any_of(event.recipients.begin(), event.recipients.end(),
                                         [&](const Participant& p) { return p.country == opponent; });
  const bool hits_own = std::any_of(event.recipients.begin(), event.recipients.end(),
                                    [&](const Participant& p) { return p.country == speaker.country; });
  if (!hits_opponent || hits_own) return;
  Participant attacker;
  attacker.country = speaker.country;
  attacker.kind = EntityKind::country;
  attacker.rule = "side-of-speaker";
  event.actors.push_back(std::move(attacker));
}

}  // namespace sayso
