// Text -> the spans of its syntactic words, as the English treebanks of Universal Dependencies cut them.
//
//     "They don't hold Kyiv's pro-Moscow suburbs."
//      They do n't hold Kyiv 's pro-Moscow suburbs .
//
// Spans rise and never overlap; what lies between two is white space only. Any bytes are welcome; linear time.
#pragma once

#include <string_view>
#include <vector>

#include "language/spelling.h"
#include "sayso/span.h"

namespace sayso::language {

// The words of one paragraph. REQUIRES: range.end <= text.size().
std::vector<Span> tokenize(std::string_view text, Span range, const Spelling& spelling);

}  // namespace sayso::language
