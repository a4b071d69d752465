// Gives events their places, dates and counts.
//
//     "Ukraine retook the region, including Izyum, over the weekend" -> where: the region, Izyum; when: the weekend
//
// Reads places, dates and counts as mentions resolved them. Left out on purpose: distance in words as a guide; what
// does not hang on the event is left alone rather than given to the nearest one.
#include "event/circumstances.h"

#include <algorithm>

#include "match/clause.h"

namespace sayso {
namespace {

constexpr int longest_path_to_event = 12;

// "across the region": a definite place word that names no place takes the last named one.
bool is_definite_place_word(const std::string& lemma) {
  return lemma == "region" || lemma == "city" || lemma == "town" || lemma == "village" || lemma == "province" ||
         lemma == "area" || lemma == "district" || lemma == "country";
}

}  // namespace

Circumstances::Circumstances(const Tree& tree, const Mentions& mentions, const WordLists& lists)
    : tree_(tree),
      mentions_(mentions),
      lists_(lists),
      in_sentence_(tree.syntax().sentences.size()),
      place_taken_(mentions.places.size()),
      date_taken_(mentions.dates.size()),
      count_taken_(mentions.counts.size()) {
  // Mentions rise and sentences rise: one walk gives each sentence its ranges.
  std::uint32_t place = 0, date = 0, count = 0;
  const auto& sentences = tree.syntax().sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    const auto walk = [&](std::uint32_t& at, const auto& list, Range& range) {
      while (at < list.size() && list[at].head < sentences[s].first) ++at;
      range.first = at;
      while (at < list.size() && list[at].head < sentences[s].last) ++at;
      range.last = at;
    };
    walk(place, mentions.places, in_sentence_[s].places);
    walk(date, mentions.dates, in_sentence_[s].dates);
    walk(count, mentions.counts, in_sentence_[s].counts);
  }
}

bool Circumstances::hangs_on(TokenId from, TokenId top, bool may_be_ground) const {
  TokenId at = from;
  for (int steps = 0; steps < longest_path_to_event; ++steps) {
    if (at == top) return at != from || may_be_ground;
    const Token& token = tree_[at];
    if (token.head == no_token) return false;
    const bool last = token.head == top;
    switch (token.relation) {
      case Relation::obl:
      case Relation::obl_unmarked:
      case Relation::nmod:
      case Relation::nmod_unmarked:
      case Relation::conj:
      case Relation::appos:
      case Relation::flat:
      case Relation::compound:
      case Relation::advmod:
      case Relation::nmod_desc:
      case Relation::dep:
      case Relation::list:
      case Relation::amod:
        if (token.relation == Relation::conj && tree_.is_clause(at) && tree_[at].tag == Tag::VERB) return false;
        break;
      case Relation::obj:
      case Relation::nsubj_pass:
        if (!last && !may_be_ground) return false;
        if (at == from && !may_be_ground) return false;
        break;
      default:  // also the subject: "strikes near Kesh hit" has its place through the noun, never the actor as a place
        return false;
    }
    at = token.head;
  }
  return false;
}

// "near Kupiansk and Izyum": what stands before the first holds for those joined to it.
Place Circumstances::place_at(std::uint32_t mention) const {
  Place place = mentions_.places[mention].place;
  const TokenId head = mentions_.places[mention].head;
  if (place.relation != PlaceRelation::in || tree_[head].relation != Relation::conj || !tree_.preposition(head).empty())
    return place;
  const Range range = mentioned_with(head).places;
  for (std::uint32_t i = range.first; i < mention && i < range.last; ++i) {
    const PlaceMention& first = mentions_.places[i];
    if (first.head != tree_[head].head || first.place.relation != PlaceRelation::near) continue;
    place.relation = first.place.relation;
    place.precision = first.place.precision;
    place.rule += " joined";
  }
  return place;
}

void Circumstances::add_place(Event& event, std::uint32_t mention, std::string_view rule) {
  place_taken_[mention] = true;
  Place place = place_at(mention);
  if (!rule.empty()) place.rule += (place.rule.empty() ? "" : " ") + std::string(rule);
  event.where.push_back(std::move(place));
}

void Circumstances::place(Event& event, const EventTokens& tokens) {
  add_places(event, tokens);
  if (event.where.empty()) add_last_place(event, tokens);
  add_date(event, tokens);
  if (!tokens.counts_anywhere) add_counts(event, tokens);
}

// "shelled Izyum": the town that is attacked is where it happened. A country is not, nor a capital that stands for its
// government.
bool Circumstances::is_struck(const Event& event, const Place& place) {
  return event.type == "ASSAULT" && place.precision != PlacePrecision::country &&
         std::any_of(event.recipients.begin(), event.recipients.end(), [&](const Participant& recipient) {
           return recipient.entity.empty() && recipient.words && place.span.begin <= recipient.words->span.begin &&
                  recipient.words->span.end <= place.span.end;
         });
}

void Circumstances::add_places(Event& event, const EventTokens& tokens) {
  const Range range = mentioned_with(tokens.trigger).places;
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const PlaceMention& mention = mentions_.places[i];
    if (place_taken_[i]) continue;
    const bool is_actor = std::any_of(event.actors.begin(), event.actors.end(), [&](const Participant& actor) {
      return actor.words && actor.words->span.overlaps(mention.place.span);
    });
    if (is_actor) continue;
    bool owned = hangs_on(mention.head, tokens.trigger, false) ||
                 (tokens.carrier != no_token && hangs_on(mention.head, tokens.carrier, false));
    if (tokens.ground != no_token)
      owned = owned || mention.head == tokens.ground || hangs_on(mention.head, tokens.ground, true);
    owned = owned || is_struck(event, mention.place);
    for (TokenId lost : tokens.lost) owned = owned || (mention.head != lost && hangs_on(mention.head, lost, false));
    if (owned) add_place(event, i, {});
  }
}

// "across the region": a definite place word stands for the last place named before it.
void Circumstances::add_last_place(Event& event, const EventTokens& tokens) const {
  const TokenId top = tree_.is_clause(tokens.trigger) || tree_[tokens.trigger].head == no_token
                          ? tokens.trigger
                          : tree_[tokens.trigger].head;
  for (TokenId below : tree_.phrase(top)) {
    if (!is_definite_place_word(tree_.lemma(below)) ||
        !(hangs_on(below, tokens.trigger, false) || hangs_on(below, top, false)))
      continue;
    const TokenId article = tree_.child(below, Relation::det);
    const bool definite = article != no_token ? tree_.lemma(article) == "the"
                                              : index(below) > 0 && tree_.lemma(TokenId{index(below) - 1}) == "the";
    if (!definite) continue;
    const auto before =
        std::lower_bound(mentions_.places.begin(), mentions_.places.end(), below,
                         [](const PlaceMention& mention, TokenId token) { return mention.head < token; });
    for (auto mention = before; mention != mentions_.places.begin();) {
      --mention;
      const auto paragraph_of = [&](TokenId token) { return tree_.syntax()[tree_.sentence_of(token)].paragraph; };
      if (paragraph_of(mention->head) != paragraph_of(below)) break;
      if (mention->place.precision == PlacePrecision::country || mention->place.name.empty()) continue;
      Place place = mention->place;
      place.rule += " the-" + tree_.lemma(below);
      event.where.push_back(std::move(place));
      return;
    }
  }
}

// "the man behind the May 11 attack", "a man linked to the May 11 attack": a day right before a noun that is not where
// the event happened is that noun's. "the death of two men in a May 11 attack" happened in it.
bool Circumstances::is_of_another_noun(const DateMention& date, TokenId trigger) const {
  constexpr int longest_date = 4;
  TokenId noun = tree_[date.head].head;
  for (int steps = 0; steps < longest_date && noun != no_token && tree_[noun].span.overlaps(*date.when.span); ++steps)
    noun = tree_[noun].head;
  if (noun == no_token || noun < date.head || noun == trigger || tree_[noun].tag != Tag::NOUN) return false;
  if (!is_a(tree_[noun].relation, Relation::nmod) && !is_a(tree_[noun].relation, Relation::obl)) return false;
  const std::string& preposition = tree_.preposition(noun);
  return preposition == "behind" || preposition == "to" || preposition == "for" || preposition == "over";
}

void Circumstances::add_date(Event& event, const EventTokens& tokens) {
  const Range range = mentioned_with(tokens.trigger).dates;
  // A date on the subject ("Ukraine over the weekend retook …") is the clause's: nobody is a country for a weekend.
  const auto on_subject = [&](TokenId date) {
    const TokenId subject = tree_[date].head;
    return subject != no_token && is_a(tree_[subject].relation, Relation::nsubj) &&
           tree_[subject].head == tokens.trigger;
  };
  // A noun of action under a verb shares the verb's date, if the verb is no verb of saying that has one of its own.
  const TokenId above = tree_.is_clause(tokens.trigger) ? no_token : tree_[tokens.trigger].head;
  const bool object = above != no_token && tree_[tokens.trigger].relation == Relation::obj;
  // "confirmed today the arrest of a man on Sunday": what is nearer to the noun wins, and whoever says it said it
  // today.
  const bool told = object && lists_.contains("say", tree_.lemma(above));
  for (const bool shared : {false, true})
    for (std::uint32_t i = range.first; i < range.last; ++i) {
      const DateMention& mention = mentions_.dates[i];
      if (date_taken_[i] || is_of_another_noun(mention, tokens.trigger)) continue;
      const bool owned = shared ? object &&
                                      !(told && mention.head < tokens.trigger && tree_[mention.head].head == above) &&
                                      hangs_on(mention.head, above, false)
                                : hangs_on(mention.head, tokens.trigger, false) || on_subject(mention.head) ||
                                      (tokens.carrier != no_token && hangs_on(mention.head, tokens.carrier, false));
      if (!owned) continue;
      event.when = mention.when;
      date_taken_[i] = true;
      return;
    }
}

std::string effect_of(const Event& event) {
  if (event.type == "LOSS") return event.mode.empty() ? "lost" : event.mode;
  if (event.mode == "abduct") return "abducted";
  if (event.mode == "arrest") return "arrested";
  return event.mode == "deport" ? "deported" : "";
}

void Circumstances::add_counts(Event& event, const EventTokens& tokens) {
  const Range range = mentioned_with(tokens.trigger).counts;
  const auto counts = [&](const CountMention& mention, TokenId lost) {
    if (mention.head == lost || mention.number == lost) return true;
    const Relation how = tree_[mention.head].relation;
    return tree_[mention.head].head == lost && (how == Relation::appos || how == Relation::nmod);
  };
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const CountMention& mention = mentions_.counts[i];
    if (count_taken_[i]) continue;
    bool owned = tokens.counts_anywhere && clause_of(tree_, mention.head) == clause_of(tree_, tokens.trigger);
    for (TokenId lost : tokens.lost)
      for (TokenId conjunct : tree_.conjuncts(lost)) owned = owned || counts(mention, conjunct);
    if (!owned) continue;
    Count count = mention.count;
    count.effect = effect_of(event);
    event.counts.push_back(std::move(count));
    count_taken_[i] = true;
  }
}

void Circumstances::place_leftovers(Event& event, const EventTokens& tokens) {
  // "Besides his death, two men were hurt": whom a verb loses is the verb's, and no noun's beside it.
  if (tokens.counts_anywhere) add_counts(event, tokens);
  // "Varnia's retreat was a move to the hills above Kesh": the clause the noun is subject of, and clauses about the
  // noun.
  const bool nominal = tree_[tokens.trigger].tag == Tag::NOUN && tokens.carrier == no_token;
  if (!nominal) return;
  const InSentence& here = mentioned_with(tokens.trigger);
  TokenId clause = no_token;
  if (is_a(tree_[tokens.trigger].relation, Relation::nsubj)) clause = tree_[tokens.trigger].head;
  // "a strike on a station that caused blackouts on Sunday": wherever the tree hangs the clause in the noun's phrase.
  for (TokenId below : tree_.phrase(tokens.trigger))
    if (clause == no_token && tree_[below].relation == Relation::acl_relcl &&
        tree_[tree_[below].head].tag == Tag::NOUN) {
      const TokenId pronoun = tree_.child(below, Relation::nsubj);
      if (pronoun != no_token && tree_.referent(pronoun) != pronoun) clause = below;
    }
  if (clause == no_token) return;
  const auto free_under = [&](TokenId head) {
    for (TokenId at = head; at != no_token; at = tree_[at].head) {
      if (at == clause) return true;
      const Relation relation = tree_[at].relation;
      if (relation == Relation::acl_relcl || relation == Relation::advcl || relation == Relation::nmod_poss ||
          is_a(relation, Relation::nsubj))
        return false;
    }
    return false;
  };
  if (event.where.empty() && is_a(tree_[tokens.trigger].relation, Relation::nsubj))
    for (std::uint32_t i = here.places.first; i < here.places.last; ++i)
      if (free_under(mentions_.places[i].head)) add_place(event, i, "clause-of-noun");
  if (event.when) return;
  for (std::uint32_t i = here.dates.first; i < here.dates.last; ++i) {
    if (!free_under(mentions_.dates[i].head)) continue;
    event.when = mentions_.dates[i].when;
    event.when->rule += " clause-of-noun";
    return;
  }
}

}  // namespace sayso
