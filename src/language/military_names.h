// Military units among the organisations.
//
//     name "3rd Assault Brigade": organisation -> military_unit        "Kesh Air Force" likewise; "Kesh Trade Union"
//     stays
#pragma once

#include <string_view>

#include "language/spelling.h"
#include "sayso/language.h"

namespace sayso::language {

// An organisation's name becomes a military unit's if it has a word of spelling.military_units or ends in words of
// spelling.military_phrases. Case does not matter.
void name_military_units(std::string_view text, Syntax& layer, const Spelling& spelling);

}  // namespace sayso::language
