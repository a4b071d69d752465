// sayso-eval article and metadata as one runs them: on two invented pages of each kind of folder.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

class ArticleCommand : public sayso::eval::EvalProgram {
 protected:
  static std::string page(const std::string& words) {
    return "<!doctype html><html><head><meta property=\"og:title\" content=\"Two bridges hit\">"
           "<meta property=\"og:site_name\" content=\"The Kesh Times\">"
           "<meta property=\"article:published_time\" content=\"2022-09-12T23:30:00+03:00\">"
           "<meta name=\"author\" content=\"Anna Kesh\"></head><body><article><h1>Two bridges hit</h1>" +
           words + "</article></body></html>";
  }
  static constexpr const char* first =
      "The bridge over the Kesh was hit in the night, the governor of Dovran said, and nobody was hurt there.";
  static constexpr const char* second =
      "A second bridge was closed for the time being, and the railway said that no train would cross it before noon.";
};

TEST_F(ArticleCommand, ScoresTextsOfBothKindsOfFolders) {
  write("a/html/one.html", page(std::string("<p>") + first + "</p><p>" + second + "</p>"));
  write("a/ground-truth.json",
        nlohmann::json{
            {"one", {{"articleBody", std::string(first) + "\n\n" + second}, {"url", "https://kesh.example/1"}}}}
            .dump());
  ASSERT_EQ(run("article " + (folder_ / "a").string() + " --json"), 0) << err_;
  EXPECT_EQ(nlohmann::json::parse(out_)["shingle_f1"], 1.0) << out_;
  EXPECT_EQ(nlohmann::json::parse(out_)["accuracy"], 1.0) << out_;

  write("f/html/xx/Kesh_2022_09_12.html", page(std::string("<p>") + first + "</p><p>" + second + "</p>"));
  write("f/gold_flat.json", nlohmann::json{{"xx/Kesh_2022_09_12.html.gz",
                                            {{"articleBody", first},
                                             {"publisher", "KeshTimes"},
                                             {"title", "Two bridges  hit"},
                                             {"authors", {"Anna Kesh", "Bo Ostrel"}},
                                             {"publishing_date", "2022-09-12 20:30:00+00:00"},
                                             {"url", "https://kesh.example/1"}}}}
                                .dump());
  ASSERT_EQ(run("article " + (folder_ / "f").string() + " --errors 1"), 0) << err_;
  EXPECT_NE(out_.find(std::string("  + ") + second), std::string::npos) << out_;
  EXPECT_NE(out_.find("recall 1.000"), std::string::npos) << out_;
  ASSERT_EQ(run("metadata " + (folder_ / "f").string() + " --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_EQ(json["date_day_accuracy"], 1.0) << out_;
  EXPECT_EQ(json["title_exact"], 1.0) << out_;
  EXPECT_EQ(json["outlet_accuracy"], 1.0) << out_;
  EXPECT_DOUBLE_EQ(json["author_f1"].get<double>(), 2.0 / 3) << out_;
  ASSERT_EQ(run("metadata " + (folder_ / "f").string() + " --errors 1"), 0) << err_;
  EXPECT_NE(out_.find("gold [\"Anna Kesh\",\"Bo Ostrel\"]"), std::string::npos) << out_;
  write("f/gold_flat.json", nlohmann::json{{"xx/Kesh_2022_09_12.html.gz",
                                            {{"publisher", "TheKeshTimes"}, {"url", "https://example.org/1"}}}}
                                .dump());
  write("f/html/xx/Kesh_2022_09_12.html",
        "<link rel=canonical href=https://www.bbc.co.uk/1>" + page(std::string("<p>") + first + "</p><p>" + second));
  for (const auto& [option, accuracy] : {std::pair{"", 0.0}, {" --unknown-hosts", 1.0}}) {  // the table says "BBC"
    ASSERT_EQ(run("metadata " + (folder_ / "f").string() + " --json" + option), 0) << err_;
    EXPECT_EQ(nlohmann::json::parse(out_)["outlet_accuracy"], accuracy) << option << out_;
  }
}

TEST_F(ArticleCommand, SaysWhatIsWrong) {
  EXPECT_EQ(run("article " + folder_.string()), 1);
  EXPECT_NE(err_.find("neither ground-truth.json nor gold_flat.json is there"), std::string::npos) << err_;
  write("ground-truth.json", R"({"gone": {"articleBody": "x", "url": ""}})");
  EXPECT_EQ(run("article " + folder_.string()), 1);
  EXPECT_NE(err_.find("gone.html.gz"), std::string::npos) << err_;
  EXPECT_EQ(run("metadata " + folder_.string()), 1);
  write("html/gone.html.gz", "\x1f\x8b\x08 and then no gzip file at all");
  EXPECT_EQ(run("article " + folder_.string()), 1);
  EXPECT_NE(err_.find("gone.html.gz"), std::string::npos) << err_;
  EXPECT_EQ(run("article"), 2);
  EXPECT_EQ(run("metadata"), 2);
}

// What was reached on the public pages, less a little: falls only if reading got worse.
class PublicPages : public ArticleCommand {
 protected:
  nlohmann::json measured(const std::string& arguments, const std::string& set) {
    const std::filesystem::path folder = std::filesystem::path(SAYSO_SHARED_DIR) / "data/html" / set;
    if (!std::filesystem::exists(folder)) return nullptr;
    EXPECT_EQ(run(arguments + " " + folder.string() + " --json"), 0) << err_;
    return nlohmann::json::parse(out_, nullptr, false);
  }
};

TEST_F(PublicPages, ArticlesOfMixedSites) {
  const auto json = measured("article", "aeb");
  if (json.is_null()) GTEST_SKIP() << "no shared pages";
  EXPECT_GE(json["shingle_f1"], 0.97) << out_;
}

TEST_F(PublicPages, ArticlesOfNews) {
  const auto json = measured("article", "fundus");
  if (json.is_null()) GTEST_SKIP() << "no shared pages";
  EXPECT_GE(json["shingle_f1"], 0.9635) << out_;
}

TEST_F(PublicPages, FactsOfNews) {
  const auto json = measured("metadata", "fundus");
  if (json.is_null()) GTEST_SKIP() << "no shared pages";
  EXPECT_GE(json["date_day_accuracy"], 0.979) << out_;
  EXPECT_GE(json["title_exact"], 0.844) << out_;
  EXPECT_GE(json["outlet_accuracy"], 0.956) << out_;
  EXPECT_GE(json["author_f1"], 0.915) << out_;
  const auto unknown = measured("metadata --unknown-hosts", "fundus");
  EXPECT_GE(unknown["outlet_accuracy"], 0.945) << out_;
}

}  // namespace
