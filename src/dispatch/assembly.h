// Blocks to the text, paragraphs, links and map of a dispatch.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/encoding.h"
#include "sayso/dispatch.h"

namespace sayso::dispatch {

// A mark with its span in the dispatch's text.
struct PlacedMark {
  Mark mark{};
  Span span{};
};

// Fills text, paragraphs, links and raw. Returns the blocks' marks in text order.
std::vector<PlacedMark> assemble(std::vector<Block>&& blocks, const Decoded& decoded, Dispatch& dispatch);

}  // namespace sayso::dispatch
