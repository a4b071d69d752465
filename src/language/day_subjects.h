// Takes a day out of the subject that the parser put it into.
//
//     "On Monday rebels attacked the base."                 Monday compound, On case of rebels
//                                      mended:              Monday obl of attacked, On case of Monday
//     "On the night of 9 March militants struck."           militants nmod of night
//                                      mended:              March nmod of night, militants nsubj of struck
//
// Only where a preposition or "last", "next", "early" stands before the day: "Sunday schools closed" stays.
#pragma once

#include <string_view>

#include "language/spelling.h"
#include "sayso/language.h"

namespace sayso::language {

// Changes heads and relations of sentences that are read. Linear.
void mend_day_subjects(std::string_view text, Syntax& layer, const Spelling& spelling);

}  // namespace sayso::language
