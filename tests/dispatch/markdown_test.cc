// Markdown, as converters write it: input -> printed paragraphs and facts.
#include <gtest/gtest.h>

#include "dispatch/printed.h"

namespace sayso::test {
namespace {

struct MarkdownCase {
  const char* name;
  const char* input;
  const char* facts;
  const char* paragraphs;
};

void PrintTo(const MarkdownCase& one, std::ostream* out) { *out << one.name; }

class Markdown : public testing::TestWithParam<MarkdownCase> {};

TEST_P(Markdown, reads_as_printed) {
  const MarkdownCase& one = GetParam();
  const Result<Dispatch> dispatch = read_dispatch(one.input, {.path = "page.md"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(facts(*dispatch), one.facts);
  EXPECT_EQ(paragraphs(*dispatch), one.paragraphs);
  EXPECT_EQ(broken_promise(*dispatch, one.input), "");
}

INSTANTIATE_TEST_SUITE_P(
    table, Markdown,
    testing::Values(
        MarkdownCase{
            "a_converted_page",
            "\n\n# Two Bridges Hit at *Dovran*\n\nMonday, 5 June 2023 10:12 GMT\n\n**Varnia Press Service**\n\n"
            "The army of Ostrel [said](#) on Monday that it hit two bridges &mdash; both at Dovran\\_North.\n\n"
            "**Read also:** [Kesh Without Power](https://kesh.example/power)\n\n"
            "Varnia denies it, its ministry of defence said in the evening.\n\nOriginal "
            "url:\n\n<https://kesh.example/2023/06/05/two-bridges>\n",
            "title \"Two Bridges Hit at Dovran\" markdown:h1\noutlet \"kesh.example\" address\ncredit \"Varnia Press "
            "Service\" agency-line\n"
            "published 2023-06-05 date-line\nurl https://kesh.example/2023/06/05/two-bridges\n"
            "link \"said\" #\nlink \"Kesh Without Power\" https://kesh.example/power related\n"
            "link \"https://kesh.example/2023/06/05/two-bridges\" https://kesh.example/2023/06/05/two-bridges\n",
            "headline | Two Bridges Hit at Dovran\ndateline | Monday, 5 June 2023 10:12 GMT\ncredit   | Varnia Press "
            "Service\n"
            "body     | The army of Ostrel said on Monday that it hit two bridges \xe2\x80\x94 both at Dovran_North.\n"
            "related  | Read also: Kesh Without Power\n"
            "body     | Varnia denies it, its ministry of defence said in the evening.\n"
            "address  | Original url:\naddress  | https://kesh.example/2023/06/05/two-bridges\n"},
        MarkdownCase{
            "headings_lists_quotations",
            "# Summary of the week\n\nThe army of Ostrel named three towns on Monday:\n\n- Dovran, where it holds the "
            "bridge\n- Kesh\n\n"
            "## In the south\n\n> Nobody was hurt, the governor of Kesh said.\n",
            "title \"Summary of the week\" markdown:h1\n",
            "headline | Summary of the week\nbody     | The army of Ostrel named three towns on Monday:\n"
            "body     | Dovran, where it holds the bridge\nbody     | Kesh\nheading  | In the south\n"
            "quote    | Nobody was hurt, the governor of Kesh said.\n"},
        MarkdownCase{
            "related_list",
            "The army of Ostrel said on Monday that it hit two bridges.\n\nRelated articles:\n\n- [Kesh without "
            "power](/a)\n- [Dovran under fire](/b)\n",
            "link \"Kesh without power\" /a related\nlink \"Dovran under fire\" /b related\n",
            "body     | The army of Ostrel said on Monday that it hit two bridges.\nrelated  | Related articles:\n"
            "related  | Kesh without power\nrelated  | Dovran under fire\n"},
        MarkdownCase{
            "hard_line_breaks",
            "The army of Ostrel said on Monday  \nthat it hit two bridges.  \nVarnia denies it in every point.\n", "",
            "body     | The army of Ostrel said on Monday that it hit two bridges.\nbody     | Varnia denies it in "
            "every point.\n"},
        MarkdownCase{
            "raw_html_and_pictures",
            "The army of Ostrel said on the 21<sup>st</sup> that it hit two bridges.<!-- ad -->\n\n![a burning "
            "bridge](x.jpg)\n\n<div class=\"x\">\nVarnia denies it in every point.\n</div>\n",
            "",
            "body     | The army of Ostrel said on the 21st that it hit two bridges.\nbody     | Varnia denies it in "
            "every point.\n"},
        MarkdownCase{
            "a_link_over_a_line_break",
            "The army of Ostrel [said on\nMonday](https://kesh.example/a \"A title\") that it hit two bridges.\n",
            "link \"said on Monday\" https://kesh.example/a\n",
            "body     | The army of Ostrel said on Monday that it hit two bridges.\n"},
        MarkdownCase{
            "indented_speech_is_no_code",
            "4:00 P.M. EST\n\n     THE GOVERNOR:  We are moving along, and we hold the bridge.\n\n     Q    And the "
            "road to Kesh, is it open today?\n",
            "",
            "body     | 4:00 P.M. EST\nbody     | THE GOVERNOR: We are moving along, and we hold the bridge.\n"
            "body     | Q And the road to Kesh, is it open today?\n"},
        MarkdownCase{
            "unknown_agency_in_bold_capitals",
            "# Two bridges hit at Dovran\n\n**KPN**\n\nThe army of Ostrel said on Monday that it hit two bridges.\n",
            "title \"Two bridges hit at Dovran\" markdown:h1\ncredit \"KPN\" emphasised-line\n",
            "headline | Two bridges hit at Dovran\ncredit   | KPN\nbody     | The army of Ostrel said on Monday that "
            "it hit two bridges.\n"}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(Markdown, very_deep_or_long_is_read_as_plain_text) {
  std::string deep;
  for (int i = 0; i < 40000; ++i) deep += "- ";
  deep += "the end is here.";
  deep.append(40000, '\n');
  const auto dispatch = read_dispatch(deep, {.path = "deep.md"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(notes(*dispatch), "nested too deep for Markdown; read as plain text\n");
  EXPECT_EQ(broken_promise(*dispatch, deep), "");
}

TEST(Markdown, is_told_from_text_by_content) {
  for (const auto& [input, format] : std::initializer_list<std::pair<const char*, const char*>>{
           {"# Headline\n\nBody text.", "markdown"},
           {"**TASS**\n\nBody text.", "markdown"},
           {"He [said](#) so.", "markdown"},
           {"<https://kesh.example/>\n", "markdown"},
           {"A \\_ B", "markdown"},
           {"#hashtag is no headline", "text"},
           {"2 * 3 * 4 is 24", "text"},
           {"The bridge [sic] was hit (twice).", "text"},
           {"<p>The bridge</p>", "html"},
           {"\xef\xbb\xbf<!DOCTYPE html><p>The bridge at Dovran was hit by two shells on Monday, its mayor said.",
            "html"}}) {
    const auto dispatch = read_dispatch(input, {.path = "a.txt"}, outlets());
    if (!dispatch) {
      EXPECT_EQ(dispatch.error().code, ErrorCode::no_article) << input;
      EXPECT_STREQ(format, "html");
      continue;
    }
    EXPECT_EQ(dispatch->format, format) << input;
  }
}

}  // namespace
}  // namespace sayso::test
