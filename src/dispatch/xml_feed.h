// An XML tree to a feed: RSS, RDF, Atom and CDF.
#pragma once

#include <string_view>

#include "dispatch/feed.h"
#include "dispatch/feed_text.h"
#include "dispatch/xml_tree.h"

namespace sayso::dispatch {

// Fills kind, facts and entries. False if the tree holds nothing of a feed.
bool read_xml_feed(const XmlTree& tree, const FeedContext& around, Feed& feed);

}  // namespace sayso::dispatch
