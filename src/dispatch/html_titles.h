// The titles that a page gives, made plain: "Two hit | World - Kesh Times" and "Two hit" are one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

constexpr std::size_t longest_title = 1000;  // bytes; longer ones are compared with nothing

// Letters and digits alone, folded: "Kesh: Two hit" -> "keshtwohit".
std::string letters_of(std::string_view text);

// "Two hit - Kesh Times" -> "Two hit", if the tail names the outlet or its host, or is a date. REQUIRES: `outlets` are
// the names that the page gives for its outlet.
std::string without_outlet(const std::string& title, const std::vector<std::string>& outlets);

// What stands between separators: "Two hit | World - Kesh Times" -> Two hit, World, Kesh Times.
std::vector<std::string> segments_of(std::string_view title);

// Takes from the titles among the marks what is the page's and not the title's: the outlet's name, and what stands
// behind or in front of a headline (`shown`: the page's headings of the first level) or of a shorter title. Then brings
// the second of them to the front, if a heading shows it and not the first.
void settle_titles(std::vector<Mark>& metadata, const std::vector<std::string>& shown,
                   const std::vector<std::string>& outlets);

// Where <title> alone gives a title, the headline of the page takes its place if it tells the same: "Dovran: both
// bridges are down" is written for a window, "Two bridges down in Dovran" for the reader.
void drop_window_title(std::vector<Mark>& metadata, std::string_view heading);

}  // namespace sayso::dispatch
