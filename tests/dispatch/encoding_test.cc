// Encodings: the same words in several, each with its way back to the bytes.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "dispatch/printed.h"

namespace sayso::test {
namespace {

const std::string words =
    "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2 said \xe2\x80\x9cno\xe2\x80\x9d on Monday.";  // Київ said “no” on Monday.

struct Case {
  const char* name;
  std::string bytes;
  std::string encoding;  // given
  std::string read_as;
};

std::string wide(std::string_view utf8, bool big) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t character = next_code_point(utf8, at);
    const char high = static_cast<char>(character >> 8);
    const char low = static_cast<char>(character & 0xff);
    out += big ? high : low;
    out += big ? low : high;
  }
  return out;
}

TEST(Encoding, same_words_same_text) {
  const std::string cyrillic = "\xca\xe8\xbf\xe2 said \x93no\x94 on Monday.";
  const std::vector<Case> cases{{"utf-8", words, "", "UTF-8"},
                                {"utf-8 with mark", "\xef\xbb\xbf" + words, "", "UTF-8"},
                                {"utf-16 little", "\xff\xfe" + wide(words, false), "", "UTF-16LE"},
                                {"utf-16 big", "\xfe\xff" + wide(words, true), "", "UTF-16BE"},
                                {"utf-16 told", wide(words, true), "UTF-16BE", "UTF-16BE"},
                                {"windows-1251 told", cyrillic, "windows-1251", "windows-1251"}};
  for (const Case& one : cases) {
    const auto dispatch = read_dispatch(one.bytes, {.format = "text", .encoding = one.encoding}, outlets());
    ASSERT_TRUE(dispatch) << one.name << ": " << dispatch.error().message;
    EXPECT_EQ(dispatch->text, words) << one.name;
    EXPECT_EQ(dispatch->encoding, one.read_as) << one.name;
    EXPECT_EQ(broken_promise(*dispatch, one.bytes), "") << one.name;
    // "said" leads back to its own bytes whatever their width.
    const auto at = static_cast<std::uint32_t>(words.find("said"));
    const std::string raw(slice(one.bytes, raw_span(*dispatch, {at, at + 4})));
    EXPECT_EQ(raw, one.read_as == "UTF-16LE"   ? wide("said", false)
                   : one.read_as == "UTF-16BE" ? wide("said", true)
                                               : "said")
        << one.name;
    const Span kyiv = raw_span(*dispatch, {0, 8});
    EXPECT_EQ(kyiv.size(), one.read_as == "windows-1251" ? 4u : 8u) << one.name;
  }
}

const std::string paragraph =
    " said on Monday that it hit two bridges over the Ostra near Dovran, and that both of them are down, and that more "
    "will follow.</p>"
    "<p>The governor denies it in every point of the bulletin that was read out in the evening.</p>";

TEST(Encoding, declared_by_the_page) {
  const std::string page = "<html><meta charset=\"windows-1251\"><p>\xca\xe8\xbf\xe2" + paragraph;
  const auto dispatch = read_dispatch(page, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->encoding, "windows-1251");
  EXPECT_EQ(dispatch->text.substr(0, 8), "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2");
  EXPECT_EQ(broken_promise(*dispatch, page), "");
}

TEST(Encoding, a_page_with_a_wrong_declaration) {
  const std::string latin = "<html><meta charset=\"utf-8\"><p>The caf\xe9 of Dovran" + paragraph;
  auto dispatch = read_dispatch(latin, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->encoding, "windows-1252");
  EXPECT_EQ(notes(*dispatch), "the page is not UTF-8 (first at byte 38); it was read as windows-1252\n");
  EXPECT_EQ(broken_promise(*dispatch, latin), "");

  const std::string utf8 = "<html><meta charset=\"koi8-r\"><p>\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2" + paragraph;
  dispatch = read_dispatch(utf8, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->encoding, "UTF-8");
  EXPECT_EQ(notes(*dispatch), "the page declares koi8-r but is UTF-8\n");

  const std::string cut = "<html><p>\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2" + paragraph + "<p>\xd0";
  dispatch = read_dispatch(cut, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(notes(*dispatch), "1 bytes that are not UTF-8 were replaced by U+FFFD\n");
  EXPECT_EQ(broken_promise(*dispatch, cut), "");
}

TEST(Encoding, long_texts_keep_their_map) {
  std::string cyrillic;  // longer than any buffer of the converter
  for (int i = 0; i < 9000; ++i) cyrillic += "\xca\xe8\xbf\xe2 ok ";
  const auto dispatch = read_dispatch(cyrillic, {.format = "text", .encoding = "windows-1251"}, outlets());
  ASSERT_TRUE(dispatch);
  EXPECT_EQ(broken_promise(*dispatch, cyrillic), "");
  const auto at = static_cast<std::uint32_t>(dispatch->text.rfind("ok"));
  EXPECT_EQ(slice(cyrillic, raw_span(*dispatch, {at, at + 2})), "ok");
  std::string emoji = "\xff\xfe";
  for (int i = 0; i < 9001; ++i)
    emoji += std::string("\x3d\xd8\x4d\xdc", 4) + (i % 3 == 0 ? std::string("a\0", 2) : "");
  const auto pairs = read_dispatch(emoji, {.format = "text"}, outlets());
  ASSERT_TRUE(pairs) << pairs.error().message;
  EXPECT_EQ(broken_promise(*pairs, emoji), "");
  const auto last = static_cast<std::uint32_t>(pairs->text.rfind('a'));
  EXPECT_EQ(slice(emoji, raw_span(*pairs, {last, last + 1})), std::string_view("a\0", 2));
}

}  // namespace
}  // namespace sayso::test
