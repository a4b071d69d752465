// Hangs a day behind a verb of saying on that verb, where the parser hung it on the clause that is said.
//
//     "Russia said on Tuesday it would withdraw"   Tuesday obl of withdraw
//                                    mended:       Tuesday obl of said
//
// It stands right behind the cue and before the clause's own subject, without "that" between: it is when somebody
// spoke.
#pragma once

#include <string_view>

#include "language/spelling.h"
#include "sayso/language.h"

namespace sayso::language {

// Changes heads of sentences that are read. Linear.
void mend_cue_days(std::string_view text, Syntax& layer, const Spelling& spelling);

}  // namespace sayso::language
