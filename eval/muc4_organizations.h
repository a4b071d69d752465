// Which organization a phrase names, as the keys write it.
//
//     "the pro-Cuban ELN", "ELN forces"            -> ELN, of no state, entity grp:eln
//     'the group called "Love for Kesh"'           -> LOVE FOR KESH
//     "the Varnian army"                           -> VARNIAN ARMY, of the state
//     "forces", "the firing squad", "Mr. Osk"      -> nothing
#pragma once

#include <optional>
#include <string_view>

#include "muc4_incidents.h"
#include "muc4_phrases.h"

namespace sayso::eval {

// Somebody as an event or a claim has them.
struct Who {
  TokenId head = no_token;
  EntityKind kind = EntityKind::unnamed;
  std::string_view entity{};  // Entity::id
  Span words{};
};

// Whom the dispatch mentions at a head; `words`: what a claim or a sentence has for them.
Who who_at(const Phrases& phrases, TokenId head, Span words);

// The confidence is left to the caller.
std::optional<Organization> organization_named(const Phrases& phrases, const Who& who);

// Whose members the word at a head stands for: "members of the Varnian army", "ELN guerrillas".
std::optional<Organization> organization_of_members(const Phrases& phrases, TokenId head);

}  // namespace sayso::eval
