// A feed's bytes to a feed: decode, tell XML from JSON, read the tree, walk it.
//
//     <rss version="2.0"><channel><title>Kesh Times</title><item><title>Two hit</title>…
//         -> kind "rss20", title "Kesh Times", one entry
//
// Leaves out on purpose: fetching anything, hubs, and document types: an entity that a feed declares itself stays as it
// is written, so that no few bytes become many.
#include "dispatch/feed.h"

#include <algorithm>

#include "base/tsv.h"
#include "dispatch/feed_encoding.h"
#include "dispatch/json_feed.h"
#include "dispatch/relative_address.h"
#include "dispatch/xml_feed.h"
#include "dispatch/xml_tree.h"

namespace sayso {
namespace {

using namespace dispatch;

constexpr std::size_t most_feed_bytes = 32u << 20;

// What stands around the root element: where the feed came from, and in which language it was served.
FeedContext context_of(const ReadOptions& options, const FeedReply& reply) {
  FeedContext context;
  const std::string location = resolve_address(options.url, reply.content_location);
  context.base = !trim(reply.content_location).empty() && is_safe_address(location) ? location : options.url;
  if (context.base.size() > 512) context.base.clear();
  context.language =
      std::string(trim(reply.content_language.substr(0, reply.content_language.find(','))).substr(0, 35));
  return context;
}

void note_fault(Feed& feed, const std::string& fault) {
  if (fault.empty()) return;
  feed.well_formed = false;
  feed.notes.push_back("the feed is not well-formed: " + fault);
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
  const FeedContext context = context_of(options, reply);
  Feed feed;
  feed.encoding = decoded.encoding;
  feed.encoding_rule = decoded.rule;
  note_fault(feed, decoded.fault);
  if (trim(text).starts_with('{')) {
    if (!read_json_feed(text, context, feed))
      return Error{ErrorCode::not_text, options.path, "this is no JSON Feed: it is cut, or does not name its version"};
    return feed;
  }
  const XmlTree tree = read_xml_tree(text);
  note_fault(feed, tree.fault);
  if (tree.flattened) feed.notes.emplace_back("elements deeper than 512 levels were flattened");
  if (!read_xml_feed(tree, context, feed))
    return Error{ErrorCode::not_text, options.path, "this is no feed: it holds neither a channel nor an item"};
  return feed;
}

bool looks_like_feed(std::string_view bytes) {
  std::string head;  // ASCII of UTF-16 and UTF-32 too
  for (const char c : bytes.substr(0, 16384))
    if (c != '\0') head += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
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
