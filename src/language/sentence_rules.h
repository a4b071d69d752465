// The words of a paragraph -> its sentences, by rules alone: for models without a splitter.
//
//     The army left . " We won . " Gen. Orlen spoke .      words 0..12
//     [0,4) [4,9) [9,13)                                   a closing quotation mark belongs to the sentence it closes
//
// Linear time: each boundary looks at a bounded number of words around it.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/spelling.h"
#include "sayso/span.h"

namespace sayso::language {

// For every sentence the index behind its last word, rising; the last is words.size(). No words, no sentences.
std::vector<std::uint32_t> split_by_rules(std::string_view text, const std::vector<Span>& words,
                                          const Spelling& spelling);

}  // namespace sayso::language
