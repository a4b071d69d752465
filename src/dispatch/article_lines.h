// Second thoughts on which blocks are the article: what stands twice, and what the page's own JSON-LD tells.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"

namespace sayso::dispatch {

constexpr std::size_t least_told = 400;  // bytes of JSON-LD's text that can tell an article

// Of paragraphs that stand in two parts of the page the first is meant; what stands in three is a page's form of words,
// and is left out. An article may repeat itself: paragraphs side by side stay.
void drop_repeated(const HtmlTree& tree, const std::vector<Block>& blocks, std::vector<bool>& chosen);

// If `told` (the article's text by JSON-LD) is in the page nearly whole and makes up most of what is chosen, paragraphs
// that it lacks go (but for the `openings`, which it often has elsewhere), and paragraphs elsewhere in the page that it
// has come. Headings, items, captions stay as they are. `hidden` is by Block::origin.
void follow_told(const HtmlTree& tree, const std::vector<Block>& blocks, const std::vector<bool>& hidden,
                 const std::vector<bool>& openings, std::string_view told, std::vector<bool>& chosen);

// For each block one behind the number of the text that tells most of it, at least half; 0: none does.
std::vector<std::size_t> who_tells(const std::vector<Block>& blocks, const std::vector<std::string>& told);

}  // namespace sayso::dispatch
