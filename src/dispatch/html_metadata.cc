// Metadata of a page: <meta property="og:title" content="Two hit"> gives a title by "meta:og:title".
// JSON-LD speaks before meta elements, these before <time> and <title>; every value keeps the rule that found it.
// Dates of change are kept apart: a dispatch has the day it was published. Leaves out on purpose: everything else that
// metadata say (keywords, pictures).
#include "dispatch/html_metadata.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/address.h"
#include "dispatch/author_names.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

using Of = Mark::Of;
using T = Tag;

struct MetaName {
  std::string_view name;  // of `property`, `name` or `itemprop`, lower case
  Of of;
};
// In the order in which they are believed.
constexpr std::array<MetaName, 43> meta_names{{{"og:title", Of::title},
                                               {"twitter:title", Of::title},
                                               {"parsely-title", Of::title},
                                               {"dc.title", Of::title},
                                               {"og:site_name", Of::outlet},
                                               {"application-name", Of::outlet},
                                               {"apple-mobile-web-app-title", Of::outlet},
                                               {"og:url", Of::url},
                                               {"article:published_time", Of::published},
                                               {"og:article:published_time", Of::published},
                                               {"article:published:time", Of::published},
                                               {"datepublished", Of::published},
                                               {"article.published", Of::published},
                                               {"published_at", Of::published},
                                               {"publish-date", Of::published},
                                               {"publish_date", Of::published},
                                               {"publishdate", Of::published},
                                               {"pubdate", Of::published},
                                               {"publication_date", Of::published},
                                               {"parsely-pub-date", Of::published},
                                               {"sailthru.date", Of::published},
                                               {"cxenseparse:recs:publishtime", Of::published},
                                               {"cxenseparse:publishtime", Of::published},
                                               {"content:publishdate", Of::published},
                                               {"dc.date.issued", Of::published},
                                               {"dc.date.created", Of::published},
                                               {"dc.date", Of::published},
                                               {"dcterms.created", Of::published},
                                               {"dcterms.date", Of::published},
                                               {"date", Of::published},
                                               {"og:published_time", Of::published},
                                               {"article:modified_time", Of::modified},
                                               {"og:updated_time", Of::modified},
                                               {"datemodified", Of::modified},
                                               {"last-modified", Of::modified},
                                               {"lastmod", Of::modified},
                                               {"dcterms.modified", Of::modified},
                                               {"author", Of::byline},
                                               {"article:author", Of::byline},
                                               {"parsely-author", Of::byline},
                                               {"sailthru.author", Of::byline},
                                               {"byl", Of::byline},
                                               {"dc.creator", Of::byline}}};

constexpr std::size_t most_descriptions = 8;

std::string squeezed(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_code_point(text, at);
    if (is_space(character)) {
      if (!out.empty() && out.back() != ' ') out += ' ';
    } else if (character >= 0x20) {
      out.append(text, begin, at - begin);
    }
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  return out;
}

void add(std::vector<Mark>& marks, Of of, std::string value, std::string rule) {
  if (value.empty()) return;
  Mark mark{.of = of, .value = std::move(value), .rule = std::move(rule)};
  if (of == Of::published || of == Of::modified) {
    mark.day = day_of_iso(mark.value);
    if (!mark.day)
      if (const auto date = find_date(mark.value)) mark.day = date->day;
    if (!mark.day) return;
  }
  if (of == Of::url && !is_address(mark.value)) return;
  if (of == Of::byline && is_address(mark.value)) return;
  marks.push_back(std::move(mark));
}

// The first speaks, but persons who sign together may have an element each.
void add_value(std::string& value, Of of, std::string more) {
  constexpr std::size_t longest = 600;  // bytes
  if (value.empty()) {
    value = std::move(more);
  } else if (of == Of::byline && looks_like_person(more) && value.size() + more.size() < longest) {
    const std::vector<std::string> names = split_names(value);
    if (std::all_of(names.begin(), names.end(), looks_like_person)) value += "; " + more;
  }
}

void read_meta(const HtmlTree& tree, std::uint32_t node, std::array<std::string, meta_names.size()>& values) {
  for (const Attribute key : {Attribute::property, Attribute::name, Attribute::itemprop}) {
    const std::string name = to_lower(tree.attribute(node, key));
    for (std::size_t i = 0; i < meta_names.size(); ++i)
      if (name == meta_names[i].name)
        add_value(values[i], meta_names[i].of, squeezed(tree.attribute(node, Attribute::content)));
  }
}

bool is_canonical(std::string_view relations) {
  for (const std::string_view one : split(relations, ' '))
    if (one == "canonical") return true;
  return false;
}

void read_description(const HtmlTree& tree, std::uint32_t node, std::vector<std::string>& descriptions) {
  for (const Attribute key : {Attribute::property, Attribute::name}) {
    const std::string name = to_lower(tree.attribute(node, key));
    for (const std::string_view known : {"description", "og:description", "twitter:description"})
      if (name == known && descriptions.size() < most_descriptions)
        if (std::string text = squeezed(tree.attribute(node, Attribute::content)); !text.empty())
          descriptions.push_back(std::move(text));
  }
}

}  // namespace

void read_metadata(const HtmlTree& tree, Page& page) {
  std::array<std::string, meta_names.size()> meta;
  std::vector<Mark> later;  // <time> and <title>
  std::vector<Mark> json;
  std::string canonical;
  std::string json_language;
  bool json_fault = false;
  bool any_time = false;
  bool any_title = false;
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    switch (tree.nodes[i].tag) {
      case T::html:
        page.language = to_lower(tree.attribute(i, Attribute::lang));
        page.language_rule = "html:lang";
        break;
      case T::meta:
        read_meta(tree, i, meta);
        read_description(tree, i, page.descriptions);
        if (tree.attribute(i, Attribute::property) == "og:type" && tree.attribute(i, Attribute::content) == "article")
          page.claims_article = true;
        break;
      case T::link:
        if (canonical.empty() && is_canonical(to_lower(tree.attribute(i, Attribute::rel))))
          canonical = std::string(trim(tree.attribute(i, Attribute::href)));
        break;
      case T::script:
        if (json.empty() && to_lower(tree.attribute(i, Attribute::type)).find("ld+json") != std::string::npos)
          json_fault |= !read_json_ld(tree.raw_text(i), json, json_language, page);
        break;
      case T::time:
        if (any_time) break;
        add(later, Of::published, squeezed(tree.attribute(i, Attribute::datetime)), "time");
        if (later.empty() || later.back().of != Of::published) add(later, Of::published, tree.text(i), "time");
        any_time = !later.empty() && later.back().of == Of::published;
        break;
      case T::title:
        if (!any_title && page.metadata.empty()) add(later, Of::title, tree.text(i), "title");
        any_title = true;
        break;
      default:
        break;
    }
  }
  if (json_fault) page.notes.emplace_back("a JSON-LD script of the page is not JSON; it was passed over");
  if (is_address(canonical)) page.metadata.push_back({.of = Of::url, .value = canonical, .rule = "link:canonical"});
  for (Mark& mark : json) page.metadata.push_back(std::move(mark));
  for (std::size_t i = 0; i < meta_names.size(); ++i)
    add(page.metadata, meta_names[i].of, meta[i], "meta:" + std::string(meta_names[i].name));
  for (Mark& mark : later) page.metadata.push_back(std::move(mark));
  if (page.language.empty() && !json_language.empty()) {
    page.language = to_lower(json_language);
    page.language_rule = "json-ld";
  }
  page.language = page.language.substr(0, page.language.find_first_of("-_"));
  if (page.language.size() < 2 || page.language.size() > 3) page.language.clear();
}

}  // namespace sayso::dispatch
