// The best tree against the best of all trees, on every sentence of up to five words that chance makes.
#include "language/tree.h"

#include <gtest/gtest.h>

#include <random>

namespace sayso::language {
namespace {

bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) {
    roots += heads[w] == 0;
    std::size_t steps = 0;
    for (std::uint32_t at = heads[w]; at != 0; at = heads[at - 1])
      if (++steps > heads.size()) return false;
  }
  return roots == 1;
}

double weight(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  double sum = 0;
  for (std::size_t w = 0; w < heads.size(); ++w) sum += scores[w * (heads.size() + 1) + heads[w]];
  return sum;
}

double best_of_all(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words, 0);
  double best = -1e30;
  for (;;) {
    if (is_tree(heads)) best = std::max(best, weight(scores, heads));
    std::size_t w = 0;
    while (w < words && ++heads[w] > words) heads[w++] = 0;
    if (w == words) return best;
  }
}

TEST(Tree, IsTheBestOfAllTrees) {
  std::mt19937 random(5);
  for (int round = 0; round < 2000; ++round) {
    const std::size_t words = 1 + random() % 5;
    std::vector<float> scores(words * (words + 1));
    for (float& s : scores) s = static_cast<float>(random() % 41) / 4.0F - 5.0F;
    const std::vector<std::uint32_t> heads = best_tree(scores, words);
    ASSERT_TRUE(is_tree(heads));
    ASSERT_NEAR(weight(scores, heads), best_of_all(scores, words), 1e-6);
  }
}

TEST(Tree, HoldsForLongSentences) {
  std::mt19937 random(6);
  for (const std::size_t words : {50U, 400U}) {
    std::vector<float> scores(words * (words + 1));
    for (float& s : scores) s = static_cast<float>(random() % 1000) / 10.0F;
    EXPECT_TRUE(is_tree(best_tree(scores, words)));
    for (std::size_t w = 0; w < words; ++w)  // each word would hang from its neighbour, in pairs: many cycles
      scores[w * (words + 1) + (w ^ 1U) + 1 - ((w ^ 1U) >= words)] = 1000.0F;
    EXPECT_TRUE(is_tree(best_tree(scores, words)));
  }
}

TEST(Tree, OneWordHangsFromTheRoot) {
  EXPECT_EQ(best_tree(std::vector<float>{-3.0F, 9.0F}, 1), std::vector<std::uint32_t>{0});
}

}  // namespace
}  // namespace sayso::language
