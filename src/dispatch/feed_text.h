// An element of a feed as a text: what it says, as what, and made harmless.
//
//     <title type="html">Two &amp;lt;b>hit&amp;lt;/b></title>   {"Two <b>hit</b>", "text/html"}
//     <title>5 &lt; 6</title>                                   {"5 < 6", "text/plain"}
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dispatch/feed.h"
#include "dispatch/xml_tree.h"

namespace sayso::dispatch {

// What an element has from those around it.
struct FeedContext {
  std::string base{};
  std::string language{};
};

// With the element's own xml:base and xml:lang.
FeedContext context_in(const XmlTree& tree, std::uint32_t node, const FeedContext& around);

// The text of an element whose type is `type` if it names none. RSS never says whether a text is HTML: with `guesses` a
// plain text that looks like HTML is taken as such. `unwraps` leaves out the <div> that Atom 1.0 puts around XHTML.
FeedText read_feed_text(const XmlTree& tree, std::uint32_t node, const FeedContext& around, std::string_view type,
                        bool guesses, bool unwraps);

// A text made harmless: HTML is cleaned, stray windows-1252 characters are made right, white space at the ends goes.
FeedText finished(FeedText text);

// Stray control characters as windows-1252 means them: U+0092 is an apostrophe.
std::string without_strays(std::string_view text);

}  // namespace sayso::dispatch
