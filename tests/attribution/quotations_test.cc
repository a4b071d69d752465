// Quotation marks: text -> the quotations in it, printed as [inner] with what is odd about them.
#include "attribution/quotations.h"

#include <gtest/gtest.h>

#include <array>
#include <random>
#include <string>

namespace sayso {
namespace {

// Paragraphs are parted by "¶".
Dispatch dispatch_of(const std::string& text) {
  Dispatch dispatch;
  std::size_t at = 0;
  for (;;) {
    const auto end = text.find("¶", at);
    if (!dispatch.text.empty()) dispatch.text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(dispatch.text.size());
    dispatch.text += text.substr(at, end - at);
    dispatch.paragraphs.push_back({{begin, static_cast<std::uint32_t>(dispatch.text.size())}, ParagraphKind::body});
    if (end == std::string::npos) return dispatch;
    at = end + std::string("¶").size();
  }
}

std::string bracketed(const std::string& text) {
  const Dispatch dispatch = dispatch_of(text);
  std::string out;
  for (const Quotation& quotation : find_quotations(dispatch)) {
    out += "[" + std::string(slice(dispatch.text, quotation.inner)) + "]";
    if (!quotation.balanced) out += "unbalanced";
    if (quotation.goes_on) out += "goes-on";
  }
  return out;
}

TEST(Quotations, Marks) {
  EXPECT_EQ(bracketed("\"We will not leave,\" Marek said. \"Not this winter.\""),
            "[We will not leave,][Not this winter.]");
  EXPECT_EQ(bracketed("“The bridge is intact,” he said."), "[The bridge is intact,]");
  EXPECT_EQ(bracketed("«Мост цел», the governor wrote."), "[Мост цел]");
  EXPECT_EQ(bracketed("„Die Brücke steht“, he said."), "[Die Brücke steht]");
  EXPECT_EQ(bracketed("'They've taken the boys' school,' the teacher said."), "[They've taken the boys' school,]");
  EXPECT_EQ(bracketed("‘They’ve gone,’ she said."), "[They’ve gone,]");
  EXPECT_EQ(bracketed("''The road is mined,'' she said. ``Stay.''"), "[The road is mined,][Stay.]");
  EXPECT_EQ(bracketed("''They've gone,'' she said. ``Not the 'big' ones.''"), "[They've gone,][Not the 'big' ones.]");
  EXPECT_EQ(bracketed("''The road.¶''Nobody,'' he said."), "[The road.]goes-on[Nobody,]");
  EXPECT_EQ(bracketed("No marks, the men's boots, rock 'n' roll."), "");
  EXPECT_EQ(bracketed("\"He told us, 'Walk towards the river,' and we walked,\" the woman said."),
            "[He told us, 'Walk towards the river,' and we walked,]");
  EXPECT_EQ(bracketed("“The road is mined.¶“Nobody comes here now,” she said."),
            "[The road is mined.]goes-on[Nobody comes here now,]");
  EXPECT_EQ(bracketed("\"We counted sixty shells, the deputy said.¶The next paragraph."),
            "[We counted sixty shells, the deputy said.]unbalanced");
}

TEST(Quotations, MarksOfOtherLettersAndMixedPairs) {
  EXPECT_EQ(bracketed("“The dam is closed,\" the engineer said."), "[The dam is closed,]");
  EXPECT_EQ(bracketed("\"The dam is closed,” the engineer said."), "[The dam is closed,]");
  EXPECT_EQ(bracketed("„Wir halten die Stadt”, he wrote."), "[Wir halten die Stadt]");
  EXPECT_EQ(bracketed("„Wir halten\", he wrote. “We hold,” she wrote."), "[Wir halten][We hold,]");
  EXPECT_EQ(bracketed("»Das Tor ist offen«, sagte er."), "[Das Tor ist offen]");
  EXPECT_EQ(bracketed("« Le pont tient », a-t-il dit."), "[ Le pont tient ]");
  EXPECT_EQ(bracketed("”Bron håller”, sade han."), "[Bron håller]");
}

TEST(Quotations, InchesFeetAndApostrophesAreNone) {
  EXPECT_EQ(bracketed("The barrel was 5\" wide, the engineer said."), "");
  EXPECT_EQ(bracketed("A 5\"x7\" plate and a 6' fence stood there."), "");
  EXPECT_EQ(bracketed("\"We saw a 5\" gun,\" he said. \"It fired.\""), "[We saw a 5\" gun,][It fired.]");
  EXPECT_EQ(bracketed("\"We counted 60,\" he said."), "[We counted 60,]");
  EXPECT_EQ(bracketed("'em and the soldiers' camp. \"We left,\" she said."), "[We left,]");
  EXPECT_EQ(bracketed("The class of '98 met. \"We left,\" she said."), "[We left,]");
}

TEST(Quotations, SingleMarksCloseBehindAWordIfNothingBetterComes) {
  EXPECT_EQ(bracketed("The 'referendum' was held."), "[referendum]");
  EXPECT_EQ(bracketed("They call themselves the 'Herons' in Dovran."), "[Herons]");
  EXPECT_EQ(bracketed("'The boys' camp is gone,' she said."), "[The boys' camp is gone,]");
}

TEST(Quotations, AMarkThatNeverClosesEndsWhereTheNextBegins) {
  EXPECT_EQ(bracketed("\"We hold the hill, he said. Then \"they left,\" she said."),
            "[We hold the hill, he said. Then ]unbalanced[they left,]");
  EXPECT_EQ(bracketed("“We hold the hill, he said. “They left,” she said."),
            "[We hold the hill, he said. ]unbalanced[They left,]");
}

std::string inner(const std::string& text) {
  const Dispatch dispatch = dispatch_of(text);
  std::string out;
  for (const Quotation& quotation : find_inner_quotations(dispatch))
    out += "[" + std::string(slice(dispatch.text, quotation.inner)) + "]";
  return out;
}

TEST(Quotations, InsideQuotations) {
  EXPECT_EQ(inner("\"He told us, 'Walk towards the river,' and we walked,\" the woman said."),
            "[Walk towards the river,]");
  EXPECT_EQ(inner("“They shouted, ‘Out!’ and we left,” he said. “Then, ‘Faster.’”"), "[Out!][Faster.]");
  EXPECT_EQ(inner("'I heard \"run\" and ran,' the driver said."), "[run]");
  EXPECT_EQ(inner("\"He said \"go\" and left,\" she said."), "[go]");
  EXPECT_EQ(inner("\"The boys' camp isn't gone,\" she said."), "");
  EXPECT_EQ(inner("No marks, 'one pair' outside."), "");
}

TEST(Quotations, AnOpenMarkSwallowsNothingBeyondItsParagraph) {
  const Dispatch dispatch = dispatch_of("\"Never closed¶Plain words.¶\"Again");
  for (const Quotation& quotation : find_quotations(dispatch))
    EXPECT_TRUE(dispatch.paragraphs[quotation.paragraph].span.contains(quotation.outer));
}

TEST(Quotations, LookUpByByteAgreesWithTryingAll) {
  std::mt19937 generator(3);
  const auto dice = [&] { return static_cast<std::uint32_t>(generator()); };
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 40; ++i) text += "\"a' ,.“”b"[dice() % 9];
    const Dispatch dispatch = dispatch_of(text);
    const auto quotations = find_quotations(dispatch);
    for (std::uint32_t byte = 0; byte < dispatch.text.size(); ++byte) {
      const Quotation* naive = nullptr;
      for (const Quotation& quotation : quotations)
        if (quotation.outer.begin <= byte && byte < quotation.outer.end) naive = &quotation;
      EXPECT_EQ(quotation_at(quotations, byte), naive);
    }
  }
}

TEST(Quotations, EveryMixOfMarksGivesQuotationsApartAndInTheirParagraph) {
  constexpr std::array<const char*, 14> parts = {"\"", "'", "“", "”",    "„", "«", "»",
                                                 "‘",  "’", " ", "word", ",", ".", "5"};
  std::mt19937 generator(11);
  for (int round = 0; round < 2000; ++round) {
    std::string text;
    for (int i = 0; i < 24; ++i) text += i == 12 ? "¶" : parts[generator() % parts.size()];
    const Dispatch dispatch = dispatch_of(text);
    for (const auto& found : {find_quotations(dispatch), find_inner_quotations(dispatch)})
      for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_TRUE(found[i].outer.contains(found[i].inner)) << text;
        EXPECT_TRUE(dispatch.paragraphs[found[i].paragraph].span.contains(found[i].outer)) << text;
        EXPECT_LT(found[i].outer.begin, found[i].outer.end) << text;
        if (i > 0) {
          EXPECT_LE(found[i - 1].outer.end, found[i].outer.begin) << text;
        }
      }
  }
}

TEST(Quotations, HundredThousandMarksOfAnyKindStayLinear) {
  for (const char* mark : {"\"", "' a", "“", "„a", "«a ", "»x", "‘a", "“ ' ", "« \" "}) {
    std::string text = "»x ";
    for (int i = 0; i < 100000; ++i) text += mark;
    find_quotations(dispatch_of(text));
    find_inner_quotations(dispatch_of(text));
  }
}

TEST(Quotations, TenThousandInOneParagraphAndOneNeverClosed) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "\"no,\" he said. ";
  text += "\"and then";
  EXPECT_EQ(find_quotations(dispatch_of(text)).size(), 10001U);
}

}  // namespace
}  // namespace sayso
