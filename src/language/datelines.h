// Datelines: where a report was filed, in front of its first sentence and no part of it.
//
//     "KATHMANDU, April 25 (Reuters) - Nepal disputed it."   -> 7 words: KATHMANDU , April 25 ( Reuters ) and the dash
//     "MOSCOW SAYS IT WON"                                     -> 0
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::language {

// How many of a paragraph's words are its dateline, the dash included, or its label ("BREAKING:") or stamp; 0 if it has
// none.
std::size_t dateline_words(std::string_view text, const std::vector<Span>& words);

// The stamp of a live blog's post alone: "14:05", "9:30 GMT -".
std::size_t stamp_words(std::string_view text, const std::vector<Span>& words);

}  // namespace sayso::language
