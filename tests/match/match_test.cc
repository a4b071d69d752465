// The rule language: patterns against trees, deep relations, clause grammar. Rule files: rule_file_test.cc.
#include <gtest/gtest.h>

#include "match/clause.h"
#include "match/pattern.h"
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

// "the murder of Judge Ana Osk", with "of" on the title.
TEST(Tree, APrepositionOnATitleIsTheNames) {
  const auto murder = syntax_table(
      "The the DT 2 det\nmurder murder NN 7 nsubj\nof of IN 4 case\nJudge judge NN 5 nmod:desc\nAna Ana NNP 2 nmod\n"
      "Osk Osk NNP 5 flat\nshocked shock VBD 0 root\nKesh Kesh NNP 7 obj\n. . . 7 punct\n");
  const Tree tree(murder.syntax);
  EXPECT_EQ(tree.preposition(TokenId{4}), "of");
  EXPECT_EQ(printed(tree, tree.related(TokenId{1}, Deep::patient)), "Ana");
}

// "Varnia took the blame for shelling ports."; "Varnia feared a plan of shelling ports."
TEST(Tree, WhoTakesTheBlameForADeedDidIt) {
  const auto blame = syntax_table(
      "Varnia Varnia NNP 2 nsubj\ntook take VBD 0 root\nthe the DT 4 det\nblame blame NN 2 obj\nfor for IN 6 mark\n"
      "shelling shell VBG 4 acl\nports port NNS 6 obj\n. . . 2 punct\n");
  const Tree tree(blame.syntax);
  EXPECT_EQ(printed(tree, tree.related(TokenId{5}, Deep::actor)), "Varnia");
  const auto plan = syntax_table(
      "plans plan NNS 5 nsubj\nof of IN 3 mark\nshelling shell VBG 1 acl\nports port NNS 3 obj\nfailed fail VBD 0 "
      "root\n. . . 5 punct\n");
  const Tree other(plan.syntax);
  EXPECT_EQ(printed(other, other.related(TokenId{2}, Deep::actor)), "") << "plans shell nothing";
}

// "Varnia accused the rebels of shelling ports.", with the deed on the accused.
TEST(Tree, TheAccusedDoesTheDeed) {
  const auto accused = syntax_table(
      "Varnia Varnia NNP 2 nsubj\naccused accuse VBD 0 root\nthe the DT 4 det\nrebels rebel NNS 2 obj\nof of IN 6 "
      "mark\nshelling shell VBG 4 acl\nports port NNS 6 obj\n. . . 2 punct\n");
  const Tree tree(accused.syntax);
  EXPECT_EQ(printed(tree, tree.related(TokenId{5}, Deep::actor)), "rebel");
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
        {"{}=a > {lemma:and}=b", 6, "a=accuse b=and "},
        {"{}=a > {at:after}=b", 6, "a=accuse b=Ostrel "},
        {"{}=a > {at:before}=b", 6, "a=accuse b=and "},
        {"{}=a > {!at:before}=b", 6, "a=accuse b=Ostrel "},
        {"{}=a >advcl {within:2}", 6, "-"},
        {"{}=a >advcl {within:3}=b", 6, "a=accuse b=shell "},
        {"{}=a >advcl {!within:2}=b", 6, "a=accuse b=shell "},
        {"{}=a !> {at:before}", 6, "-"},
        {"{}=a >advcl ({}=b >mark {at:before; within:1}=c)", 6, "a=accuse b=shell c=of "},
        {"{}=a >advcl ({}=b >mark {at:after}=c)", 6, "-"},
        {"{}=a <ccomp {at:before; within:3}=b", 4, "a=leave b=say "},
        {"{}=a >obj|subject {}=b", 6, "a=accuse b=Varnia "},
        {"{}=a >subject {at:before}=b", 6, "a=accuse b=Varnia "}}) {
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
                                                        {"{lemma:@nowhere}", "make data/lexicons/lists/nowhere.tsv"},
                                                        {"{tag:@say}", "lists hold lemmas"},
                                                        {"{lemma:Kesh}", "write 'kesh'"},
                                                        {"{at:before}", "the first has none"},
                                                        {"{within:2}", "the first has none"},
                                                        {"{} >obj {at:left}", "'at' is before or after"},
                                                        {"{} >obj {within:0}", "a number of words from 1"},
                                                        {"{} >obj {within:two}", "a number of words from 1"},
                                                        {"{} >obj {within:2|3}", "a number of words from 1"},
                                                        {"{} >obj {within:99999999999}", "a number of words from 1"},
                                                        {"{} !>obj {}=a", "take the name away"},
                                                        {"{} !>obj ({} >det {}=a)", "take the name away"},
                                                        {"{} >obj| {}", "a relation is missing"},
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

TEST(Pattern, DepthHasALimit) {
  const auto lists = test_lists();
  const auto nested = [](int depth) {
    std::string text = "{}";
    for (int i = 0; i < depth; ++i) text += " > ({}";
    return text + std::string(static_cast<std::size_t>(depth), ')');
  };
  EXPECT_TRUE(parse_pattern(nested(16), lists, "f:1"));
  const auto hostile = parse_pattern(nested(200000), lists, "f:1");
  ASSERT_FALSE(hostile);
  EXPECT_TRUE(hostile.error().message.starts_with("parentheses go too deep: at most 16")) << hostile.error().message;
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
