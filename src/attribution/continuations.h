// Sentences that carry on what was reported before them, without a cue of their own.
//
//     "Col. Adamic said the attack was repelled. Eleven vehicles were burned. None of his men were hurt."
//        -> two more rows of Col. Adamic's: continued, no cue, rule "carried-on"
//
// A sentence that is told otherwise ends it: one with a speaker of its own, a scene of its own ("In Kesh, shops were
// open"), another paragraph.
#pragma once

#include <vector>

#include "attribution/stance.h"
#include "sayso/mention.h"

namespace sayso {

// New rows for sentences of which no word is spoken for. Rows in any order. O(tokens + rows · log).
std::vector<Attribution> find_continuations(const std::vector<Attribution>& found, const StanceView& view,
                                            const std::vector<DateMention>& dates, const std::vector<bool>& spoken,
                                            const std::vector<bool>& cues);

}  // namespace sayso
