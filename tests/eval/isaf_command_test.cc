// sayso-eval isaf as one runs it: invented releases against invented rows.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

class Isaf : public sayso::eval::EvalProgram {
 protected:
  static std::string item(const std::string& id, const std::string& text, const std::string& day, int killed,
                          int captured) {
    return nlohmann::json{{"id", id},
                          {"text", text},
                          {"gold",
                           {{"start_date", day},
                            {"event_type", {captured > 0 ? "detention" : "insurgentskilled"}},
                            {"province", {"khost"}},
                            {"min_killed", killed},
                            {"min_captured", captured}}}}
               .dump() +
           "\n";
  }
  int run(const std::string& arguments) { return EvalProgram::run("isaf " + arguments); }
};

constexpr const char* head = "2012-05-S-042\n\nFor Immediate Release\n\nKABUL, Afghanistan (May 14)\n";

TEST_F(Isaf, RowsOfInventedReleases) {
  const std::string several =
      std::string(head) + "In Sabari district, Khost province, yesterday, a security force detained several gunmen.";
  const std::string two = std::string(head) +
                          "A patrol captured a leader in Sabari district, Khost province, yesterday. Two additional "
                          "insurgents were detained. The captured leader was detained without a fight.";
  const std::string dead = std::string(head) + "Guards killed numerous insurgents in Khost province today.";
  ASSERT_EQ(run(write("items.jsonl", item("a", several, "2012-05-13", 0, 3) + item("b", two, "2012-05-13", 0, 3) +
                                         item("c", dead, "2012-05-14", 4, 0)) +
                " --json"),
            0)
      << err_;
  const auto json = nlohmann::json::parse(out_);
  EXPECT_EQ(json["releases"], 3);
  for (const char* key : {"date_accuracy", "province_accuracy", "killed_captured_accuracy", "killed_accuracy",
                          "captured_accuracy", "event_type_f1", "all_right"})
    EXPECT_EQ(json[key], 1.0) << key;
}

// Groups, parts of a group, further ones, and what several operations came to.
TEST_F(Isaf, CountsAsTheCoderDoes) {
  const std::string team =
      std::string(head) + "A rebel mortar team was killed by an air strike in Sabari district, Khost province, today.";
  const std::string many = std::string(head) +
                           "Guards engaged the rebels in Khost province today, killing many of "
                           "them.";
  const std::string also = std::string(head) +
                           "The rebel was killed by guards in Khost province today. Also killed in the fight were four "
                           "armed rebels.";
  const std::string overview =
      std::string(head) +
      "Several rebels were killed and others detained by guards during separate clearing "
      "operations in eastern Afghanistan today.\nA patrol saw two rebels with rifles in Sabari "
      "district, Khost province. The patrol opened fire, killing two rebels.";
  ASSERT_EQ(run(write("items.jsonl", item("team", team, "2012-05-14", 3, 0) + item("many", many, "2012-05-14", 4, 0) +
                                         item("also", also, "2012-05-14", 5, 0) +
                                         item("overview", overview, "2012-05-14", 2, 0)) +
                " --errors"),
            0)
      << err_;
  EXPECT_EQ(out_.find("killed: "), std::string::npos) << out_;
}

TEST_F(Isaf, SaysWhatIsWrong) {
  write("set/items.jsonl", item("a", std::string(head) + "Guards held a parade.", "2012-05-14", 2, 0));
  ASSERT_EQ(run((folder_ / "set").string() + " --errors 3"), 0) << err_;
  EXPECT_NE(out_.find("killed: 1\n  a: 2, read 0"), std::string::npos) << out_;
  const std::string listed = out_;
  ASSERT_EQ(run("--errors " + (folder_ / "set").string()), 0) << "the folder is no number: " << err_;
  EXPECT_EQ(out_, listed);
  EXPECT_EQ(run("--errors"), 2);
}

TEST_F(Isaf, WhatIsNoSuchFile) {
  EXPECT_EQ(run((folder_ / "none").string()), 1);
  EXPECT_EQ(run(write("items.jsonl", "[1]\n")), 1);
  EXPECT_NE(err_.find("items.jsonl:1"), std::string::npos) << err_;
}

}  // namespace
