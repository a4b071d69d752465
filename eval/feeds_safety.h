// Whether HTML that we keep is harmless, asked of its bytes alone and by other code than what cleaned it.
//
//     danger_in_html("<p onclick=\"x\">")     "attribute onclick"
//     danger_in_html("<p>Two hit.</p>")       ""
//
// Harmless is: every '<' begins a tag in the one plain form, of an element that neither runs, frames, embeds, redirects
// nor restyles; no attribute that begins with "on"; every address, references decoded and blanks taken out, is relative
// or http, https, ftp, mailto and their like; no style with brackets other than rgb's, backslashes, colons or
// "expression".
#pragma once

#include <string>
#include <string_view>

namespace sayso::eval {

// What is dangerous, in words; empty: nothing.
std::string danger_in_html(std::string_view html);
// Of an address that stands by itself (an entry's link).
std::string danger_in_address(std::string_view address);
// Of the words that a reader of the HTML sees.
std::string danger_in_words(std::string_view words);

}  // namespace sayso::eval
