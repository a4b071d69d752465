// Names who takes part in an event.
//
//     "Ukrainian soldiers and two tanks" -> {soldiers, UKR}, {two tanks}
//
// Words that only say what of somebody was hit ("personnel and equipment of the 93rd brigade") give way to whose they
// are. Left out on purpose: sides seen from the speaker ("the enemy", "our troops"); claims resolve those.
#include "event/participants.h"

#include <algorithm>

#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

bool is_party(EntityKind kind) {
  switch (kind) {
    case EntityKind::unit:
    case EntityKind::military:
    case EntityKind::group:
    case EntityKind::government:
    case EntityKind::country:
    case EntityKind::organisation:
      return true;
    default:
      return false;
  }
}

}  // namespace

Participants::Participants(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions,
                           const EventKnowledge& knowledge)
    : dispatch_(dispatch), tree_(tree), mentions_(mentions), knowledge_(knowledge), by_head_(tree.size(), nullptr) {
  for (const ActorMention& mention : mentions.actors) {
    const ActorMention*& kept = by_head_[index(mention.head)];
    if (kept == nullptr || kept->span.size() < mention.span.size()) kept = &mention;
  }
}

Participant Participants::one(TokenId head) const {
  Participant participant;
  const ActorMention* mention = mention_at(head);
  if (mention == nullptr) {
    // The model may hang a name's parts the other way round: "formation Kraken".
    for (TokenId below : tree_.children(head))
      if ((tree_[below].relation == Relation::appos || tree_[below].relation == Relation::flat) &&
          mention_at(below) != nullptr)
        mention = mention_at(below);
  }
  const Span span = mention != nullptr ? mention->span : span_of(tree_, noun_phrase(tree_, head));
  participant.words = words_at(dispatch_.text, span);
  participant.name = participant.words->text;
  participant.rule = "noun-phrase";
  if (mention != nullptr) {
    participant.kind = mention->kind;
    participant.rule = mention->rule;
    if (mention->entity != no_entity) {
      const Entity& entity = mentions_.entities[index(mention->entity)];
      participant.name = entity.name;
      participant.kind = entity.kind;
      participant.country = entity.country;
      participant.entity = entity.id;
    }
  }
  if (!participant.country.empty()) return participant;
  // "Ukrainian soldiers", or "Russian" itself before "strike".
  const auto by_demonym = [&](TokenId token) {
    const auto found = knowledge_.demonyms.find(fold(slice(dispatch_.text, tree_[token].span)));
    if (found == knowledge_.demonyms.end()) return false;
    participant.country = found->second.first;
    if (token == head) participant.name = found->second.second, participant.kind = EntityKind::country;
    participant.rule = "demonym";
    return true;
  };
  if (by_demonym(head)) return participant;
  for (TokenId below : tree_.children(head)) {
    const Relation relation = tree_[below].relation;
    if (relation == Relation::amod && by_demonym(below)) return participant;
    if (relation != Relation::nmod_poss && relation != Relation::compound) continue;
    const ActorMention* owner = mention_at(below);
    if (owner == nullptr || owner->entity == no_entity) continue;
    participant.country = mentions_.entities[index(owner->entity)].country;
    if (!participant.country.empty()) participant.rule = "possessor";
  }
  return participant;
}

// "the formation Kraken, the 113th brigade and the 93rd": what stands in one list with a name, where the tree hangs it
// on the name, or takes the second of the list for another name of the first.
std::vector<TokenId> Participants::listed_with(TokenId head) const {
  TokenId name = head;
  if (tree_.child(head, Relation::conj) == no_token)
    for (TokenId below : tree_.children(head))
      if (tree_[below].relation == Relation::appos && tree_.child(below, Relation::conj) != no_token) name = below;
  std::vector<TokenId> found;
  const TokenId joined = tree_.child(name, Relation::conj);
  if (joined == no_token) return found;
  for (TokenId other : tree_.children(name))
    if (tree_[other].relation == Relation::appos && other < joined && mention_at(other) != nullptr)
      found.push_back(other);
  if (name != head)
    for (TokenId other : tree_.conjuncts(name))
      if (other != name) found.push_back(other);
  return found;
}

// "personnel and equipment of the 93rd brigade": the parties behind "of".
std::vector<TokenId> Participants::owners(TokenId head) const {
  std::vector<TokenId> found;
  for (TokenId conjunct : tree_.conjuncts(head))
    for (TokenId below : tree_.children(conjunct)) {
      if (tree_[below].relation != Relation::nmod || tree_.preposition(below) != "of") continue;
      for (TokenId owner : tree_.conjuncts(below)) {
        if (is_party(one(owner).kind)) found.push_back(owner);
        for (TokenId other : listed_with(owner))
          if (is_party(one(other).kind)) found.push_back(other);
      }
    }
  return found;
}

std::vector<Participant> Participants::at(TokenId head) const {
  std::vector<Participant> found;
  const auto add = [&](TokenId token) {
    Participant participant = one(token);
    if (std::none_of(found.begin(), found.end(),
                     [&](const Participant& other) { return other.words == participant.words; }))
      found.push_back(std::move(participant));
  };
  const ActorMention* mention = mention_at(head);
  // "personnel of the brigade" are the brigade's; "the army of Kesh", "President Osk of Varnia" have names of their
  // own.
  const bool named = mention != nullptr && mention->entity != no_entity &&
                     !mentions_.entities[index(mention->entity)].id.starts_with("desc:");
  const bool own = named && (is_party(mention->kind) || mention->kind == EntityKind::person);
  const auto whose = own ? std::vector<TokenId>{} : owners(head);
  if (!whose.empty()) {
    for (TokenId owner : whose) add(owner);
    return found;
  }
  for (TokenId conjunct : tree_.conjuncts(head)) {
    // "by Chad but not by Mali"
    const auto below = tree_.children(conjunct);
    const bool taken_out = conjunct != head && std::any_of(below.begin(), below.end(), [&](TokenId at) {
                             return tree_.lemma(at) == "not" && tree_[at].relation != Relation::conj;
                           });
    if (!taken_out) add(conjunct);
  }
  return found;
}

}  // namespace sayso
