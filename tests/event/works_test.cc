// What happens in works and drills, and what happens beside them. Every sentence is invented.
#include "event/works.h"

#include <gtest/gtest.h>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string events_of(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events)
    out += (out.empty() ? "" : "; ") + event.type + " " + event.trigger.text;
  return out;
}

TEST(Works, WhatTheyTellIsNoEvent) {
  for (const char* told :
       {"It is a film in which rebels storm the capital.", "In the novel, the army bombs Damascus.",
        "The video game lets players attack Moscow.", "The play tells how soldiers killed 40 villagers.",
        "The series depicts an invasion in which troops seize Kyiv.",
        "The simulation assumed that Russia attacked Poland.", "In the exercise, enemy troops attacked the airport.",
        "The novel is about a general who bombs Paris.", "An exercise simulated an attack on Riga.",
        "In the film of the same name, rebels storm Paris and kill the king."})
    EXPECT_EQ(events_of(told), "") << told;
}

TEST(Works, WhatHappensBesideThemIs) {
  EXPECT_EQ(events_of("The film shows how soldiers killed 40 villagers in 2014."), "LOSS killed");
  EXPECT_EQ(events_of("In a series of raids, rebels killed 12 soldiers."), "ASSAULT raids; LOSS killed");
  EXPECT_EQ(events_of("In the exercise, two soldiers were killed."), "LOSS killed");
  EXPECT_EQ(events_of("The novel was published after rebels attacked Kyiv."), "ASSAULT attacked");
  EXPECT_EQ(events_of("The actor was in a play when gunmen attacked the theatre."), "ASSAULT attacked");
  EXPECT_EQ(events_of("In the latest episode, Russian forces attack Kharkiv, officials say."), "ASSAULT attack");
  EXPECT_EQ(events_of("In the game, police say, gunmen attacked the stadium in Kharkiv."), "ASSAULT attacked");
  EXPECT_EQ(events_of("The drill ended when gunmen attacked the base."), "ASSAULT attacked");
}

}  // namespace
}  // namespace sayso
