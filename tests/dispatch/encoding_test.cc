// Encodings: the same words in several, each with its way back to the bytes.
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "dispatch/hostile_pages.h"
#include "dispatch/printed.h"

namespace sayso::test {
namespace {

const std::string same_words =
    "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2 said \xe2\x80\x9cno\xe2\x80\x9d on Monday.";  // Київ said “no” on Monday.

struct Encoded {
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
  const std::vector<Encoded> cases{{"utf-8", same_words, "", "UTF-8"},
                                   {"utf-8 with mark", "\xef\xbb\xbf" + same_words, "", "UTF-8"},
                                   {"utf-16 little", "\xff\xfe" + wide(same_words, false), "", "UTF-16LE"},
                                   {"utf-16 big", "\xfe\xff" + wide(same_words, true), "", "UTF-16BE"},
                                   {"utf-16 told", wide(same_words, true), "UTF-16BE", "UTF-16BE"},
                                   {"windows-1251 told", cyrillic, "windows-1251", "windows-1251"}};
  for (const Encoded& one : cases) {
    const auto dispatch = read_dispatch(one.bytes, {.format = "text", .encoding = one.encoding}, outlets());
    ASSERT_TRUE(dispatch) << one.name << ": " << dispatch.error().message;
    EXPECT_EQ(dispatch->text, same_words) << one.name;
    EXPECT_EQ(dispatch->encoding, one.read_as) << one.name;
    EXPECT_EQ(broken_promise(*dispatch, one.bytes), "") << one.name;
    // "said" leads back to its own bytes whatever their width.
    const auto at = static_cast<std::uint32_t>(same_words.find("said"));
    const std::string raw(slice(one.bytes, raw_span(*dispatch, {at, at + 4})));
    EXPECT_EQ(raw, one.read_as == "UTF-16LE"   ? wide("said", false)
                   : one.read_as == "UTF-16BE" ? wide("said", true)
                                               : "said")
        << one.name;
    const Span kyiv = raw_span(*dispatch, {0, 8});
    EXPECT_EQ(kyiv.size(), one.read_as == "windows-1251" ? 4u : 8u) << one.name;
  }
}

const std::string rest_of_page =
    " said on Monday that it hit two bridges over the Ostra near Dovran, and that both of them are down, and that more "
    "will follow.</p>"
    "<p>The governor denies it in every point of the bulletin that was read out in the evening.</p>";

TEST(Encoding, declared_by_the_page) {
  const std::string page = "<html><meta charset=\"windows-1251\"><p>\xca\xe8\xbf\xe2" + rest_of_page;
  const auto dispatch = read_dispatch(page, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->encoding, "windows-1251");
  EXPECT_EQ(dispatch->text.substr(0, 8), "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2");
  EXPECT_EQ(broken_promise(*dispatch, page), "");
}

TEST(Encoding, a_page_with_a_wrong_declaration) {
  const std::string latin = "<html><meta charset=\"utf-8\"><p>The caf\xe9 of Dovran" + rest_of_page;
  auto dispatch = read_dispatch(latin, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->encoding, "windows-1252");
  EXPECT_EQ(notes(*dispatch), "the page is not UTF-8 (first at byte 38); it was read as windows-1252\n");
  EXPECT_EQ(broken_promise(*dispatch, latin), "");

  const std::string utf8 = "<html><meta charset=\"koi8-r\"><p>\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2" + rest_of_page;
  dispatch = read_dispatch(utf8, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->encoding, "UTF-8");
  EXPECT_EQ(notes(*dispatch), "the page declares KOI8-R but the text is UTF-8\n");

  const std::string cut = "<html><p>\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2" + rest_of_page + "<p>\xd0";
  dispatch = read_dispatch(cut, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(notes(*dispatch), "1 bytes that are not UTF-8 were replaced by U+FFFD\n");
  EXPECT_EQ(broken_promise(*dispatch, cut), "");
}

// Words of a page in a code page, and what must come of them.
struct Legacy {
  const char* name;
  std::string bytes;  // of the words
  std::string head;   // of the page
  std::string http_charset;
  std::string text;  // in UTF-8, somewhere in the dispatch
  std::string read_as;
  std::string note;  // begins with
};

// "У Києві, за словами міської влади, їхні підрозділи відбили атаку; його заява є."
const std::string kyiv_koi8_u =
    "\xf5 \xeb\xc9\xa4\xd7\xa6, \xda\xc1 \xd3\xcc\xcf\xd7\xc1\xcd\xc9 \xcd\xa6\xd3\xd8\xcb\xcf\xa7 "
    "\xd7\xcc\xc1\xc4\xc9, \xa7\xc8\xce\xa6 \xd0\xa6\xc4\xd2\xcf\xda\xc4\xa6\xcc\xc9 "
    "\xd7\xa6\xc4\xc2\xc9\xcc\xc9 \xc1\xd4\xc1\xcb\xd5; \xca\xcf\xc7\xcf \xda\xc1\xd1\xd7\xc1 \xa4.";
const std::string kyiv =
    "\xd0\xa3 \xd0\x9a\xd0\xb8\xd1\x94\xd0\xb2\xd1\x96, \xd0\xb7\xd0\xb0 "
    "\xd1\x81\xd0\xbb\xd0\xbe\xd0\xb2\xd0\xb0\xd0\xbc\xd0\xb8";
// "Власти города сообщили, что они отбили атаку, и что мост стоит."
const std::string town_1251 =
    "\xc2\xeb\xe0\xf1\xf2\xe8 \xe3\xee\xf0\xee\xe4\xe0 \xf1\xee\xee\xe1\xf9\xe8\xeb\xe8, "
    "\xf7\xf2\xee \xee\xed\xe8 \xee\xf2\xe1\xe8\xeb\xe8 \xe0\xf2\xe0\xea\xf3, \xe8 \xf7\xf2\xee "
    "\xec\xee\xf1\xf2 \xf1\xf2\xee\xe8\xf2.";
const std::string town = "\xd0\x92\xd0\xbb\xd0\xb0\xd1\x81\xd1\x82\xd0\xb8 ";
const std::string cafe = "The caf\xe9 of Dovran and its owner, M. Andr\xe9 Kesh, are safe, the mayor said.";

TEST(Encoding, legacy_pages) {
  const std::vector<Legacy> cases{
      {"declared", kyiv_koi8_u, "<meta charset=koi8-ru>", "", kyiv, "KOI8-U", "read as KOI8-U, as the page declares"},
      {"by pragma", town_1251, "<meta content='text/html;charset=cp1251' http-equiv=Content-Type>", "", town,
       "windows-1251", "read as windows-1251, as the page declares"},
      {"the server's word", town_1251, "", "windows-1251", town, "windows-1251",
       "read as windows-1251, as the server says"},
      {"the server's word first", town_1251, "<meta charset=koi8-r>", "windows-1251", town, "windows-1251",
       "read as windows-1251, as the server says"},
      {"a server that says nothing known", town_1251, "<meta charset=windows-1251>", "klingon", town, "windows-1251",
       "read as windows-1251, as the page declares"},
      {"undeclared", repeated(town_1251 + " ", 3), "", "", town, "windows-1251",
       "the page is not UTF-8 (first at byte "},
      {"undeclared KOI8-U", repeated(kyiv_koi8_u + " ", 3), "", "", kyiv, "KOI8-U",
       "the page is not UTF-8 (first at byte "},
      {"undeclared Latin", cafe, "", "", "caf\xc3\xa9", "windows-1252", "the page is not UTF-8 (first at byte "},
      {"a label that lies", kyiv + " said the council on Monday.", "<meta charset=windows-1251>", "", kyiv, "UTF-8",
       "the page declares windows-1251 but the text is UTF-8"},
      {"a server that lies", kyiv + " said the council on Monday.", "", "iso-8859-1", kyiv, "UTF-8",
       "the server says windows-1252 but the text is UTF-8"},
      {"one byte of none", town_1251 + repeated(town_1251, 2) + "\x98", "<meta charset=windows-1251>", "", town,
       "windows-1251", "read as windows-1251, as the page declares"},
      {"a label of double bytes that lies", cafe, "<meta charset=shift_jis>", "", "caf\xc3\xa9", "windows-1252",
       "the page declares Shift_JIS and it is not (first at byte "},
      {"Latin-1 is windows-1252", "\x93No\x94, he said.", "<meta charset=iso-8859-1>", "", "\xe2\x80\x9cNo",
       "windows-1252", "read as windows-1252, as the page declares"},
  };
  for (const Legacy& one : cases) {
    const std::string ascii =
        "They say that it was hit and that it stands, and that many more will have to follow it. ";
    const std::string page = "<html><head>" + one.head + "<title>Two hit</title></head><body><p>" + one.bytes +
                             "</p><p>" + ascii + ascii + "</p></body></html>";
    const auto dispatch = read_dispatch(page, {.path = "a.html", .http_charset = one.http_charset}, outlets());
    ASSERT_TRUE(dispatch) << one.name << ": " << dispatch.error().message;
    EXPECT_EQ(dispatch->encoding, one.read_as) << one.name << "\n" << notes(*dispatch);
    EXPECT_NE(dispatch->text.find(one.text), std::string::npos) << one.name << "\n" << dispatch->text;
    EXPECT_EQ(notes(*dispatch).substr(0, one.note.size()), one.note) << one.name;
    EXPECT_EQ(broken_promise(*dispatch, page), "") << one.name;
    const auto at = static_cast<std::uint32_t>(dispatch->text.find("They say"));
    EXPECT_EQ(slice(page, raw_span(*dispatch, {at, at + 8})), "They say") << one.name;
  }
}

TEST(Encoding, wide_pages) {
  const std::string page = "<html><p>\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2" + rest_of_page;
  for (const bool big : {false, true}) {
    const std::string bytes = wide(page, big);
    const auto dispatch = read_dispatch(bytes, {.path = "a.html"}, outlets());
    ASSERT_TRUE(dispatch) << dispatch.error().message;
    EXPECT_EQ(dispatch->encoding, big ? "UTF-16BE" : "UTF-16LE");
    EXPECT_EQ(dispatch->text.substr(0, 8), "\xd0\x9a\xd0\xb8\xd1\x97\xd0\xb2");
    EXPECT_EQ(broken_promise(*dispatch, bytes), "");
  }
  // A surrogate without its partner is no character; in a file somebody marked as UTF-16 it costs one U+FFFD.
  std::string lone =
      "\xff\xfe" + wide("<html><p>", false) + std::string("\x00\xd8", 2) + wide("x" + rest_of_page, false);
  const auto dispatch = read_dispatch(lone, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->text.substr(0, 4), "\xef\xbf\xbdx");
  EXPECT_EQ(notes(*dispatch), "1 characters that are not UTF-16LE were replaced by U+FFFD\n");
  EXPECT_EQ(broken_promise(*dispatch, lone), "");
  const auto in_utf8 =
      read_dispatch("<html><p>\xed\xa0\x80 \xc3\xa9\xc3\xa9\xc3\xa9" + repeated("\xc3\xa9", 40) + rest_of_page,
                    {.path = "a.html"}, outlets());
  ASSERT_TRUE(in_utf8) << in_utf8.error().message;
  EXPECT_EQ(in_utf8->encoding, "UTF-8");
}

TEST(Encoding, a_stray_nul_in_a_page_is_left_out) {
  const std::string page = "<html><p>Two" + std::string(1, '\0') + " bridges" + rest_of_page;
  const auto dispatch = read_dispatch(page, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->text.substr(0, 11), "Two bridges");
  EXPECT_EQ(broken_promise(*dispatch, page), "");
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
