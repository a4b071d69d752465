// Weighs what the text says of guilt: in the claim of an event, then in the sentences around an incident.
//
//     claim by the police, accuse, actor "the ELN"  -> by_authorities
//     "The ELN did not claim responsibility"        -> nothing: a denial says nothing of who did it
//
// Left out on purpose: groups that are blamed for what no event tells; which of several groups of one sentence is
// meant.
#include "muc4_blame.h"

#include <algorithm>
#include <array>

#include "muc4_accusations.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

// Words by which an event keeps its distance from who did it.
constexpr std::string_view doubts_of_event[] = {
    "alleged",    "suspected", "presumed",   "supposed", "apparently", "presumably", "allegedly", "reportedly",
    "supposedly", "attribute", "blame",      "ascribe",  "suspect",    "accuse",     "probably",  "possibly",
    "believe",    "apparent",  "presumable", "allege",   "presume",    "suppose"};
// Words by which a sentence that names a group lays a deed to it.
constexpr std::string_view words_of_blame[] = {
    "blame",   "accuse",    "attribute",  "suspect",    "suspected",   "presume",   "presumed", "alleged",
    "allege",  "allegedly", "apparently", "presumably", "responsible", "implicate", "charge",   "believe",
    "involve", "supposed",  "ascribe",    "suspicion",  "point",       "link"};
constexpr std::string_view authorities[] = {
    "police",   "authority", "military", "president", "minister", "ministry",   "government", "army",
    "official", "general",   "colonel",  "commander", "judge",    "prosecutor", "governor",   "mayor"};

// "alleged members of the ELN", "apparently by rebels", "was attributed to the ELN".
bool is_doubted(const Phrases& phrases, const Event& event, const Participant& actor) {
  const Tree& tree = phrases.tree();
  const auto doubts = [&](TokenId token) { return is_one_of(phrases.lemma(token), doubts_of_event); };
  const auto below = [&](TokenId token) {
    const auto children = tree.children(token);
    return std::any_of(children.begin(), children.end(), doubts);
  };
  TokenId head = phrases.head_of(actor.words->span);
  for (int steps = 0; head != no_token && steps < 3; ++steps) {
    if (doubts(head) || below(head)) return true;
    if (head == event.head || tree.is_clause(head)) break;
    head = tree[head].head;
  }
  return below(event.head);
}

// What a sentence that names a group says of its guilt: "the ELN claimed responsibility", "police blamed the ELN".
std::optional<Confidence> blame_in_sentence_of(TokenId group, const Phrases& phrases) {
  const Sentence& words = phrases.reading().syntax.sentences[phrases.sentence_of(group)];
  bool responsibility = false, owns = false, denies = false, doubt = false, authority = false;
  for (std::uint32_t t = index(words.first); t < index(words.last); ++t) {
    const std::string lemma = phrases.lemma(TokenId{t});
    responsibility = responsibility || is_one_of(lemma, {"responsibility", "credit"});
    owns =
        owns || (t > index(group) && is_one_of(lemma, {"claim", "admit", "accept", "acknowledge", "assume", "take"}));
    denies = denies || is_one_of(lemma, {"deny", "no", "nobody", "not", "reject", "never"});
    doubt = doubt || is_one_of(lemma, words_of_blame);
    authority = authority || (t != index(group) && is_one_of(lemma, authorities));
  }
  if (denies) return std::nullopt;
  if (responsibility && owns) return Confidence::claimed;
  if (doubt) return authority ? Confidence::by_authorities : Confidence::suspected;
  return std::nullopt;
}

// Counts names in a text in capitals, and keeps the one it has most often; the first of those it has as often.
class MostNamed {
 public:
  explicit MostNamed(const std::string& text) : text_(text) {}

  void count(std::string_view name, const std::string& entity) {
    std::size_t times = 0;
    for (std::size_t at = text_.find(name); at != std::string::npos; at = text_.find(name, at + name.size())) ++times;
    if (times > most_) best_ = name, entity_ = entity, most_ = times;
  }
  const std::string& best() const { return best_; }  // empty if the text has none
  const std::string& entity() const { return entity_; }
  std::size_t times() const { return most_; }

 private:
  const std::string& text_;
  std::string best_, entity_;
  std::size_t most_ = 0;
};

class Blame {
 public:
  Blame(const Phrases& phrases, std::vector<Incident>& incidents)
      : phrases_(phrases),
        mentions_(phrases.reading().mentions),
        text_(upper(phrases.reading().dispatch.text)),
        deniers_(find_deniers(phrases)),
        incidents_(incidents) {}

  // "The guerrillas" are those of the group that the dispatch names most.
  void add_groups_meant() {
    const MostNamed most = most_named_group();
    if (most.best().empty()) return;
    for (Incident& incident : incidents_) {
      const bool fighters = std::any_of(incident.individuals.begin(), incident.individuals.end(),
                                        [](const Individual& one) { return one.fighter; });
      if (incident.organizations.empty() && fighters)
        incident.organizations.push_back({most.best(), Confidence::fact, false, most.entity()});
    }
  }

  // Claims that lay a deed at a group's door speak of the incident they stand in, or else of the last before them.
  void add_accused() {
    for (Accusation& accusation : find_accusations(phrases_)) {
      Incident& about = spoken_of_in(accusation.sentence);
      Organization& accused = accusation.organization;
      bool known = false;
      for (Organization& organization : about.organizations)
        if (organization.text == accused.text || (!accused.entity.empty() && organization.entity == accused.entity))
          known = true, organization.confidence = accused.confidence;
      if (!known) about.organizations.push_back(accused);
    }
  }

  // Sentences that blame a group speak of the incident they stand in, or else of the last before them.
  void add_blamed() {
    for (const ActorMention& mention : mentions_.actors) {
      const Entity* entity = phrases_.entity_of(mention);
      if (entity == nullptr || mention.pronoun) continue;
      const bool state = entity->kind == EntityKind::military &&
                         is_one_of(phrases_.lemma(mention.head), {"army", "force", "forces", "police"});
      const bool other = entity->id.starts_with("org:") && phrases_.is_name(mention.head);
      if (!entity->id.starts_with("grp:") && !state && !other) continue;
      const auto blame = blame_in_sentence_of(mention.head, phrases_);
      if (!blame || (other && *blame != Confidence::claimed)) continue;
      if (state && *blame != Confidence::claimed && !is_laid_at_door_of(mention.head)) continue;
      const std::uint32_t sentence = phrases_.sentence_of(mention.head);
      Incident& about = spoken_of_in(sentence);
      constexpr std::uint32_t far = 4;
      if (*blame != Confidence::claimed && (sentence + far < about.first || sentence > about.last + far)) continue;
      const std::string name = name_of_group(mention, *entity);
      bool known = false;
      for (Organization& organization : about.organizations)
        if (organization.text == name || (organization.entity == entity->id && !entity->id.empty()))
          known = true, organization.confidence = *blame == Confidence::claimed ? *blame : organization.confidence;
      if (!known && about.organizations.empty()) about.organizations.push_back({name, *blame, state, entity->id});
    }
  }

  // A group that an incident's sentences name though none lays the deed to it.
  void suppose_groups() {
    for (Incident& incident : incidents_) {
      if (!incident.organizations.empty() || has_men_of_state(incident)) continue;
      for (const ActorMention& mention : mentions_.actors) {
        const Entity* entity = phrases_.entity_of(mention);
        if (entity == nullptr || mention.pronoun || !is_group(*entity) || denies(*entity)) continue;
        const std::uint32_t sentence = phrases_.sentence_of(mention.head);
        if (sentence < incident.first || sentence > incident.last + 1) continue;
        incident.organizations.push_back({name_of_group(mention, *entity), Confidence::fact, false, entity->id});
        break;
      }
    }
  }

  // Where the dispatch names one group alone, more than in passing, and nobody is said to have done it.
  void suppose_only_group() {
    const MostNamed most = most_named_group();
    const auto groups = std::count_if(mentions_.entities.begin(), mentions_.entities.end(), is_group);
    if (groups != 1 || most.times() < 2) return;
    for (Incident& incident : incidents_)
      if (incident.organizations.empty() && incident.individuals.empty())
        incident.organizations.push_back({most.best(), Confidence::fact, false, most.entity()});
  }

  // A station of the rebels tells of what others did, and of its own deeds in so many words.
  bool is_in_voice_of_rebels() const {
    constexpr std::size_t dateline = 300;  // bytes
    const std::string_view head = std::string_view(phrases_.reading().dispatch.text).substr(0, dateline);
    return head.find("CLANDESTINE") != std::string_view::npos;
  }

 private:
  // "Members of the army took part in the murder", "the crime was the army's": who only speaks of a deed has not done
  // it.
  bool is_laid_at_door_of(TokenId force) const {
    const Tree& tree = phrases_.tree();
    const Sentence& words = phrases_.reading().syntax.sentences[phrases_.sentence_of(force)];
    bool deed = false;
    for (std::uint32_t t = index(words.first); t < index(words.last); ++t)
      deed = deed || is_word_for_deed(phrases_.lemma(TokenId{t}));
    if (!deed) return false;
    TokenId who = force;
    while (is_a(tree[who].relation, Relation::nmod) && tree.preposition(who) == "of" && tree[who].head != no_token)
      who = tree[who].head;
    if (!is_a(tree[who].relation, Relation::nsubj) || tree[who].relation == Relation::nsubj_pass) return true;
    const TokenId verb = tree[who].head;
    return is_one_of(phrases_.lemma(verb), {"participate", "take part", "commit", "perpetrate", "carry out", "kill",
                                            "murder", "responsible", "involved", "guilty", "behind", "massacre"});
  }

  MostNamed most_named_group() const {
    MostNamed most(text_);
    for (const Entity& entity : mentions_.entities) {
      if (!is_group(entity) || denies(entity)) continue;
      most.count(upper(entity.name), entity.id);
      for (const std::string& alias : entity.aliases) most.count(without_fighters(upper(alias)), entity.id);
    }
    return most;
  }

  bool denies(const Entity& group) const {
    return std::find(deniers_.begin(), deniers_.end(), group.id) != deniers_.end();
  }

  static bool has_men_of_state(const Incident& incident) {
    return std::any_of(incident.individuals.begin(), incident.individuals.end(),
                       [](const Individual& one) { return one.of_state; });
  }

  // REQUIRES: there are incidents.
  Incident& spoken_of_in(std::uint32_t sentence) {
    Incident* about = &incidents_.front();
    for (Incident& incident : incidents_)
      if (incident.first <= sentence && (about->last < sentence || incident.last >= sentence)) about = &incident;
    return *about;
  }

  std::string name_of_group(const ActorMention& mention, const Entity& entity) const {
    const std::string name = group_in(entity, upper(slice(phrases_.reading().dispatch.text, mention.span)));
    return name.empty() ? phrases_.text_of(phrases_.phrase_at(mention.head).tokens) : name;
  }

  const Phrases& phrases_;
  const Mentions& mentions_;
  std::string text_;  // in capitals
  std::vector<std::string> deniers_;
  std::vector<Incident>& incidents_;
};

}  // namespace

Confidence confidence_in(const Phrases& phrases, const Event& event, const Claim& claim, const Participant& actor) {
  const Attribution& said = claim.attribution;
  const bool own = said.quote == Quote::own;
  const bool authority = is_authority(said.source);
  const bool self = !actor.entity.empty() && actor.entity == said.source.entity;
  if (!own && (self || said.act == Act::claim_responsibility)) return Confidence::claimed;
  const bool doubt = is_doubted(phrases, event, actor) || event.certainty != Certainty::certain ||
                     said.certainty != Certainty::certain || said.act == Act::accuse || said.author_distance;
  // Who is told of by nobody but a witness, a neighbour or another side is accused.
  const bool told =
      !own && !authority && said.source.kind != EntityKind::outlet && said.source.kind != EntityKind::document;
  if (!doubt && !told) return Confidence::fact;
  return authority && !own ? Confidence::by_authorities : Confidence::suspected;
}

void weigh_blame(const Phrases& phrases, std::vector<Incident>& incidents) {
  if (incidents.empty()) return;
  Blame blame(phrases, incidents);
  blame.add_accused();
  blame.add_groups_meant();
  blame.add_blamed();
  if (blame.is_in_voice_of_rebels()) return;
  blame.suppose_groups();
  blame.suppose_only_group();
}

}  // namespace sayso::eval
