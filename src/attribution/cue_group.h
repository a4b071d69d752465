// The verb group around a cue, where a scheme of annotation wants all of it.
//
//     "The army has also repeatedly called for a truce."   cue [called]   -> [has also repeatedly called for]
//     "He went on to say: ..."                             cue [say]      -> [went on to say:]
//
// The cue that is published stays the word that says (docs/decisions/0001); tense, doubt and denial have fields of
// their own.
#pragma once

#include <string_view>

#include "match/tree.h"
#include "sayso/attribution.h"

namespace sayso {

// One run of bytes that holds the cue: auxiliaries, negation and adverbs before it, the verbs that only lead to it
// ("began by", "declined to", "is likely to"), its particle, an adverb right behind it, and a preposition or colon
// that leads straight to the content. Empty without a cue; the cue itself where it is no verb.
// O(words of the group · their children).
Span cue_group(const Tree& tree, std::string_view text, const Attribution& said);

}  // namespace sayso
