// One claim with its evidence: the sentence, then every field with its words, their bytes in the text and in the file,
// and the rule or table that made it.
//
//     source    Igor Konashenkov, for the Ministry of Defence of Russia, person, mil:RUS
//               “Defense Ministry spokesman Igor Konashenkov” · text [812,855) · file [830,873) · by name+role
#pragma once

#include <string>

#include "publish/page.h"
#include "sayso/dispatch.h"
#include "sayso/ledger.h"

namespace sayso::publish {

// `dispatch` is the claim's, with text and raw map (Ledger::dispatch). Words that are not the bytes they name are said
// to be so on the card.
std::string claim_card(const KeptClaim& kept, const Dispatch& dispatch, Paper paper);

}  // namespace sayso::publish
