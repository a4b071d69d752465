// Which of a page's blocks are the article.
#pragma once

#include <string>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

// The blocks of the article in page order: paragraphs, headings between them, captions. Empty if there is none.
// `headline` is the node of the page's headline, 0 if it is not known: of several articles the one it stands in is
// meant.
std::vector<Block> choose_article(const HtmlTree& tree, std::vector<Block>&& blocks, std::uint32_t headline);

}  // namespace sayso::dispatch
