// From a feed to what can be read: entries that hold a whole text, and facts for pages that entries point to.
//
//     for (FeedInput& input : feed_inputs(*feed, "kesh.rss"))
//       read_dispatch(input.bytes, input.options, outlets);      // the entry's own text, as a page
//
//     const FeedIndex index(*feed);
//     if (const FeedEntry* entry = index.find("http://www.kesh.example/news/1/?utm_source=rss#top"))
//       options.pointer = pointer_of(*feed, *entry);             // fills what the page leaves open, by rule "feed"
//
// An entry is a pointer to an article and mostly holds a few words of it. Its text is an input of its own only if it is
// as long as an article; the page, if it is at hand, is the better input: the two are different dispatches with
// different bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "dispatch/feed.h"
#include "sayso/reading.h"

namespace sayso {

// Words that make a text one to read rather than a teaser; of a summary, which is rarely more than that.
constexpr std::size_t least_content_words = 40;
constexpr std::size_t least_summary_words = 80;

struct FeedInput {
  std::size_t entry = 0;  // of Feed::entries
  std::string bytes{};    // an HTML page made of the entry: its title, then its text; UTF-8
  ReadOptions options{};  // path "kesh.rss#3" (the third entry), format, encoding, url and pointer
};

// One input for each entry with enough words, in the feed's order. `path` is the feed's.
std::vector<FeedInput> feed_inputs(const Feed& feed, std::string_view path);

// What the feed says of an entry's article: title, outlet (the entry's source, else the feed's title), authors, day of
// publication (else of creation, else of the last change) as printed, language.
Pointer pointer_of(const Feed& feed, const FeedEntry& entry);

// A text's words without markup, white space made single.
std::string words_of(const FeedText& text);

// An address as two that lead to one page share it: without scheme, "www.", usual port, fragment, parameters that only
// count readers (utm_source …) and a slash at the end; the host in lower case. Empty if it is no web address.
std::string address_key(std::string_view address);

class FeedIndex {
 public:
  // REQUIRES: the feed outlives the index.
  explicit FeedIndex(const Feed& feed);

  // The entry that points to this address, by any of its links; null if none does. Of several the first.
  const FeedEntry* find(std::string_view address) const;

 private:
  const Feed& feed_;
  std::unordered_map<std::string, std::size_t> entries_{};
};

}  // namespace sayso
