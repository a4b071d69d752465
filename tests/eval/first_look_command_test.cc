// sayso-eval first-look as one runs it, and its pinned figure on public sets.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>

#include "eval/eval_program.h"

namespace {

class FirstLookCommand : public sayso::eval::EvalProgram {
 protected:
  nlohmann::json figures(const std::string& arguments) {
    EXPECT_EQ(run("first-look --json " + arguments), 0) << err_;
    return nlohmann::json::parse(out_, nullptr, false);
  }
};

TEST_F(FirstLookCommand, CountsWhatIsSeenAndWhatIsPassedOver) {
  const std::string lines = write("n.jsonl",
                                  "{\"text\": \"KESH, May 3. Two soldiers were killed by a mine near Dovran.\"}\n"
                                  "{\"text\": \"DOVRAN, May 3. The baker said that the cake is sweet.\"}\n"
                                  "{\"text\": \"DOVRAN, May 3. The army said that its museum is open.\"}\nno line\n");
  const auto json = figures(lines);
  EXPECT_EQ(json["dispatches"], 3);
  EXPECT_EQ(json["conflict"], 1);
  EXPECT_EQ(json["seen"], 1);
  EXPECT_EQ(json["recall"], 1.0);
  EXPECT_EQ(json["others"], 2);
  EXPECT_GE(json["passed_over"], 1);
}

TEST_F(FirstLookCommand, TakesMessagesByTheirKeys) {
  write("muc/key-dev.muc4",
        "0.  MESSAGE: ID                     DEV-MUC3-0001\n4.  INCIDENT: TYPE          ATTACK\n"
        "0.  MESSAGE: ID                     DEV-MUC3-0002\n4.  INCIDENT: TYPE          *\n");
  const auto json = figures(write("muc/dev-muc3-0001-0002",
                                  "DEV-MUC3-0001 (NOSC)\n\n   KESH, 3 MAY 31 -- THE BAKER SAID THE CAKE IS SWEET.\n"
                                  "DEV-MUC3-0002 (NOSC)\n\n   KESH, 3 MAY 31 -- THE BAKER SAID THE CAKE IS SWEET.\n"));
  EXPECT_EQ(json["conflict"], 1);
  EXPECT_EQ(json["seen"], 0);
  EXPECT_EQ(json["passed_over"], 1);
}

TEST_F(FirstLookCommand, LosesNothingOfPublicSets) {
  const std::filesystem::path shared = std::string(SAYSO_SHARED_DIR) + "/data";
  if (!std::filesystem::exists(shared / "muc4")) GTEST_SKIP() << "the data sets are not here";
  const std::string data = shared.string();
  const auto json = figures("--every 4 " + data + "/muc4/tst1/tst1-muc3 " + data + "/muc4/tst2/tst2-muc4 " + data +
                            "/isaf/items.jsonl " + data + "/losses/pages");
  EXPECT_GE(json["recall"], 0.995) << json;
  EXPECT_GE(json["conflict"], 100) << json;
}

}  // namespace
