// sayso-eval timex as one runs it: its one object over files at any depth, its list of errors, and what it says of a
// folder without texts.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

class TimexCommand : public sayso::eval::EvalProgram {
 protected:
  int run(const std::string& arguments) { return EvalProgram::run("timex " + arguments); }

  static std::string tml(const std::string& words) {
    return "<?xml version=\"1.0\" ?>\n<TimeML>\n<DCT><TIMEX3 tid=\"t0\" type=\"DATE\" value=\"2022-09-12\" "
           "functionInDocument=\"CREATION_TIME\">2022-09-12</TIMEX3></DCT>\n<TEXT>\n" +
           words + "\n</TEXT>\n</TimeML>\n";
  }
  static std::string timex(const char* type, const char* value, const char* words) {
    return std::string("<TIMEX3 tid=\"t1\" type=\"") + type + "\" value=\"" + value + "\">" + words + "</TIMEX3>";
  }
};

TEST_F(TimexCommand, CountsExtentsTypesAndValues) {
  // Right; an extent that is too short; a value that is another; one that nobody can find; one found too many.
  write("hidden/platinum/a.tml", tml("The army left Dovran on " + timex("DATE", "2022-09-09", "Friday") +
                                     ".\n\nHe was held for nearly " + timex("DURATION", "P3Y", "three years") + "."));
  write("hidden/platinum/deep/b.tml",
        tml("Kesh &amp; Dovran fell " + timex("DATE", "2022-W01", "last week") + " in " +
            timex("DATE", "2022-09", "the days of the harvest") + ".\n\nThe town was quiet yesterday."));
  ASSERT_EQ(run(folder_.string() + "/hidden --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_DOUBLE_EQ(json["mention_f1"].get<double>(), 4.0 / 8) << out_;
  EXPECT_DOUBLE_EQ(json["mention_relaxed_f1"].get<double>(), 6.0 / 8) << out_;
  EXPECT_DOUBLE_EQ(json["type_f1"].get<double>(), 6.0 / 8) << out_;
  EXPECT_DOUBLE_EQ(json["value_f1"].get<double>(), 4.0 / 8) << out_;
  EXPECT_DOUBLE_EQ(json["platinum_mention_f1"].get<double>(), 2.0 / 4) << out_;
  EXPECT_DOUBLE_EQ(json["platinum_value_f1"].get<double>(), 4.0 / 4) << out_;
  EXPECT_DOUBLE_EQ(json["deep_value_f1"].get<double>(), 0) << out_;
  EXPECT_EQ(json["errors_missing"], 1);
  EXPECT_EQ(json["errors_spurious"], 1);
  EXPECT_EQ(json["errors_extent"], 1);
  EXPECT_EQ(json["errors_value"], 1);

  ASSERT_EQ(run(folder_.string() + "/hidden --errors 1"), 0) << err_;
  EXPECT_NE(out_.find("The town was quiet [yesterday].   got DATE 2022-09-11  times:yesterday"), std::string::npos)
      << out_;
  EXPECT_NE(out_.find("[last week]"), std::string::npos) << out_;
  EXPECT_NE(out_.find("gold DATE 2022-W01  got [last week] DATE 2022-W36"), std::string::npos) << out_;
  EXPECT_EQ(run("--errors " + folder_.string() + "/hidden"), 0) << err_;
}

// Without a day of writing nothing is made up: the value is open, the extent counts.
TEST_F(TimexCommand, ATextWithoutADayIsRead) {
  const std::string file =
      write("c.tml", "<TimeML><TEXT>Kesh fell " + timex("DATE", "XXXX-WXX-5", "Friday") + "</TEXT></TimeML>");
  ASSERT_EQ(run(file + " --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_EQ(json["mention_f1"], 1.0) << out_;
  EXPECT_EQ(json["value_f1"], 1.0) << out_;
}

TEST_F(TimexCommand, SaysWhatIsWrong) {
  EXPECT_EQ(run(folder_.string()), 1);
  EXPECT_NE(err_.find("there is no .tml file"), std::string::npos) << err_;
  EXPECT_EQ(run(""), 2);
  EXPECT_EQ(run(folder_.string() + " --errors many"), 2);
  write("cut.tml", "<TimeML><TEXT>Kesh <TIMEX3 type=\"DATE\"");
  write("none.tml", "");
  EXPECT_EQ(run(folder_.string() + " --json"), 0) << err_;
}

// Figures that should not fall unseen.
TEST_F(TimexCommand, ReadsNewsAsWellAsItDid) {
  const std::string data = SAYSO_SHARED_DIR "/data/timex/tempeval3-train";
  if (!std::filesystem::exists(data)) GTEST_SKIP() << "no data";
  ASSERT_EQ(run(data + " --json"), 0) << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_GE(json["mention_f1"].get<double>(), 0.88);
  EXPECT_GE(json["value_f1"].get<double>(), 0.80);
  EXPECT_GE(json["aquaint_mention_f1"].get<double>(), 0.825);
  EXPECT_GE(json["aquaint_value_f1"].get<double>(), 0.75);
}

}  // namespace
