// Text in capitals, as telexes and monitored broadcasts come, as it would be written with small letters.
//
//     "THE ARCE BATTALION SAID THAT PRESIDENT OSK VISITED EL SALVADOR."
//  -> "The Arce battalion said that President Osk visited El Salvador."
//
// The network and the stages behind it tell names by their capitals, so they are given the second text. Both have the
// same bytes but for the case of letters: a span of one is a span of the other.
#pragma once

#include <optional>
#include <string>

#include "language/usual_case.h"
#include "lexicon/actors.h"
#include "sayso/dispatch.h"

namespace sayso {

// Nothing unless nearly all letters of the dispatch are capitals (a headline in capitals alone doesn't count).
std::optional<std::string> in_small_letters(const Dispatch& dispatch, const UsualCase& usual,
                                            const ActorLexicon& names);

}  // namespace sayso
