// Surface features, the two ways to their keys, and the tables they are looked up in.
#include "language/surface.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "language/key_index.h"

namespace sayso::language {
namespace {

// training/surface.py's ngrams, letter by letter.
std::vector<std::uint64_t> plain_pieces(std::string_view lower) {
  std::vector<std::string> letters{"<"};
  for (std::size_t at = 0; at < lower.size() && letters.size() <= 24;) {
    const std::size_t begin = at;
    next_code_point(lower, at);
    letters.emplace_back(lower.substr(begin, at - begin));
  }
  letters.emplace_back(">");
  std::vector<std::uint64_t> keys;
  for (const std::size_t n : {3U, 4U, 5U})
    for (std::size_t i = 0; i + n <= letters.size(); ++i) {
      std::string piece;
      for (std::size_t k = 0; k < n; ++k) piece += letters[i + k];
      keys.push_back(surface_key(7, piece));
    }
  return keys;
}

void expect_one_way(const std::string& form) {
  const Surface surface = surface_of(form);
  WordKeys keys;
  find_keys(form, keys);
  for (std::size_t i = 0; i < surface_count; ++i)
    EXPECT_EQ(keys.features[i], surface_key(i, surface[i])) << form << " " << surface_names[i];
  EXPECT_EQ(lower_key(form), surface_key(0, surface[0])) << form;
  EXPECT_EQ(keys.pieces, plain_pieces(surface[0])) << form;
}

TEST(Surface, TheFastWayIsTheSame) {
  for (const char* form : {"Kharkiv",  "2,500",
                           "’s",       "—",
                           "--",       "-----",
                           "...",      ".",
                           "..",       "......",
                           "''",       "``",
                           "`",        "'",
                           "\"",       "”",
                           "Ünal",     "I",
                           "a",        "U.S.",
                           "F-16s",    "x\x7Fy",
                           "São",      "“Kyiv",
                           "\xC2\xAD", "don\xC2\xADt",
                           "\xFF",     "{}[]"})
    expect_one_way(form);
  expect_one_way("");
  for (const std::size_t length : {23U, 24U, 25U, 47U, 48U, 49U, 200U}) {
    expect_one_way(std::string(length, 'a'));
    expect_one_way(std::string(length, '-'));
    expect_one_way(std::string(length, '.'));
    expect_one_way("Ö" + std::string(length, 'q'));
  }
  std::mt19937 dice(4);
  for (int round = 0; round < 3000; ++round) {
    std::string form;
    for (std::size_t n = dice() % 12; n > 0; --n) form += static_cast<char>(dice() % 128);
    expect_one_way(form);
  }
}

TEST(Surface, PiecesOfAWord) {
  WordKeys keys;
  find_keys("At", keys);
  EXPECT_EQ(keys.pieces,
            (std::vector<std::uint64_t>{surface_key(7, "<at"), surface_key(7, "at>"), surface_key(7, "<at>")}));
  find_keys("a", keys);
  EXPECT_EQ(keys.pieces, std::vector<std::uint64_t>{surface_key(7, "<a>")});
}

TEST(KeyIndex, FindsWhatIsThereAndNothingElse) {
  std::mt19937_64 dice(5);
  for (const std::size_t count : {0U, 1U, 2U, 3U, 100U, 4096U})
    for (const bool crowded : {false, true}) {
      const auto any = [&] { return static_cast<std::uint32_t>(crowded ? dice() % 10000 : dice()); };
      std::vector<std::uint32_t> keys(count);
      for (auto& key : keys) key = any();
      if (count > 2) keys[0] = 0, keys[1] = ~std::uint32_t{0};
      std::sort(keys.begin(), keys.end());
      const KeyIndex index(keys);
      for (const std::uint32_t key : keys) {
        const std::size_t found = index.find(key);
        ASSERT_GT(found, 0U);
        EXPECT_EQ(keys[found - 1], key);
      }
      for (int i = 0; i < 100; ++i) {
        const std::uint32_t key = any();
        EXPECT_EQ(index.find(key) != 0, std::binary_search(keys.begin(), keys.end(), key));
      }
    }
}

}  // namespace
}  // namespace sayso::language
