// Places and days that events have from their scene, in invented dispatches of Wednesday 2031-03-12
// -> "trigger | places | day".
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string scenes_of(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events) {
    if (event.type != "LOSS" && event.type != "COERCE") continue;
    out += event.trigger.text + " |";
    for (const Place& place : event.where) out += " " + place.text;
    out += " | " + (event.when ? event.when->text : "") + "\n";
  }
  return out;
}

TEST(Scenes, AParticipleSharesItsVerbsPlaceAndDay) {
  EXPECT_EQ(scenes_of("Guards stopped a van near Kharkiv on Sunday, detaining two men."),
            "detaining | Kharkiv | Sunday\n");
}

TEST(Scenes, WhatIsSaidOrToldOfANounIsAnotherScene) {
  EXPECT_EQ(scenes_of("The minister said in Kharkiv on Sunday that two soldiers were killed."), "killed | | \n");
  EXPECT_EQ(scenes_of("A man who killed two guards was seen in Kharkiv on Sunday."), "killed | | \n");
}

TEST(Scenes, TheSearchIsTheSearchNamedBefore) {
  EXPECT_EQ(scenes_of("Guards conducted a search in Kharkiv on Sunday. Two men were detained during the search."),
            "detained | Kharkiv | Sunday\n");
  EXPECT_EQ(scenes_of("Guards met in Kharkiv on Sunday. Two men were detained during the search."), "detained | | \n");
}

TEST(Scenes, ThePatrolActsWhereAPatrolCameUp) {
  EXPECT_EQ(scenes_of("A patrol stopped a van in Kharkiv on Sunday. The patrol detained two men."),
            "detained | Kharkiv | Sunday\n");
  EXPECT_EQ(scenes_of("A patrol stopped a van in Kharkiv on Sunday. The mayor detained two men."), "detained | | \n");
}

TEST(Scenes, ThePatrolOfTheSearchIsWhereTheSearchWas) {
  EXPECT_EQ(scenes_of("Guards conducted a search in Kharkiv on Sunday. During the search, a patrol found a gun. The "
                      "patrol detained two men."),
            "detained | Kharkiv | Sunday\n");
}

TEST(Scenes, ADayOfTellingIsNotTheDayOfTheDeed) {
  EXPECT_EQ(scenes_of("The army confirmed today the arrest of a smuggler in Kharkiv on Sunday."),
            "arrest | Kharkiv | Sunday\n");
}

TEST(Scenes, ADayRightBeforeANounIsThatNouns) {
  EXPECT_EQ(scenes_of("The army confirmed the death of the rebel behind the March 2 attack."), "death | | \n");
  EXPECT_EQ(scenes_of("Guards killed two rebels in a March 2 raid in Kharkiv."), "killed | Kharkiv | March 2\n");
}

std::string lost_in(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events) {
    out += event.trigger.text + ":";
    for (const Participant& recipient : event.recipients) out += " [" + recipient.words->text + "]";
    for (const Count& count : event.counts) out += " " + std::to_string(count.low.value_or(-1));
    out += "\n";
  }
  return out;
}

TEST(Losses, ThoseAlongWithTheFirstAreLostToo) {
  EXPECT_EQ(lost_in("Guards detained the commander along with three of his men."),
            "detained: [the commander] [three of his men] 3\n");
}

TEST(Losses, TheLastWordBeforeAParticipleIsItsOwn) {
  EXPECT_EQ(lost_in("Ten men were killed and dozens detained."), "killed: [Ten men] 10\ndetained: [dozens] 24\n");
}

TEST(Losses, JoinedVerbsShareTheirObject) {
  EXPECT_EQ(lost_in("Guards identified and detained two smugglers."), "detained: [two smugglers] 2\n");
}

TEST(Scenes, JoinedLossesShareWhatStandsBehindBoth) {
  EXPECT_EQ(scenes_of("At least three people were killed and 12 wounded in Kharkiv on Sunday, according to the "
                      "administration."),
            "killed | Kharkiv | Sunday\nwounded | Kharkiv | Sunday\n");
}

}  // namespace
}  // namespace sayso
