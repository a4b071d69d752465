// Which dispatches are copies of one report.
//
//     a wire report of 12 September, kept      ->  an origin of its own
//     the same in another paper, re-headed     ->  the same origin, rule "sentences", .83 of the shorter one's words
//     shared another report on the same strike        ->  an origin of its own
//
// Two dispatches published at most 3 days apart are kin if (rule: what must hold)
//     same-words   all their sentences are the same
//     sentences    sentences of 40 words and more are shared, which are half of the shorter and a quarter of the longer
//     resemblance  half of their four-word runs are the same, as their signatures tell
// Where a day is not known it takes four fifths, and half of the longer. Kinship is handed on: a copy of a copy has the
// same origin. The longer one's quarter keeps a day's round-up from joining all that it quotes.
#pragma once

#include <cstdint>
#include <optional>

#include "sayso/claim.h"
#include "sayso/fingerprint.h"
#include "sayso/time.h"

namespace sayso::ledger {

class Database;

// Keeps the prints of a dispatch whose row is there, finds its kin and sets `origin` of all of them. Looking does
// not grow with the number of dispatches that share a sentence; joining two groups that were apart rewrites the rows of
// the later one. A failure is left in `database`.
void keep_fingerprint(Database& database, std::int64_t dispatch_row, const std::optional<Day>& published,
                      const Fingerprint& fingerprint);

// What makes two claims of copies the same: who (of what is no reporter's own), the act, the day
// said and the words; `again` counts those before it in
// the same dispatch.
std::int64_t print_of_claim(const Claim& claim, std::uint32_t again);

}  // namespace sayso::ledger
