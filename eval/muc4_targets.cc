// Reads targets from noun phrases: whether they are persons or things, how they are called, what happened to them.
//
//     killed("three journalists: Roberto Osk, Luis Orlen")
//       -> people {"JOURNALISTS", 3, DEATH}, {ROBERTO OSK, "JOURNALIST", DEATH}, {LUIS ORLEN, "JOURNALIST", DEATH}
//
// Left out on purpose: what no list of muc4_sets has and nobody's name is; things that were kidnapped.
#include "muc4_targets.h"

#include <algorithm>
#include <set>

#include "muc4_joining.h"
#include "muc4_sets.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

using Effects = std::set<std::string>;

Effects effects_on_people(const Event& event) {
  if (event.type != "LOSS" && event.mode != "targeted") return {};
  if (event.mode == "targeted" && event.certainty != Certainty::certain) return {};
  if (event.polarity == Polarity::negative) return {event.mode == "killed" ? "NO DEATH" : "NO INJURY"};
  if (event.mode == "killed" || event.mode == "targeted") return {"DEATH"};
  return event.mode == "wounded" ? Effects{"INJURY"} : Effects{};
}

Effects effects_on_things(const Event& event) {
  if (event.type != "LOSS") return {};
  const bool none = event.polarity == Polarity::negative;
  if (event.mode == "destroyed") return none ? Effects{} : Effects{"DESTROYED"};  // "not destroyed" may be damaged
  if (event.mode == "damaged") return {none ? "NO DAMAGE" : "SOME DAMAGE"};
  return {};
}

// Under the head by appositions, lists and "including" alone.
bool hangs_among(const Tree& tree, TokenId token, TokenId head) {
  constexpr int most_steps = 12;
  for (int steps = 0; steps < most_steps && token != head; ++steps) {
    const Relation relation = tree[token].relation;
    const bool listed =
        relation == Relation::appos || relation == Relation::conj || is_a(relation, Relation::flat) ||
        relation == Relation::list || relation == Relation::parataxis ||
        (is_a(relation, Relation::nmod) && is_one_of(tree.preposition(token), {"including", "among", "such as"}));
    if (!listed || tree[token].head == no_token) return false;
    token = tree[token].head;
  }
  return token == head;
}

std::uint32_t end_of_sentence(const Phrases& phrases, TokenId token) {
  return index(phrases.reading().syntax.sentences[phrases.sentence_of(token)].last);
}

// "three journalists: Roberto Osk, Luis Orlen", "12 miners, including Saul Osk": names that hang on a description.
void add_named_among(const Phrases& phrases, TokenId head, const Person& described, Incident& incident) {
  for (const ActorMention* mention : phrases.named_persons(index(head) + 1, end_of_sentence(phrases, head))) {
    if (!hangs_among(phrases.tree(), mention->head, head)) continue;
    const std::vector<TokenId> name = phrases.name_at(mention->head);
    if (name.empty()) continue;
    Person one = described;
    one.name = phrases.longest_name(phrases.text_of(name));
    one.number = "1";
    one.description = upper(phrases.tree().lemma(head));
    add_person(incident, std::move(one));
  }
}

// "Judge Ana Orlen", "Ana Orlen, a judge of Kesh": the name, and what else the phrase or an apposition says.
void describe_named(const Phrases& phrases, const Phrase& phrase, Person& one) {
  std::vector<TokenId> name, role;
  for (const TokenId token : phrase.tokens)
    (phrases.is_name(token) && !phrases.is_title(token) ? name : role).push_back(token);
  // The name is the last run of names.
  while (!name.empty() && !role.empty() && name.front() < role.back())
    role.push_back(name.front()), name.erase(name.begin());
  std::sort(role.begin(), role.end());
  one.name = phrases.longest_name(phrases.text_of(name));
  one.description = phrases.text_of(role);
  std::vector<std::string> lemmas;
  lemmas.reserve(role.size());
  for (const TokenId token : role) lemmas.push_back(phrases.lemma(token));
  const Tree& tree = phrases.tree();
  for (const TokenId below : tree.children(phrase.head)) {
    if (!one.description.empty()) break;
    if (tree[below].relation != Relation::appos || tree[below].tag == Tag::NUM || phrases.is_date(below)) continue;
    one.description = phrases.text_of(phrases.phrase_at(below, OfTail::with).tokens);
    lemmas = phrases.phrase_at(below).lemmas;
  }
  one.type = human_type_of(lemmas);
  if (one.type.empty()) one.type = "CIVILIAN";
  one.number = "1";
}

// "the mayor of Kesh", "two judges"; "the mayor of Kesh, Ricardo Osk" has a name too.
void describe_unnamed(const Phrases& phrases, const Phrase& phrase, const ActorMention* mention, Person& one) {
  const std::string_view human = human_type_of(phrase.lemmas);
  one.description = phrases.text_of(phrases.phrase_at(phrase.head, OfTail::with).tokens);
  one.type = is_fighter(phrase.lemmas) ? "FIGHTER"
             : !human.empty()          ? human
             : is_force(phrase.lemmas) ? "ACTIVE MILITARY"
                                       : "CIVILIAN";
  if (one.number == "PLURAL") return;
  const auto is_person = [](const ActorMention* who) { return who != nullptr && who->kind == EntityKind::person; };
  const Tree& tree = phrases.tree();
  for (const TokenId below : tree.children(phrase.head)) {
    if (!phrases.is_name(below) || below < phrase.head || tree[below].relation == Relation::conj ||
        !tree.preposition(below).empty() || phrases.is_place(below))
      continue;
    const bool close = index(below) <= index(phrase.head) + 2;
    if (!is_person(phrases.mention_at(below)) && !(is_person(mention) && close)) continue;
    one.name = phrases.longest_name(phrases.text_of(phrases.phrase_at(below).tokens));
    one.number = "1";
    one.description = phrases.text_of(phrase.tokens);
    return;
  }
}

// `target` is null where no participant of the event stands for the head.
void add_target(const Phrases& phrases, const Event& event, TokenId head, const Participant* target,
                Incident& incident) {
  if (phrases.tree()[head].tag == Tag::PRON) {
    head = phrases.meant_by(head);
    if (head == no_token) return;
    target = nullptr;
  }
  const Phrase phrase = phrases.phrase_at(head);
  if (phrase.tokens.empty() || phrases.is_date(head) || phrases.is_place(head)) return;
  const bool human = !human_type_of(phrase.lemmas).empty();
  const ActorMention* mention = phrases.mention_at(head);
  const EntityKind kind = target != nullptr    ? target->kind
                          : mention != nullptr ? mention->kind
                                               : EntityKind::infrastructure;
  // In "Mayor Pedro Osk" the title may be the head, and the name an apposition to it: then the phrase alone has none.
  const bool named = phrases.is_name(head) && !phrases.name_at(head).empty() &&
                     (kind == EntityKind::person || (!human && kind == EntityKind::unnamed));
  if (const std::string_view thing = target_type_of(phrase.lemmas); !human && !thing.empty() && !named) {
    if (incident.type == "KIDNAPPING") return;
    add_thing(incident, {.text = phrases.text_of(phrases.phrase_at(head, OfTail::with).tokens),
                         .noun = phrase.lemmas.back(),
                         .type = std::string(thing),
                         .number = phrases.number_of(head),
                         .nation = phrases.nation_of(phrase, target),
                         .effects = effects_on_things(event)});
    return;
  }
  if (!human && !named && !is_fighter(phrase.lemmas) && !is_force(phrase.lemmas)) return;
  Person one{.noun = phrase.lemmas.back(),
             .number = phrases.number_of(head),
             .nation = phrases.nation_of(phrase, target),
             .effects = effects_on_people(event)};
  if (named)
    describe_named(phrases, phrase, one);
  else
    describe_unnamed(phrases, phrase, mention, one);
  add_person(incident, one);
  const bool several = one.name.empty() && one.number != "1" && one.type != "FIGHTER";
  if (several) add_named_among(phrases, head, one, incident);
}

void add_counted(const Phrases& phrases, const Event& event, const Count& count, Incident& incident) {
  const TokenId head = phrases.head_of(count.span);
  if (head == no_token || phrases.tree()[head].tag == Tag::NUM) return;
  if (count.low == 0 || event.polarity == Polarity::negative)
    incident.effects.insert(event.mode == "killed"    ? "NO DEATH"
                            : event.mode == "wounded" ? "NO INJURY"
                                                      : "NO INJURY OR DEATH");
  else if (head != event.head)
    add_target(phrases, event, head, incident);
}

}  // namespace

void add_targets(const Phrases& phrases, const Event& event, Incident& incident) {
  for (const Participant& target : event.recipients) {
    if (!target.words) continue;
    const TokenId head = phrases.head_of(target.words->span);
    if (head != no_token) add_target(phrases, event, head, &target, incident);
  }
  if (event.recipients.empty())
    for (const Count& count : event.counts) add_counted(phrases, event, count, incident);
}

void add_target(const Phrases& phrases, const Event& event, TokenId head, Incident& incident) {
  add_target(phrases, event, head, nullptr, incident);
}

void add_identified(const Phrases& phrases, Incident& incident) {
  const Tree& tree = phrases.tree();
  const auto& sentences = phrases.reading().syntax.sentences;
  constexpr std::size_t near = 4;
  const std::size_t end = std::min(sentences.size(), incident.last + near + 1);
  for (std::size_t s = incident.first; s < end; ++s) {
    for (std::uint32_t t = index(sentences[s].first); t < index(sentences[s].last); ++t) {
      const TokenId verb{t};
      if (tree[verb].tag != Tag::VERB || !is_one_of(tree.lemma(verb), {"identify", "name", "include"})) continue;
      Effects effects;
      bool victims = false;
      for (const TokenId below : tree.children(verb)) {
        const std::string noun = phrases.lemma(below);
        if (!is_a(tree[below].relation, Relation::nsubj) && !is_a(tree[below].relation, Relation::obj)) continue;
        if (is_one_of(noun, {"victim", "dead", "body", "deceased", "corpse"})) victims = true, effects.insert("DEATH");
        if (is_one_of(noun, {"wounded", "injured"})) victims = true, effects.insert("INJURY");
        if (noun == "hostage" || (incident.type == "KIDNAPPING" && noun == "victim")) victims = true, effects.clear();
      }
      if (!victims) continue;
      for (const ActorMention* mention : phrases.named_persons(t, index(sentences[s].last)))
        if (const std::vector<TokenId> name = phrases.name_at(mention->head); !name.empty())
          add_person(incident, {.name = phrases.longest_name(phrases.text_of(name)),
                                .type = "CIVILIAN",
                                .number = "1",
                                .effects = effects});
    }
  }
}

}  // namespace sayso::eval
