// A feed under the names that feedparser gives its parts, so that its expectations can be asked of ours.
//
//     feedparser_view(feed)["entries"][0]["title_detail"]["type"] == "text/plain"
//
// Every value is one that the reader gave; only names, and the forms in which Python prints a date or a pair, are made
// here: "(2004, 1, 1, 19, 48, 21, 3, 1, 0)".
#pragma once

#include <nlohmann/json.hpp>

#include "dispatch/feed.h"

namespace sayso::eval {

nlohmann::json feedparser_view(const Feed& feed);

}  // namespace sayso::eval
