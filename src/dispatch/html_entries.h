// The parts of a live page: each with the time it was written at.
//
//     <div><time datetime="2022-09-12T14:05">14:05</time><p>The bridge …</p></div> <div><time …   an entry each
#pragma once

#include <string>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"
#include "dispatch/page.h"

namespace sayso::dispatch {

// Sets Block::entry of the article's blocks and returns the entries they count. Three entries at least make a live
// page; with fewer, none.
std::vector<PageEntry> find_entries(const HtmlTree& tree, const std::vector<LiveUpdate>& updates,
                                    std::vector<Block>& article);

}  // namespace sayso::dispatch
