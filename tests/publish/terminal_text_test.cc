// Hostile text in, harmless text and its width out.
#include "publish/terminal_text.h"

#include <gtest/gtest.h>

namespace sayso::publish {
namespace {

struct Case {
  std::string_view text;
  std::string_view safe;
  std::size_t width;
};

TEST(TerminalText, ShowsControlsAndMeasuresWhatIsLeft) {
  const Case cases[] = {
      {"Two bridges", "Two bridges", 11},
      {"\x1b[31mred\x1b[0m", "␛[31mred␛[0m", 12},
      {"\x1b]0;owned\x07", "␛]0;owned␇", 10},
      {std::string_view("nul\0byte", 8), "nul␀byte", 8},
      {"a\tb\r\nc", "a b  c", 6},
      {"del\x7f", "del␡", 4},
      {"c1 \xc2\x9b"
       "31m",
       "c1 \xef\xbf\xbd"
       "31m",
       7},
      {"abc\xe2\x80\xae"
       "def",
       "abc\xef\xbf\xbd"
       "def",
       7},                                          // right-to-left override
      {"Khar\xc2\xadkiv", "Kharkiv", 7},            // soft hyphen
      {"\xef\xbb\xbfKesh\xe2\x80\x8b", "Kesh", 4},  // byte order mark, zero-width space
      {"Київ", "Київ", 4},
      {"北京", "北京", 4},
      {"e\xcc\x81t\xc3\xa9", "e\xcc\x81t\xc3\xa9", 3},  // é as two code points and as one
      {"cut \xd0", "cut \xef\xbf\xbd", 5},
      {"\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd", 2},
      {"line\xe2\x80\xa8separator", "line separator", 14},
      {"", "", 0},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(safe_text(c.text), c.safe);
    EXPECT_EQ(display_width(safe_text(c.text)), c.width) << c.safe;
  }
}

TEST(TerminalText, NoByteStringCanPrintAControl) {
  std::string bytes;
  std::uint32_t seed = 7;
  for (int i = 0; i < 20000; ++i) {
    seed = seed * 1664525U + 1013904223U;
    bytes += static_cast<char>(seed >> 24U);
  }
  const std::string safe = safe_text(bytes);
  for (std::size_t i = 0; i < safe.size(); ++i) {
    const auto byte = static_cast<unsigned char>(safe[i]);
    ASSERT_TRUE(byte >= 0x20 && byte != 0x7F) << "at " << i;
    const bool c1 = byte == 0xC2 && i + 1 < safe.size() && static_cast<unsigned char>(safe[i + 1]) < 0xA0;
    ASSERT_FALSE(c1) << "at " << i;
  }
  EXPECT_EQ(safe_text(safe), safe);
}

}  // namespace
}  // namespace sayso::publish
