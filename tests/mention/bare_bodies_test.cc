// Whose army "the army" is. Every sentence is invented.
#include <gtest/gtest.h>

#include <algorithm>

#include "attribution/invented.h"

namespace sayso {
namespace {

// The entity that the last mention of "army" stands for.
std::string army_of(const std::string& text) {
  const Reading reading = testing::read(text);
  std::string found;
  for (const ActorMention& mention : reading.mentions.actors)
    if (slice(reading.dispatch.text, mention.span).find("army") != std::string::npos && mention.entity != no_entity)
      found = reading.mentions.entities[index(mention.entity)].id;
  return found;
}

TEST(BareBodies, TheSentencesOwnLandComesFirst) {
  EXPECT_EQ(army_of("Burkina Faso's army lost a convoy. In neighbouring Mali, the army retook a village."), "mil:MLI");
  EXPECT_EQ(army_of("Burkina Faso's army lost a convoy. The army retook a village in Mali."), "mil:BFA");
}

TEST(BareBodies, AGroupOfAnotherLandLeavesItOpen) {
  EXPECT_EQ(army_of("M23 rebels entered the town. The army said it had withdrawn. Some 40 Rwandan troops were seen."),
            "desc:military:army");
}

// A dateline says where it all is; what is named only later says nothing; two that are named leave it open.
TEST(BareBodies, AreTheDatelinesOrOfTheOneCountryNamedBefore) {
  EXPECT_EQ(army_of("GOMA, Congo - The army killed ten rebels near Sake, the mayor said. Uganda sent condolences."),
            "mil:COD");
  EXPECT_EQ(army_of("KINSHASA, Congo - Ten rebels were killed, the army said. Talks failed, Moscow said."), "mil:COD");
  EXPECT_EQ(army_of("KAMPALA - Ten rebels were killed, the army said."), "mil:UGA");
  EXPECT_EQ(army_of("KAMPALA - Rwanda closed its border. Ten rebels were killed, the army said."),
            "desc:military:army");
  EXPECT_EQ(army_of("Ten rebels were killed, the army said. Talks failed, Moscow said."), "desc:military:army");
  EXPECT_EQ(army_of("The army said it had withdrawn. Some 40 Rwandan troops were seen."), "desc:military:army");
  EXPECT_EQ(army_of("Rwanda closed its border. The army said it had withdrawn."), "mil:RWA");
  EXPECT_EQ(army_of("Rwanda closed its border to Uganda. The army said it had withdrawn."), "desc:military:army");
}

}  // namespace
}  // namespace sayso
