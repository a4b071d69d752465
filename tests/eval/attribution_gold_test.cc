// Gold attributions as files hold them: brat with code points, relations with bytes, and what is refused.
#include "attribution_gold.h"

#include <gtest/gtest.h>

#include "eval/eval_program.h"

namespace sayso::eval {
namespace {

using Pieces = std::vector<Span>;

std::string words(std::string_view text, const Pieces& pieces) {
  std::string out;
  for (const Span piece : pieces) out += (out.empty() ? "" : "|") + std::string(slice(text, piece));
  return out.empty() ? "-" : out;
}
std::string printed(std::string_view text, const std::vector<GoldAttribution>& gold) {
  std::string out;
  for (const GoldAttribution& one : gold)
    out += words(text, one.source) + " / " + words(text, one.cue) + " / " + words(text, one.content) + "\n";
  return out;
}

// "é" and "’" are one code point each and two and three bytes.
constexpr const char* brat_text =
    "Café Kesh’s owner said\n"
    "“it fell”. Nobody,\n"
    "\n"
    "he added, slept. It was denied.\n";

TEST(Brat, CountsCodePointsAndFollowsWordsOverLines) {
  const auto gold = parse_brat(
      "T1\tSource 0 17\tCafé Kesh’s owner\n"
      "T2\tCue 18 22\tsaid\n"
      "T3\tContent 23 32;53 58\t“it fell” slept\n"
      "T4\tAttribution 18 22\tsaid\n"
      "E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n"
      "T5\tContent 34 52\tNobody,\n"
      "\n"
      "he added,\n"
      "T6\tCue 46 52\tadded,\n"
      "T7\tSource 43 45\the\n"
      "T8\tAttribution 46 51\tadded\n"
      "#1\tAnnotatorNotes T8\tIs it?\n"
      "E2\tAttribution:T8 Cue:T6 Source:T7 Content:T5 Content2:T9\n"
      "T9\tContent 53 58\tslept\n"
      "T10\tCue 63 73\twas denied\n"
      "T11\tContent 60 62\tIt\n"
      "T12\tAttribution-no-source 63 73\twas denied\n"
      "E3\tAttribution-no-source:T12 Cue:T10 Content:T11\n"
      "T13\tDiscuss 0 4\tCafé\n"
      "E4\tDiscuss:T13 \n"
      "E5\tAttribution:T12 \n",
      brat_text, "a.ann");
  ASSERT_TRUE(gold) << gold.error().where << ": " << gold.error().message;
  EXPECT_EQ(printed(brat_text, *gold),
            "Café Kesh’s owner / said / “it fell”|slept\n"
            "he / added, / Nobody,\n\nhe added,|slept\n"
            "- / was denied / It\n");
}

TEST(Brat, RefusesWhatDoesNotFitTheText) {
  const std::pair<const char*, const char*> cases[] = {
      {"T1\tCue 18 22\tsaid\nT2\tSource 0 999\tx\n", "a.ann:2: ends at 999, the text at 75"},
      {"T1\tCue 22 18\tsaid\n", "a.ann:1: has no span in '22 18'"},
      {"T1\tCue 18\tsaid\n", "a.ann:1: has no span in '18'"},
      {"T1\tCue 18 22;\tsaid\n", "a.ann:1: has no span in ''"},
      {"T1\tCue -1 22\tsaid\n", "a.ann:1: has no span in '-1 22'"},
      {"T1\tCue 18 22\n", "a.ann:1: needs a label, offsets and words"},
      {"T1\tCue 18 22\tsays\n", "a.ann:1: says 'says' where the text has 'said'"},
      {"T1\tCue 18 22\tsaid\nand more\n", "a.ann:2: is no annotation"},
      {"T1 Cue 18 22 said\n", "a.ann:1: is no annotation"},
      {"T1\tCue 18 22\tsaid\nT1\tCue 18 22\tsaid\n", "a.ann:2: 'T1' stands twice"},
      {"\nE1\tAttribution:T4 Cue:T2\n", "a.ann:2: names 'T2', which is not there"},
      {"T1\tCue 18 22\tsaid\nE1\tAttribution:T1 Verb:T1\n", "a.ann:2: has an unknown role 'Verb:T1'"},
      {"E1\tAttribution:T1 Cue\n", "a.ann:1: has an unknown role 'Cue'"},
      {"\xFF\xFE", "a.ann: byte 0: is not UTF-8"},
  };
  for (const auto& [ann, message] : cases) {
    const auto gold = parse_brat(ann, brat_text, "a.ann");
    ASSERT_FALSE(gold) << ann;
    EXPECT_EQ(gold.error().where + ": " + gold.error().message, message);
  }
}

class Files : public EvalProgram {
 protected:
  static std::string error(const Result<Gold>& gold) {
    return gold ? "" : gold.error().where + ": " + gold.error().message;
  }
};

TEST_F(Files, BratTakesOneAnnotatorOrEach) {
  for (const char* name : {"text/kesh_war_1.txt", "text/ostrel.txt", "text/bare.txt"}) write(name, "Marek said so.");
  const std::string one = "T1\tCue 6 10\tsaid\nE1\tAttribution:T9 Cue:T1\nT9\tAttribution 6 10\tsaid\n";
  write("attributions/kesh_war_1_b2.ann", "");
  write("attributions/kesh_war_1_a1.ann", one);
  write("attributions/ostrel_c.ann", one);
  const auto first = read_brat(folder_, 1), second = read_brat(folder_, 2), all = read_brat(folder_, every_annotator);
  ASSERT_TRUE(first && second && all);
  ASSERT_EQ(first->articles.size(), 2U);
  EXPECT_TRUE(first->articles[0].file.ends_with("text/kesh_war_1.txt"));
  EXPECT_EQ(first->articles[0].attributions.size(), 1U);
  EXPECT_EQ(first->notes, (std::vector<std::string>{"1 texts without annotations of that annotator left out",
                                                    "1 files of other annotators left out"}));
  EXPECT_TRUE(first->outermost_only);
  ASSERT_EQ(second->articles.size(), 1U);
  EXPECT_TRUE(second->articles[0].attributions.empty());
  EXPECT_EQ(all->articles.size(), 3U);
  EXPECT_NE(error(read_brat(folder_, 3)).find("no text has annotations of that annotator"), std::string::npos);
  write("attributions/dovran_a.ann", "");
  EXPECT_NE(error(read_brat(folder_, 1)).find("dovran_a.ann: has no text/dovran.txt"), std::string::npos);
}

TEST_F(Files, BratNamesTheFolderThatIsNotThere) {
  EXPECT_NE(error(read_brat(folder_ / "none", 1)).find("none/text"), std::string::npos);
  write("text/a.txt", "\xC3(");
  EXPECT_NE(error(read_brat(folder_, 1)).find("attributions"), std::string::npos);
  write("attributions/a_x.ann", "");
  EXPECT_NE(error(read_brat(folder_, 1)).find("a.txt: byte 0: is not UTF-8"), std::string::npos);
}

TEST_F(Files, RelationsComeWithBytes) {
  write("texts/b.txt", "Élan said: we, he added, stay.");
  write("texts/a.txt", "Kesh fell.");
  const std::string rows =
      R"({"doc":"b","news":true,"source":[{"bytes":[0,5],"text":"Élan"}],"cue":[{"bytes":[6,10]}],"content":[{"bytes":[12,14]}],)"
      R"("content_same_unit":[{"bytes":[12,14]},{"bytes":[26,30]}]})"
      "\n\n"
      R"({"doc":"a","news":false,"source":[{"bytes":[0,4]}],"cue":[],"content":[{"bytes":[5,9],"text":"fell"}]})"
      "\n";
  const auto gold = read_relations(write("x.jsonl", rows), false);
  ASSERT_TRUE(gold) << error(gold);
  ASSERT_EQ(gold->articles.size(), 2U);
  EXPECT_FALSE(gold->outermost_only);
  EXPECT_EQ(printed(gold->articles[0].text, gold->articles[0].attributions), "Kesh / - / fell\n");
  EXPECT_EQ(printed(gold->articles[1].text, gold->articles[1].attributions), "Élan / said / we|stay\n");
  const auto news = read_relations(folder_ / "x.jsonl", true);
  ASSERT_TRUE(news);
  EXPECT_EQ(news->articles.size(), 1U);
}

TEST_F(Files, RelationsRefuseWhatDoesNotFit) {
  write("texts/a.txt", "Kesh fell.");
  const std::pair<const char*, const char*> cases[] = {
      {"{", "x.jsonl:1: is no JSON object"},
      {"[]", "x.jsonl:1: is no JSON object"},
      {R"({"news":true})", "x.jsonl:1: has no doc"},
      {R"({"doc":"none","cue":[]})", "none.txt"},
      {R"({"doc":"a"})", "x.jsonl:1: has no source, cue or content"},
      {R"({"doc":"a","cue":"said"})", "x.jsonl:1: cue is no list"},
      {R"({"doc":"a","cue":[{"bytes":[0]}]})", "x.jsonl:1: cue has a piece without bytes [begin, end]"},
      {R"({"doc":"a","cue":[{"bytes":[0,-1]}]})", "x.jsonl:1: cue has a piece without bytes [begin, end]"},
      {R"({"doc":"a","cue":[7]})", "x.jsonl:1: cue has a piece without bytes [begin, end]"},
      {R"({"doc":"a","cue":[{"bytes":[0,99]}]})", "x.jsonl:1: cue ends at byte 99, the text at 10"},
      {R"({"doc":"a","cue":[{"bytes":[0,4],"text":"Kosh"}]})", "x.jsonl:1: cue says 'Kosh' where the text has 'Kesh'"},
      {"", "x.jsonl: holds no relation"},
  };
  for (const auto& [row, message] : cases)
    EXPECT_NE(error(read_relations(write("x.jsonl", row), false)).find(message), std::string::npos)
        << row << "\n"
        << error(read_relations(folder_ / "x.jsonl", false));
  EXPECT_NE(error(read_relations(folder_ / "y.jsonl", false)).find("y.jsonl"), std::string::npos);
}

}  // namespace
}  // namespace sayso::eval
