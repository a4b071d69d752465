// JSON-LD of schema.org: {"@type": "NewsArticle", "headline": "Two hit", "datePublished": "2022-09-12T10:00Z"} gives a
// title and a day. Line breaks inside strings, which many pages have, are forgiven; nothing else is.
// Leaves out on purpose: contexts and expansion; pages use the plain names of schema.org.
#include <initializer_list>
#include <nlohmann/json.hpp>

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
  std::vector<const Json*> queue{&root};
  for (std::size_t i = 0; i < queue.size() && i < most_objects; ++i) {
    const Json& here = *queue[i];
    if (here.is_object() && is_article(here)) return &here;
    if (here.is_structured())
      for (const auto& item : here.items())
        if (item.value().is_structured() && queue.size() < most_objects) queue.push_back(&item.value());
  }
  return nullptr;
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

std::string text_of(const Json& object, const char* key) {
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
                       : one.is_object() ? text_of(one, "name")
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

std::string joined(const std::vector<std::string>& names) {
  std::string all;
  for (const std::string& name : names) all += (all.empty() ? "" : ", ") + name;
  return all;
}

Json parse(std::string_view text) {
  const std::size_t begin = text.find_first_of("{[");
  if (begin == std::string_view::npos) return Json(Json::value_t::discarded);
  std::string source(text.substr(begin, text.find_last_of("}]") + 1 - std::min(begin, text.find_last_of("}]") + 1)));
  Json json = Json::parse(source, nullptr, false, true);
  if (!json.is_discarded()) return json;
  for (char& c : source)
    if (static_cast<unsigned char>(c) < 0x20) c = ' ';
  return Json::parse(source, nullptr, false, true);
}

}  // namespace

bool read_json_ld(std::string_view text, std::vector<Mark>& marks, std::string& language, Page& page) {
  const Json json = parse(text);
  if (json.is_discarded()) return false;
  const Json* const article = find_article(json);
  if (article == nullptr) return true;
  const auto add = [&](Mark::Of of, std::string value) {
    if (!value.empty()) marks.push_back({.of = of, .value = std::move(value), .rule = "json-ld"});
  };
  add(Mark::Of::title, text_of(*article, "headline"));
  std::vector<std::string> authors = names_of(*article, "author");
  if (authors.empty()) authors = names_of(*article, "creator");
  if (!authors.empty()) {
    std::string value = joined(authors);
    marks.push_back(
        {.of = Mark::Of::byline, .value = std::move(value), .rule = "json-ld", .names = std::move(authors)});
  }
  add(Mark::Of::outlet, joined(names_of(*article, "publisher")));
  for (const char* const key : {"datePublished", "dateCreated"}) {
    const std::string value = text_of(*article, key);
    std::optional<Day> day = day_of_iso(value);
    if (!day)
      if (const auto date = find_date(value)) day = date->day;
    if (!day) continue;
    marks.push_back({.of = Mark::Of::published, .value = value, .rule = "json-ld", .day = day});
    break;
  }
  for (const char* const key : {"url", "mainEntityOfPage"})
    if (const std::string url = text_of(*article, key); is_address(url)) {
      add(Mark::Of::url, url);
      break;
    }
  for (const char* const key : {"description", "alternativeHeadline"})
    if (std::string description = text_of(*article, key); !description.empty())
      page.descriptions.push_back(std::move(description));
  if (std::string told = text_of(*article, "articleBody"); told.size() > page.told.size()) page.told = std::move(told);
  if (language.empty()) language = text_of(*article, "inLanguage");
  return true;
}

}  // namespace sayso::dispatch
