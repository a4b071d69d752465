// Events that the words around them take back, and days of speech. Every sentence is invented.
#include "event/undone.h"

#include <gtest/gtest.h>

#include "sayso/reading.h"

namespace sayso {
namespace {

Reading read(const std::string& text) {
  static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!reader) return ADD_FAILURE() << reader.error().message, Reading{};
  auto reading = reader->read(text, {.format = "text", .published = "2031-03-13"});  // a Thursday
  if (!reading) return ADD_FAILURE() << reading.error().message, Reading{};
  return std::move(*reading);
}

// "ASSAULT attacked negative certain; …" of every event of a text.
std::string polarities_of(const std::string& text) {
  const Reading reading = read(text);
  std::string out;
  for (const Event& event : reading.events)
    out += (out.empty() ? "" : "; ") + event.type + " " + event.trigger.text + " " +
           std::string(name_of(event.polarity)) + " " + std::string(name_of(event.certainty));
  return out;
}

TEST(Undone, WhatNeverHappened) {
  EXPECT_EQ(polarities_of("It is not true that Varnia attacked Kharkiv."), "ASSAULT attacked negative certain");
  EXPECT_EQ(polarities_of("Rumours that Varnia shelled the dam are false."), "ASSAULT shelled negative certain");
  EXPECT_EQ(polarities_of("The kidnapping of the two nuns never took place."), "ASSAULT kidnapping negative certain");
  EXPECT_EQ(polarities_of("The ambassador was nearly killed."), "LOSS killed negative certain");
  EXPECT_EQ(polarities_of("Police averted the bombing of a train."), "ASSAULT bombing negative certain");
  EXPECT_EQ(polarities_of("The bomb failed to explode near the barracks."), "ASSAULT explode negative certain");
}

TEST(Undone, WhatNobodyKnows) {
  EXPECT_EQ(polarities_of("It is unclear whether Varnia shelled the dam."), "ASSAULT shelled positive unknown");
  EXPECT_EQ(polarities_of("Few believe the army shelled the dam."), "ASSAULT shelled positive unknown");
  EXPECT_EQ(polarities_of("Did the army shell the dam?"), "ASSAULT shell positive unknown");
  EXPECT_EQ(polarities_of("Why did the army shell the dam?"), "ASSAULT shell positive certain");
}

TEST(Undone, WhatNobodyDid) {
  EXPECT_EQ(polarities_of("Neither side had attacked the convoy."), "ASSAULT attacked negative certain");
  EXPECT_EQ(polarities_of("Neither army shelled the dam."), "ASSAULT shelled negative certain");
  EXPECT_EQ(polarities_of("Neither the army nor the rebels shelled the dam."), "ASSAULT shelled negative certain");
  EXPECT_EQ(polarities_of("None of the groups attacked the convoy."), "ASSAULT attacked negative certain");
  EXPECT_EQ(polarities_of("No side attacked the convoy."), "ASSAULT attacked negative certain");
}

// "struck past negative; …" of the events of a text's claims.
std::string deeds_of(const std::string& text) {
  std::string out;
  for (const Claim& claim : read(text).claims)
    for (const Event& event : claim.events)
      out += (out.empty() ? "" : "; ") + event.trigger.text + " " + std::string(name_of(event.tense)) + " " +
             std::string(name_of(event.polarity)) + " " + std::string(name_of(event.certainty));
  return out;
}

TEST(Undone, BothOfWhatOrJoins) {
  EXPECT_EQ(deeds_of("The governor denied that her army had struck the dam or hit the power station."),
            "struck past negative certain; hit past negative certain");
  EXPECT_EQ(deeds_of("The army did not strike the dam or hit the power station."),
            "strike past negative certain; hit past negative certain");
  EXPECT_EQ(deeds_of("The army will strike the dam and hit the power station."),
            "strike future positive probable; hit future positive possible");
}

TEST(Undone, WhatNothingProves) {
  EXPECT_EQ(polarities_of("There is no evidence that the army shelled the dam."), "ASSAULT shelled negative possible");
  EXPECT_EQ(polarities_of("There is little evidence that the army shelled the dam."),
            "ASSAULT shelled negative possible");
  EXPECT_EQ(polarities_of("There is evidence that the army shelled the dam."), "ASSAULT shelled positive certain");
}

TEST(Undone, WhatIsOnlyClose) {
  EXPECT_EQ(polarities_of("Rebels came close to seizing Kharkiv."), "CONTROL seizing negative certain");
  EXPECT_EQ(polarities_of("Rebels are close to seizing Kharkiv."), "CONTROL seizing positive possible");
  EXPECT_EQ(polarities_of("Rebels were on the verge of seizing Kharkiv."), "CONTROL seizing positive possible");
  EXPECT_EQ(polarities_of("Rebels seized Kharkiv."), "CONTROL seized positive certain");
}

TEST(Undone, WhatDidHappenStays) {
  EXPECT_EQ(polarities_of("Varnia shelled the dam."), "ASSAULT shelled positive certain");
  EXPECT_EQ(polarities_of("Nearly 20 soldiers were killed."), "LOSS killed positive certain");
  EXPECT_EQ(polarities_of("Police did not prevent the bombing of a train."), "ASSAULT bombing positive certain");
}

TEST(Undone, WhatIsAwaited) {
  EXPECT_EQ(polarities_of("Varnia will not stop until the army is destroyed."), "LOSS destroyed positive possible");
  EXPECT_EQ(polarities_of("They held out until the garrison was destroyed."), "LOSS destroyed positive certain");
}

TEST(Supposed, IsNoFact) {
  for (const char* text :
       {"Imagine that Varnia shelled the dam.", "Suppose Varnia shelled the dam.",
        "Let us suppose that Varnia shelled the dam.", "Assuming that Varnia shelled the dam, the truce is over.",
        "\"Imagine that Varnia shelled the dam,\" Orlen said."})
    EXPECT_EQ(polarities_of(text), "ASSAULT shelled positive possible") << text;
  const Reading reading = read("Imagine that Varnia shelled the dam.");
  ASSERT_EQ(reading.claims.size(), 1U);
  EXPECT_TRUE(reading.claims[0].attribution.conditional);
  EXPECT_EQ(reading.claims[0].attribution.certainty, Certainty::possible);
  EXPECT_EQ(polarities_of("Varnia imagined that Ostrel had shelled the dam."), "ASSAULT shelled positive certain")
      << "somebody thinks so";
}

TEST(DayOfSpeech, IsTheCuesAndNotTheDeeds) {
  const Reading reading = read("Russia said on Tuesday it would withdraw its troops from Kherson.");
  ASSERT_EQ(reading.claims.size(), 1U);
  const Claim& claim = reading.claims[0];
  ASSERT_TRUE(claim.attribution.said && claim.attribution.said->begin);
  EXPECT_EQ(iso(*claim.attribution.said->begin), "2031-03-11");
  ASSERT_EQ(claim.events.size(), 1U);
  EXPECT_FALSE(claim.events[0].when);
}

TEST(DayOfTheNoun, BehindAfterIsTheNouns) {
  const Reading reading = read("The army will deploy troops after an attack on Monday.");
  ASSERT_EQ(reading.events.size(), 2U);
  EXPECT_EQ(reading.events[0].trigger.text, "deploy");
  EXPECT_FALSE(reading.events[0].when);
  ASSERT_TRUE(reading.events[1].when && reading.events[1].when->begin);
  EXPECT_EQ(iso(*reading.events[1].when->begin), "2031-03-10");
}

}  // namespace
}  // namespace sayso
