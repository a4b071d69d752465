// Any bytes as a feed: no crash, and what is kept of it is harmless: HTML that cleaning would change no more, addresses
// that run nothing, texts that are UTF-8; and its entries can be made inputs.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "dispatch/feed.h"
#include "dispatch/feed_inputs.h"
#include "dispatch/html_cleaning.h"
#include "dispatch/relative_address.h"

namespace {

using namespace sayso;

void check(bool promise) {
  if (!promise) std::abort();
}

void check_text(const FeedText& text) {
  check(!first_invalid(text.value));
  if (text.is_html()) check(dispatch::clean_html(text.value, "") == text.value);
}

void check_facts(const FeedFacts& facts) {
  for (const FeedText* const text : {&facts.title, &facts.summary, &facts.info, &facts.rights}) check_text(*text);
  check(dispatch::is_safe_address(facts.link));
  for (const FeedLink& link : facts.links) check(dispatch::is_safe_address(link.href));
  for (const FeedPerson& person : facts.authors) check(dispatch::is_safe_address(person.url));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr const char* types[] = {"", "text/xml", "application/xml; charset=koi8-r", "application/json"};
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const ReadOptions options{.path = "feed", .url = (data[0] & 4) != 0 ? "https://kesh.example/a/rss" : ""};
  const auto feed = read_feed(bytes, options, {.content_type = types[data[0] & 3]});
  if (!feed) return 0;
  check_facts(*feed);
  for (const FeedEntry& entry : feed->entries) {
    check_facts(entry);
    for (const FeedText& text : entry.content) check_text(text);
    if (entry.source) check_facts(*entry.source);
  }
  const FeedIndex index(*feed);
  for (const FeedInput& input : feed_inputs(*feed, "feed")) check(input.entry < feed->entries.size());
  return 0;
}
