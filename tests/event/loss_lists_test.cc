// Lists of losses in invented dispatches -> "text" of "thing" low/best/high, "so far" where they hold all since the
// start.
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string counts_of(const std::string& text) {
  const Reading reading = testing::read(text);
  const auto bound = [](const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : "-"; };
  std::string out;
  for (const Event& event : reading.events)
    for (const Count& count : event.counts) {
      if (count.rule != "loss-list") continue;
      EXPECT_EQ(count.text, slice(reading.dispatch.text, count.span));
      EXPECT_EQ(count.effect, "lost");
      EXPECT_EQ(event.type, "LOSS");
      out += "[" + count.text + "] " + count.of + " " + bound(count.low) + "/" + bound(count.best) + "/" +
             bound(count.high) + (count.cumulative ? " so far" : "") + "\n";
    }
  return out;
}

TEST(LossLists, ALineForEachKind) {
  EXPECT_EQ(counts_of("The total losses of the enemy were approximately:\n\n"
                      "personnel ‒ about 26000 (+350) persons were liquidated,\n\n"
                      "tanks ‒ 1,170 (+25),\n\nboats / cutters – 12,\n\nanti-aircraft systems - 87.\n\n"
                      "Data are being updated.\n\nspecial equipment – 41."),
            "[personnel ‒ about 26000] personnel -/26000/- so far\n[+350] personnel 350/350/350\n"
            "[tanks ‒ 1,170] tanks 1170/1170/1170 so far\n[+25] tanks 25/25/25\n"
            "[boats / cutters – 12] boats / cutters 12/12/12 so far\n"
            "[anti-aircraft systems - 87] anti-aircraft systems 87/87/87 so far\n");
}

TEST(LossLists, InOneSentence) {
  EXPECT_EQ(counts_of("The army gave the losses of the rebels: tanks: more than 5, guns: up to 12; aircraft: 2."),
            "[tanks: more than 5] tanks 6/-/-\n[guns: up to 12] guns -/-/12\n[aircraft: 2] aircraft 2/2/2\n");
}

TEST(LossLists, WhatIsNoListIsLeftAlone) {
  EXPECT_EQ(counts_of("The losses of the enemy were heavy.\n\ntanks – 12,\n\nguns – 3."), "");
  EXPECT_EQ(counts_of("The losses were heavy: a third of the brigade fell."), "");
  EXPECT_EQ(counts_of("The shops were open:\n\ntanks – 12,"), "");
  // Beyond 64 bits there is no number, and nothing behind it is taken for one.
  EXPECT_EQ(counts_of("The losses of the enemy were:\n\ntanks – 99999999999999999999999 (+3),"), "");
}

}  // namespace
}  // namespace sayso
