// Feeds and HTML made to hurt: what is kept of them is harmless, and none takes long. Time is bounded by a wide margin,
// so that only a quadratic reader fails.
#include <gtest/gtest.h>

#include <ctime>

#include "dispatch/feed.h"
#include "dispatch/hostile_pages.h"
#include "dispatch/html_cleaning.h"
#include "patience.h"

namespace sayso::test {
namespace {

TEST(Cleaning, what_stays) {
  struct Case {
    const char* html;
    const char* clean;
  };
  const Case cases[] = {
      {"<P Class=a onclick='x()'>Two <B>hit</B><br/></P>", "<p class=\"a\">Two <b>hit</b><br /></p>"},
      {"a<script>x()</script>b<SCRIPT src=y>z</script >c", "abc"},
      {"a<script>never ends", "a"},
      {"<iframe src=x>inside</iframe><object><embed src=y></object>", "inside"},
      {"<svg onload=x()><title>t</title></svg><math><mtext>m</mtext></math>", "tm"},
      {"<a href='javascript:x()'>l</a>", "<a href=\"\">l</a>"},
      {"<a href=' &#106;ava&Tab;script&colon;x()'>l</a>", "<a href=\"\">l</a>"},
      {"<a href=../b?c=1&d=2>l</a>", "<a href=\"https://kesh.example/b?c=1&amp;d=2\">l</a>"},
      {"<img src=x onerror=x() alt='<script>x()</script>'>",
       "<img alt=\"&lt;script&gt;x()&lt;/script&gt;\" src=\"https://kesh.example/a/x\" />"},
      {"<p style='color: red; position: fixed; width: expression(x()); background: url(x)'>t</p>",
       "<p style=\"color: red;\">t</p>"},
      {"<p style='c\\6flor: red; margin: 99999em; height: 1px /* */'>t</p>", "<p>t</p>"},
      {"<p style='font-family: &quot;A B&quot;; color: rgb(1, 2, 3)'>t</p>",
       "<p style=\"font-family: &quot;A B&quot;; color: rgb(1, 2, 3);\">t</p>"},
      {"5 < 6 & 7 &amp; 8 &nope; &#X41;", "5 &lt; 6 &amp; 7 &amp; 8 &amp;nope; &#x41;"},
      {"<!-- a --><!doctype html><?php x ?>b", "b"},
      {"a<!-- never ends", "a"},
      {"<![CDATA[<b>c</b>]]>d", "<b>c</b>d"},
      {"<a href=\"x\" title=\"cut", "&lt;a href=\"x\" title=\"cut"},
      {"<p/onclick=x()/class=b>t", "<p>t"},
      {"<p title=a title=b>", "<p title=\"a\">"},
      {"<scr<script>ipt>x()</scr</script>ipt>", "ipt>x()ipt>"},
      {"<textarea><img title=\"</textarea><script>x()</script>\"></textarea>",
       "<textarea><img title=\"&lt;/textarea&gt;&lt;script&gt;x()&lt;/script&gt;\" /></textarea>"},
      {"<base href=javascript:x()><link rel=stylesheet href=x><meta http-equiv=refresh content=1>t", "t"},
  };
  for (const Case& one : cases)
    EXPECT_EQ(dispatch::clean_html(one.html, "https://kesh.example/a/b"), one.clean) << one.html;
}

TEST(Cleaning, cleaning_twice_is_cleaning_once) {
  for (const char* html : {"<p onclick=x>5 < 6 & 7 <b>&amp;</b>", "<a href=x?a=1&b=2>&#X41;</a>", "<![CDATA[<i>]]>",
                           "<a <b <c", "&lt;script&gt;", "<scr<script>ipt>x()"}) {
    const std::string once = dispatch::clean_html(html, "https://kesh.example/");
    EXPECT_EQ(dispatch::clean_html(once, "https://kesh.example/"), once) << html;
  }
}

TEST(Cleaning, tells_html_from_text) {
  for (const char* html : {"<p>Two hit.</p>", "A &amp; B", "5 &lt; 6", "<b>x</b> 5 < 6"})
    EXPECT_TRUE(dispatch::seems_html(html)) << html;
  for (const char* text : {"Two hit.", "5 < 6 & 7", "<p>never closed", "<nosuch>x</nosuch>", "&nope;", "a </ b"})
    EXPECT_FALSE(dispatch::seems_html(text)) << text;
}

TEST(HostileFeed, linear_time) {
  const std::string open = "<rss version='2.0'><channel><item><description>";
  const std::string html = "<rss version='2.0'><channel><item><description><![CDATA[";
  const std::string end = "]]></description></item></channel></rss>";
  std::string attributes = "<rss";
  std::string spaces;
  for (int i = 0; i < 30000; ++i) {
    attributes += " a" + std::to_string(i) + "=''";
    spaces += "<a xmlns:p" + std::to_string(i) + "='urn:" + std::to_string(i) + "'>";
  }
  const std::string feeds[] = {
      repeated("<a>", 300000),
      repeated("<item>", 100000),
      repeated("<rss><channel><item><title>t", 30000),
      open + repeated("<![CDATA[", 100000),
      open + repeated("<!--", 200000),
      open + repeated("<?x ", 200000),
      repeated("<!doctype [<!--'", 60000),
      open + repeated("</nothing>", 100000),
      open + repeated("<a b='", 100000),
      open + repeated("<a b=\"'", 100000),
      open + repeated("&x", 300000),
      attributes + "><channel/></rss>",
      spaces,
      html + repeated("<a ", 200000) + end,
      html + repeated("<a \"", 200000) + end,
      html + repeated("<!--", 200000) + end,
      html + repeated("<![CDATA[", 100000) + end,
      html + repeated("<script>", 100000) + end,
      html + repeated("</script", 100000) + end,
      html + repeated("<style></styl", 100000) + end,
      html + repeated("<b>", 300000) + end,
      html + repeated("&", 600000) + end,
      html + "<b" + repeated(" a=b", 200000) + ">" + end,
      html + "<b style='" + repeated("color:red;", 60000) + "'>" + end,
      html + repeated("<?", 300000) + end,
      "<rss><channel><item><category>" + repeated("x</category><category>", 30000),
      "<rss><channel><item><author>" + repeated("x@", 200000),
      "<rss><channel><item><pubDate>" + repeated("1 ", 200000),
      "<feed xml:base='http://kesh.example/" + repeated("a", 100000) + "'>" + repeated("<link href='b'/>", 30000),
      "<feed><entry><content type='xhtml'>" + repeated("<div xml:base='x/'>", 100000),
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": " + repeated("[", 200000),
      "{\"version\": \"https://jsonfeed.org/version/1\", \"items\": [{\"a\": " + repeated("[", 100000) +
          repeated("]", 100000) + "}]}",
  };
  for (const std::string& bytes : feeds) {
    const std::clock_t begin = std::clock();  // of this process: other programs do not count
    const auto feed = read_feed(bytes, {.url = "https://kesh.example/rss"});
    const double time = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    EXPECT_LT(time, 3 * patience) << bytes.substr(0, 80);
    if (feed) {
      EXPECT_LE(feed->entries.size(), most_feed_entries);
    }
  }
}

TEST(HostileFeed, a_small_file_stays_small) {
  const std::string base = "http://kesh.example/" + repeated("a", 4000) + "/";
  std::string bytes = "<feed xml:base='" + base + "'>";
  for (int i = 0; i < 2000; ++i) bytes += "<entry><title type='html'>&lt;a href=b></title><link href='c'/></entry>";
  const auto feed = read_feed(bytes, {});
  ASSERT_TRUE(feed);
  std::size_t kept = 0;
  for (const FeedEntry& entry : feed->entries)
    kept += entry.title.value.size() + entry.title.base.size() + entry.link.size();
  EXPECT_LT(kept, bytes.size() * 20);
}

TEST(HostileFeed, depth_is_flattened_and_said) {
  const auto feed = read_feed("<rss version='2.0'><channel><item><title>One</title>" + repeated("<a>", 2000) +
                                  repeated("</a>", 2000) + "</item><item><title>Two</title></item></channel></rss>",
                              {});
  ASSERT_TRUE(feed);
  ASSERT_EQ(feed->entries.size(), 2u);
  EXPECT_EQ(feed->entries[1].title.value, "Two");
  EXPECT_NE(feed->notes.back().find("512 levels"), std::string::npos);
}

}  // namespace
}  // namespace sayso::test
