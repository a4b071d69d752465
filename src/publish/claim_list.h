// Claims of a ledger as a list: for people, or one tab-separated line each for other programs.
//
//     12 September 2022 · Igor Konashenkov, for the Ministry of Defence of Russia                     4be1c07d
//       says “Rocket strikes near Kesh and Dovran hit trucks of …”
//       ● ASSAULT heavy-weapons “strikes”: near Kupiansk (Kharkiv, Ukraine); …
//       The Moscow Times, 12 September 2022
#pragma once

#include <string>
#include <vector>

#include "publish/page.h"
#include "sayso/ledger.h"

namespace sayso::publish {

std::string claim_list(const std::vector<KeptClaim>& claims, Paper paper);

// The names of the columns of `plain_line`, tab-separated: id said speaker country act what where words outlet
// published copies (how many more).
std::string plain_header();
// One claim; tabs and line breaks inside a field are spaces, unknown is empty.
std::string plain_line(const KeptClaim& kept);

}  // namespace sayso::publish
