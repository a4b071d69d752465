// Sorts those who act into individuals, organizations and weapons.
//
//     "terrorists of the Kesh Front"   individuals {TERRORISTS}, organizations {KESH FRONT}
//     "a group of armed men"           individuals {GROUP OF ARMED MEN}
//     "a bomb"                         weapons {BOMB}: what acts is not who did it
//
// Left out on purpose: the movements behind a name that the text does not give.
#include "muc4_perpetrators.h"

#include <algorithm>

#include "muc4_blame.h"
#include "muc4_joining.h"
#include "muc4_organizations.h"
#include "muc4_sets.h"
#include "muc4_spelling.h"

namespace sayso::eval {
namespace {

// Grammar lets weapons act.
constexpr std::string_view acting_weapons[] = {"bomb",   "explosion", "dynamite", "device",  "charge", "attack",
                                               "rocket", "bullet",    "mine",     "grenade", "fire"};
// Several who act together: whom "of" names with them belongs to the string.
constexpr std::string_view flocks[] = {"group",  "band", "gang",   "column",   "number",
                                       "member", "pair", "couple", "commando", "unit"};

class Perpetrators {
 public:
  Perpetrators(const Phrases& phrases, const Event& event, const Claim& claim, Incident& incident)
      : phrases_(phrases), tree_(phrases.tree()), event_(event), claim_(claim), incident_(incident) {}

  void add(const Participant& actor) {
    if (!actor.words) return;
    TokenId head = phrases_.head_of(actor.words->span);
    if (head != no_token && tree_[head].tag == Tag::PRON) head = phrases_.meant_by(head);
    if (head == no_token) return;
    const Phrase phrase = phrases_.phrase_at(head);
    if (phrase.tokens.empty() || phrases_.is_date(head)) return;
    if (is_one_of(phrase.lemmas.back(), acting_weapons) || !instrument_type_of(phrase.lemmas).empty()) {
      add_weapon(phrases_, phrases_.head_of(actor.words->span), incident_);
      return;
    }
    if (!target_type_of(phrase.lemmas).empty() && human_type_of(phrase.lemmas).empty()) return;
    const bool of_state = actor.kind == EntityKind::military || actor.kind == EntityKind::government ||
                          actor.kind == EntityKind::unit || is_force(phrase.lemmas);
    const bool fighters = is_fighter(phrase.lemmas) && !is_one_of(phrase.lemmas.back(), {"cartel", "mafia", "squad"});
    auto named =
        fighters ? std::nullopt : organization_named(phrases_, {head, actor.kind, actor.entity, actor.words->span});
    if (named)
      put_organization(phrase, std::move(*named), actor);
    else
      put_individual(phrase, actor, of_state);
  }

  void add_accused() {
    const Attribution& said = claim_.attribution;
    if (said.polarity == Polarity::negative) return;
    Participant accused;
    if ((said.act == Act::claim_responsibility || said.act == Act::admit) && said.source.span) {
      accused.words = Words{said.source.text, *said.source.span};
      accused.kind = said.source.kind;
      accused.entity = said.source.entity;
    } else if (said.act == Act::accuse && said.target) {
      accused.words = said.target;
      if (const TokenId head = phrases_.head_of(said.target->span); head != no_token)
        if (const ActorMention* mention = phrases_.mention_at(head)) {
          accused.kind = mention->kind;
          if (const Entity* entity = phrases_.entity_of(*mention)) accused.entity = entity->id;
        }
    }
    add(accused);
  }

 private:
  void put_organization(const Phrase& phrase, Organization named, const Participant& actor) {
    named.confidence = confidence(actor);
    const bool of_state = named.of_state;
    add_organization(incident_, std::move(named));
    // "terrorists of the FMLN", "members of the ELN": those who act, and whose they are.
    if (!is_a(tree_[phrase.head].relation, Relation::nmod) || tree_.preposition(phrase.head) != "of") return;
    const Phrase who = phrases_.phrase_at(tree_[phrase.head].head);
    if (!who.lemmas.empty() && (is_fighter(who.lemmas) || !human_type_of(who.lemmas).empty() ||
                                is_one_of(who.lemmas.back(), {"member", "unit", "group"})))
      add_individual(incident_, {phrases_.text_of(who.tokens), of_state, is_fighter(who.lemmas)});
  }

  void put_individual(const Phrase& phrase, const Participant& actor, bool of_state) {
    const bool fighter = is_fighter(phrase.lemmas);
    const bool flock = is_one_of(phrase.lemmas.back(), flocks);
    if (!flock && !fighter && human_type_of(phrase.lemmas).empty() && actor.kind != EntityKind::person &&
        actor.kind != EntityKind::group && actor.kind != EntityKind::military)
      return;
    const Phrase whole = phrases_.phrase_at(phrase.head, OfTail::with);
    add_individual(incident_, {phrases_.text_of(flock ? whole.tokens : phrase.tokens), of_state, fighter});
    // "ELN guerrillas", "members of the Shining Path": groups that the words of a phrase name.
    const std::string words = phrases_.text_of(whole.tokens);
    const Confidence sure = confidence(actor);
    for (const Entity& entity : phrases_.reading().mentions.entities)
      if (is_group(entity)) add_organization(incident_, {group_in(entity, words), sure, false, entity.id});
    auto whose = organization_of_members(phrases_, phrase.head);
    if (!whose) return;
    whose->confidence = sure;
    add_organization(incident_, std::move(*whose));
  }

  Confidence confidence(const Participant& actor) const { return confidence_in(phrases_, event_, claim_, actor); }

  const Phrases& phrases_;
  const Tree& tree_;
  const Event& event_;
  const Claim& claim_;
  Incident& incident_;
};

}  // namespace

void add_perpetrators(const Phrases& phrases, const Event& event, const Claim& claim, Incident& incident) {
  Perpetrators perpetrators(phrases, event, claim, incident);
  for (const Participant& actor : event.actors) perpetrators.add(actor);
  if (incident.individuals.empty() && incident.organizations.empty()) perpetrators.add_accused();
}

void add_instruments(const Phrases& phrases, const Event& event, Incident& incident) {
  for (const Participant& instrument : event.instruments)
    if (instrument.words)
      if (const TokenId head = phrases.head_of(instrument.words->span); head != no_token)
        add_weapon(phrases, head, incident);
}

void add_weapon(const Phrases& phrases, TokenId head, Incident& incident) {
  const Phrase phrase = phrases.phrase_at(head);
  const std::string_view type = instrument_type_of(phrase.lemmas);
  if (!type.empty()) add_weapon(incident, {phrases.text_of(phrase.tokens), std::string(type)});
}

}  // namespace sayso::eval
