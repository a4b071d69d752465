// sayso-eval conllu as one runs it: its one object, where it finds names, and what it says of files that are no
// treebank.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

constexpr const char* treebank =
    "# sent_id = a\n"
    "1\tOrlen\tOrlen\tPROPN\tNNP\tNumber=Sing\t2\tnsubj\t_\t_\n"
    "2\tdenied\tdeny\tVERB\tVBD\tMood=Ind\t0\troot\t_\t_\n"
    "3\tit\tit\tPRON\tPRP\t_\t2\tobj\t_\tSpaceAfter=No\n"
    "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_\n\n";

class Command : public sayso::eval::EvalProgram {
 protected:
  int run(const std::string& arguments) { return EvalProgram::run("conllu " + arguments); }
};

// A model that reads conflict news worse than the one before it should not pass unseen.
TEST_F(Command, ReadsOurNewsAsWellAsItDid) {
  ASSERT_EQ(run(SAYSO_SOURCE_DIR "/tests/language/news.conllu --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_GE(json["las_gold_tokens"].get<double>(), 0.905);
  EXPECT_GE(json["upos_gold_tokens"].get<double>(), 0.98);
  EXPECT_GE(json["lemma_gold_tokens"].get<double>(), 0.98);
  EXPECT_GE(json["las_raw"].get<double>(), 0.895);
  EXPECT_GE(json["names_f1"].get<double>(), 0.71);
}

TEST_F(Command, PrintsOneFlatObject) {
  ASSERT_EQ(run(write("gold.conllu", treebank) + " --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  for (const char* key : {"las_gold_tokens", "las_raw", "upos_gold_tokens", "lemma_gold_tokens", "sentence_f1_raw",
                          "uas_gold_tokens", "feats_gold_tokens", "words_f1_raw", "upos_raw"}) {
    ASSERT_TRUE(json.contains(key)) << key;
    EXPECT_GE(json[key].get<double>(), 0) << key;
    EXPECT_LE(json[key].get<double>(), 1) << key;
  }
  EXPECT_EQ(json["words_f1_raw"], 1.0);
  EXPECT_EQ(json["las_gold_tokens"], 1.0);
  EXPECT_TRUE(json["names_f1"].is_null()) << "no gold names are known";
  for (const auto& [key, value] : json.items()) EXPECT_TRUE(value.is_number() || value.is_null()) << key;
}

TEST_F(Command, FindsNamesBesideTheTreebank) {
  const std::string gold = write("UD_Varnian-Kesh/x.conllu", treebank);
  write("UNER_Varnian-Kesh/x.iob2", "# sent_id = a\n1\tOrlen\tB-PER\n2\tdenied\tO\n3\tit\tO\n4\t.\tO\n\n");
  ASSERT_EQ(run(gold + " --json"), 0) << err_;
  EXPECT_TRUE(nlohmann::json::parse(out_)["names_f1"].is_number());
  EXPECT_NE(err_.find("UNER_Varnian-Kesh/x.iob2"), std::string::npos) << err_;
  ASSERT_EQ(run(gold), 0);
  EXPECT_NE(out_.find("names"), std::string::npos) << out_;
}

TEST_F(Command, NamesTheFileAndLineThatIsWrong) {
  EXPECT_EQ(run(write("cut.conllu", std::string(treebank).substr(0, 60))), 1);
  EXPECT_NE(err_.find("cut.conllu:2: the file is cut"), std::string::npos) << err_;
  EXPECT_EQ(run((folder_ / "none.conllu").string()), 1);
  EXPECT_NE(err_.find("none.conllu"), std::string::npos) << err_;
  EXPECT_EQ(run(folder_.string()), 1);
  EXPECT_EQ(run(write("gold.conllu", treebank) + " --names " + (folder_ / "none.iob2").string()), 1);
  EXPECT_NE(err_.find("none.iob2"), std::string::npos) << err_;
  EXPECT_EQ(run(""), 2);
  EXPECT_TRUE(out_.empty()) << out_;
}

}  // namespace
