// The fast matcher against the definition, on random trees and random patterns; and what matching costs.
#include "match/naive_match.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>

#include "match/random_text.h"
#include "match/rules.h"

namespace sayso {
namespace {

WordLists vowels() {
  WordLists lists;
  lists.add("vowels", WordList(std::map<std::string, std::string, std::less<>>{{"a", ""}, {"e", ""}}));
  return lists;
}

Marks random_marks(Dice& dice, std::uint32_t tokens) {
  Marks marks(tokens);
  for (std::uint32_t t = 0; t < tokens; ++t) {
    if (dice.one_in(3)) marks.set(TokenId{t}, "red");
    if (dice.one_in(5)) marks.set(TokenId{t}, "blue");
  }
  return marks;
}

std::string printed(const std::optional<Captures>& captures) {
  if (!captures) return "none";
  std::string out = "match";
  for (const auto& [name, token] : *captures) out += " " + name + "=" + std::to_string(index(token));
  return out;
}

std::string printed(const Syntax& syntax) {
  std::string out;
  for (const Token& token : syntax.tokens)
    out += token.lemma + " " + std::string(name_of(token.xpos)) + " " +
           (token.head == no_token ? "-" : std::to_string(index(token.head))) + " " +
           std::string(name_of(token.relation)) + "\n";
  return out;
}

TEST(NaiveMatch, AgreesWithTheFastOne) {
  const WordLists lists = vowels();
  Dice dice(7);
  std::map<std::string, std::size_t> matched;  // what stood in patterns that matched
  std::size_t asked = 0, found = 0;
  for (int round = 0; round < 3000 && !HasFailure(); ++round) {
    const TestSyntax made = random_tree(dice);
    const Tree tree(made.syntax);
    const Marks marks = random_marks(dice, tree.size());
    const std::string text = random_pattern(dice);
    const auto pattern = parse_pattern(text, lists, "random");
    ASSERT_TRUE(pattern) << text << ": " << pattern.error().message;
    for (std::uint32_t t = 0; t < tree.size(); ++t) {
      const auto fast = match_at(*pattern, tree, marks, TokenId{t});
      EXPECT_EQ(printed(fast), printed(naive_match(*pattern, tree, marks, TokenId{t}))) << text << " at " << t << "\n"
                                                                                        << printed(made.syntax);
      ++asked;
      if (!fast) continue;
      ++found;
      for (const char* part : {"?", " !", "(", "<", "at:", "within:", "@", ">actor", "|", "is:"})
        if (text.find(part) != std::string::npos) ++matched[part];
    }
  }
  EXPECT_GT(asked, 8000U);
  EXPECT_GT(found, 1500U);
  EXPECT_EQ(matched.size(), 10U) << "every part of the language stood in a pattern that matched";
  for (const auto& [part, times] : matched) EXPECT_GT(times, 20U) << part;
}

class RandomRules : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  static std::string rule(const std::string& id, const std::string& match) {
    return "rule: " + id + "\nwhat: W.\nmatch: " + match + "\nyes: [x A] b.\nno: B.\n\n";
  }
  Rules load(const std::string& text) {
    std::ofstream(folder_ / "r.rules") << text;
    auto rules =
        Rules::load(folder_, lists_, {.keys = {}, .names = {"x", "y", "z"}, .found = {"x"}, .marks = {"red", "blue"}});
    if (!rules) ADD_FAILURE() << rules.error().where << ": " << rules.error().message;
    return rules ? std::move(*rules) : Rules();
  }

  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("random-rules-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  const WordLists lists_ = vowels();
};

// Every rule at every token by the definition, in order of preference, is what the index finds.
TEST_F(RandomRules, TheIndexFindsWhatTryingEverythingFinds) {
  Dice dice(11);
  std::size_t seen = 0;
  for (int round = 0; round < 40; ++round) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += rule("r" + std::to_string(i), random_pattern(dice));
    const Rules rules = load(text);
    for (int trees = 0; trees < 25; ++trees) {
      const TestSyntax made = random_tree(dice);
      const Tree tree(made.syntax);
      const Marks marks = random_marks(dice, tree.size());
      std::string all, first;
      for (std::uint32_t t = 0; t < tree.size(); ++t) {
        bool taken = false;
        for (const Rule& one : rules.all()) {
          const auto captures = naive_match(one.pattern, tree, marks, TokenId{t});
          if (!captures) continue;
          const std::string line = one.id + "@" + std::to_string(t) + " " + printed(captures) + "\n";
          all += line;
          if (!taken) first += line;
          taken = true;
          ++seen;
        }
      }
      const auto lines = [](const std::vector<Match>& matches) {
        std::string out;
        for (const Match& match : matches)
          out += match.rule->id + "@" + std::to_string(index(match.anchor)) + " " + printed(match.captures) + "\n";
        return out;
      };
      ASSERT_EQ(lines(rules.all_matches(tree, marks)), all) << text << printed(made.syntax);
      ASSERT_EQ(lines(rules.first_matches(tree, marks)), first) << text << printed(made.syntax);
    }
  }
  EXPECT_GT(seen, 5000U);
}

// Rules for words that a text lacks cost it nothing, however many they are.
TEST_F(RandomRules, CostGrowsWithMatchesAndNotWithRules) {
  std::string text = rule("one", "{lemma:a}=x") + rule("two", "{lemma:a|b}=x >obj {}=y");
  const auto made = syntax_table("w a VBD 0 root\nw b NN 1 obj\nw c NN 2 nmod\n");
  const Tree tree(made.syntax);
  const std::size_t few = load(text).tries(tree);
  EXPECT_EQ(few, 3U) << "two at a, one at b";
  for (int i = 0; i < 2000; ++i)
    text += rule("other-" + std::to_string(i),
                 (i % 2 == 0 ? "{lemma:word" : "{preposition:word") + std::to_string(i) + "|else}=x >obj {}=y");
  const Rules many = load(text);
  EXPECT_EQ(many.all().size(), 2002U);
  EXPECT_EQ(many.tries(tree), few);
  EXPECT_EQ(many.all_matches(tree, Marks(tree.size())).size(), 2U);
}

}  // namespace
}  // namespace sayso
