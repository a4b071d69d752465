// The output contract: one claim, one line of JSON (docs/claim.schema.json).
//
//     {"schema": "sayso.claim/1", "id": "8f0c…", "dispatch": {…}, "source": {…}, …, "events": [{…}], "rule": "…",
//     "links": []}
//
// Keys stand in the contract's order and are always all there: what is not known is null, what is none is []. Numbers
// are written in the shortest form that reads back the same, so that the same claim is the same bytes on every machine.
// Control characters of any kind are escaped: a line is safe to print to a terminal.
#pragma once

#include <string>

#include "sayso/claim.h"
#include "sayso/dispatch.h"
#include "sayso/ledger.h"

namespace sayso::publish {

// Without a line feed at the end.
std::string claim_json(const Claim& claim, const Dispatch& dispatch);

// The same keys, then "revision", "superseded", "origin", "copies" and "made_by".
std::string claim_json(const KeptClaim& kept);

}  // namespace sayso::publish
