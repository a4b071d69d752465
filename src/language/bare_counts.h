// Gives a participle the bare number before it, of which "were" is left out.
//
//     "Three people were killed and 12 wounded"   [12] conj of killed      mended: 12 nsubj:pass of wounded
//     "They lost 30 men, 12 captured"             captured acl of men      mended: captured conj of lost, with 12
//
// Source: Universal Dependencies has the rest of a clause whose auxiliary is left out as a conjunct of the first.
#pragma once

#include <string_view>

#include "sayso/language.h"

namespace sayso::language {

// Changes heads and relations of sentences that are read; trees stay trees. Linear.
void mend_bare_counts(std::string_view text, Syntax& layer);

}  // namespace sayso::language
