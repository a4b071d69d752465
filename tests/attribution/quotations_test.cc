// Quotation marks: text -> the quotations in it, printed as [inner] with what is odd about them.
#include "attribution/quotations.h"

#include <gtest/gtest.h>

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

std::string printed(const std::string& text) {
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
  EXPECT_EQ(printed("\"We will not leave,\" Marek said. \"Not this winter.\""),
            "[We will not leave,][Not this winter.]");
  EXPECT_EQ(printed("“The bridge is intact,” he said."), "[The bridge is intact,]");
  EXPECT_EQ(printed("«Мост цел», the governor wrote."), "[Мост цел]");
  EXPECT_EQ(printed("„Die Brücke steht“, he said."), "[Die Brücke steht]");
  EXPECT_EQ(printed("'They've taken the boys' school,' the teacher said."), "[They've taken the boys' school,]");
  EXPECT_EQ(printed("‘They’ve gone,’ she said."), "[They’ve gone,]");
  EXPECT_EQ(printed("''The road is mined,'' she said. ``Stay.''"), "[The road is mined,][Stay.]");
  EXPECT_EQ(printed("''They've gone,'' she said. ``Not the 'big' ones.''"), "[They've gone,][Not the 'big' ones.]");
  EXPECT_EQ(printed("''The road.¶''Nobody,'' he said."), "[The road.]goes-on[Nobody,]");
  EXPECT_EQ(printed("No marks, the men's boots, rock 'n' roll."), "");
  EXPECT_EQ(printed("\"He told us, 'Walk towards the river,' and we walked,\" the woman said."),
            "[He told us, 'Walk towards the river,' and we walked,]");
  EXPECT_EQ(printed("“The road is mined.¶“Nobody comes here now,” she said."),
            "[The road is mined.]goes-on[Nobody comes here now,]");
  EXPECT_EQ(printed("\"We counted sixty shells, the deputy said.¶The next paragraph."),
            "[We counted sixty shells, the deputy said.]unbalanced");
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

TEST(Quotations, TenThousandInOneParagraphAndOneNeverClosed) {
  std::string text;
  for (int i = 0; i < 10000; ++i) text += "\"no,\" he said. ";
  text += "\"and then";
  EXPECT_EQ(find_quotations(dispatch_of(text)).size(), 10001U);
}

}  // namespace
}  // namespace sayso
