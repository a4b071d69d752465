// What is doubtful about a claim, in plain words, worst first; empty when nothing is.
//
//     "an alleged Russian strike … Sunday evening"
//       -> {"only alleged, and by nobody named", …}
//     "around Dovran, officials said"
//       -> {"the speakers are not named", "“Dovran” was not found on the map"}
//
// These are the claim's own hedges and the reading's own gaps, never an opinion of what is true.
#pragma once

#include <string>
#include <vector>

#include "sayso/claim.h"

namespace sayso::publish {

std::vector<std::string> doubts(const Claim& claim);

}  // namespace sayso::publish
