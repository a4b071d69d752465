// sayso-eval html-tokens as one runs it, on invented cases.
#include <nlohmann/json.hpp>

#include "eval_program.h"

namespace sayso::eval {
namespace {

using HtmlTokensCommand = EvalProgram;

constexpr const char* two_cases = R"({"tests": [
  {"description": "right", "input": "<B x=1 X=2>Kesh &amp</b>",
   "output": [["StartTag", "b", {"x": "1"}], ["Character", "Kesh &"], ["EndTag", "b"]],
   "errors": [{"code": "duplicate-attribute", "line": 1, "col": 9},
              {"code": "missing-semicolon-after-character-reference", "line": 1, "col": 21}]},
  {"description": "wrong on purpose", "doubleEscaped": true, "initialStates": ["RCDATA state", "RAWTEXT state"],
   "lastStartTag": "title", "input": "\\u0041</title>", "output": [["Character", "B"], ["EndTag", "title"]]}
]})";

TEST_F(HtmlTokensCommand, counts_cases_and_lists_failures) {
  write("tokenizer/a.test", two_cases);
  write("tokenizer/xml.test", R"({"xmlViolationTests": [{"input": "a", "output": [["Character", "a"]]}]})");
  ASSERT_EQ(run("html-tokens " + folder_.string() + " --json"), 0) << err_;
  const auto score = nlohmann::json::parse(out_);
  EXPECT_EQ(score["pass_rate"], 0.5);
  EXPECT_EQ(score["parse_error_pass_rate"], 0.5);
  EXPECT_EQ(score["cases"], 2);
  EXPECT_EQ(score["runs"], 3);
  EXPECT_EQ(score["excluded"], 1);
  ASSERT_EQ(run("html-tokens " + folder_.string() + " --errors 5"), 0) << err_;
  EXPECT_NE(out_.find("1 of    2"), std::string::npos) << out_;
  EXPECT_NE(out_.find("RAWTEXT state"), std::string::npos) << out_;
}

TEST_F(HtmlTokensCommand, says_what_it_cannot_read) {
  EXPECT_EQ(run("html-tokens " + folder_.string()), 1);
  EXPECT_NE(err_.find("it holds no tokenizer/*.test"), std::string::npos) << err_;
  write("tokenizer/a.test", "[]");
  EXPECT_EQ(run("html-tokens " + folder_.string()), 1);
  EXPECT_EQ(run("html-tokens"), 2);
}

}  // namespace
}  // namespace sayso::eval
