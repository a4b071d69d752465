// Military units by number, arm and echelon.
//
//     "the 93rd mechanized brigade"                 -> "93rd mechanized brigade"
//     "the Varnian volunteer formation Heron"  -> "Kraken"
//     "Unit 8200"                                   -> "Unit 8200"
//     "the brigade", "two brigades"                 -> none: a description
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "mention/marks.h"
#include "mention/noun_chunks.h"

namespace sayso::mention {

struct UnitName {
  TokenId first{};  // where the name starts in the phrase
  TokenId last{};
  bool name_only = false;  // the name stands beside the echelon ("formation Kraken") and is the whole name
};

// The unit a chunk names, if its head is an echelon word or a name right behind one.
std::optional<UnitName> unit_in(std::string_view text, const Tree& tree, const Marks& marks,
                                const ActorLexicon& lexicon, const Chunk& chunk);

// "93rd", "3rd", "113th", "8200", "XIV": what numbers a unit.
bool is_unit_number(std::string_view word);

}  // namespace sayso::mention
