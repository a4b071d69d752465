// Which parts of a page are its article, by invented pages: input -> printed paragraphs.
#include <gtest/gtest.h>

#include "dispatch/printed.h"

namespace sayso::test {
namespace {

const std::string first =
    "The army of Ostrel said on Monday that it hit two bridges over the Ostra near Dovran, and that both are down.";
const std::string second =
    "Varnia denies it in every point; its ministry of defence said that trains ran over both bridges all day long.";
const std::string third =
    "Nobody was hurt in the town of Kesh, the mayor said, although a mill on the bank of the river lost its roof.";
const std::string text = "<p>" + first + "</p><p>" + second + "</p>";
const std::string head = "<h1>Two bridges down</h1>";

std::string read(const std::string& input) {
  const Result<Dispatch> dispatch = read_dispatch(input, {.format = "html"}, outlets());
  if (!dispatch) return code_name(dispatch.error().code) + ": " + dispatch.error().message;
  EXPECT_EQ(broken_promise(*dispatch, input), "") << input;
  return paragraphs(*dispatch);
}

const std::string both = "headline | Two bridges down\nbody     | " + first + "\nbody     | " + second + "\n";

std::string teaser(const std::string& title) {
  return "<div class=x><h3><a href=\"/" + title + "\">" + title +
         " without power since Friday</a></h3><p>The grid of " + title +
         " went down on Friday, and nobody says when it will be up again.</p></div>";
}

TEST(Article, TeasersOfOthersAreNone) {
  EXPECT_EQ(read("<main>" + head + text + "<section>" + teaser("Kesh") + teaser("Ostrel") + teaser("Dovran") +
                 "</section></main>"),
            both);
  // A heading of the article's own may be a link, if it is one alone.
  EXPECT_EQ(read("<article>" + head + "<p>" + first + "</p><h2><a href=\"/mill\">The mill of Kesh</a></h2><p>" + third +
                 "</p></article>"),
            "headline | Two bridges down\nbody     | " + first + "\nbody     | " + third + "\n");
}

TEST(Article, HeadingsThatLeadToOtherSitesAreItsOwn) {
  std::string things;
  for (const char* shop : {"kesh", "ostrel", "dovran", "tolena"})
    things += std::string("<div><h3><a href=\"https://") + shop + ".example/lamp\">The lamp of " + shop +
              "</a></h3><p>It burns for nine hours in " + shop +
              ", and it weighs no more than a loaf of bread.</p></div>";
  const std::string page =
      "<link rel=canonical href=\"https://news.example/1\"><article>" + head + text + things + "</article>";
  EXPECT_NE(read(page).find("body     | It burns for nine hours"), std::string::npos) << read(page);
}

TEST(Article, APageOfTeasersHasNone) {
  std::string cards;
  for (const char* town : {"Kesh", "Ostrel", "Dovran", "Varnia", "Tolena", "Orlen"}) cards += teaser(town);
  EXPECT_EQ(read("<main><h1>News of the day</h1>" + cards + "</main>").substr(0, 11), "no-article:");
  std::string articles;
  for (const char* town : {"Kesh", "Ostrel", "Dovran", "Varnia", "Tolena", "Orlen"})
    articles += "<article><time datetime=2022-09-12>12 September</time>" + teaser(town) + "</article>";
  EXPECT_EQ(read("<title>Kesh Times</title><main>" + articles + "</main>").substr(0, 11), "no-article:");
  // One that says it is an article keeps its parts: a list of ten things is written so.
  EXPECT_NE(
      read("<meta property=\"og:type\" content=\"article\"><main><h1>Six towns without power</h1>" + cards + "</main>")
          .find("The grid of Dovran went down"),
      std::string::npos);
}

TEST(Article, NoticesAndFormsHaveNone) {
  const std::string sorry =
      "<p>The page that you are looking for may have been moved, or it was never there, or the address has a fault in "
      "it. Please go back to the front page and look for the article there.</p>";
  for (const char* title : {"404", "Page not found", "404 - Kesh Times", "Seite nicht gefunden", "Страница не найдена",
                            "Just a moment...", "Access denied"})
    EXPECT_EQ(
        read(std::string("<title>") + title + "</title><main><h1>" + title + "</h1>" + sorry + "</main>").substr(0, 11),
        "no-article:")
        << title;
  EXPECT_EQ(read("<title>Log in</title><main><h1>Log in</h1>" + sorry + "<form><input></form></main>").substr(0, 11),
            "no-article:");
  EXPECT_EQ(
      read("<title>Bridge film</title><main><h1>Bridge film</h1><video></video><p>A film of the bridge.</p></main>")
          .substr(0, 11),
      "no-article:");
  // A report about such a page is one.
  EXPECT_NE(read("<title>Ministry: page not found was an attack, not a mistake of our own people in Dovran, it now "
                 "says</title><main>" +
                 head + text + "</main>")
                .find(first),
            std::string::npos);
}

TEST(Article, TextInJsonLdAloneIsSaidToBeThere) {
  const std::string page = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                           first + " " + second + " " + third + " " + first + "\"}</script><div id=app></div>";
  EXPECT_NE(read(page).find("stands in JSON-LD alone"), std::string::npos) << read(page);
}

TEST(Article, ClassesThatHideDoSo) {
  const std::string offer =
      "<p>Subscribers read every word of the Kesh Times, on paper and on their telephones, for less.</p>";
  EXPECT_EQ(read("<article>" + head + text + "<div class=\"offer hidden\">" + offer + "</div></article>"), both);
  // On some screens only: it is shown on the others.
  EXPECT_EQ(read("<article>" + head + text + "<div class=\"hidden md:block\"><p>" + third + "</p></div></article>"),
            both + "body     | " + third + "\n");
}

TEST(Article, BoxesOfFactsAndWordsUnderPicturesStandApart) {
  EXPECT_EQ(read("<article>" + head + text + "<div class=\"c-fact-box\"><p>" + third + "</p></div></article>"), both);
  EXPECT_EQ(
      read("<article>" + head + "<p>" + first +
           "</p><div class=wp-caption><img><p class=wp-caption-text>A bridge over the Ostra in the spring, seen from "
           "the mill of Kesh</p></div><p>" +
           second + "</p></article>"),
      "headline | Two bridges down\nbody     | " + first +
          "\ncaption  | A bridge over the Ostra in the spring, seen from the mill of Kesh\nbody     | " + second +
          "\n");
}

TEST(Article, CommentsThatOutweighItStayOut) {
  std::string comments;
  for (int i = 0; i < 30; ++i)
    comments += "<p>I read this with care, and I say for the " + std::to_string(i) +
                "th time that no bridge over this river was ever hit by anybody at all.</p>";
  EXPECT_EQ(read("<main><div class=entry>" + head + text + "</div><div id=comments>" + comments + "</div></main>"),
            both);
}

TEST(Article, TheStandfirstIsRead) {
  const std::string lead = "Both sides speak of the same night, and of two different rivers.";
  const std::string read_lead =
      "headline | Two bridges down\nbody     | " + lead + "\nbody     | " + first + "\nbody     | " + second + "\n";
  // By its class, by the page's description, as a heading of its own.
  EXPECT_EQ(read("<main><header>" + head + "<div class=article-standfirst>" + lead + "</div></header><article>" + text +
                 "</article></main>"),
            read_lead);
  EXPECT_EQ(read("<meta name=description content=\"" + lead + "\"><main><header>" + head + "<div>" + lead +
                 "</div></header><article>" + text + "</article></main>"),
            read_lead);
  EXPECT_EQ(
      read("<main><header>" + head + "<h2 class=dek>" + lead + "</h2></header><article>" + text + "</article></main>"),
      read_lead);
}

TEST(Article, ListsAndTablesAreKeptWhole) {
  EXPECT_EQ(read("<article>" + head + "<p>" + first +
                 "</p><ul><li>two bridges</li><li>a mill at the river in Kesh</li>"
                 "<li>no trains</li></ul><p>" +
                 second + "</p></article>"),
            "headline | Two bridges down\nbody     | " + first +
                "\nbody     | two bridges\nbody     | a mill at the river in Kesh\nbody     | no trains\nbody     | " +
                second + "\n");
  EXPECT_EQ(read("<article>" + head + text +
                 "<table><tr><th>Town</th><th>Bridges</th><th>Down</th></tr><tr><td>Kesh</td><td>4</td><td>1</td></tr>"
                 "<tr><td>Dovran</td><td>3</td><td>1</td></tr></table></article>"),
            both + "body     | Town Bridges Down\nbody     | Kesh 4 1\nbody     | Dovran 3 1\n");
  EXPECT_EQ(read("<article>" + head + "<div>" + text +
                 "<ul><li>Kesh: one bridge</li><li>Dovran: one bridge, one mill</li></ul>"
                 "</div><ul><li>Kesh</li><li>Dovran</li><li>The river Ostra and its bridges</li></ul></article>"),
            both + "body     | Kesh: one bridge\nbody     | Dovran: one bridge, one mill\n");
  // A list of links is a menu.
  EXPECT_EQ(
      read("<article>" + head + "<p>" + first +
           "</p><ul><li><a href=/a>The war in pictures</a></li><li><a href=/b>The river Ostra, a portrait</a></li>"
           "</ul><p>" +
           second + "</p></article>"),
      both);
}

TEST(Article, WhatStandsTwiceIsReadOnce) {
  const std::string form = "<div><p>Readers with an account may say what they think of this.</p></div>";
  EXPECT_EQ(read("<article>" + head + "<div class=top><p>" + first + "</p></div><div class=text>" + text + form + form +
                 form + "</div></article>"),
            both);
  // The questions of an interview stand side by side.
  const std::string question = "<p>And what did you see from the window of your mill that night?</p>";
  const std::string page = read("<article>" + head + question + "<p>" + first + "</p>" + question + "<p>" + second +
                                "</p>" + question + "<p>" + third + "</p></article>");
  EXPECT_NE(page.find("And what did you see"), page.rfind("And what did you see")) << page;
}

TEST(Article, JsonLdTellsItsParagraphsApart) {
  const std::string offer =
      "The Kesh Times is read in forty countries by people who want to know what happens on the rivers of Varnia.";
  const std::string json = "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" +
                           first + " " + second + " " + third + " " + third + "\"}</script>";
  EXPECT_EQ(read(json + "<article>" + head + text + "<p>" + offer + "</p><p>" + third + "</p></article>"),
            both + "body     | " + third + "\n");
  // One that is cut short tells nothing of what stands behind its end.
  EXPECT_NE(read("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + first + " " +
                 second + " " + third + " " + third + " ...\"}</script><article>" + head + text + "<p>" + third +
                 "</p><p>" + offer + "</p></article>")
                .find(offer),
            std::string::npos);
  // A text that is not the page's tells nothing.
  EXPECT_NE(read("<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"articleBody\":\"" + offer + " " +
                 offer + " " + offer + " " + offer + "\"}</script><article>" + head + text + "</article>")
                .find(second),
            std::string::npos);
}

TEST(Article, ScriptsWithoutSpacesAreRead) {
  const std::string line = "橋が二つ破壊されたと軍が発表した";
  EXPECT_EQ(
      read("<article><h1>二つの橋が落ちる</"
           "h1><p>オストレル軍は月曜日、ドブラン近郊の川に架かる二つの橋を攻撃し、いずれも通れなくなったと発表した。</"
           "p><p>" +
           line +
           "</p><p>ヴァルニアの国防省はこれを否定し、列車は一日中どちらの橋も渡っていたと述べた。</p></article>"),
      "headline | 二つの橋が落ちる\nbody     | "
      "オストレル軍は月曜日、ドブラン近郊の川に架かる二つの橋を攻撃し、いずれも通れなくなったと発表した。\nbody     "
      "| " +
          line + "\nbody     | ヴァルニアの国防省はこれを否定し、列車は一日中どちらの橋も渡っていたと述べた。\n");
}

TEST(Article, WordsInLinesOfADivAreRead) {
  EXPECT_EQ(read("<div class=story>" + head + "<div>" + first + "<br><br>" + second + "</div></div>"), both);
}

}  // namespace
}  // namespace sayso::test
