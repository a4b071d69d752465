// Whole sets of public pages: each reads, and each keeps the promises of a dispatch. Skipped where the sets are absent.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "base/file.h"
#include "dispatch/printed.h"

namespace sayso::test {
namespace {

const std::filesystem::path shared = SAYSO_SHARED_DIR;

TEST(Shared, the_converters_page) {
  const auto bytes = read_file(shared / "gold/seed-dispatch.txt");
  if (!bytes) GTEST_SKIP() << "no " << shared / "gold/seed-dispatch.txt";
  const auto dispatch = read_dispatch(*bytes, {.path = "seed-dispatch.txt"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_FALSE(dispatch->title.value.empty());
  EXPECT_NE(bytes->find("# " + dispatch->title.value + "\n"), std::string::npos);
  EXPECT_EQ(dispatch->title.rule, "markdown:h1");
  ASSERT_TRUE(dispatch->published);
  EXPECT_EQ(iso(*dispatch->published), "2022-09-12");
  EXPECT_EQ(dispatch->outlet.value, "The Moscow Times");
  EXPECT_EQ(dispatch->outlet.rule, "address");
  EXPECT_EQ(dispatch->credit.value, "TASS");
  EXPECT_EQ(
      std::count_if(dispatch->links.begin(), dispatch->links.end(), [](const Hyperlink& link) { return link.related; }),
      1);
  std::string kinds;
  for (const Paragraph& paragraph : dispatch->paragraphs) kinds += std::string(name_of(paragraph.kind)) + " ";
  EXPECT_EQ(kinds, "headline dateline credit body body body body body related body body body body address address ");
  EXPECT_NE(dispatch->text.find("massive advance and said"), std::string::npos);
  EXPECT_EQ(broken_promise(*dispatch, *bytes), "");
}

TEST(Shared, all_briefings) {
  std::ifstream lines(shared / "data/briefings/ukraine.jsonl");
  if (!lines) GTEST_SKIP() << "no " << shared / "data/briefings";
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    const auto document = nlohmann::json::parse(line);
    const std::string text = document["text"];
    const ReadOptions options{
        .path = document["path"], .url = document["url"], .title = document["title"], .published = document["date"]};
    const auto dispatch = read_dispatch(text, options, outlets());
    ASSERT_TRUE(dispatch) << options.path << ": " << dispatch.error().message;
    EXPECT_EQ(broken_promise(*dispatch, text), "") << options.path;
    EXPECT_EQ(dispatch->outlet.value, "The White House") << options.path;
    EXPECT_FALSE(dispatch->paragraphs.empty()) << options.path;
    // Marks, targets of links and pictures go; the words stay.
    std::size_t letters = 0;
    for (const char c : dispatch->text) letters += c != ' ' && c != '\n';
    std::size_t before = 0;
    for (const char c : text) before += c != ' ' && c != '\n';
    EXPECT_GT(letters * 10, before * 5) << options.path;
  }
  EXPECT_EQ(count, 616u);
}

}  // namespace
}  // namespace sayso::test
