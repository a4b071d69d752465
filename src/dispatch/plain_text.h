// Plain text to blocks: empty lines part paragraphs, hard-wrapped lines are joined, indents begin paragraphs.
#pragma once

#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

std::vector<Block> read_plain_text(std::string_view source, Mends& mends);

}  // namespace sayso::dispatch
