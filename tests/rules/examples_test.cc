// Every yes and no sentence of every rule is a test, named by its rule: the shipped model must read the sentence so
// that the rule fires with exactly the marked parts, or does not fire. `sayso rules test` asks the same.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "cli/rule_check.h"

namespace sayso::cli {
namespace {

template <typename T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  ADD_FAILURE() << result.error().where << ": " << result.error().message;
  std::abort();
}

const RuleBook& book() {
  static const RuleBook loaded = must(RuleBook::load(SAYSO_SOURCE_DIR "/data", ""));
  return loaded;
}
const SentenceReader& reader() {
  static const SentenceReader opened =
      must(SentenceReader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso"));
  return opened;
}

class RuleSentences : public testing::TestWithParam<StagedRule> {};

TEST_P(RuleSentences, Hold) {
  for (const SentenceFault& fault : check_sentences(GetParam(), book(), reader())) {
    std::string fired;
    for (const std::string& line : fault.fired) fired += "\n    " + line;
    ADD_FAILURE() << GetParam().rule->where << ": " << fault.sentence << "\n  ought " << fault.expected
                  << "\n  fired:" << fired;
  }
}

// A rule for any word would be tried at every word.
TEST(ShippedRules, NameTheWordsOfTheirAnchors) {
  for (const StagedRule& rule : book().all())
    EXPECT_TRUE(anchor_words(rule.rule->pattern, sayso::Test::Key::lemma) ||
                anchor_words(rule.rule->pattern, sayso::Test::Key::preposition))
        << rule.rule->where << ": " << rule.rule->id;
}

std::vector<StagedRule> rules_of(Stage stage) {
  std::vector<StagedRule> rules = book().all();
  std::erase_if(rules, [&](const StagedRule& rule) { return rule.stage != stage; });
  return rules;
}

std::string test_name(const testing::TestParamInfo<StagedRule>& info) {
  std::string name = info.param.rule->id;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Attribution, RuleSentences, testing::ValuesIn(rules_of(Stage::attribution)), test_name);
INSTANTIATE_TEST_SUITE_P(Events, RuleSentences, testing::ValuesIn(rules_of(Stage::events)), test_name);

}  // namespace
}  // namespace sayso::cli
