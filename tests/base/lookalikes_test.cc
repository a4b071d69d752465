// Words in letters of two alphabets, and words that mix none.
#include "base/lookalikes.h"

#include <gtest/gtest.h>

namespace sayso {
namespace {

TEST(Lookalikes, AreWrittenInLatin) {
  EXPECT_EQ(in_latin_letters("K\u0443iv"), "Kyiv");
  EXPECT_EQ(in_latin_letters("\u0406zyum near Kh\u0430rkiv"), "Izyum near Kharkiv");  // capital I, small a
  EXPECT_EQ(in_latin_letters("\u039Fdesa"), "Odesa");                                 // a Greek O
}

TEST(Lookalikes, OtherWordsStay) {
  for (const char* text : {"", "Kyiv", "\u041A\u0438\u0457\u0432", "\u041A\u0438\u0457\u0432 is Kyiv", "K\u0438iv",
                           "D\u00FCsseldorf", "\u03B1 and b", "\xD0", "a\xD1", "\u0443"})
    EXPECT_FALSE(in_latin_letters(text)) << text;
}

}  // namespace
}  // namespace sayso
