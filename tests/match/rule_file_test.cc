// Rule files: what the loader makes of them, and every fault it knows.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "match/rules.h"
#include "syntax_table.h"

namespace sayso {
namespace {

// "Varnia said it had left and accused Ostrel."
const char* const said_and_accused =
    "Varnia Varnia NNP 2 nsubj\nsaid say VBD 0 root\nit it PRP 5 nsubj\nhad have VBD 5 aux\nleft leave VBN 2 "
    "ccomp\nand and CC 7 cc\naccused accuse VBD 2 conj\nOstrel Ostrel NNP 7 obj\n. . . 2 punct\n";

WordLists speech_lists() {
  WordLists lists;
  lists.add("say", WordList(std::map<std::string, std::string, std::less<>>{{"say", "assert"}, {"deny", "deny"}}));
  return lists;
}

TEST(MarkedSentence, BracketsBecomeSpans) {
  const auto marked = parse_marked("[source The army] [cue said] [content it [trigger left]].", "f:1");
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->text, "The army said it left.");
  std::string out;
  for (const auto& [name, span] : marked->parts) out += name + "=" + std::string(slice(marked->text, span)) + ";";
  EXPECT_EQ(out, "source=The army;cue=said;content=it left;trigger=left;");
  EXPECT_FALSE(parse_marked("[source The army", "f:1"));
  EXPECT_FALSE(parse_marked("The army] left", "f:1"));
  EXPECT_FALSE(parse_marked("[source", "f:1"));
  EXPECT_FALSE(parse_marked("[source ] left", "f:1"));
}

TEST(MarkedSentence, IsWrittenAsItWasRead) {
  for (const char* text : {"[source The army] [cue said] [content it [trigger left]].", "[a [b [c x]] y]", "No marks.",
                           "", "[a x][b y]", "«[a Київ]»"}) {
    const auto marked = parse_marked(text, "f:1");
    ASSERT_TRUE(marked) << text;
    EXPECT_EQ(written(*marked), text);
  }
}

class RuleFile : public testing::Test {
 protected:
  std::filesystem::path folder_ =
      std::filesystem::path(testing::TempDir()) /
      ("rules-" + std::string(testing::UnitTest::GetInstance()->current_test_info()->name()));
  void SetUp() override { std::filesystem::create_directories(folder_); }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  Result<Rules> load(const std::string& text) {
    std::ofstream(folder_ / "t.rules") << text;
    return Rules::load(folder_, lists_, words_);
  }
  const RuleWords words_{
      .keys = {"act"}, .names = {"cue", "source", "medium"}, .found = {"medium"}, .marks = {"actor", "place"}};
  const WordLists lists_ = speech_lists();
};

// Each names its file, its line, what is wrong and what to do.
TEST_F(RuleFile, EveryFaultNamesItsLine) {
  const std::string good =
      "rule: a\nwhat: W.\nmatch: {lemma:say}=cue\nmakes: act=@say\nyes: He [cue said] so [medium there].\nno: He "
      "left.\n";
  const auto loaded = load(good);
  EXPECT_TRUE(loaded) << loaded.error().message;
  const std::string head = "rule: a\nwhat: W.\nmatch: {}=cue\n";
  const std::string sentences = "yes: [cue A] b.\nno: B.\n";
  for (const auto& [text, line, message] : std::vector<std::tuple<std::string, int, std::string>>{
           {"what: W.\nmatch: {}=cue\n" + sentences, 1, "the rule has no id: add 'rule: name'"},
           {"rule: a\nmatch: {}=cue\n" + sentences, 1, "rule 'a' does not say what it is for: add 'what: …'"},
           {"rule: a\nwhat: W.\n" + sentences, 1, "rule 'a' has no pattern: add 'match: …'"},
           {head + "no: B.\n", 1, "rule 'a' has no sentence that it must match: add 'yes: …'"},
           {head + "yes: [cue A] b.\n", 1, "rule 'a' has no sentence that it must not match: add 'no: …'"},
           {"rule: a\nwhat: W.\nmatch: {}=quux\n" + sentences, 3,
            "'quux' is no name that rules of this folder bind: use cue, medium, source"},
           {head + "yes: [quux A].\nno: B.\n", 4,
            "'quux' is no name that rules of this folder bind: use cue, medium, source"},
           {head + "yes: [source A] b.\nno: B.\n", 4,
            "'source' is marked, but the pattern never binds it: name a word '=source' in 'match' or take the mark "
            "away"},
           {head + "yes: A b.\nno: B.\n", 4, "nothing is marked: put what is captured in brackets, as in '[cue said]'"},
           {head + "yes: [cue A] b.\nno: [cue B] c.\n", 5,
            "a sentence that must not match has nothing to mark: take the brackets out"},
           {head + "yes: [cue A b.\nno: B.\n", 4, "'[cue' is not closed: a ']' is missing"},
           {head + "yes: cue A] b.\nno: B.\n", 4, "']' closes nothing: a '[' is missing"},
           {"rule: a\nwhat: W.\nmatch: {is:plaec}=cue\n" + sentences, 3,
            "'is:plaec' is no mark of this folder's rules: use actor, place"},
           {"rule: a\nwhat: W.\nmatch: {}=cue !>obj {is:plaec}\n" + sentences, 3,
            "'is:plaec' is no mark of this folder's rules: use actor, place"},
           {"rule: a\nwhat: W.\nmatch: {lemma:@none}=cue\n" + sentences, 3,
            "there is no list '@none': make data/lexicons/lists/none.tsv or mend the name (column 13 of the pattern)"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\n       >objx {}\n" + sentences, 3,
            "'objx' is no relation: use one of Universal Dependencies, or subject, actor, patient (column 13 of the "
            "pattern)"},
           {head + "makes: colour=red\n" + sentences, 4, "'colour' is nothing a rule of this folder can make: use act"},
           {head + "makes: act=@none\n" + sentences, 4,
            "there is no list '@none': make data/lexicons/lists/none.tsv or mend the name"},
           {head + "makes: act\n" + sentences, 4, "'act' is not key=value"},
           {head + "makes: act=\n" + sentences, 4, "'act=' is not key=value"},
           {head + "makes: act=a act=b\n" + sentences, 4, "'act' is made twice: keep one"},
           {head + "yess: A.\nno: B.\n", 4, "'yess' is no field of a rule: use rule, what, match, makes, yes, no"},
           {head + "match: {}=cue\n" + sentences, 4,
            "'match' stands twice in this rule: an empty line parts two rules"},
           {head + "yes:\nno: B.\n", 4, "'yes:' says nothing: fill it in or take it out"},
           {"He left.\n", 1, "must be 'name: value'"},
           {"  >obj {}\n", 1, "continues a field, but no field stands before it"},
           {"rule: \xff\n", 1, "is not UTF-8"},
           {good + "\n" + good, 8,
            "the id 'a' stands already at " + (folder_ / "t.rules").string() + ":1: choose another"}}) {
    const auto rules = load(text);
    ASSERT_FALSE(rules) << text;
    EXPECT_EQ(rules.error().where, (folder_ / "t.rules").string() + ":" + std::to_string(line)) << text;
    EXPECT_EQ(rules.error().message, message) << text;
    EXPECT_EQ(rules.error().code, ErrorCode::bad_rule);
  }
}

TEST_F(RuleFile, AFolderWithoutRulesIsAFault) {
  const auto rules = Rules::load(folder_, lists_, words_);
  ASSERT_FALSE(rules);
  EXPECT_EQ(rules.error().where, folder_.string());
  EXPECT_EQ(rules.error().message, "holds no rules: add a file such as own.rules");
  EXPECT_FALSE(Rules::load(folder_ / "none", lists_, words_));
}

TEST_F(RuleFile, TheFirstRuleWinsAndValuesComeFromLists) {
  const auto rules = load(
      "rule: one\nwhat: W.\nmatch: {lemma:@say}=cue >ccomp {}\nmakes: act=@say\nyes: [cue A] b.\nno: B.\n\n"
      "rule: two\nwhat: W.\nmatch: {lemma:@say|accuse}=cue\nmakes: act=accuse\nyes: [cue A] b.\nno: B.\n");
  ASSERT_TRUE(rules) << rules.error().message;
  const auto table = syntax_table(said_and_accused);
  const Tree tree(table.syntax);
  const Marks marks(tree.size());
  std::string out;
  for (const Match& match : rules->first_matches(tree, marks))
    out += match.rule->id + ":" + tree[match.anchor].lemma + ":" +
           match.rule->value("act", tree.lemma(match.anchor), lists_) + ";";
  EXPECT_EQ(out, "one:say:assert;two:accuse:accuse;");
  EXPECT_EQ(rules->all_matches(tree, marks).size(), 3U);
}

}  // namespace
}  // namespace sayso
