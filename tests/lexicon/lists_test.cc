// Word lists: what is read, and every fault with its line and what to do.
#include "lexicon/lists.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace sayso {
namespace {

class Lists : public testing::Test {
 protected:
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  Result<WordLists> load(const std::string& text) {
    std::ofstream(folder_ / "say.tsv", std::ios::binary) << text;
    return WordLists::load(folder_);
  }
  const std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("lists-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
};

const std::string header = "# Verbs.\n# columns: lemma value\n";

TEST_F(Lists, GiveLemmasAndValues) {
  const auto lists = load(header + "say\tassert\nrule out\treject\nadd\t\n");
  ASSERT_TRUE(lists) << lists.error().message;
  const WordList* say = lists->find("say");
  ASSERT_NE(say, nullptr);
  EXPECT_EQ(say->value_of("rule out"), "reject");
  EXPECT_EQ(say->value_of("add"), "");
  EXPECT_EQ(say->value_of("deny"), std::nullopt);
  EXPECT_EQ(lists->find("deny"), nullptr);
}

TEST_F(Lists, EveryFaultNamesItsLine) {
  const std::tuple<std::string, int, std::string> table[] = {
      {header, 1, "the list is empty: add lemmas or take the file away"},
      {header + "say\ta\n\tb\n", 4, "the lemma is empty: fill it in or take the line out"},
      {header + "Say\ta\n", 3, "lemmas are in lower case: write 'say'"},
      {header + "say\ta\nadd\ta\nsay\ta\n", 5, "'say' stands twice in this list, already in line 3: keep one"},
      {header + "say\ta\nsay\tb\n", 4, "'say' stands twice in this list, with another value in line 3: keep one"},
  };
  for (const auto& [text, line, message] : table) {
    const auto lists = load(text);
    ASSERT_FALSE(lists) << text;
    EXPECT_EQ(lists.error().where, (folder_ / "say.tsv").string() + ":" + std::to_string(line));
    EXPECT_EQ(lists.error().message, message);
    EXPECT_EQ(lists.error().code, ErrorCode::bad_rule);
  }
}

}  // namespace
}  // namespace sayso
