// A feed's bytes to a feed: decode, tell XML from JSON, read the tree, walk it.
//
//     <rss version="2.0"><channel><title>Kesh Times</title><item><title>Two hit</title>…
//         -> kind "rss20", title "Kesh Times", one entry
//
// Leaves out on purpose: fetching anything, hubs, and document types: an entity that a feed declares itself stays as it
// is written, so that no few bytes become many.
#include "dispatch/feed.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/feed_encoding.h"
#include "dispatch/html_allowed.h"
#include "dispatch/json_feed.h"
#include "dispatch/relative_address.h"
#include "dispatch/xml_feed.h"
#include "dispatch/xml_tree.h"

namespace sayso {
namespace {

using namespace dispatch;

constexpr std::size_t most_feed_bytes = 32u << 20;
constexpr std::uint64_t most_growth = 64u << 20;  // of relative addresses made whole

// What stands around the root element: where the feed came from, and in which language it was served.
FeedContext context_of(const ReadOptions& options, const FeedReply& reply) {
  FeedContext context;
  const std::string location = resolve_address(options.url, reply.content_location);
  context.base = !trim(reply.content_location).empty() && is_safe_address(location) ? location : options.url;
  if (context.base.size() > longest_base) context.base.clear();
  context.language =
      std::string(trim(reply.content_language.substr(0, reply.content_language.find(','))).substr(0, 35));
  return context;
}

void note_fault(Feed& feed, const std::string& fault) {
  if (fault.empty()) return;
  feed.well_formed = false;
  feed.notes.push_back("the feed is not well-formed: " + fault);
}

// Names of attributes that may be addresses, as they stand in a text; in JSON, behind escapes too.
std::uint64_t addresses_in(std::string_view text, bool json) {
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  std::uint64_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (json && text[at] == '\\') {
      const bool coded = text.substr(at + 1, 1) == "u";
      if (coded && text.substr(at + 2, 2) == "00" && text.substr(at + 4, 1) >= "4") ++count;  // a letter of a name?
      at += coded ? 6 : 2;
      continue;
    }
    const std::size_t begin = at;
    while (at < text.size() && letter(text[at])) ++at;
    if (at == begin) {
      ++at;
    } else if (at - begin >= 3 && at - begin <= 10) {
      if (is_address_attribute(to_lower(text.substr(begin, at - begin)))) ++count;
    }
  }
  return count;
}

// What a base adds to an address at most: in HTML some of its characters are written as references.
std::size_t added_by(std::string_view base) {
  const auto coded =
      std::ranges::count_if(base, [](char c) { return std::string_view("&<>\"").find(c) != std::string_view::npos; });
  return base.size() + 5 * static_cast<std::size_t>(coded);
}

XmlAttribute* base_of(XmlTree& tree, std::uint32_t node) {
  const XmlAttribute* base = tree.attribute(node, "xml:base");
  if (base == nullptr && to_lower(tree.nodes[node].name) == "channel") base = tree.attribute(node, "base");  // of CDF
  return base == nullptr ? nullptr : &tree.attributes[static_cast<std::size_t>(base - tree.attributes.data())];
}

// How many bytes its texts would grow by, at most, if all addresses in them were made whole.
std::uint64_t growth_of(XmlTree& tree, const FeedContext& context) {
  std::uint64_t growth = 0;
  std::vector<std::size_t> added(tree.nodes.size(), added_by(context.base));
  std::vector<bool> coded(tree.nodes.size());  // in base64
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    const XmlNode& one = tree.nodes[i];
    added[i] = added[one.parent];
    if (one.is_text()) {
      std::uint64_t count = addresses_in(one.text, false);
      if (coded[one.parent]) count += one.text.size() / 5;  // <a href> takes eleven, " src" in the same tag five
      growth += count * added[i];
      continue;
    }
    if (const XmlAttribute* const base = base_of(tree, i)) {
      const bool whole = base->value.find("://") != std::string::npos;
      const std::size_t own = added_by(base->value) + (whole ? 0 : added[i]);
      added[i] = std::max(added[i], std::min(own, 6 * longest_base));
    }
    const XmlAttribute* const mode = tree.attribute(i, "mode");
    coded[i] = mode != nullptr && to_lower(mode->value) == "base64";
    if (one.local().size() == 3) growth += added[i];  // <div> is left out: words on both sides of it become one
    for (std::uint32_t k = 0; k < one.attributes; ++k)
      growth += addresses_in(tree.attributes[one.first_attribute + k].name, false) * added[i];
  }
  return growth;
}

void note_growth(Feed& feed) {
  feed.notes.push_back("made whole, its addresses would take more than " + std::to_string(most_growth >> 20) +
                       " MB: relative ones stay as they are written");
}

}  // namespace

Result<Feed> read_feed(std::string_view bytes, const ReadOptions& options, const FeedReply& reply) {
  if (bytes.size() > most_feed_bytes)
    return Error{ErrorCode::too_large, options.path,
                 "a feed of " + std::to_string(bytes.size()) + " bytes is more than the " +
                     std::to_string(most_feed_bytes >> 20) + " MB that one may have"};
  if (trim(bytes).empty()) return Error{ErrorCode::empty, options.path, "the feed is empty"};

  const FeedBytes decoded = decode_feed(bytes, options, reply);
  const std::string_view text = decoded.text(bytes);
  FeedContext context = context_of(options, reply);
  Feed feed;
  feed.encoding = decoded.encoding;
  feed.encoding_rule = decoded.rule;
  note_fault(feed, decoded.fault);
  if (trim(text).starts_with('{')) {
    if (addresses_in(text, true) * added_by(context.base) > most_growth) {
      context.base.clear();
      note_growth(feed);
    }
    if (!read_json_feed(text, context, feed))
      return Error{ErrorCode::not_text, options.path, "this is no JSON Feed: it is cut, or does not name its version"};
    return feed;
  }
  XmlTree tree = read_xml_tree(text);
  note_fault(feed, tree.fault);
  if (tree.flattened) feed.notes.emplace_back("elements deeper than 512 levels were flattened");
  if (growth_of(tree, context) > most_growth) {
    context.base.clear();
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i)
      if (XmlAttribute* const base = base_of(tree, i)) base->value.clear();
    note_growth(feed);
  }
  if (!read_xml_feed(tree, context, feed))
    return Error{ErrorCode::not_text, options.path, "this is no feed: it holds neither a channel nor an item"};
  return feed;
}

bool looks_like_feed(std::string_view bytes) {
  std::string head;  // ASCII of UTF-16 and UTF-32 too
  for (const char c : bytes.substr(0, 16384))
    if (c != '\0') head += ascii_lower(c);
  std::string_view text = head;
  while (!text.empty() && static_cast<unsigned char>(text[0]) >= 0x80) text.remove_prefix(1);
  text = trim(text);
  if (text.starts_with('{')) return text.find("jsonfeed.org/version/") != std::string_view::npos;
  while (text.starts_with("<!--") || text.starts_with("<?") || text.starts_with("<!doctype rss")) {
    const std::string_view close = text.starts_with("<!--") ? "-->" : ">";
    const std::size_t end = text.find(close);
    if (end == std::string_view::npos) return false;
    text = trim(text.substr(end + close.size()));
  }
  if (!text.starts_with('<')) return false;
  std::string_view name = text.substr(1, text.find_first_of(" \t\r\n/>") - 1);
  if (const std::size_t colon = name.find(':'); colon != std::string_view::npos && name != "rdf:rdf")
    name.remove_prefix(colon + 1);
  return name == "rss" || name == "rdf:rdf" || name == "feed" || name == "channel";
}

}  // namespace sayso
