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

}  // namespace
}  // namespace sayso
