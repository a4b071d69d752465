// `sayso rules`, from outside: what it lists, explains, tests and tries, and how it refuses.
#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "cli/program.h"

namespace sayso::cli_test {
namespace {

class RulesCommand : public Program {
 protected:
  // A folder of rules with one rule of events whose `no` sentence it matches.
  void write_own(const std::string& match, const std::string& no = "The army rested.") const {
    write(folder_ / "own/events/own.rules",
          "# Mine.\nrule: hummed\nwhat: Somebody hums.\nmatch: " + match +
              "\nmakes: type=CONSULT\nyes: [actor The army] [trigger hummed].\nno: " + no + "\n");
  }
};

std::size_t lines(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

const char* const hums = "{lemma:hum; tag:VERB}=trigger >actor {at:before}=actor";

TEST_F(RulesCommand, ListsEveryRule) {
  const Outcome bare = run("rules");
  EXPECT_EQ(bare.code, 0) << bare.err;
  EXPECT_EQ(bare.out, run("rules list").out);
  EXPECT_TRUE(holds(bare.out, "said-clause ")) << bare.out;
  EXPECT_TRUE(holds(bare.out, "attribution/speech.rules:"));
  EXPECT_TRUE(holds(bare.out, "events/conflict.rules:"));
  EXPECT_TRUE(holds(bare.out, "  A refusal to speak is an act without content"));
  EXPECT_FALSE(holds(bare.out, "\x1b"));
  EXPECT_TRUE(holds(run("rules --color").out, "\x1b[1msaid-clause"));

  const Outcome json = run("rules --json");
  EXPECT_GT(lines(json.out), 90U);
  std::istringstream in(json.out);
  std::set<std::string> ids;
  for (std::string line; std::getline(in, line);) {
    const auto rule = nlohmann::json::parse(line, nullptr, false);
    ASSERT_TRUE(rule.is_object()) << line;
    for (const char* key : {"rule", "stage", "where", "what", "match", "yes", "no"}) EXPECT_FALSE(rule[key].empty());
    EXPECT_TRUE(holds(bare.out, rule["rule"])) << line;
    ids.insert(rule["rule"]);
  }
  EXPECT_EQ(ids.size(), lines(json.out));
}

TEST_F(RulesCommand, ExplainsOne) {
  write_own("{lemma:@die_verb; tag:VERB}=trigger >actor {}=actor");
  const Outcome o = run("rules explain hummed --rules own");
  EXPECT_EQ(o.code, 0) << o.err;
  for (const char* part :
       {"hummed, of events", "where   own/events/own.rules:2", "what    Somebody hums.",
        "match   {lemma:@die_verb; tag:VERB}=trigger >actor {}=actor", "makes   type=CONSULT", "binds   trigger, actor",
        "list    @die_verb, ", " lemmas: ", "yes     [actor The army] [trigger hummed].", "no      The army rested."})
    EXPECT_TRUE(holds(o.out, part)) << part << "\n" << o.out;

  const Outcome unknown = run("rules explain said-clouse nowhere-near");
  EXPECT_EQ(unknown.code, 1);
  EXPECT_EQ(unknown.out, "");
  EXPECT_EQ(unknown.err,
            "sayso: there is no rule `said-clouse`; did you mean `said-clause`?\n"
            "sayso: there is no rule `nowhere-near`\n");
}

TEST_F(RulesCommand, TestsTheirSentences) {
  write_own(hums);
  const Outcome good = run("rules test hummed --rules own");
  EXPECT_EQ(good.out, "1 rule, 2 sentences: all hold\n") << good.err;
  EXPECT_EQ(good.code, 0);

  write_own("{lemma:hum|rest; tag:VERB}=trigger ?>obj {}=actor");
  const Outcome bad = run("rules test hummed --rules own");
  EXPECT_EQ(bad.code, 1);
  EXPECT_EQ(bad.out,
            "hummed (own/events/own.rules:2)\n"
            "  [actor The army] [trigger hummed].\n"
            "    ought to match as marked\n"
            "    fired hummed: trigger=hummed\n"
            "  The army rested.\n"
            "    ought not to match\n"
            "    fired hummed: trigger=rested\n"
            "\n"
            "1 rule, 2 sentences: 2 sentences of 1 rule failed\n");
  EXPECT_EQ(run("rules test nowhere --rules own").code, 1);
}

TEST_F(RulesCommand, TriesASentence) {
  write_own(hums);
  const Outcome o = run("rules try 'The army said the men hummed.' --rules own");
  EXPECT_EQ(o.code, 0) << o.err;
  for (const char* part :
       {"is: (attribution)", "army", "nsubj of 3", "attribution at 3 said\n",
        "used  said-clause (attribution/speech.rules:", "source=army cue=said\n        content=hummed\n",
        "events at 6 hummed\n", "used  hummed (events/own.rules:2) actor=men trigger=hummed",
        "        yes: [source The army] [cue said] [content the men hummed].\n",
        "        yes: The army said the [actor men] [trigger hummed].\n"})
    EXPECT_TRUE(holds(o.out, part)) << part << "\n" << o.out;
  EXPECT_EQ(run("rules try The army said the men hummed. --rules own").out, o.out) << "words need no quotation marks";
  EXPECT_EQ(run("rules try ' The army\n said the  men hummed. ' --rules own").out, o.out);

  const auto json = nlohmann::json::parse(run("rules try --json 'The army said the men hummed.' --rules own").out);
  EXPECT_EQ(json["text"], "The army said the men hummed.");
  EXPECT_EQ(json["tokens"].size(), 7U);
  EXPECT_EQ(json["tokens"][1]["relation"], "nsubj");
  EXPECT_EQ(json["tokens"][1]["head"], 3);
  EXPECT_EQ(json["tokens"][2]["head"], nullptr);
  bool found = false;
  for (const auto& fired : json["fired"])
    found = found || (fired["rule"] == "hummed" && fired["used"] == true && fired["anchor"] == 6 &&
                      fired["captures"][0]["text"] == "men");
  EXPECT_TRUE(found) << json.dump(1);
}

// Two rules that match at one word: the first is used, and the other says which took its place.
TEST_F(RulesCommand, SaysWhyARuleIsNotUsed) {
  write(
      folder_ / "own/events/own.rules",
      "rule: first\nwhat: W.\nmatch: {lemma:hum}=trigger\nmakes: type=CONSULT\nyes: They [trigger hummed].\nno: B.\n\n"
      "rule: second\nwhat: W.\nmatch: {lemma:hum}=trigger\nmakes: type=AID\nyes: They [trigger hummed].\nno: B.\n");
  const Outcome o = run("rules try 'The army hummed.' --rules own");
  EXPECT_TRUE(holds(o.out, "used  first (events/own.rules:1) trigger=hummed")) << o.out;
  EXPECT_TRUE(holds(o.out,
                    "not   second (events/own.rules:8) trigger=hummed\n"
                    "        an earlier rule is used: first\n"))
      << o.out;
  EXPECT_EQ(run("rules test second --rules own").code, 1) << "it never comes to its own sentence";
}

TEST_F(RulesCommand, RefusesWhatMakesNoSense) {
  const std::pair<std::string, std::string> cases[] = {
      {"rules lst", "`lst` is nothing rules can do; did you mean `list`?"},
      {"rules list x", "`x` is one argument too many"},
      {"rules explain", "which rule? sayso rules explain ID"},
      {"rules try", "the sentence is empty: sayso rules try 'The army left.'"},
      {"rules try ' \t\n '", "the sentence is empty"},
      {"rules try \"The $(printf '\\377') army left.\"", "byte 4 of the sentence is not UTF-8"},
      {"rules test --json", "--json goes with list, explain and try"},
      {"rules --jsn", "did you mean `--json`?"},
  };
  for (const auto& [line, message] : cases) {
    const Outcome o = run(line);
    EXPECT_EQ(o.code, 2) << line;
    EXPECT_EQ(o.out, "") << line;
    EXPECT_TRUE(holds(o.err, message)) << line << "\n" << o.err;
  }
}

TEST_F(RulesCommand, AFaultNamesFileLineAndWhatToDo) {
  std::filesystem::create_directories(folder_ / "bare");
  std::filesystem::create_directories(folder_ / "none/events");
  const auto fault = [&](const std::string& line) {
    const Outcome o = run(line);
    EXPECT_EQ(o.code, 1) << line;
    EXPECT_EQ(o.out, "") << line;
    EXPECT_EQ(lines(o.err), 1U) << o.err;
    return o.err;
  };
  EXPECT_EQ(fault("rules --rules nowhere"), "sayso: nowhere: there is no such folder of rules\n");
  EXPECT_EQ(fault("rules --rules bare"),
            "sayso: bare: no folder of rules: neither attribution/ nor events/ is in it\n");
  EXPECT_EQ(fault("rules --rules none"), "sayso: none/events: holds no rules: add a file such as own.rules\n");
  EXPECT_TRUE(holds(fault("rules --data nowhere"), "sayso: nowhere: not a data folder"));
  EXPECT_TRUE(holds(fault("rules try --model none.sayso 'He left.'"), "none.sayso"));
  write_own("{lemma:@humming}=trigger >actor {}=actor");
  EXPECT_EQ(
      fault("rules try 'He left.' --rules own"),
      "sayso: own/events/own.rules:4: there is no list '@humming': make data/lexicons/lists/humming.tsv or mend the "
      "name (column 16 of the pattern)\n");
  write_own("{lemma:hum}=trigger");
  EXPECT_EQ(fault("rules explain hummed --rules own"),
            "sayso: own/events/own.rules:6: 'actor' is marked, but the pattern never binds it: name a word '=actor' in "
            "'match' or take the mark away\n");
}

// Long, odd and hostile sentences are read like any.
TEST_F(RulesCommand, TriesWhateverIsTyped) {
  for (const std::string sentence :
       {"x", "...", "[source A] [cue said] so.", "Армія сказала, що пішла.", "$(printf 'said that %.0s' $(seq 3000))",
        "$(printf 'a \\033[31m b')", "\\\"\\\"\\\"\\\""}) {
    const Outcome o = run("rules try \"" + sentence + "\"");
    EXPECT_EQ(o.code, 0) << sentence << "\n" << o.err;
    EXPECT_FALSE(holds(o.out, "\x1b"));
    const Outcome json = run("rules try --json \"" + sentence + "\"");
    EXPECT_TRUE(nlohmann::json::parse(json.out, nullptr, false).is_object()) << sentence;
  }
}

}  // namespace
}  // namespace sayso::cli_test
