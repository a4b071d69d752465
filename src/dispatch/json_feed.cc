// Reads JSON Feed: {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "content_text": "Two hit."}]}
// gives one entry with a text/plain content. A value of another type than it should be is passed over, no more.
// Leaves out on purpose: hubs, paging ("next_url") and extensions (names that begin with "_").
// Source: jsonfeed.org, versions 1 and 1.1.
#include "dispatch/json_feed.h"

#include <nlohmann/json.hpp>

#include "base/tsv.h"
#include "dispatch/feed_date.h"
#include "dispatch/relative_address.h"

namespace sayso::dispatch {
namespace {

using Json = nlohmann::json;

std::string member_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return without_strays(trim(found->get_ref<const std::string&>()));
  return found->is_number() ? found->dump() : std::string();
}

class JsonReader {
 public:
  JsonReader(const FeedContext& around, Feed& feed) : around_(around), feed_(feed) {}

  void read(const Json& json) {
    feed_.title = plain(member_text(json, "title"));
    feed_.summary = plain(member_text(json, "description"));
    feed_.link = link(feed_, json, "home_page_url", "alternate", "text/html");
    link(feed_, json, "feed_url", "self", "application/feed+json");
    feed_.logo = address(json, "icon");
    feed_.icon = address(json, "favicon");
    feed_.language = member_text(json, "language");
    people(json, feed_.authors);
    const auto items = json.find("items");
    if (items == json.end() || !items->is_array()) return fault("there is no list of items");
    for (const Json& item : *items) {
      if (!item.is_object()) {
        fault("an item is no object");
        continue;
      }
      if (feed_.entries.size() >= most_feed_entries) {
        feed_.notes.push_back("items beyond the first " + std::to_string(most_feed_entries) + " were passed over");
        break;
      }
      feed_.entries.push_back(entry(item));
    }
  }

  void fault(const std::string& what) {
    if (feed_.well_formed) feed_.notes.push_back("the feed is not well-formed: " + what);
    feed_.well_formed = false;
  }

 private:
  FeedText plain(std::string value) const { return as(std::move(value), "text/plain"); }

  FeedText as(std::string value, const char* type) const {
    if (value.empty()) return {};
    return finished({.value = std::move(value), .type = type, .base = around_.base, .language = feed_.language});
  }

  std::string address(const Json& object, const char* key) const {
    const std::string value = member_text(object, key);
    const std::string whole = value.empty() ? value : resolve_address(around_.base, value);
    return is_safe_address(whole) ? whole : std::string();
  }

  std::string link(FeedFacts& facts, const Json& object, const char* key, const char* rel, const char* type) const {
    std::string href = address(object, key);
    if (!href.empty()) facts.links.push_back({.rel = rel, .type = type, .href = href});
    return href;
  }

  void person(const Json& one, std::vector<FeedPerson>& people) const {
    if (!one.is_object() || people.size() >= 1000) return;
    FeedPerson person{.name = member_text(one, "name"), .url = address(one, "url")};
    if (person != FeedPerson{}) people.push_back(std::move(person));
  }

  // "authors" of 1.1, else "author" of 1.0.
  void people(const Json& object, std::vector<FeedPerson>& people) const {
    if (const auto found = object.find("authors"); found != object.end() && found->is_array())
      for (const Json& one : *found) person(one, people);
    if (const auto found = object.find("author"); people.empty() && found != object.end()) person(*found, people);
  }

  FeedEntry entry(const Json& item) const {
    FeedEntry one;
    one.id = member_text(item, "id");
    one.link = link(one, item, "url", "alternate", "text/html");
    const std::string beyond = link(one, item, "external_url", "related", "text/html");
    if (one.link.empty()) one.link = beyond;
    one.title = plain(member_text(item, "title"));
    one.summary = plain(member_text(item, "summary"));
    one.language = member_text(item, "language");
    if (FeedText html = as(member_text(item, "content_html"), "text/html"); !html.type.empty())
      one.content.push_back(std::move(html));
    if (FeedText text = plain(member_text(item, "content_text")); !text.type.empty())
      one.content.push_back(std::move(text));
    one.image.url = address(item, "image");
    one.published = read_feed_date(member_text(item, "date_published"));
    one.updated = read_feed_date(member_text(item, "date_modified"));
    people(item, one.authors);
    if (const auto tags = item.find("tags"); tags != item.end() && tags->is_array())
      for (const Json& tag : *tags)
        if (tag.is_string() && one.categories.size() < 1000)
          one.categories.push_back({.term = without_strays(trim(tag.get_ref<const std::string&>()))});
    if (const auto files = item.find("attachments"); files != item.end() && files->is_array())
      for (const Json& file : *files)
        if (file.is_object() && one.links.size() < 1000)
          one.links.push_back({.rel = "enclosure",
                               .type = member_text(file, "mime_type"),
                               .href = address(file, "url"),
                               .title = member_text(file, "title"),
                               .length = member_text(file, "size_in_bytes")});
    return one;
  }

  const FeedContext& around_;
  Feed& feed_;
};

}  // namespace

bool read_json_feed(std::string_view text, const FeedContext& around, Feed& feed) {
  const Json json = Json::parse(text, nullptr, false);
  if (json.is_discarded() || !json.is_object()) return false;
  const std::string version = member_text(json, "version");
  if (version.find("jsonfeed.org/version/") == std::string::npos) return false;
  feed.kind = version.ends_with("1.1") ? "json11" : "json1";
  JsonReader(around, feed).read(json);
  return true;
}

}  // namespace sayso::dispatch
