// Which parts of a page are its article, by invented pages: input -> printed paragraphs.
#include <gtest/gtest.h>

#include "dispatch/printed.h"
#include "dispatch/two_bridges.h"

namespace sayso::test {
namespace {

const std::string nobody_hurt =
    "Nobody was hurt in the town of Kesh, the mayor said, although a mill on the bank of the river lost its roof.";
const std::string bridges_heading = "<h1>Two bridges down</h1>";

std::string article_of(const std::string& input) {
  const Result<Dispatch> dispatch = read_dispatch(input, {.format = "html"}, outlets());
  if (!dispatch) return code_name(dispatch.error().code) + ": " + dispatch.error().message;
  EXPECT_EQ(broken_promise(*dispatch, input), "") << input;
  return paragraphs(*dispatch);
}

const std::string bridges_headed = "headline | Two bridges down\n" + bridges_body;

std::string teaser(const std::string& title) {
  return "<div class=x><h3><a href=\"/" + title + "\">" + title +
         " without power since Friday</a></h3><p>The grid of " + title +
         " went down on Friday, and nobody says when it will be up again.</p></div>";
}

TEST(Article, BlocksSetApartAreQuotes) {
  EXPECT_EQ(article_of("<article>" + bridges_heading + bridges_html + "<blockquote><p>" + nobody_hurt +
                       "</p><ul><li>We will build the mill of Kesh again, and the bridge too.</ul></blockquote><p>" +
                       nobody_hurt.substr(0, 60) + ".</p></article>"),
            bridges_headed + "quote    | " + nobody_hurt +
                "\nquote    | We will build the mill of Kesh again, and the bridge too.\nbody     | " +
                nobody_hurt.substr(0, 60) + ".\n");
}

TEST(Article, TeasersOfOthersAreNone) {
  EXPECT_EQ(article_of("<main>" + bridges_heading + bridges_html + "<section>" + teaser("Kesh") + teaser("Ostrel") +
                       teaser("Dovran") + "</section></main>"),
            bridges_headed);
  // A heading of the article's own may be a link, if it is one alone.
  EXPECT_EQ(article_of("<article>" + bridges_heading + "<p>" + bridges_hit +
                       "</p><h2><a href=\"/mill\">The mill of Kesh</a></h2><p>" + nobody_hurt + "</p></article>"),
            "headline | Two bridges down\nbody     | " + bridges_hit + "\nbody     | " + nobody_hurt + "\n");
}

TEST(Article, HeadingsThatLeadToOtherSitesAreItsOwn) {
  std::string things;
  for (const char* shop : {"kesh", "ostrel", "dovran", "tolena"})
    things += std::string("<div><h3><a href=\"https://") + shop + ".example/lamp\">The lamp of " + shop +
              "</a></h3><p>It burns for nine hours in " + shop +
              ", and it weighs no more than a loaf of bread.</p></div>";
  const std::string page = "<link rel=canonical href=\"https://news.example/1\"><article>" + bridges_heading +
                           bridges_html + things + "</article>";
  EXPECT_NE(article_of(page).find("body     | It burns for nine hours"), std::string::npos) << article_of(page);
}

TEST(Article, APageOfTeasersHasNone) {
  std::string cards;
  for (const char* town : {"Kesh", "Ostrel", "Dovran", "Varnia", "Tolena", "Orlen"}) cards += teaser(town);
  EXPECT_EQ(article_of("<main><h1>News of the day</h1>" + cards + "</main>").substr(0, 11), "no-article:");
  std::string articles;
  for (const char* town : {"Kesh", "Ostrel", "Dovran", "Varnia", "Tolena", "Orlen"})
    articles += "<article><time datetime=2022-09-12>12 September</time>" + teaser(town) + "</article>";
  EXPECT_EQ(article_of("<title>Kesh Times</title><main>" + articles + "</main>").substr(0, 11), "no-article:");
  // One that says it is an article keeps its parts: a list of ten things is written so.
  EXPECT_NE(article_of("<meta property=\"og:type\" content=\"article\"><main><h1>Six towns without power</h1>" + cards +
                       "</main>")
                .find("The grid of Dovran went down"),
            std::string::npos);
}

TEST(Article, NoticesAndFormsHaveNone) {
  const std::string sorry =
      "<p>The page that you are looking for may have been moved, or it was never there, or the address has a fault in "
      "it. Please go back to the front page and look for the article there.</p>";
  for (const char* title : {"404", "Page not found", "404 - Kesh Times", "Seite nicht gefunden", "Страница не найдена",
                            "Just a moment...", "Access denied"})
    EXPECT_EQ(article_of(std::string("<title>") + title + "</title><main><h1>" + title + "</h1>" + sorry + "</main>")
                  .substr(0, 11),
              "no-article:")
        << title;
  EXPECT_EQ(
      article_of("<title>Log in</title><main><h1>Log in</h1>" + sorry + "<form><input></form></main>").substr(0, 11),
      "no-article:");
  EXPECT_EQ(
      article_of(
          "<title>Bridge film</title><main><h1>Bridge film</h1><video></video><p>A film of the bridge.</p></main>")
          .substr(0, 11),
      "no-article:");
  // A report about such a page is one.
  EXPECT_NE(
      article_of("<title>Ministry: page not found was an attack, not a mistake of our own people in Dovran, it now "
                 "says</title><main>" +
                 bridges_heading + bridges_html + "</main>")
          .find(bridges_hit),
      std::string::npos);
}

TEST(Article, TextInJsonLdAloneIsSaidToBeThere) {
  const std::string page = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                           bridges_hit + " " + bridges_denied + " " + nobody_hurt + " " + bridges_hit +
                           "\"}</script><div id=app></div>";
  EXPECT_NE(article_of(page).find("stands in JSON-LD alone"), std::string::npos) << article_of(page);
}

TEST(Article, ClassesThatHideDoSo) {
  const std::string offer =
      "<p>Subscribers read every word of the Kesh Times, on paper and on their telephones, for less.</p>";
  EXPECT_EQ(article_of("<article>" + bridges_heading + bridges_html + "<div class=\"offer hidden\">" + offer +
                       "</div></article>"),
            bridges_headed);
  // On some screens only: it is shown on the others.
  EXPECT_EQ(article_of("<article>" + bridges_heading + bridges_html + "<div class=\"hidden md:block\"><p>" +
                       nobody_hurt + "</p></div></article>"),
            bridges_headed + "body     | " + nobody_hurt + "\n");
}

TEST(Article, BoxesOfFactsAndWordsUnderPicturesStandApart) {
  EXPECT_EQ(article_of("<article>" + bridges_heading + bridges_html + "<div class=\"c-fact-box\"><p>" + nobody_hurt +
                       "</p></div></article>"),
            bridges_headed);
  EXPECT_EQ(
      article_of(
          "<article>" + bridges_heading + "<p>" + bridges_hit +
          "</p><div class=wp-caption><img><p class=wp-caption-text>A bridge over the Ostra in the spring, seen from "
          "the mill of Kesh</p></div><p>" +
          bridges_denied + "</p></article>"),
      "headline | Two bridges down\nbody     | " + bridges_hit +
          "\ncaption  | A bridge over the Ostra in the spring, seen from the mill of Kesh\nbody     | " +
          bridges_denied + "\n");
}

TEST(Article, CommentsThatOutweighItStayOut) {
  std::string comments;
  for (int i = 0; i < 30; ++i)
    comments += "<p>I read this with care, and I say for the " + std::to_string(i) +
                "th time that no bridge over this river was ever hit by anybody at all.</p>";
  EXPECT_EQ(article_of("<main><div class=entry>" + bridges_heading + bridges_html + "</div><div id=comments>" +
                       comments + "</div></main>"),
            bridges_headed);
}

TEST(Article, TheStandfirstIsRead) {
  const std::string lead = "Both sides speak of the same night, and of two different rivers.";
  const std::string read_lead = "headline | Two bridges down\nbody     | " + lead + "\nbody     | " + bridges_hit +
                                "\nbody     | " + bridges_denied + "\n";
  // By its class, by the page's description, as a heading of its own.
  EXPECT_EQ(article_of("<main><header>" + bridges_heading + "<div class=article-standfirst>" + lead +
                       "</div></header><article>" + bridges_html + "</article></main>"),
            read_lead);
  EXPECT_EQ(article_of("<meta name=description content=\"" + lead + "\"><main><header>" + bridges_heading + "<div>" +
                       lead + "</div></header><article>" + bridges_html + "</article></main>"),
            read_lead);
  EXPECT_EQ(article_of("<main><header>" + bridges_heading + "<h2 class=dek>" + lead + "</h2></header><article>" +
                       bridges_html + "</article></main>"),
            read_lead);
}

TEST(Article, ListsAndTablesAreKeptWhole) {
  EXPECT_EQ(article_of("<article>" + bridges_heading + "<p>" + bridges_hit +
                       "</p><ul><li>two bridges</li><li>a mill at the river in Kesh</li>"
                       "<li>no trains</li></ul><p>" +
                       bridges_denied + "</p></article>"),
            "headline | Two bridges down\nbody     | " + bridges_hit +
                "\nbody     | two bridges\nbody     | a mill at the river in Kesh\nbody     | no trains\nbody     | " +
                bridges_denied + "\n");
  EXPECT_EQ(
      article_of("<article>" + bridges_heading + bridges_html +
                 "<table><tr><th>Town</th><th>Bridges</th><th>Down</th></tr><tr><td>Kesh</td><td>4</td><td>1</td></tr>"
                 "<tr><td>Dovran</td><td>3</td><td>1</td></tr></table></article>"),
      bridges_headed + "body     | Town Bridges Down\nbody     | Kesh 4 1\nbody     | Dovran 3 1\n");
  EXPECT_EQ(article_of("<article>" + bridges_heading + "<div>" + bridges_html +
                       "<ul><li>Kesh: one bridge</li><li>Dovran: one bridge, one mill</li></ul>"
                       "</div><ul><li>Kesh</li><li>Dovran</li><li>The river Ostra and its bridges</li></ul></article>"),
            bridges_headed + "body     | Kesh: one bridge\nbody     | Dovran: one bridge, one mill\n");
  // A list of links is a menu.
  EXPECT_EQ(article_of(
                "<article>" + bridges_heading + "<p>" + bridges_hit +
                "</p><ul><li><a href=/a>The war in pictures</a></li><li><a href=/b>The river Ostra, a portrait</a></li>"
                "</ul><p>" +
                bridges_denied + "</p></article>"),
            bridges_headed);
}

TEST(Article, WhatStandsTwiceIsReadOnce) {
  const std::string form = "<div><p>Readers with an account may say what they think of this.</p></div>";
  EXPECT_EQ(article_of("<article>" + bridges_heading + "<div class=top><p>" + bridges_hit +
                       "</p></div><div class=text>" + bridges_html + form + form + form + "</div></article>"),
            bridges_headed);
  // The questions of an interview stand side by side.
  const std::string question = "<p>And what did you see from the window of your mill that night?</p>";
  const std::string page =
      article_of("<article>" + bridges_heading + question + "<p>" + bridges_hit + "</p>" + question + "<p>" +
                 bridges_denied + "</p>" + question + "<p>" + nobody_hurt + "</p></article>");
  EXPECT_NE(page.find("And what did you see"), page.rfind("And what did you see")) << page;
}

TEST(Article, JsonLdTellsItsParagraphsApart) {
  const std::string offer =
      "The Kesh Times is read in forty countries by people who want to know what happens on the rivers of Varnia.";
  const std::string json = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                           bridges_hit + " " + bridges_denied + " " + nobody_hurt + " " + nobody_hurt + "\"}</script>";
  EXPECT_EQ(article_of(json + "<article>" + bridges_heading + bridges_html + "<p>" + offer + "</p><p>" + nobody_hurt +
                       "</p></article>"),
            bridges_headed + "body     | " + nobody_hurt + "\n");
  // One that is cut short tells nothing of what stands behind its end.
  EXPECT_NE(
      article_of("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + bridges_hit +
                 " " + bridges_denied + " " + nobody_hurt + " " + nobody_hurt + " ...\"}</script><article>" +
                 bridges_heading + bridges_html + "<p>" + nobody_hurt + "</p><p>" + offer + "</p></article>")
          .find(offer),
      std::string::npos);
  // A text that is not the page's tells nothing.
  EXPECT_NE(article_of("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + offer +
                       " " + offer + " " + offer + " " + offer + "\"}</script><article>" + bridges_heading +
                       bridges_html + "</article>")
                .find(bridges_denied),
            std::string::npos);
}

TEST(Article, ScriptsWithoutSpacesAreRead) {
  const std::string line = "橋が二つ破壊されたと軍が発表した";
  EXPECT_EQ(
      article_of(
          "<article><h1>二つの橋が落ちる</"
          "h1><p>オストレル軍は月曜日、ドブラン近郊の川に架かる二つの橋を攻撃し、いずれも通れなくなったと発表した。</"
          "p><p>" +
          line + "</p><p>ヴァルニアの国防省はこれを否定し、列車は一日中どちらの橋も渡っていたと述べた。</p></article>"),
      "headline | 二つの橋が落ちる\nbody     | "
      "オストレル軍は月曜日、ドブラン近郊の川に架かる二つの橋を攻撃し、いずれも通れなくなったと発表した。\nbody     "
      "| " +
          line + "\nbody     | ヴァルニアの国防省はこれを否定し、列車は一日中どちらの橋も渡っていたと述べた。\n");
}

TEST(Article, WordsInLinesOfADivAreRead) {
  EXPECT_EQ(article_of("<div class=story>" + bridges_heading + "<div>" + bridges_hit + "<br><br>" + bridges_denied +
                       "</div></div>"),
            bridges_headed);
}

}  // namespace
}  // namespace sayso::test
