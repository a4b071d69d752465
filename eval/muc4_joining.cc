// Whether two incidents, persons or things are one, and what becomes of them together.
//
//     "two peasants were killed … Peasant Luis Osk died" -> one person, with a name and a description
//     KIDNAPPING of the mayor; MURDER of the mayor       -> two: of different types, neither of them plain
//
// Left out on purpose: what only the world tells to be one ("the church", "the cathedral"); taking joined incidents
// apart again. Each new incident is held against those before it, the latest first: dispatches have few.
#include "muc4_joining.h"

#include <algorithm>

namespace sayso::eval {
namespace {

bool same_person(const Person& a, const Person& b) {
  if (!a.name.empty() && !b.name.empty())
    return a.name == b.name || a.name.ends_with(" " + b.name) || b.name.ends_with(" " + a.name);
  if (a.name.empty() != b.name.empty()) return a.description == b.description && a.number == b.number;
  return a.description == b.description || a.noun == b.noun;
}

// What acts needs no more than its words to be known again.
template <typename T>
void add_words(std::vector<T>& list, T one) {
  const bool known = std::any_of(list.begin(), list.end(), [&](const T& there) { return there.text == one.text; });
  if (!known && !one.text.empty()) list.push_back(std::move(one));
}

bool dates_differ(const Incident& a, const Incident& b) {
  return is_day(a.when) && is_day(b.when) && *a.when->begin != *b.when->begin;
}

// A country alone may hold any place: it differs only from places of other countries.
bool places_differ(const Incident& a, const Incident& b) {
  if (a.places.empty() || b.places.empty()) return false;
  bool same = false, country_differs = true;
  for (const Place& one : a.places)
    for (const Place& other : b.places) {
      same = same || one.name == other.name || one.precision == PlacePrecision::country ||
             other.precision == PlacePrecision::country || one.admin1 == other.name || other.admin1 == one.name ||
             one.name.empty() || other.name.empty();
      country_differs = country_differs && one.country != other.country;
    }
  return !same || country_differs;
}

bool shares_target(const Incident& a, const Incident& b) {
  for (const Person& one : a.people)
    for (const Person& other : b.people)
      if (same_person(one, other)) return true;
  for (const Thing& one : a.things)
    for (const Thing& other : b.things)
      if (one.noun == other.noun) return true;
  return false;
}

bool shares_named(const Incident& a, const Incident& b) {
  for (const Person& one : a.people)
    for (const Person& other : b.people)
      if (!one.name.empty() && !other.name.empty() && same_person(one, other)) return true;
  return false;
}

bool named_differ(const Incident& a, const Incident& b) {
  const auto named = [](const Incident& x) {
    return std::any_of(x.people.begin(), x.people.end(), [](const Person& p) { return !p.name.empty(); });
  };
  return named(a) && named(b) && !shares_target(a, b);
}

bool types_fit(const Incident& a, const Incident& b) { return a.type == b.type || a.plain || b.plain; }

bool organizations_differ(const Incident& a, const Incident& b) {
  if (a.organizations.empty() || b.organizations.empty()) return false;
  for (const Organization& one : a.organizations)
    for (const Organization& other : b.organizations)
      if (one.text == other.text || (!one.entity.empty() && one.entity == other.entity)) return false;
  return true;
}

// REQUIRES: `one` is not before `there` in the text. `latest`: no incident lies between them.
bool goes_on(const Incident& there, const Incident& one, bool latest) {
  if (there.stage != one.stage) return false;
  const std::uint32_t sentences_on = one.first - there.last;
  const bool shares = shares_target(there, one);
  if (there.type != one.type) {
    // A murder keeps to its sentence: the attack told of in the next is often another.
    const std::uint32_t near = there.murder || one.murder ? 0 : 1;
    if (!types_fit(there, one) || (sentences_on > near && !shares)) return false;
    // "The bombings and the murder of the priests" are two.
    if ((there.murder || one.murder) && !shares && (there.type == "BOMBING" || one.type == "BOMBING")) return false;
  }
  if (dates_differ(there, one) && !shares_named(there, one)) return false;
  if (places_differ(there, one) && !shares) return false;
  if (named_differ(there, one) && sentences_on != 0) return false;
  if (organizations_differ(there, one) && !shares && sentences_on != 0) return false;
  const bool bare = one.people.empty() && one.things.empty();
  return sentences_on <= 1 || bare || shares || latest;
}

void join_incidents(Incident& there, Incident one) {
  if (there.plain && !one.plain) there.type = one.type, there.plain = false;
  there.murder = there.murder || one.murder;
  for (Individual& individual : one.individuals) add_individual(there, std::move(individual));
  for (Organization& organization : one.organizations) add_organization(there, std::move(organization));
  for (Person& person : one.people) add_person(there, std::move(person));
  for (Thing& thing : one.things) add_thing(there, std::move(thing));
  // "A bomb", then "the explosive device": of one type they are one.
  for (Weapon& weapon : one.weapons)
    if (std::none_of(there.weapons.begin(), there.weapons.end(),
                     [&](const Weapon& old) { return old.type == weapon.type; }))
      there.weapons.push_back(std::move(weapon));
  if (there.places.empty()) there.places = std::move(one.places);
  if (!there.when || (!is_day(there.when) && is_day(one.when))) there.when = one.when ? one.when : there.when;
  there.effects.insert(one.effects.begin(), one.effects.end());
  if (there.damage.empty()) there.damage = one.damage;
  there.last = one.last;
}

}  // namespace

bool is_day(const std::optional<When>& when) { return when && when->begin && when->end && *when->begin == *when->end; }

void add_individual(Incident& incident, Individual one) { add_words(incident.individuals, std::move(one)); }
// Under one name or another it is the same.
void add_organization(Incident& incident, Organization one) {
  if (one.text.empty()) return;
  for (Organization& there : incident.organizations)
    if (there.text == one.text || (!one.entity.empty() && there.entity == one.entity)) {
      if (one.confidence == Confidence::claimed) there.confidence = one.confidence;
      return;
    }
  incident.organizations.push_back(std::move(one));
}
void add_weapon(Incident& incident, Weapon one) { add_words(incident.weapons, std::move(one)); }

void add_person(Incident& incident, Person one) {
  if (one.name.empty() && one.description.empty()) return;
  for (Person& there : incident.people) {
    if (!same_person(there, one)) continue;
    if (there.name.size() < one.name.size()) there.name = one.name;
    if (there.description.empty()) there.type = one.type;
    if (there.description.empty() || (there.noun == one.noun && there.description.size() < one.description.size()))
      there.description = one.description;
    if (there.number == "PLURAL" || (there.number == "1" && there.name.empty())) there.number = one.number;
    there.effects.insert(one.effects.begin(), one.effects.end());
    return;
  }
  incident.people.push_back(std::move(one));
}

void add_thing(Incident& incident, Thing one) {
  for (Thing& there : incident.things) {
    if (there.text != one.text && there.noun != one.noun) continue;
    if (there.number == "PLURAL") there.number = one.number;
    if (there.noun == one.noun && there.text.size() < one.text.size()) there.text = one.text;
    there.effects.insert(one.effects.begin(), one.effects.end());
    return;
  }
  incident.things.push_back(std::move(one));
}

void add_incident(std::vector<Incident>& incidents, Incident one) {
  for (std::size_t i = incidents.size(); i-- > 0;)
    if (goes_on(incidents[i], one, i + 1 == incidents.size())) {
      join_incidents(incidents[i], std::move(one));
      return;
    }
  incidents.push_back(std::move(one));
}

}  // namespace sayso::eval
