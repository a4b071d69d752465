// The figures of the CoNLL 2018 shared task on texts small enough to count by hand.
#include "conllu_score.h"

#include <gtest/gtest.h>

#include <cstdlib>

#include "conllu_layers.h"
#include "conllu_names.h"

namespace sayso::eval {
namespace {

// Rows with blanks for tabs: "1 They they PRON PRP Case=Nom 4 nsubj _ _".
std::string tabbed(std::string text) {
  for (char& c : text)
    if (c == ' ') c = '\t';
  for (std::size_t at = 0; (at = text.find('#', at)) != std::string::npos; ++at)
    for (std::size_t i = at; i < text.size() && text[i] != '\n'; ++i)
      if (text[i] == '\t') text[i] = ' ';
  return text;
}

UdFile file_of(const std::string& rows) {
  auto file = parse_conllu(tabbed(rows), "test");
  if (!file) {
    ADD_FAILURE() << file.error().where << ": " << file.error().message;
    return {};
  }
  return *std::move(file);
}

constexpr const char* gold_rows = R"(# newpar
# sent_id = a
1 They they PRON PRP Case=Nom|Number=Plur 4 nsubj _ _
2-3 didn't _ _ _ _ _ _ _ _
2 did do AUX VBD Mood=Ind|Tense=Past 4 aux _ _
3 n't not PART RB Polarity=Neg 4 advmod _ _
4 hold hold VERB VB VerbForm=Inf 0 root _ _
5 Ostrel Ostrel PROPN NNP Number=Sing 4 obj _ Name=B-LOC|SpaceAfter=No
6 . . PUNCT . _ 4 punct _ _

# sent_id = b
1 Kesh Kesh PROPN NNP Number=Sing 2 nsubj:outer _ Name=B-ORG
2 won win VERB VBD Mood=Ind|Tense=Past|VerbForm=Fin 0 root _ _
3 2 _ NUM CD NumForm=Digit|NumType=Card 4 nummod _ _
4 towns town NOUN NNS Number=Plur 2 obj _ SpaceAfter=No
5 . . PUNCT . _ 2 punct _ _

)";

// One sentence of ten words: "didn't" is one, Kesh a noun, "won" lacks a feature and hangs from "hold", "towns" has a
// wrong lemma and relation. What differs but counts as the same: a lemma where gold has "_", a subtype, NumForm.
constexpr const char* system_rows = R"(1 They they PRON PRP Case=Nom|Number=Plur 3 nsubj _ _
2 didn't didn't AUX VBD _ 3 aux _ _
3 hold hold VERB VB VerbForm=Inf 0 root _ _
4 Ostrel Ostrel PROPN NNP Number=Sing 3 obj _ _
5 . . PUNCT . _ 3 punct _ _
6 Kesh Kesh NOUN NNP Number=Sing 7 nsubj _ _
7 won win VERB VBD Mood=Ind|Tense=Past 3 parataxis _ _
8 2 two NUM CD NumType=Card 9 nummod _ _
9 towns towns NOUN NNS Number=Plur 7 obl _ _
10 . . PUNCT . _ 7 punct _ _

)";

TEST(Score, IsWhatAHandCounts) {
  const UdScores scores = compare(file_of(gold_rows), file_of(system_rows));
  const auto is = [](const Score& score, std::uint64_t gold, std::uint64_t system, std::uint64_t right) {
    return score.gold == gold && score.system == system && score.right == right;
  };
  EXPECT_TRUE(is(scores.tokens, 10, 10, 10));
  EXPECT_TRUE(is(scores.words, 11, 10, 9));
  EXPECT_TRUE(is(scores.sentences, 2, 1, 0));
  EXPECT_TRUE(is(scores.upos, 11, 10, 8));
  EXPECT_TRUE(is(scores.xpos, 11, 10, 9));
  EXPECT_TRUE(is(scores.feats, 11, 10, 8)) << scores.feats.right;
  EXPECT_TRUE(is(scores.all_feats, 11, 10, 7)) << scores.all_feats.right;
  EXPECT_TRUE(is(scores.lemmas, 11, 10, 8)) << scores.lemmas.right;
  EXPECT_TRUE(is(scores.uas, 11, 10, 8)) << scores.uas.right;
  EXPECT_TRUE(is(scores.las, 11, 10, 7)) << scores.las.right;
  EXPECT_TRUE(is(scores.clas, 8, 7, 5)) << scores.clas.right;
  EXPECT_TRUE(is(scores.mlas, 8, 7, 3)) << scores.mlas.right;
  EXPECT_TRUE(is(scores.blex, 8, 7, 5)) << scores.blex.right;
  EXPECT_DOUBLE_EQ(scores.las.f1(), 14.0 / 21);
}

TEST(Score, IsOneForTheSame) {
  const UdFile gold = file_of(gold_rows);
  const UdScores scores = compare(gold, gold);
  for (const Score& s : {scores.tokens, scores.words, scores.sentences, scores.upos, scores.xpos, scores.all_feats,
                         scores.lemmas, scores.uas, scores.las, scores.clas, scores.mlas, scores.blex})
    EXPECT_DOUBLE_EQ(s.f1(), 1);
  EXPECT_DOUBLE_EQ(compare({}, {}).las.f1(), 0);
}

std::string row(const char* id, const char* form, int head) {
  return std::string(id) + ' ' + form + " _ X _ _ " + std::to_string(head) + (head == 0 ? " root" : " dep") + " _ _\n";
}
std::string range(const char* id, const char* form) { return std::string(id) + ' ' + form + " _ _ _ _ _ _ _ _\n"; }

// Words of tokens whose words do not spell them ("du" = de + le) are paired by their forms, in order.
TEST(Score, PairsTheWordsOfMultiwordTokens) {
  const UdFile gold = file_of(row("1", "sort", 0) + range("2-3", "du") + row("2", "de", 4) + row("3", "le", 4) +
                              row("4", "camp", 1) + "\n");
  const auto right = [&](const std::string& rows) { return compare(gold, file_of(rows + "\n")).words.right; };
  EXPECT_EQ(
      right(row("1", "sort", 0) + range("2-3", "du") + row("2", "De", 1) + row("3", "le", 1) + row("4", "camp", 1)), 4U)
      << "whatever their capitals";
  EXPECT_EQ(right(row("1", "sort", 0) + row("2", "du", 1) + row("3", "camp", 1)), 2U);
  EXPECT_EQ(right(row("1", "sort", 0) + range("2-3", "ducamp") + row("2", "le", 1) + row("3", "camp", 1)), 3U)
      << "a longer token: its words and gold's over the same characters";
  EXPECT_EQ(right(row("1", "sortdu", 0) + row("2", "camp", 1)), 1U);
  const UdFile plain = file_of(range("1-2", "cannot") + row("1", "can", 0) + row("2", "not", 1) + "\n");
  EXPECT_EQ(compare(plain, file_of(row("1", "can", 0) + row("2", "not", 1) + "\n")).words.right, 2U);
  EXPECT_EQ(compare(plain, file_of(row("1", "cannot", 0) + "\n")).words.right, 0U);
  EXPECT_EQ(compare(plain, file_of(row("1", "ca", 0) + row("2", "nnot", 1) + "\n")).words.right, 0U);
}

TEST(Treebank, SaysWhereAFileIsWrong) {
  const struct {
    std::string text;
    const char* error;
  } table[] = {
      {"", "f: is empty"},
      {"# only a comment\n", "f: has no sentences"},
      {row("1", "a", 0) + "\n" + row("1", "b", 0), "f:3: the file is cut: no empty line behind its last sentence"},
      {"1 a _ X _ _ 0 root _ _", "f:1: the file is cut: no line end behind its last line"},
      {"1 a _ X _ _ 0 root _\n\n", "f:1: has 9 columns where CoNLL-U has 10"},
      {row("1", "a", 0) + row("3", "b", 1) + "\n", "f:2: has the id '3' where 2 comes next"},
      {row("1", "a", 0) + row("x", "b", 1) + "\n", "f:2: has the id 'x' where 2 comes next"},
      {row("1", "a", 0) + "2 b _ X _ _ up dep _ _\n\n", "f:2: its head 'up' is no number"},
      {row("1", "a", 0) + "2 b _ X _ _ -1 dep _ _\n\n", "f:2: its head '-1' is no number"},
      {row("1", "a", 0) + row("2", "b", 3) + "\n", "f:1: the head 3 of word 2 is outside its sentence of 2"},
      {"# c\n" + row("1", "a", 0) + row("2", "b", 0) + "\n", "f:2: the sentence has 2 roots where a tree has one"},
      {row("1", "a", 2) + row("2", "b", 1) + "\n", "f:1: the sentence has 0 roots where a tree has one"},
      {row("1", "a", 0) + row("2", "b", 3) + row("3", "c", 2) + "\n", "f:1: the sentence has a cycle at word 2"},
      {row("1", "a", 0) + "\n\n", "f:3: an empty line without a sentence before it"},
      {range("1-3", "ab") + row("1", "a", 0) + row("2", "b", 1) + "\n",
       "f:4: a multiword token goes on behind the end of its sentence"},
      {range("2-3", "ab") + row("1", "a", 0) + "\n", "f:1: '2-3' is no range of the words that follow"},
      {range("1-900", "ab") + row("1", "a", 0) + "\n", "f:1: a multiword token of too many words"},
      {"1\t\xC2\xA0\t_\tX\t_\t_\t0\troot\t_\t_\n\n", "f:1: has an empty form"},
      {"1 a _ X _ _ 0 root _ _\r\n\r\n", "f:1: ends with CR LF, where CoNLL-U has LF alone"},
      {"\xEF\xBB\xBF" + row("1", "a", 0) + "\n", "f:1: begins with a byte order mark, which CoNLL-U has not"},
      {row("1", "a\xE9", 0) + "\n", "f:1: is not UTF-8"},
  };
  for (const auto& [text, error] : table) {
    const auto file = parse_conllu(tabbed(text), "f");
    ASSERT_FALSE(file) << text;
    EXPECT_EQ(file.error().where + ": " + file.error().message, error);
  }
  EXPECT_EQ(read_conllu("/no/such/file").error().code, ErrorCode::unreadable);
  EXPECT_TRUE(parse_conllu(tabbed(row("1", "a", 0) + "1.1 e _ X _ _ _ _ _ _\n\n"), "f"))
      << "empty nodes are passed over";
}

TEST(Treebank, GivesItsTextBack) {
  const UdFile gold = file_of(std::string(gold_rows) + "# newpar\n" + row("1", "Go", 0) + "\n");
  const RawText raw = raw_text(gold);
  EXPECT_EQ(raw.dispatch.text, "They didn't hold Ostrel. Kesh won 2 towns.\n\nGo");
  ASSERT_EQ(raw.dispatch.paragraphs.size(), 2U);
  EXPECT_EQ(slice(raw.dispatch.text, raw.dispatch.paragraphs[1].span), "Go");
  EXPECT_EQ(gold_words(gold).text, "They did n't hold Ostrel . Kesh won 2 towns . Go ");
  // "They|did|n't" cut as the tokenizer would, back over the same characters.
  Syntax cut;
  for (const Span span : {Span{0, 4}, Span{5, 8}, Span{8, 11}, Span{12, 16}, Span{17, 23}, Span{23, 24}})
    cut.tokens.push_back({.span = span, .lemma = "x"});
  cut.tokens[0].head = cut.tokens[1].head = cut.tokens[2].head = cut.tokens[4].head = cut.tokens[5].head = TokenId{3};
  cut.sentences.push_back({.span = {0, 24}, .last = TokenId{6}});
  const UdScores scores = compare(gold, reading_of(raw, cut));
  EXPECT_EQ(scores.tokens.right, 5U);
  EXPECT_EQ(scores.words.right, 6U);
  EXPECT_EQ(scores.sentences.right, 1U);
  EXPECT_EQ(scores.uas.right, 6U);
}

constexpr const char* iob2 =
    "# sent_id = a\n1\tThey\tO\n2\tdid\tO\n3\tn't\tO\n4\thold\tO\n5\tOstrel\tB-LOC\n6\t.\tO\n\n";

TEST(Names, AreRightIfWordsAndKindAre) {
  const UdFile gold = file_of(gold_rows);
  const auto names = names_in_misc(gold);
  ASSERT_TRUE(names);
  EXPECT_EQ(names->names, (std::vector<NameSpan>{{4, 5, NameKind::place}, {6, 7, NameKind::organisation}}));
  const auto score = [&](const std::vector<NameSpan>& found) {
    const Score s = compare_names(*names, gold, found, gold, align(gold, gold));
    return std::to_string(s.gold) + " " + std::to_string(s.system) + " " + std::to_string(s.right);
  };
  EXPECT_EQ(score({{4, 5, NameKind::place}, {6, 7, NameKind::organisation}}), "2 2 2");
  EXPECT_EQ(score({{4, 6, NameKind::place}, {6, 7, NameKind::person}}), "2 2 0");
  EXPECT_EQ(score({{6, 7, NameKind::military_unit}}), "2 1 1") << "gold knows no units: organisations";
  EXPECT_EQ(score({{6, 7, NameKind::other}}), "2 0 0") << "gold knows no others: not counted";
  // Over other words: Kesh is the sixth there, and "didn't" is none of gold's.
  const UdFile system = file_of(system_rows);
  const Score raw = compare_names(*names, gold, {{1, 4, NameKind::place}, {5, 6, NameKind::organisation}}, system,
                                  align(gold, system));
  EXPECT_EQ(raw.system, 2U);
  EXPECT_EQ(raw.right, 1U);
}

TEST(Names, OfAnotherFileCountWhereTheSentencesAreTheSame) {
  const UdFile gold = file_of(gold_rows);
  const auto names = parse_iob2(iob2, "n", gold);
  ASSERT_TRUE(names);
  EXPECT_EQ(names->names, (std::vector<NameSpan>{{4, 5, NameKind::place}}));
  EXPECT_EQ(names->known, (std::vector<bool>{true, false}));
  const Score score =
      compare_names(*names, gold, {{4, 5, NameKind::place}, {6, 7, NameKind::place}}, gold, align(gold, gold));
  EXPECT_EQ(score.system, 1U) << "nothing is known of the second sentence";
  EXPECT_EQ(parse_iob2("# sent_id = zz\n1\tx\tO\n\n", "n", gold).error().message,
            "has none of the treebank's sentences");
  EXPECT_EQ(parse_iob2("# sent_id = a\n1\tx\n", "n", gold).error().where, "n:2");
  EXPECT_EQ(parse_iob2("# sent_id = a\n1\tx\tB-CAR\n", "n", gold).error().message, "'B-CAR' is no label of a name");
  EXPECT_FALSE(parse_iob2("1\tx\tO\n", "n", gold));
}

}  // namespace
}  // namespace sayso::eval
