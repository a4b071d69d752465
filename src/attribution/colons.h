// A colon between a speaker and what is said.
//
//     "Marek: We are staying."          -> Marek, the rest of the paragraph
//     "Rebels Broke Truce: Kesh Wire"   -> Kesh Wire, in a headline
//
// A place before a colon is a headline's topic ("Kesh: A City Without Water"); a capital before a whole clause speaks
// ("Seoul: North Fired Two Missiles").
#pragma once

#include <cstdint>
#include <vector>

#include "attribution/sources.h"
#include "lexicon/lists.h"

namespace sayso {

struct Colon {
  TokenId cue{};  // the mark
  TokenId speaker{};
  std::uint32_t first{}, last{};  // tokens of what is said, [first, last)
  const char* rule = nullptr;
};

// In text order. O(tokens).
std::vector<Colon> find_colons(const Dispatch& dispatch, const Tree& tree, const Speakers& speakers,
                               const Mentions& mentions, const WordLists& lists);

}  // namespace sayso
