// Times of day: ISO forms in and out, and what is no time.
#include <gtest/gtest.h>

#include "sayso/time.h"

namespace sayso {
namespace {

std::string printed(std::string_view text) {
  const std::optional<Clock> clock = clock_of_iso(text);
  if (!clock) return "none";
  return iso_time(*clock) + (clock->ahead ? " " + iso_zone(*clock->ahead) : "");
}

TEST(Clock, Table) {
  struct Row {
    const char* text;
    const char* expected;
  };
  for (const Row& row : {Row{"14:05", "14:05"},
                         {"14:05:00", "14:05"},
                         {"14:05:30.25Z", "14:05:30 Z"},
                         {"1405+0300", "14:05 +03:00"},
                         {"140530-03", "14:05:30 -03:00"},
                         {"00:00-00:30", "00:00 -00:30"},
                         {"23:59:59,5 +05:45", "23:59:59 +05:45"},
                         {"2022-09-12T14:05:00+03:00", "14:05 +03:00"},
                         {"2022-09-12 14:05", "14:05"},
                         {"2022-09-12", "none"},
                         {"2022-02-31T14:05", "none"},
                         {"2022-09-12x14:05", "none"},
                         {"24:00", "none"},
                         {"14:60", "none"},
                         {"14:05:60", "none"},
                         {"14", "none"},
                         {"-1:05", "none"},
                         {"14:05 or so", "none"},
                         {"14:05.", "none"},
                         {"14:05+19:00", "none"},
                         {"14:05 EST", "none"},
                         {"14:05+03:00 ", "none"},
                         {"", "none"}})
    EXPECT_EQ(printed(row.text), row.expected) << row.text;
}

TEST(Clock, TheMomentIsKnownWhereTheZoneIs) {
  using namespace std::chrono_literals;
  const Day day = *day_of_iso("2031-05-13");
  EXPECT_EQ(*instant(day, clock_of_iso("01:30+03:00")), day - 1h - 30min);
  EXPECT_FALSE(instant(day, clock_of_iso("01:30")));
  EXPECT_FALSE(instant(day, std::nullopt));
  EXPECT_EQ(iso(day, clock_of_iso("01:30+03:00")), "2031-05-13T01:30+03:00");
  EXPECT_EQ(iso(day, clock_of_iso("01:30")), "2031-05-13T01:30");
  EXPECT_EQ(iso(day, std::nullopt), "2031-05-13");
}

}  // namespace
}  // namespace sayso
