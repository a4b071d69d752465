// The prints of a dispatch: what counts as the same words and what does not.
#include "origin/fingerprint.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/folded_words.h"

namespace sayso {
namespace {

// One body paragraph; each line of `text` is a sentence.
Fingerprint prints_of(const std::string& text, ParagraphKind kind = ParagraphKind::body) {
  Dispatch dispatch;
  dispatch.text = text;
  dispatch.paragraphs = {{.span = {0, static_cast<std::uint32_t>(text.size())}, .kind = kind}};
  Syntax syntax;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    syntax.sentences.push_back({});
    syntax.sentences.back().span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    begin = end + 1;
  }
  return take_fingerprint(dispatch, syntax);
}

double resemblance(const Fingerprint& one, const Fingerprint& other) {
  std::size_t same = 0;
  for (std::size_t i = 0; i < signature_size; ++i) same += one.signature[i] == other.signature[i] ? 1U : 0U;
  return static_cast<double>(same) / signature_size;
}

TEST(FoldedWords, AreWhatIsLeftOfTypesetting) {
  EXPECT_EQ(folded_words("“The Bridge at Kesh,” she said."), "the bridge at kesh she said");
  EXPECT_EQ(folded_words("The army's  guns — 155-mm ones — fell silent…"), "the armys guns 155 mm ones fell silent");
  EXPECT_EQ(folded_words("The army’s guns - 155 mm ones - fell silent."), "the armys guns 155 mm ones fell silent");
  EXPECT_EQ(folded_words(" …— "), "");
  EXPECT_EQ(folded_words("Мост в Кеше ударили"), "мост в кеше ударили");
}

TEST(Fingerprint, CaseMarksAndPunctuationDoNotCount) {
  const Fingerprint one = prints_of("“The bridge at Kesh was hit,” the army said on Monday.");
  EXPECT_EQ(one, prints_of("\"The bridge at Kesh was hit\", the Army said on Monday"));
  ASSERT_EQ(one.sentences.size(), 1U);
  EXPECT_EQ(one.sentences[0].words, 11U);
  EXPECT_NE(one.sentences, prints_of("The bridge at Kesh was hit, the army said on Sunday.").sentences);
}

TEST(Fingerprint, TakesLongSentencesOfTheBodyOnceEach) {
  EXPECT_EQ(prints_of("Rain fell on all of it.\nFive words are not enough.\nRain fell on all of it.").sentences.size(),
            1U);
  EXPECT_EQ(prints_of("Rain fell on all of it today.", ParagraphKind::caption), Fingerprint());
  EXPECT_EQ(prints_of("Too short, this.").signature.size(), 0U);
  EXPECT_EQ(prints_of("Four words in all.").signature.size(), signature_size);
}

TEST(Fingerprint, SignaturesAgreeAsFarAsTheRunsOverlap) {
  std::string text;
  for (int i = 0; i < 400; ++i) text += "w" + std::to_string(i) + " ";
  std::string half;  // 197 of its runs are in the other, of 597 in both
  for (int i = 200; i < 600; ++i) half += "w" + std::to_string(i) + " ";
  EXPECT_EQ(resemblance(prints_of(text), prints_of(text)), 1);
  EXPECT_NEAR(resemblance(prints_of(text), prints_of(half)), 197.0 / 597, 0.15);
  std::string other;
  for (int i = 600; i < 1000; ++i) other += "w" + std::to_string(i) + " ";
  EXPECT_LT(resemblance(prints_of(text), prints_of(other)), 0.05);
}

}  // namespace
}  // namespace sayso
