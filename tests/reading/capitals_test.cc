// A dispatch in capitals, read whole: rows with the printed bytes, names as they are written. Invented.
#include <gtest/gtest.h>

#include "reading/span_check.h"
#include "sayso/reading.h"

namespace sayso {
namespace {

TEST(InCapitals, RowsKeepThePrintedBytes) {
  const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  const std::string text =
      "SAN ORLEN, 4 FEB 90 (TOLENA WIRE) -- [TEXT] COLONEL PEDRO TOLEN SAID YESTERDAY THAT ABOUT 50 PEASANTS WERE "
      "KIDNAPPED NEAR BOGOTA BY TERRORISTS.\n\nA BOMB EXPLODED AT THE BARRACKS.\n";
  const auto reading = reader->read(text, {.format = "text"});
  ASSERT_TRUE(reading) << reading.error().message;
  EXPECT_NE(reading->dispatch.text.find("PEDRO TOLEN SAID"), std::string::npos);
  ASSERT_TRUE(reading->dispatch.published);
  EXPECT_EQ(iso(*reading->dispatch.published), "1990-02-04");
  ASSERT_EQ(reading->claims.size(), 2U);
  const Claim& first = reading->claims[0];
  EXPECT_EQ(first.attribution.source.text, "COLONEL PEDRO TOLEN");
  EXPECT_EQ(first.attribution.source.name, "Pedro Tolen");
  EXPECT_EQ(first.attribution.cue->text, "SAID");
  ASSERT_EQ(first.events.size(), 1U);
  EXPECT_EQ(first.events[0].trigger.text, "KIDNAPPED");
  EXPECT_EQ(first.events[0].mode, "abduct");
  ASSERT_EQ(first.events[0].where.size(), 1U);
  EXPECT_EQ(first.events[0].where[0].text, "BOGOTA");
  EXPECT_EQ(first.events[0].where[0].country, "COL");
  ASSERT_EQ(first.events[0].counts.size(), 1U);
  EXPECT_EQ(first.events[0].counts[0].text, "ABOUT 50 PEASANTS");
  ASSERT_EQ(reading->claims[1].events.size(), 1U);
  EXPECT_EQ(reading->claims[1].events[0].mode, "explosives");
  SpanCheck check(reading->dispatch);
  for (const Claim& claim : reading->claims) check.claim(claim);
}

}  // namespace
}  // namespace sayso
