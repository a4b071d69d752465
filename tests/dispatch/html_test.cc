// Web pages: input -> printed paragraphs and facts.
#include <gtest/gtest.h>

#include "dispatch/printed.h"
#include "dispatch/two_bridges.h"

namespace sayso::test {
namespace {

struct HtmlCase {
  const char* name;
  std::string input;
  std::string facts;
  std::string paragraphs;
};

void PrintTo(const HtmlCase& one, std::ostream* out) { *out << one.name; }

class Html : public testing::TestWithParam<HtmlCase> {};

TEST_P(Html, reads_as_printed) {
  const HtmlCase& one = GetParam();
  const Result<Dispatch> dispatch = read_dispatch(one.input, {.format = "html"}, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(facts(*dispatch), one.facts);
  EXPECT_EQ(paragraphs(*dispatch), one.paragraphs);
  EXPECT_EQ(broken_promise(*dispatch, one.input), "");
}

INSTANTIATE_TEST_SUITE_P(
    table, Html,
    testing::Values(
        HtmlCase{
            "a_whole_page",
            "<!doctype html><html lang=\"en-GB\"><head><title>Two bridges down - Kesh Times</title><meta "
            "property=\"og:site_name\" content=\"Kesh Times\">"
            "<link rel=canonical href=\"https://kesh.example/world/two-bridges\"><script "
            "type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@graph\":["
            "{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":[\"NewsArticle\"],\"headline\":\"Two bridges down &amp; "
            "out\",\"datePublished\":\"2023-06-05T10:12:00+02:00\","
            "\"author\":[{\"@type\":\"Person\",\"name\":\"Anna Kesh\"},{\"name\":\"Jon "
            "Dovran\"}],\"publisher\":{\"name\":\"The Kesh Times\"}}]}</script></head>"
            "<body><nav><p>A long menu text that stands above everything else on this page and is no article.</p></nav>"
            "<article><h1>Two bridges down &amp; out</h1>" +
                bridges_html +
                "<h2>More stories</h2><ul><li><a href=\"/a\">Kesh without power</a></li></ul></article>"
                "<footer><p>All rights reserved by the Kesh Times and its owners, who answer for every word "
                "here.</p></footer></body></html>",
            "title \"Two bridges down & out\" json-ld\noutlet \"The Kesh Times\" json-ld\nbyline \"Anna Kesh, Jon "
            "Dovran\" json-ld\nlanguage \"en\" html:lang\n"
            "published 2023-06-05 json-ld\nurl https://kesh.example/world/two-bridges\n",
            "headline | Two bridges down & out\n" + bridges_body},
        HtmlCase{"no_metadata_at_all", bridges_html, "", bridges_body},
        HtmlCase{
            "headline_from_title",
            "<title>Two bridges down | The Moscow Times</title><link rel=canonical "
            "href=https://www.themoscowtimes.com/2023/06/05/x><article>" +
                bridges_html + "</article>",
            "title \"Two bridges down\" title\noutlet \"The Moscow Times\" address\npublished 2023-06-05 address\nurl "
            "https://www.themoscowtimes.com/2023/06/05/x\n",
            "headline | Two bridges down\n" + bridges_body},
        HtmlCase{
            "boxes_inside_the_article",
            "<article><p>" + bridges_hit +
                "</p><div class=\"related-links\"><p>Read about the other bridges that were hit in the course of the "
                "last week.</p></div>"
                "<aside><p>The Ostra is a river of Varnia that has eleven bridges and one tunnel in all.</p></aside>"
                "<form id=newsletterSignup><p>Sign up for our newsletter and get every bridge in your mail "
                "box.</p></form><p>" +
                bridges_denied +
                "</p><section class='comments'><p>I do not believe a word of what these people say about "
                "bridges.</p></section></article>",
            "", bridges_body},
        HtmlCase{"a_box_name_on_the_whole_page", "<div class=\"has-sidebar related\">" + bridges_html + "</div>", "",
                 bridges_body},
        HtmlCase{"captions",
                 "<article><figure><img><figcaption>A bridge near Dovran burns. Varnia Press</figcaption></figure>" +
                     bridges_html + "</article>",
                 "", "caption  | A bridge near Dovran burns. Varnia Press\n" + bridges_body},
        HtmlCase{"line_breaks_instead_of_paragraphs",
                 "<div id=story>" + bridges_hit + "<br><br>" + bridges_denied + "<br/>and a last word.</div>", "",
                 "body     | " + bridges_hit + "\nbody     | " + bridges_denied + " and a last word.\n"},
        HtmlCase{"links_emphasis_and_references",
                 "<p>The army of Ostrel <a href=\"/say?a=1&amp;b=2\"><b>said</b></a>&nbsp;on Monday &#8212; in a "
                 "&ldquo;bulletin&rdquo; &mdash; that R&amp;D goes on, AT&T too, and that it hit two "
                 "bridges over the Ostra near Dovran.</p><p>" +
                     bridges_denied + "</p>",
                 "link \"said\" /say?a=1&b=2\n",
                 "body     | The army of Ostrel said on Monday \xe2\x80\x94 in a \xe2\x80\x9c"
                 "bulletin\xe2\x80\x9d \xe2\x80\x94 that R&D goes on, AT&T too, and that it hit two bridges over the "
                 "Ostra near Dovran.\nbody     | " +
                     bridges_denied + "\n"},
        HtmlCase{"time_element",
                 "<time datetime=\"2023-06-05T08:00\">5 June</time><article>" + bridges_html + "</article>",
                 "published 2023-06-05 time\n", bridges_body},
        HtmlCase{
            "visible_date",
            "<div class=date>Published: Monday, 5 June 2023, 10:12 GMT</div><article>" + bridges_html + "</article>",
            "published 2023-06-05 date-line\n", bridges_body},
        HtmlCase{"meta_wins_over_time",
                 "<meta property='article:published_time' content='2023-06-05'><time "
                 "datetime=\"2024-01-01\">x</time><article>" +
                     bridges_html + "</article>",
                 "published 2023-06-05 meta:article:published_time\n", bridges_body},
        HtmlCase{"json_ld_with_line_breaks_and_faults",
                 "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"headline\":\"Two\nbridges "
                 "down\"}</script><article>" +
                     bridges_html + "</article>",
                 "title \"Two bridges down\" json-ld\n", bridges_body},
        HtmlCase{
            "of_two_articles_the_one_with_the_headline",
            "<title>Two bridges down</title><article><h1>Two bridges down</h1>" + bridges_html +
                "</article><article><h1>Another long story</h1><p>" + std::string(5, ' ') +
                "Kesh has a new mayor, who said on Tuesday that she would keep the old one's promises and add "
                "none.</p><p>She was chosen by nine of the eleven members of the council, and two stayed "
                "away from the vote.</p><p>The old mayor gave no reason for leaving, but said that he would keep bees "
                "in the hills above the town.</p></article>",
            "title \"Two bridges down\" title\n", "headline | Two bridges down\n" + bridges_body}),
    [](const auto& one) { return std::string(one.param.name); });

TEST(HtmlFacts, notes_name_rival_dates_and_bad_json) {
  const auto dispatch = read_dispatch(
      "<script type=application/ld+json>{\"@type\": </script><meta name=date content=2023-06-05><link rel=canonical "
      "href=https://kesh.example/2023/06/04/x><article>" +
          bridges_html + "</article>",
      {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch);
  EXPECT_EQ(notes(*dispatch),
            "a JSON-LD script of the page is not JSON; it was passed over\nthe page also gives the date 2023-06-04 "
            "(address)\n");
}

TEST(HtmlFacts, raw_span_leads_into_the_page) {
  const std::string page =
      "<article><p>" + bridges_hit + " R&amp;D <b>goes</b> on.</p><p>" + bridges_denied + "</p></article>";
  const auto dispatch = read_dispatch(page, {.path = "a.html"}, outlets());
  ASSERT_TRUE(dispatch);
  const auto raw = [&](std::string_view words) {
    const auto at = static_cast<std::uint32_t>(dispatch->text.find(words));
    const Span span = raw_span(*dispatch, {at, at + static_cast<std::uint32_t>(words.size())});
    return std::string(slice(page, span));
  };
  EXPECT_EQ(raw("two bridges"), "two bridges");
  EXPECT_EQ(raw("R&D"), "R&amp;D");
  EXPECT_EQ(raw("&"), "&amp;");
  EXPECT_EQ(raw("D goes on"), "D <b>goes</b> on");
  EXPECT_EQ(raw("on.\n\nVarnia"), "on.</p><p>Varnia");
  EXPECT_TRUE(raw_span(*dispatch, {0, 0}).empty());
}

}  // namespace
}  // namespace sayso::test
