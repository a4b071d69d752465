// Every rule's own example, tables of sentences with what comes out, and hostile input.
#include "mention/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "mention/date_lexicons.h"
#include "mention/tagged_builder.h"

namespace sayso {
namespace {

using testing_kit::build_plain;
using testing_kit::build_tagged;
using testing_kit::date_rules;
using testing_kit::show;

std::string dates_in(std::string_view sentence, std::string_view published = "2022-09-12") {
  const auto built = build_plain({sentence}, published);
  return show(find_dates(built.dispatch, built.syntax, date_rules()));
}

TEST(Dates, EveryRuleReadsItsExample) {
  ASSERT_GT(date_rules().rules().size(), 60U);
  for (const DateRule& rule : date_rules().rules()) {
    const auto built = build_plain({rule.example}, rule.published);
    const auto found = find_dates(built.dispatch, built.syntax, date_rules());
    ASSERT_EQ(found.size(), 1U) << rule.id << ": " << rule.example << " -> " << show(found);
    EXPECT_EQ(show(found.front()), rule.expected) << rule.id << ": " << rule.example;
    EXPECT_EQ(found.front().when.rule, "dates:" + rule.id) << rule.example;
  }
}

struct DateCase {
  const char* sentence;
  const char* expected;
};

TEST(Dates, Sentences) {
  const DateCase table[] = {
      {"The envoy will arrive on Friday.", "Friday = 2022-09-16..2022-09-16 day"},
      {"Kesh fell on Monday.", "Monday = 2022-09-12..2022-09-12 day"},
      {"Between Friday and Sunday ten towns fell.", "Between Friday and Sunday = 2022-09-09..2022-09-11 span"},
      {"They met on Saturday and on 3 August.",
       "Saturday = 2022-09-10..2022-09-10 day; 3 August = 2022-08-03..2022-08-03 day"},
      {"Since late February, 2022 the port is shut.", "Since late February, 2022 = 2022-02-01.. longer"},
      {"From 5 March to 7 May 2021 it was quiet.", "From 5 March to 7 May 2021 = 2021-03-05..2021-05-07 longer"},
      {"It burned on the night of Sept. 10.", "the night of Sept. 10 = 2022-09-10..2022-09-10 part-of-day night"},
      {"Rockets came at 4:30 p.m. on 9 September.",
       "4:30 p.m. on 9 September = 2022-09-09..2022-09-09 part-of-day 16:30"},
      {"In February 2014 masked men came. On 18 March they stayed.",
       "February 2014 = 2014-02-01..2014-02-28 month; 18 March = 2014-03-18..2014-03-18 day"},
      {"He left on 29 February.", "29 February = 2020-02-29..2020-02-29 day"},
      {"It was signed in Dovran, 9 September, by both.", "9 September = 2022-09-09..2022-09-09 day"},
      // what is no date
      {"The nearly seven-month war goes on for three days more.", ""},
      {"They may march in the fall of Kesh.", ""},
      {"Some 2,000 soldiers and 1500 guns were lost.", ""},
      {"An army of 2000 soldiers came.", ""},
      {"It broke resolution 2254 (2015) of the Council.", ""},
      {"The raid on Kesh (2015) is recalled.", "2015 = 2015-01-01..2015-12-31 year"},
      {"Daily strikes hit the second bridge.", ""},
      {"April Dovran met August Kesh.", ""},
      // what cannot be told
      {"It fell on 31 September 2021.", "31 September 2021 = .. unknown"},
      {"It fell on 30 February.", "30 February = .. unknown"},
      {"It fell on 32 September.", "September = .. unknown"},
      {"It fell on 1 January 12022, he said.", "1 January = .. unknown"},
      // years to come and decades are of no past month
      {"They rearm in the early 2030s. Rebels seized it in October.",
       "2030s = 2030-01-01..2039-12-31 longer; October = 2021-10-01..2021-10-31 month"},
      {"They rearm in 2035. Rebels seized it in October.",
       "2035 = 2035-01-01..2035-12-31 year; October = 2021-10-01..2021-10-31 month"},
  };
  for (const DateCase& c : table) EXPECT_EQ(dates_in(c.sentence), c.expected) << c.sentence;
}

// The day told last, in the paragraph or the one before it.
TEST(Dates, CountedFromADayTold) {
  const DateCase table[] = {
      {"Kesh fell on 3 May 2021; rebels had burned Dovran the previous Friday.",
       "3 May 2021 = 2021-05-03..2021-05-03 day; the previous Friday = 2021-04-30..2021-04-30 day"},
      {"Kesh fell on Friday; rebels burned Dovran the following Friday.",
       "Friday = 2022-09-09..2022-09-09 day; the following Friday = 2022-09-16..2022-09-16 day"},
      {"Kesh fell on Friday and Dovran the following day.",
       "Friday = 2022-09-09..2022-09-09 day; the following day = 2022-09-10..2022-09-10 day"},
      {"Kesh fell on Friday and Dovran three days later, Ostrel the day before yesterday.",
       "Friday = 2022-09-09..2022-09-09 day; three days later = 2022-09-12..2022-09-12 day; "
       "the day before yesterday = 2022-09-10..2022-09-10 day"},
      {"Kesh fell on Friday, Dovran two days earlier.",
       "Friday = 2022-09-09..2022-09-09 day; two days earlier = 2022-09-07..2022-09-07 day"},
      {"Kesh fell on Friday and Dovran a year later.",
       "Friday = 2022-09-09..2022-09-09 day; a year later = .. unknown"},
      {"Kesh fell in May and Dovran the following day.",
       "May = 2022-05-01..2022-05-31 month; the following day = .. unknown"},
  };
  for (const DateCase& c : table) EXPECT_EQ(dates_in(c.sentence), c.expected) << c.sentence;
  auto apart = build_plain({"Kesh fell on Friday.", "Dovran stood.", "Dovran fell the following day."}, "2022-09-12");
  for (std::uint32_t i = 0; i < 3; ++i) apart.syntax.sentences[i].paragraph = i;
  EXPECT_EQ(show(find_dates(apart.dispatch, apart.syntax, date_rules())),
            "Friday = 2022-09-09..2022-09-09 day; the following day = .. unknown");
  apart.syntax.sentences[2].paragraph = 1;
  EXPECT_EQ(show(find_dates(apart.dispatch, apart.syntax, date_rules())),
            "Friday = 2022-09-09..2022-09-09 day; the following day = 2022-09-10..2022-09-10 day");
}

TEST(Dates, TheEndsOfAnIntervalAreInOrder) {
  const DateCase table[] = {
      {"The truce held from Monday to Friday.", "from Monday to Friday = 2022-09-05..2022-09-09 span"},
      {"The truce will hold from Sunday to Tuesday.", "from Sunday to Tuesday = 2022-09-18..2022-09-20 span"},
      {"The truce held from 10 September to 3 October.",
       "from 10 September to 3 October = 2021-09-10..2021-10-03 span"},
      {"The truce held from August to October.", "from August to October = 2021-08-01..2021-10-31 longer"},
      {"Kesh fell in May 2014, and the truce held from November to February.",
       "May 2014 = 2014-05-01..2014-05-31 month; from November to February = 2014-11-01..2015-02-28 longer"},
      {"The truce held from December 2020 to March.", "from December 2020 to March = 2020-12-01..2021-03-31 longer"},
      {"The truce held from May 2021 to March 2021.", "from May 2021 to March 2021 = .. unknown"},
  };
  for (const DateCase& c : table) EXPECT_EQ(dates_in(c.sentence), c.expected) << c.sentence;
}

TEST(Dates, WithoutADayOfPublication) {
  EXPECT_EQ(dates_in("Kesh fell on Friday evening.", ""), "Friday evening = .. part-of-day evening");
  EXPECT_EQ(dates_in("Kesh fell over the weekend.", ""), "over the weekend = .. unknown");
  EXPECT_EQ(dates_in("Kesh fell on 3 May.", ""), "3 May = .. unknown");
  EXPECT_EQ(dates_in("Kesh fell on 3 May 2021.", ""), "3 May 2021 = 2021-05-03..2021-05-03 day");
  EXPECT_EQ(dates_in("As of 6 a.m. ten were dead.", ""), "As of 6 a.m. = .. part-of-day 06:00");
}

TEST(Dates, WeekdaysAndWeekendsFromEveryDay) {
  // naive: walk back day by day
  for (int offset = 0; offset < 14; ++offset) {
    const Day published = *day_of_iso("2022-09-05") + std::chrono::days{offset};
    Day saturday = published;
    while (std::chrono::weekday{saturday} != std::chrono::Saturday) saturday -= std::chrono::days{1};
    const std::string expected =
        "over the weekend = " + iso(saturday) + ".." + iso(saturday + std::chrono::days{1}) + " weekend";
    EXPECT_EQ(dates_in("Kesh fell over the weekend.", iso(published)), expected);
    Day thursday = published;
    while (std::chrono::weekday{thursday} != std::chrono::Thursday) thursday -= std::chrono::days{1};
    EXPECT_EQ(dates_in("Kesh fell on Thursday.", iso(published)),
              "Thursday = " + iso(thursday) + ".." + iso(thursday) + " day");
  }
}

TEST(Dates, TreesTellTheTense) {
  auto past =
      build_tagged({"He/PRON/nsubj@2 said=say/VERB Friday/PROPN/obl:unmarked@2 they/PRON/nsubj@5 will/AUX/aux@5 "
                    "leave/VERB/ccomp@2 ./PUNCT/punct@2"},
                   "2022-09-12");
  past.syntax.tokens[4].head = TokenId{5};
  past.syntax.tokens[3].head = TokenId{5};
  EXPECT_EQ(show(find_dates(past.dispatch, past.syntax, date_rules())), "Friday = 2022-09-09..2022-09-09 day");
  const auto coming = build_tagged(
      {"They/PRON/nsubj@3 will/AUX/aux@3 leave/VERB on/ADP/case@5 Friday/PROPN/obl@3 ./PUNCT/punct@3"}, "2022-09-12");
  const auto found = find_dates(coming.dispatch, coming.syntax, date_rules());
  EXPECT_EQ(show(found), "Friday = 2022-09-16..2022-09-16 day");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(index(found.front().head), 4U);
}

TEST(Dates, HeadIsTheWordTheRestHangsOn) {
  const auto built = build_tagged(
      {"Kesh/PROPN/nsubj@2 fell=fall/VERB over/ADP/case@5 the/DET/det@5 weekend/NOUN/obl@2 ./PUNCT/punct@2"},
      "2022-09-12");
  const auto found = find_dates(built.dispatch, built.syntax, date_rules());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(index(found.front().head), 4U);
  EXPECT_EQ(found.front().when.text, "over the weekend");
}

TEST(Dates, SpansRiseAndNeverOverlap) {
  const auto built = build_plain({"From Monday to Friday, at 6 a.m. on 3 May 2021, since 2014 and until the weekend, "
                                  "last week, last night and on 2022-09-10 at 5 p.m."},
                                 "2022-09-12");
  const auto found = find_dates(built.dispatch, built.syntax, date_rules());
  EXPECT_GT(found.size(), 5U);
  for (std::size_t i = 1; i < found.size(); ++i) EXPECT_LE(found[i - 1].when.span->end, found[i].when.span->begin);
}

// Two entries of a live page: dates count from the day and the hour of the one they stand in.
TEST(Dates, OfAnEntryCountFromItsOwnTime) {
  const auto printed = [](std::string_view sentence, const char* time) {
    auto built = build_plain({"Kesh was quiet on 3 May 2021.", sentence}, "2022-09-12");
    const auto& paragraphs = built.dispatch.paragraphs;
    built.dispatch.entries = {
        {.span = paragraphs[0].span, .day = *day_of_iso("2022-09-14"), .clock = clock_of_iso("09:00")},
        {.span = paragraphs[1].span, .day = *day_of_iso(time), .clock = clock_of_iso(time)}};
    auto found = find_dates(built.dispatch, built.syntax, date_rules());
    found.erase(found.begin());
    return show(found);
  };
  struct Row {
    const char* sentence;
    const char* time;
    const char* expected;
  };
  const Row table[] = {
      {"Kesh was shelled today.", "2022-09-13T08:00", "today = 2022-09-13..2022-09-13 day"},
      {"Kesh was shelled this morning.", "2022-09-13", "this morning = 2022-09-13..2022-09-13 part-of-day morning"},
      {"Kesh was shelled on Monday.", "2022-09-13T08:00", "Monday = 2022-09-12..2022-09-12 day"},
      {"Kesh was shelled an hour ago.", "2022-09-13T08:00", "an hour ago = 2022-09-13..2022-09-13 part-of-day"},
      {"Kesh was shelled two hours ago.", "2022-09-13T01:30+03:00",
       "two hours ago = 2022-09-12..2022-09-12 part-of-day"},
      {"Kesh was shelled two hours ago.", "2022-09-13", "two hours ago = 2022-09-12..2022-09-13 part-of-day"},
      // hedged hours may be of two days
      {"Kesh was shelled less than 48 hours ago.", "2022-09-13T08:00",
       "48 hours ago = 2022-09-11..2022-09-13 part-of-day"},
      {"Kesh was shelled more than 20 hours ago.", "2022-09-13T21:00",
       "20 hours ago = 2022-09-12..2022-09-13 part-of-day"},
      {"Kesh was shelled about two hours ago.", "2022-09-13T01:30",
       "two hours ago = 2022-09-12..2022-09-13 part-of-day"},
      {"Kesh was shelled about two hours ago.", "2022-09-13T08:00",
       "two hours ago = 2022-09-13..2022-09-13 part-of-day"},
      {"Kesh was shelled half an hour ago.", "2022-09-13T00:40", "an hour ago = 2022-09-12..2022-09-13 part-of-day"},
      {"Kesh was shelled half an hour ago.", "2022-09-13T08:00", "an hour ago = 2022-09-13..2022-09-13 part-of-day"},
      {"Kesh was shelled half an hour ago.", "2022-09-13", "an hour ago = 2022-09-12..2022-09-13 part-of-day"},
      {"Six fell in the past five hours.", "2022-09-13T08:00", "the past five hours = 2022-09-13..2022-09-13 span"},
      {"Six fell in the last 24 hours.", "2022-09-13T08:00", "the last 24 hours = 2022-09-12..2022-09-13 span"},
      {"It may end in the next two hours.", "2022-09-13T23:00", "the next two hours = 2022-09-13..2022-09-14 span"},
      {"Kesh was shelled two days ago.", "2022-09-13T01:00", "two days ago = 2022-09-11..2022-09-11 day"},
      // what the entry before told does not go on
      {"Kesh was shelled the following day.", "2022-09-13T08:00", "the following day = .. unknown"},
  };
  for (const Row& row : table) EXPECT_EQ(printed(row.sentence, row.time), row.expected) << row.sentence << row.time;
}

TEST(Dates, HostileText) {
  for (const char* text :
       {"", " ", "99:99 am", "00.00.0000", "31.12.9999", "9999999999999999999999 May", "May May May May 5 5 5 5",
        "\xff\xfe Monday\xc3", "1000s 2090s 0000s", "99999 years ago", "999 years ago", "999 decades ago",
        "in the last 999 years", "6 a", "6 a.", "12:30:45", "Monday’s ’ s"}) {
    const auto built = build_plain({text}, "2022-09-12");
    for (const DateMention& m : find_dates(built.dispatch, built.syntax, date_rules())) {
      EXPECT_LE(m.when.span->end, built.dispatch.text.size()) << text;
      EXPECT_LE(m.when.begin.value_or(Day::min()), m.when.end.value_or(Day::max())) << text;
    }
  }
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "from Monday to Friday, 5 May 2021 at 6 a.m. ";
  const auto built = build_plain({many}, "2022-09-12");
  EXPECT_GE(find_dates(built.dispatch, built.syntax, date_rules()).size(), 40'000U);
}

}  // namespace
}  // namespace sayso
