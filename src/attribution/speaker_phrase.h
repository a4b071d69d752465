// A speaker with what tells who that is.
//
//     "Marek, the mayor of Kesh, who fled, said"   [Marek]  -> [Marek, the mayor of Kesh]
//                                           with asides     -> [Marek, the mayor of Kesh, who fled]
#pragma once

#include <string_view>
#include <vector>

#include "match/tree.h"
#include "sayso/mention.h"
#include "sayso/span.h"

namespace sayso {

// Relative clauses behind a comma only add something; they are no part of what is published.
enum class Asides : std::uint8_t { without, with };

// One run of bytes around `words`: titles, the rest of a name, appositions, brackets, phrases and clauses that narrow
// it down ("officials who fled Kesh"), and what "and" joins to it. Never past `barrier`, the cue, and no date ("the
// ministry on Monday"). REQUIRES: `dates` in order. Words are not empty. O(words of the phrase · log).
Span speaker_phrase(const Tree& tree, std::string_view text, const std::vector<DateMention>& dates, Span words,
                    TokenId barrier, Asides asides);

}  // namespace sayso
