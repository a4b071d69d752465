// Datelines, hedged numbers and lemmas: text -> printed result.
#include <gtest/gtest.h>

#include "language/datelines.h"
#include "language/doubled_subjects.h"
#include "language/lemma.h"
#include "language/number_hedges.h"
#include "language/tokenizer.h"
#include "language_fixture.h"
#include "match/tree.h"

namespace sayso {
namespace {

std::string dateline_of(const std::string& text) {
  const auto words = language::tokenize(text, {0, static_cast<std::uint32_t>(text.size())}, testing::spelling());
  const std::size_t count = language::dateline_words(text, words);
  return count == 0 ? "" : text.substr(0, words[count - 1].end);
}

TEST(Datelines, PlaceDateAgencyDash) {
  EXPECT_EQ(dateline_of("KATHMANDU, April 25 (Reuters) - Nepal disputed it."), "KATHMANDU, April 25 (Reuters) -");
  EXPECT_EQ(dateline_of("PORT-AU-PRINCE - Armed gangs came."), "PORT-AU-PRINCE -");
  EXPECT_EQ(dateline_of("PORT-AU-PRINCE, Haiti (AP) - Armed gangs came."), "PORT-AU-PRINCE, Haiti (AP) -");
  EXPECT_EQ(dateline_of("MEXICO CITY (AP) — The economy grew."), "MEXICO CITY (AP) —");
  EXPECT_EQ(dateline_of("KYIV, Ukraine — The army said it left."), "KYIV, Ukraine —");
  EXPECT_EQ(dateline_of("KESH -- Two died."), "KESH --");
  EXPECT_EQ(dateline_of("KYIV-based monitors said so."), "");
  EXPECT_EQ(dateline_of("MOSCOW SAYS IT WON"), "");
  EXPECT_EQ(dateline_of("NATO said on Monday — again — that it would not."), "");
  EXPECT_EQ(dateline_of("The army left — at last."), "");
  EXPECT_EQ(dateline_of("KYIV"), "");
  EXPECT_EQ(dateline_of(""), "");
}

TEST(Datelines, LabelsAndStamps) {
  EXPECT_EQ(dateline_of("BREAKING: The bridge is down."), "BREAKING:");
  EXPECT_EQ(dateline_of("UPDATE 2: The bridge is down."), "UPDATE 2:");
  EXPECT_EQ(dateline_of("KESH: The bridge is down."), "");
  EXPECT_EQ(dateline_of("Breaking: The bridge is down."), "");
  EXPECT_EQ(dateline_of("BREAKING:"), "");
  EXPECT_EQ(dateline_of("14:05 The mayor says so."), "14:05");
  EXPECT_EQ(dateline_of("9:30 GMT - The mayor says so."), "9:30 GMT -");
  EXPECT_EQ(dateline_of("14:05 trains were cancelled."), "");
  EXPECT_EQ(dateline_of("14:75 The mayor says so."), "");
  EXPECT_EQ(dateline_of("2:1 The home side won."), "");
  EXPECT_EQ(dateline_of("14:05"), "");
}

TEST(Datelines, MarkersOfMonitors) {
  EXPECT_EQ(dateline_of("[TEXT] The army left."), "[TEXT]");
  EXPECT_EQ(dateline_of("[Begin recording] The army left."), "[Begin recording]");
  EXPECT_EQ(dateline_of("[The] army left."), "");
  EXPECT_EQ(dateline_of("[TEXT]"), "");
  EXPECT_EQ(dateline_of("["), "");
}

TEST(Datelines, AreKeptAsWordsThatAreNotRead) {
  const Dispatch dispatch = testing::bare("KESH (VTN) — The army said it left.");
  const Syntax syntax = segment(dispatch, testing::model(), testing::spelling());
  ASSERT_EQ(syntax.sentences.size(), 2U);
  EXPECT_FALSE(syntax.sentences[0].read);
  EXPECT_EQ(slice(dispatch.text, syntax.sentences[0].span), "KESH (VTN) —");
  EXPECT_EQ(slice(dispatch.text, syntax.sentences[1].span), "The army said it left.");
}

TEST(DoubledSubjects, ARoleHangsOnTheNameBehindIt) {
  Syntax layer;
  const auto add = [&](Tag tag, std::uint32_t head, Relation relation) {
    layer.tokens.push_back({.tag = tag, .head = head == 0 ? no_token : TokenId{head - 1}, .relation = relation});
  };
  add(Tag::PROPN, 2, Relation::compound);  // Ministry
  add(Tag::NOUN, 5, Relation::nsubj);      // spokeswoman
  add(Tag::PROPN, 5, Relation::nsubj);     // Olena
  add(Tag::PROPN, 3, Relation::flat);      // Marchuk
  add(Tag::VERB, 0, Relation::root);       // said
  layer.sentences.push_back({.first = TokenId{0}, .last = TokenId{5}, .read = true});
  language::mend_doubled_subjects("", layer);
  EXPECT_EQ(layer.tokens[1].head, TokenId{2});
  EXPECT_EQ(layer.tokens[1].relation, Relation::nmod_desc);
  EXPECT_EQ(layer.tokens[2].head, TokenId{4});
  EXPECT_EQ(layer.tokens[2].relation, Relation::nsubj);
  layer.tokens[1] = {.tag = Tag::PROPN, .head = TokenId{4}, .relation = Relation::nsubj};  // two names are left alone
  language::mend_doubled_subjects("", layer);
  EXPECT_EQ(layer.tokens[1].relation, Relation::nsubj);
}

TEST(DoubledSubjects, OneBehindTheVerbIsItsObject) {
  for (const auto& [lemma, before, mended] :
       {std::tuple{"inform", Relation::nsubj, Relation::obj}, std::tuple{"tell", Relation::obl, Relation::obj},
        std::tuple{"say", Relation::obl, Relation::nsubj}}) {
    Syntax layer;
    layer.tokens.push_back({.tag = Tag::PROPN, .head = TokenId{1}, .relation = before});
    layer.tokens.push_back({.lemma = lemma, .tag = Tag::VERB});
    layer.tokens.push_back({.tag = Tag::NOUN, .head = TokenId{1}, .relation = Relation::nsubj});
    layer.sentences.push_back({.first = TokenId{0}, .last = TokenId{3}, .read = true});
    language::mend_doubled_subjects("", layer);
    EXPECT_EQ(layer.tokens[2].relation, mended) << lemma;
  }
}

TEST(DoubledSubjects, ARelativePronounBeforeAnObjectIsTheSubject) {
  for (const bool object : {true, false}) {
    Syntax layer;
    layer.tokens.push_back({.tag = Tag::NOUN});  // ministry
    layer.tokens.push_back({.tag = Tag::PRON, .xpos = Xpos::WDT, .head = TokenId{2}, .relation = Relation::obj});
    layer.tokens.push_back({.tag = Tag::VERB, .head = TokenId{0}, .relation = Relation::acl_relcl});
    layer.tokens.push_back(
        {.tag = Tag::NOUN, .head = TokenId{2}, .relation = object ? Relation::obj : Relation::nsubj});
    layer.sentences.push_back({.first = TokenId{0}, .last = TokenId{4}, .read = true});
    language::mend_doubled_subjects("", layer);
    EXPECT_EQ(layer.tokens[1].relation, object ? Relation::nsubj : Relation::obj);
  }
}

TEST(DoubledSubjects, TheFirstOfTwoIsTheClauses) {
  // "Truth, Marek said, is that it fell": of said, Truth is what the clause behind it is about.
  const std::string text = "Truth, Marek said, fell";
  for (const bool comma : {true, false}) {
    Syntax layer;
    layer.tokens.push_back({.span = {0, 5}, .tag = Tag::NOUN, .head = TokenId{3}, .relation = Relation::nsubj});
    layer.tokens.push_back({.span = comma ? Span{5, 6} : Span{0, 5}, .tag = Tag::PUNCT, .head = TokenId{0}});
    layer.tokens.push_back({.span = {7, 12}, .tag = Tag::PROPN, .head = TokenId{3}, .relation = Relation::nsubj});
    layer.tokens.push_back({.span = {13, 17}, .lemma = "say", .tag = Tag::VERB, .relation = Relation::root});
    layer.tokens.push_back({.span = {19, 23}, .tag = Tag::VERB, .head = TokenId{3}, .relation = Relation::ccomp});
    layer.sentences.push_back({.first = TokenId{0}, .last = TokenId{5}, .read = true});
    language::mend_doubled_subjects(text, layer);
    EXPECT_EQ(layer.tokens[0].head, comma ? TokenId{4} : TokenId{3});
    EXPECT_EQ(layer.tokens[2].head, TokenId{3});
  }
}

TEST(Progressives, AreVerbs) {
  const Dispatch dispatch = testing::bare("The ministry said Monday it is striking bridges and depots in the region.");
  const Syntax syntax = analyse(dispatch, testing::model(), testing::spelling());
  std::string found;
  for (const Token& token : syntax.tokens)
    if (slice(dispatch.text, token.span) == "striking")
      found = token.lemma + " " + std::string(name_of(token.xpos)) + " " + name_of(token.features);
  EXPECT_EQ(found, "strike VBG Tense=Pres|VerbForm=Part");
}

TEST(Lemmas, OfVerbsThatEndInIng) {
  const Dispatch dispatch = testing::bare("They fling stones, cling to walls and sing.");
  const Syntax syntax = analyse(dispatch, testing::model(), testing::spelling());
  std::string found;
  for (const Token& token : syntax.tokens)
    if (slice(dispatch.text, token.span).ends_with("ing")) found += token.lemma + " ";
  EXPECT_EQ(found, "fling cling sing ");
}

TEST(Lemmas, OfVerbsAreVerbs) {
  const Dispatch dispatch = testing::bare(
      "He left, noting that they had mined the road. They begged him and lied. The town was besieged, he griped, "
      "filing it. He growled.");
  const Syntax syntax = analyse(dispatch, testing::model(), testing::spelling());
  std::string found;
  for (const Token& token : syntax.tokens)
    if (token.tag == Tag::VERB) found += token.lemma + " ";
  EXPECT_EQ(found, "leave note mine beg lie besiege gripe file growl ");
}

TEST(NumberHedges, HangOnTheirNumber) {
  for (const char* text :
       {"They killed up to 40 fighters.", "They destroyed at least six vehicles.", "They captured more than 20 men."}) {
    const Dispatch dispatch = testing::bare(text);
    const Syntax syntax = analyse(dispatch, testing::model(), testing::spelling());
    const Tree tree(syntax);
    std::string objects;
    for (std::uint32_t t = 0; t < tree.size(); ++t)
      if (tree[TokenId{t}].relation == Relation::obj)
        objects += tree[TokenId{t}].lemma + " of " + tree[tree[TokenId{t}].head].lemma;
    const std::string expected = std::string(text).find("40") != std::string::npos    ? "fighter of kill"
                                 : std::string(text).find("six") != std::string::npos ? "vehicle of destroy"
                                                                                      : "man of capture";
    EXPECT_EQ(objects, expected) << text;
  }
}

TEST(NumberHedges, ARangeOfManyIsNoTime) {
  const auto object_of = [](const char* text) {
    const Dispatch dispatch = testing::bare(text);
    const Syntax syntax = analyse(dispatch, testing::model(), testing::spelling());
    const Tree tree(syntax);
    std::string objects;
    for (std::uint32_t t = 0; t < tree.size(); ++t)
      if (tree[TokenId{t}].relation == Relation::obj)
        objects += tree[TokenId{t}].lemma + " of " + tree[tree[TokenId{t}].head].lemma;
    return objects;
  };
  EXPECT_EQ(object_of("The guards killed between three and six rebels."), "rebel of kill");
  EXPECT_EQ(object_of("The blast injured between 30 and 40 people."), "person of injure");
  EXPECT_EQ(object_of("The shells fell between 3 and 5 May."), "");
}

TEST(Lemmas, RegularEndings) {
  const auto first = [](std::string_view verb) {
    const auto bases = language::regular_bases(verb);
    return bases.empty() ? std::string() : bases.front();
  };
  EXPECT_EQ(first("carried"), "carry");
  EXPECT_EQ(first("expelled"), "expel");
  EXPECT_EQ(first("shelled"), "shel") << "a known word goes before it: shell";
  EXPECT_EQ(first("bombing"), "bomb");
  EXPECT_EQ(first("red"), "");
  EXPECT_EQ(language::regular_singular("blackouts"), "blackout");
  EXPECT_EQ(language::regular_singular("armies"), "army");
  EXPECT_EQ(language::regular_singular("trenches"), "trench");
  EXPECT_EQ(language::regular_singular("crisis"), "crisis");
  EXPECT_EQ(language::regular_singular("s"), "s");
}

TEST(Lemmas, InSentences) {
  const auto lemma_in = [](const std::string& text, const std::string& form) {
    const Dispatch dispatch = testing::bare(text);
    for (const Token& token : analyse(dispatch, testing::model(), testing::spelling()).tokens)
      if (slice(dispatch.text, token.span) == form) return token.lemma;
    return std::string();
  };
  EXPECT_EQ(lemma_in("The army retook the town.", "retook"), "retake");
  EXPECT_EQ(lemma_in("The ridge is held by rebels.", "held"), "hold");
  EXPECT_EQ(lemma_in("They carried out strikes.", "carried"), "carry");
  EXPECT_EQ(lemma_in("They shelled the village.", "shelled"), "shell");
  EXPECT_EQ(lemma_in("It caused widespread blackouts in the city.", "blackouts"), "blackout");
}

}  // namespace
}  // namespace sayso
