// Reads facts element by element, by the table of feed_names.cc: <pubDate>Mon, 12 Sep 2022 11:00 GMT</pubDate> fills
// `published`. Where two elements fill one place the one of the feed's own format stays, then the first.
// Leaves out on purpose: elements that nobody reads news by; they are kept as fields, the first sixty-four of them.
#include "dispatch/feed_facts.h"

#include <algorithm>
#include <array>
#include <type_traits>

#include "base/ascii.h"
#include "base/tsv.h"
#include "dispatch/feed_date.h"
#include "dispatch/feed_element.h"
#include "dispatch/feed_names.h"
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
    FeedElement{tree_, node, around}.each(context, [&](const FeedElement& part) { read_one(part); });
    read_own_attributes(node, context);
  }

  void read_one(const FeedElement& element) {
    const std::string name = element.name();
    const Element& known = element_named(name);
    switch (known.part) {
      case Part::field:
        if (facts_.fields.size() < most_fields) facts_.fields.push_back(field_in(element));
        return;
      case Part::wrapper:
        return element.each(context_in(tree_, element.node, element.around),
                            [&](const FeedElement& part) { read_one(part); });
      case Part::entry:
      case Part::head:
        if (entries_ != nullptr) entries_->push_back(element.node);
        return;
      case Part::title:
        return fill(facts_.title, element, known);
      case Part::summary:
        return summary(element, known);
      case Part::content:
        return content(element, known);
      case Part::info:
        return fill(facts_.info, element, known);
      case Part::rights:
        return fill(facts_.rights, element, known);
      case Part::author:
        return add(facts_.authors, person_in(element));
      case Part::contributor:
        return add(facts_.contributors, person_in(element));
      case Part::publisher:
        facts_.publisher = person_in(element);
        return;
      case Part::link:
        return link(element, name);
      case Part::license:
        return license(element);
      case Part::enclosure:
        return add(facts_.links, {.rel = "enclosure",
                                  .type = element.attribute("type"),
                                  .href = element.address_of(),
                                  .length = element.attribute("length")});
      case Part::id:
        return id(element, name);
      case Part::category:
        return category(element, name);
      case Part::keywords:
        return keywords(element.words(), name);
      case Part::published:
        return date(facts_.published, element, known);
      case Part::updated:
        return date(facts_.updated, element, known);
      case Part::created:
        return date(facts_.created, element, known);
      case Part::expired:
        return date(facts_.expired, element, known);
      case Part::valid:
        return validity(element.words());
      case Part::language:
        if (std::string words = element.words(); !words.empty()) facts_.language = std::move(words);
        return;
      case Part::generator:
        facts_.generator = element.words();
        facts_.generator_url = element.address_of();
        facts_.generator_version = element.attribute("version");
        return;
      case Part::icon:
        facts_.icon = element.address(element.words());
        return;
      case Part::logo:
        facts_.logo = element.address(element.words());
        return;
      case Part::image:
        facts_.image = image_in(element, std::move(facts_.image));
        return;
      case Part::source:
        return source(element);
      case Part::place:
        read_feed_place(tree_, element.node, name, facts_.place);
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
  // CDF writes facts as attributes; RDF names what it describes.
  void read_own_attributes(std::uint32_t node, const FeedContext& context) {
    const FeedElement element{tree_, node, context};
    if (element.has("rdf:about")) about_ = resolve_address(context.base, element.attribute("rdf:about"));
    if (element.has("lastmod") && facts_.updated.printed.empty())
      facts_.updated = read_feed_date(element.attribute("lastmod"));
    if (element.has("href") && facts_.link.empty()) {
      facts_.link = element.address_of();
      facts_.links.push_back({.rel = "alternate", .type = "text/html", .href = facts_.link});
    }
  }

  template <typename Value>
  static void add(std::vector<Value>& list, Value one) {
    if (one == Value{} || list.size() >= most_values) return;
    if constexpr (!std::is_same_v<Value, FeedLink>)  // two links may well say the same
      if (list.size() < 64 && std::find(list.begin(), list.end(), one) != list.end()) return;
    list.push_back(std::move(one));
  }

  FeedText text(const FeedElement& element, std::string_view type) const {
    return read_feed_text(tree_, element.node, element.around, type, settings_.guesses, settings_.unwraps);
  }

  // Whether an element of this rank may fill its place: it is free, or filled by something worse.
  bool outranks(const Element& known) {
    std::uint8_t& rank = ranks_[static_cast<std::size_t>(known.part)];
    if (known.rank >= rank) return false;
    rank = known.rank;
    return true;
  }

  void fill(FeedText& place, const FeedElement& element, const Element& known) {
    if (outranks(known)) place = text(element, known.type);
  }

  void summary(const FeedElement& element, const Element& known) {
    const bool filled = !facts_.summary.value.empty();
    if (outranks(known)) {
      facts_.summary = text(element, known.type);
    } else if (filled && known.rank == 1 && entry_ != nullptr && entry_->content.empty()) {
      entry_->content.push_back(text(element, known.type));
    }
  }

  void content(const FeedElement& element, const Element& known) {
    if (entry_ == nullptr || entry_->content.size() >= most_values) return;
    FeedText one = text(element, known.type);
    if (const std::string elsewhere = element.attribute("src"); !elsewhere.empty())
      one.address = element.address(elsewhere);
    entry_->content.push_back(std::move(one));
  }

  void link(const FeedElement& element, std::string_view name) {
    FeedLink one = link_in(element);
    const bool page = one.rel == "alternate" && (one.type == "text/html" || one.type == "application/xhtml+xml");
    if (page && !has_link_) {
      facts_.link = one.href;
      has_link_ = !one.href.empty();
    }
    if (one.rel == "image" && name != "link") facts_.image.url = one.href;
    add(facts_.links, std::move(one));
  }

  void license(const FeedElement& element) {
    std::string href = element.attribute("rdf:resource");
    if (href.empty()) href = element.words();
    add(facts_.links, {.rel = "license", .href = element.address(href)});
  }

  void id(const FeedElement& element, std::string_view name) {
    const std::string value = element.words();
    if (value.empty()) return;
    const std::string leads = ascii_lowered(element.attribute("ispermalink"));
    const bool address = leads.empty() || leads == "true";
    facts_.id = address ? resolve_address(context_in(tree_, element.node, element.around).base, value) : value;
    guid_leads_ = name == "guid" && address && is_safe_address(facts_.id);
  }

  void category(const FeedElement& element, std::string_view name) {
    constexpr const char* itunes_scheme = "http://www.itunes.com/";
    const bool itunes = name.starts_with("itunes:");
    FeedCategory one{.term = element.attribute(itunes ? "text" : "term"),
                     .scheme = element.attribute("scheme"),
                     .label = element.attribute("label")};
    if (one.scheme.empty()) one.scheme = element.attribute("domain");
    if (one.scheme.empty() && itunes) one.scheme = itunes_scheme;
    if (one.scheme.empty() && name.starts_with("media:")) one.scheme = "http://search.yahoo.com/mrss/category_schema";
    if (one.term.empty() && !element.has_elements()) one.term = element.words();
    add(facts_.categories, std::move(one));
    if (!itunes) return;
    for (std::uint32_t at = element.node + 1; at < tree_.nodes[element.node].end; ++at) {
      const FeedElement inner{tree_, at, element.around};
      if (!tree_.nodes[at].is_text() && inner.name() == name)
        add(facts_.categories, {.term = inner.attribute("text"), .scheme = itunes_scheme});
    }
  }

  void keywords(std::string_view all, std::string_view name) {
    const bool commas = all.find(',') != std::string_view::npos;
    for (const std::string_view word : split(all, commas ? ',' : ' '))
      if (!trim(word).empty())
        add(facts_.categories,
            {.term = std::string(trim(word)), .scheme = name.starts_with("itunes:") ? "http://www.itunes.com/" : ""});
  }

  // The last of two in the same place, as feeds that repeat a date correct it; never one that cannot be read for one
  // that can.
  void date(FeedDate& place, const FeedElement& element, const Element& known) {
    FeedDate one = read_feed_date(element.words());
    if (one.printed.empty() || (place.instant && !one.instant)) return;
    std::uint8_t& rank = ranks_[static_cast<std::size_t>(known.part)];
    if (known.rank > rank) return;
    rank = known.rank;
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

  void source(const FeedElement& element) {
    if (entry_ == nullptr || entry_->source) return;
    FeedFacts from;
    if (element.has_elements()) {
      read_facts(tree_, element.node, element.around, settings_, from, nullptr, nullptr);
    } else {
      from.title = {.value = element.words(), .type = "text/plain"};
      from.link = element.address_of();
    }
    entry_->source = std::move(from);
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

void read_facts(const XmlTree& tree, std::uint32_t node, const FeedContext& around, const FactSettings& settings,
                FeedFacts& facts, FeedEntry* entry, std::vector<std::uint32_t>* entries) {
  FactReader reader(tree, settings, facts, entry, entries);
  reader.read(node, around);
  reader.settle();
}

void read_facts_of(const XmlTree& tree, std::uint32_t node, std::uint32_t child, const FeedContext& around,
                   const FactSettings& settings, FeedFacts& facts) {
  const FeedContext context = context_in(tree, node, around);
  FactReader(tree, settings, facts, nullptr, nullptr).read_one({tree, child, context});
}

}  // namespace sayso::dispatch
