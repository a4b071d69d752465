// sayso-eval feeds as one runs it: invented feeds and expectations, and the public suite under pinned figures.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

class Feeds : public sayso::eval::EvalProgram {
 protected:
  int run(const std::string& arguments) { return EvalProgram::run("feeds " + arguments); }
};

TEST_F(Feeds, CasesOfInventedFeeds) {
  write("wellformed/rss/a.xml", "<rss version='2.0'><channel><title>Kesh</title></channel></rss>");
  write("wellformed/rss/b.xml",
        "<!--\nHeader: Content-type: text/xml; charset=koi8-r\n-->\n<rss version='2.0'><channel>"
        "<title>\xeb</title></channel></rss>");
  write("wellformed/sanitize/c.xml",
        "<rss version='2.0'><channel><item><description>&lt;p "
        "onclick='x'&gt;t&lt;/p&gt;</description></item></channel></rss>");
  write(
      "expect_simple.json",
      R"([{"file": "wellformed/rss/a.xml", "asserts": [[["bozo"], "falsy", null], [["feed", "title"], "eq", "Ostrel"]]},
 {"file": "wellformed/rss/b.xml", "asserts": [[["encoding"], "eq", "koi8-r"], [["feed", "title"], "truthy", null], [["entries"], "len", 0]]},
 {"file": "wellformed/sanitize/c.xml", "asserts": [[["entries", 0, "description"], "eq", "<p>t</p>"]]}])");
  ASSERT_EQ(run(folder_.string() + " --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_EQ(json["cases"], 2);
  EXPECT_EQ(json["pass_rate"], 0.5);
  EXPECT_EQ(json["safe_rate"], 1.0);
  EXPECT_EQ(json["sanitised_same"], 1.0);
  ASSERT_EQ(run(folder_.string() + " --errors 1"), 0);
  EXPECT_NE(out_.find("a.xml: [\"feed\",\"title\"] eq \"Ostrel\", got \"Kesh\""), std::string::npos) << out_;
}

TEST_F(Feeds, WhatIsNoSuite) {
  EXPECT_EQ(run(folder_.string()), 1);
  EXPECT_NE(err_.find("expect_simple.json"), std::string::npos);
  EXPECT_EQ(run(""), 2);
}

// Pinned just under what is reached: a fall is a fault.
TEST_F(Feeds, PublicSuite) {
  const std::filesystem::path suite = std::filesystem::path(SAYSO_SHARED_DIR) / "data/suites/feedparser";
  if (!std::filesystem::exists(suite / "expect_simple.json")) GTEST_SKIP() << "the suite is absent";
  ASSERT_EQ(run(suite.string() + " --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_GE(json["pass_rate"].get<double>(), 0.975);
  EXPECT_EQ(json["safe_rate"], 1.0);
  EXPECT_GE(json["sanitised_same"].get<double>(), 0.97);
}

}  // namespace
