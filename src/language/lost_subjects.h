// Gives a finite verb the subject that stands before it with an apposition between commas, or behind it after a
// quotation, where the parser hung that speaker elsewhere.
//
//     "Playing Field, an agency, says it lost"    [Field] ccomp of says       mended: Field nsubj of says
//     "… endorsed," said Borges, who left          [Borges] nsubj of left      mended: Borges nsubj of said
//
// Source: Universal Dependencies has a subject for every finite verb that is no conjunct, no relative clause's and no
// imperative.
#pragma once

#include <string_view>

#include "language/spelling.h"
#include "sayso/language.h"

namespace sayso::language {

// Changes heads and relations of sentences that are read; trees stay trees. Linear.
void mend_lost_subjects(std::string_view text, Syntax& layer, const Spelling& spelling);

}  // namespace sayso::language
