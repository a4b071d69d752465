// From claims with events to incidents: each event is read into MUC-4's terms, then joined to what it goes on about.
//
//     killed(two peasants) and attack(on the farm) in one sentence -> one ATTACK with both targets
//
// Left out on purpose: incidents that several dispatches tell of; what is to come,
// unless it is threatened; fighters who are killed.
#include "muc4_incidents.h"

#include <algorithm>

#include "match/clause.h"
#include "match/tree.h"
#include "muc4_blame.h"
#include "muc4_joining.h"
#include "muc4_perpetrators.h"
#include "muc4_phrases.h"
#include "muc4_sets.h"
#include "muc4_spelling.h"
#include "muc4_targets.h"

namespace sayso::eval {
namespace {

constexpr std::string_view explosions[] = {"explode",  "explosion", "blast", "blow up", "go off",
                                           "detonate", "bombing",   "bomb",  "dynamite"};
constexpr std::string_view signs_of_planes[] = {"plane",  "airplane",       "aircraft",         "helicopter", "air",
                                                "aerial", "indiscriminate", "indiscriminately", "bomber"};

// How what a bomb strikes stands to it, beside what any attack strikes.
constexpr std::string_view near_a_bomb[] = {"in",    "in front of", "near",    "outside", "inside",
                                            "under", "to",          "next to", "of"};

// What an event says, and in whose voice.
struct Told {
  const Event* event;
  const Claim* claim;
};

std::vector<Told> events_in_order(const Reading& reading, const Claim& granted) {
  std::vector<Told> told;
  told.reserve(reading.events.size());
  for (const Claim& claim : reading.claims)
    for (const Event& event : claim.events) told.push_back({&event, &claim});
  for (const Event& event : reading.events) told.push_back({&event, &granted});
  const auto at = [](const Told& one) { return one.event->trigger.span.begin; };
  std::stable_sort(told.begin(), told.end(), [&](const Told& a, const Told& b) { return at(a) < at(b); });
  // Claims went first, so that the first of what is told twice has a voice.
  told.erase(std::unique(told.begin(), told.end(), [&](const Told& a, const Told& b) { return at(a) == at(b); }),
             told.end());
  return told;
}

// The countries (alpha-3) that a dispatch names.
std::set<std::string, std::less<>> countries_in(const Reading& reading) {
  std::set<std::string, std::less<>> named;
  for (const PlaceMention& mention : reading.mentions.places)
    if (mention.place.precision == PlacePrecision::country) named.insert(mention.place.country);
  return named;
}

class Finder {
 public:
  Finder(const Reading& reading, const std::string& home)
      : reading_(reading), home_(home), phrases_(reading), spoken_of_(countries_in(reading)) {}

  std::vector<Incident> find() {
    // What is taken for granted ("condemned the murder of the judge") is in the reporter's voice.
    const Claim granted{.attribution = {.quote = Quote::own}};
    std::vector<Incident> incidents;
    for (const Told& told : events_in_order(reading_, granted))
      if (auto incident = read(*told.event, *told.claim)) add_incident(incidents, std::move(*incident));
    for (Incident& incident : incidents) complete(incident), spread(incident);
    if (!incidents.empty()) add_identified(phrases_, incidents.back());
    weigh_blame(phrases_, incidents);
    return incidents;
  }

 private:
  // --- one event ---

  std::optional<Incident> read(const Event& told, const Claim& claim) const {
    if (told.head == no_token) return std::nullopt;
    Event event = told;
    if (is_granted(event)) event.polarity = Polarity::positive, event.certainty = Certainty::certain;
    const bool threatened = event.type == "THREATEN" || claim.attribution.act == Act::threaten;
    if (event.tense == Tense::future && !threatened) return std::nullopt;
    Incident incident;
    incident.first = incident.last = phrases_.sentence_of(event.head);
    if (!name_type(event, incident)) return std::nullopt;
    const bool harm = event.type == "LOSS";
    if (event.polarity == Polarity::negative && !harm) return std::nullopt;
    if (event.certainty == Certainty::unknown && !threatened) return std::nullopt;
    if (threatened) incident.stage = "THREATENED";

    incident.when = event.when;
    incident.places = places_of(event);
    add_perpetrators(phrases_, event, claim, incident);
    add_targets(phrases_, event, incident);
    if (strikes_fighters_alone(incident)) return std::nullopt;
    add_instruments(phrases_, event, incident);
    look_around(event, incident);
    mend_air_raid(event, incident);
    put_damage(event, incident);
    if (incident.weapons.empty()) put_weapon_of_verb(event, incident);
    if (harm && strikes_nothing(event, incident) && tree_[event.head].tag != Tag::NOUN) return std::nullopt;
    return incident;
  }

  // "Denied a link to the murder of the judge", "called for an inquiry into the attack on the bank": that it was is not
  // in question.
  bool is_granted(const Event& event) const {
    if (tree_[event.head].tag != Tag::NOUN || event.recipients.empty()) return false;
    const auto children = tree_.children(event.head);
    return std::any_of(children.begin(), children.end(), [&](TokenId below) {
      return is_one_of(phrases_.lemma(below), {"the", "this", "that"}) && tree_[below].tag == Tag::DET;
    });
  }

  // "The U.S. embassy", "the ambassador to Varnia" are no places where something happens. A town with a name that many
  // countries of the Americas have, in one that the dispatch does not speak of, is at home.
  std::vector<Place> places_of(const Event& event) const {
    std::vector<Place> places;
    for (Place place : event.where) {
      const TokenId head = phrases_.head_of(place.span);
      if (place.precision == PlacePrecision::country && (head == no_token || describes(head))) continue;
      if (!place.country.empty() && !spoken_of_.contains(place.country) && is_common_name(place.name))
        place.country = home_, place.admin1.clear();
      places.push_back(std::move(place));
    }
    return places;
  }

  static bool is_common_name(std::string_view name) {
    const std::string_view first = name.substr(0, name.find(' '));
    return first.size() < name.size() && is_one_of(first, {"San", "Santa", "Santo", "El", "La", "Las", "Los"});
  }

  bool describes(TokenId head) const {
    const Relation relation = tree_[head].relation;
    if (relation == Relation::compound || relation == Relation::amod || is_a(relation, Relation::nmod_poss))
      return true;
    const TokenId above = tree_[head].head;
    return is_a(relation, Relation::nmod) && above != no_token && !human_type_of({phrases_.lemma(above)}).empty();
  }

  // The type, and how sure it is; false if the conference asks for no such event.
  bool name_type(const Event& event, Incident& incident) const {
    const std::string& lemma = tree_.lemma(event.head);
    if (event.type == "ASSAULT") {
      incident.type = "ATTACK";
      incident.plain = event.mode.empty() || event.mode == "targeted";
      incident.murder = event.mode == "targeted";
      if (event.mode == "abduct") incident.type = "KIDNAPPING";
      if (event.mode == "explosives" || is_one_of(lemma, explosions)) incident.type = "BOMBING", incident.plain = false;
      if (event.mode == "aerial") incident.type = "ATTACK";
      if (is_one_of(lemma, {"arson", "torch", "set fire", "set ablaze", "set afire", "burn", "burn down"}))
        incident.type = "ARSON", incident.plain = false;
      return true;
    }
    if (event.type == "LOSS") {
      if (event.mode == "captured" || event.mode == "missing") return false;
      incident.type = is_one_of(lemma, {"burn", "burn down", "torch"}) ? "ARSON" : "ATTACK";
      if (std::any_of(event.actors.begin(), event.actors.end(),
                      [&](const Participant& actor) { return is_bomb(actor); }))
        incident.type = "BOMBING";
      incident.plain = incident.type == "ATTACK";
      return true;
    }
    if (event.type == "THREATEN" && !event.recipients.empty()) {
      incident.type = "ATTACK";
      return true;
    }
    if (event.type == "COERCE" && is_one_of(lemma, {"rob", "robbery", "loot", "steal", "hold up", "holdup"})) {
      incident.type = "ROBBERY";
      return true;
    }
    return false;
  }

  bool is_bomb(const Participant& actor) const {
    const TokenId head = actor.words ? phrases_.head_of(actor.words->span) : no_token;
    return head != no_token && is_one_of(phrases_.lemma(head), {"bomb", "carbomb", "car-bomb", "explosion", "blast",
                                                                "dynamite", "charge", "device"});
  }

  static bool strikes_fighters_alone(const Incident& incident) {
    return !incident.people.empty() && incident.things.empty() &&
           std::all_of(incident.people.begin(), incident.people.end(),
                       [](const Person& person) { return person.type == "FIGHTER"; });
  }

  static bool strikes_nothing(const Event& event, const Incident& incident) {
    return event.polarity != Polarity::negative && event.recipients.empty() && event.counts.empty() &&
           incident.people.empty() && incident.things.empty();
  }

  // What the clause tells beside its event: "a bomb exploded in front of the bank".
  void look_around(const Event& event, Incident& incident) const {
    const TokenId clause = tree_.is_clause(event.head) ? event.head : clause_of(tree_, event.head);
    std::vector<TokenId> verbs{event.head, clause};
    // "the raid staged by the rebels on the hotel"
    if (tree_[event.head].tag == Tag::NOUN)
      for (const TokenId below : tree_.children(event.head))
        if (is_a(tree_[below].relation, Relation::acl) && tree_[below].xpos == Xpos::VBN) verbs.push_back(below);
    for (const TokenId from : verbs) {
      if (from == no_token) continue;
      for (const TokenId below : tree_.children(from)) {
        const Relation relation = tree_[below].relation;
        if (!is_a(relation, Relation::obl) && !is_a(relation, Relation::nmod) && !is_a(relation, Relation::obj) &&
            !is_a(relation, Relation::nsubj) && relation != Relation::compound)
          continue;
        const bool at = is_struck_by(tree_.preposition(below), incident);
        for (const TokenId one : tree_.conjuncts(below)) look_at(one, at, event, incident);
      }
    }
  }

  void look_at(TokenId head, bool at, const Event& event, Incident& incident) const {
    if (incident.type == "KIDNAPPING") return;
    const Phrase phrase = phrases_.phrase_at(head);
    if (phrase.lemmas.empty()) return;
    if (at && !target_type_of(phrase.lemmas).empty() && human_type_of(phrase.lemmas).empty() &&
        !is_one_of(phrase.lemmas.back(), {"street", "avenue", "highway", "road", "hospital"}))
      add_target(phrases_, event, head, incident);
    if (incident.type != "ARSON") add_weapon(phrases_, head, incident);
  }

  static bool is_struck_by(const std::string& preposition, const Incident& incident) {
    return is_one_of(preposition, {"at", "on", "against"}) ||
           (incident.type == "BOMBING" && is_one_of(preposition, near_a_bomb));
  }

  // Bombs from planes are an attack (template-doc-part2, slot 4): who has planes is the state.
  void mend_air_raid(const Event& event, Incident& incident) const {
    if (incident.type != "BOMBING" ||
        !is_one_of(tree_.lemma(event.head), {"bomb", "bombing", "bombardment", "bombard"}))
      return;
    const auto of_state = [](const auto& one) { return one.of_state; };
    const bool by_state = std::any_of(incident.organizations.begin(), incident.organizations.end(), of_state) ||
                          std::any_of(incident.individuals.begin(), incident.individuals.end(), of_state);
    if (by_state || speaks_of_planes(incident.first))
      incident.type = "ATTACK", incident.weapons.assign(1, {"", "AERIAL BOMB"});
  }

  bool speaks_of_planes(std::uint32_t sentence) const {
    const Sentence& words = reading_.syntax.sentences[sentence];
    for (std::uint32_t t = index(words.first); t < index(words.last); ++t)
      if (is_one_of(phrases_.lemma(TokenId{t}), signs_of_planes)) return true;
    return false;
  }

  void put_damage(const Event& event, Incident& incident) const {
    if (event.type == "LOSS" && event.mode == "damaged" && event.recipients.empty())
      incident.damage = event.polarity == Polarity::negative ? "NO DAMAGE" : "SOME DAMAGE";
    const bool blown_up = is_one_of(tree_.lemma(event.head), {"blow up", "dynamite"});
    if (!blown_up && incident.type != "ARSON") return;
    for (Thing& thing : incident.things)
      if (thing.effects.empty()) thing.effects.insert(blown_up ? "DESTROYED" : "SOME DAMAGE");
  }

  void put_weapon_of_verb(const Event& event, Incident& incident) const {
    const std::string& lemma = tree_.lemma(event.head);
    if (event.mode == "firearms" || is_one_of(lemma, {"shoot", "gun down", "shooting", "open fire"}))
      incident.weapons.push_back({"", "GUN"});
    if (is_one_of(lemma, {"machine-gun", "machinegun"})) incident.weapons.push_back({"", "MACHINE GUN"});
    if (lemma == "dynamite") incident.weapons.push_back({"", "DYNAMITE"});
  }

  // --- all events of an incident ---

  // What the sentences of an incident say beside its events: a day, a place.
  void complete(Incident& incident) const {
    const auto within = [&](TokenId token) {
      const std::uint32_t sentence = phrases_.sentence_of(token);
      return sentence >= incident.first && sentence <= incident.last;
    };
    if (!incident.when || !incident.when->begin)
      for (const DateMention& mention : reading_.mentions.dates)
        if (within(mention.head) && is_day(mention.when) && is_recent(*mention.when.begin) &&
            !is_day_of_speech(mention.when)) {
          incident.when = mention.when;
          break;
        }
    const auto is_town = [](const Place& place) {
      return !place.name.empty() && place.precision != PlacePrecision::country;
    };
    if (std::none_of(incident.places.begin(), incident.places.end(), is_town))
      for (const PlaceMention& mention : reading_.mentions.places)
        if (within(mention.head) && is_town(mention.place) && (home_.empty() || mention.place.country == home_))
          incident.places.push_back(mention.place);
  }

  // The conference asks for no more than two months back.
  bool is_recent(Day day) const {
    return reading_.dispatch.published && *reading_.dispatch.published - day <= std::chrono::days{62};
  }

  bool is_day_of_speech(const When& when) const {
    return std::any_of(reading_.attributions.begin(), reading_.attributions.end(), [&](const Attribution& said) {
      return said.said && said.said->span && said.said->span == when.span;
    });
  }

  // An effect of nobody and nothing in particular is on whom and what has none of its own.
  static void spread(Incident& incident) {
    if (!incident.damage.empty())
      for (Thing& thing : incident.things)
        if (thing.effects.empty()) thing.effects.insert(incident.damage);
    for (Person& person : incident.people)
      if (person.effects.empty()) person.effects = incident.effects;
  }

  const Reading& reading_;
  const std::string& home_;  // the country most of the dispatch is about
  Phrases phrases_;
  const Tree& tree_ = phrases_.tree();
  std::set<std::string, std::less<>> spoken_of_;
};

}  // namespace

std::vector<Incident> find_incidents(const Reading& reading, const std::string& home) {
  return Finder(reading, home).find();
}

}  // namespace sayso::eval
