// Who takes part, in invented dispatches -> "type: recipients" of every event of every claim.
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string recipients_of(const std::string& text) {
  std::string out;
  for (const Claim& claim : testing::read(text).claims)
    for (const Event& event : claim.events) {
      out += (out.empty() ? "" : "; ") + event.type + ":";
      for (const Participant& recipient : event.recipients) out += " [" + recipient.name + "]";
    }
  return out;
}

TEST(Participants, WhatOfSomebodyWasHitGivesWayToWhoseItIs) {
  EXPECT_EQ(
      recipients_of(
          "\"Rocket strikes near Dovran hit personnel and equipment of the nationalist formation Kraken, the 12th "
          "Guards Brigade and the 41st mechanized brigade,\" a spokesman said."),
      "ASSAULT: [Kraken] [12th Guards Brigade] [41st mechanized brigade]");
  EXPECT_EQ(recipients_of("\"Rockets hit soldiers and tanks,\" a spokesman said."), "ASSAULT: [soldiers] [tanks]");
}

std::string actors_of(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events) {
    out += (out.empty() ? "" : "; ") + event.type + ":";
    for (const Participant& actor : event.actors) out += " [" + actor.name + "]";
  }
  return out;
}

TEST(Participants, NoDayAndNoLandAloneAttacks) {
  EXPECT_EQ(actors_of("Nobody claimed Monday's attack."), "ASSAULT:");
  EXPECT_EQ(actors_of("The Kenya bombing was long ago."), "ASSAULT:");
  EXPECT_EQ(actors_of("The Kenyan bombing of the port went on."), "ASSAULT: [Kenya]");
  EXPECT_EQ(actors_of("Militiamen hacked to death at least two men in the village."), "ASSAULT: [Militiamen]");
}

TEST(Participants, HowItCameAboutActsInNothing) {
  EXPECT_EQ(actors_of("The clinic was hit by mistake."), "ASSAULT:");
  EXPECT_EQ(actors_of("Two boys were killed by accident by the police."), "LOSS: [police]");
  EXPECT_EQ(actors_of("The bridge was destroyed by chance."), "LOSS:");
  EXPECT_EQ(actors_of("Two boys were killed by soldiers."), "LOSS: [soldiers]");
}

}  // namespace
}  // namespace sayso
