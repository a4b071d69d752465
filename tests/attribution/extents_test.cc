// Verb groups, speakers' phrases and what stands around a speaker, on trees written by hand.
//
// A word is FORM/tag/head/relation, heads counting from 1 within its sentence, 0 the root.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "attribution/content.h"
#include "attribution/cue_group.h"
#include "attribution/speaker_phrase.h"
#include "attribution/thrown_in.h"

namespace sayso {
namespace {

struct Parsed {
  std::string text{};
  Syntax syntax{};

  TokenId word(std::uint32_t n) const { return TokenId{n - 1}; }  // from 1
  Words words(std::uint32_t first, std::uint32_t last) const {
    const Span span{syntax[word(first)].span.begin, syntax[word(last)].span.end};
    return {std::string(slice(text, span)), span};
  }
};

std::vector<std::string> split_at(const std::string& text, char mark) {
  std::vector<std::string> parts{""};
  for (const char letter : text)
    if (letter == mark)
      parts.emplace_back();
    else
      parts.back() += letter;
  return parts;
}

// Commas, stops and closing marks stand directly behind the word before them.
Parsed parsed(const std::string& lines) {
  Parsed made;
  bool glue = true;
  for (const std::string& line : split_at(lines, ' ')) {
    const auto cells = split_at(line, '|');
    Token token;
    const bool closes = cells[0] == "," || cells[0] == "." || cells[0] == ")" || cells[0] == ":" || cells[0] == "”";
    if (!glue && !closes) made.text += ' ';
    glue = cells[0] == "(" || cells[0] == "“";
    token.span.begin = static_cast<std::uint32_t>(made.text.size());
    made.text += cells[0];
    token.span.end = static_cast<std::uint32_t>(made.text.size());
    token.lemma = cells.size() > 4 ? cells[4] : cells[0];
    token.xpos = xpos_named(cells[1]);
    token.tag = tag_named(cells[1]) != Tag::X ? tag_named(cells[1]) : Tag::X;
    if (cells[1].starts_with("VB")) token.tag = Tag::VERB;
    if (cells[1] == "TO") token.tag = Tag::PART;
    const auto head = std::stoul(cells[2]);
    token.head = head == 0 ? no_token : TokenId{static_cast<std::uint32_t>(head - 1)};
    token.relation = relation_named(cells[3]);
    made.syntax.tokens.push_back(std::move(token));
  }
  Sentence sentence;
  sentence.first = TokenId{0};
  sentence.last = TokenId{static_cast<std::uint32_t>(made.syntax.tokens.size())};
  sentence.read = true;
  made.syntax.sentences.push_back(sentence);
  return made;
}

std::string group(const Parsed& made, std::uint32_t cue, std::uint32_t content_first, std::uint32_t content_last) {
  Attribution said;
  said.cue = made.words(cue, cue);
  said.cue_head = made.word(cue);
  said.content = {made.words(content_first, content_last)};
  return std::string(slice(made.text, cue_group(Tree(made.syntax), made.text, said)));
}

TEST(CueGroup, AuxiliariesAndAdverbs) {
  const auto made = parsed(
      "Varnia|PROPN|4|nsubj has|AUX|4|aux repeatedly|ADV|4|advmod said|VBN|0|root it|PRON|6|nsubj left|VBD|4|ccomp");
  EXPECT_EQ(group(made, 4, 5, 6), "has repeatedly said");
}

TEST(CueGroup, VerbsThatLeadToIt) {
  const auto made = parsed(
      "He|PRON|2|nsubj went|VBD|0|root on|ADP|2|compound:prt to|TO|5|mark say|VB|2|xcomp it|PRON|7|nsubj "
      "fell|VBD|5|ccomp");
  EXPECT_EQ(group(made, 5, 6, 7), "went on to say");
  const auto began =
      parsed("He|PRON|2|nsubj began|VBD|0|root by|SCONJ|4|mark|by saying|VBG|2|advcl it|PRON|6|nsubj fell|VBD|4|ccomp");
  EXPECT_EQ(group(began, 4, 5, 6), "began by saying");
}

TEST(CueGroup, WhatLeadsStraightToTheContent) {
  const auto made = parsed("Kesh|PROPN|2|nsubj called|VBD|0|root for|ADP|5|case a|DET|5|det truce|NOUN|2|obl");
  EXPECT_EQ(group(made, 2, 4, 5), "called for");
  const auto colon =
      parsed("Marek|PROPN|2|nsubj said|VBD|0|root :|PUNCT|5|punct “|PUNCT|5|punct Stay|VB|2|ccomp ”|PUNCT|5|punct");
  EXPECT_EQ(group(colon, 2, 5, 5), "said:");
  // A preposition of another phrase does not.
  const auto day =
      parsed("He|PRON|2|nsubj said|VBD|0|root on|ADP|4|case Monday|PROPN|2|obl it|PRON|6|nsubj fell|VBD|2|ccomp");
  EXPECT_EQ(group(day, 2, 5, 6), "said");
}

TEST(CueGroup, NounsStayAsTheyAre) {
  const auto made = parsed("the|DET|2|det claim|NOUN|0|root that|SCONJ|5|mark it|PRON|5|nsubj fell|VBD|2|acl");
  EXPECT_EQ(group(made, 2, 3, 5), "claim");
}

std::string speaker(const Parsed& made, std::uint32_t first, std::uint32_t last, std::uint32_t cue, Asides asides,
                    const std::vector<DateMention>& dates = {}) {
  const Tree tree(made.syntax);
  return std::string(
      slice(made.text, speaker_phrase(tree, made.text, dates, made.words(first, last).span, made.word(cue), asides)));
}

const char* const marek =
    "Marek|PROPN|11|nsubj ,|PUNCT|4|punct the|DET|4|det mayor|NOUN|1|appos of|ADP|6|case Kesh|PROPN|4|nmod "
    ",|PUNCT|9|punct "
    "who|PRON|9|nsubj fled|VBD|1|acl:relcl ,|PUNCT|1|punct said|VBD|0|root it|PRON|13|nsubj fell|VBD|11|ccomp";

TEST(SpeakerPhrase, AppositionsAndRelativeClauses) {
  const auto made = parsed(marek);
  EXPECT_EQ(speaker(made, 1, 1, 11, Asides::without), "Marek, the mayor of Kesh");
  EXPECT_EQ(speaker(made, 1, 1, 11, Asides::with), "Marek, the mayor of Kesh, who fled");
}

TEST(SpeakerPhrase, BracketsAndNames) {
  const auto made = parsed(
      "Lena|PROPN|6|nsubj Orsk|PROPN|1|flat (|PUNCT|4|punct D|PROPN|1|parataxis )|PUNCT|4|punct said|VBD|0|root "
      "no|INTJ|6|obj");
  EXPECT_EQ(speaker(made, 1, 2, 6, Asides::without), "Lena Orsk (D)");
  const auto title = parsed("pollster|NOUN|2|compound Dovran|PROPN|3|nsubj said|VBD|0|root no|INTJ|3|obj");
  EXPECT_EQ(speaker(title, 1, 1, 3, Asides::without), "pollster Dovran");
}

TEST(SpeakerPhrase, NeitherDatesNorTheClauseOfTheCue) {
  const auto made =
      parsed("The|DET|2|det ministry|NOUN|5|nsubj on|ADP|4|case Monday|PROPN|2|nmod said|VBD|0|root no|INTJ|5|obj");
  DateMention monday;
  monday.when.span = made.words(4, 4).span;
  EXPECT_EQ(speaker(made, 1, 2, 5, Asides::without, {monday}), "The ministry");
  const auto who = parsed("The|DET|2|det man|NOUN|0|root who|PRON|4|nsubj said|VBD|2|acl:relcl it|PRON|4|obj");
  EXPECT_EQ(speaker(who, 1, 2, 4, Asides::with), "The man");
}

std::string around(const Parsed& made, std::uint32_t cue, std::uint32_t source, std::uint32_t content) {
  const Tree tree(made.syntax);
  std::string out;
  for (const Words& piece :
       pieces(tree, made.text, around_speaker(tree, made.text, made.word(cue), made.word(source), made.word(content))))
    out += "[" + piece.text + "]";
  return out;
}

TEST(AroundSpeaker, TheFrontOfASentenceIsSaidToo) {
  const auto made = parsed(
      "After|ADP|3|case the|DET|3|det talks|NOUN|6|obl ,|PUNCT|6|punct officials|NOUN|6|nsubj say|VBP|0|root "
      ",|PUNCT|6|punct "
      "it|PRON|9|nsubj fell|VBD|6|ccomp .|PUNCT|6|punct");
  EXPECT_EQ(around(made, 6, 5, 9), "[After the talks]");
}

TEST(AroundSpeaker, AnAdverbialOfTheSayingIsNot) {
  const auto made = parsed(
      "In|ADP|2|case Kesh|PROPN|5|obl ,|PUNCT|5|punct officials|NOUN|5|nsubj say|VBP|0|root it|PRON|7|nsubj "
      "fell|VBD|5|ccomp");
  EXPECT_EQ(around(made, 5, 4, 7), "");
}

TEST(AroundSpeaker, AccordingToAtTheEndHoldsForAllBeforeIt) {
  const auto made = parsed(
      "It|PRON|2|nsubj burned|VBD|0|root to|TO|4|mark save|VB|2|advcl fuel|NOUN|4|obj ,|PUNCT|2|punct "
      "according|VBG|9|case "
      "to|ADP|7|fixed Kesh|PROPN|4|obl .|PUNCT|2|punct");
  EXPECT_EQ(around(made, 7, 9, 4), "[It burned to save fuel]");
}

TEST(AroundSpeaker, HostileTreesTerminate) {
  // Everything hangs on everything before it.
  std::string lines = "w0|NOUN|0|root";
  for (int i = 1; i < 2000; ++i) lines += " w|NOUN|" + std::to_string(i) + "|appos";
  const auto made = parsed(lines);
  const Tree tree(made.syntax);
  EXPECT_EQ(speaker_phrase(tree, made.text, {}, made.words(1, 1).span, no_token, Asides::with).end, made.text.size());
  around_speaker(tree, made.text, made.word(1000), made.word(999), made.word(1));
}

}  // namespace
}  // namespace sayso
