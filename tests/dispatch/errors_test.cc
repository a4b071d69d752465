// Bad input: each kind with its code and a message that says what to do.
#include <gtest/gtest.h>

#include "dispatch/printed.h"

namespace sayso::test {
namespace {

std::string outcome(std::string_view bytes, const ReadOptions& options) {
  const auto dispatch = read_dispatch(bytes, options, outlets());
  if (dispatch) return "read as " + dispatch->encoding + ": " + dispatch->text;
  return code_name(dispatch.error().code) + " | " + dispatch.error().where + " | " + dispatch.error().message;
}

TEST(Errors, bad_bytes) {
  const ReadOptions a{.path = "a.txt"};
  EXPECT_EQ(outcome("", a), "empty | a.txt | the file is empty");
  EXPECT_EQ(outcome(" \r\n\t\xc2\xa0\xe2\x80\x8b", a), "empty | a.txt | the file holds nothing but white space");
  EXPECT_EQ(outcome("\xef\xbb\xbf", a), "empty | a.txt | the file holds nothing but white space");
  EXPECT_EQ(outcome("* * *\n", a), "empty | a.txt | the file holds no words");
  EXPECT_EQ(outcome("%PDF-1.7\n\xe2\xe3\xcf\xd3", a),
            "not-text | a.txt | this is a PDF file; convert it to text first");
  EXPECT_EQ(
      outcome(std::string_view("PK\x03\x04\x14\0\0\0", 8), a),
      "not-text | a.txt | this is a ZIP archive (or a Word, EPUB or OpenDocument file); unpack or convert it first");
  EXPECT_EQ(outcome("\x1f\x8b\x08", a), "not-text | a.txt | this is gzip-compressed; unpack it first");
  EXPECT_EQ(outcome("\x89PNG\r\n\x1a\n", a), "not-text | a.txt | this is a PNG image");
  EXPECT_EQ(outcome(std::string_view("The bridge\0was hit.", 19), a),
            "not-text | a.txt: byte 10 | the file holds NUL bytes; it is not text");
  EXPECT_EQ(outcome(std::string_view("T\0h\0e\0 \0b\0", 10), a),
            "not-text | a.txt: byte 1 | every other byte is NUL, as in UTF-16 without a byte order mark; give "
            "--encoding UTF-16LE");
  EXPECT_EQ(outcome("\x01\x02\x03\x04\x05\x06\x07\x08\x0e\x0f\x10\x11 words", a),
            "not-text | a.txt | the file holds many control bytes (12); it is not text");
  EXPECT_EQ(outcome("The bridge at \xc4\xee\xe2\xf0\xe0\xed was hit.", a),
            "bad-encoding | a.txt: byte 14 | byte 0xC4 is not UTF-8; give the file's encoding, for example --encoding "
            "windows-1251");
  EXPECT_EQ(outcome("The bridge at Dovran was hit\xe2\x80", a),
            "bad-encoding | a.txt: byte 28 | the file ends in the middle of a character (0xE2 begins one of 3 bytes): "
            "it was cut off, or it is not UTF-8; fetch it whole, or give its "
            "encoding, for example --encoding windows-1251");
  EXPECT_EQ(outcome(std::string_view("\xff\xfe\x00\xd8", 4), a),
            "bad-encoding | a.txt: byte 2 | byte 0x00 is not UTF-16LE, which the byte order mark says");
}

TEST(Errors, wrong_use) {
  EXPECT_EQ(outcome("The bridge was hit.", {.path = "a", .format = "pdf"}),
            "wrong-use | a | the format \"pdf\" is none of text, markdown, html");
  EXPECT_EQ(outcome("The bridge was hit.", {.path = "a", .encoding = "klingon-8"}),
            "wrong-use | a | no encoding is called \"klingon-8\"");
  EXPECT_EQ(outcome("The bridge was hit.", {.path = "a", .published = "2022-02-31"}),
            "wrong-use | a | \"2022-02-31\" is no day; write it as 2022-09-12");
  EXPECT_EQ(outcome("The bridge was hit.", {.path = "a", .published = "yesterday"}),
            "wrong-use | a | \"yesterday\" is no day; write it as 2022-09-12");
  EXPECT_EQ(outcome("The bridge was hit.", {.path = "a", .published = "2022-09-12T25:00Z"}),
            "wrong-use | a | \"2022-09-12T25:00Z\" is no day; write it as 2022-09-12");
}

TEST(Errors, pages_without_article) {
  EXPECT_EQ(outcome("<html><body><nav><a href=/>Home</a></nav><p>Not found.</p></body></html>", {.path = "a.html"}),
            "no-article | a.html | no article was found in the page: it has no running text of some length outside "
            "menus and boxes");
  EXPECT_EQ(outcome("<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>x</title></channel></rss>",
                    {.path = "a.xml", .format = "html"}),
            "no-article | a.xml | this is a feed, not a page; it only points to articles");
}

TEST(Errors, too_large) {
  EXPECT_EQ(outcome(std::string((16u << 20) + 1, 'a'), {.path = "a.txt"}),
            "too-large | a.txt | a text of 16777217 bytes is more than the 16 MB that one dispatch may have");
  EXPECT_EQ(outcome(std::string((64u << 20) + 1, 'a'), {.path = "a.html"}),
            "too-large | a.html | a file of 67108865 bytes is more than the 64 MB that one dispatch may have");
}

}  // namespace
}  // namespace sayso::test
