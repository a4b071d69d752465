// Every benchmark of sayso-eval takes its arguments alike: help leaves with 0, wrong use with 2 and a word on stderr,
// what cannot be read with 1.
#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "eval/eval_program.h"

namespace {

using Arguments = sayso::eval::EvalProgram;

constexpr const char* benchmarks[] = {"gold",   "conllu", "places", "timex", "attribution",
                                      "losses", "muc4",   "codes",  "isaf"};

TEST_F(Arguments, HelpIsNoFault) {
  for (const std::string name : benchmarks) {
    EXPECT_EQ(run(name + " --help"), 0) << name;
    EXPECT_NE(out_.find("sayso-eval " + name), std::string::npos) << out_;
    EXPECT_EQ(err_, "") << name;
  }
}

TEST_F(Arguments, WrongUseLeavesWithTwo) {
  for (const std::string name : benchmarks)
    for (const char* arguments : {"", " --no-such-option"}) {
      EXPECT_EQ(run(name + arguments), 2) << name << arguments;
      EXPECT_EQ(out_, "") << name << arguments;
      EXPECT_NE(err_, "") << name << arguments;
    }
  EXPECT_EQ(run("no-such-benchmark"), 2);
  EXPECT_EQ(run(""), 2);
}

TEST_F(Arguments, WhatIsNotThereLeavesWithOne) {
  for (const std::string name : benchmarks) {
    const std::string nowhere = (folder_ / "nowhere").string();
    EXPECT_EQ(run(name + " " + nowhere + (name == "gold" ? " " + nowhere : "")), 1) << name;
    EXPECT_NE(err_, "") << name;
  }
}

}  // namespace
