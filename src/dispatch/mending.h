// Makes whole what conversion broke, on blocks whose kinds are known.
#pragma once

#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

// Leaves out blocks without a letter or digit ("* * *", "###"), and page numbers between two halves of a paragraph.
void drop_wordless(std::vector<Block>& blocks, Mends& mends);

// Adds a block's text, map, links and marks to another's end, behind a space. REQUIRES: both have text.
void append_block(Block& block, Block&& next);

// Joins a body paragraph that stops in the middle of a sentence to the next if that goes on in lower case.
void join_torn(std::vector<Block>& blocks, Mends& mends);

}  // namespace sayso::dispatch
