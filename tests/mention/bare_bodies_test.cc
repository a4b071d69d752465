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
  EXPECT_EQ(army_of("The army said it had withdrawn. Some 40 Rwandan troops were seen."), "mil:RWA");
}

}  // namespace
}  // namespace sayso
