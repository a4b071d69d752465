// sayso-eval attribution as one runs it, on invented articles: its scores, its lists, and what it says of bad files.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

// One line of brat: the place of `words` in `text`, in code points.
std::string mark(const std::string& id, const std::string& label, const std::string& text, const std::string& words) {
  const std::size_t at = text.find(words);
  EXPECT_NE(at, std::string::npos) << words;
  const auto points = [](std::string_view bytes) {
    std::size_t count = 0;
    for (const char byte : bytes) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    return count;
  };
  const std::size_t begin = points(std::string_view(text).substr(0, at));
  return id + "\t" + label + " " + std::to_string(begin) + " " + std::to_string(begin + points(words)) + "\t" + words +
         "\n";
}

class Attribution : public sayso::eval::EvalProgram {
 protected:
  int run(const std::string& arguments) { return EvalProgram::run("attribution " + arguments); }
  nlohmann::json scores(const std::string& arguments) {
    EXPECT_EQ(run(arguments + " --json"), 0) << err_;
    return nlohmann::json::parse(out_, nullptr, false);
  }

  // Two attributions; the second annotator has one of them, with a shorter source.
  void write_articles() {
    const std::string first =
        "Café owners in Kesh waited.\n\nThe Varnian army said it had left Kesh on Monday.\n\n"
        "“We will not leave this valley,” Marek Orlen told reporters.\n";
    const std::string said = mark("T2", "Cue", first, "said") +
                             mark("T3", "Content", first, "it had left Kesh on Monday") +
                             "T4\tAttribution 46 50\tsaid\n";
    write("set/text/first.txt", first);
    write("set/attributions/first_a.ann",
          mark("T1", "Source", first, "The Varnian army") + said + "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n" +
              mark("T5", "Source", first, "Marek Orlen") + mark("T6", "Cue", first, "told") +
              mark("T7", "Content", first, "“We will not leave this valley,”") +
              "E2\tAttribution:T6 Source:T5 Cue:T6 Content:T7\n");
    write("set/attributions/first_b.ann",
          mark("T1", "Source", first, "army") + said + "E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\n");
    // Nested in the marks of nobody: what the mayor said inside what the governor said.
    const std::string second = "The governor said the mayor said the bridge had fallen.\n";
    write("set/text/second.txt", second);
    write("set/attributions/second_a.ann", mark("T1", "Source", second, "The governor") +
                                               mark("T2", "Cue", second, "said") +
                                               mark("T3", "Content", second, "the mayor said the bridge had fallen") +
                                               "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n");
  }
  std::string set() const { return (folder_ / "set").string(); }
};

TEST_F(Attribution, ScoresBratArticles) {
  write_articles();
  const auto json = scores(set());
  ASSERT_TRUE(json.is_object()) << out_;
  EXPECT_EQ(json["all_gold"], 3);
  EXPECT_EQ(json["all_ours"], 3);
  EXPECT_EQ(json["ours_nested"], 1);
  EXPECT_EQ(json["speech_triple_overlap_f1"], 1.0);
  EXPECT_EQ(json["speech_cue_exact_f1"], 1.0);
  EXPECT_EQ(json["all_cue_exact_f1"], 1.0);
  EXPECT_EQ(json["all_source_exact_f1"], 1.0);
  EXPECT_EQ(json["quoted_gold"], 1);
  EXPECT_EQ(json["quoted_content_bare_f1"], 1.0);
  EXPECT_EQ(json["articles"], 2);
  for (const auto& [key, value] : json.items()) EXPECT_TRUE(value.is_number()) << key;
  EXPECT_NE(err_.find("1 files of other annotators left out"), std::string::npos) << err_;
}

TEST_F(Attribution, BringsOursToTheExtentsOfTheGold) {
  const std::string text = "Marek Orlen, a miller from Kesh, has also said the road was mined.\n";
  write("wide/text/one.txt", text);
  write("wide/attributions/one_a.ann",
        mark("T1", "Source", text, "Marek Orlen, a miller from Kesh,") + mark("T2", "Cue", text, "has also said") +
            mark("T3", "Content", text, "the road was mined") + "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n");
  const auto wide = scores((folder_ / "wide").string());
  EXPECT_EQ(wide["all_triple_exact_f1"], 1.0);
  EXPECT_EQ(wide["published_all_cue_exact_f1"], 0.0) << "[said] is printed";
  EXPECT_EQ(wide["published_all_source_exact_f1"], 0.0) << "without the comma behind it";
  EXPECT_EQ(wide["published_all_content_exact_f1"], 1.0);
  write_articles();
  const auto quoted = scores(set());
  EXPECT_EQ(quoted["quoted_content_exact_f1"], 1.0);
  EXPECT_EQ(quoted["published_quoted_content_exact_f1"], 0.0) << "without its marks";
}

TEST_F(Attribution, CountsWhatIsNestedOnlyIfAsked) {
  write_articles();
  const auto json = scores(set() + " --nested");
  EXPECT_EQ(json["all_ours"], 4);
  EXPECT_EQ(json["errors_spurious_inside_gold_content"], 1);
  EXPECT_DOUBLE_EQ(json["all_triple_overlap_p"], 0.75);
  EXPECT_DOUBLE_EQ(json["all_triple_overlap_r"], 1);
  EXPECT_DOUBLE_EQ(json["all_triple_overlap_f1"], 6.0 / 7);
}

TEST_F(Attribution, TakesTheAnnotatorItIsTold) {
  write_articles();
  const auto second = scores(set() + " --annotator 2");
  EXPECT_EQ(second["articles"], 1);
  EXPECT_EQ(second["all_gold"], 1);
  EXPECT_DOUBLE_EQ(second["all_triple_overlap_p"], 0.5);
  EXPECT_DOUBLE_EQ(second["all_source_exact_r"], 0) << "[army] is not [The Varnian army]";
  EXPECT_DOUBLE_EQ(second["all_source_overlap_r"], 1);
  const auto all = scores(set() + " --annotator all");
  EXPECT_EQ(all["articles"], 3);
  EXPECT_EQ(all["all_gold"], 4);
}

TEST_F(Attribution, SpeechIsWhatTheListSays) {
  write_articles();
  const auto json = scores(set() + " --verbs " + write("verbs.txt", "told\n"));
  EXPECT_EQ(json["speech_gold"], 1);
  EXPECT_EQ(json["speech_ours"], 1);
  EXPECT_EQ(json["other_gold"], 2);
}

TEST_F(Attribution, WritesBothSidesForTables) {
  write_articles();
  const std::string file = (folder_ / "pairs.jsonl").string();
  EXPECT_EQ(run(set() + " --pairs " + file), 0) << err_;
  std::ifstream lines(file);
  std::string line;
  ASSERT_TRUE(std::getline(lines, line));
  const auto article = nlohmann::json::parse(line);
  EXPECT_FALSE(article["words"].empty());
  ASSERT_FALSE(article["pairs"].empty());
  for (const auto& pair : article["pairs"]) {
    const auto& gold = article["gold"][pair[0].get<std::size_t>()];
    const auto& ours = article["ours"][pair[1].get<std::size_t>()];
    EXPECT_FALSE(gold["cue"].empty());
    EXPECT_FALSE(ours["rule"].get<std::string>().empty());
    for (const auto& word : ours["cue"]) EXPECT_LT(word.get<std::size_t>(), article["words"].size());
  }
  EXPECT_EQ(run(set() + " --pairs /dev/full"), 1);
}

TEST_F(Attribution, IsTheSameOnAnyNumberOfThreads) {
  write_articles();
  ASSERT_EQ(run(set() + " --errors --jobs 1"), 0) << err_;
  const std::string one = out_;
  ASSERT_EQ(run(set() + " --errors --jobs 3"), 0);
  EXPECT_EQ(out_, one);
  EXPECT_NE(one.find("speech: 3 in gold, 3 of them paired"), std::string::npos) << one;
}

TEST_F(Attribution, ListsErrorsByKind) {
  const std::string text = "The Varnian army said it had left Kesh.\n\nThe harbour lay quiet.\n";
  write("set/text/a.txt", text);
  write("set/attributions/a_x.ann", mark("T1", "Source", text, "army") + mark("T2", "Cue", text, "said") +
                                        mark("T3", "Content", text, "it had left") +
                                        "E1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n" +
                                        mark("T4", "Cue", text, "quiet") + mark("T5", "Content", text, "The harbour") +
                                        "E2\tAttribution-no-source:T4 Cue:T4 Content:T5\n");
  ASSERT_EQ(run("--errors 5 " + set()), 0) << err_;
  for (const char* part :
       {"content: too long: right", "a.txt:22", "gold  it had left", "ours  it had left Kesh", "source: too long: left",
        "missed: ", "- | quiet | The harbour", "Missed, by words of the cue\n       1  quiet",
        "content: too long: right\n      1 [kesh]", "Ours by rule"})
    EXPECT_NE(out_.find(part), std::string::npos) << part << "\n" << out_;
  const std::string listed = out_;
  ASSERT_EQ(run("--errors " + set()), 0) << "the folder is not a number: " << err_;
  EXPECT_EQ(out_, listed);
}

TEST_F(Attribution, ScoresRelations) {
  write("texts/kesh.txt", "The army said it had left Kesh. Nobody slept.");
  const std::string row =
      R"({"doc":"kesh","news":true,"source":[{"bytes":[0,8],"text":"The army"}],"cue":[{"bytes":[9,13],"text":"said"}],)"
      R"("content":[{"bytes":[14,31],"text":"it had left Kesh."}]})";
  const auto json = scores(write("relations.jsonl", row + "\n") + " --news");
  EXPECT_EQ(json["all_gold"], 1);
  EXPECT_EQ(json["all_triple_overlap_f1"], 1.0);
  EXPECT_EQ(json["all_triple_bare_f1"], 1.0);
  EXPECT_EQ(json["all_triple_exact_f1"], 0.0) << "the stop is in the gold's content";
}

TEST_F(Attribution, AnArticleThatCannotBeReadIsNoReasonToStop) {
  write("set/text/a.txt", " \n");
  write("set/attributions/a_x.ann", "");
  write_articles();
  const auto json = scores(set());
  EXPECT_EQ(json["articles"], 3);
  EXPECT_EQ(json["articles_unread"], 1);
  EXPECT_NE(err_.find("not read: "), std::string::npos) << err_;
}

TEST_F(Attribution, NamesTheFileAndLineThatIsWrong) {
  write_articles();
  EXPECT_EQ(run((folder_ / "none").string()), 1);
  EXPECT_NE(err_.find("none/text"), std::string::npos) << err_;
  EXPECT_EQ(run((folder_ / "none.jsonl").string()), 1);
  EXPECT_NE(err_.find("none.jsonl"), std::string::npos) << err_;
  write("set/attributions/second_a.ann", "\nT1\tCue 50 500\tsaid\n");
  EXPECT_EQ(run(set()), 1);
  EXPECT_NE(err_.find("second_a.ann:2: ends at 500, the text at 56"), std::string::npos) << err_;
  EXPECT_TRUE(out_.empty());
  for (const char* wrong :
       {"", "--annotator 0 x", "--annotator first x", "x --errors y z", "x --json --errors", "--jobs 0 x", "--what x"})
    EXPECT_EQ(run(wrong), 2) << wrong;
  EXPECT_EQ(run("--help"), 0);
  EXPECT_NE(out_.find("polnear/dev"), std::string::npos) << out_;
}

}  // namespace
