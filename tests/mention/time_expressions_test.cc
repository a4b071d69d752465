// Every rule's own example, tables of sentences with what comes out, what cannot be told, and hostile input.
#include "mention/time_expressions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "mention/date_lexicons.h"
#include "mention/tagged_builder.h"

namespace sayso {
namespace {

using testing_kit::build_plain;
using testing_kit::build_tagged;
using testing_kit::date_rules;
using testing_kit::show;
using testing_kit::time_rules;

std::string times_in(std::string_view text, std::string_view published = "2022-09-12") {
  const auto built = build_plain({text}, published);
  return show(find_time_expressions(built.dispatch, built.syntax, time_rules()));
}

TEST(TimeExpressions, EveryRuleReadsItsExample) {
  ASSERT_GT(time_rules().rules().size(), 100U);
  for (const DateRule& rule : time_rules().rules()) {
    const auto built = build_plain({rule.example}, rule.published);
    const auto found = find_time_expressions(built.dispatch, built.syntax, time_rules());
    if (rule.value == "none") {
      EXPECT_EQ(show(found), "") << rule.id;
      EXPECT_EQ(rule.expected, "nothing") << rule.id;
      continue;
    }
    const auto own =
        std::find_if(found.begin(), found.end(), [&](const TimeExpression& e) { return e.rule == "times:" + rule.id; });
    ASSERT_NE(own, found.end()) << rule.id << ": " << rule.example << " -> " << show(found);
    EXPECT_EQ(show(*own), rule.expected) << rule.id << ": " << rule.example;
  }
}

struct TimeCase {
  const char* text;
  const char* expected;
};

TEST(TimeExpressions, Sentences) {
  const TimeCase table[] = {
      {"He was held for twenty-four hours.", "twenty-four hours = DURATION PT24H"},
      {"He was held for a hundred days.", "a hundred days = DURATION P100D"},
      {"Kesh fell in nineteen ninety-six.", "nineteen ninety-six = DATE 1996"},
      {"The truce of 5 May, 2021, held for two days.", "5 May, 2021 = DATE 2021-05-05; two days = DURATION P2D"},
      {"It was signed in Dovran, September 5, by both.", "September 5 = DATE 2022-09-05"},
      {"The vote is due by September 20.", "September 20 = DATE 2022-09-20"},
      {"The envoy will arrive on Friday.", "Friday = DATE 2022-09-16"},
      {"The envoy arrived on Friday.", "Friday = DATE 2022-09-09"},
      {"They fled in early September.", "early September = DATE 2022-09"},
      {"It burned from mid-1996.", "mid-1996 = DATE 1996"},
      {"Sales fell in the third quarter from a year earlier.",
       "the third quarter = DATE 2022-Q3; a year earlier = DATE 2021-Q3"},
      {"Losses fell in 2021 from a year earlier.", "2021 = DATE 2021; a year earlier = DATE 2020"},
      {"The raid came on Friday at about 6 a.m.", "Friday = DATE 2022-09-09; about 6 a.m. = TIME 2022-09-09T06:00"},
      {"In February 2014 masked men came. On 18 March they stayed.",
       "February 2014 = DATE 2014-02; 18 March = DATE 2014-03-18"},
      {"They met on the night of September 9.", "the night of September 9 = TIME 2022-09-09TNI"},
      {"It opens on Thanksgiving.", "Thanksgiving = DATE 2022-11-24"},
      {"The truce held from Monday to Friday.", "Monday = DATE 2022-09-05; Friday = DATE 2022-09-09"},
      {"The truce will hold from Sunday to Tuesday.", "Sunday = DATE 2022-09-18; Tuesday = DATE 2022-09-20"},
      {"The truce held from November to July.", "November = DATE 2021-11; July = DATE 2022-07"},
      {"They met on Monday and Friday.", "Monday = DATE 2022-09-12; Friday = DATE 2022-09-09"},
      {"Profit fell in the quarter ended July 31.", "the quarter = DATE 2022-Q2; July 31 = DATE 2022-07-31"},
      {"Profit fell in the quarter ended in September.", "the quarter = DATE 2022-Q3; September = DATE 2022-09"},
      // what is no time
      {"An army of 37,000 came as soon as it could.", ""},
      {"Prices rose 2000% and $1995 was paid.", ""},
      {"A six-year-old boy, 37 years old guards and a quarter of the town.", ""},
      {"It was about recent losses.", "recent = DATE PAST_REF"},
      // what cannot be told
      {"It fell on 31 February.", "31 February = DATE"},
      {"It fell on 31 September 2021.", "31 September 2021 = DATE"},
      {"It fell on March 257th.", "March 257th = DATE"},
      {"It lasted 99999999999999999999999 years.", ""},
      {"It fell 999 centuries ago.", "999 centuries ago = DATE"},
  };
  for (const TimeCase& c : table) EXPECT_EQ(times_in(c.text), c.expected) << c.text;
}

TEST(TimeExpressions, AYearGoesOnOnlyWhereItTellsAStory) {
  for (const auto& [first, expected] : {std::pair{"Masked men came in February 2014.", "18 March = DATE 2014-03-18"},
                                        {"The mine has grown since 1980.", "18 March = DATE 2022-03-18"}}) {
    auto built = build_plain({first, "They stayed on 18 March."}, "2022-09-12");
    built.syntax.sentences[1].paragraph = built.syntax.sentences[0].paragraph;
    EXPECT_EQ(show(find_time_expressions(built.dispatch, built.syntax, time_rules()).back()), expected) << first;
  }
}

// Nothing is made up: what hangs on the day of publication is left open.
TEST(TimeExpressions, WithoutADayOfPublication) {
  const TimeCase table[] = {
      {"Kesh fell on Friday.", "Friday = DATE XXXX-WXX-5"},
      {"Kesh fell on Friday evening.", "Friday evening = TIME XXXX-WXX-5TEV"},
      {"Kesh fell on Friday at 6 a.m.", "Friday at 6 a.m. = TIME XXXX-WXX-5T06:00"},
      {"Kesh fell today.", "today = DATE XXXX-XX-XX"},
      {"Kesh fell last week.", "last week = DATE XXXX-WXX"},
      {"Kesh fell last year.", "last year = DATE XXXX"},
      {"Kesh fell on 3 May.", "3 May = DATE XXXX-05-03"},
      {"Kesh fell in September.", "September = DATE XXXX-09"},
      {"Kesh fell this summer.", "this summer = DATE XXXX-SU"},
      {"Kesh fell two years ago.", "two years ago = DATE XXXX"},
      {"Kesh fell at 6 a.m.", "6 a.m. = TIME XXXX-XX-XXT06:00"},
      {"Kesh fell over the weekend.", "the weekend = DATE XXXX-WXX-WE"},
      {"Sales fell in the third quarter.", "the third quarter = DATE XXXX-Q3"},
      {"Sales fell in the quarter.", "the quarter = DATE XXXX-QX"},
      {"It opens on Christmas.", "Christmas = DATE XXXX-12-25"},
      {"Kesh fell on 3 May 2021.", "3 May 2021 = DATE 2021-05-03"},
      {"Kesh fell in 2014, and the following year Dovran.", "2014 = DATE 2014; the following year = DATE 2015"},
  };
  for (const TimeCase& c : table) EXPECT_EQ(times_in(c.text, ""), c.expected) << c.text;
}

TEST(TimeExpressions, TreesTellTheTense) {
  const auto reported = build_tagged(
      {"They/PRON/nsubj@3 would/AUX/aux@3 leave/VERB on/ADP/case@5 Friday/PROPN/obl@3 ./PUNCT/punct@3"}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(reported.dispatch, reported.syntax, time_rules())), "Friday = DATE 2022-09-16");
  auto expected =
      build_tagged({"It/PRON/nsubj@3 was/AUX/aux:pass@3 expected=expect/VERB on/ADP/case@5 Friday/PROPN/obl@3 "
                    "./PUNCT/punct@3"},
                   "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(expected.dispatch, expected.syntax, time_rules())), "Friday = DATE 2022-09-16");
  auto planned = build_tagged({"They/PRON/nsubj@2 planned=plan/VERB to/PART/mark@4 leave/VERB/xcomp@2 on/ADP/case@6 "
                               "Friday/PROPN/obl@4 ./PUNCT/punct@2"},
                              "2022-09-12");
  planned.syntax.tokens[3].xpos = Xpos::VB;
  planned.syntax.tokens[1].xpos = Xpos::VBD;
  EXPECT_EQ(show(find_time_expressions(planned.dispatch, planned.syntax, time_rules())), "Friday = DATE 2022-09-16");
  const auto may = build_tagged({"They/PRON/nsubj@3 May/AUX/aux@3 leave/VERB ./PUNCT/punct@3"}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(may.dispatch, may.syntax, time_rules())), "");
  const auto month =
      build_tagged({"They/PRON/nsubj@2 left/VERB in/ADP/case@4 May/PROPN/obl@2 ./PUNCT/punct@2"}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(month.dispatch, month.syntax, time_rules())), "May = DATE 2022-05");
  const auto guns =
      build_tagged({"They/PRON/nsubj@2 lost/VERB 2000/NUM/nummod@4 guns/NOUN/obj@2 ./PUNCT/punct@2"}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(guns.dispatch, guns.syntax, time_rules())), "2000 = DATE 2000")
      << "the tag of many is not given by hand";
}

TEST(TimeExpressions, SoonIsAheadOnlyWhereTheVerbIs) {
  auto past = build_tagged({"It/PRON/nsubj@3 soon/ADV/advmod@3 fell=fall/VERB ./PUNCT/punct@3"}, "2022-09-12");
  past.syntax.tokens[2].xpos = Xpos::VBD;
  EXPECT_EQ(show(find_time_expressions(past.dispatch, past.syntax, time_rules())), "");
  const auto coming =
      build_tagged({"It/PRON/nsubj@4 will/AUX/aux@4 soon/ADV/advmod@4 fall/VERB ./PUNCT/punct@4"}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(coming.dispatch, coming.syntax, time_rules())), "soon = DATE FUTURE_REF");
}

TEST(TimeExpressions, NamesAreNoTimes) {
  const auto march = build_tagged(
      {"The/DET/det@3 Long/PROPN/compound@3 March/PROPN/nsubj@4 ended/VERB ./PUNCT/punct@4"}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(march.dispatch, march.syntax, time_rules())), "");
  auto built = build_tagged({"Kesh/PROPN Today/PROPN said/VERB it/PRON ./PUNCT"}, "2022-09-12");
  ASSERT_TRUE(built.name("Kesh Today", NameKind::organisation));
  EXPECT_EQ(show(find_time_expressions(built.dispatch, built.syntax, time_rules())), "");
}

// Lengths and sets never become a day of an event.
TEST(TimeExpressions, TheDatesOfEventsStayApart) {
  const auto built = build_plain(
      {"For three years he reported every Monday morning and now daily, a six-year-old told."}, "2022-09-12");
  EXPECT_EQ(show(find_time_expressions(built.dispatch, built.syntax, time_rules())),
            "three years = DURATION P3Y; every Monday morning = SET XXXX-WXX-1TMO; now = DATE PRESENT_REF; daily = SET "
            "P1D");
  for (const DateMention& m : find_dates(built.dispatch, built.syntax, date_rules()))
    EXPECT_EQ(m.when.text, "Monday morning");
}

TEST(TimeExpressions, SpansRiseAndNeverOverlap) {
  const auto built =
      build_plain({"From Monday to Friday, at about 6 a.m. on 3 May 2021, in the last three years or so, "
                   "at the end of this week, no more than two to three days ago and every other night, "
                   "twenty-five years and a half ago, 2 1/2 years, the 1990s, year-end."},
                  "2022-09-12");
  const auto found = find_time_expressions(built.dispatch, built.syntax, time_rules());
  EXPECT_GT(found.size(), 8U);
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i - 1].span.end, found[i].span.begin);
}

// What one entry of a live page tells does not go on in the next.
TEST(TimeExpressions, OfAnEntryCountFromItsOwnDay) {
  auto built = build_plain({"Kesh was quiet on 3 May 2021.", "Kesh was shelled the following day."}, "2022-09-12");
  const auto& paragraphs = built.dispatch.paragraphs;
  const auto last = [&] { return show(find_time_expressions(built.dispatch, built.syntax, time_rules()).back()); };
  EXPECT_EQ(last(), "the following day = DATE 2021-05-04");
  built.dispatch.entries = {{.span = paragraphs[0].span, .day = *day_of_iso("2022-09-14")},
                            {.span = paragraphs[1].span, .day = *day_of_iso("2022-09-13")}};
  EXPECT_EQ(last(), "the following day = DATE 2022-09-14");
}

TEST(TimeExpressions, HostileText) {
  for (const char* text : {"",
                           " ",
                           ",",
                           "the",
                           "a",
                           "twenty-",
                           "1/2",
                           "1/",
                           "2 1/2",
                           "half a",
                           "99:99 am",
                           "00.00.0000",
                           "31.12.9999",
                           "9999999999999999999999 May",
                           "999 999 years ago",
                           "in the year 9999999999999999999",
                           "the 0th century",
                           "the 99999999999999999999th century",
                           "fifth quarter",
                           "the 0th quarter of 2000",
                           "0 years ago",
                           "1000s 0000s",
                           "\xff\xfe Monday\xc3",
                           "999 decades ago",
                           "the last 999 years",
                           "every every every",
                           "Monday’s ’ s",
                           "the year two thousand two thousand",
                           "nineteen nineteen nineteen",
                           "early late mid - 1996 -"}) {
    for (const char* published : {"", "0001-01-01", "2022-09-12", "9999-12-31"}) {
      const auto built = build_plain({text}, published);
      for (const TimeExpression& e : find_time_expressions(built.dispatch, built.syntax, time_rules())) {
        EXPECT_LE(e.span.end, built.dispatch.text.size()) << text;
        EXPECT_LT(e.span.begin, e.span.end) << text;
      }
    }
  }
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "about three years ago, on Friday at 6 a.m. and the end of 2021 ";
  const auto built = build_plain({many}, "2022-09-12");
  EXPECT_GE(find_time_expressions(built.dispatch, built.syntax, time_rules()).size(), 40'000U);
}

}  // namespace
}  // namespace sayso
