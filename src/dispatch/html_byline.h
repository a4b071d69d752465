// The byline that a page shows, where its metadata name nobody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

// Behind the headline (a node; 0: anywhere) the first part that by itemprop, rel, class or id holds the author's name.
std::optional<Mark> find_shown_byline(const HtmlTree& tree, std::uint32_t headline,
                                      const std::vector<std::string>& outlets);

// A first or last paragraph that is nothing but names in bold or italic type; it becomes a byline.
std::optional<Mark> take_byline_line(std::vector<Block>& article, const std::vector<std::string>& outlets);

// Persons before outlets: bylines that are only the outlet's own name go behind the shown one.
void order_bylines(std::vector<Mark>& metadata, std::optional<Mark> shown, const std::vector<std::string>& outlets);

}  // namespace sayso::dispatch
