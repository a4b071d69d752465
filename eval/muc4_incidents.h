// Incidents as MUC-4 asks for them, put together from the claims of a reading.
//
//     "THE MAYOR OF KESH WAS KIDNAPPED ON 5 JANUARY BY ARMED MEN … THE KIDNAPPING WAS CLAIMED BY THE KFL"
//       -> one incident: KIDNAPPING, people {mayor of Kesh}, individuals {armed men}, organizations {KFL, claimed}
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "sayso/reading.h"

namespace sayso::eval {

// How an organization comes to be named as the perpetrator, by the decision tree of template-doc-part2. Of two, the
// later goes: who claims a deed did it, and a doubt that is told anywhere holds for what is told elsewhere.
enum class Confidence : std::uint8_t { possible, fact, suspected, by_authorities, claimed };

struct Organization {
  std::string text{};
  Confidence confidence = Confidence::fact;
  bool of_state = false;
  std::string entity{};  // Entity::id
};

struct Individual {
  std::string text{};
  bool of_state = false;
  bool fighter = false;  // of a group that is nobody's state: "guerrillas"
};

struct Person {
  std::string name{};         // empty: nobody in particular
  std::string description{};  // "MAYOR OF KESH", "PEASANTS"
  std::string noun{};         // the head of the description, its lemma
  std::string type{};
  std::string number{};
  std::string nation{};
  std::set<std::string> effects{};
};

struct Thing {
  std::string text{};
  std::string noun{};  // its head, the lemma
  std::string type{};
  std::string number{};
  std::string nation{};
  std::set<std::string> effects{};
};

struct Weapon {
  std::string text{};  // empty: only a verb tells
  std::string type{};
};

struct Incident {
  std::string type{};   // "ATTACK" …
  bool plain = false;   // only "attack", "killed": any other type may be meant
  bool murder = false;  // of somebody meant
  std::string stage = "ACCOMPLISHED";
  std::vector<Individual> individuals{};
  std::vector<Organization> organizations{};
  std::vector<Person> people{};
  std::vector<Thing> things{};
  std::vector<Weapon> weapons{};
  std::vector<Place> places{};
  std::optional<When> when{};
  std::set<std::string> effects{};    // on people nobody describes: "NO INJURY OR DEATH"
  std::string damage{};               // to things nobody names
  std::uint32_t first = 0, last = 0;  // sentences
};

// In the order of the text. `home`: the country (alpha-3) most of the dispatch is about.
std::vector<Incident> find_incidents(const Reading& reading, const std::string& home);

}  // namespace sayso::eval
