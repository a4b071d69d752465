// From feeds to what is read: entries with a text of their own, and facts for the pages that entries point to.
#include "dispatch/feed_inputs.h"

#include <gtest/gtest.h>

#include "dispatch/printed.h"

namespace sayso::test {
namespace {

const std::string sentence = "Two bridges near Ostrel were hit on Monday, the mayor of Dovran said in the evening. ";

std::string five_sentences() {
  std::string text;
  for (int i = 0; i < 5; ++i) text += sentence;
  return text;
}

Feed example() {
  auto feed = read_feed(
      "<rss version='2.0' xmlns:content='http://purl.org/rss/1.0/modules/content/' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'>"
      "<channel><title>Kesh Times</title><language>en</language>"
      "<item><title>Bridges &amp; roads hit</title><link>https://kesh.example/news/1?utm_source=rss</link>"
      "<pubDate>Mon, 12 Sep 2022 01:30:00 +0300</pubDate><dc:creator>Anna Dovran</dc:creator>"
      "<description>A teaser.</description><content:encoded><![CDATA[<p>" +
          five_sentences() + "</p><p onclick='x()'>" + five_sentences() +
          "</p>]]></content:encoded></item>"
          "<item><title>Only a "
          "teaser</title><link>https://www.kesh.example/news/2/</link><guid>https://kesh.example/news/1</guid>"
          "<description>Read more.</description></item>"
          "<item><title>Long summary</title><link>https://kesh.example/news/3</link><description>" +
          five_sentences() + five_sentences() + "</description></item></channel></rss>",
      {});
  return feed ? *std::move(feed) : Feed();
}

TEST(FeedInputs, entries_with_a_text_are_read_as_pages) {
  const Feed feed = example();
  const std::vector<FeedInput> inputs = feed_inputs(feed, "kesh.rss");
  ASSERT_EQ(inputs.size(), 2u);
  EXPECT_EQ(inputs[0].entry, 0u);
  EXPECT_EQ(inputs[1].entry, 2u);
  EXPECT_EQ(inputs[0].options.path, "kesh.rss#1");
  EXPECT_EQ(inputs[0].bytes.find("teaser"), std::string::npos) << "the summary is not the body";
  EXPECT_EQ(inputs[0].bytes.find("onclick"), std::string::npos);

  const auto dispatch = read_dispatch(inputs[0].bytes, inputs[0].options, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->url, "https://kesh.example/news/1?utm_source=rss");
  EXPECT_EQ(dispatch->title.value, "Bridges & roads hit");
  EXPECT_EQ(dispatch->published, day_of_iso("2022-09-12"));
  EXPECT_EQ(dispatch->published_as.rule, "feed");
  EXPECT_EQ(dispatch->outlet, (Found{.value = "Kesh Times", .rule = "feed"}));
  EXPECT_EQ(dispatch->byline.value, "Anna Dovran");
  EXPECT_EQ(dispatch->language.value, "en");
  EXPECT_TRUE(dispatch->text.starts_with("Bridges & roads hit\n\nTwo bridges near Ostrel"));
  EXPECT_EQ(dispatch->paragraphs[0].kind, ParagraphKind::headline);
}

TEST(FeedInputs, plain_text_keeps_its_paragraphs) {
  const auto feed =
      read_feed("{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": \"1\", \"content_text\": \"" +
                    five_sentences() + "5 < 6.\\n\\n" + five_sentences() + "\"}]}",
                {});
  ASSERT_TRUE(feed);
  const std::vector<FeedInput> inputs = feed_inputs(*feed, "a.json");
  ASSERT_EQ(inputs.size(), 1u);
  const auto dispatch = read_dispatch(inputs[0].bytes, inputs[0].options, outlets());
  ASSERT_TRUE(dispatch) << dispatch.error().message;
  EXPECT_EQ(dispatch->paragraphs.size(), 2u) << paragraphs(*dispatch);
  EXPECT_NE(dispatch->text.find("5 < 6."), std::string::npos);
}

TEST(FeedInputs, entries_are_found_by_address) {
  const Feed feed = example();
  const FeedIndex index(feed);
  struct Case {
    const char* address;
    const char* title;
  };
  const Case cases[] = {{"http://www.kesh.example/news/1/#top", "Bridges & roads hit"},
                        {"https://KESH.example:443/news/1?fbclid=x&utm_medium=y", "Bridges & roads hit"},
                        {"https://kesh.example/news/2", "Only a teaser"},
                        {"https://kesh.example/news/1?page=2", ""},
                        {"https://kesh.example/News/1", ""},
                        {"https://kesh.example/", ""},
                        {"", ""},
                        {"kesh.example/news/1", ""}};
  for (const Case& one : cases) {
    const FeedEntry* const entry = index.find(one.address);
    EXPECT_EQ(entry == nullptr ? "" : entry->title.value, one.title) << one.address;
  }
}

TEST(FeedInputs, a_page_keeps_what_it_says_and_gets_the_rest) {
  const Feed feed = example();
  const std::string body =
      "<body><article><p>" + five_sentences() + "</p><p>" + five_sentences() + "</p></article></body></html>";
  const ReadOptions options{
      .path = "1.html", .url = "https://kesh.example/news/1", .pointer = pointer_of(feed, feed.entries[0])};

  const auto bare = read_dispatch("<html>" + body, options, outlets());
  ASSERT_TRUE(bare);
  EXPECT_EQ(bare->title, (Found{.value = "Bridges & roads hit", .rule = "feed"}));
  EXPECT_EQ(bare->byline, (Found{.value = "Anna Dovran", .rule = "feed"}));
  EXPECT_EQ(bare->published_as, (Found{.value = "2022-09-12T01:30+03:00", .rule = "feed"}));

  const auto rich = read_dispatch(
      "<html lang=\"de\"><head><meta property=\"og:title\" content=\"Roads hit\">"
      "<meta property=\"article:published_time\" content=\"2022-09-11T10:00:00Z\"></head>" +
          body,
      options, outlets());
  ASSERT_TRUE(rich);
  EXPECT_EQ(rich->title.value, "Roads hit");
  EXPECT_EQ(rich->language.value, "de");
  EXPECT_EQ(rich->published, day_of_iso("2022-09-11"));
  EXPECT_EQ(rich->byline.rule, "feed");
}

TEST(FeedInputs, the_day_of_a_change_is_no_day_of_publication) {
  const auto atom = read_feed(
      "<feed "
      "xmlns='http://www.w3.org/2005/Atom'><entry><title>T</title><updated>2022-09-14T10:00:00Z</updated></entry></"
      "feed>",
      {});
  ASSERT_TRUE(atom);
  EXPECT_EQ(pointer_of(*atom, atom->entries[0]).published, "");
  const auto rss = read_feed(
      "<rss version='2.0' "
      "xmlns:dc='http://purl.org/dc/elements/1.1/'><channel><item><dc:date>2022-09-14</dc:date></item></channel></rss>",
      {});
  ASSERT_TRUE(rss);
  EXPECT_EQ(pointer_of(*rss, rss->entries[0]).published, "2022-09-14");
}

TEST(FeedInputs, a_source_is_the_outlet) {
  const auto feed = read_feed(
      "<rss version='2.0'><channel><title>Planet</title><item><title>T</title>"
      "<source url='https://ostrel.example/rss'>Ostrel Post</source></item></channel></rss>",
      {});
  ASSERT_TRUE(feed);
  EXPECT_EQ(pointer_of(*feed, feed->entries[0]).outlet, "Ostrel Post");
}

}  // namespace
}  // namespace sayso::test
