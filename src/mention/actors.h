// Actors: the noun phrases of a dispatch that can speak, act or be acted on, and who they are.
//
//     "Defense Ministry spokesman Igor Konashenkov said it hit personnel of the 93rd mechanized brigade"
//      [Defense Ministry spokesman Igor Konashenkov]  per:igor-konashenkov, person, of Ministry of Defence of Russia
//      [it]                                            pronoun; the best candidate, others beside it
//      [personnel]                                     desc:personnel, military
//      [the 93rd mechanized brigade]                   unit:93rd-mechanized-brigade, unit
//
// A mention's `kind` is what it would be as a source; its entity's `kind` is what it is. They differ for countries:
// "Russia" is a country that speaks as its government. Somebody of whom only a trade is said ("two residents") is
// unnamed. Ids: the lexicon's; cou:ALPHA3; per:, org:, unit: and a folded name; desc: and folded words.
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/actors.h"
#include "match/tree.h"
#include "sayso/dispatch.h"
#include "sayso/mention.h"

namespace sayso {

struct Actors {
  std::vector<Entity> entities{};
  std::vector<ActorMention> actors{};  // rising by span.begin, then by span.end
  EntityId outlet = no_entity;         // the dispatch's outlet among `entities`
};

// Linear in the dispatch for trees of news; sentences that were not parsed have no mentions.
Actors find_actors(const Dispatch& dispatch, const Tree& tree, const ActorLexicon& lexicon);
Actors find_actors(const Dispatch& dispatch, const Syntax& syntax, const ActorLexicon& lexicon);

// The country of what is mentioned; empty if unknown.
std::string_view country_of(const Mentions& mentions, const ActorMention& mention);
// The mention whose head is this token; the longest if several. Null if none.
const ActorMention* mention_at(const Mentions& mentions, TokenId head);
// The shortest mention that covers these bytes. Null if none.
const ActorMention* mention_covering(const Mentions& mentions, Span span);

}  // namespace sayso
