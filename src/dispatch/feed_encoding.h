// In which encoding a feed is, decided here and nowhere else.
//
//     text/xml without a charset, <?xml encoding="utf-8"?>   us-ascii by the media type, if the bytes are ASCII
//     no header, <?xml encoding="koi8-r"?>                   koi8-r, by the XML declaration
//
// Asked in order: the caller, a byte order mark (or the zeros of UTF-16 and UTF-32), the charset of the HTTP header,
// the rule of the media type (RFC 3023), the XML declaration, UTF-8. The first that fits the bytes wins; if one was
// passed over, that is a fault.
#pragma once

#include <string>
#include <string_view>

#include "dispatch/feed.h"

namespace sayso::dispatch {

struct FeedBytes {
  std::string owned{};  // the text if it had to be converted
  bool converted = false;
  std::string encoding{};  // as Feed::encoding
  std::string rule{};      // as Feed::encoding_rule
  std::string fault{};     // why the choice is no clean one; empty: it is

  std::string_view text(std::string_view bytes) const { return converted ? std::string_view(owned) : bytes; }
};

FeedBytes decode_feed(std::string_view bytes, const ReadOptions& options, const FeedReply& reply);

}  // namespace sayso::dispatch
