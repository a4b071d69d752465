// Looks up who speaks.
//
//     head "Konashenkov", mentioned before as a spokesman -> Source{text "Konashenkov", name "Igor Konashenkov", kind
//     person, of …}
//
// A phrase that no mention covers is an unnamed source with the words as printed: kept, never guessed at.
#include "attribution/sources.h"

#include "attribution/speaker_phrase.h"
#include "match/clause.h"

namespace sayso {

namespace {

// What a mention is when it speaks: the contract's kinds of sources. A country speaks through its government, a unit is
// the military.
EntityKind speaking(EntityKind kind) {
  switch (kind) {
    case EntityKind::country:
      return EntityKind::government;
    case EntityKind::unit:
      return EntityKind::military;
    case EntityKind::civilians:
    case EntityKind::infrastructure:
    case EntityKind::equipment:
    case EntityKind::place:
      return EntityKind::unnamed;
    default:
      return kind;
  }
}

}  // namespace

Speakers::Speakers(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions)
    : dispatch_(dispatch), tree_(tree), mentions_(mentions), by_head_(tree.size(), nullptr) {
  for (const ActorMention& mention : mentions.actors) {
    const ActorMention*& kept = by_head_[index(mention.head)];
    if (kept == nullptr || kept->span.size() < mention.span.size()) kept = &mention;
  }
}

const ActorMention* Speakers::mention_at(TokenId head) const {
  if (by_head_[index(head)] != nullptr) return by_head_[index(head)];
  // The tree may hang a title or a name's other part on top: any mention whose words hold the token and whose head
  // hangs near it.
  const Span word = tree_[head].span;
  const ActorMention* best = nullptr;
  for (TokenId below : tree_.children(head)) {
    const ActorMention* mention = by_head_[index(below)];
    const Relation how = tree_[below].relation;
    if (mention != nullptr && (how == Relation::appos || how == Relation::flat || how == Relation::compound) &&
        mention->span.contains(word))
      best = mention;
  }
  if (best == nullptr && tree_[head].head != no_token) {
    const ActorMention* above = by_head_[index(tree_[head].head)];
    if (above != nullptr && above->span.contains(word)) best = above;
  }
  return best;
}

bool Speakers::may_speak(TokenId head) const {
  const ActorMention* mention = mention_at(head);
  if (mention == nullptr) return false;
  return mention->pronoun || mention->entity == no_entity
             ? mention->kind != EntityKind::place
             : speaking(mention->kind) != EntityKind::unnamed || mention->kind == EntityKind::unnamed;
}

bool Speakers::is_known(TokenId head) const { return mention_at(head) != nullptr; }

Words Speakers::words_of(TokenId head) const {
  if (const ActorMention* mention = mention_at(head)) return words_at(dispatch_.text, mention->span);
  return words_at(dispatch_.text, span_of(tree_, noun_phrase(tree_, head)));
}

void Speakers::complete(Attribution& said) const {
  Source& source = said.source;
  if (!source.span || source.span->empty() || (!said.cue && !said.continued)) return;
  // The maker of a paper is named inside the paper's phrase: "[a UN report] says".
  if (!said.medium || !said.medium->span.overlaps(*source.span)) {
    const Span whole =
        speaker_phrase(tree_, dispatch_.text, mentions_.dates, *source.span, said.cue_head, Asides::without);
    // Whoever is accused by the one beside him is no part of him: "A and B accused each other".
    if (!said.target || !said.target->span.overlaps(whole)) source.span = whole;
    // Nobody is described by what they say: "accusations by the opposition that it had armed the gangs".
    for (const Words& words : said.content)
      if (source.span->begin < words.span.begin && words.span.begin < source.span->end)
        source.span->end = words.span.begin;
    while (!source.span->empty() && dispatch_.text[source.span->end - 1] == ' ') --source.span->end;
    source.text = std::string(slice(dispatch_.text, *source.span));
  }
  if (!said.carrier || said.carrier->span.empty()) return;
  for (ChainLink& link : said.chain)
    if (link.span && *link.span == said.carrier->span) {
      const Span whole =
          speaker_phrase(tree_, dispatch_.text, mentions_.dates, said.carrier->span, said.cue_head, Asides::without);
      if (!source.span->overlaps(whole))
        said.carrier = words_at(dispatch_.text, whole), link.span = whole, link.name = said.carrier->text;
    }
}

// "Col. Anna Marek said": the tree may take the title for a subject beside the name. "We, the Kesh Front": whoever they
// say they are.
TokenId Speakers::named_beside(TokenId head) const {
  const Token& token = tree_[head];
  if (token.tag == Tag::PROPN && token.relation == Relation::nsubj && index(head) + 1 < tree_.size()) {
    const TokenId next{index(head) + 1};
    const Token& name = tree_[next];
    if (name.tag == Tag::PROPN && name.relation == Relation::nsubj && name.head == token.head &&
        mention_at(head) == nullptr && mention_at(next) != nullptr)
      return next;
  }
  if (tree_.lemma(head) == "we" || tree_.lemma(head) == "i")
    for (TokenId below : tree_.children(head))
      if (tree_[below].relation == Relation::appos && tree_[below].tag == Tag::PROPN && mention_at(below) != nullptr)
        return below;
  return no_token;
}

Source Speakers::source_at(TokenId head) const {
  if (const TokenId named = named_beside(head); named != no_token) {
    Source source = source_at(named);
    if (source.span && tree_[head].tag == Tag::PROPN && tree_[head].span.begin < source.span->begin) {
      const Words words = words_at(dispatch_.text, {tree_[head].span.begin, source.span->end});
      source.text = words.text, source.span = words.span;
    }
    return source;
  }
  Source source;
  const ActorMention* mention = mention_at(head);
  const Words words = words_of(head);
  source.text = words.text;
  source.span = words.span;
  if (mention == nullptr || mention->entity == no_entity) {
    source.kind = mention == nullptr ? EntityKind::unnamed : speaking(mention->kind);
    source.anonymous = source.kind == EntityKind::unnamed || source.kind == EntityKind::person;
    source.count = mention != nullptr ? mention->number : tree_[head].xpos == Xpos::NNS ? 0 : 1;
    source.rule = mention == nullptr ? "noun-phrase" : mention->rule;
    count_together(source, head);
    return source;
  }
  const Entity& entity = mentions_.entities[index(mention->entity)];
  source.name = entity.name;
  source.kind = speaking(mention->kind);
  source.entity = entity.id;
  source.of = entity.of;
  source.country = entity.country;
  source.count = mention->number;
  source.anonymous = source.kind == EntityKind::unnamed;
  source.rule = mention->rule;
  count_together(source, head);
  for (EntityId other : mention->other_candidates)
    source.other_candidates.push_back(mentions_.entities[index(other)].name);
  return source;
}

// "two diplomats and an official": three who speak; of "residents and an official" nobody says how many.
void Speakers::count_together(Source& source, TokenId head) const {
  const auto all = tree_.conjuncts(head);
  if (all.size() < 2 || !source.anonymous) return;
  std::uint32_t sum = 0;
  for (TokenId one : all) {
    const ActorMention* mention = mention_at(one);
    const std::uint32_t number = mention != nullptr ? mention->number : tree_[one].xpos == Xpos::NNS ? 0 : 1;
    if (number == 0) {
      source.count = 0;
      return;
    }
    sum += number;
  }
  source.count = sum;
}

Source Speakers::hidden(std::string rule) const {
  Source source;
  source.kind = EntityKind::unnamed;
  source.anonymous = true;
  source.rule = std::move(rule);
  return source;
}

Source Speakers::reporter() const {
  Source source;
  source.name = dispatch_.outlet.value;
  source.kind = EntityKind::outlet;
  source.rule = dispatch_.outlet.value.empty() ? "own-voice" : "outlet:" + dispatch_.outlet.rule;
  return source;
}

}  // namespace sayso
