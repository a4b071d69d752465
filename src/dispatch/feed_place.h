// Places of GeoRSS and GML: <georss:point>36.9 31.2</georss:point> is a Point at longitude 31.2, latitude 36.9.
#pragma once

#include <cstdint>
#include <string_view>

#include "dispatch/feed.h"
#include "dispatch/xml_tree.h"

namespace sayso::dispatch {

// `name` is the element's usual name: "georss:point", "gml:linestring" …
void read_feed_place(const XmlTree& tree, std::uint32_t node, std::string_view name, FeedPlace& place);

}  // namespace sayso::dispatch
