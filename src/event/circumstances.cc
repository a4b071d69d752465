// Gives events their places, dates and counts.
//
//     "Ukraine retook the region, including Izyum, over the weekend" -> where: the region, Izyum; when: the weekend
//
// Reads places, dates and counts as mentions resolved them. Left out on purpose: distance in words as a guide; what does not hang on
// the event is left alone rather than given to the nearest one.
#include "event/circumstances.h"

#include <algorithm>

#include "match/clause.h"

namespace sayso {
namespace {

constexpr int longest_path = 12;

// "across the region": a definite place word that names no place takes the last named one.
bool is_definite_place_word(const std::string& lemma) {
  return lemma == "region" || lemma == "city" || lemma == "town" || lemma == "village" || lemma == "province" || lemma == "area" ||
         lemma == "district" || lemma == "country";
}

}  // namespace

Circumstances::Circumstances(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions)
    : dispatch_(dispatch), tree_(tree), mentions_(mentions), place_taken_(mentions.places.size()), date_taken_(mentions.dates.size()),
      count_taken_(mentions.counts.size()) {}

bool Circumstances::hangs_on(TokenId from, TokenId top, bool may_be_ground) const {
  TokenId at = from;
  for (int steps = 0; steps < longest_path; ++steps) {
    if (at == top) return at != from || may_be_ground;
    const Token& token = tree_[at];
    if (token.head == no_token) return false;
    const bool last = token.head == top;
    switch (token.relation) {
      case Relation::obl: case Relation::obl_unmarked: case Relation::nmod: case Relation::nmod_unmarked: case Relation::conj: case Relation::appos:
      case Relation::flat: case Relation::compound: case Relation::advmod: case Relation::nmod_desc: case Relation::dep: case Relation::list: case Relation::amod:
        if (token.relation == Relation::conj && tree_.is_clause(at) && tree_[at].tag == Tag::VERB) return false;
        break;
      case Relation::obj: case Relation::nsubj_pass:
        if (!last && !may_be_ground) return false;
        if (at == from && !may_be_ground) return false;
        break;
      case Relation::nsubj:  // "strikes near Kesh hit": only through the noun itself, never the actor as a place
        return false;
      default: return false;
    }
    at = token.head;
  }
  return false;
}

void Circumstances::add_place(Event& event, std::uint32_t mention, std::string rule) {
  place_taken_[mention] = true;
  Place place = mentions_.places[mention].place;
  if (!rule.empty()) place.rule += (place.rule.empty() ? "" : " ") + rule;
  event.where.push_back(std::move(place));
}

void Circumstances::place(Event& event, const EventTokens& tokens) {
  const SentenceId sentence = tree_.sentence_of(tokens.trigger);
  const bool ground = tokens.ground != no_token;
  const auto& about = tree_.syntax()[sentence];
  for (std::uint32_t i = 0; i < mentions_.places.size(); ++i) {
    const PlaceMention& mention = mentions_.places[i];
    if (mention.head < about.first || mention.head >= about.last || place_taken_[i]) continue;
    const bool is_actor = std::any_of(event.actors.begin(), event.actors.end(), [&](const Participant& actor) {
      return actor.words && actor.words->span.overlaps(mention.place.span);
    });
    if (is_actor) continue;
    bool owned = hangs_on(mention.head, tokens.trigger, false) || (tokens.carrier != no_token && hangs_on(mention.head, tokens.carrier, false));
    if (ground) owned = owned || mention.head == tokens.ground || hangs_on(mention.head, tokens.ground, true);
    for (TokenId lost : tokens.lost) owned = owned || (mention.head != lost && hangs_on(mention.head, lost, false));
    if (owned) add_place(event, i, {});
  }
  if (event.where.empty()) {
    // A definite place word stands for the last place named before it.
    for (TokenId below : tree_.phrase(tokens.trigger)) {
      if (!is_definite_place_word(tree_.lemma(below)) || !hangs_on(below, tokens.trigger, false)) continue;
      const TokenId article = tree_.child(below, Relation::det);
      if (article == no_token || tree_.lemma(article) != "the") continue;
      std::uint32_t last = 0xFFFFFFFFU;
      for (std::uint32_t i = 0; i < mentions_.places.size(); ++i)
        if (mentions_.places[i].head < below && mentions_.places[i].place.precision != PlacePrecision::country) last = i;
      if (last == 0xFFFFFFFFU) continue;
      Place place = mentions_.places[last].place;
      place.rule += " the-" + tree_.lemma(below);
      event.where.push_back(std::move(place));
      break;
    }
  }
  for (std::uint32_t i = 0; i < mentions_.dates.size() && !event.when; ++i) {
    const DateMention& mention = mentions_.dates[i];
    if (mention.head < about.first || mention.head >= about.last || date_taken_[i]) continue;
    const bool owned = hangs_on(mention.head, tokens.trigger, false) || (tokens.carrier != no_token && hangs_on(mention.head, tokens.carrier, false));
    if (!owned) continue;
    event.when = mention.when;
    date_taken_[i] = true;
  }
  for (std::uint32_t i = 0; i < mentions_.counts.size(); ++i) {
    const CountMention& mention = mentions_.counts[i];
    if (mention.head < about.first || mention.head >= about.last || count_taken_[i]) continue;
    bool owned = tokens.counts_anywhere;
    for (TokenId lost : tokens.lost)
      for (TokenId conjunct : tree_.conjuncts(lost))
        owned = owned || mention.head == conjunct || mention.number == conjunct || (mention.head != conjunct && tree_[mention.head].head == conjunct &&
                (tree_[mention.head].relation == Relation::appos || tree_[mention.head].relation == Relation::nmod));
    if (!owned) continue;
    Count count = mention.count;
    count.effect = event.mode.empty() ? "lost" : event.mode;
    event.counts.push_back(std::move(count));
    count_taken_[i] = true;
  }
}

void Circumstances::place_leftovers(Event& event, const EventTokens& tokens) {
  // "Moscow's retreat was a decision to regroup to Donbas": the clause the noun is subject of, and clauses about the noun.
  const bool nominal = tree_[tokens.trigger].tag == Tag::NOUN && tokens.carrier == no_token;
  if (!nominal) return;
  const auto& about = tree_.syntax()[tree_.sentence_of(tokens.trigger)];
  TokenId clause = no_token;
  if (is_a(tree_[tokens.trigger].relation, Relation::nsubj)) clause = tree_[tokens.trigger].head;
  // "a strike on a station that caused blackouts on Sunday": wherever the tree hangs the clause in the noun's phrase.
  for (TokenId below : tree_.phrase(tokens.trigger))
    if (clause == no_token && tree_[below].relation == Relation::acl_relcl && tree_[tree_[below].head].tag == Tag::NOUN) {
      const TokenId pronoun = tree_.child(below, Relation::nsubj);
      if (pronoun != no_token && tree_.referent(pronoun) != pronoun) clause = below;
    }
  if (clause == no_token) return;
  const auto free_under = [&](TokenId head) {
    for (TokenId at = head; at != no_token; at = tree_[at].head) {
      if (at == clause) return true;
      const Relation relation = tree_[at].relation;
      if (relation == Relation::acl_relcl || relation == Relation::advcl || relation == Relation::nmod_poss || is_a(relation, Relation::nsubj)) return false;
    }
    return false;
  };
  if (event.where.empty() && is_a(tree_[tokens.trigger].relation, Relation::nsubj))
    for (std::uint32_t i = 0; i < mentions_.places.size(); ++i) {
      const TokenId head = mentions_.places[i].head;
      if (head >= about.first && head < about.last && !place_taken_[i] && free_under(head)) add_place(event, i, "clause-of-noun");
    }
  if (event.when) return;
  for (const DateMention& mention : mentions_.dates) {
    if (mention.head < about.first || mention.head >= about.last || !free_under(mention.head)) continue;
    event.when = mention.when;
    event.when->rule += " clause-of-noun";
    return;
  }
}

}  // namespace sayso
