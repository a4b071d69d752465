// Reads facts element by element, by the table of feed_names.cc: <pubDate>Mon, 12 Sep 2022 11:00 GMT</pubDate> fills
// `published`. Where two elements fill one place the one of the feed's own format stays, then the first.
// Leaves out on purpose: elements that nobody reads news by; they are kept as fields, the first sixty-four of them.
#include "dispatch/feed_facts.h"

#include <algorithm>
#include <array>

#include "base/tsv.h"
#include "dispatch/feed_date.h"
#include "dispatch/feed_names.h"
#include "dispatch/feed_person.h"
#include "dispatch/feed_place.h"
#include "dispatch/relative_address.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_fields = 64;
constexpr std::size_t most_values = 1000;  // of links, people, categories in one entry

class FactReader {
 public:
  FactReader(const XmlTree& tree, const FactSettings& settings, FeedFacts& facts, FeedEntry* entry,
             std::vector<std::uint32_t>* entries)
      : tree_(tree), settings_(settings), facts_(facts), entry_(entry), entries_(entries) {
    ranks_.fill(255);
  }

  void read(std::uint32_t node, const FeedContext& around) {
    const FeedContext context = context_in(tree_, node, around);
    read_children(node, context);
    read_own_attributes(node, context);
  }

  void read_one(std::uint32_t node, const FeedContext& context) {
    const std::string name = usual_name_of(tree_, node);
    const Element& element = element_named(name);
    switch (element.part) {
      case Part::field:
        return field(node, name, context);
      case Part::wrapper:
        return read_children(node, context);
      case Part::entry:
      case Part::head:
        if (entries_ != nullptr) entries_->push_back(node);
        return;
      case Part::title:
        return fill(facts_.title, node, element, context);
      case Part::summary:
        return summary(node, element, context);
      case Part::content:
        return content(node, element, context);
      case Part::info:
        return fill(facts_.info, node, element, context);
      case Part::rights:
        return fill(facts_.rights, node, element, context);
      case Part::author:
        return people(facts_.authors, node, element, context);
      case Part::contributor:
        return people(facts_.contributors, node, element, context);
      case Part::publisher:
        facts_.publisher = person(node, context);
        return;
      case Part::link:
        return link(node, context);
      case Part::license:
        return license(node, context);
      case Part::enclosure:
        return enclosure(node, context);
      case Part::id:
        return id(node, context);
      case Part::category:
        return category(node, name);
      case Part::keywords:
        return keywords(node, name);
      case Part::published:
        return date(facts_.published, node, element);
      case Part::updated:
        return date(facts_.updated, node, element);
      case Part::created:
        return date(facts_.created, node, element);
      case Part::expired:
        return date(facts_.expired, node, element);
      case Part::valid:
        return validity(words(node));
      case Part::language:
        return language(words(node));
      case Part::generator:
        return generator(node, context);
      case Part::icon:
        facts_.icon = address(words(node), node, context);
        return;
      case Part::logo:
        facts_.logo = address(words(node), node, context);
        return;
      case Part::image:
        return image(node, context);
      case Part::source:
        return source(node, context);
      case Part::place:
        read_feed_place(tree_, node, name, facts_.place);
        return;
    }
  }

  void settle() {
    // Of an item without a link its guid is one, if the feed says that it leads somewhere.
    if (guid_leads_ && facts_.link.empty() && entry_ != nullptr) {
      facts_.link = facts_.id;
      entry_->id_is_link = true;
    }
    if (facts_.id.empty()) facts_.id = about_;
  }

 private:
  void read_children(std::uint32_t node, const FeedContext& context) {
    for (std::uint32_t at = node + 1; at < tree_.nodes[node].end; at = tree_.nodes[at].end)
      if (!tree_.nodes[at].is_text()) read_one(at, context);
  }

  // CDF writes facts as attributes; RDF names what it describes.
  void read_own_attributes(std::uint32_t node, const FeedContext& context) {
    const XmlNode& one = tree_.nodes[node];
    for (std::uint32_t i = 0; i < one.attributes; ++i) {
      const XmlAttribute& attribute = tree_.attributes[one.first_attribute + i];
      const std::string name = lowered(attribute.name);
      if (name == "rdf:about") about_ = resolve_address(context.base, attribute.value);
      if (name == "lastmod" && facts_.updated.printed.empty()) facts_.updated = read_feed_date(attribute.value);
      if (name == "href" && facts_.link.empty()) {
        facts_.link = safe(resolve_address(context.base, attribute.value));
        facts_.links.push_back({.rel = "alternate", .type = "text/html", .href = facts_.link});
      }
    }
  }

  static std::string lowered(std::string_view text) {
    std::string out(text);
    for (char& c : out)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
  }

  static std::string safe(std::string address) { return is_safe_address(address) ? std::move(address) : std::string(); }

  std::string words(std::uint32_t node) const { return without_strays(trim(tree_.text(node))); }

  std::string attribute(std::uint32_t node, std::string_view name) const {
    const XmlAttribute* const found = tree_.attribute(node, name);
    return found == nullptr ? std::string() : without_strays(trim(found->value));
  }

  std::string address(std::string_view reference, std::uint32_t node, const FeedContext& context) const {
    return safe(resolve_address(context_in(tree_, node, context).base, reference));
  }

  // The address in whichever attribute a writer puts it.
  std::string address_of(std::uint32_t node, const FeedContext& context) const {
    for (const char* const name : {"href", "url", "uri"})
      if (tree_.attribute(node, name) != nullptr) return address(attribute(node, name), node, context);
    return {};
  }

  bool has_elements(std::uint32_t node) const {
    for (std::uint32_t at = node + 1; at < tree_.nodes[node].end; ++at)
      if (!tree_.nodes[at].is_text()) return true;
    return false;
  }

  FeedText text(std::uint32_t node, std::string_view type, const FeedContext& context) const {
    return read_feed_text(tree_, node, context, type, settings_.guesses, settings_.unwraps);
  }

  // Whether an element of this rank may fill its place: it is free, or filled by something worse.
  bool outranks(const Element& element) {
    std::uint8_t& rank = ranks_[static_cast<std::size_t>(element.part)];
    if (element.rank >= rank) return false;
    rank = element.rank;
    return true;
  }

  void fill(FeedText& place, std::uint32_t node, const Element& element, const FeedContext& context) {
    if (outranks(element)) place = text(node, element.type, context);
  }

  void summary(std::uint32_t node, const Element& element, const FeedContext& context) {
    const bool filled = !facts_.summary.value.empty();
    if (outranks(element)) {
      facts_.summary = text(node, element.type, context);
    } else if (filled && element.rank == 1 && entry_ != nullptr && entry_->content.empty()) {
      entry_->content.push_back(text(node, element.type, context));
    }
  }

  void content(std::uint32_t node, const Element& element, const FeedContext& context) {
    if (entry_ == nullptr) return;
    if (entry_->content.size() >= most_values) return;
    FeedText one = text(node, element.type, context);
    one.address = address(attribute(node, "src"), node, context);
    if (attribute(node, "src").empty()) one.address.clear();
    entry_->content.push_back(std::move(one));
  }

  FeedPerson person(std::uint32_t node, const FeedContext& context) const {
    if (!has_elements(node)) return read_person(words(node));
    FeedPerson one;
    for (std::uint32_t at = node + 1; at < tree_.nodes[node].end; at = tree_.nodes[at].end) {
      const std::string name = lowered(tree_.nodes[at].local());
      if (name == "name") one.name = words(at);
      if (name == "email") one.email = words(at);
      if (name == "uri" || name == "url" || name == "homepage") one.url = address(words(at), at, context);
    }
    if (one.email.empty()) {
      const FeedPerson split = read_person(one.name);
      if (!split.email.empty()) one.name = split.name, one.email = split.email;
    }
    return one;
  }

  void people(std::vector<FeedPerson>& list, std::uint32_t node, const Element&, const FeedContext& context) const {
    FeedPerson one = person(node, context);
    if (one == FeedPerson{} || list.size() >= most_values) return;
    if (list.size() < 32 && std::find(list.begin(), list.end(), one) != list.end()) return;
    list.push_back(std::move(one));
  }

  void link(std::uint32_t node, const FeedContext& context) {
    if (facts_.links.size() >= most_values) return;
    FeedLink one{.rel = attribute(node, "rel"),
                 .type = attribute(node, "type"),
                 .href = address_of(node, context),
                 .title = attribute(node, "title"),
                 .hreflang = attribute(node, "hreflang"),
                 .length = attribute(node, "length")};
    if (one.href.empty()) one.href = address(words(node), node, context);
    if (one.rel.empty()) one.rel = "alternate";
    if (one.type.empty()) one.type = one.rel == "self" ? "application/atom+xml" : "text/html";
    const bool page = one.rel == "alternate" && (one.type == "text/html" || one.type == "application/xhtml+xml");
    if (page && !has_link_) {
      facts_.link = one.href;
      has_link_ = !one.href.empty();
    }
    if (one.rel == "image" && usual_name_of(tree_, node) != "link") facts_.image.url = one.href;
    facts_.links.push_back(std::move(one));
  }

  void license(std::uint32_t node, const FeedContext& context) {
    std::string href = attribute(node, "rdf:resource");
    if (href.empty()) href = words(node);
    facts_.links.push_back({.rel = "license", .href = address(href, node, context)});
  }

  void enclosure(std::uint32_t node, const FeedContext& context) {
    if (facts_.links.size() >= most_values) return;
    facts_.links.push_back({.rel = "enclosure",
                            .type = attribute(node, "type"),
                            .href = address_of(node, context),
                            .length = attribute(node, "length")});
  }

  void id(std::uint32_t node, const FeedContext& context) {
    const std::string value = words(node);
    if (value.empty()) return;
    const bool guid = usual_name_of(tree_, node) == "guid";
    const std::string leads = lowered(attribute(node, "ispermalink"));
    const bool address = leads.empty() || leads == "true";
    facts_.id = address ? resolve_address(context_in(tree_, node, context).base, value) : value;
    guid_leads_ = guid && address && is_safe_address(facts_.id);
  }

  void add(FeedCategory one) {
    if (one == FeedCategory{} || facts_.categories.size() >= most_values) return;
    if (facts_.categories.size() < 64 &&
        std::find(facts_.categories.begin(), facts_.categories.end(), one) != facts_.categories.end())
      return;
    facts_.categories.push_back(std::move(one));
  }

  void category(std::uint32_t node, std::string_view name) {
    const bool itunes = name.starts_with("itunes:");
    FeedCategory one{.term = attribute(node, itunes ? "text" : "term"),
                     .scheme = attribute(node, "scheme"),
                     .label = attribute(node, "label")};
    if (one.scheme.empty()) one.scheme = attribute(node, "domain");
    if (one.scheme.empty() && itunes) one.scheme = "http://www.itunes.com/";
    if (one.scheme.empty() && name.starts_with("media:")) one.scheme = "http://search.yahoo.com/mrss/category_schema";
    if (one.term.empty() && !has_elements(node)) one.term = words(node);
    add(std::move(one));
    for (std::uint32_t at = node + 1; itunes && at < tree_.nodes[node].end; ++at)
      if (usual_name_of(tree_, at) == name) add({.term = attribute(at, "text"), .scheme = "http://www.itunes.com/"});
  }

  void keywords(std::uint32_t node, std::string_view name) {
    const std::string all = words(node);
    const bool commas = all.find(',') != std::string::npos;
    for (const std::string_view word : split(all, commas ? ',' : ' '))
      if (!trim(word).empty())
        add({.term = std::string(trim(word)), .scheme = name.starts_with("itunes:") ? "http://www.itunes.com/" : ""});
  }

  void date(FeedDate& place, std::uint32_t node, const Element& element) {
    FeedDate one = read_feed_date(words(node));
    if (one.printed.empty()) return;
    // The last of two in the same place, as feeds that repeat a date correct it; never one that cannot be read for one
    // that can.
    if (place.instant && !one.instant) return;
    std::uint8_t& rank = ranks_[static_cast<std::size_t>(element.part)];
    if (element.rank > rank) return;
    rank = element.rank;
    place = std::move(one);
  }

  // "start=2002-10-13T09:00+01:00;end=2002-10-17T17:00+01:00;scheme=W3C-DTF"
  void validity(std::string_view period) {
    for (const std::string_view piece : split(period, ';')) {
      const std::size_t sign = piece.find('=');
      if (sign == std::string_view::npos) continue;
      const std::string_view key = trim(piece.substr(0, sign));
      if (key == "start") facts_.valid_from = read_feed_date(trim(piece.substr(sign + 1)));
      if (key == "end") facts_.valid_until = read_feed_date(trim(piece.substr(sign + 1)));
    }
  }

  void language(std::string value) {
    if (value.empty()) return;
    facts_.language = std::move(value);
  }

  void generator(std::uint32_t node, const FeedContext& context) {
    facts_.generator = words(node);
    facts_.generator_url = address_of(node, context);
    facts_.generator_version = attribute(node, "version");
  }

  void image(std::uint32_t node, const FeedContext& context) {
    if (const std::string href = address_of(node, context); !href.empty()) facts_.image.url = href;
    if (!has_elements(node) && facts_.image.url.empty()) facts_.image.url = address(words(node), node, context);
    const FeedContext inner = context_in(tree_, node, context);
    for (std::uint32_t at = node + 1; at < tree_.nodes[node].end; at = tree_.nodes[at].end) {
      const std::string name = lowered(tree_.nodes[at].local());
      if (name == "url" || name == "href") facts_.image.url = address(words(at), at, inner);
      if (name == "title") facts_.image.title = words(at);
      if (name == "link") facts_.image.link = address(words(at), at, inner);
      if (name == "description") facts_.image.description = words(at);
      if (name == "width") facts_.image.width = words(at);
      if (name == "height") facts_.image.height = words(at);
    }
  }

  void source(std::uint32_t node, const FeedContext& context) {
    if (entry_ == nullptr || entry_->source) return;
    FeedFacts from;
    if (has_elements(node)) {
      read_facts(tree_, node, context, settings_, from, nullptr, nullptr);
    } else {
      from.title = {.value = words(node), .type = "text/plain"};
      from.link = address_of(node, context);
    }
    entry_->source = std::move(from);
  }

  void field(std::uint32_t node, const std::string& name, const FeedContext& context) {
    if (facts_.fields.size() >= most_fields) return;
    FeedField one{.name = name};
    const XmlNode& element = tree_.nodes[node];
    for (std::uint32_t i = 0; i < element.attributes && one.parts.size() < most_fields; ++i) {
      const XmlAttribute& attribute = tree_.attributes[element.first_attribute + i];
      const std::string key = lowered(attribute.name);
      if (key.starts_with("xmlns")) continue;
      const bool leads = key == "href" || key == "url" || key == "uri";
      one.parts.emplace_back(key, leads ? address(attribute.value, node, context) : without_strays(attribute.value));
    }
    if (has_elements(node)) {
      for (std::uint32_t at = node + 1; at < element.end && one.parts.size() < most_fields; at = tree_.nodes[at].end)
        if (!tree_.nodes[at].is_text() && !has_elements(at)) {
          const std::string key = lowered(tree_.nodes[at].local());
          one.parts.emplace_back(key, key == "link" || key == "url" ? address(words(at), at, context) : words(at));
        }
    } else {
      one.value = words(node);
      if (name == "comments" || name == "docs" || name.starts_with("wfw:"))
        one.value = address(one.value, node, context);
    }
    facts_.fields.push_back(std::move(one));
  }

  const XmlTree& tree_;
  const FactSettings& settings_;
  FeedFacts& facts_;
  FeedEntry* entry_;
  std::vector<std::uint32_t>* entries_;
  std::array<std::uint8_t, 64> ranks_{};
  std::string about_{};
  bool guid_leads_ = false;
  bool has_link_ = false;
};

}  // namespace

std::string usual_name_of(const XmlTree& tree, std::uint32_t node) {
  const XmlNode& one = tree.nodes[node];
  return usual_name(tree.spaces[one.space], one.prefix(), one.local());
}

void read_facts(const XmlTree& tree, std::uint32_t node, const FeedContext& around, const FactSettings& settings,
                FeedFacts& facts, FeedEntry* entry, std::vector<std::uint32_t>* entries) {
  FactReader reader(tree, settings, facts, entry, entries);
  reader.read(node, around);
  reader.settle();
}

void read_facts_of(const XmlTree& tree, std::uint32_t node, std::uint32_t child, const FeedContext& around,
                   const FactSettings& settings, FeedFacts& facts) {
  FactReader(tree, settings, facts, nullptr, nullptr).read_one(child, context_in(tree, node, around));
}

}  // namespace sayso::dispatch
