// The words of a page as blocks, each with the element it stands in.
#pragma once

#include <string_view>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

// All running text: scripts, styles, menus, buttons and drawings stay out.
// Block::origin is the number of the nearest block element; headings have their level, list items their flag, text in a
// figure is a caption.
std::vector<Block> read_html_blocks(const HtmlTree& tree, Mends& mends);

// The text of one node alone, as one block.
Block read_html_node(const HtmlTree& tree, std::uint32_t node, Mends& mends);

}  // namespace sayso::dispatch
