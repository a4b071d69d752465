// Reads a phrase for the organization that it names: a group that is known, a name in quotation marks, else a proper
// name or a noun for a body.
//
//     "a self-styled "White Hand" group"  -> WHITE HAND
//
// Left out on purpose: groups that only somebody's description tells ("leftist organizations").
#include "muc4_organizations.h"

#include <algorithm>

#include "muc4_sets.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

constexpr std::size_t shortest_name = 3;  // letters
constexpr std::size_t most_words_in_name = 8;

// What is said of a group and is no part of its name.
constexpr std::string_view doubting[] = {"alleged",  "allege",  "suspected",   "suspect",   "presumed", "presume",
                                         "supposed", "suppose", "self-styled", "so-called", "apparent"};

// Those who act for an organization.
constexpr std::string_view members[] = {
    "member", "element", "officer",  "soldier",   "unit",       "troop",     "personnel", "agent", "militant",
    "sector", "group",   "column",   "commando",  "detachment", "guerrilla", "terrorist", "rebel", "fighter",
    "cell",   "leader",  "activist", "commander", "leadership", "command",   "spokesman", "squad"};

bool may_be_organization(EntityKind kind) {
  return kind == EntityKind::group || kind == EntityKind::military || kind == EntityKind::government ||
         kind == EntityKind::organisation || kind == EntityKind::unit || kind == EntityKind::unnamed;
}

bool is_of_state(const Phrase& phrase, EntityKind kind) {
  return kind != EntityKind::group && (kind == EntityKind::military || kind == EntityKind::government ||
                                       kind == EntityKind::unit || is_force(phrase.lemmas));
}

std::string known_group(const Phrases& phrases, const Entity& group, const Phrase& phrase, Span words) {
  const std::string& text = phrases.reading().dispatch.text;
  std::string name = group_in(group, phrases.text_of(phrases.phrase_at(phrase.head, OfTail::with).tokens));
  if (name.empty()) name = group_in(group, upper(slice(text, words)));
  return name.empty() ? phrases.name_in_text(group) : name;
}

// What stands between quotation marks within the words, if it may be a name.
std::string name_in_marks(std::string_view words) {
  const std::size_t open = words.find('"');
  if (open == std::string_view::npos) return {};
  const std::string_view rest = words.substr(open + 1);
  const std::string name = upper(rest.substr(0, rest.find('"')));
  const auto spaces = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' '));
  return name.size() < shortest_name || spaces >= most_words_in_name ? std::string() : name;
}

// "Osk" of "Ana Osk".
bool is_person(const Phrases& phrases, const Phrase& phrase) {
  const std::string name = phrases.text_of(phrase.tokens);
  return phrases.longest_name(name) != name;
}

// "drug trafficking gangs": whom the keys have as an organization though no name is known.
bool deals_in_drugs(const Phrase& phrase) {
  return std::any_of(phrase.lemmas.begin(), phrase.lemmas.end(), [](const std::string& lemma) {
    return is_one_of(lemma, {"drug", "drug-trafficking", "cocaine", "narcotic"});
  });
}

bool is_organization(const Phrases& phrases, const Phrase& phrase, EntityKind kind) {
  const std::string& noun = phrase.lemmas.back();
  const bool alone = phrase.lemmas.size() == 1;
  if (alone && is_one_of(noun, {"force", "squad", "corps"})) return false;
  if (noun == "squad" && !is_one_of(phrase.lemmas[phrase.lemmas.size() - 2], {"death", "die", "dare-to-die"}))
    return false;
  if (is_fighter(phrase.lemmas) && !is_one_of(noun, {"cartel", "mafia", "squad"})) return false;
  if (kind == EntityKind::unnamed && phrases.is_name(phrase.head) && is_person(phrases, phrase)) return false;
  const bool has_name =
      std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](TokenId token) { return phrases.is_name(token); });
  return phrases.is_name(phrase.head) ||
         is_one_of(noun, {"army", "police", "force", "government", "cartel", "front", "mafia", "squad"}) ||
         (has_name && is_one_of(noun, {"group", "movement", "organization", "party"})) ||
         (is_one_of(noun, {"gang", "ring"}) && (has_name || deals_in_drugs(phrase)));
}

}  // namespace

Who who_at(const Phrases& phrases, TokenId head, Span words) {
  const ActorMention* mention = phrases.mention_at(head);
  if (mention == nullptr) return {.head = head, .words = words};
  const Entity* entity = phrases.entity_of(*mention);
  return {head, mention->kind, entity == nullptr ? std::string_view() : entity->id, words};
}

std::optional<Organization> organization_named(const Phrases& phrases, const Who& who) {
  if (who.head == no_token) return std::nullopt;
  const Phrase phrase = phrases.phrase_at(who.head);
  if (phrase.lemmas.empty() || who.kind == EntityKind::person || who.kind == EntityKind::outlet) return std::nullopt;
  if (const Entity* entity = phrases.entity_with(who.entity))
    if (const Entity* group = phrases.group_of(*entity))
      if (std::string name = known_group(phrases, *group, phrase, who.words); !name.empty())
        return Organization{std::move(name), Confidence::fact, false, group->id};
  if (!may_be_organization(who.kind)) return std::nullopt;
  const bool body = is_one_of(phrase.lemmas.back(), {"group", "organization", "unit", "band", "gang", "movement",
                                                     "army", "force", "front", "command", "commando", "party"});
  if (body || who.kind == EntityKind::organisation || who.kind == EntityKind::group)
    if (std::string name = name_in_marks(slice(phrases.reading().dispatch.text, who.words)); !name.empty())
      return Organization{std::move(name), Confidence::fact, false, {}};
  if (!is_organization(phrases, phrase, who.kind)) return std::nullopt;
  std::vector<TokenId> tokens = phrase.tokens;
  while (tokens.size() > 1 && is_one_of(phrases.lemma(tokens.front()), doubting)) tokens.erase(tokens.begin());
  const bool known = !who.entity.empty() && !who.entity.starts_with("desc:");
  return Organization{phrases.text_of(tokens), Confidence::fact, is_of_state(phrase, who.kind),
                      known ? std::string(who.entity) : std::string()};
}

std::optional<Organization> organization_of_members(const Phrases& phrases, TokenId head) {
  const Tree& tree = phrases.tree();
  if (head == no_token || !is_one_of(phrases.lemma(head), members)) return std::nullopt;
  for (const TokenId below : tree.children(head)) {
    const bool of = is_a(tree[below].relation, Relation::nmod) &&
                    is_one_of(tree.preposition(below), {"of", "from", "belonging to"});
    if (!of && tree[below].relation != Relation::compound) continue;
    const ActorMention* mention = phrases.mention_at(below);
    const Who who = who_at(phrases, below, mention == nullptr ? tree[below].span : mention->span);
    if (who.kind == EntityKind::country || (mention == nullptr && !of)) continue;
    if (auto named = organization_named(phrases, who)) return named;
  }
  return std::nullopt;
}

}  // namespace sayso::eval
