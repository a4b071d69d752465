// The words of a paragraph and where a sentence is likely to begin -> its sentences.
//
//     The army left . " We won . " Gen. Orlen spoke .      words 0..12
//     [0,4) [4,9) [9,13)                                   a closing quotation mark belongs to the sentence it closes
//
// Linear time: each boundary looks at the words beside it.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/spelling.h"
#include "sayso/span.h"

namespace sayso::language {

// For every sentence the index behind its last word, rising; the last is words.size(). No words, no sentences.
// odds: of language/splitter.h, a number a word; above 0 a sentence begins, unless the spelling forbids it.
std::vector<std::uint32_t> split_sentences(std::string_view text, std::span<const Span> words,
                                           std::span<const float> odds, const Spelling& spelling);

// "etc." at the end of a sentence is two words, as the treebanks have it. Moves the ends along.
void part_last_stops(std::string_view text, std::vector<Span>& words, std::vector<std::uint32_t>& ends,
                     const Spelling& spelling);

}  // namespace sayso::language
