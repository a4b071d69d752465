// Feeds as tables: what stands in the file, what is read of it. All outlets, people and places are invented.
#include "dispatch/feed.h"

#include <gtest/gtest.h>

#include "dispatch/feed_date.h"
#include "dispatch/feed_person.h"
#include "dispatch/relative_address.h"

namespace sayso::test {
namespace {

std::string printed(const FeedDate& date) {
  if (!date.instant) return "none";
  const auto day = std::chrono::floor<std::chrono::days>(*date.instant);
  const std::chrono::hh_mm_ss time{*date.instant - day};
  const auto two = [](long value) { return (value < 10 ? "0" : "") + std::to_string(value); };
  return iso(day) + "T" + two(time.hours().count()) + ":" + two(time.minutes().count()) + ":" +
         two(time.seconds().count()) + (date.day ? " " + iso(*date.day) : "");
}

std::string head(const Feed& feed) {
  return feed.kind + " " + feed.encoding + (feed.well_formed ? "" : " ill-formed") + " | " + feed.title.value + " | " +
         feed.link + " | " + feed.language + "\n";
}

// One line for each entry, and one for each text in it.
std::string print(const Feed& feed) {
  std::string out = head(feed);
  for (const FeedEntry& entry : feed.entries) {
    out += entry.title.value + " | " + entry.link + " | " + printed(entry.published) + " |";
    for (const FeedPerson& one : entry.authors) out += " " + one.name + "<" + one.email + ">";
    out += "\n";
    if (!entry.summary.type.empty()) out += "  summary " + entry.summary.type + " " + entry.summary.value + "\n";
    for (const FeedText& text : entry.content) out += "  content " + text.type + " " + text.value + "\n";
  }
  return out;
}

std::string printed_feed(std::string_view bytes, const ReadOptions& options = {}, const FeedReply& reply = {}) {
  const auto feed = read_feed(bytes, options, reply);
  return feed ? print(*feed) : std::string(name_of(feed.error().code)) + ": " + feed.error().message;
}

TEST(Feed, rss) {
  EXPECT_EQ(printed_feed(R"(<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>Kesh Times</title><link>https://kesh.example/</link><language>en-gb</language>
<image><title>Logo</title><link>https://kesh.example/logo</link><url>/logo.png</url></image>
<item><title>Two bridges hit</title><link>/news/1</link><pubDate>Mon, 12 Sep 2022 01:30:00 +0300</pubDate>
<dc:creator>Anna Dovran</dc:creator><description>Two &lt;b&gt;bridges&lt;/b&gt; were hit.</description>
<content:encoded><![CDATA[<p>Two bridges near Ostrel were hit.</p><script>x()</script>]]></content:encoded></item>
<item><title>Q&amp;A</title><guid>https://kesh.example/news/2</guid></item>
</channel></rss>)",
                         {.url = "https://kesh.example/rss"}),
            "rss20 utf-8 | Kesh Times | https://kesh.example/ | en-gb\n"
            "Two bridges hit | https://kesh.example/news/1 | 2022-09-11T22:30:00 2022-09-12 | Anna Dovran<>\n"
            "  summary text/html Two <b>bridges</b> were hit.\n"
            "  content text/html <p>Two bridges near Ostrel were hit.</p>\n"
            "Q&A | https://kesh.example/news/2 | none |\n");
}

TEST(Feed, atom) {
  EXPECT_EQ(
      printed_feed(R"(<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en" xml:base="https://kesh.example/a/">
<title>Kesh Times</title><link href="."/><link rel="self" href="atom"/>
<entry><title type="html">Two &lt;i&gt;hit&lt;/i&gt;</title><link href="1"/><id>tag:kesh.example,2022:1</id>
<published>2022-09-12T10:00:00Z</published><author><name>Anna Dovran</name><email>anna@kesh.example</email></author>
<summary>5 &lt; 6</summary>
<content type="xhtml" xml:base="b/"><div xmlns="http://www.w3.org/1999/xhtml">See <a href="2">two</a><br/>now</div></content></entry>
</feed>)"),
      "atom10 utf-8 | Kesh Times | https://kesh.example/a/ | en\n"
      "Two <i>hit</i> | https://kesh.example/a/1 | 2022-09-12T10:00:00 2022-09-12 | Anna Dovran<anna@kesh.example>\n"
      "  summary text/plain 5 < 6\n"
      "  content application/xhtml+xml See <a href=\"https://kesh.example/a/b/2\">two</a><br />now\n");
}

TEST(Feed, rdf_and_cdf) {
  EXPECT_EQ(
      printed_feed(R"(<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://kesh.example/"><title>Kesh</title></channel>
<item rdf:about="https://kesh.example/1"><title>One</title><link>https://kesh.example/1</link>
<dc:date>2022-09-12</dc:date></item></rdf:RDF>)"),
      "rss10 utf-8 | Kesh |  | \nOne | https://kesh.example/1 | none |\n");
  EXPECT_EQ(
      printed_feed("<CHANNEL HREF=\"https://kesh.example/\"><TITLE>Kesh</TITLE><ITEM HREF=\"https://kesh.example/1\">"
                   "<TITLE>One</TITLE><ABSTRACT>Two hit.</ABSTRACT></ITEM></CHANNEL>"),
      "cdf utf-8 | Kesh | https://kesh.example/ | \n"
      "One | https://kesh.example/1 | none |\n  summary text/plain Two hit.\n");
}

TEST(Feed, of_several_channels_the_first_speaks_for_the_feed) {
  EXPECT_EQ(
      printed_feed("<CHANNEL><TITLE>Kesh</TITLE><CHANNEL><TITLE>Sport</TITLE><ITEM><TITLE>One</TITLE></ITEM></CHANNEL>"
                   "<ITEM><TITLE>Two</TITLE></ITEM></CHANNEL>"),
      "cdf utf-8 | Kesh |  | \nOne |  | none |\nTwo |  | none |\n");
}

TEST(Feed, json) {
  EXPECT_EQ(
      printed_feed(
          R"json({"version": "https://jsonfeed.org/version/1.1", "title": "Kesh Times", "home_page_url": "https://kesh.example/",
 "language": "en", "items": [7, {"id": 1, "url": "https://kesh.example/1", "title": "Two hit",
 "content_html": "<p onclick='x()'>Two hit.</p>", "content_text": "Two hit.", "date_published": "2022-09-12T10:00:00+03:00",
 "authors": [{"name": "Anna Dovran"}], "attachments": [{"url": "javascript:x()", "mime_type": "audio/mpeg"}]}]})json"),
      "json11 utf-8 ill-formed | Kesh Times | https://kesh.example/ | en\n"
      "Two hit | https://kesh.example/1 | 2022-09-12T07:00:00 2022-09-12 | Anna Dovran<>\n"
      "  content text/html <p>Two hit.</p>\n  content text/plain Two hit.\n");
  EXPECT_EQ(printed_feed("{\"version\": \"https://jsonfeed.org/version/1\", \"items\": ["),
            "not-text: this is no JSON Feed: it is cut, or does not name its version");
  EXPECT_EQ(printed_feed("{\"title\": \"no feed\"}").substr(0, 8), "not-text");
}

// One bad item never loses the rest.
TEST(Feed, ill_formed_is_read_as_far_as_it_goes) {
  struct Case {
    const char* bytes;
    const char* titles;
  };
  const Case cases[] = {
      {"<rss version='2.0'><channel><item><title>One & "
       "two</title></item><item><title>Three</title></item></channel></rss>",
       "One & two/Three/"},
      {"<rss><channel><item><title>One<item><title>Two</title></item></channel></rss>", "One/Two/"},
      {"<rss><channel><item><title>One</title></b></item><item><title>Two</titel></item><item><title>Three",
       "One/Two/Three/"},
      {"<rss><channel><item><title><![CDATA[One</title></item><item><title>Two</title></item></channel></rss>",
       "One/Two/"},
      {"<rss><channel><item><title>One</title><!-- open</item><item><title>Two</title></item></channel></rss>",
       "One/Two/"},
      {"<rss><channel><item><title>One</title><link x='1 y></item><item><title>Two</title></item></channel></rss>",
       "One/Two/"},
      {"<rss><channel><item><title>1 < 2 &nope; "
       "&eacute;</title></item><item><foo:x>y</foo:x><title>Two</title></item></channel>",
       "1 < 2 &nope; é/Two/"},
      {"<item><title>Alone</title></item><item><title>Too</title></item>", "Alone/Too/"},
      {"<rss><channel><ITEM><Title>One</tItle></item></channel></rss>", "One/"},
  };
  for (const Case& one : cases) {
    const auto feed = read_feed(one.bytes, {});
    ASSERT_TRUE(feed) << one.bytes;
    std::string titles;
    for (const FeedEntry& entry : feed->entries) titles += entry.title.value + "/";
    EXPECT_EQ(titles, one.titles) << one.bytes;
    EXPECT_FALSE(feed->well_formed) << one.bytes;
    EXPECT_EQ(feed->notes.size(), 1u) << one.bytes;
  }
}

TEST(Feed, what_is_none_is_refused) {
  EXPECT_EQ(printed_feed("  \n"), "empty: the feed is empty");
  EXPECT_EQ(printed_feed("<html><body><p>Two hit.</p></body></html>"),
            "not-text: this is no feed: it holds neither a channel nor an item");
  EXPECT_EQ(printed_feed("Two hit.").substr(0, 8), "not-text");
  EXPECT_EQ(printed_feed(std::string(33u << 20, ' ')).substr(0, 9), "too-large");
}

TEST(Feed, looks_like_one) {
  for (const char* bytes :
       {"<rss version='2.0'>", "\xef\xbb\xbf<?xml version='1.0'?>\n<!-- x -->\n<feed>", "<rdf:RDF xmlns:rdf='x'>",
        "<atom:feed>", "{\"version\": \"https://jsonfeed.org/version/1\"}", "<CHANNEL>",
        "<!DOCTYPE rss PUBLIC 'x'><rss>"})
    EXPECT_TRUE(looks_like_feed(bytes)) << bytes;
  for (const char* bytes : {"<html>", "<!doctype html><feed>", "rss", "", "{\"version\": 1}", "<!-- <rss>", "<rssx>"})
    EXPECT_FALSE(looks_like_feed(bytes)) << bytes;
}

TEST(Feed, entities_of_the_feed_are_not_expanded) {
  std::string bomb = "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a0 'ha'>";
  for (int i = 1; i < 40; ++i)
    bomb += "<!ENTITY a" + std::to_string(i) + " '&a" + std::to_string(i - 1) + ";&a" + std::to_string(i - 1) + ";'>";
  bomb +=
      "<!ENTITY own SYSTEM 'file:///etc/passwd'>]><rss "
      "version='2.0'><channel><title>&a39;&own;</title></channel></rss>";
  const auto feed = read_feed(bomb, {});
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->title.value, "&a39;&own;");
  EXPECT_FALSE(feed->well_formed);
}

struct EncodingCase {
  const char* type;
  std::string bytes;
  const char* title;
  const char* encoding;
  const char* rule;
  bool well_formed;
};

TEST(Feed, encodings) {
  const std::string koi = "\xeb\xc9\xc5\xd7";  // Киев in KOI8-R
  const std::string utf8 = "\xd0\x9a\xd0\xb8\xd0\xb5\xd0\xb2";
  const auto rss = [](const std::string& declaration, const std::string& title) {
    return declaration + "<rss version='2.0'><channel><title>" + title + "</title></channel></rss>";
  };
  std::string wide;
  for (const char c : rss("", "Kesh")) (wide += c) += '\0';
  const EncodingCase cases[] = {
      {"", rss("<?xml version='1.0' encoding='KOI8-R'?>", koi), utf8.c_str(), "koi8-r", "xml declaration", true},
      {"application/rss+xml; charset=koi8-r", rss("<?xml version='1.0' encoding='utf-8'?>", koi), utf8.c_str(),
       "koi8-r", "http header", true},
      {"", rss("", utf8), utf8.c_str(), "utf-8", "default", true},
      {"", "\xef\xbb\xbf" + rss("", utf8), utf8.c_str(), "utf-8", "byte order mark", true},
      {"text/xml", rss("<?xml version='1.0' encoding='utf-8'?>", utf8), utf8.c_str(), "utf-8", "xml declaration",
       false},
      {"text/xml", rss("", "Kesh"), "Kesh", "us-ascii", "media type", true},
      {"text/plain; charset=utf-8", rss("", "Kesh"), "Kesh", "utf-8", "http header", false},
      {"", "\xff\xfe" + wide, "Kesh", "utf-16le", "byte order mark", true},
      {"", wide, "Kesh", "utf-16le", "content", true},
      {"", rss("<?xml version='1.0' encoding='nonsense'?>", utf8), utf8.c_str(), "utf-8", "default", false},
      {"", rss("", "caf\xe9"), "caf\xc3\xa9", "windows-1252", "content", false},
      {"", rss("", "don&#146;t"), "don\xe2\x80\x99t", "utf-8", "default", true},
  };
  for (const EncodingCase& one : cases) {
    const auto feed = read_feed(one.bytes, {}, {.content_type = one.type});
    ASSERT_TRUE(feed) << one.encoding << ": " << feed.error().message;
    EXPECT_EQ(feed->title.value, one.title) << one.type;
    EXPECT_EQ(feed->encoding, one.encoding) << one.type;
    EXPECT_EQ(feed->encoding_rule, one.rule) << one.type;
    EXPECT_EQ(feed->well_formed, one.well_formed) << one.type << one.encoding;
  }
  const auto given = read_feed(rss("", koi), {.encoding = "KOI8-R"});
  ASSERT_TRUE(given);
  EXPECT_EQ(given->title.value, utf8);
  EXPECT_EQ(given->encoding_rule, "option");
}

TEST(Feed, dates) {
  struct Case {
    const char* text;
    const char* read;
  };
  const Case cases[] = {{"Thu, 01 Jan 2004 14:48:21 EST", "2004-01-01T19:48:21 2004-01-01"},
                        {"Thu, 1 January 2004 19:48 +0200", "2004-01-01T17:48:00 2004-01-01"},
                        {"01 Jan 04 19:48:21 GMT", "2004-01-01T19:48:21 2004-01-01"},
                        {"Thu Jan  1 19:48:21 2004", "2004-01-01T19:48:21 2004-01-01"},
                        {"01-Jan-2004 10:00:00 GMT", "2004-01-01T10:00:00 2004-01-01"},
                        {"Sept 12, 2022 9:05", "2022-09-12T09:05:00 2022-09-12"},
                        {"2003-12-31T10:14:55-08:00", "2003-12-31T18:14:55 2003-12-31"},
                        {"2003-12-31T10:14:55.123Z", "2003-12-31T10:14:55 2003-12-31"},
                        {"2003-12-31 10:14:55 +0100", "2003-12-31T09:14:55 2003-12-31"},
                        {"2003-12-31T10:14", "2003-12-31T10:14:00 2003-12-31"},
                        {"20031231T101455Z", "2003-12-31T10:14:55 2003-12-31"},
                        {"2003-12", "2003-12-01T00:00:00"},
                        {"2003", "2003-01-01T00:00:00"},
                        {"2003-02-30", "none"},
                        {"01/02/2004", "none"},
                        {"yesterday", "none"},
                        {"Thu, 01 Jan 2004 25:61:00 GMT", "none"},
                        {"2004-01-01T10:00:00+99:00", "none"},
                        {"", "none"}};
  for (const Case& one : cases) EXPECT_EQ(printed(dispatch::read_feed_date(one.text)), one.read) << one.text;
}

TEST(Feed, people) {
  struct Case {
    const char* text;
    const char* name;
    const char* email;
  };
  const Case cases[] = {{"anna@kesh.example (Anna Dovran)", "Anna Dovran", "anna@kesh.example"},
                        {"Anna Dovran <anna@kesh.example>", "Anna Dovran", "anna@kesh.example"},
                        {"Anna Dovran (mailto:anna@kesh.example)", "Anna Dovran", "anna@kesh.example"},
                        {"anna@kesh.example", "", "anna@kesh.example"},
                        {"Anna Dovran", "Anna Dovran", ""},
                        {"@keshtimes", "@keshtimes", ""}};
  for (const Case& one : cases) {
    const FeedPerson person = dispatch::read_person(one.text);
    EXPECT_EQ(person.name, one.name) << one.text;
    EXPECT_EQ(person.email, one.email) << one.text;
  }
}

TEST(Feed, addresses) {
  struct Case {
    const char* base;
    const char* reference;
    const char* whole;
  };
  const Case cases[] = {{"http://kesh.example/a/b.html", "../c?d=1", "http://kesh.example/c?d=1"},
                        {"http://kesh.example/a/b.html?x#y", "#z", "http://kesh.example/a/b.html?x#z"},
                        {"http://kesh.example", "c", "http://kesh.example/c"},
                        {"http://kesh.example/a/", "/../../c/./d/..", "http://kesh.example/c/"},
                        {"https://kesh.example/a", "//ostrel.example/b", "https://ostrel.example/b"},
                        {"", "c", "c"},
                        {"http://kesh.example/", "mailto:anna@kesh.example", "mailto:anna@kesh.example"},
                        {"", "http:///kesh.example/", "http://kesh.example/"}};
  for (const Case& one : cases)
    EXPECT_EQ(dispatch::resolve_address(one.base, one.reference), one.whole) << one.reference;
  for (const char* safe : {"http://kesh.example/", "a/b:c", "?q=a:b", "#a:b", "MAILTO:x@kesh.example", ""})
    EXPECT_TRUE(dispatch::is_safe_address(safe)) << safe;
  for (const char* bad : {"javascript:x()", " java\nscript:x()", "\x01javascript:x()", "JaVaScRiPt:x()",
                          "data:text/html,x", "vbscript:x", "file:///etc/passwd", "unknown:x", "\xd0\xb6javascript:x"})
    EXPECT_FALSE(dispatch::is_safe_address(bad)) << bad;
}

// Relative addresses are made whole unless a small file would grow large of it.
TEST(Feed, addresses_stay_relative_where_a_long_base_would_multiply_the_feed) {
  const auto feed_of = [](std::size_t links, bool json) {
    std::string text;
    for (std::size_t i = 0; i < links; ++i) text += json ? "<a href='x'></a>" : "&lt;a href='x'>&lt;/a>";
    if (json) return R"({"version": "https://jsonfeed.org/version/1.1", "items": [{"content_html": ")" + text + "\"}]}";
    return "<rss version='2.0' xml:base='https://kesh.example/" + std::string(480, 'b') +
           "/'><channel><item><title>Two hit</title><link>/1</link><description>" + text +
           "</description></item></channel></rss>";
  };
  const std::string url = "https://kesh.example/" + std::string(480, 'b') + "/";
  for (const bool json : {false, true}) {
    const auto small = read_feed(feed_of(1000, json), {.url = url});
    ASSERT_TRUE(small && small->entries.size() == 1);
    const FeedText& grown = json ? small->entries[0].content[0] : small->entries[0].summary;
    EXPECT_TRUE(grown.value.starts_with("<a href=\"https://kesh.example/bbb")) << grown.value.substr(0, 60);
    const auto large = read_feed(feed_of(200'000, json), {.url = url});
    ASSERT_TRUE(large && large->entries.size() == 1);
    const FeedText& kept = json ? large->entries[0].content[0] : large->entries[0].summary;
    EXPECT_TRUE(kept.value.starts_with("<a href=\"x\"></a>")) << kept.value.substr(0, 60);
    EXPECT_EQ(kept.value.size(), 200'000U * 16);
    ASSERT_EQ(large->notes.size(), small->notes.size() + 1);
    EXPECT_TRUE(large->notes[0].ends_with("relative ones stay as they are written")) << large->notes[0];
  }
}

TEST(Feed, a_dangerous_address_is_none) {
  const auto feed = read_feed(
      "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='javascript:x()'><link href='java&#10;script:x()'/>"
      "<entry><link href='data:text/html,x'/><author><name>A</name><uri>vbscript:x</uri></author>"
      "<title type='html'>&lt;a href=\"&amp;#106;avascript:x()\">t&lt;/a></title></entry></feed>",
      {});
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->link, "");
  EXPECT_EQ(feed->entries[0].link, "");
  EXPECT_EQ(feed->entries[0].authors[0].url, "");
  EXPECT_EQ(feed->entries[0].title.value, "<a href=\"\">t</a>");
  EXPECT_EQ(feed->entries[0].title.base, "");
}

TEST(Feed, other_elements_are_fields) {
  const auto feed = read_feed(
      "<rss version='2.0' xmlns:m='http://search.yahoo.com/mrss/' xmlns:own='urn:own' "
      "xmlns:g='http://www.georss.org/georss'>"
      "<channel><ttl>60</ttl><item><m:player url='https://kesh.example/p'/><own:Mood>grim</own:Mood>"
      "<g:point>36.5 -31.25</g:point></item></channel></rss>",
      {});
  ASSERT_TRUE(feed);
  EXPECT_EQ(feed->fields, (std::vector<FeedField>{{.name = "ttl", .value = "60"}}));
  const std::vector<FeedField> wanted{{.name = "media:player", .parts = {{"url", "https://kesh.example/p"}}},
                                      {.name = "own:mood", .value = "grim"}};
  EXPECT_EQ(feed->entries[0].fields, wanted);
  EXPECT_EQ(feed->entries[0].place, (FeedPlace{.kind = "Point", .points = {{-31.25, 36.5}}}));
}

}  // namespace
}  // namespace sayso::test
