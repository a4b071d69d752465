// The fixed words of page furniture: what stands in front of a pointer, an address, a name, a credit.
//
//     related_label("Related article: Two hurt") == 16      bytes of the label with its colon and the space behind; 0:
//     none
#pragma once

#include <cstddef>
#include <string_view>

namespace sayso::dispatch {

std::size_t related_label(std::string_view text);
std::size_t promotion_label(std::string_view text);  // "Sign up for our newsletter", "Follow us on …"
std::size_t address_label(std::string_view text);
std::size_t byline_label(std::string_view text);
std::size_t credit_label(std::string_view text);
bool release_label(std::string_view text);  // "For immediate release", "Download PDF": what offices print on a release
bool credit_word(std::string_view text);    // ends in "Images", "Handout", "Press Service" …

// A page that says of itself that it holds no article: "404 - Page not found", "Log in", "Just a moment...".
bool titles_no_article(std::string_view title);

}  // namespace sayso::dispatch
