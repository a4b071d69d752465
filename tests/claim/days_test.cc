// Events told in the past lie before their telling.
#include "claim/days.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

using std::chrono::March;

Day of_march(unsigned day) { return std::chrono::year{2031} / March / std::chrono::day{day}; }

When on(unsigned day, const char* rule = "dates:weekday") {
  When when;
  when.begin = when.end = of_march(day);
  when.rule = rule;
  return when;
}

// The day in March an event of `happened` is dated to, told on `said`.
unsigned dated(unsigned happened, unsigned said, Tense tense = Tense::past, const char* rule = "dates:weekday") {
  Event event;
  event.when = on(happened, rule);
  event.tense = tense;
  Attribution attribution;
  attribution.said = on(said);
  put_before_speech(event, attribution);
  EXPECT_EQ(event.when->begin, event.when->end);
  return static_cast<unsigned>(std::chrono::year_month_day{*event.when->begin}.day());
}

TEST(Days, WeekdaysOfThePastLieBeforeTheSpeech) {
  EXPECT_EQ(dated(15, 9), 8U);
  EXPECT_EQ(dated(15, 7), 1U);
  EXPECT_EQ(dated(15, 9, Tense::past, "dates:weekday joined"), 8U);
}

TEST(Days, OthersStay) {
  EXPECT_EQ(dated(8, 9), 8U);
  EXPECT_EQ(dated(9, 9), 9U) << "told on the same day";
  EXPECT_EQ(dated(15, 9, Tense::future), 15U);
  EXPECT_EQ(dated(15, 9, Tense::past, "dates:day-month-year"), 15U) << "a date of its own";
}

TEST(Days, WithoutADayOfSpeechNothingMoves) {
  Event event;
  event.when = on(15);
  event.tense = Tense::past;
  put_before_speech(event, {});
  EXPECT_EQ(event.when->begin, of_march(15));
}

}  // namespace
}  // namespace sayso
