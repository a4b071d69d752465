// The words around a claim: its sentences with speaker, cue and content marked.
//
//     sentence [0,42)  source [24,35)  cue [36,40)  content [1,21)
//       "The bridge is ours," Konashenkov said.
//     -> {"\"", plain} {"The bridge is ours", marked} {",\" ", plain} {"Konashenkov", strong} {" ", plain} {"said",
//     act} …
//
// Pieces that lie apart are joined by " … ". Spans outside the text are left out, never read.
#pragma once

#include <string_view>
#include <vector>

#include "publish/page.h"
#include "sayso/claim.h"
#include "sayso/language.h"

namespace sayso::publish {

// `sentences` may be empty (a ledger keeps none): then content outside the claim's own sentence is shown by itself.
std::vector<Run> excerpt(std::string_view text, const Claim& claim, const std::vector<Sentence>& sentences);

}  // namespace sayso::publish
