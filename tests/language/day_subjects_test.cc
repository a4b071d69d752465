// Days taken out of subjects: hand-made trees before and after.
#include "language/day_subjects.h"

#include <gtest/gtest.h>

#include "moved_words.h"

namespace sayso {
namespace {

std::string moved_days(const std::string& table) { return testing::moved_words(table, language::mend_day_subjects); }

TEST(DaySubjects, ADayBehindAPreposition) {
  EXPECT_EQ(
      moved_days(
          "On on IN 3 case\nMonday monday NNP 3 compound\nrebels rebel NNS 4 nsubj\nattacked attack VBD 0 root\n"),
      "On 2 case\nMonday 4 obl\n");
}

TEST(DaySubjects, ADayBehindLast) {
  EXPECT_EQ(moved_days("Last last JJ 4 amod\nTuesday tuesday NNP 4 compound\narmy army NN 4 compound\n"
                       "troops troop NNS 5 nsubj\nleft leave VBD 0 root\n"),
            "Last 2 amod\nTuesday 5 obl:unmarked\n");
}

TEST(DaySubjects, ANightOfADay) {
  EXPECT_EQ(
      moved_days("On on IN 2 case\nnight night NN 7 obl\nof of IN 6 case\n9 9 CD 6 nummod\nMarch march NNP 6 compound\n"
                 "militants militant NNS 2 nmod\nfled flee VBD 0 root\n"),
      "of 5 case\n9 5 nmod:unmarked\nMarch 2 nmod\nmilitants 7 nsubj\n");
}

TEST(DaySubjects, AMonthThatItsDayHasLeft) {
  EXPECT_EQ(moved_days("on on IN 2 case\n10 10 CD 5 obl\nMarch march NNP 4 compound\nfighters fighter NNS 5 nsubj\n"
                       "fled flee VBD 0 root\n"),
            "March 2 nmod:unmarked\n");
}

// A number whose way to the root leads through the month takes no month: heads would run in a ring.
TEST(DaySubjects, NoHeadsRunInARing) {
  EXPECT_EQ(
      moved_days(
          "10 10 CD 5 nummod\nMarch march NNP 7 compound\nx x NN 2 compound\ny y NN 3 compound\nz z NN 4 compound\n"
          "w w NN 3 compound\nfighters fighter NNS 8 nsubj\nfled flee VBD 0 root\n"),
      "");
}

TEST(DaySubjects, WhatTheDayNamesStays) {
  EXPECT_EQ(moved_days("Sunday sunday NNP 2 compound\nschools school NNS 3 nsubj\nclosed close VBD 0 root\n"), "");
  EXPECT_EQ(
      moved_days("The the DT 3 det\nSunday sunday NNP 3 compound\npapers paper NNS 4 nsubj\nsay say VBP 0 root\n"), "");
  EXPECT_EQ(moved_days("On on IN 2 case\nMonday monday NNP 4 obl\nrebels rebel NNS 4 nsubj\nfled flee VBD 0 root\n"),
            "");
}

}  // namespace
}  // namespace sayso
