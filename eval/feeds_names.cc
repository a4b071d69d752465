// Writes a feed as feedparser would name it: Feed::summary of a feed is its "subtitle", "tagline" and "description".
// Where feedparser fills one name from another (a summary from the content, a category from the first tag) so does
// this.
#include "feeds_names.h"

#include <array>
#include <charconv>
#include <chrono>

#include "base/tsv.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;

Json or_null(const std::string& value) { return value.empty() ? Json(nullptr) : Json(value); }

void put_value(Json& out, const char* key, const std::string& value) {
  if (!value.empty()) out[key] = value;
}

Json detail(const FeedText& text) {
  Json out{{"value", text.value}, {"type", text.type}, {"base", text.base}, {"language", or_null(text.language)}};
  put_value(out, "src", text.address);
  return out;
}

// A text under several names, with its details.
void put_text(Json& out, const FeedText& text, std::initializer_list<const char*> names) {
  if (text.type.empty()) return;
  for (const char* const name : names) {
    out[name] = text.value;
    out[std::string(name) + "_detail"] = detail(text);
  }
}

std::string time_tuple(std::chrono::sys_seconds instant) {
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day date{day};
  const std::chrono::hh_mm_ss time{instant - day};
  const auto weekday = std::chrono::weekday{day}.iso_encoding() - 1;
  const auto year_day = (day - std::chrono::sys_days{date.year() / 1 / 1}).count() + 1;
  std::string out = "(";
  for (const long value :
       {static_cast<long>(static_cast<int>(date.year())), static_cast<long>(static_cast<unsigned>(date.month())),
        static_cast<long>(static_cast<unsigned>(date.day())), static_cast<long>(time.hours().count()),
        static_cast<long>(time.minutes().count()), static_cast<long>(time.seconds().count()),
        static_cast<long>(weekday), static_cast<long>(year_day)})
    out.append(std::to_string(value)).append(", ");
  return out + "0)";
}

void put_date(Json& out, const FeedDate& date, const std::string& name) {
  if (date.printed.empty()) return;
  out[name] = date.printed;
  if (date.instant) out[name + "_parsed"] = time_tuple(*date.instant);
}

Json person(const FeedPerson& one) {
  Json out = Json::object();
  put_value(out, "name", one.name);
  put_value(out, "email", one.email);
  put_value(out, "href", one.url);
  return out;
}

std::string person_line(const FeedPerson& one) {
  if (one.name.empty()) return one.email;
  return one.email.empty() ? one.name : one.name + " (" + one.email + ")";
}

// feedparser reads "url" from "href".
void alias_url(Json& object) {
  if (object.contains("href")) object["url"] = object["href"];
}

Json link(const FeedLink& one) {
  Json out = Json::object();
  put_value(out, "rel", one.rel);
  put_value(out, "type", one.type);
  out["href"] = one.href;
  put_value(out, "title", one.title);
  put_value(out, "hreflang", one.hreflang);
  put_value(out, "length", one.length);
  return out;
}

std::string figure(double value) {
  std::array<char, 32> buffer;
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  std::string out(buffer.data(), end);
  return out.find_first_of(".e") == std::string::npos ? out + ".0" : out;
}

std::string tuple(const std::vector<double>& point) {
  std::string out = "(";
  for (std::size_t i = 0; i < point.size(); ++i) out.append(i > 0 ? ", " : "").append(figure(point[i]));
  return out + ")";
}

Json place(const FeedPlace& one) {
  Json out{{"type", one.kind}};
  if (one.kind == "Point" && !one.points.empty()) {
    out["coordinates"] = tuple(one.points[0]);
  } else {
    for (const std::vector<double>& point : one.points) out["coordinates"].push_back(tuple(point));
  }
  return out;
}

Json image(const FeedImage& one) {
  Json out = Json::object();
  put_value(out, "href", one.url);
  put_value(out, "title", one.title);
  put_value(out, "link", one.link);
  put_value(out, "description", one.description);
  for (const auto& [key, text] : {std::pair{"width", &one.width}, {"height", &one.height}}) {
    int value = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
    if (!text->empty() && error == std::errc{}) out[key] = value;
  }
  alias_url(out);
  return out;
}

Json parts(const FeedField& one) {
  Json out = Json::object();
  for (const auto& [key, value] : one.parts) out[key] = value;
  if (!one.value.empty()) out["content"] = one.value;
  return out;
}

// "itunes:explicit" as feedparser's three values.
Json explicit_of(const std::string& value) {
  if (value == "yes" || value == "true") return 1;
  return value == "clean" || value == "no" || value == "false" ? Json(0) : Json(nullptr);
}

void put_fields(Json& out, const FeedFacts& facts) {
  for (const FeedField& one : facts.fields) {
    std::string name = one.name;
    if (name == "itunes:new-feed-url") name = "newlocation";
    if (const std::size_t colon = name.find(':'); colon != std::string::npos) name[colon] = '_';
    if (name == "itunes_explicit") {
      out[name] = explicit_of(one.value);
    } else if (name == "itunes_block") {
      out[name] = one.value == "yes" ? 1 : 0;
    } else if (name == "itunes_subtitle") {
      if (!out.contains("subtitle")) out["subtitle"] = one.value;
    } else if (name == "media_credit" || name == "media_thumbnail") {
      out[name].push_back(parts(one));
    } else if (one.parts.empty()) {
      if (!out.contains(name)) out[name] = one.value;
    } else if (!out.contains(name)) {
      out[name] = parts(one);
      if (name == "media_restriction" && !one.value.empty()) {
        out[name]["content"] = Json::array();
        for (const std::string_view code : split(one.value, ' ')) out[name]["content"].push_back(code);
      }
    }
  }
}

Json facts_view(const FeedFacts& facts, bool entry) {
  Json out = Json::object();
  for (const char* const name : {"id", "guid"}) put_value(out, name, facts.id);
  put_value(out, "link", facts.link);
  out["links"] = Json::array();
  out["enclosures"] = Json::array();
  for (const FeedLink& one : facts.links) {
    out["links"].push_back(link(one));
    if (one.rel == "license") out["license"] = one.href;
    if (one.rel != "enclosure") continue;
    Json file = link(one);
    file.erase("rel");
    out["enclosures"].push_back(file);
  }
  put_text(out, facts.title, {"title"});
  if (entry) {
    put_text(out, facts.summary, {"summary", "description"});
  } else {
    put_text(out, facts.summary, {"subtitle", "tagline", "description"});
  }
  put_text(out, facts.info, {"info"});
  put_text(out, facts.rights, {"rights", "copyright"});
  for (const FeedPerson& one : facts.authors) out["authors"].push_back(person(one));
  if (!facts.authors.empty()) {
    out["author"] = person_line(facts.authors.back());
    out["author_detail"] = person(facts.authors.back());
  }
  for (const FeedPerson& one : facts.contributors) out["contributors"].push_back(person(one));
  if (facts.publisher != FeedPerson{}) {
    out["publisher"] = person_line(facts.publisher);
    out["publisher_detail"] = person(facts.publisher);
  }
  for (const FeedCategory& one : facts.categories)
    out["tags"].push_back(
        {{"term", or_null(one.term)}, {"scheme", or_null(one.scheme)}, {"label", or_null(one.label)}});
  if (!facts.categories.empty()) out["category"] = facts.categories[0].term;
  put_date(out, facts.published, "published");
  put_date(out, facts.updated, "updated");
  put_date(out, facts.created, "created");
  put_date(out, facts.expired, "expired");
  put_date(out, facts.valid_from, "validity_start");
  put_date(out, facts.valid_until, "validity_end");
  if (facts.updated.printed.empty()) put_date(out, facts.published, "updated");
  put_value(out, "language", facts.language);
  if (!facts.generator.empty() || !facts.generator_url.empty()) {
    out["generator"] = facts.generator;
    out["generator_detail"] = {{"name", facts.generator}};
    put_value(out["generator_detail"], "href", facts.generator_url);
    put_value(out["generator_detail"], "version", facts.generator_version);
    alias_url(out["generator_detail"]);
  }
  put_value(out, "icon", facts.icon);
  put_value(out, "logo", facts.logo);
  if (facts.image != FeedImage{}) out["image"] = image(facts.image);
  if (!facts.place.kind.empty()) out["where"] = place(facts.place);
  put_fields(out, facts);
  return out;
}

Json entry_view(const FeedEntry& entry) {
  Json out = facts_view(entry, true);
  out["guidislink"] = entry.id_is_link;
  for (const FeedText& text : entry.content) {
    out["content"].push_back(detail(text));
    if (!out.contains("summary")) put_text(out, text, {"summary", "description"});
  }
  if (entry.source) {
    out["source"] = facts_view(*entry.source, false);
    put_value(out["source"], "href", entry.source->link);
  }
  return out;
}

}  // namespace

Json feedparser_view(const Feed& feed) {
  Json out{{"bozo", feed.well_formed ? 0 : 1}, {"encoding", feed.encoding}, {"entries", Json::array()}};
  out["version"] = feed.kind == "json11" ? "json11" : feed.kind;
  out["feed"] = facts_view(feed, false);
  for (const FeedEntry& entry : feed.entries) out["entries"].push_back(entry_view(entry));
  return out;
}

}  // namespace sayso::eval
