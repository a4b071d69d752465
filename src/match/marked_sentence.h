// Sentences with named parts in brackets, as rule files write them.
//
//     "[source The army] [cue said] so."  ->  text "The army said so." with source [0,8), cue [9,13)
//
// Brackets may nest. A text with brackets of its own cannot be written so.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso {

struct MarkedSentence {
  using Parts = std::vector<std::pair<std::string, Span>>;

  std::string text{};
  Parts parts{};  // by their first byte, the longer first
};

// Errors: bad_rule with `where` for a bracket without a name, without words, without its other half.
Result<MarkedSentence> parse_marked(std::string_view marked, std::string_view where);

// The sentence as it is written. REQUIRES: parts nest or stand apart, in any order.
std::string written(const MarkedSentence& sentence);

}  // namespace sayso
