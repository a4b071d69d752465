// Which of a page's blocks are the article.
#pragma once

#include <string>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

// What is known of the article from elsewhere in the page.
struct ArticleHints {
  std::uint32_t headline = 0;  // its node; 0: not known. Of several articles the one it stands in is meant
  std::string host{};          // of the page's address; empty: not known
  bool claimed = false;        // the metadata say that the page is an article; else one of teasers alone has none
  std::vector<std::string> descriptions{};  // as metadata sums the article up: often its standfirst, perhaps cut
  std::string told{};                       // its text as JSON-LD has it: tells which paragraphs are the article's
};

// The blocks of the article in page order: standfirst, paragraphs, headings, lists and rows of tables between them,
// captions. Empty if there is none.
std::vector<Block> choose_article(const HtmlTree& tree, std::vector<Block>&& blocks, const ArticleHints& hints);

}  // namespace sayso::dispatch
