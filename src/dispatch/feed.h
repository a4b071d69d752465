// A feed: what an outlet says it published, item by item, with where to read it.
//
//     auto feed = read_feed(bytes, {.path = "kesh.rss", .url = "https://kesh.example/rss"});
//     feed->title.value == "Kesh Times";   feed->entries[0].link == "https://kesh.example/news/1"
//     feed->entries[0].published.instant   2022-09-12T08:00:00Z, of the printed "Mon, 12 Sep 2022 11:00 +0300"
//
// Read are RSS 0.90 to 2.0, Atom 0.3 and 1.0, RDF, CDF and JSON Feed. An entry points to an article and is none: its
// summary and its content are kept apart, and neither is the page. HTML in it is harmless (html_cleaning.h), addresses
// are whole (relative ones are resolved); of a dangerous address nothing is kept. Text of type "text/plain" is text and
// may hold "<": who shows it escapes it. What a feed does not say is empty.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sayso/reading.h"
#include "sayso/result.h"
#include "sayso/time.h"

namespace sayso {

struct FeedText {
  std::string value{};
  std::string type{};  // "text/plain", "text/html", "application/xhtml+xml" or what the feed says; empty: no such text
  std::string base{};  // what relative addresses in it were resolved with
  std::string language{};  // "en-US"
  std::string address{};   // content that stands elsewhere

  bool is_html() const { return type == "text/html" || type == "application/xhtml+xml"; }
  bool operator==(const FeedText&) const = default;
};

struct FeedDate {
  std::string printed{};
  std::optional<std::chrono::sys_seconds> instant{};  // without a zone: UTC
  std::optional<Day> day{};                           // as printed, in the writer's zone
  std::optional<Clock> clock{};                       // the time of that day, if one is printed

  std::optional<Clock> clock_on(Day wanted) const { return day == wanted ? clock : std::nullopt; }
  bool operator==(const FeedDate&) const = default;
};

struct FeedLink {
  std::string rel{};  // "alternate", "enclosure", "self", "license" …
  std::string type{}, href{}, title{}, hreflang{}, length{};

  bool operator==(const FeedLink&) const = default;
};

struct FeedPerson {
  std::string name{}, email{}, url{};

  bool operator==(const FeedPerson&) const = default;
};

struct FeedCategory {
  std::string term{}, scheme{}, label{};

  bool operator==(const FeedCategory&) const = default;
};

struct FeedImage {
  std::string url{}, title{}, link{}, description{}, width{}, height{};

  bool operator==(const FeedImage&) const = default;
};

// Any element without a place of its own, read as it stands: "ttl", "media:player" with its attributes, "textinput"
// with the texts inside it.
struct FeedField {
  std::string name{};  // lower case, with the usual prefix of its namespace: "media:player", "ttl"
  std::string value{};
  std::vector<std::pair<std::string, std::string>> parts{};

  bool operator==(const FeedField&) const = default;
};

// A place as GeoRSS or GML gives it.
struct FeedPlace {
  std::string kind{};                         // "Point", "LineString", "Polygon", "Box"; empty: none
  std::vector<std::vector<double>> points{};  // longitude, latitude and perhaps height; or as printed in `system`
  std::string system{};                       // "EPSG:32636" if the figures are no longitudes and latitudes

  bool operator==(const FeedPlace&) const = default;
};

// What a feed, an entry and an entry's source say of themselves in the same words.
struct FeedFacts {
  std::string id{};    // a relative address made whole; to tell entries apart, not to be followed
  std::string link{};  // of the page; of an RSS item without a link its guid, if that is an address
  std::vector<FeedLink> links{};
  FeedText title{}, summary{}, info{}, rights{};  // a feed's subtitle is its summary
  std::vector<FeedPerson> authors{}, contributors{};
  FeedPerson publisher{};
  std::vector<FeedCategory> categories{};
  FeedDate published{}, updated{}, created{}, expired{}, valid_from{}, valid_until{};
  std::string language{};
  std::string generator{}, generator_url{}, generator_version{};
  std::string icon{}, logo{};
  FeedImage image{};
  FeedPlace place{};
  std::vector<FeedField> fields{};

  bool operator==(const FeedFacts&) const = default;
};

struct FeedEntry : FeedFacts {
  std::vector<FeedText> content{};
  bool id_is_link = false;            // the link is the guid
  std::optional<FeedFacts> source{};  // the feed that this entry came from

  bool operator==(const FeedEntry&) const = default;
};

struct Feed : FeedFacts {
  std::string kind{};  // "rss20", "rss091n", "rss10", "atom03", "atom10", "cdf", "json11" … ; empty: like none of them
  std::string encoding{};       // "utf-8": lower case, as it was named
  std::string encoding_rule{};  // what said so: "option", "byte order mark", "http header", "xml declaration", "media
                                // type", "content" (the bytes are of no other) or "default"
  bool well_formed = true;      // in its form and in how it was served
  std::vector<std::string> notes{};  // what is wrong, in plain words
  std::vector<FeedEntry> entries{};

  bool operator==(const Feed&) const = default;
};

// Of the reply that the bytes came in: its headers' values as they are, empty if unknown.
struct FeedReply {
  std::string content_type{};  // "application/rss+xml; charset=utf-8"
  std::string content_language{};
  std::string content_location{};
};

// Items beyond this many are passed over, with a note.
constexpr std::size_t most_feed_entries = 50'000;

// Reads as far as it goes: what is ill-formed is read and reported, one bad item never loses the rest. Document types
// and their entities are not looked at. Of the options `path`, `encoding` and `url` (what relative addresses stand to)
// count. Errors: empty, too_large, not_text (the bytes are neither XML nor JSON, or hold no feed). Linear in the bytes.
Result<Feed> read_feed(std::string_view bytes, const ReadOptions& options, const FeedReply& reply = {});

// Whether the bytes look like a feed rather than a page or a text: the root element, or the version of JSON Feed.
bool looks_like_feed(std::string_view bytes);

}  // namespace sayso
