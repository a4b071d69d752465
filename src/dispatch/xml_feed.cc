// Walks the elements of a feed: <rss><channel><title>T</title><item>…</item></channel></rss> gives the feed's facts and
// one entry. What is an entry is one wherever it stands, so that a broken feed loses nothing but what broke. Leaves out
// on purpose: RSS's skipHours and skipDays (for programs that fetch), and RDF's way of naming items twice.
#include "dispatch/xml_feed.h"

#include <algorithm>

#include "base/tsv.h"
#include "dispatch/feed_facts.h"
#include "dispatch/feed_names.h"

namespace sayso::dispatch {
namespace {

std::string attribute(const XmlTree& tree, std::uint32_t node, std::string_view name) {
  const XmlAttribute* const found = tree.attribute(node, name);
  return found == nullptr ? std::string() : std::string(trim(found->value));
}

std::string kind_of(const XmlTree& tree, std::uint32_t root) {
  const std::string name = usual_name_of(tree, root);
  const std::string version = attribute(tree, root, "version");
  if (name == "rss") {
    if (version == "0.90") return "rss090";
    if (version == "0.91") return tree.doctype.find("etscape") != std::string::npos ? "rss091n" : "rss091u";
    if (version == "0.92") return "rss092";
    if (version == "0.93") return "rss093";
    if (version == "0.94") return "rss094";
    return version.starts_with("2.") ? "rss20" : "rss";
  }
  if (name == "feed") {
    if (tree.spaces[tree.nodes[root].space].find("2005/Atom") != std::string::npos) return "atom10";
    if (version == "0.1") return "atom01";
    if (version == "0.2") return "atom02";
    if (version == "0.3" || tree.spaces[tree.nodes[root].space].find("purl.org/atom/ns") != std::string::npos)
      return "atom03";
    return "atom";
  }
  if (name == "channel") return "cdf";
  if (name == "rdf:rdf") {
    for (std::uint32_t at = root + 1; at < tree.nodes[root].end; at = tree.nodes[at].end) {
      const std::string& space = tree.spaces[tree.nodes[at].space];
      if (space.find("purl.org/rss/1.0") != std::string::npos) return "rss10";
      if (space.find("netscape.com/rdf/simple/0.9") != std::string::npos) return "rss090";
    }
    // Without a channel: by the default namespace.
    const std::string space = attribute(tree, root, "xmlns");
    if (space.find("purl.org/rss/1.0") != std::string::npos) return "rss10";
    if (space.find("netscape.com/rdf/simple/0.9") != std::string::npos) return "rss090";
  }
  return {};
}

class FeedReader {
 public:
  FeedReader(const XmlTree& tree, Feed& feed) : tree_(tree), feed_(feed) {}

  bool read(const FeedContext& around) {
    for (std::uint32_t at = 1; at < tree_.nodes[0].end; at = tree_.nodes[at].end) {
      if (tree_.nodes[at].is_text()) continue;
      if (feed_.kind.empty()) feed_.kind = kind_of(tree_, at);
      walk(at, around);
    }
    return found_;
  }

 private:
  // The element and what is in it, until facts or entries are found. No deeper than the tree is.
  void walk(std::uint32_t node, const FeedContext& around) {
    const std::string name = usual_name_of(tree_, node);
    const Part part = element_named(name).part;
    if (part == Part::entry) return entry(node, around);
    if (part == Part::head) return head(node, around);
    found_ = found_ || name == "rss" || name == "rdf:rdf";
    const FeedContext context = context_in(tree_, node, around);
    if (name == "rss" || name == "rdf:rdf") note_language(context);
    for (std::uint32_t at = node + 1; at < tree_.nodes[node].end; at = tree_.nodes[at].end) {
      if (tree_.nodes[at].is_text()) continue;
      const Part inner = element_named(usual_name_of(tree_, at)).part;
      if (inner == Part::image && name == "rdf:rdf") {  // RSS 1.0 has it beside its channel
        read_facts_of(tree_, node, at, around, settings(), feed_);
      } else {
        walk(at, context);
      }
    }
  }

  void head(std::uint32_t node, const FeedContext& around) {
    found_ = true;
    FeedContext context = context_in(tree_, node, around);
    note_language(context);
    std::vector<std::uint32_t> entries;
    read_facts(tree_, node, around, settings(), feed_, nullptr, &entries);
    for (const std::uint32_t one : entries) {
      if (element_named(usual_name_of(tree_, one)).part == Part::entry) {
        entry(one, context);
      } else {
        walk(one, context);
      }
    }
  }

  void note_language(const FeedContext& context) {
    if (feed_.language.empty()) feed_.language = context.language;
  }

  void entry(std::uint32_t node, const FeedContext& around) {
    found_ = true;
    if (feed_.entries.size() >= most_feed_entries) {
      if (feed_.entries.size() == most_feed_entries && !overflowed_)
        feed_.notes.push_back("items beyond the first " + std::to_string(most_feed_entries) + " were passed over");
      overflowed_ = true;
      return;
    }
    FeedEntry one;
    std::vector<std::uint32_t> inner;
    read_facts(tree_, node, around, settings(), one, &one, &inner);
    feed_.entries.push_back(std::move(one));
    const FeedContext context = context_in(tree_, node, around);
    for (const std::uint32_t at : inner) walk(at, context);
  }

  FactSettings settings() const {
    return {.guesses = !feed_.kind.starts_with("atom"), .unwraps = feed_.kind == "atom10"};
  }

  const XmlTree& tree_;
  Feed& feed_;
  bool found_ = false;
  bool overflowed_ = false;
};

}  // namespace

bool read_xml_feed(const XmlTree& tree, const FeedContext& around, Feed& feed) {
  return FeedReader(tree, feed).read(around);
}

}  // namespace sayso::dispatch
