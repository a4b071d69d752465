// Markdown to blocks: headings, paragraphs, list items, quotations; links kept, emphasis and escapes unwrapped.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

std::vector<Block> read_markdown(std::string_view source, Mends& mends, std::vector<std::string>& notes);

}  // namespace sayso::dispatch
