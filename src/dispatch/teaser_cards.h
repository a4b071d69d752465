// Teasers of other articles: a heading that is one link, and the lines that belong to it.
//
//     <div><h3><a href="/two">Two hit</a></h3><p>The bridge …</p></div>  <div><h3><a …   the two <div>
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

// The nodes of teasers: around each heading that leads to another page of the site the largest part that holds no
// second heading. `host` is the page's own; empty if it is not known. A heading that leads to another site is an
// article's: of a list of things, with where to get them.
std::vector<std::uint32_t> find_teaser_cards(const HtmlTree& tree, const std::vector<Block>& blocks,
                                             const std::string& host);

}  // namespace sayso::dispatch
