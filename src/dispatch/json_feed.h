// JSON Feed 1.0 and 1.1 to a feed.
#pragma once

#include <string_view>

#include "dispatch/feed.h"
#include "dispatch/feed_text.h"

namespace sayso::dispatch {

// False if the text is no JSON Feed; what is wrong in it goes into feed.notes and feed.well_formed.
bool read_json_feed(std::string_view text, const FeedContext& around, Feed& feed);

}  // namespace sayso::dispatch
