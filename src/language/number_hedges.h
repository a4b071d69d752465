// Hedges before numbers, hung where they belong.
//
//     "killed up to 40 soldiers"   as the model may see it: up <- killed (particle), soldiers <- killed (obl, case to)
//                                  mended:                  up, to <- 40 (advmod, fixed), soldiers <- killed (obj)
#pragma once

#include <cstdint>
#include <string_view>

#include "language/spelling.h"
#include "sayso/language.h"

namespace sayso::language {

constexpr std::uint32_t longest_hedge = 4;  // words

// Mends every hedge of spelling.number_hedges that stands right before a number. Trees stay trees.
void mend_number_hedges(std::string_view text, Syntax& layer, const Spelling& spelling);

}  // namespace sayso::language
