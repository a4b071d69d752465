// Headlines: a participle that only tells which is meant makes no event of the speaker's claim; one that is the news
// does.
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string triggers_of(const std::string& headline) {
  static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!reader) return reader.error().message;
  ReadOptions options;
  options.format = "markdown";
  options.outlet = "Dovran Courier";
  const auto reading =
      reader->read("# " + headline + "\n\nThe talks went on in the capital for the whole of the day.\n", options);
  if (!reading) return reading.error().message;
  std::string out;
  for (const Claim& claim : reading->claims)
    if (claim.attribution.quote == Quote::headline && claim.attribution.cue)
      for (const Event& event : claim.events) out += (out.empty() ? "" : " ") + event.trigger.text;
  return out;
}

TEST(Headlines, AParticipleThatTellsWhichIsMeantIsNoEvent) {
  EXPECT_EQ(triggers_of("Moscow Says Striking Towns Lost to Ukraine Offensive"), "Striking");
  EXPECT_EQ(triggers_of("Kyiv Says Shelling Towns Held by Russian Forces"), "Shelling");
}

TEST(Headlines, AParticipleThatIsTheNewsIsOne) {
  const std::string events = triggers_of("Kyiv Says Ten Civilians Killed in Shelling of Kharkiv");
  EXPECT_NE(events.find("Killed"), std::string::npos) << events;
}

}  // namespace
}  // namespace sayso
