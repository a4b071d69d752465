// Which of a page's blocks are the article.
#pragma once

#include <string>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

// The blocks of the article in page order: paragraphs, headings between them, captions. Empty if there is none.
std::vector<Block> choose_article(const HtmlTree& tree, std::vector<Block>&& blocks);

}  // namespace sayso::dispatch
