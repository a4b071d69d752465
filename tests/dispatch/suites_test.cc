// Public suites as oracles: html5lib's trees give the words of a page in order, its tokeniser cases the character
// references; the naughty strings must be read or refused in words. Skipped where the suites are absent.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/file.h"
#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/encoding.h"
#include "dispatch/html_tokens.h"
#include "dispatch/html_tree.h"
#include "dispatch/printed.h"

namespace sayso::test {
namespace {

const std::filesystem::path suites = std::filesystem::path(SAYSO_SHARED_DIR) / "data/suites";

std::string without_space(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ' && c != '\n' && c != '\t' && c != '\r' && c != '\f') out += c;
  return out;
}

struct TreeCase {
  std::string data;
  std::string text;   // the expected text nodes, joined
  bool whole = true;  // not a fragment, and scripts on: what stands in <noscript> is no markup
};

std::vector<TreeCase> read_cases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<TreeCase> cases;
  std::string section;
  bool in_text = false;
  for (std::string line; std::getline(file, line);) {
    if (line == "#data") {
      cases.push_back({});
      section = line;
      in_text = false;
      continue;
    }
    if (cases.empty()) continue;
    TreeCase& one = cases.back();
    if (!in_text && !line.empty() && line[0] == '#') {
      section = line;
      if (line.starts_with("#document-fragment") || line == "#script-off") one.whole = false;
      continue;
    }
    if (section == "#data") one.data += (one.data.empty() ? "" : "\n") + line;
    if (section != "#document") continue;
    if (!in_text && line.starts_with("| ")) {
      const std::size_t begin = line.find_first_not_of(' ', 1);
      if (begin == std::string::npos || line[begin] != '"') continue;
      line = line.substr(begin + 1);
      in_text = true;
    }
    if (!in_text) continue;
    if (line.ends_with('"')) {
      line.pop_back();
      in_text = false;
    }
    one.text += line + (in_text ? "\n" : "");
  }
  return cases;
}

// NUL is dropped later and not by the tree, which keeps spans: here it and what the standard makes of it go.
std::string without_nul(std::string text, bool any) {
  std::erase(text, '\0');
  for (std::size_t at = 0; any && (at = text.find("\xef\xbf\xbd", at)) != std::string::npos;) text.erase(at, 3);
  return text;
}

TEST(Suites, html5lib_trees_give_the_same_words_in_order) {
  if (!std::filesystem::exists(suites / "html5lib")) GTEST_SKIP() << "no " << suites;
  std::size_t count = 0;
  std::size_t same = 0;
  std::string differ;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(suites / "html5lib/tree-construction"))
    if (entry.path().extension() == ".dat") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    for (const TreeCase& one : read_cases(file)) {
      const auto dispatch = read_dispatch(one.data, {.format = "html"}, outlets());
      if (dispatch) {
        EXPECT_EQ(broken_promise(*dispatch, one.data), "") << one.data;
      }
      if (!one.whole) continue;
      dispatch::Mends mends;
      const dispatch::HtmlTree tree = dispatch::read_html_tree(one.data, mends);
      std::string text;
      for (const dispatch::HtmlNode& node : tree.nodes)
        if (node.tag == dispatch::Tag::text)
          text += decode_text(slice(one.data, node.source),
                              node.raw ? dispatch::HtmlText::cdata : dispatch::HtmlText::data);
      ++count;
      const bool any_nul = one.data.find('\0') != std::string::npos;
      if (without_nul(without_space(text), any_nul) == without_nul(without_space(one.text), any_nul)) {
        ++same;
        continue;
      }
      differ += file.filename().string() + ": " + one.data.substr(0, 100) + "\n   want " + one.text.substr(0, 80) +
                "\n   have " + text.substr(0, 80) + "\n";
    }
  }
  std::printf("%zu of %zu trees have the same words in the same order\n", same, count);
  if (std::getenv("SAYSO_SHOW")) std::fwrite(differ.data(), 1, differ.size(), stdout);
  // The rest, on purpose: words that the standard moves out of tables (7; here they stay where they were written),
  // words of framesets that it drops (8), copies of <selectedcontent> (4), words in a <template> of columns, dropped
  // too (1).
  EXPECT_GE(count, 1573u);
  EXPECT_LE(count - same, 20u);
}

// The same tokens that pages are read by, in every initial state; xmlViolation.test alone is left out (its characters
// are replaced by another section of the standard). The parse errors are right too.
TEST(Suites, html5lib_tokens) {
#ifndef SAYSO_EVAL_PROGRAM
  GTEST_SKIP() << "built without evaluators";
#else
  if (!std::filesystem::exists(suites / "html5lib")) GTEST_SKIP() << "no " << suites;
  const auto out = std::filesystem::temp_directory_path() / ("html_tokens" + std::to_string(getpid()));
  const std::string command =
      SAYSO_EVAL_PROGRAM " html-tokens --json " + (suites / "html5lib").string() + " >" + out.string();
  ASSERT_EQ(std::system(command.c_str()), 0);
  const auto score = nlohmann::json::parse(std::ifstream(out));
  std::filesystem::remove(out);
  EXPECT_EQ(score["pass_rate"], 1.0) << score;
  EXPECT_EQ(score["parse_error_pass_rate"], 1.0) << score;
  EXPECT_EQ(score["cases"], 6806);
  EXPECT_EQ(score["excluded"], 4);
#endif
}

TEST(Suites, html5lib_character_references) {
  if (!std::filesystem::exists(suites / "html5lib")) GTEST_SKIP() << "no " << suites;
  std::size_t count = 0;
  for (const char* name : {"namedEntities.test", "numericEntities.test", "entities.test"}) {
    std::ifstream file(suites / "html5lib/tokenizer" / name);
    const auto cases = nlohmann::json::parse(file);
    for (const auto& one : cases["tests"]) {
      const std::string input = one["input"];
      if (input.empty() || input[0] != '&' || one["output"].size() != 1 || one["output"][0][0] != "Character" ||
          one.contains("doubleEscaped"))
        continue;
      const std::string wanted = one["output"][0][1];
      const dispatch::Reference reference = dispatch::read_reference(input, false);
      EXPECT_EQ(reference.text + input.substr(reference.size), wanted) << input;
      ++count;
    }
  }
  EXPECT_GT(count, 4000u);
}

// What a page declares, by the standard's prescan. "windows-1252" without a declaration is the suite's word for none:
// sayso then asks the bytes. Left out: the one case whose declaration a script would write.
TEST(Suites, html5lib_encodings) {
  if (!std::filesystem::exists(suites / "html5lib")) GTEST_SKIP() << "no " << suites;
  std::size_t count = 0;
  for (const char* name : {"tests1.dat", "tests2.dat", "test-yahoo-jp.dat"}) {
    const auto file = read_file(suites / "html5lib/encoding" / name);
    ASSERT_TRUE(file) << name;
    for (std::size_t at = file->find("#data\n"); at != std::string::npos;) {
      const std::size_t next = file->find("#data\n", at + 1);
      const std::string one = file->substr(at + 6, next == std::string::npos ? next : next - at - 6);
      const std::size_t mark = one.find("\n#encoding\n");
      ASSERT_NE(mark, std::string::npos) << name;
      const std::string data = one.substr(0, mark);
      std::string wanted = one.substr(mark + 11);
      wanted = to_lower(wanted.substr(0, wanted.find('\n')));
      std::string have = to_lower(dispatch::declared_encoding(data));
      if (data.starts_with("\xef\xbb\xbf")) have = "utf-8";  // a mark speaks before the page
      if (have.empty()) have = "windows-1252";
      EXPECT_EQ(have, wanted) << name << ": " << data.substr(0, 300);
      if (const auto decoded = dispatch::decode(data, {}, true); decoded && have != "windows-1252") {
        const std::string as = to_lower(decoded->encoding);
        EXPECT_TRUE(as == wanted || as == "utf-8") << as << ", not " << wanted;
      }
      ++count;
      at = next;
    }
  }
  EXPECT_EQ(count, 82u);
  const auto big5 = read_file(suites / "html5lib/encoding/chardet/test_big5.txt");
  ASSERT_TRUE(big5);
  const auto decoded = dispatch::decode(*big5, {}, true);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->encoding, "Big5");
}

TEST(Suites, naughty_strings_are_read_or_refused_in_words) {
  const auto list = read_file(suites / "blns/blns.txt");
  if (!list) GTEST_SKIP() << "no " << suites;
  std::istringstream lines(*list);
  std::size_t read = 0;
  for (std::string line; std::getline(lines, line);) {
    for (const char* format : {"", "text", "markdown", "html"}) {
      for (const std::string& page : {line, "# " + line + "\n\nThe bridge near Dovran still stands.",
                                      "<title>" + line + "</title><p>" + line + "</p>"}) {
        const auto dispatch = read_dispatch(page, {.path = line, .format = format}, outlets());
        if (!dispatch) {
          EXPECT_FALSE(dispatch.error().message.empty()) << line;
          continue;
        }
        ++read;
        EXPECT_EQ(broken_promise(*dispatch, page), "") << line;
      }
    }
  }
  EXPECT_GT(read, 1000u);
  const auto whole = read_dispatch(*list, {.path = "blns.txt"}, outlets());
  ASSERT_TRUE(whole) << whole.error().message;
  EXPECT_EQ(broken_promise(*whole, *list), "");
}

}  // namespace
}  // namespace sayso::test
