// What classes and ids say of a part of a page, and the list of words that is asked.
#include "dispatch/part_names.h"

#include <gtest/gtest.h>

#include <string>

#include "dispatch/word_list.h"

namespace sayso::dispatch {
namespace {

constexpr std::string_view boats[] = {"barge", "boat", "boats", "ferry"};
constexpr WordList boat_list(boats);

TEST(WordList, FindsItsWordsAndNoOthers) {
  for (std::size_t i = 0; i < std::size(boats); ++i) EXPECT_EQ(boat_list.find(boats[i]), i) << boats[i];
  for (const std::string_view other :
       {"", "b", "bo", "boas", "boaty", "boatss", "Boat", "ferr", "zebra", "\xc3\xa4st", "1"})
    EXPECT_FALSE(boat_list.holds(other)) << other;
  EXPECT_FALSE(boat_list.holds(std::string(32, 'b')));
  EXPECT_FALSE(boat_list.holds(std::string(36, 'b'))) << "as long as a boat, modulo 32";
}

std::string said_by(std::string_view text) {
  PartNames names;
  names.read(text);
  std::string said = names.furniture.any() ? "furniture" + std::to_string(names.furniture.count()) : "";
  if (names.under_article) said += " under";
  if (names.caption) said += " caption";
  if (names.opening) said += " opening";
  if (names.hidden) said += " hidden";
  return said;
}

TEST(PartNames, WholeWordsOfAClass) {
  EXPECT_EQ(said_by("c-related__list"), "furniture1 under");
  EXPECT_EQ(said_by("l-box relatedLinks"), "furniture1 under");
  EXPECT_EQ(said_by("fact-box"), "furniture1") << "two words in a row";
  EXPECT_EQ(said_by("fact box"), "") << "of one class, not of two";
  EXPECT_EQ(said_by("my-fact_box2"), "furniture1");
  EXPECT_EQ(said_by("wp-caption-text"), " caption") << "as caption, and as wpcaption";
  EXPECT_EQ(said_by("article__standfirst"), " opening");
  EXPECT_EQ(said_by("headline adrift"), "") << "no word inside another";
  EXPECT_EQ(said_by("AD Share"), "furniture2");
  EXPECT_EQ(said_by(""), "");
}

TEST(PartNames, ClassesThatHideOnEveryScreen) {
  EXPECT_EQ(said_by("u-hidden"), " hidden");
  EXPECT_EQ(said_by("box screen-reader-text"), " hidden");
  EXPECT_EQ(said_by("hidden md:block"), "") << "on some screens only";
  EXPECT_EQ(said_by("d-none d-lg-block"), "");
  EXPECT_EQ(said_by("hidden-gems"), "");
}

TEST(PartNames, ReadsTwoThousandBytes) {
  EXPECT_EQ(said_by(std::string(1990, 'x') + " related"), "furniture1 under");
  EXPECT_EQ(said_by(std::string(1995, 'x') + " related"), "") << "cut short";
  EXPECT_EQ(said_by(std::string(100000, 'x')), "");
}

}  // namespace
}  // namespace sayso::dispatch
