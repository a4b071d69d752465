// Names with wildcards: what fits, and that a hostile name costs no time.
#include "cli/wildcard.h"

#include <algorithm>
#include <chrono>

#include "cli/program.h"

namespace sayso::cli {
namespace {

TEST(Wildcard, Matches) {
  const std::pair<std::string, std::string> yes[] = {{"a.html", "*.html"},
                                                     {"a.html", "a.htm?"},
                                                     {"b2", "[a-c][0-9]"},
                                                     {"x", "[!a-c]"},
                                                     {"*", "\\*"},
                                                     {"", ""},
                                                     {"", "*"},
                                                     {"abc", "*a*b*c*"},
                                                     {"]", "[]]"},
                                                     {"a[b", "a[b"},
                                                     {"-", "[a-]"},
                                                     {"aXbXc", "a*X?"}};
  for (const auto& [name, pattern] : yes) EXPECT_TRUE(matches(name, pattern)) << name << " " << pattern;
  const std::pair<std::string, std::string> no[] = {{"a.html", "*.htm"}, {"b", "[!a-c]"},    {"a", ""},     {"", "?"},
                                                    {"ab", "a"},         {"abd", "*a*b*c*"}, {"ax", "\\*x"}};
  for (const auto& [name, pattern] : no) EXPECT_FALSE(matches(name, pattern)) << name << " " << pattern;
}

TEST(Wildcard, TakesNoMoreThanNameTimesPattern) {
  std::string pattern;
  for (int i = 0; i < 2000; ++i) pattern += "a*";
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_FALSE(matches(std::string(4000, 'a') + "b", pattern + "c"));
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

class WildcardIn : public cli_test::Program {
 protected:
  std::string expanded(const std::string& pattern) {
    std::string all;
    for (const auto& path : expand((folder_ / pattern).string()))
      all += (all.empty() ? "" : " ") + path.lexically_relative(folder_).string();
    return all;
  }
};

TEST_F(WildcardIn, AFolder) {
  for (const char* name : {"b.html", "a.html", "a.txt", ".h.html", "s/c.html", "s/t/d.html", "s/.x/e.html", "[x].html"})
    cli_test::write(folder_ / name, "x");
  std::filesystem::create_directory_symlink(folder_, folder_ / "s/loop");
  EXPECT_EQ(expanded("*.html"), "[x].html a.html b.html");
  EXPECT_EQ(expanded("**/*.html"), "[x].html a.html b.html s/c.html s/t/d.html");
  EXPECT_EQ(expanded("s/**"), "s s/t");
  EXPECT_EQ(expanded("*/t/*"), "s/t/d.html");
  EXPECT_EQ(expanded("**/**/d.*"), "s/t/d.html");
  EXPECT_EQ(expanded(".*.html"), ".h.html");
  EXPECT_EQ(expanded("*.pdf"), "");
  EXPECT_EQ(expanded("a.html/*"), "");
}

}  // namespace
}  // namespace sayso::cli
