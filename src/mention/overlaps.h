// Where two finders claim the same words, one of them yields.
//
//     "on September 12"   the date keeps "12", the count goes
//     "held Gori"         the gazetteer knows Gori, so the unknown "person" the model saw there goes
#pragma once

#include "sayso/language.h"
#include "sayso/mention.h"

namespace sayso {

// Linear in the mentions but for a sort. Entities stay, so that ids keep their meaning.
void settle_overlaps(Mentions& mentions, const Syntax& syntax);

}  // namespace sayso
