// Bags of four words in a row, by numbers made by hand.
#include "article_shingles.h"

#include <gtest/gtest.h>

namespace {

using sayso::eval::compare_shingles;
using sayso::eval::ShingleMatch;
using sayso::eval::ShingleScore;
using sayso::eval::words_of;
using Words = std::vector<std::string>;

TEST(Words, AreThoseOfPythonsExpression) {
  EXPECT_EQ(words_of("Don't stop: 2 hurt_now…"), (Words{"Don", "t", "stop", "2", "hurt_now"}));
  EXPECT_EQ(words_of("Жители Кеша"), (Words{"Жители", "Кеша"}));
  EXPECT_EQ(words_of("橋が破壊された。二人"), (Words{"橋が破壊された", "二人"}));
  EXPECT_EQ(words_of("x² ½ Ⅻ"), (Words{"x²", "½", "Ⅻ"}));            // numbers of any kind
  EXPECT_EQ(words_of("e\u0301a ค\u0e33"), (Words{"e", "a", "คำ"}));  // a combining mark parts words there
  EXPECT_TRUE(words_of(" – … ").empty());
}

TEST(Shingles, AreCountedAsABag) {
  const ShingleMatch match = compare_shingles(words_of("a b c d e"), words_of("x a b c d"));
  EXPECT_EQ(match.right, 1u);
  EXPECT_EQ(match.beyond, 1u);
  EXPECT_EQ(match.missing, 1u);
  EXPECT_DOUBLE_EQ(match.f1(), 0.5);

  // "a a a a" stands twice in the gold, once in ours.
  const ShingleMatch twice = compare_shingles(words_of("a a a a a"), words_of("a a a a"));
  EXPECT_EQ(twice.right, 1u);
  EXPECT_EQ(twice.missing, 1u);
  EXPECT_EQ(twice.beyond, 0u);
}

TEST(Shingles, AShortTextIsOne) {
  EXPECT_EQ(compare_shingles(words_of("two hit"), words_of("Two hit")).right, 0u);  // case is kept
  EXPECT_EQ(compare_shingles(words_of("two hit"), words_of("two, hit.")).right, 1u);
  const ShingleMatch none = compare_shingles({}, {});
  EXPECT_EQ(none.precision(), 1);
  EXPECT_EQ(none.recall(), 1);
  const ShingleMatch empty = compare_shingles(words_of("two hit"), {});
  EXPECT_EQ(empty.precision(), 0);
  EXPECT_EQ(empty.recall(), 0);
}

TEST(ShingleScores, AreMeansOverPagesWithATextOnThatSide) {
  ShingleScore score;
  score.add(words_of("a b c d e"), words_of("a b c d e"));  // 1 and 1
  score.add(words_of("a b c d e"), words_of("x a b c d"));  // 1/2 and 1/2
  score.add(words_of("a b c d"), {});                       // recall 0; no precision
  score.add({}, words_of("a b c d"));                       // precision 0; no recall
  EXPECT_EQ(score.pages(), 4u);
  EXPECT_DOUBLE_EQ(score.precision(), 1.5 / 3);
  EXPECT_DOUBLE_EQ(score.recall(), 1.5 / 3);
  EXPECT_DOUBLE_EQ(score.f1(), 0.5);
  EXPECT_DOUBLE_EQ(score.accuracy(), 0.25);
}

}  // namespace
