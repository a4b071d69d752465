// What is said not to have been said: rows that say nothing, and the near misses that say something. Invented
// sentences.
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

// "unsaid" or "said" of the first row with a cue; "none" without one.
std::string first_of(const std::string& text) {
  for (const Attribution& row : testing::rows(text))
    if (row.cue) return row.unsaid ? "unsaid" : "said";
  return "none";
}

TEST(Unsaid, NobodySaysAnythingEitherWay) {
  for (const char* text :
       {"The army did not say whether the bridge was mined.", "The army has yet to say whether it shelled the port.",
        "Neither Kesh nor Dovran said who had fired the missile.", "Nobody said that the bridge was mined.",
        "Neither ministry would say who had ordered the raid.", "Hardly anyone said the rebels had left the town.",
        "The army made no mention of the raid.", "The envoy offered no proof that the army had shelled the plant.",
        "The minister stopped short of saying that the army attacked the town.",
        "The army was unable to say who had shelled the port."})
    EXPECT_EQ(first_of(text), "unsaid") << text;
}

// Whether some row denies what is said.
bool is_denied(const std::string& text) {
  for (const Attribution& row : testing::rows(text))
    if (row.act == Act::deny && !row.unsaid) return true;
  return false;
}

TEST(Unsaid, WhatIsNotDeniedIsNoDenial) {
  for (const char* text : {"Officials could not confirm or deny that the army shelled Kesh.",
                           "The ministry declined to confirm or deny that it had bombed the port.",
                           "The envoy left without confirming or denying that Varnia had bombed the port.",
                           "The general left the room without denying that the army had shelled Kesh.",
                           "The minister refused to deny that the army had shelled Kesh.",
                           "The ministry neither confirmed nor denied that it had bombed the port."})
    EXPECT_FALSE(is_denied(text)) << text;
  for (const char* text : {"The ministry denied that it had bombed or shelled the port.",
                           "The ministry did not confirm the raid and denied that it had bombed the port.",
                           "The mayor confirmed the raid or denied that it had failed.",
                           "The minister left without his hat, denying that the army had shelled Kesh."})
    EXPECT_TRUE(is_denied(text)) << text;
}

TEST(Unsaid, WhatIsDeniedOrSaidOfNothingIsSaid) {
  for (const char* text :
       {"The army said the bridge was not mined.", "The mayor not only said the rebels attacked the town but wrote it.",
        "\"No talks,\" the envoy said.", "The army denied that it had shelled the port.",
        "The army reported no losses."})
    EXPECT_EQ(first_of(text), "said") << text;
}

TEST(Unsaid, ItsEventsAreNobodysAndItMakesNoClaim) {
  for (const char* text : {"The army did not say whether the bridge had been destroyed.",
                           "Asked whether the army had shelled the school, the spokesman left."}) {
    const Reading reading = testing::read(text);
    for (const Claim& claim : reading.claims) EXPECT_FALSE(claim.attribution.cue) << text;
    for (const Claim& claim : reading.claims)
      for (const Event& event : claim.events) EXPECT_NE(event.type, "ASSAULT") << text;
  }
}

TEST(Unsaid, AQuotationThatIsNotSaidBelongsToNobody) {
  // The quotation behind it once went to a row that was not there.
  for (const char* text :
       {"The ministry did not confirm \"the loss of ten tanks in the valley\". \"We are strong and we will "
        "not leave this town to them.\"",
        "Police did not confirm that rebels \"shot ten men in the valley.\" \"We are strong and we will not "
        "leave.\" The mayor said troops \"left the town in the night\" near Kesh."})
    for (const Attribution& row : testing::rows(text))
      for (const Words& words : row.content)
        EXPECT_EQ(words.text.find("We are strong"), row.cue ? std::string::npos : words.text.find("We are strong"))
            << text;
}

}  // namespace
}  // namespace sayso
