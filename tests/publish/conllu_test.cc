// The language layer -> CoNLL-U, as its validator wants it.
#include "publish/conllu.h"

#include <gtest/gtest.h>

#include "mention/tagged_builder.h"
#include "publish/penn_tag.h"

namespace sayso {
namespace {

TEST(Conllu, PrintsTokensFeaturesNamesAndSpaces) {
  auto built = testing_kit::build_tagged(
      {"Kesh/PROPN/nsubj@4 did/AUX/aux@4 n't/PART/advmod@4 deny/VERB it/PRON/obj@4 ./PUNCT/punct@4", "So ?/PUNCT"});
  built.dispatch.id = "sha256:0e835f783941d6fc";
  ASSERT_TRUE(built.name("Kesh", NameKind::military_unit));
  built.syntax.tokens[0].features = features_named("Number=Sing");
  built.syntax.tokens[5].xpos = Xpos::PUNCT;
  built.syntax.sentences[1].read = false;
  built.syntax.sentences[1].unread = Unread::not_english;
  for (std::size_t i : {6U, 7U}) built.syntax.tokens[i].head = no_token;
  const std::string printed = to_conllu(built.dispatch, built.syntax);
  EXPECT_EQ(printed,
            "# newdoc id = sha256:0e835f783941d6fc\n"
            "# newpar\n"
            "# sent_id = 0e835f783941-1\n"
            "# text = Kesh didn't deny it.\n"
            "1\tKesh\tKesh\tPROPN\t_\tNumber=Sing\t4\tnsubj\t_\tName=B-MIL\n"
            "2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tdid\tdid\tAUX\t_\t_\t4\taux\t_\t_\n"
            "3\tn't\tn't\tPART\t_\t_\t4\tadvmod\t_\t_\n"
            "4\tdeny\tdeny\tVERB\t_\t_\t0\troot\t_\t_\n"
            "5\tit\tit\tPRON\t_\t_\t4\tobj\t_\tSpaceAfter=No\n"
            "6\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n"
            "\n"
            "# newpar\n"
            "# sent_id = 0e835f783941-2\n"
            "# text = So?\n"
            "# read = no (not English)\n"
            "1\tSo\tso\tX\t_\t_\t0\troot\t_\tSpaceAfter=No\n"
            "2\t?\t?\tPUNCT\t_\t_\t1\tdep\t_\t_\n"
            "\n");
}

// The words of a text with a bar at each border -> its tokens.
std::string tokens_of(const std::string& barred) {
  Syntax syntax;
  std::string text;
  std::uint32_t begin = 0;
  const auto close = [&] {
    const auto end = static_cast<std::uint32_t>(text.size());
    if (end > begin) syntax.tokens.push_back({.span = {begin, end}});
    begin = end;
  };
  for (const char c : barred) {
    if (c == '|') {
      close();
    } else if (c == ' ') {
      close();
      text += c;
      begin = static_cast<std::uint32_t>(text.size());
    } else {
      text += c;
    }
  }
  close();
  const Sentence sentence{.last = TokenId{static_cast<std::uint32_t>(syntax.tokens.size())}};
  std::string out;
  for (std::uint32_t i = 0; i < syntax.tokens.size();) {
    const std::uint32_t end = token_end(text, syntax, sentence, i);
    if (i > 0) out += syntax.tokens[i - 1].span.end == syntax.tokens[i].span.begin ? "|" : " ";
    out += text.substr(syntax.tokens[i].span.begin, syntax.tokens[end - 1].span.end - syntax.tokens[i].span.begin);
    i = end;
  }
  return out;
}

TEST(Conllu, KnowsMultiwordTokens) {
  EXPECT_EQ(tokens_of("They do|n't hold it|."), "They don't hold it|.");
  EXPECT_EQ(tokens_of("Kesh|’s men ca|n’t|, could|n't|'ve"), "Kesh’s men can’t|, couldn't've");
  EXPECT_EQ(tokens_of("gon|na can|not y'|all U.S.|'s"), "gonna cannot y'all U.S.'s");
  EXPECT_EQ(tokens_of("5|km 12|-|year Kesh|-|backed and|/|or $|500"), "5|km 12|-|year Kesh|-|backed and|/|or $|500");
  EXPECT_EQ(tokens_of("'|this|' (|so|) “|no|”"), "'|this|' (|so|) “|no|”");
}

TEST(Conllu, KeepsItsLinesWhatever) {
  Dispatch dispatch;
  dispatch.text = "a\tb\xC2\x85 c\x01z  d";
  Syntax syntax;
  syntax.tokens = {{.span = {0, 3}, .lemma = "a\nb", .relation = Relation::root},
                   {.span = {6, 9}, .lemma = "c", .head = TokenId{0}},
                   {.span = {11, 12}, .head = TokenId{0}}};
  syntax.sentences = {{.span = {0, 12}, .last = TokenId{3}}};
  EXPECT_EQ(to_conllu(dispatch, syntax),
            "# newpar\n# sent_id = 1\n# text = a b c\uFFFDz d\n"
            "1\ta b\ta b\tX\t_\t_\t0\troot\t_\t_\n"
            "2\tc\uFFFDz\tc\tX\t_\t_\t1\tdep\t_\t_\n"
            "3\td\t_\tX\t_\t_\t1\tdep\t_\t_\n\n");
  EXPECT_EQ(to_conllu(dispatch, {}), "");
}

TEST(PennTag, TellsMarksApart) {
  const struct {
    const char *form, *tag;
  } table[] = {{",", ","},     {".", "."},     {"?!", "."}, {"...", ","}, {":", ":"}, {";", ":"}, {"—", ":"},
               {"(", "-LRB-"}, {"]", "-RRB-"}, {"“", "``"}, {"”", "''"},  {"…", ":"}, {"/", ","}};
  for (const auto& [form, tag] : table) EXPECT_EQ(penn_tag(form, Xpos::PUNCT, false), tag) << form;
  EXPECT_EQ(penn_tag("\"", Xpos::PUNCT, true), "``");
  EXPECT_EQ(penn_tag("\"", Xpos::PUNCT, false), "''");
  EXPECT_EQ(penn_tag("$", Xpos::SYM, false), "$");
  EXPECT_EQ(penn_tag("-", Xpos::HYPH, false), "HYPH");
  EXPECT_EQ(penn_tag("her", Xpos::PRP_S, false), "PRP$");
}

}  // namespace
}  // namespace sayso
