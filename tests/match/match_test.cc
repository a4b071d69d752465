// The rule language: patterns against trees, deep relations, clause grammar, and rule files with every fault the loader
// knows.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "match/clause.h"
#include "match/pattern.h"
#include "match/rules.h"
#include "syntax_table.h"

namespace sayso {
namespace {

// "Varnia said it had left and accused Ostrel of shelling ports."
const char* const two_cues =
    "Varnia Varnia NNP 2 nsubj\nsaid say VBD 0 root\nit it PRP 5 nsubj\nhad have VBD 5 aux\nleft leave VBN 2 "
    "ccomp\nand and CC 7 cc\n"
    "accused accuse VBD 2 conj\nOstrel Ostrel NNP 7 obj\nof of IN 10 mark\nshelling shell VBG 7 advcl\nports port NNS "
    "10 obj\n. . . 2 punct\n";
// "Two bridges were hit by the army, which denied it."
const char* const passive =
    "Two two CD 2 nummod\nbridges bridge NNS 4 nsubj:pass\nwere be VBD 4 aux:pass\nhit hit VBN 0 root\nby by IN 7 "
    "case\nthe the DT 7 det\n"
    "army army NN 4 obl:agent\n, , , 10 punct\nwhich which WDT 10 nsubj\ndenied deny VBD 7 acl:relcl\nit it PRP 10 "
    "obj\n. . . 4 punct\n";

std::string printed(const Tree& tree, const std::vector<TokenId>& tokens) {
  std::string out;
  for (TokenId token : tokens) out += (out.empty() ? "" : " ") + tree[token].lemma;
  return out;
}

WordLists test_lists() {
  WordLists lists;
  lists.add("say", WordList(std::map<std::string, std::string, std::less<>>{
                       {"say", "assert"}, {"deny", "deny"}, {"rule out", "reject"}}));
  lists.add("modal_possible", WordList(std::map<std::string, std::string, std::less<>>{{"may", ""}}));
  return lists;
}

TEST(Tree, DeepRelations) {
  const auto first = syntax_table(two_cues);
  const Tree tree(first.syntax);
  EXPECT_EQ(printed(tree, tree.related(TokenId{1}, Deep::subject)), "Varnia");
  EXPECT_EQ(printed(tree, tree.related(TokenId{6}, Deep::subject)), "Varnia") << "carried over the conjunction";
  EXPECT_EQ(printed(tree, tree.related(TokenId{9}, Deep::actor)), "Ostrel") << "the accused does what it is accused of";
  EXPECT_EQ(printed(tree, tree.related(TokenId{9}, Deep::patient)), "port");

  const auto second = syntax_table(passive);
  const Tree other(second.syntax);
  EXPECT_EQ(printed(other, other.related(TokenId{3}, Deep::actor)), "army");
  EXPECT_EQ(printed(other, other.related(TokenId{3}, Deep::patient)), "bridge");
  EXPECT_EQ(printed(other, other.related(TokenId{9}, Deep::subject)), "army")
      << "a relative pronoun stands for its noun";
  EXPECT_TRUE(other.is_passive(TokenId{3}));
  EXPECT_FALSE(other.is_passive(TokenId{9}));
}

TEST(Pattern, MatchesAndCaptures) {
  const auto lists = test_lists();
  const auto table = syntax_table(two_cues);
  const Tree tree(table.syntax);
  Marks marks(tree.size());
  marks.set(TokenId{7}, "actor");
  struct Case {
    const char* pattern;
    std::uint32_t anchor;
    const char* captures;  // "-" for no match
  };
  for (const Case& at :
       {Case{"{lemma:@say}=cue >subject {}=source >ccomp {}=content", 1, "content=leave cue=say source=Varnia "},
        {"{lemma:@say}=cue >obj {}", 1, "-"},
        {"{tag:VERB; !lemma:say|leave}=cue >subject {}=source", 6, "cue=accuse source=Varnia "},
        {"{}=a >obj {is:actor}=b", 6, "a=accuse b=Ostrel "},
        {"{}=a >obj {!is:actor}=b", 6, "-"},
        {"{}=a !>obj {}", 6, "-"},
        {"{}=a !>iobj {}", 6, "a=accuse "},
        {"{}=a ?>iobj {}=b ?>obj {}=c", 6, "a=accuse c=Ostrel "},
        {"{}=a >advcl ({}=b >mark {lemma:of} >obj {}=c)", 6, "a=accuse b=shell c=port "},
        {"{}=a >advcl ({}=b >mark {lemma:for})", 6, "-"},
        {"{}=a <ccomp {lemma:say}=b", 4, "a=leave b=say "},
        {"{xpos:VBN}=a <conj {}", 4, "-"},
        {"{}=a >nsubj|obj {lemma:ostrel}=b", 6, "a=accuse b=Ostrel "},
        {"{}=a > {lemma:and}=b", 6, "a=accuse b=and "}}) {
    const auto pattern = parse_pattern(at.pattern, lists, "test");
    ASSERT_TRUE(pattern) << at.pattern << ": " << pattern.error().message;
    std::string out;
    if (const auto captures = match_at(*pattern, tree, marks, TokenId{at.anchor}))
      for (const auto& [name, token] : *captures) out += name + "=" + tree[token].lemma + " ";
    else
      out = "-";
    EXPECT_EQ(out, at.captures) << at.pattern;
  }
}

TEST(Pattern, FaultsNameTheColumn) {
  const auto lists = test_lists();
  for (const auto& [pattern, message] :
       std::vector<std::pair<const char*, const char*>>{{"lemma:say", "expected '{'"},
                                                        {"{lemma:say", "'{' is not closed"},
                                                        {"{lemma}", "a test is 'key:value'"},
                                                        {"{color:red}", "'color' is no test"},
                                                        {"{lemma:@nowhere}", "there is no list '@nowhere'"},
                                                        {"{tag:VRB}", "'VRB' is no part of speech"},
                                                        {"{xpos:VVV}", "'VVV' is no Penn tag"},
                                                        {"{} >nsubjx {}", "'nsubjx' is no relation"},
                                                        {"{} <subject {}", "can only be asked downwards"},
                                                        {"{} >obj ({} >det {}", "'(' is not closed"},
                                                        {"{} obj {}", "expected a relation"},
                                                        {"{}= >obj {}", "a name must follow '='"},
                                                        {"{} )", "cannot be read"}}) {
    const auto parsed = parse_pattern(pattern, lists, "f:1");
    ASSERT_FALSE(parsed) << pattern;
    EXPECT_NE(parsed.error().message.find(message), std::string::npos) << pattern << ": " << parsed.error().message;
    EXPECT_NE(parsed.error().message.find("column"), std::string::npos);
  }
}

TEST(Clause, TenseNegationModality) {
  const auto lists = test_lists();
  struct Case {
    const char* table;
    std::uint32_t head;
    const char* printed;
  };
  for (const Case& at :
       {Case{"It it PRP 3 nsubj\nmay may MD 3 aux\nfall fall VB 0 root\n", 2, "none positive possible"},
        {"It it PRP 4 nsubj\nhas have VBZ 4 aux\nnot not RB 4 advmod\nfallen fall VBN 0 root\n", 3,
         "past negative certain"},
        {"It it PRP 3 nsubj\nwill will MD 3 aux\nfall fall VB 0 root\n", 2, "future positive certain"},
        {"It it PRP 3 nsubj\nis be VBZ 3 aux\nfalling fall VBG 0 root\n", 2, "present positive certain"},
        {"No no DT 2 det\ntown town NN 3 nsubj\nfell fall VBD 0 root\n", 2, "past negative certain"}}) {
    const auto table = syntax_table(at.table);
    const Tree tree(table.syntax);
    const TokenId head{at.head};
    const std::string out = std::string(name_of(tense_of(tree, head))) +
                            (is_negated(tree, head) ? " negative " : " positive ") +
                            std::string(name_of(modality_of(tree, head, lists)));
    EXPECT_EQ(out, at.printed) << table.dispatch.text;
  }
}

TEST(Marked, BracketsBecomeSpans) {
  const auto marked = parse_marked("[source The army] [cue said] [content it [trigger left]].", "f:1");
  ASSERT_TRUE(marked);
  EXPECT_EQ(marked->text, "The army said it left.");
  std::string out;
  for (const auto& [name, span] : marked->parts) out += name + "=" + std::string(slice(marked->text, span)) + ";";
  EXPECT_EQ(out, "source=The army;cue=said;content=it left;trigger=left;");
  EXPECT_FALSE(parse_marked("[source The army", "f:1"));
  EXPECT_FALSE(parse_marked("The army] left", "f:1"));
  EXPECT_FALSE(parse_marked("[source", "f:1"));
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
    return Rules::load(folder_, lists_, {"act"}, {"cue", "source"});
  }
  WordLists lists_ = test_lists();
};

TEST_F(RuleFile, EveryFaultNamesItsLine) {
  const std::string good =
      "rule: a\nwhat: W.\nmatch: {lemma:say}=cue\nmakes: act=@say\nyes: He [cue said] so.\nno: He left.\n";
  EXPECT_TRUE(load(good));
  for (const auto& [text, line, message] : std::vector<std::tuple<std::string, int, std::string>>{
           {"what: W.\nmatch: {}=cue\nyes: A.\nno: B.\n", 1, "has no id"},
           {"rule: a\nmatch: {}=cue\nyes: A.\nno: B.\n", 1, "does not say what it is for"},
           {"rule: a\nwhat: W.\nyes: A.\nno: B.\n", 1, "has no pattern"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nno: B.\n", 1, "must match"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nyes: A.\n", 1, "must not match"},
           {"rule: a\nwhat: W.\nmatch: {}=quux\nyes: A.\nno: B.\n", 3, "'quux' is no name"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nyes: [quux A].\nno: B.\n", 4, "'quux' is no name"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nmakes: colour=red\nyes: A.\nno: B.\n", 4, "'colour' is nothing"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nmakes: act=@none\nyes: A.\nno: B.\n", 4, "no list '@none'"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nmakes: act\nyes: A.\nno: B.\n", 4, "is not key=value"},
           {"rule: a\nwhat: W.\nmatch: {}=cue\nyess: A.\nno: B.\n", 4, "is no field"},
           {good + "\n" + good, 8, "stands already at"}}) {
    const auto rules = load(text);
    ASSERT_FALSE(rules) << text;
    EXPECT_TRUE(rules.error().where.ends_with("t.rules:" + std::to_string(line))) << rules.error().where << " for\n"
                                                                                  << text;
    EXPECT_NE(rules.error().message.find(message), std::string::npos) << rules.error().message;
    EXPECT_EQ(rules.error().code, ErrorCode::bad_rule);
  }
}

TEST_F(RuleFile, TheFirstRuleWinsAndValuesComeFromLists) {
  const auto rules = load(
      "rule: one\nwhat: W.\nmatch: {lemma:@say}=cue >ccomp {}\nmakes: act=@say\nyes: A.\nno: B.\n\n"
      "rule: two\nwhat: W.\nmatch: {lemma:@say|accuse}=cue\nmakes: act=accuse\nyes: A.\nno: B.\n");
  ASSERT_TRUE(rules) << rules.error().message;
  const auto table = syntax_table(two_cues);
  const Tree tree(table.syntax);
  const Marks marks(tree.size());
  std::string out;
  for (const Match& match : rules->first_matches(tree, marks))
    out += match.rule->id + ":" + tree[match.anchor].lemma + ":" +
           match.rule->value("act", tree.lemma(match.anchor), lists_) + ";";
  EXPECT_EQ(out, "one:say:assert;two:accuse:accuse;");
  EXPECT_EQ(rules->all_matches(tree, marks).size(), 3U);
}

// The index by anchor lemma must find exactly what trying every rule at every token finds, on random trees.
TEST_F(RuleFile, TheIndexAgreesWithTryingEverything) {
  const auto rules = load(
      "rule: a\nwhat: W.\nmatch: {lemma:a|b}=cue >nsubj {}=source\nyes: A.\nno: B.\n\nrule: b\nwhat: W.\nmatch: "
      "{tag:NOUN}=cue <obj {lemma:c}\nyes: A.\nno: B.\n\n"
      "rule: c\nwhat: W.\nmatch: {lemma:b; !tag:NOUN}=cue ?>obj {}=source !>det {}\nyes: A.\nno: B.\n");
  ASSERT_TRUE(rules);
  std::mt19937 generator(7);
  const auto dice = [&] { return static_cast<std::uint32_t>(generator()); };
  const char* lemmas[] = {"a", "b", "c", "d"};
  const char* xposes[] = {"NN", "VBD"};
  const char* relations[] = {"nsubj", "obj", "det"};
  std::size_t seen = 0;
  for (int round = 0; round < 500; ++round) {
    std::string table;
    const std::uint32_t size = 1 + dice() % 7;
    for (std::uint32_t t = 1; t <= size; ++t) {
      // Heads to the left make a tree without cycles.
      const std::uint32_t head = t == 1 ? 0 : 1 + dice() % (t - 1);
      table += std::string("w ") + lemmas[dice() % 4] + " " + xposes[dice() % 2] + " " + std::to_string(head) + " " +
               (head == 0 ? "root" : relations[dice() % 3]) + "\n";
    }
    const auto made = syntax_table(table);
    const Tree tree(made.syntax);
    const Marks marks(tree.size());
    std::vector<std::pair<std::string, TokenId>> naive, indexed;
    for (std::uint32_t t = 0; t < tree.size(); ++t)
      for (const Rule& rule : rules->all())
        if (match_at(rule.pattern, tree, marks, TokenId{t})) naive.emplace_back(rule.id, TokenId{t});
    for (const Match& match : rules->all_matches(tree, marks)) indexed.emplace_back(match.rule->id, match.anchor);
    EXPECT_EQ(naive, indexed) << table;
    seen += naive.size();
  }
  EXPECT_GT(seen, 200U);
}

// "Officials said it would reopen." / "It would reopen." / "Officials say it would reopen if paid." / quoted
TEST(Clause, WouldBehindACueOfThePastIsTheFuture) {
  const auto said = syntax_table(
      "Officials official NNS 2 nsubj\nsaid say VBD 0 root\nit it PRP 5 nsubj\nwould would MD 5 aux\nreopen reopen VB "
      "2 ccomp\n. . . 2 punct\n");
  const Tree reported(said.syntax);
  EXPECT_EQ(tense_of(reported, TokenId{4}), Tense::future);
  EXPECT_FALSE(is_conditional(reported, TokenId{4}));

  const auto say = syntax_table(
      "Officials official NNS 2 nsubj\nsay say VBP 0 root\nit it PRP 5 nsubj\nwould would MD 5 aux\nreopen reopen VB 2 "
      "ccomp\n. . . 2 punct\n");
  const Tree now(say.syntax);
  EXPECT_TRUE(is_conditional(now, TokenId{4}));
  EXPECT_FALSE(has_condition(now, TokenId{4}));

  const auto have = syntax_table(
      "Officials official NNS 2 nsubj\nsaid say VBD 0 root\nit it PRP 6 nsubj\nwould would MD 6 aux\nhave have VB 6 "
      "aux\nfallen fall VBN 2 ccomp\n. . . 2 punct\n");
  const Tree unreal(have.syntax);
  EXPECT_TRUE(is_conditional(unreal, TokenId{5})) << "it did not fall";
  EXPECT_EQ(tense_of(unreal, TokenId{5}), Tense::past);

  const auto tag = syntax_table(
      "It it PRP 3 nsubj\nwould would MD 3 aux\nhold hold VB 0 root\n, , , 3 punct\nhe he PRP 6 nsubj\nsaid say VBD 3 "
      "parataxis\n. . . 3 punct\n");
  const Tree around(tag.syntax);
  EXPECT_EQ(tense_of(around, TokenId{2}), Tense::future);

  const auto marks = syntax_table(
      "\" \" `` 4 punct\nIt it PRP 4 nsubj\nwould would MD 4 aux\nhold hold VB 8 ccomp\n, , , 4 punct\n\" \" '' 4 "
      "punct\nhe he PRP 8 nsubj\nsaid say VBD 0 root\n. . . 8 punct\n");
  const Tree quoted(marks.syntax);
  EXPECT_TRUE(is_conditional(quoted, TokenId{3})) << "words in quotation marks are as they were spoken";
}

// "One more shell and we will answer." / "one more brigade and used shells": a participle joined to a noun.
TEST(Clause, OneMoreIsAConditionOfWhatWillFollow) {
  const auto threat = syntax_table(
      "One one CD 3 nummod\nmore more JJR 3 amod\nshell shell NN 0 root\nand and CC 7 cc\nwe we PRP 7 nsubj\nwill will "
      "MD 7 aux\nanswer answer VB 3 conj\n. . . 3 punct\n");
  const Tree one_more(threat.syntax);
  EXPECT_TRUE(has_condition(one_more, TokenId{2}));
  EXPECT_EQ(tense_of(one_more, TokenId{2}), Tense::future);

  const auto list = syntax_table(
      "One one CD 3 nummod\nmore more JJR 3 amod\nbrigade brigade NN 0 root\nand and CC 5 cc\nusing use VBG 3 conj\n. "
      ". "
      ". 3 punct\n");
  const Tree joined(list.syntax);
  EXPECT_FALSE(has_condition(joined, TokenId{2}));
  EXPECT_EQ(tense_of(joined, TokenId{4}), Tense::none);
}

}  // namespace
}  // namespace sayso
