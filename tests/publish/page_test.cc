// Runs of ink in, lines out.
#include "publish/page.h"

#include <gtest/gtest.h>

#include "publish/terminal_text.h"

namespace sayso::publish {
namespace {

std::string page_of(std::size_t first, std::size_t rest, const std::vector<Run>& runs, Paper paper) {
  Page page(paper);
  page.add(first, rest, runs);
  return page.take();
}

TEST(Page, WrapsAtSpacesAndHangs) {
  EXPECT_EQ(page_of(2, 4, {{"The army said on Monday that it had left the town of Kesh."}}, {.width = 40}),
            "  The army said on Monday that it had\n"
            "    left the town of Kesh.\n");
}

TEST(Page, MarksWithoutColourAndInksWithIt) {
  const std::vector<publish::Run> runs{
      {"\""}, {"We have left", Ink::marked}, {",\" "}, {"he", Ink::strong}, {" said."}};
  EXPECT_EQ(page_of(0, 0, runs, {.width = 80}), "\"«We have left»,\" he said.\n");
  EXPECT_EQ(page_of(0, 0, runs, {.width = 80, .colour = true}),
            "\"\x1b[1;4mWe have left\x1b[0m,\" \x1b[1mhe\x1b[0m said.\n");
}

TEST(Page, InkEndsWithTheLine) {
  const std::string page = page_of(0, 2, {{"one two three four five six seven eight nine ten eleven", Ink::marked}},
                                   {.width = 40, .colour = true});
  EXPECT_EQ(page, "\x1b[1;4mone two three four five six seven eight\x1b[0m\n  \x1b[1;4mnine ten eleven\x1b[0m\n");
}

TEST(Page, CutsWhatHasNoSpaces) {
  const std::string address(95, 'x');
  EXPECT_EQ(page_of(0, 0, {{address}}, {.width = 40}),
            std::string(40, 'x') + "\n" + std::string(40, 'x') + "\n" + std::string(15, 'x') + "\n");
  std::string chinese;
  for (int i = 0; i < 30; ++i) chinese += "北";
  const std::string lines = page_of(0, 0, {{chinese}}, {.width = 40});
  EXPECT_EQ(display_width(lines.substr(0, lines.find('\n'))), 40U);
}

TEST(Page, LinesNeverExceedTheWidth) {
  const std::string text =
      "Ministry — said\x1b[2J 北京 a\xcc\x81\xcc\x81\xcc\x81 "
      "supercalifragilisticexpialidociousness-and-more-than-forty-cells ok";
  for (std::size_t width = 40; width < 70; ++width) {
    std::string page = page_of(3, 7, {{text, Ink::marked}}, {.width = width});
    EXPECT_EQ(page.find('\x1b'), std::string::npos);
    for (std::size_t begin = 0; begin < page.size();) {
      const std::size_t end = page.find('\n', begin);
      EXPECT_LE(display_width(page.substr(begin, end - begin)), width);
      begin = end + 1;
    }
  }
}

TEST(Page, AMillionMarksOnOneLetterAreOneCell) {
  std::string text = "a";
  for (int i = 0; i < 1000000; ++i) text += "\xcc\x81";
  EXPECT_EQ(page_of(0, 0, {{text}}, {}), text + "\n");
}

TEST(Page, FieldsHaveTheirColumn) {
  Page page({.width = 44});
  page.add_field(2, "where", 7, {{"near Kesh, near Dovran, near Ostrel, near Varn"}});
  page.add_field(2, "when", 7, {{""}});
  EXPECT_EQ(page.take(), "  where  near Kesh, near Dovran, near\n         Ostrel, near Varn\n");
}

TEST(Page, KeepsTheRightEdge) {
  Page page({.width = 40});
  page.add_headed(0, 2, {{"Ivo Maran, for the Ministry of Defence of Varnia"}}, {"4be1c07d"});
  EXPECT_EQ(page.take(), "Ivo Maran, for the Ministry of  4be1c07d\n  Defence of Varnia\n");
}

TEST(CutTo, KeepsWholeCharacters) {
  EXPECT_EQ(cut_to("Kyiv", 4), "Kyiv");
  EXPECT_EQ(cut_to("Kyiv said", 5), "Kyiv…");
  EXPECT_EQ(cut_to("北京市", 5), "北京…");
}

}  // namespace
}  // namespace sayso::publish
