// JSON-LD of schema.org: {"@type": "NewsArticle", "headline": "Two hit", "datePublished": "2022-09-12T10:00Z"} gives a
// title and a day. Forgiven are line breaks inside strings, a comma too many, and JSON that was escaped once more.
// Leaves out on purpose: contexts and expansion; pages use the plain names of schema.org.
#include <initializer_list>
#include <nlohmann/json.hpp>

#include "base/joined.h"
#include "dispatch/address.h"
#include "dispatch/character_reference.h"
#include "dispatch/html_metadata.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_objects = 2000;  // looked at in one script

bool is_article_type(std::string_view type) {
  if (const std::size_t name = type.rfind('/'); name != std::string_view::npos) type.remove_prefix(name + 1);
  if (type.ends_with("NewsArticle")) return true;
  for (const std::string_view one : {"Article", "BlogPosting", "LiveBlogPosting", "Report", "SocialMediaPosting"})
    if (type == one) return true;
  return false;
}

bool is_article(const Json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  if (type->is_string()) return is_article_type(type->get_ref<const std::string&>());
  if (type->is_array())
    for (const Json& one : *type)
      if (one.is_string() && is_article_type(one.get_ref<const std::string&>())) return true;
  return false;
}

// Articles first, in order; breadth first through arrays and objects, so that depth costs no stack.
const Json* find_article(const Json& root) {
  const Json* review = nullptr;  // of a claim, by those who check facts: read if there is no article
  std::vector<const Json*> queue{&root};
  for (std::size_t i = 0; i < queue.size() && i < most_objects; ++i) {
    const Json& here = *queue[i];
    if (here.is_object() && is_article(here)) return &here;
    if (review == nullptr && here.is_object() && here.contains("@type") && here["@type"] == "ClaimReview")
      review = &here;
    if (here.is_structured())
      for (const auto& item : here.items())
        if (item.value().is_structured() && queue.size() < most_objects) queue.push_back(&item.value());
  }
  return review;
}

std::string clean(const std::string& text) {
  std::string out;
  for (const char c : decode_references(text)) {  // some pages escape twice
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r') {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (static_cast<unsigned char>(c) >= 0x20) {
      out += c;
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

std::string property_text(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) return {};
  if (found->is_string()) return clean(found->get_ref<const std::string&>());
  if (found->is_array() && !found->empty() && found->front().is_string())
    return clean(found->front().get_ref<const std::string&>());
  if (found->is_object() && found->contains("@id") && (*found)["@id"].is_string())
    return clean((*found)["@id"].get_ref<const std::string&>());
  return {};
}

// "name" of an object or of each object of an array, or the strings themselves.
std::vector<std::string> names_of(const Json& object, const char* key) {
  constexpr std::size_t most = 20;
  std::vector<std::string> names;
  const auto found = object.find(key);
  if (found == object.end()) return names;
  const auto add = [&](const Json& one) {
    std::string name = one.is_string()   ? clean(one.get_ref<const std::string&>())
                       : one.is_object() ? property_text(one, "name")
                                         : std::string();
    if (!name.empty() && !is_address(name) && names.size() < most) names.push_back(std::move(name));
  };
  if (found->is_array()) {
    for (const Json& one : *found) add(one);
  } else if (found->is_object() && found->contains("name") && (*found)["name"].is_array()) {
    for (const Json& one : (*found)["name"]) add(one);
  } else {
    add(*found);
  }
  return names;
}

// Without the commas in front of closing brackets that some pages leave, and with spaces for line breaks inside
// strings.
std::string mended(const std::string& source) {
  std::string out;
  bool quoted = false, escaped = false;
  for (const char c : source) {
    if (!quoted && (c == '}' || c == ']') && !out.empty()) {
      const std::size_t last = out.find_last_not_of(" \n\t\r");
      if (last != std::string::npos && out[last] == ',') out.resize(last);
    }
    out += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
    if (c == '"' && !escaped) quoted = !quoted;
    escaped = quoted && c == '\\' && !escaped;
  }
  return out;
}

Json parse(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  const std::size_t last = text.find_last_of("}]");
  if (begin == std::string_view::npos || last == std::string_view::npos || last < begin)
    return Json(Json::value_t::discarded);
  const std::string source(text.substr(begin, last + 1 - begin));
  Json json = Json::parse(source, nullptr, false, true);
  if (json.is_discarded()) json = Json::parse(mended(source), nullptr, false, true);
  if (json.is_discarded() && source.find("&quot;") != std::string::npos)
    json = Json::parse(mended(decode_references(source)), nullptr, false, true);
  if (json.is_discarded() && source.find("\\\"") != std::string::npos) {  // JSON inside a string of JSON
    std::string string = "\"";
    string += source;
    string += '"';
    const Json inner = Json::parse(mended(string), nullptr, false, true);
    if (inner.is_string()) json = Json::parse(mended(inner.get_ref<const std::string&>()), nullptr, false, true);
  }
  return json;
}

std::optional<Day> day_in(const std::string& value) {
  if (const std::optional<Day> day = day_of_iso(value)) return day;
  const auto date = find_date(value);
  return date ? std::optional<Day>(date->day) : std::nullopt;
}

void read_updates(const Json& article, std::vector<LiveUpdate>& updates) {
  constexpr std::size_t most = 1000;
  const auto list = article.find("liveBlogUpdate");
  if (list == article.end() || !list->is_array()) return;
  for (const Json& one : *list) {
    if (!one.is_object() || updates.size() >= most) continue;
    const std::string time(clip_label(property_text(one, "datePublished")));
    if (const std::optional<Day> day = day_in(time)) {
      std::string headline(clip_label(property_text(one, "headline")));
      std::string text = headline + ". " + property_text(one, "articleBody");
      updates.push_back({.text = std::move(text),
                         .entry = {.as = {.value = time, .rule = "json-ld"},
                                   .day = *day,
                                   .clock = clock_of_iso(time),
                                   .headline = std::move(headline)}});
    }
  }
}

}  // namespace

bool read_json_ld(std::string_view text, std::vector<Mark>& marks, std::string& language, Page& page) {
  const Json json = parse(text);
  if (json.is_discarded()) return false;
  const Json* const article = find_article(json);
  if (article == nullptr) return true;
  page.claims_article = true;
  const auto add = [&](Mark::Of of, std::string value) {
    if (!value.empty()) marks.push_back({.of = of, .value = std::move(value), .rule = "json-ld"});
  };
  add(Mark::Of::title, property_text(*article, "headline"));
  std::vector<std::string> authors = names_of(*article, "author");
  if (authors.empty()) authors = names_of(*article, "creator");
  if (!authors.empty()) {
    std::string value = joined(authors, ", ");
    marks.push_back(
        {.of = Mark::Of::byline, .value = std::move(value), .rule = "json-ld", .names = std::move(authors)});
  }
  add(Mark::Of::outlet, joined(names_of(*article, "publisher"), ", "));
  for (const char* const key : {"datePublished", "dateCreated"}) {
    const std::string value = property_text(*article, key);
    const std::optional<Day> day = day_in(value);
    if (!day) continue;
    marks.push_back({.of = Mark::Of::published, .value = value, .rule = "json-ld", .day = day});
    break;
  }
  const std::string changed = property_text(*article, "dateModified");
  if (const std::optional<Day> day = day_in(changed))
    marks.push_back({.of = Mark::Of::modified, .value = changed, .rule = "json-ld", .day = day});
  read_updates(*article, page.updates);
  for (const char* const key : {"url", "mainEntityOfPage"})
    if (const std::string url = property_text(*article, key); is_address(url)) {
      add(Mark::Of::url, url);
      break;
    }
  for (const char* const key : {"description", "alternativeHeadline"})
    if (std::string description = property_text(*article, key); !description.empty())
      page.descriptions.push_back(std::move(description));
  if (std::string told = property_text(*article, "articleBody"); told.size() > page.told.size())
    page.told = std::move(told);
  if (language.empty()) language = property_text(*article, "inLanguage");
  return true;
}

}  // namespace sayso::dispatch
