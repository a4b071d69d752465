// What pages say of themselves: authors, days, changes, outlets, titles, addresses, entries of live pages.
#include <gtest/gtest.h>

#include "dispatch/author_names.h"
#include "dispatch/outlet_names.h"
#include "dispatch/printed.h"
#include "dispatch/two_bridges.h"
#include "dispatch/written_date.h"

namespace sayso::test {
namespace {

using Names = std::vector<std::string>;

Dispatch page_with(const std::string& head, const std::string& body = {}, const std::string& url = {}) {
  const auto dispatch = read_dispatch("<html><head>" + head + "</head><body><article><h1>Two bridges down</h1>" + body +
                                          bridges_html + "</article></body></html>",
                                      {.format = "html", .url = url}, outlets());
  EXPECT_TRUE(dispatch) << dispatch.error().message;
  return dispatch ? *dispatch : Dispatch{};
}

std::string json(const std::string& fields) {
  return "<script type=\"application/ld+json\">{\"@type\":\"NewsArticle\"," + fields + "}</script>";
}

TEST(AuthorNames, AreTakenApart) {
  EXPECT_EQ(dispatch::split_names("By Anna Kesh and Bo van Ostrel, dpa"), (Names{"Anna Kesh", "Bo van Ostrel", "dpa"}));
  EXPECT_EQ(dispatch::split_names("Von Felix Ostrel und Jörg Kesh (jk)"), (Names{"Felix Ostrel", "Jörg Kesh"}));
  EXPECT_EQ(dispatch::split_names("Kesh, Anna"), (Names{"Kesh, Anna"}));
  EXPECT_EQ(dispatch::split_names("Anna Ortega y Varn"), (Names{"Anna Ortega y Varn"}));
  EXPECT_EQ(dispatch::split_names("Anna Kesh y Bo Ostrel"), (Names{"Anna Kesh", "Bo Ostrel"}));
  EXPECT_EQ(dispatch::split_names("岳弘彬,牛镛"), (Names{"岳弘彬", "牛镛"}));
  EXPECT_EQ(dispatch::split_names("anna@kesh.example"), Names{});
  EXPECT_EQ(dispatch::split_names("Anna Kesh; Anna Kesh"), (Names{"Anna Kesh"}));
  EXPECT_TRUE(dispatch::looks_like_person("Anna de Kesh"));
  EXPECT_TRUE(dispatch::looks_like_person("岳弘彬"));
  for (const char* no :
       {"Anna", "news from Kesh", "Share Facebook", "Anna Kesh 12", "Anna Kesh: Two hit", "分享让更多人看到", ""})
    EXPECT_FALSE(dispatch::looks_like_person(no)) << no;
}

TEST(Authors, PersonsComeBeforeTheOutlet) {
  EXPECT_EQ(page_with(json("\"author\":[{\"name\":\"Anna Kesh\"},{\"name\":\"Bo Ostrel and Jo Dovran\"}]")).authors,
            (Names{"Anna Kesh", "Bo Ostrel", "Jo Dovran"}));
  const std::string site = "<meta property=og:site_name content=\"Kesh Times\">";
  const Dispatch shown = page_with(site + json("\"author\":{\"name\":\"Kesh Times\"}"),
                                   "<p class=\"article-author\">By <a rel=author href=/a>Anna Kesh</a></p>");
  EXPECT_EQ(shown.authors, Names{"Anna Kesh"});
  EXPECT_EQ(shown.byline.rule, "html:byline");
  EXPECT_EQ(page_with(site + json("\"author\":{\"name\":\"Kesh Times\"}")).authors, Names{"Kesh Times"});
  EXPECT_EQ(page_with(site + "<meta name=author content=desk@kesh.example>").authors, Names{});
  // Several in a list; buttons beside them; a box about others.
  EXPECT_EQ(page_with("", "<ul class=authorList><li><a>Anna Kesh</a></li><li><a>Bo Ostrel</a></li></ul>").authors,
            (Names{"Anna Kesh", "Bo Ostrel"}));
  EXPECT_EQ(page_with("", "<div class=author-tools>Twitter Facebook</div>").authors, Names{});
  EXPECT_EQ(page_with("", "<aside><p class=author>Jo Dovran</p></aside>").authors, Names{});
}

TEST(Authors, AreShownInManyWays) {
  const Names both{"Anna Kesh", "Bo Ostrel"};
  EXPECT_EQ(page_with("", "<div class=byline><span>Anna Kesh</span> <span>Bo Ostrel</span></div>").authors, both);
  EXPECT_EQ(page_with("", "<div class=byline><span>Anna</span> <span>Kesh</span></div>").authors, Names{"Anna Kesh"});
  EXPECT_EQ(page_with("", "<p>von <a href=\"/autoren/name/anna-kesh\">Anna Kesh</a></p>").authors, Names{"Anna Kesh"});
  EXPECT_EQ(page_with("", "<p><a href=\"/2022/author-leaves\">Anna Kesh</a></p>").authors, Names{});
  EXPECT_EQ(page_with("", "<p>Mo 12.09.22 | <span class=authorname>Anna Kesh</span></p>").authors, Names{"Anna Kesh"});
  // Elements that run together, and roles beside names.
  for (const char* line : {"<span>Von</span><span>Anna Kesh</span>", "<a>Anna Kesh</a><b>Published</b>",
                           "<a>Anna Kesh</a> <span>Political Correspondent</span>", "di <b>Anna Kesh</b>"})
    EXPECT_EQ(page_with("", "<p class=byline>" + std::string(line) + "</p>").authors, Names{"Anna Kesh"}) << line;
  EXPECT_EQ(
      page_with("", "<p class=byline><span>By Anna Kesh and Bo Ostrel</span><b>Kesh Press Agency</b></p>").authors,
      both);
  // A meta element each; what else stands there is no author.
  const auto meta = [](const char* name) { return "<meta name=author content=\"" + std::string(name) + "\">"; };
  EXPECT_EQ(page_with(meta("Anna Kesh") + meta("Bo Ostrel")).authors, both);
  EXPECT_EQ(page_with(meta("Anna Kesh") + meta("(Image: Kesh Pictures)")).authors, Names{"Anna Kesh"});
  // In bold type below the standfirst, but not in the middle of the text.
  const std::string line = "<p><strong>Anna Kesh/Bo Ostrel</strong></p>";
  const std::string standfirst = "<p><em>Trains ran over the Ostra all day long, says the ministry of Varnia.</em></p>";
  EXPECT_EQ(page_with("", standfirst + line).authors, both);
  EXPECT_EQ(page_with("", bridges_html + line).authors, Names{});
  const std::string site = "<meta property=og:site_name content=\"KTV\">";
  EXPECT_EQ(page_with(site, "<p class=author>Anna Kesh, KTV Dovran</p>").authors, Names{"Anna Kesh"});
}

TEST(Days, HaveTheirTimesAndZones) {
  const auto moments = [](const Dispatch& page) {
    return (page.published ? iso(*page.published, page.published_clock) : "") + " | " +
           (page.modified ? iso(*page.modified, page.modified_clock) : "");
  };
  EXPECT_EQ(moments(page_with(json("\"datePublished\":\"2022-09-12T23:05:00+03:00\","
                                   "\"dateModified\":\"2022-09-13T06:10:20Z\""))),
            "2022-09-12T23:05+03:00 | 2022-09-13T06:10:20Z");
  EXPECT_EQ(moments(page_with("<meta property=article:published_time content='2022-09-12 08:15'>"
                              "<meta property=article:modified_time content=2022-09-14>")),
            "2022-09-12T08:15 | 2022-09-14")
      << "no zone, no time";
  EXPECT_EQ(moments(page_with("", "<time datetime='2022-09-12T08:15:00-0500'>12 September</time>")),
            "2022-09-12T08:15-05:00 | ");
  EXPECT_EQ(moments(page_with("<meta property=article:published_time content='2022-09-12T25:00:00Z'>")),
            "2022-09-12 | ")
      << "no such time";
  EXPECT_EQ(moments(page_with("", "", "https://post.example/2022/09/12/x")), "2022-09-12 | ");
  EXPECT_EQ(moments(page_with("<meta property=article:published_time content='Mon, 12 Sep 2022 23:05:00 +0300'>")),
            "2022-09-12T23:05+03:00 | ");
  EXPECT_EQ(moments(page_with(json("\"datePublished\":\"2022-09-12\"") +
                              "<meta property=article:published_time content='2022-09-12T08:15:00Z'>")),
            "2022-09-12T08:15Z | ")
      << "the first that tells a time of the day that is believed";
  EXPECT_EQ(moments(page_with(json("\"datePublished\":\"2022-09-12\"") +
                              "<meta property=article:published_time content='2022-09-11T08:15:00Z'>")),
            "2022-09-12 | ")
      << "another day's time";
}

TEST(Days, AllAreKeptWithTheirRules) {
  const Dispatch page =
      page_with("<link rel=\"canonical\" href=\"https://kesh.example/2022/09/11/two\">" +
                    json("\"datePublished\":\"2022-09-12T23:50:00+03:00\",\"dateModified\":\"2022-09-14\""),
                "<p class=d>13 September 2022</p>");
  ASSERT_TRUE(page.published);
  EXPECT_EQ(iso(*page.published), "2022-09-12");  // the page's own day, whatever its zone
  EXPECT_EQ(page.published_as.rule, "json-ld");
  ASSERT_TRUE(page.modified);
  EXPECT_EQ(iso(*page.modified), "2022-09-14");
  std::string days;
  for (const FoundDay& one : page.dates) days += iso(one.day) + " " + one.as.rule + "\n";
  EXPECT_EQ(days, "2022-09-12 json-ld\n2022-09-13 date-line\n2022-09-11 address\n");
  EXPECT_NE(notes(page).find("also gives the date 2022-09-11 (address)"), std::string::npos) << notes(page);
  const Dispatch changed = page_with("<meta property=article:modified_time content=2022-09-14>");
  EXPECT_FALSE(changed.published) << "a change is no publication";
  for (const char* name : {"cXenseParse:publishtime", "content:publishDate"})
    EXPECT_EQ(page_with("<meta name=" + std::string(name) + " content=2022-09-12T10:00:00>").published,
              day_of_iso("2022-09-12"))
        << name;
  EXPECT_TRUE(changed.modified);
}

TEST(Days, AreWrittenInManyLanguages) {
  const auto found = [](std::string_view words) {
    const auto date = dispatch::find_date(words);
    return date ? iso(date->day) : std::string();
  };
  for (const char* words : {"12. September 2022", "12 septembre 2022", "12 de septiembre de 2022", "12 settembre 2022",
                            "12 de setembro de 2022", "12 września 2022", "12 сентября 2022", "12 вересня 2022",
                            "12 Eylül 2022", "12 september 2022", "2022年9月12日", "2022년 9월 12일", "2022.09.12",
                            "12. září 2022", "Veröffentlicht am 12. September 2022 um 15:44"})
    EXPECT_EQ(found(words), "2022-09-12") << words;
  EXPECT_EQ(found("1er mai 2022"), "2022-05-01");
  EXPECT_EQ(found("12 listopad 2022"), "");  // another month in another language
  const auto line = [](std::string_view words) {
    const auto date = dispatch::read_date_line(words);
    return date ? iso(date->day) : std::string();
  };
  EXPECT_EQ(line("Do 12.09.22 | 14:07 Uhr"), "2022-09-12");
  EXPECT_EQ(line("Stand: 12. September 2022, 14:07 Uhr"), "2022-09-12");
  EXPECT_EQ(line("Version 12.09.22 of the report"), "");
}

TEST(JsonLd, IsMendedOrPassedOver) {
  EXPECT_EQ(
      page_with("<script type=\"application/ld+json\">{\"@type\":\"Article\",\"headline\":\"Two\nhit\",}</script>")
          .title.value,
      "Two hit");
  EXPECT_EQ(page_with("<script type=\"application/ld+json\">{\\\"@type\\\":\\\"Article\\\",\\\"headline\\\":\\\"Two "
                      "hit\\\"}</script>")
                .title.value,
            "Two hit");
  EXPECT_EQ(
      page_with(
          "<script type=\"application/ld+json\">{&quot;@type&quot;:&quot;Article&quot;,&quot;headline&quot;:&quot;Two "
          "hit&quot;}</script>")
          .title.value,
      "Two hit");
  EXPECT_EQ(page_with("<script type=\"application/ld+json\">[{\"@graph\":[[{\"@type\":\"Article\",\"headline\":\"Two "
                      "hit\"}]]}]</script>")
                .title.value,
            "Two hit");
  const Dispatch broken = page_with(
      "<script type=\"application/ld+json\">{\"@type\":\"Article\", headline: Two}</script>"
      "<meta property=og:title content=\"Two hit\">");
  EXPECT_EQ(broken.title.value, "Two hit");
  EXPECT_NE(notes(broken).find("is not JSON"), std::string::npos);
}

TEST(Outlets, HaveOneName) {
  const std::string names = "<meta property=og:site_name content=\"Kesh Times\">" +
                            json("\"publisher\":{\"name\":\"Kesh Times Publishing House Ltd.\"}");
  EXPECT_EQ(page_with(names, "", "https://kesh-times.example/1").outlet.value, "Kesh Times");
  EXPECT_EQ(page_with(names, "", "https://news.bbc.co.uk/1").outlet.value, "BBC");  // the table knows the host
  EXPECT_EQ(page_with("", "", "https://kesh-times.example/1").outlet.value, "kesh-times.example");
}

TEST(Outlets, AreBorneOutByTheirAddress) {
  using dispatch::Bearing;
  EXPECT_EQ(dispatch::label_of("kesh-times.co.example"), "keshtimes");
  EXPECT_EQ(dispatch::label_of("news.kesh.example"), "kesh");
  const struct {
    const char* name;
    Bearing bearing;
  } rows[] = {{"Kesh Times", Bearing::whole},
              {"The Kesh-Times", Bearing::whole},
              {"kesh-times.example", Bearing::whole},
              {"Kesh Times Publishing", Bearing::holds},
              {"Times", Bearing::part},
              {"KT", Bearing::none},
              {"Varnian Post", Bearing::none},
              {"", Bearing::none}};
  for (const auto& row : rows) EXPECT_EQ(dispatch::bearing_of(row.name, "keshtimes"), row.bearing) << row.name;
}

TEST(Outlets, AreNamedInPassing) {
  const auto outlet = [](const std::string& head, const std::string& body) {
    const Found found = page_with(head, body, "https://kesh-times.example/1").outlet;
    return found.value + " " + found.rule;
  };
  const std::string site = "<meta property=og:site_name content=\"Кешер\">";
  EXPECT_EQ(outlet(site + "<title>Two bridges down - World - Kesh Times</title>", ""), "Kesh Times title");
  for (const char* line : {"Copyright © 2019–2022 The Kesh Times. All rights reserved.",
                           "(c) 2022 by The Kesh Times, Dovran", "© The Kesh Times 2022"})
    EXPECT_EQ(outlet(site, "<footer>" + std::string(line) + "</footer>"), "The Kesh Times copyright") << line;
  EXPECT_EQ(outlet(site, "<footer>© 2022 Varnian Post</footer>"), "Кешер meta:og:site_name");
  EXPECT_EQ(outlet(site, "<footer>© © Varnian Post, ©©© 2022 © The Kesh Times</footer>"), "The Kesh Times copyright");
  EXPECT_EQ(outlet("<title>Two bridges down - Varnian Post</title>", ""), "kesh-times.example address");
  // The whole before a part, a name before an address.
  EXPECT_EQ(outlet("<meta property=og:site_name content=\"Kesh Times\">" + json("\"publisher\":\"Times\""), ""),
            "Kesh Times meta:og:site_name");
  EXPECT_EQ(outlet("<meta name=application-name content=keshtimes>" + json("\"publisher\":\"The Kesh Times\""), ""),
            "The Kesh Times json-ld");
}

TEST(Titles, AreWhatTheReaderSees) {
  const auto title = [](const std::string& head, const std::string& body = {}) {
    return page_with(head, body).title.value;
  };
  const std::string for_machines = json("\"headline\":\"Ostra: all that is known of the bridges\"");
  const auto og = [](const std::string& words) { return "<meta property=og:title content=\"" + words + "\">"; };
  EXPECT_EQ(title(for_machines + og("Two bridges down")), "Two bridges down");
  EXPECT_EQ(title(for_machines + og("“Two bridges down”")), "“Two bridges down”");
  EXPECT_EQ(title(for_machines + og("Both bridges of Dovran down")), "Ostra: all that is known of the bridges");
  EXPECT_EQ(title(for_machines + og("Trains run no more"), "<nav><h1>Trains run no more</h1></nav>"),
            "Ostra: all that is known of the bridges");
  // Sections behind and in front of the headline.
  for (const char* words : {"Two bridges down | World news", "Two bridges down - War in Varnia - Kesh",
                            "Kesh | World | Two bridges down", "Two bridges down : Varnia"})
    EXPECT_EQ(title(og(words)), "Two bridges down") << words;
  EXPECT_EQ(title(og("Two bridges: down and out")), "Two bridges: down and out");
  EXPECT_EQ(title(og("*** | Two hit"), "<h1>************</h1>"), "*** | Two hit");  // a heading without a word
  EXPECT_EQ(title(json("\"headline\":\"Varnia - Two bridges down\"")), "Varnia - Two bridges down");
}

TEST(Titles, OfTheWindowGiveWayToTheHeadline) {
  const auto title = [](const std::string& window, const std::string& heading) {
    const auto page =
        read_dispatch("<title>" + window + "</title><article><h1>" + heading + "</h1>" + bridges_html + "</article>",
                      {.format = "html"}, outlets());
    return page ? page->title.value + " " + page->title.rule : page.error().message;
  };
  EXPECT_EQ(title("Ostra river: bridges down near Dovran", "Two bridges down near Dovran"),
            "Two bridges down near Dovran html:h1");
  EXPECT_EQ(title("Ostra: what happened to trains", "Two bridges down near Dovran"),
            "Ostra: what happened to trains title");
  EXPECT_EQ(title("Two bridges down near Dovran", "<span>Varnia</span> Two bridges down near Dovran"),
            "Two bridges down near Dovran title");
}

TEST(Titles, LoseTheirTails) {
  const std::string site = "<meta property=og:site_name content=\"Kesh Times\">";
  for (const char* title :
       {"Two hit - and one missed - Kesh Times", "Two hit - and one missed | Kesh Times | 12.09.2022",
        "Two hit - and one missed｜Kesh Times", "Two hit - and one missed - World - Kesh Times"})
    EXPECT_EQ(page_with(site + "<meta property=og:title content=\"" + title + "\">").title.value.substr(0, 24),
              "Two hit - and one missed")
        << title;
  EXPECT_EQ(
      page_with("<meta property=og:title content=\"Both bridges hit - Kesh Times\">", "", "https://keshtimes.example/1")
          .title.value,
      "Both bridges hit");
  EXPECT_EQ(page_with(json("\"headline\":\"Two bridges hit | World\"") +
                      "<meta property=og:title content=\"Two bridges hit\">")
                .title.value,
            "Two bridges hit");
}

TEST(Addresses, OfOtherVersionsAreTheCanonicalOne) {
  EXPECT_EQ(page_with("<link rel=\"amphtml canonical\" href=\"https://kesh.example/two\">").url,
            "https://kesh.example/two");
  EXPECT_EQ(page_with("<link rel=canonical href=\"https://kesh.example/two\"><meta property=og:url "
                      "content=\"https://kesh.example/two?print=1\">")
                .url,
            "https://kesh.example/two");
}

std::string entry(const char* time, const char* words) {
  return std::string("<li><time datetime=\"") + time + "\">14:05</time><h3>Update</h3><p>" + words +
         " said the mayor of Kesh, and everybody in the town could see it from the river.</p></li>";
}

TEST(LivePages, EntriesHaveTheirOwnDays) {
  const auto page = read_dispatch(
      "<meta property=article:published_time content=2022-09-12><main><h1>The war live</h1><time "
      "datetime=2022-09-12>12 September</time><ol>" +
          entry("2022-09-13T08:00:00+03:00", "The bridge is closed today,") +
          entry("2022-09-12T22:00:00+03:00", "Two were hurt today,") +
          entry("2022-09-12T20:00:00+03:00", "The mill burns today,") + "</ol></main>",
      {.format = "html"}, outlets());
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 3u);
  EXPECT_EQ(iso(page->entries[0].day), "2022-09-13");
  EXPECT_EQ(page->entries[0].as.value, "2022-09-13T08:00:00+03:00");
  EXPECT_EQ(page->entries[0].as.rule, "time");
  EXPECT_EQ(iso(page->entries[1].day, page->entries[1].clock), "2022-09-12T22:00+03:00");
  EXPECT_EQ(page->entries[1].title.value, "Update");
  EXPECT_EQ(page->entries[1].title.rule, "heading");
  ASSERT_TRUE(page->entries[1].title.span);
  EXPECT_EQ(*page->entries[1].title.span, (Span{page->entries[1].span.begin, page->entries[1].span.begin + 6}));
  const auto closed = static_cast<std::uint32_t>(page->text.find("The bridge is closed"));
  const auto hurt = static_cast<std::uint32_t>(page->text.find("Two were hurt"));
  EXPECT_EQ(iso(*day_written(*page, {closed, closed + 5})), "2022-09-13");
  EXPECT_EQ(iso(*day_written(*page, {hurt, hurt + 5})), "2022-09-12");
  EXPECT_EQ(iso(*day_written(*page, {0, 3})), "2022-09-12");
  EXPECT_EQ(entry_at(*page, {hurt, hurt + 5}), &page->entries[1]);
  EXPECT_EQ(entry_at(*page, {0, 3}), nullptr);
  EXPECT_EQ(entry_at(*page, {closed, hurt}), nullptr);  // in two
}

// "day clock", one an entry, of a page that gives times to machines and others to readers.
std::string times(std::vector<std::pair<const char*, const char*>> given_and_shown) {
  std::string list;
  for (const auto& [given, shown] : given_and_shown) {
    const std::string number = std::to_string(1 + list.size());
    list += std::string("<li><time datetime=\"") + given + "\"> " + shown + " </time><p>Bridge " + number +
            " of the town is closed, said the mayor of Kesh, and " + number + " people saw it from the river.</p></li>";
  }
  const auto page =
      read_dispatch("<main><h1>The war live</h1><ol>" + list + "</ol></main>", {.format = "html"}, outlets());
  if (!page) return page.error().message;
  std::string all;
  for (const Entry& entry : page->entries) all += (all.empty() ? "" : " ") + iso(entry.day, entry.clock);
  return all;
}

TEST(LivePages, TheDayIsThatOfTheClockThatReadersSee) {
  const char* const first = "2022-09-12T21:30:00Z";
  const char* const second = "2022-09-12T20:10:00Z";
  const char* const third = "2022-09-12T19:05:00Z";
  const std::string as_given = "2022-09-12T21:30Z 2022-09-12T20:10Z 2022-09-12T19:05Z";
  const std::string in_kesh = "2022-09-13T00:30+03:00 2022-09-12T23:10+03:00 2022-09-12T22:05+03:00";
  EXPECT_EQ(times({{first, "00:30"}, {second, "23:10"}, {third, "22:05"}}), in_kesh);
  EXPECT_EQ(times({{first, "12.30 a.m."}, {second, "11.10 p.m. EEST"}, {third, "10.05pm"}}), in_kesh);
  EXPECT_EQ(times({{first, "17:30"}, {second, "16:10"}, {third, "15:05"}}),
            "2022-09-12T17:30-04:00 2022-09-12T16:10-04:00 2022-09-12T15:05-04:00");
  EXPECT_EQ(times({{first, "21:30"}, {second, "20:10"}, {third, "19:05"}}), as_given);
  // what is not clear, or does not agree, is not followed
  EXPECT_EQ(times({{first, "09:30"}, {second, "08:10"}, {third, "07:05"}}), as_given);
  EXPECT_EQ(times({{first, "9:30"}, {second, "8:10"}, {third, "7:05"}}), as_given);
  EXPECT_EQ(times({{first, "00:30"}, {second, "23:10"}, {third, "21:05"}}), as_given);
  EXPECT_EQ(times({{first, "00:37"}, {second, "23:17"}, {third, "22:12"}}), as_given);
  EXPECT_EQ(times({{first, "00:30"}, {second, "23:10"}, {third, "an hour ago"}}), as_given);
  // the calendar has no day behind its last, and none before its first
  EXPECT_EQ(times({{"9999-12-31T23:30:00Z", "02:30"}, {second, "23:10"}, {third, "22:05"}}),
            "9999-12-31T23:30Z 2022-09-12T20:10Z 2022-09-12T19:05Z");
  EXPECT_EQ(times({{"0000-01-01T01:30:00Z", "21:30"}, {second, "16:10"}, {third, "15:05"}}),
            "0000-01-01T01:30Z 2022-09-12T20:10Z 2022-09-12T19:05Z");
  // a zone of the page's own stays
  EXPECT_EQ(times({{"2022-09-12T22:30+01:00", "00:30"},
                   {"2022-09-12T21:10+01:00", "23:10"},
                   {"2022-09-12T20:05+01:00", "22:05"}}),
            "2022-09-12T22:30+01:00 2022-09-12T21:10+01:00 2022-09-12T20:05+01:00");
  // a day alone gets its time of day
  EXPECT_EQ(
      times({{"2022-09-13", "00:30"}, {"2022-09-12", "23:10"}, {"2022-09-12", "later"}, {"2022-09-12", "8:05 am"}}),
      "2022-09-13T00:30 2022-09-12T23:10 2022-09-12 2022-09-12T08:05");
}

TEST(LivePages, JsonLdTellsEntriesByTheirWords) {
  const char* words[] = {
      "The bridge over the Ostra is closed, the mayor of Kesh said, and nobody may cross it before noon.",
      "Two people were hurt at the mill, the hospital of Dovran said, and one of them is a child of six.",
      "The fire at the mill is out, the fire brigade said, after nine hours of work with forty people."};
  std::string updates, body;
  for (int i = 0; i < 3; ++i) {
    updates += std::string(i == 0 ? "" : ",") + "{\"@type\":\"BlogPosting\",\"datePublished\":\"2022-09-1" +
               std::to_string(4 - i) + "T10:00\",\"headline\":\"Update " + std::to_string(i) + "\",\"articleBody\":\"" +
               words[i] + "\"}";
    body += std::string("<p>") + words[i] + "</p>";
  }
  const auto page = read_dispatch(
      "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"datePublished\":\"2022-09-12\","
      "\"liveBlogUpdate\":[" +
          updates + "]}</script><article><h1>The war live</h1>" + body + "</article>",
      {.format = "html"}, outlets());
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 3u);
  EXPECT_EQ(iso(page->entries[2].day), "2022-09-12");
  EXPECT_EQ(page->entries[1].as.rule, "json-ld");
  EXPECT_EQ(iso(page->entries[1].day, page->entries[1].clock), "2022-09-13T10:00");
  EXPECT_EQ(page->entries[1].title, (Found{.value = "Update 1", .rule = "json-ld"}));
  EXPECT_EQ(slice(page->text, page->entries[1].span), words[1]);
}

TEST(LivePages, AParagraphThatNoUpdateTellsDoesNotCutItsEntry) {
  const std::string closed = "The bridge over the Ostra is closed, the mayor of Kesh said, and nobody may cross it.";
  const std::string ferry = "A ferry takes people over the Ostra from Monday on, and it costs them nothing at all.";
  const std::string mill = "Two people were hurt at the mill, the hospital of Dovran said, one of them a child of six.";
  const std::string fire = "The fire at the mill is out, the fire brigade said, after nine hours of hard work there.";
  const std::string between = "Readers in Kesh have sent us their photographs of the bridge in the morning mist.";
  const auto update = [](const char* time, const std::string& words) {
    return std::string("{\"@type\":\"BlogPosting\",\"datePublished\":\"") + time + "\",\"articleBody\":\"" + words +
           "\"}";
  };
  const auto page = read_dispatch(
      "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[" +
          update("2022-09-14T10:00", closed + " " + ferry) + "," + update("2022-09-13T10:00", mill) + "," +
          update("2022-09-12T10:00", fire) + "]}</script><article><h1>The war live</h1><p>" + closed + "</p><p>" +
          between + "</p><p>" + ferry + "</p><p>" + mill + "</p><p>" + fire + "</p></article>",
      {.format = "html"}, outlets());
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 3u);
  EXPECT_EQ(slice(page->text, page->entries[0].span), closed + "\n\n" + between + "\n\n" + ferry);
  EXPECT_EQ(slice(page->text, page->entries[1].span), mill);
}

TEST(LivePages, LongHeadlinesAndTimesAreCut) {
  const std::string long_headline = "Two hurt" + std::string(100001, '!') + "\xc3\xa9";
  const std::string words[] = {
      "The bridge over the Ostra is closed, the mayor of Kesh said, and nobody may cross it before noon.",
      "Two people were hurt at the mill, the hospital of Dovran said, and one of them is a child of six."};
  std::string updates, body;
  for (const std::string& each : words) {
    updates += updates.empty() ? "{" : ",{";
    updates += "\"datePublished\":\"2022-09-12T10:00:00Z" + std::string(100000, ' ') + "." + std::string(100000, '.') +
               "\",\"headline\":\"" + long_headline + "\",\"articleBody\":\"" + each + "\"}";
  }
  for (std::size_t i = 0; i < 40; ++i) body += "<p>" + words[i % 2] + "</p><p>Nothing new, it says.</p>";
  const auto page = read_dispatch(
      "<script type=\"application/ld+json\">{\"@type\":\"LiveBlogPosting\",\"liveBlogUpdate\":[" + updates +
          ",{\"datePublished\":\"2022-09-12\",\"headline\":\"Three\"}]}</script><article><h1>The war live</h1>" + body +
          "</article>",
      {.format = "html"}, outlets());
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 40u);
  for (const Entry& entry : page->entries) {
    EXPECT_EQ(entry.title.value, long_headline.substr(0, 1000));
    EXPECT_LE(entry.as.value.size(), 1000u);
  }
}

TEST(LivePages, LongHeadingsOfEntriesAreCut) {
  const std::string heading = std::string(999, 'a') + "\xc3\xa9" + std::string(5000, 'b');
  std::string list;
  for (const char* hour : {"08", "07", "06"})
    list += std::string("<li><time datetime=2022-09-12T") + hour + ":00Z></time><h3>" + heading + "</h3><p>Bridge " +
            hour + " of the town is closed, said the mayor of Kesh, and all the people saw it from the river.</p></li>";
  const auto page =
      read_dispatch("<main><h1>The war live</h1><ol>" + list + "</ol></main>", {.format = "html"}, outlets());
  ASSERT_TRUE(page) << page.error().message;
  ASSERT_EQ(page->entries.size(), 3u);
  for (const Entry& entry : page->entries) {
    EXPECT_EQ(entry.title.value, heading.substr(0, 999));
    ASSERT_TRUE(entry.title.span);
    EXPECT_EQ(slice(page->text, *entry.title.span), entry.title.value);
  }
}

TEST(LivePages, ATimeBesideAnArticleMakesNoEntry) {
  const Dispatch page = page_with("", "<time datetime=2022-09-12>12 September</time>");
  EXPECT_TRUE(page.entries.empty());
}

}  // namespace
}  // namespace sayso::test
