// Reads noun phrases from trees and mentions.
//
//     "[the so-called Kesh Front]"  phrase_at(Front): tokens "Kesh Front", lemmas {"kesh", "front"}
//     "[12-year-old girl]"          phrase_at(girl):  tokens "12-year-old girl"
//
// Left out on purpose: appositions and relative clauses, which keys write only where they say more than the noun;
// pronouns that stand before whom they mean.
#include "muc4_phrases.h"

#include <algorithm>

#include "base/utf8.h"
#include "muc4_sets.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

// Titles that no list of fills has as a kind of person.
constexpr std::string_view titles[] = {"mr",   "mr.",    "msgr",      "msgr.", "dr", "dr.", "gen", "gen.", "col",
                                       "col.", "father", "monsignor", "don",   "lt", "lt.", "maj", "maj."};
// What a phrase does not go back over, where the parser tied more to the noun.
constexpr std::string_view breaks[] = {",", ";", "(", ")", "[", "]", "--", ":", "\"", "'"};

TokenId after(TokenId token) { return TokenId{index(token) + 1}; }

// The word behind the last before `head` that is so; `first` if none is.
template <typename Is>
TokenId behind_last(TokenId first, TokenId head, const Is& is) {
  for (std::uint32_t t = index(head); t-- > index(first);)
    if (is(TokenId{t})) return TokenId{t + 1};
  return first;
}

}  // namespace

Phrases::Phrases(const Reading& reading)
    : reading_(reading),
      tree_(reading.syntax),
      told_(reading.syntax.tokens.size()),
      first_words_(reading.mentions.entities.size()) {
  index_mentions();
  index_names();
  const std::string text = upper(reading.dispatch.text);
  for (const Entity& entity : reading.mentions.entities) {
    by_id_.emplace(entity.id, &entity);
    if (!is_group(entity)) continue;
    groups_.emplace(entity.name, &entity);
    group_in_text_.emplace(entity.id, group_in(entity, text));
  }
}

void Phrases::index_mentions() {
  for (const CountMention& mention : reading_.mentions.counts) {
    const Count& count = mention.count;
    Told& told = told_[index(mention.head)];
    if (told.count == nullptr && (count.low || count.best || count.high)) told.count = &count;
  }
  for (const PlaceMention& mention : reading_.mentions.places)
    if (!mention.place.name.empty()) told_[index(mention.head)].place = true;
  const auto& tokens = reading_.syntax.tokens;
  for (const DateMention& mention : reading_.mentions.dates) {
    if (!mention.when.span) continue;
    const Span date = *mention.when.span;
    auto at = std::lower_bound(tokens.begin(), tokens.end(), date.begin,
                               [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
    for (; at != tokens.end() && at->span.begin < date.end; ++at)
      if (at->span.end <= date.end) told_[static_cast<std::size_t>(at - tokens.begin())].date = true;
  }
  by_head_.reserve(reading_.mentions.actors.size());
  for (const ActorMention& mention : reading_.mentions.actors) {
    by_head_.push_back(&mention);
    if (mention.entity == no_entity || mention.pronoun) continue;
    // Only heads before all earlier ones: no other can be the first before a pronoun.
    std::vector<TokenId>& heads = first_words_[index(mention.entity)];
    if (heads.empty() || mention.head < heads.back()) heads.push_back(mention.head);
  }
  std::stable_sort(by_head_.begin(), by_head_.end(),
                   [](const ActorMention* a, const ActorMention* b) { return a->head < b->head; });
}

// Each name by all that it begins or ends with, so that looking a short form up takes no walk over all names.
void Phrases::index_names() {
  constexpr std::ptrdiff_t most_spaces = 5;  // longer is a list of names
  const auto put = [&](std::string_view part, const std::string& name) {
    std::string& longest = longer_[std::string(part)];
    if (name.size() > longest.size()) longest = name;
  };
  for (const ActorMention& mention : reading_.mentions.actors) {
    if (mention.kind != EntityKind::person || mention.pronoun || !is_name(mention.head)) continue;
    const std::vector<TokenId> tokens = name_at(mention.head);
    if (tokens.empty() || index(tokens.back()) - index(tokens.front()) + 1 != tokens.size()) continue;
    const std::string name = text_of(tokens);
    if (std::count(name.begin(), name.end(), ' ') > most_spaces) continue;
    for (std::size_t space = name.find(' '); space != std::string::npos; space = name.find(' ', space + 1)) {
      put(std::string_view(name).substr(0, space), name);
      put(std::string_view(name).substr(space + 1), name);
    }
  }
}

std::string Phrases::lemma(TokenId token) const { return to_lower(tree_.lemma(token)); }
std::string_view Phrases::word(TokenId token) const { return slice(reading_.dispatch.text, tree_[token].span); }

TokenId Phrases::head_of(Span span) const {
  const auto& tokens = reading_.syntax.tokens;
  auto at = std::lower_bound(tokens.begin(), tokens.end(), span.begin,
                             [](const Token& token, std::uint32_t begin) { return token.span.begin < begin; });
  for (; at != tokens.end() && at->span.end <= span.end; ++at) {
    const TokenId head = at->head;
    if (head == no_token || tokens[index(head)].span.begin < span.begin || tokens[index(head)].span.end > span.end)
      return TokenId{static_cast<std::uint32_t>(at - tokens.begin())};
  }
  return no_token;
}

// The first and the last word of a phrase by the tree alone.
std::pair<TokenId, TokenId> Phrases::reach_of(TokenId head) const {
  TokenId first = head, last = head;
  for (const TokenId below : tree_.children(head)) {
    const Relation relation = tree_[below].relation;
    const bool before = below < head && (relation == Relation::amod || relation == Relation::compound ||
                                         is_a(relation, Relation::nmod) || relation == Relation::nummod ||
                                         is_a(relation, Relation::flat) || is_a(relation, Relation::det));
    if (before && below < first) first = tree_.phrase(below).front();
    const bool goes_on = below > head && (is_a(relation, Relation::flat) ||
                                          (relation == Relation::nummod && index(below) == index(head) + 1));
    if (goes_on && index(below) <= index(last) + 2) last = std::max(last, below);
  }
  return {first, last};
}

// A word that keys leave out at the beginning of a phrase: "the", "some", "two". REQUIRES: not the last of the text.
bool Phrases::is_opening(TokenId token) const {
  const Tag tag = tree_[token].tag;
  if (tag == Tag::NUM && word(after(token)) == "-") return false;  // "15-year-old"
  return tag == Tag::DET || tag == Tag::NUM || tag == Tag::PUNCT || tag == Tag::ADP || tag == Tag::ADV ||
         tag == Tag::CCONJ || tag == Tag::PRON || tag == Tag::PART ||
         is_one_of(lemma(token), {"other", "several", "many", "various", "some", "such", "same"});
}

// The first word that keys want of what reaches from `first` to `head`.
TokenId Phrases::opening_of(TokenId first, TokenId head) const {
  first = behind_last(first, head, [&](TokenId token) { return is_one_of(word(token), breaks); });
  // "at least five", "more than 100": nothing up to the last number.
  first = behind_last(first, head,
                      [&](TokenId token) { return tree_[token].tag == Tag::NUM && word(after(token)) != "-"; });
  first = behind_last(first, head, [&](TokenId token) {
    return is_one_of(lemma(token), {"called", "so-called", "call", "styled", "self-styled", "self-named", "named"});
  });
  while (first < head && is_opening(first)) first = after(first);
  if (first < head && to_lower(word(first)).starts_with("year")) first = after(first);
  return first;
}

Phrase Phrases::phrase_at(TokenId head, OfTail tail) const {
  const auto [reach, last] = reach_of(head);
  Phrase phrase;
  phrase.head = head;
  for (TokenId token = opening_of(reach, head); token <= last; token = after(token)) {
    phrase.tokens.push_back(token);
    if (token <= head) phrase.lemmas.push_back(lemma(token));
  }
  if (tail == OfTail::without) return phrase;
  constexpr std::uint32_t farthest_of = 8;
  for (const TokenId below : tree_.children(head)) {
    if (!is_a(tree_[below].relation, Relation::nmod) || tree_.preposition(below) != "of" ||
        index(below) > index(last) + farthest_of)
      continue;
    const Phrase of = phrase_at(below, OfTail::with);
    if (!of.tokens.empty())
      for (TokenId token = after(last); token <= of.tokens.back(); token = after(token)) phrase.tokens.push_back(token);
    break;
  }
  return phrase;
}

std::string Phrases::text_of(const std::vector<TokenId>& tokens) const {
  if (tokens.empty()) return {};
  std::string text = upper(slice(reading_.dispatch.text, span_of(tree_, tokens)));
  std::replace(text.begin(), text.end(), '"', '\'');  // a double mark ends a string of the keys
  return text;
}

bool Phrases::is_title(TokenId token) const {
  const std::string title = lemma(token);
  return !human_type_of({title}).empty() || is_one_of(title, titles);
}

bool Phrases::is_place(TokenId head) const { return told_[index(head)].place && target_type_of({lemma(head)}).empty(); }

bool Phrases::is_date(TokenId token) const { return told_[index(token)].date; }

std::vector<TokenId> Phrases::name_at(TokenId head) const {
  std::vector<TokenId> name = phrase_at(head).tokens;
  std::erase_if(name, [&](TokenId token) { return !is_name(token) || is_title(token); });
  return name;
}

std::string Phrases::longest_name(const std::string& name) const {
  const auto found = longer_.find(name);
  return found == longer_.end() ? name : found->second;
}

std::vector<const ActorMention*> Phrases::mentions_between(std::uint32_t first, std::uint32_t end) const {
  const auto before = [](const ActorMention* mention, std::uint32_t token) { return index(mention->head) < token; };
  const auto from = std::lower_bound(by_head_.begin(), by_head_.end(), first, before);
  return {from, std::lower_bound(from, by_head_.end(), end, before)};
}

const ActorMention* Phrases::mention_at(TokenId head) const {
  const auto at = std::lower_bound(by_head_.begin(), by_head_.end(), head,
                                   [](const ActorMention* mention, TokenId token) { return mention->head < token; });
  return at != by_head_.end() && (*at)->head == head ? *at : nullptr;
}

std::vector<const ActorMention*> Phrases::named_persons(std::uint32_t first, std::uint32_t end) const {
  std::vector<const ActorMention*> persons = mentions_between(first, end);
  std::erase_if(persons, [&](const ActorMention* mention) {
    return mention->pronoun || mention->kind != EntityKind::person || !is_name(mention->head);
  });
  std::sort(persons.begin(), persons.end());  // all in one vector, which is in the order of the text
  return persons;
}

const Entity* Phrases::entity_of(const ActorMention& mention) const {
  return mention.entity == no_entity ? nullptr : &reading_.mentions.entities[index(mention.entity)];
}

TokenId Phrases::meant_by(TokenId pronoun) const {
  const TokenId relative = tree_.referent(pronoun);
  if (relative != pronoun) return relative;
  const ActorMention* mention = mention_at(pronoun);
  if (mention == nullptr || mention->entity == no_entity) return no_token;
  for (const TokenId head : first_words_[index(mention->entity)])
    if (head < pronoun) return head;
  return no_token;
}

std::string Phrases::number_of(TokenId head) const {
  if (const Count* count = told_[index(head)].count) {
    const auto &low = count->low, &best = count->best, &high = count->high;
    if (low && high && *low == *high) return std::to_string(*low);
    if (low && high) return std::to_string(*low) + " - " + std::to_string(*high);
    if (best) return "~" + std::to_string(*best);
    return low ? std::to_string(*low) + " -" : std::to_string(*high);
  }
  return tree_[head].xpos == Xpos::NNS || tree_[head].xpos == Xpos::NNPS ? "PLURAL" : "1";
}

std::string Phrases::nation_of(const Phrase& phrase, const Participant* target) const {
  if (target != nullptr && !target->country.empty() && target->rule == "demonym") return target->country;
  for (const TokenId token : phrase.tokens) {
    const ActorMention* first = nullptr;  // of those that tell, in the order of the text
    const auto look_at = [&](TokenId head, const auto& tells) {
      for (const ActorMention* mention : mentions_between(index(head), index(head) + 1)) {
        const Entity* entity = entity_of(*mention);
        if (entity != nullptr && mention->span.contains(tree_[token].span) && tells(*entity) &&
            (first == nullptr || mention < first))
          first = mention;
      }
    };
    look_at(token, [](const Entity& entity) { return entity.kind == EntityKind::country; });
    if (tree_[token].tag == Tag::ADJ || word(token) == "U.S.")
      look_at(phrase.head, [](const Entity& entity) { return !entity.country.empty(); });
    if (first != nullptr) return entity_of(*first)->country;
  }
  return {};
}

const Entity* Phrases::entity_with(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : found->second;
}

const Entity* Phrases::group_of(const Entity& entity) const {
  if (is_group(entity)) return &entity;
  const auto owner = groups_.find(entity.of);
  return owner == groups_.end() ? nullptr : owner->second;
}

const std::string& Phrases::name_in_text(const Entity& group) const {
  static const std::string none;
  const auto found = group_in_text_.find(group.id);
  return found == group_in_text_.end() ? none : found->second;
}

bool is_group(const Entity& entity) { return entity.id.starts_with("grp:"); }

std::string without_fighters(std::string name) {
  for (const std::string_view fighters : {" GUERRILLAS", " REBELS"})
    if (name.ends_with(fighters)) name.resize(name.size() - fighters.size());
  return name;
}

std::string group_in(const Entity& group, std::string_view words) {
  const std::string within = " " + std::string(words) + " ";
  std::string best;
  const auto look_for = [&](const std::string& name) {
    const std::string sought = without_fighters(upper(name));
    if (sought.size() > best.size() && within.find(" " + sought + " ") != std::string::npos) best = sought;
  };
  look_for(group.name);
  for (const std::string& alias : group.aliases) look_for(alias);
  return best;
}

}  // namespace sayso::eval
