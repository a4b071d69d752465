// A tree of files in, dispatches in order out.
#include "cli/inputs.h"

#include <unistd.h>

#include "cli/dispatch_lines.h"
#include "cli/program.h"

namespace sayso::cli {
namespace {

class InputsOf : public cli_test::Program {
 protected:
  // Where and first bytes of each input, or where and what was wrong.
  std::vector<std::string> listed(std::vector<std::string> paths, ReadOptions given = {},
                                  Folders folders = Folders::walk) {
    for (std::string& path : paths) path = (folder_ / path).string();
    Inputs inputs({.paths = paths}, std::move(given), folders);
    std::vector<std::string> lines;
    while (auto next = inputs.next()) {
      std::string where = next->where.substr(next->where.find(folder_.string()) + folder_.string().size() + 1);
      lines.push_back(where + (next->input ? " = " + next->input->bytes.substr(0, 10)
                                           : " ! " + std::string(name_of(next->input.error().code))));
    }
    passed_over_.clear();
    for (const std::string& path : inputs.passed_over())
      passed_over_.push_back(std::filesystem::path(path).lexically_relative(folder_).string());
    return lines;
  }

  std::vector<std::string> passed_over_{};
};

TEST_F(InputsOf, FoldersInByteOrder) {
  cli_test::write(folder_ / "d/b.txt", "b");
  cli_test::write(folder_ / "d/a.html", "a");
  cli_test::write(folder_ / "d/B.MD", "B");
  cli_test::write(folder_ / "d/sub/z.txt", "z");
  cli_test::write(folder_ / "d/.hidden.txt", "h");
  cli_test::write(folder_ / "d/.git/x.txt", "x");
  cli_test::write(folder_ / "d/picture.png", "p");
  std::filesystem::create_directory_symlink(folder_ / "d", folder_ / "d/loop");
  EXPECT_EQ(listed({"d"}), (std::vector<std::string>{"d/B.MD = B", "d/a.html = a", "d/b.txt = b", "d/sub/z.txt = z"}));
  EXPECT_EQ(passed_over_, (std::vector<std::string>{"d/loop", "d/picture.png"}));
  cli_test::write(folder_ / "d/sub/y.png", "p");
  cli_test::write(folder_ / "d/zoo.png", "p");
  listed({"d"});
  EXPECT_EQ(passed_over_, (std::vector<std::string>{"d/loop", "d/picture.png", "d/sub/y.png", "d/zoo.png"}));
  EXPECT_EQ(listed({"d/sub", "d/b.txt", "d/picture.png"}),
            (std::vector<std::string>{"d/sub/z.txt = z", "d/b.txt = b", "d/picture.png = p"}));
}

TEST_F(InputsOf, WhatCannotBeReadIsSaidAndPassedOver) {
  cli_test::write(folder_ / "a.txt", "a");
  std::filesystem::create_directory(folder_ / "empty");
  EXPECT_EQ(listed({"none.txt", "a.txt", "empty", "none.jsonl"}),
            (std::vector<std::string>{"none.txt ! unreadable", "a.txt = a", "none.jsonl ! unreadable"}));
  EXPECT_EQ(listed({"empty", "a.txt"}, {}, Folders::refuse),
            (std::vector<std::string>{"empty ! unreadable", "a.txt = a"}));
}

TEST_F(InputsOf, APatternThatFitsNoFileIsSaid) {
  std::filesystem::create_directories(folder_ / "g/sub");
  EXPECT_EQ(listed({"g/**", "g/*", "g/*.txt"}),
            (std::vector<std::string>{"g/** ! unreadable", "g/* ! unreadable", "g/*.txt ! unreadable"}));
  cli_test::write(folder_ / "g/a.txt", "a");
  cli_test::write(folder_ / "g/sub/b.txt", "b");
  EXPECT_EQ(listed({"g/*", "g/**/*.txt"}), (std::vector<std::string>{"g/a.txt = a", "g/a.txt = a", "g/sub/b.txt = b"}));
  EXPECT_EQ(listed({"g/**"}), (std::vector<std::string>{"g/** ! unreadable"}));  // folders, and no files
}

TEST_F(InputsOf, LinesOfJson) {
  cli_test::write(folder_ / "n.jsonl",
                  "{\"text\": \"one\"}\n\n  \r\nnot json\n[1]\n{\"html\": \"<p>two\"}\n{\"title\": \"no "
                  "body\"}\n{\"text\": \"last\"}");
  EXPECT_EQ(listed({"n.jsonl"}),
            (std::vector<std::string>{"n.jsonl:1 = one", "n.jsonl:4 ! not-text", "n.jsonl:5 ! not-text",
                                      "n.jsonl:6 = <p>two", "n.jsonl:7 ! empty", "n.jsonl:8 = last"}));
  std::filesystem::rename(folder_ / "n.jsonl", folder_ / "n.txt");
  EXPECT_EQ(listed({"n.txt"}, {.format = "jsonl"}).size(), 6U);
}

TEST(DispatchOfLine, TakesWhatDesksHave) {
  const auto input = dispatch_of_line(
      R"({"url":"https://e.org/1","title":"T","date":"2024-10-25T10:00:00Z","outlet":"O","text":"Київ said","path":"x.md","extra":[1]})",
      "f:1", {});
  ASSERT_TRUE(input);
  EXPECT_EQ(input->bytes, "Київ said");
  const ReadOptions& o = input->options;
  EXPECT_EQ(
      o.url + "|" + o.title + "|" + o.published + "|" + o.outlet + "|" + o.path + "|" + o.format + "|" + o.encoding,
      "https://e.org/1|T|2024-10-25T10:00Z|O|f:1||UTF-8");
}

TEST(DispatchOfLine, TheCommandLineWins) {
  const auto input = dispatch_of_line(R"({"html":"<p>x","outlet":"O","published":"2024-10-25","date":"1999-01-01"})",
                                      "f:1", {.outlet = "Mine"});
  ASSERT_TRUE(input);
  EXPECT_EQ(input->options.outlet, "Mine");
  EXPECT_EQ(input->options.format, "html");
  EXPECT_EQ(input->options.published, "2024-10-25");
}

TEST(DispatchOfLine, DaysInManyForms) {
  struct Row {
    const char* value;
    const char* expected;
  };
  for (const Row& row : {Row{R"("2022-09-12T23:30:00-05:00")", "2022-09-12T23:30-05:00"},
                         {R"("Mon, 12 Sep 2022 23:30:00 -0500")", "2022-09-12T23:30-05:00"},
                         {R"("20220912")", "2022-09-12"},
                         {"1662940800", "2022-09-12"},
                         {"1662940800000", "2022-09-12"},
                         {"1662940799.5", "2022-09-11"},
                         {R"("1662940800")", "2022-09-12"},
                         {"20220912", "2022-09-12"},
                         {"202209122330", "2022-09-12"},
                         {R"("202209122330")", "2022-09-12"},
                         {"20220912233000", "2022-09-12"},
                         {R"("20220912233000")", "2022-09-12"},
                         {"20221312", ""},
                         {"20220912253000", ""},
                         {"4102444800", ""},  // 2100
                         {"20220912140530000", ""},
                         {R"("2027-02-31")", ""},
                         {"-5", ""},
                         {"1e300", ""},
                         {R"("Monday")", ""},
                         {R"("12/09/2022")", ""},
                         {"null", ""},
                         {"[1662940800]", ""}})
    for (const std::string key : {"date", "published"}) {
      const auto input = dispatch_of_line(R"({"text":"a",")" + key + "\":" + row.value + "}", "f:1", {});
      ASSERT_TRUE(input) << row.value;
      EXPECT_EQ(input->options.published, row.expected) << key << " " << row.value;
      const bool given = std::string_view(row.value).find_first_of("n[") != 0;
      EXPECT_EQ(input->notes.size(), given && input->options.published.empty() ? 1U : 0U) << row.value;
    }
}

TEST(DispatchOfLine, ADayThatIsNoneIsNoted) {
  const auto input = dispatch_of_line(R"({"text":"a","published":"2027-02-31","date":"2027-02-28"})", "f:1", {});
  ASSERT_TRUE(input);
  EXPECT_EQ(input->options.published, "2027-02-28");
  EXPECT_EQ(input->notes, std::vector<std::string>{"the `published` given is no day: 2027-02-31"});
  const auto given = dispatch_of_line(R"({"text":"a","date":"2027-02-31"})", "f:1", {.published = "2027-02-01"});
  ASSERT_TRUE(given);
  EXPECT_TRUE(given->notes.empty());
}

TEST(DispatchOfLine, SaysWhatIsWrongWithALine) {
  const auto fault = [](std::string_view line) { return dispatch_of_line(line, "f:1", {}).error().message; };
  EXPECT_EQ(fault(R"({"text":"a","date":1e400})"), "not a JSON object: a number in it is too large");
  EXPECT_EQ(fault(R"({"text":"a \ud800 b"})"), "not a JSON object: half of a pair of \\u escapes stands alone in it");
  EXPECT_EQ(fault(R"({"text":"a")"), "not a JSON object");
}

TEST(DispatchOfLine, RefusesTheRest) {
  for (const std::string_view bad : {"", "{", "nul", "\"text\"", "{\"text\": 7}", "{\"text\": \"\"}",
                                     "{\"text\": \"\xff\"}", "{\"text\": \"a\"} x"}) {
    EXPECT_FALSE(dispatch_of_line(bad, "f:1", {})) << bad;
  }
  EXPECT_FALSE(dispatch_of_line(std::string(200000, '['), "f:1", {}));
}

}  // namespace
}  // namespace sayso::cli
