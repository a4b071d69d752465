// sayso-eval muc4 as one runs it, on invented messages: its sets, its table, JSON, lists of mistakes, and bad files.
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"
#include "eval/muc4_blocks.h"

namespace sayso::eval {
namespace {

class Muc4 : public EvalProgram {
 protected:
  int run(const std::string& arguments) { return EvalProgram::run("muc4 " + arguments); }
  nlohmann::json scores(const std::string& arguments) {
    EXPECT_EQ(run(arguments + " --json"), 0) << err_;
    return nlohmann::json::parse(out_, nullptr, false);
  }
  std::string sets() const { return (folder_ / "sets").string(); }

  static std::string bombing(const std::string& message) {
    return block(message, "1",
                 {{Slot::date, {"- 04 FEB 90"}},
                  {Slot::location, {"VARNIA: KESH (CITY)"}},
                  {Slot::type, {"BOMBING / ATTACK"}},
                  {Slot::perp_organization, {"\"KESH FRONT\" / \"KF\""}},
                  {Slot::confidence, {"CLAIMED OR ADMITTED / POSSIBLE: \"KESH FRONT\" / \"KF\""}},
                  {Slot::target_id, {"\"MILL\"", "? \"BARN\""}},
                  {Slot::target_effect, {"DESTROYED: \"MILL\""}}});
  }
  // Two test sets and another: one incident, one and an irrelevant message, one optional incident.
  void write_sets() {
    const auto text = [](const std::string& id) {
      return id + "\n\n   KESH, 4 FEB 90 -- [TEXT] A BOMB DESTROYED A MILL IN KESH.\n\n\n";
    };
    write("sets/NOTICE.md", "Invented.\n");
    write("sets/tst1/key-tst1", bombing("TST1-MUC3-9001"));
    write("sets/tst1/tst1-muc3", text("TST1-MUC3-9001"));
    write("sets/tst2/key-tst2", "; a comment\n" + bombing("TST2-MUC4-9001 (KESH)") + block("TST2-MUC4-9002", "*", {}));
    write("sets/tst2/tst2-muc4", text("TST2-MUC4-9001") + text("TST2-MUC4-9002"));
    write("sets/dev/key-dev", block("DEV-MUC3-9001", "1 (OPTIONAL)", {{Slot::type, {"ARSON"}}}));
    write("sets/dev/dev-muc3", text("DEV-MUC3-9001"));
  }
};

TEST_F(Muc4, ReadsTheMessagesItself) {
  write_sets();
  const auto json = scores(sets());
  ASSERT_TRUE(json.is_object()) << out_ << err_;
  EXPECT_EQ(json["messages"], 3) << "test sets only";
  EXPECT_EQ(json["tst2_messages"], 2);
  EXPECT_FALSE(json.contains("dev_messages"));
  EXPECT_NE(err_.find("3 messages read"), std::string::npos) << err_;
  for (const auto& [key, value] : json.items()) EXPECT_TRUE(value.is_number()) << key;
  const std::string one = out_;
  EXPECT_EQ(run(sets() + " --json --jobs 3"), 0);
  EXPECT_EQ(out_, one);
}

TEST_F(Muc4, AKeyAgainstItselfIsRight) {
  write_sets();
  const std::string file = write("all", bombing("TST1-MUC3-9001") + bombing("TST2-MUC4-9001"));
  const auto json = scores(sets() + " --response " + file);
  ASSERT_TRUE(json.is_object()) << out_ << err_;
  for (const char* key : {"all_templates_f1", "all_templates_recall", "all_templates_precision", "confidence_recall",
                          "confidence_precision", "text_filtering_recall", "text_filtering_precision",
                          "tst1_all_templates_f1", "tst2_all_templates_f1", "tst2_confidence_recall",
                          "phys_tgt_effect_recall", "template_id_precision", "string_fills_only_f1"})
    EXPECT_EQ(json.value(key, -1.0), 1.0) << key;
  EXPECT_EQ(json["all_templates_overgeneration"], 0.0);
  EXPECT_EQ(json["hum_tgt_name_recall"], 0.0) << "0 of nothing";
  ASSERT_EQ(run(sets() + " --errors --response " + file), 0) << err_;
  EXPECT_EQ(out_.find("MUC4-9001"), std::string::npos) << "nothing to list";
  EXPECT_NE(out_.find("F-MEASURES         P&R 100.00   2P&R 100.00   P&2R 100.00"), std::string::npos) << out_;
  EXPECT_NE(out_.find("test sets together: 3 messages, 2 templates in the key (0 of them optional), 2 of ours"),
            std::string::npos)
      << out_;
}

TEST_F(Muc4, CountsAMadeUpResponse) {
  write_sets();
  const std::string response =
      block("TST2-MUC4-9001", "1",
            {{Slot::date, {"03 FEB 90"}},                         // half
             {Slot::location, {"VARNIA"}},                        // half
             {Slot::type, {"ATTACK"}},                            // right
             {Slot::perp_organization, {"\"VARNIAN ARMY\""}},     // wrong
             {Slot::confidence, {"POSSIBLE: \"VARNIAN ARMY\""}},  // half: the tag is wrong
             {Slot::target_id,
              {"\"THE MILL\"", "\"ROAD\"", "\"BRIDGE\""}}})  // right, wrong with the optional one, made up
      + block("TST2-MUC4-9002", "1", {{Slot::type, {"ARSON"}}, {Slot::human_name, {"\"MAREK ORLEN\""}}})  // made up
      + block("TST9-MUC4-9001", "1", {{Slot::type, {"ARSON"}}});
  const std::string file = write("response", response);
  const auto json = scores(sets() + "/tst2 --response " + file);
  ASSERT_TRUE(json.is_object()) << out_ << err_;
  // Right 2, half 3, wrong 2, made up 1 + 2; the effect is missing.
  EXPECT_DOUBLE_EQ(json["all_templates_recall"], 3.5 / 8);
  EXPECT_DOUBLE_EQ(json["all_templates_precision"], 3.5 / 10);
  EXPECT_DOUBLE_EQ(json["all_templates_f1"], 2 * (3.5 / 8) * 0.35 / (3.5 / 8 + 0.35));
  EXPECT_DOUBLE_EQ(json["all_templates_overgeneration"], 0.3);
  EXPECT_DOUBLE_EQ(json["matched_only_precision"], 3.5 / 8);
  EXPECT_DOUBLE_EQ(json["confidence_recall"], 0.5);
  EXPECT_DOUBLE_EQ(json["text_filtering_precision"], 0.5);
  EXPECT_EQ(json["tst2_all_templates_f1"], json["all_templates_f1"]);
  EXPECT_NE(err_.find("1 templates left out, of messages that no key here has"), std::string::npos) << err_;

  ASSERT_EQ(run(sets() + "/tst2 --errors 1 --response " + file), 0) << err_;
  for (const char* part :
       {"TST2-MUC4-9001: 1 in the key, 1 of ours", "key 1 = ours 1: ATTACK | 03 FEB 90",
        "partly    VARNIA   key VARNIA: ", "wrong     \"VARNIAN ARMY\"   key \"KESH FRONT\" / \"KF\"",
        "spurious  \"BRIDGE\"", "missing   DESTROYED: \"MILL\"", "perp-org-conf          1     1|     0     1     0|"})
    EXPECT_NE(out_.find(part), std::string::npos) << part << "\n" << out_;
  EXPECT_EQ(out_.find("TST2-MUC4-9002: "), std::string::npos) << "one message was asked for";
  ASSERT_EQ(run(sets() + "/tst2 --errors --response " + file), 0) << err_;
  EXPECT_NE(out_.find("  beyond ours 1: ARSON | \"MAREK ORLEN\""), std::string::npos) << out_;
}

TEST_F(Muc4, CountsWhereOrganizationsGoLost) {
  write_sets();
  ASSERT_EQ(run(sets() + "/tst2 --organizations"), 0) << err_;
  EXPECT_NE(out_.find("ORGANIZATIONS          all    missed      none   another    unlike     right\n"
                      "of the key               1         1         0         0         0         0\n"),
            std::string::npos)
      << out_;
}

TEST_F(Muc4, NothingAnsweredIsNothingFound) {
  write_sets();
  const auto json = scores(sets() + " --dev --response " + write("response", "; nothing\n"));
  ASSERT_TRUE(json.is_object()) << out_ << err_;
  for (const char* key :
       {"all_templates_recall", "all_templates_precision", "all_templates_f1", "text_filtering_recall"})
    EXPECT_EQ(json.value(key, -1.0), 0.0) << key;
  EXPECT_EQ(json["messages"], 3) << "dev stands beside the test sets, not among them";
  EXPECT_EQ(json["dev_messages"], 1);
  const auto dev = scores(sets() + "/dev --response " + write("response", "; nothing\n"));
  EXPECT_EQ(dev["messages"], 1);
}

TEST_F(Muc4, WritesWhatItScored) {
  write_sets();
  const std::string first = write("response", bombing("TST1-MUC3-9001")), again = (folder_ / "again").string();
  const auto json = scores(sets() + " --response " + first + " --write " + again);
  EXPECT_NE(text_of(again).find("11. PERP: ORGANIZATION CONFIDENCE   CLAIMED OR ADMITTED: \"KESH FRONT\"\n"),
            std::string::npos)
      << text_of(again);
  EXPECT_EQ(scores(sets() + " --response " + again), json);
  EXPECT_EQ(run(sets() + " --write /dev/full --response " + first), 1);
}

TEST_F(Muc4, NamesTheFileAndLineThatIsWrong) {
  write_sets();
  EXPECT_EQ(run((folder_ / "none").string()), 1);
  EXPECT_NE(err_.find("neither key-* nor a folder that has one"), std::string::npos) << err_;
  EXPECT_EQ(run(sets() + " --response " + (folder_ / "none").string()), 1);
  EXPECT_EQ(run(sets() + " --response " + write("bad", "\nKESH\n")), 1);
  EXPECT_NE(err_.find("bad:2: stands before any MESSAGE: ID"), std::string::npos) << err_;
  write("sets/tst1/key-tst1b", bombing("TST1-MUC3-9001"));
  EXPECT_EQ(run(sets()), 1);
  EXPECT_NE(err_.find("message TST1-MUC3-9001 is in two keys"), std::string::npos) << err_;
  std::filesystem::remove(folder_ / "sets/tst1/key-tst1b");
  std::filesystem::remove(folder_ / "sets/tst1/tst1-muc3");
  EXPECT_EQ(run(sets()), 1);
  EXPECT_NE(err_.find("no text of a message that the key has"), std::string::npos) << err_;
  for (const char* wrong : {"", "x --errors y", "x --json --errors", "--jobs 0 x", "--what x"})
    EXPECT_EQ(run(wrong), 2) << wrong;
  EXPECT_EQ(run("--help"), 0);
  EXPECT_NE(out_.find("--response FILE"), std::string::npos) << out_;
}

// The public sets where they are at hand.
TEST_F(Muc4, ThePublicKeysAgainstThemselvesAreRight) {
  const std::filesystem::path data = std::filesystem::path(SAYSO_SHARED_DIR) / "data/muc4";
  if (!std::filesystem::exists(data)) GTEST_SKIP() << data << " is not there";
  const auto all = text_of(data / "tst1/key-tst1.v7") + text_of(data / "tst2/key-tst2.v4");
  const auto json = scores(data.string() + " --response " + write("all", all));
  ASSERT_TRUE(json.is_object()) << out_ << err_;
  EXPECT_EQ(json["messages"], 200);
  EXPECT_EQ(json["all_templates_f1"], 1.0);
  EXPECT_EQ(json["text_filtering_f1"], 1.0);
}

}  // namespace
}  // namespace sayso::eval
