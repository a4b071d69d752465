// Mends a verb's two subjects that are one speaker, a role and, right behind it, a name; and a subject behind its verb
// that is whom the verb tells.
//
//     "Defense Ministry spokeswoman Olena Marchuk said"   spokeswoman nsubj, Olena nsubj of said
//                                  mended:                 spokeswoman <- Olena (nmod:desc), Olena nsubj of said
//
// Source: Universal Dependencies has one subject a clause; a role before a name is nmod:desc in the English treebanks.
#pragma once

#include <string_view>

#include "sayso/language.h"

namespace sayso::language {

// Changes heads and relations of sentences that are read. Linear.
void mend_doubled_subjects(std::string_view text, Syntax& layer);

}  // namespace sayso::language
