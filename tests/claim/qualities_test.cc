// What a noun is called is hearsay, and no deed. Every sentence is invented.
#include <gtest/gtest.h>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string events_of(const std::string& text) {
  std::string out;
  for (const Claim& claim : testing::read(text).claims)
    for (const Event& event : claim.events) out += (out.empty() ? "" : "; ") + event.type + " " + event.trigger.text;
  return out;
}

TEST(Qualities, NobodyAccusesBySuspected) {
  EXPECT_EQ(events_of("Two suspected militants and a soldier were killed near Kesh on Saturday, police said."),
            "LOSS killed");
  EXPECT_EQ(events_of("The minister accused the rebels of lying."), "ACCUSE accused");
}

}  // namespace
}  // namespace sayso
