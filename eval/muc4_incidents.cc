// From claims with events to incidents: each event is read into MUC-4's terms, then joined to what it goes on about.
//
//     killed(two peasants) and attack(on the farm) in one sentence -> one ATTACK with both targets
//
// Left out on purpose: incidents that several dispatches tell of; what no claim of the reading holds.
#include "muc4_incidents.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/utf8.h"
#include "match/clause.h"
#include "match/tree.h"
#include "muc4_sets.h"

namespace sayso::eval {
namespace {

std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A phrase of the text: what stands for a participant.
struct Phrase {
  TokenId head = no_token;
  std::vector<TokenId> tokens{};
  std::vector<std::string> lemmas{};  // without determiners, numbers and names of people; the head last
};

class Finder {
 public:
  Finder(const Reading& reading, const std::string& home) : reading_(reading), home_(home), tree_(reading.syntax) {}

  std::vector<Incident> find() {
    std::set<std::uint32_t> seen;
    std::vector<std::pair<std::uint32_t, std::pair<const Event*, const Claim*>>> events;
    for (const Claim& claim : reading_.claims)
      for (const Event& event : claim.events) events.push_back({event.trigger.span.begin, {&event, &claim}});
    // What is taken for granted ("condemned the murder of the judge") is in the reporter's voice.
    for (const Event& event : reading_.events) events.push_back({event.trigger.span.begin, {&event, &granted_}});
    std::stable_sort(events.begin(), events.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [at, said] : events) {
      if (!seen.insert(at).second) continue;
      if (auto incident = read(*said.first, *said.second)) add(std::move(*incident));
    }
    for (Incident& incident : incidents_) complete(incident), spread(incident);
    if (!incidents_.empty()) add_identified(incidents_.back());
    weigh_blame();
    for (Incident& incident : incidents_) suppose_group(incident);
    return std::move(incidents_);
  }

 private:
  bool is_day_of_speech(const When& when) const {
    return std::any_of(reading_.attributions.begin(), reading_.attributions.end(), [&](const Attribution& said) {
      return said.said && said.said->span && said.said->span == when.span;
    });
  }

  // What the sentences of an incident say beside its events: a day, a place.
  void complete(Incident& incident) const {
    const auto within = [&](TokenId token) {
      const std::uint32_t sentence = index(tree_.sentence_of(token));
      return sentence >= incident.first && sentence <= incident.last;
    };
    if (!incident.when || !incident.when->begin)
      for (const DateMention& mention : reading_.mentions.dates)
        if (within(mention.head) && is_day(mention.when) && !is_day_of_speech(mention.when) &&
            reading_.dispatch.published &&
            *reading_.dispatch.published - *mention.when.begin <= std::chrono::days{62}) {
          incident.when = mention.when;
          break;
        }
    if (incident.organizations.empty()) add_group_meant(incident);
    const auto is_town = [](const Place& place) {
      return !place.name.empty() && place.precision != PlacePrecision::country;
    };
    if (std::none_of(incident.places.begin(), incident.places.end(), is_town))
      for (const PlaceMention& mention : reading_.mentions.places)
        if (within(mention.head) && is_town(mention.place) && (home_.empty() || mention.place.country == home_))
          incident.places.push_back(mention.place);
  }

  // --- blame ---

  // What a sentence that names a group says of its guilt: "the ELN claimed responsibility", "police blamed the ELN".
  std::optional<Confidence> blame_in(std::uint32_t sentence, TokenId group) const {
    const Sentence& words = reading_.syntax.sentences[sentence];
    bool responsibility = false, owns = false, denies = false, doubt = false, authority = false;
    for (std::uint32_t t = index(words.first); t < index(words.last); ++t) {
      const std::string lemma = to_lower(tree_.lemma(TokenId{t}));
      responsibility = responsibility || is_one_of(lemma, {"responsibility", "credit"});
      owns =
          owns || (is_one_of(lemma, {"claim", "admit", "accept", "acknowledge", "assume", "take"}) && index(group) < t);
      denies = denies || is_one_of(lemma, {"deny", "no", "nobody", "not", "reject", "never"});
      doubt =
          doubt || is_one_of(lemma, {"blame",       "accuse",    "attribute", "suspect",   "suspected",  "presume",
                                     "presumed",    "alleged",   "allege",    "allegedly", "apparently", "presumably",
                                     "responsible", "implicate", "charge",    "believe",   "involve",    "supposed",
                                     "ascribe",     "suspicion", "point",     "link"});
      authority = authority || (TokenId{t} != group &&
                                is_one_of(lemma, {"police", "authority", "military", "president", "minister",
                                                  "ministry", "government", "army", "official", "general", "colonel",
                                                  "commander", "judge", "prosecutor", "governor", "mayor"}));
    }
    if (denies) return std::nullopt;
    if (responsibility && owns) return Confidence::claimed;
    if (doubt) return authority ? Confidence::by_authorities : Confidence::suspected;
    return std::nullopt;
  }

  void weigh_blame() {
    if (incidents_.empty()) return;
    for (const ActorMention& mention : reading_.mentions.actors) {
      if (mention.entity == no_entity || mention.pronoun) continue;
      const Entity& entity = reading_.mentions.entities[index(mention.entity)];
      const bool state = entity.kind == EntityKind::military &&
                         is_one_of(to_lower(tree_.lemma(mention.head)), {"army", "force", "forces", "police"});
      const bool other = entity.id.starts_with("org:") && is_name(mention.head);
      if (!entity.id.starts_with("grp:") && !state && !other) continue;
      const std::uint32_t sentence = index(tree_.sentence_of(mention.head));
      const auto blame = blame_in(sentence, mention.head);
      if (!blame || ((state || other) && *blame != Confidence::claimed)) continue;
      Incident* about = nullptr;
      for (Incident& incident : incidents_)
        if (about == nullptr || (incident.first <= sentence && (about->last < sentence || incident.last >= sentence)))
          about = &incident;
      constexpr std::uint32_t far = 4;
      if (*blame != Confidence::claimed && (sentence + far < about->first || sentence > about->last + far)) continue;
      const std::string name = group_name(mention, entity);
      bool known = false;
      for (Organization& organization : about->organizations)
        if (organization.text == name || (organization.entity == entity.id && !entity.id.empty()))
          known = true, organization.confidence = *blame;
      if (!known && about->organizations.empty()) about->organizations.push_back({name, *blame, state, entity.id});
    }
  }

  // A group that the incident's sentences name though none lays the deed at its door.
  void suppose_group(Incident& incident) const {
    if (!incident.organizations.empty() || std::any_of(incident.individuals.begin(), incident.individuals.end(),
                                                       [](const Individual& one) { return one.of_state; }))
      return;
    for (const ActorMention& mention : reading_.mentions.actors) {
      if (mention.entity == no_entity || mention.pronoun) continue;
      const Entity& entity = reading_.mentions.entities[index(mention.entity)];
      if (!entity.id.starts_with("grp:")) continue;
      const std::uint32_t sentence = index(tree_.sentence_of(mention.head));
      if (sentence < incident.first || sentence > incident.last + 1) continue;
      incident.organizations.push_back({group_name(mention, entity), Confidence::fact, false, entity.id});
      return;
    }
  }

  std::string group_name(const ActorMention& mention, const Entity& entity) const {
    const std::string text = " " + upper(slice(reading_.dispatch.text, mention.span)) + " ";
    std::string best;
    const auto look_for = [&](const std::string& name) {
      const std::string sought = upper(name);
      if (sought.size() > best.size() && text.find(" " + sought + " ") != std::string::npos &&
          !sought.ends_with("GUERRILLAS") && !sought.ends_with("REBELS"))
        best = sought;
    };
    look_for(entity.name);
    for (const std::string& alias : entity.aliases) look_for(alias);
    return best.empty() ? text_of(phrase_at(mention.head).tokens) : best;
  }

  // "The guerrillas" are those of the group that the dispatch names, if it names one above others.
  void add_group_meant(Incident& incident) const {
    const bool fighters = std::any_of(incident.individuals.begin(), incident.individuals.end(),
                                      [](const Individual& one) { return one.fighter; });
    const bool state = std::any_of(incident.individuals.begin(), incident.individuals.end(),
                                   [](const Individual& one) { return one.of_state; });
    if (!fighters && !state) return;
    const std::string text = upper(reading_.dispatch.text);
    std::string best;
    std::size_t most = 0;
    const auto count = [&](const std::string& name) {
      std::size_t times = 0;
      for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + name.size())) ++times;
      if (times > most) best = name, most = times;
    };
    if (fighters) {
      for (const Entity& entity : reading_.mentions.entities)
        if (entity.id.starts_with("grp:")) {
          count(upper(entity.name));
          for (const std::string& alias : entity.aliases)
            if (upper(alias).find("GUERRILLAS") == std::string::npos &&
                upper(alias).find("REBELS") == std::string::npos)
              count(upper(alias));
        }
    } else {
      for (const char* name : {"ARMED FORCES", "ARMY", "AIR FORCE", "POLICE", "NATIONAL GUARD"}) count(name);
    }
    if (most > 0) incident.organizations.push_back({best, Confidence::fact, state && !fighters});
  }

  // --- one event ---

  std::optional<Incident> read(const Event& event, const Claim& claim) {
    if (event.head == no_token) return std::nullopt;
    const bool threatened = event.type == "THREATEN" || claim.attribution.act == Act::threaten;
    if (event.tense == Tense::future && !threatened) return std::nullopt;
    const std::string& lemma = tree_.lemma(event.head);
    Incident incident;
    incident.first = incident.last = index(tree_.sentence_of(event.head));
    if (!name_type(event, lemma, incident)) return std::nullopt;
    const bool none = event.polarity == Polarity::negative;
    const bool harm = event.type == "LOSS";
    if (none && !harm) return std::nullopt;
    if (event.certainty == Certainty::unknown && !threatened) return std::nullopt;
    if (threatened) incident.stage = "THREATENED";

    incident.when = event.when;
    incident.places = event.where;
    for (const Participant& actor : event.actors) add_perpetrator(incident, actor, event, claim);
    if (event.actors.empty()) add_accused(incident, event, claim);
    for (const Participant& recipient : event.recipients) add_target(incident, recipient, event);
    if (event.recipients.empty())
      for (const Count& count : event.counts) add_counted(incident, count, event);
    // Fighters who are killed are no incident.
    if (!incident.people.empty() && incident.things.empty() &&
        std::all_of(incident.people.begin(), incident.people.end(),
                    [](const Person& person) { return person.type == "FIGHTER"; }))
      return std::nullopt;
    for (const Participant& instrument : event.instruments) add_weapon(incident, instrument);
    look_around(incident, event);
    // Bombs from planes are an attack (template-doc-part2, slot 4): who has planes is the state.
    if (incident.type == "BOMBING" && is_one_of(lemma, {"bomb", "bombing", "bombardment", "bombard"})) {
      const auto of_state = [](const auto& one) { return one.of_state; };
      const bool by_state = std::any_of(incident.organizations.begin(), incident.organizations.end(), of_state) ||
                            std::any_of(incident.individuals.begin(), incident.individuals.end(), of_state);
      if (by_state || speaks_of_planes(incident.first))
        incident.type = "ATTACK", incident.weapons.assign(1, {"", "AERIAL BOMB"});
    }
    if (harm && event.mode == "damaged" && event.recipients.empty())
      incident.damage = none ? "NO DAMAGE" : "SOME DAMAGE";
    const std::string thing_effect = is_one_of(lemma, {"blow up", "dynamite"}) ? "DESTROYED"
                                     : incident.type == "ARSON"                ? "SOME DAMAGE"
                                                                               : "";
    if (!thing_effect.empty())
      for (Thing& thing : incident.things)
        if (thing.effects.empty()) thing.effects.insert(thing_effect);
    if (incident.weapons.empty()) {
      if (event.mode == "firearms" || is_one_of(lemma, {"shoot", "gun down", "shooting", "open fire"}))
        incident.weapons.push_back({"", "GUN"});
      if (is_one_of(lemma, {"machine-gun", "machinegun"})) incident.weapons.push_back({"", "MACHINE GUN"});
      if (lemma == "dynamite") incident.weapons.push_back({"", "DYNAMITE"});
    }
    if (harm && event.recipients.empty() && event.counts.empty() && !none && incident.people.empty() &&
        incident.things.empty())
      if (tree_[event.head].tag != Tag::NOUN) return std::nullopt;
    return incident;
  }

  bool name_type(const Event& event, const std::string& lemma, Incident& incident) const {
    if (event.type == "ASSAULT") {
      incident.type = "ATTACK";
      incident.plain = event.mode.empty() || event.mode == "targeted";
      incident.murder = event.mode == "targeted";
      if (event.mode == "abduct") incident.type = "KIDNAPPING";
      if (event.mode == "explosives" || is_one_of(lemma, {"explode", "explosion", "blast", "blow up", "go off",
                                                          "detonate", "bombing", "bomb", "dynamite"}))
        incident.type = "BOMBING", incident.plain = false;
      if (event.mode == "aerial") incident.type = "ATTACK";
      if (is_one_of(lemma, {"arson", "torch", "set fire", "set ablaze", "set afire", "burn", "burn down"}))
        incident.type = "ARSON", incident.plain = false;
      return true;
    }
    if (event.type == "LOSS") {
      if (event.mode == "captured" || event.mode == "missing") return false;
      incident.type = is_one_of(lemma, {"burn", "burn down", "torch"}) ? "ARSON" : "ATTACK";
      for (const Participant& actor : event.actors)
        if (const TokenId by = actor.words ? head_of(actor.words->span) : no_token;
            by != no_token && is_one_of(to_lower(tree_.lemma(by)), {"bomb", "carbomb", "car-bomb", "explosion", "blast",
                                                                    "dynamite", "charge", "device"}))
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

  bool speaks_of_planes(std::uint32_t sentence) const {
    const Sentence& words = reading_.syntax.sentences[sentence];
    for (std::uint32_t t = index(words.first); t < index(words.last); ++t)
      if (is_one_of(to_lower(tree_.lemma(TokenId{t})),
                    {"plane", "airplane", "aircraft", "helicopter", "air", "aerial", "indiscriminate",
                     "indiscriminately", "a-37", "c-47", "bomber"}))
        return true;
    return false;
  }

  // --- phrases ---

  TokenId head_of(Span span) const {
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

  // The words before a head that belong to it, and the rest of a name behind it; with what "of" adds, if that is asked.
  // No appositions, brackets or clauses: templates want the noun phrase alone.
  Phrase phrase_at(TokenId head, OfTail tail = OfTail::without) const {
    Phrase phrase;
    phrase.head = head;
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
    const auto put = [&](TokenId from, TokenId to) {
      for (std::uint32_t t = index(from); t <= index(to); ++t) phrase.tokens.push_back(TokenId{t});
    };
    // From the last comma or bracket on.
    for (std::uint32_t t = index(first); t < index(head); ++t) {
      const std::string_view word = slice(reading_.dispatch.text, tree_[TokenId{t}].span);
      if (is_one_of(word, {",", ";", "(", ")", "[", "]", "--", ":", "\"", "'"})) first = TokenId{t + 1};
    }
    const auto is_opening = [&](TokenId token) {
      const Tag tag = tree_[token].tag;
      if (tag == Tag::NUM && slice(reading_.dispatch.text, tree_[TokenId{index(token) + 1}].span) == "-")
        return false;  // "15-year-old"
      return token != head &&
             (tag == Tag::DET || tag == Tag::NUM || tag == Tag::PUNCT || tag == Tag::ADP || tag == Tag::ADV ||
              tag == Tag::CCONJ || tag == Tag::PRON || tag == Tag::PART ||
              is_one_of(to_lower(tree_.lemma(token)), {"other", "several", "many", "various", "some", "such", "same"}));
    };
    // "at least five", "more than 100": nothing up to the last number.
    for (std::uint32_t t = index(head); t-- > index(first);)
      if (tree_[TokenId{t}].tag == Tag::NUM && slice(reading_.dispatch.text, tree_[TokenId{t + 1}].span) != "-") {
        first = TokenId{t + 1};
        break;
      }
    for (std::uint32_t t = index(first); t < index(head); ++t)
      if (is_one_of(to_lower(tree_.lemma(TokenId{t})),
                    {"called", "so-called", "call", "styled", "self-styled", "self-named", "named"}))
        first = TokenId{t + 1};
    while (first < head && is_opening(first)) first = TokenId{index(first) + 1};
    if (to_lower(slice(reading_.dispatch.text, tree_[first].span)).starts_with("year") && first < head)
      first = TokenId{index(first) + 1};
    put(first, last);
    for (const TokenId token : phrase.tokens)
      if (token <= head) phrase.lemmas.push_back(to_lower(tree_.lemma(token)));
    if (tail == OfTail::with)
      for (const TokenId below : tree_.children(head))
        if (is_a(tree_[below].relation, Relation::nmod) && tree_.preposition(below) == "of" &&
            index(below) <= index(last) + 8) {
          const Phrase of = phrase_at(below, OfTail::with);
          if (!of.tokens.empty() && of.tokens.back() > last) put(TokenId{index(last) + 1}, of.tokens.back());
          break;
        }
    return phrase;
  }

  std::string text_of(const std::vector<TokenId>& tokens) const {
    if (tokens.empty()) return {};
    std::string text = upper(slice(reading_.dispatch.text, span_of(tree_, tokens)));
    std::replace(text.begin(), text.end(), '"', '\'');
    return text;
  }

  bool is_place(TokenId head) const {
    return std::any_of(reading_.mentions.places.begin(), reading_.mentions.places.end(),
                       [&](const PlaceMention& place) { return place.head == head && !place.place.name.empty(); }) &&
           target_type_of({to_lower(tree_.lemma(head))}).empty();
  }

  bool is_date(TokenId head) const {
    return std::any_of(reading_.mentions.dates.begin(), reading_.mentions.dates.end(), [&](const DateMention& date) {
      return date.when.span && tree_[head].span.begin >= date.when.span->begin &&
             tree_[head].span.end <= date.when.span->end;
    });
  }

  bool is_name(TokenId token) const { return tree_[token].tag == Tag::PROPN; }

  const ActorMention* mention_at(TokenId head) const {
    for (const ActorMention& mention : reading_.mentions.actors)
      if (mention.head == head) return &mention;
    return nullptr;
  }

  // Whom a pronoun stands for: the first words for the same, before it.
  TokenId meant_by(TokenId pronoun) const {
    const TokenId relative = tree_.referent(pronoun);
    if (relative != pronoun) return relative;
    const ActorMention* mention = mention_at(pronoun);
    if (mention == nullptr || mention->entity == no_entity) return no_token;
    for (const ActorMention& other : reading_.mentions.actors)
      if (other.entity == mention->entity && !other.pronoun && other.head < pronoun) return other.head;
    return no_token;
  }

  // The longest form of a name in the text: "CASTELLAR" -> "RICARDO ALFONSO CASTELLAR".
  std::string longest_name(const std::string& name) const {
    std::string best = name;
    const auto look_at = [&](const std::string& other) {
      const bool holds = other.ends_with(" " + name) || other.starts_with(name + " ");
      if (other.size() > best.size() && holds && std::count(other.begin(), other.end(), ' ') <= 5) best = other;
    };
    for (const ActorMention& mention : reading_.mentions.actors) {
      if (mention.kind != EntityKind::person || mention.pronoun || !is_name(mention.head)) continue;
      std::vector<TokenId> tokens;
      for (const TokenId token : phrase_at(mention.head).tokens)
        if (is_name(token) && !is_title(token)) tokens.push_back(token);
      if (!tokens.empty() && index(tokens.back()) - index(tokens.front()) + 1 == tokens.size())
        look_at(text_of(tokens));
    }
    return best;
  }

  // --- perpetrators ---

  void add_perpetrator(Incident& incident, const Participant& actor, const Event& event, const Claim& claim) const {
    if (!actor.words) return;
    TokenId head = head_of(actor.words->span);
    if (head == no_token) return;
    if (tree_[head].tag == Tag::PRON) head = meant_by(head);
    if (head == no_token) return;
    // "terrorists of the FMLN", "members of the ELN": those who act, and whose they are.
    TokenId outer = no_token;
    if (is_a(tree_[head].relation, Relation::nmod) && tree_.preposition(head) == "of") outer = tree_[head].head;
    const Phrase phrase = phrase_at(head);
    if (phrase.tokens.empty() || is_date(head)) return;
    const bool fighter = is_fighter(phrase.lemmas);
    const bool has_name =
        std::any_of(phrase.tokens.begin(), phrase.tokens.end(), [&](TokenId token) { return is_name(token); });
    const bool organization =
        (!fighter || is_one_of(phrase.lemmas.back(), {"cartel", "mafia", "squad"})) &&
        (is_name(head) ||
         is_one_of(phrase.lemmas.back(),
                   {"army", "police", "force", "government", "cartel", "front", "mafia", "squad"}) ||
         (has_name && is_one_of(phrase.lemmas.back(), {"group", "movement", "organization", "party"}))) &&
        (actor.kind == EntityKind::group || actor.kind == EntityKind::military ||
         actor.kind == EntityKind::government || actor.kind == EntityKind::organisation ||
         actor.kind == EntityKind::unit || actor.kind == EntityKind::unnamed);
    const bool of_state = actor.kind == EntityKind::military || actor.kind == EntityKind::government ||
                          actor.kind == EntityKind::unit || is_force(phrase.lemmas);
    if (is_one_of(phrase.lemmas.back(), {"bomb", "explosion", "dynamite", "device", "charge", "attack", "rocket",
                                         "bullet", "mine", "grenade", "fire"})) {
      add_weapon(incident, actor);
      return;
    }
    if (!target_type_of(phrase.lemmas).empty() && human_type_of(phrase.lemmas).empty()) return;
    if (organization) {
      add(incident.organizations, Organization{text_of(phrase.tokens), confidence(event, claim, actor),
                                               of_state && actor.kind != EntityKind::group});
      if (outer != no_token) {
        const Phrase who = phrase_at(outer);
        if (!who.lemmas.empty() && (is_fighter(who.lemmas) || !human_type_of(who.lemmas).empty() ||
                                    is_one_of(who.lemmas.back(), {"member", "unit", "group"})))
          add(incident.individuals, Individual{text_of(who.tokens), of_state, is_fighter(who.lemmas)});
      }
      return;
    }
    const bool flock = is_one_of(phrase.lemmas.back(), {"group", "band", "gang", "column", "number", "member", "pair",
                                                        "couple", "commando", "unit"});
    if (!flock && !fighter && human_type_of(phrase.lemmas).empty() && actor.kind != EntityKind::person &&
        actor.kind != EntityKind::group && actor.kind != EntityKind::military)
      return;
    add(incident.individuals,
        Individual{text_of(flock ? phrase_at(head, OfTail::with).tokens : phrase.tokens), of_state, fighter});
    add_groups_in(incident, phrase_at(head, OfTail::with), event, claim, actor);
    for (const TokenId below : tree_.children(head))
      if (is_a(tree_[below].relation, Relation::nmod) &&
          is_one_of(tree_.preposition(below), {"of", "from", "belonging to"}) && is_name(below)) {
        const ActorMention* mention = mention_at(below);
        if (mention != nullptr && mention->kind != EntityKind::person && mention->kind != EntityKind::country)
          add(incident.organizations,
              Organization{text_of(phrase_at(below).tokens), confidence(event, claim, actor), of_state});
      }
  }

  // "ELN guerrillas", "members of the Shining Path": groups that the words of a phrase name.
  void add_groups_in(Incident& incident, const Phrase& phrase, const Event& event, const Claim& claim,
                     const Participant& actor) const {
    const std::string text = " " + text_of(phrase.tokens) + " ";
    for (const Entity& entity : reading_.mentions.entities) {
      if (!entity.id.starts_with("grp:")) continue;
      std::string best;
      const auto look_for = [&](const std::string& name) {
        const std::string sought = upper(name);
        if (sought.size() > best.size() && text.find(" " + sought + " ") != std::string::npos &&
            !sought.ends_with("GUERRILLAS") && !sought.ends_with("REBELS"))
          best = sought;
      };
      look_for(entity.name);
      for (const std::string& alias : entity.aliases) look_for(alias);
      if (!best.empty()) add(incident.organizations, Organization{best, confidence(event, claim, actor), false});
    }
  }

  // "claimed responsibility for the attack", "blamed the ELN for the attack": who is said to have done it.
  void add_accused(Incident& incident, const Event& event, const Claim& claim) const {
    const Attribution& said = claim.attribution;
    if (said.polarity == Polarity::negative) return;
    Participant accused;
    if ((said.act == Act::claim_responsibility || said.act == Act::admit) && said.source.span) {
      accused.words = Words{said.source.text, *said.source.span};
      accused.kind = said.source.kind;
      accused.entity = said.source.entity;
    } else if (said.act == Act::accuse && said.target) {
      accused.words = said.target;
      if (const TokenId head = head_of(said.target->span); head != no_token)
        if (const ActorMention* mention = mention_at(head)) accused.kind = mention->kind;
    }
    if (accused.words) add_perpetrator(incident, accused, event, claim);
  }

  template <typename T>
  static void add(std::vector<T>& list, T one) {
    if (one.text.empty()) return;
    for (const T& there : list)
      if (there.text == one.text) return;
    list.push_back(std::move(one));
  }

  // "alleged members of the ELN", "apparently by rebels", "was attributed to the ELN".
  bool is_doubted(const Event& event, const Participant& actor) const {
    const auto doubts = [&](TokenId token) {
      return is_one_of(to_lower(tree_.lemma(token)),
                       {"alleged", "suspected", "presumed", "supposed", "apparently", "presumably", "allegedly",
                        "reportedly", "supposedly", "attribute", "blame", "ascribe", "suspect", "accuse", "probably",
                        "possibly", "believe", "apparent", "presumable"});
    };
    const auto below = [&](TokenId token) {
      const auto children = tree_.children(token);
      return std::any_of(children.begin(), children.end(), doubts);
    };
    TokenId head = head_of(actor.words->span);
    for (int steps = 0; head != no_token && steps < 3; ++steps) {
      if (doubts(head) || below(head)) return true;
      if (head == event.head || tree_.is_clause(head)) break;
      head = tree_[head].head;
    }
    return below(event.head);
  }

  // By the decision tree of template-doc-part2.
  Confidence confidence(const Event& event, const Claim& claim, const Participant& actor) const {
    const Attribution& said = claim.attribution;
    const bool own = said.quote == Quote::own;
    const bool authority = said.source.kind == EntityKind::government || said.source.kind == EntityKind::military ||
                           said.source.kind == EntityKind::unit ||
                           upper(said.source.text).find("POLICE") != std::string::npos ||
                           upper(said.source.text).find("AUTHORIT") != std::string::npos;
    const bool self = !actor.entity.empty() && actor.entity == said.source.entity;
    if (!own && (self || said.act == Act::claim_responsibility)) return Confidence::claimed;
    const bool doubt = is_doubted(event, actor) || event.certainty != Certainty::certain ||
                       said.certainty != Certainty::certain || said.act == Act::accuse || said.author_distance;
    if (!doubt) return Confidence::fact;
    return authority && !own ? Confidence::by_authorities : Confidence::suspected;
  }

  // --- targets ---

  std::string number_of(TokenId head) const {
    for (const CountMention& mention : reading_.mentions.counts)
      if (mention.head == head) {
        const Count& count = mention.count;
        if (count.low && count.high && *count.low == *count.high) return std::to_string(*count.low);
        if (count.low && count.high) return std::to_string(*count.low) + " - " + std::to_string(*count.high);
        if (count.best) return "~" + std::to_string(*count.best);
        if (count.low) return std::to_string(*count.low) + " -";
        if (count.high) return std::to_string(*count.high);
      }
    return tree_[head].xpos == Xpos::NNS || tree_[head].xpos == Xpos::NNPS ? "PLURAL" : "1";
  }

  // An effect of nobody and nothing in particular is on whom and what has none of its own.
  static void spread(Incident& incident) {
    if (!incident.damage.empty())
      for (Thing& thing : incident.things)
        if (thing.effects.empty()) thing.effects.insert(incident.damage);
    for (Person& person : incident.people)
      if (person.effects.empty()) person.effects = incident.effects;
  }

  static std::string effect_on_people(const Event& event) {
    if (event.type != "LOSS" && event.mode != "targeted") return {};
    if (event.mode == "targeted" && event.certainty != Certainty::certain) return {};
    if (event.polarity == Polarity::negative) return event.mode == "killed" ? "NO DEATH" : "NO INJURY";
    if (event.mode == "killed" || event.mode == "targeted") return "DEATH";
    return event.mode == "wounded" ? "INJURY" : "";
  }
  static std::string effect_on_things(const Event& event) {
    if (event.type != "LOSS") return {};
    if (event.mode == "destroyed") return event.polarity == Polarity::negative ? "" : "DESTROYED";
    if (event.mode == "damaged") return event.polarity == Polarity::negative ? "NO DAMAGE" : "SOME DAMAGE";
    return {};
  }

  void add_target(Incident& incident, const Participant& target, const Event& event) const {
    if (!target.words) return;
    const TokenId head = head_of(target.words->span);
    if (head != no_token) add_target(incident, head, event, &target);
  }

  void add_target(Incident& incident, TokenId head, const Event& event, const Participant* target) const {
    if (tree_[head].tag == Tag::PRON) {
      const TokenId meant = meant_by(head);
      if (meant == no_token) return;
      head = meant;
      target = nullptr;
    }
    const Phrase phrase = phrase_at(head);
    if (phrase.tokens.empty() || is_date(head) || is_place(head)) return;
    const std::string_view human = human_type_of(phrase.lemmas);
    const ActorMention* mention = mention_at(head);
    const EntityKind kind = target != nullptr    ? target->kind
                            : mention != nullptr ? mention->kind
                                                 : EntityKind::infrastructure;
    const bool named = is_name(head) && (kind == EntityKind::person || (human.empty() && kind == EntityKind::unnamed));
    if (const std::string_view thing = target_type_of(phrase.lemmas); human.empty() && !thing.empty() && !named) {
      if (incident.type == "KIDNAPPING") return;
      add_thing(incident, {.text = text_of(phrase_at(head, OfTail::with).tokens),
                           .noun = phrase.lemmas.back(),
                           .type = std::string(thing),
                           .number = number_of(head),
                           .nation = nation_of(phrase, target),
                           .effects = effects(effect_on_things(event))});
      return;
    }
    if (human.empty() && !named && !is_fighter(phrase.lemmas) && !is_force(phrase.lemmas)) return;
    Person one{.noun = phrase.lemmas.back(),
               .number = number_of(head),
               .nation = nation_of(phrase, target),
               .effects = effects(effect_on_people(event))};
    if (named) {
      std::vector<TokenId> name, role;
      for (const TokenId token : phrase.tokens) (is_name(token) && !is_title(token) ? name : role).push_back(token);
      // The name is the last run of names.
      while (!name.empty() && !role.empty() && name.front() < role.back())
        role.push_back(name.front()), name.erase(name.begin());
      std::sort(role.begin(), role.end());
      one.name = longest_name(text_of(name));
      one.description = text_of(role);
      std::vector<std::string> lemmas;
      for (const TokenId token : role) lemmas.push_back(to_lower(tree_.lemma(token)));
      for (const TokenId below : tree_.children(head))
        if (one.description.empty() && tree_[below].relation == Relation::appos && tree_[below].tag != Tag::NUM &&
            !is_date(below)) {
          const Phrase also = phrase_at(below, OfTail::with);
          one.description = text_of(also.tokens);
          lemmas = phrase_at(below).lemmas;
        }
      one.type = human_type_of(lemmas);
      one.number = "1";
      if (one.type.empty()) one.type = "CIVILIAN";
    } else {
      one.description = text_of(phrase_at(head, OfTail::with).tokens);
      one.type = human.empty() ? (is_force(phrase.lemmas)     ? "ACTIVE MILITARY"
                                  : is_fighter(phrase.lemmas) ? "FIGHTER"
                                                              : "CIVILIAN")
                               : std::string(human);
      if (is_fighter(phrase.lemmas)) one.type = "FIGHTER";
      // "the mayor of Kesh, Ricardo Osk"
      for (const TokenId below : tree_.children(head)) {
        if (!is_name(below) || below < head || tree_[below].relation == Relation::conj ||
            !tree_.preposition(below).empty() || is_place(below))
          continue;
        const ActorMention* named_one = mention_at(below);
        const bool known =
            (named_one != nullptr && named_one->kind == EntityKind::person) ||
            (mention != nullptr && mention->kind == EntityKind::person && index(below) <= index(head) + 2);
        if (!known || one.number == "PLURAL") continue;
        one.name = longest_name(text_of(phrase_at(below).tokens));
        one.number = "1";
        one.description = text_of(phrase.tokens);
        break;
      }
    }
    const bool several = one.name.empty() && one.number != "1" && one.type != "FIGHTER";
    const Person like = one;
    add_person(incident, std::move(one));
    if (several) add_named_among(incident, head, like);
  }

  // "three journalists: Roberto Osk, Luis Orlen", "12 miners, including Saul Osk": names that hang on a description.
  void add_named_among(Incident& incident, TokenId head, const Person& like) const {
    for (const ActorMention& mention : reading_.mentions.actors) {
      if (mention.pronoun || mention.kind != EntityKind::person || !is_name(mention.head) || mention.head <= head)
        continue;
      if (tree_.sentence_of(mention.head) != tree_.sentence_of(head) || !hangs_among(mention.head, head)) continue;
      std::vector<TokenId> name;
      for (const TokenId token : phrase_at(mention.head).tokens)
        if (is_name(token) && !is_title(token)) name.push_back(token);
      if (name.empty()) continue;
      Person one = like;
      one.name = longest_name(text_of(name));
      one.number = "1";
      one.description = upper(tree_.lemma(head));
      add_person(incident, std::move(one));
    }
  }

  // Under the head by appositions, lists and "including" alone.
  bool hangs_among(TokenId token, TokenId head) const {
    for (int steps = 0; steps < 12 && token != head; ++steps) {
      const Relation relation = tree_[token].relation;
      const bool listed =
          relation == Relation::appos || relation == Relation::conj || is_a(relation, Relation::flat) ||
          relation == Relation::list || relation == Relation::parataxis ||
          (is_a(relation, Relation::nmod) && is_one_of(tree_.preposition(token), {"including", "among", "such as"}));
      if (!listed || tree_[token].head == no_token) return false;
      token = tree_[token].head;
    }
    return token == head;
  }

  // "The victims were identified as Roberto Osk and Luis Orlen": after an incident, these are whom it struck.
  void add_identified(Incident& incident) const {
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      const TokenId verb{t};
      if (tree_[verb].tag != Tag::VERB || !is_one_of(tree_.lemma(verb), {"identify", "name", "include"})) continue;
      const std::uint32_t sentence = index(tree_.sentence_of(verb));
      constexpr std::uint32_t near = 4;
      if (sentence < incident.first || sentence > incident.last + near) continue;
      std::set<std::string> effect;
      bool victims = false;
      for (const TokenId below : tree_.children(verb)) {
        const std::string lemma = to_lower(tree_.lemma(below));
        if (!is_a(tree_[below].relation, Relation::nsubj) && !is_a(tree_[below].relation, Relation::obj)) continue;
        if (is_one_of(lemma, {"victim", "dead", "body", "deceased", "corpse"})) victims = true, effect.insert("DEATH");
        if (is_one_of(lemma, {"wounded", "injured"})) victims = true, effect.insert("INJURY");
        if (is_one_of(lemma, {"hostage"}) || (incident.type == "KIDNAPPING" && lemma == "victim"))
          victims = true, effect.clear();
      }
      if (!victims) continue;
      for (const ActorMention& mention : reading_.mentions.actors) {
        if (mention.pronoun || mention.kind != EntityKind::person || !is_name(mention.head) || mention.head < verb ||
            index(tree_.sentence_of(mention.head)) != sentence)
          continue;
        std::vector<TokenId> name;
        for (const TokenId token : phrase_at(mention.head).tokens)
          if (is_name(token) && !is_title(token)) name.push_back(token);
        if (!name.empty())
          add_person(incident,
                     {.name = longest_name(text_of(name)), .type = "CIVILIAN", .number = "1", .effects = effect});
      }
    }
  }

  // "U.S. citizens", "the Spanish priests": a people among the words.
  std::string nation_of(const Phrase& phrase, const Participant* target) const {
    if (target != nullptr && !target->country.empty() && target->rule == "demonym") return target->country;
    for (const TokenId token : phrase.tokens)
      for (const ActorMention& mention : reading_.mentions.actors) {
        if (mention.entity == no_entity || tree_[token].span.begin < mention.span.begin ||
            tree_[token].span.end > mention.span.end)
          continue;
        const Entity& entity = reading_.mentions.entities[index(mention.entity)];
        if (mention.head == token && entity.kind == EntityKind::country) return entity.country;
        if (mention.head == phrase.head && !entity.country.empty() &&
            (tree_[token].tag == Tag::ADJ || slice(reading_.dispatch.text, tree_[token].span) == "U.S."))
          return entity.country;
      }
    return {};
  }

  bool is_title(TokenId token) const {
    return !human_type_of({to_lower(tree_.lemma(token))}).empty() ||
           is_one_of(to_lower(tree_.lemma(token)), {"mr", "mr.", "msgr", "msgr.", "dr", "dr.", "gen", "gen.", "col",
                                                    "col.", "father", "monsignor", "don", "lt", "lt.", "maj", "maj."});
  }

  void add_counted(Incident& incident, const Count& count, const Event& event) const {
    const TokenId head = head_of(count.span);
    if (head == no_token || tree_[head].tag == Tag::NUM) return;
    if (count.low == 0 || event.polarity == Polarity::negative) {
      incident.effects.insert(event.mode == "killed"    ? "NO DEATH"
                              : event.mode == "wounded" ? "NO INJURY"
                                                        : "NO INJURY OR DEATH");
      return;
    }
    if (head == event.head) return;
    add_target(incident, head, event, nullptr);
  }

  static std::set<std::string> effects(const std::string& effect) {
    return effect.empty() ? std::set<std::string>{} : std::set<std::string>{effect};
  }

  static bool same_person(const Person& a, const Person& b) {
    if (!a.name.empty() && !b.name.empty())
      return a.name == b.name || a.name.ends_with(" " + b.name) || b.name.ends_with(" " + a.name);
    if (a.name.empty() != b.name.empty()) return a.description == b.description && a.number == b.number;
    return a.description == b.description || a.noun == b.noun;
  }

  static void add_person(Incident& incident, Person one) {
    if (one.name.empty() && one.description.empty()) return;
    for (Person& there : incident.people) {
      if (!same_person(there, one)) continue;
      if (there.name.size() < one.name.size()) there.name = one.name;
      if (there.description.empty()) there.type = one.type;
      if (there.description.empty() || (there.noun == one.noun && there.description.size() < one.description.size()))
        there.description = one.description;
      if (there.number == "PLURAL" || (there.number == "1" && there.name.empty())) there.number = one.number;
      there.effects.insert(one.effects.begin(), one.effects.end());
      return;
    }
    incident.people.push_back(std::move(one));
  }

  static void add_thing(Incident& incident, Thing one) {
    for (Thing& there : incident.things) {
      if (there.text != one.text && there.noun != one.noun) continue;
      if (there.number == "PLURAL") there.number = one.number;
      if (there.noun == one.noun && there.text.size() < one.text.size()) there.text = one.text;
      there.effects.insert(one.effects.begin(), one.effects.end());
      return;
    }
    incident.things.push_back(std::move(one));
  }

  void add_weapon(Incident& incident, const Participant& instrument) const {
    if (!instrument.words) return;
    const TokenId head = head_of(instrument.words->span);
    if (head != no_token) add_weapon(incident, head);
  }
  void add_weapon(Incident& incident, TokenId head) const {
    const Phrase phrase = phrase_at(head);
    const std::string_view type = instrument_type_of(phrase.lemmas);
    if (type.empty()) return;
    const std::string text = text_of(phrase.tokens);
    for (const Weapon& there : incident.weapons)
      if (there.text == text) return;
    incident.weapons.push_back({text, std::string(type)});
  }

  // What the clause tells beside its event: "a bomb exploded in front of the bank".
  void look_around(Incident& incident, const Event& event) const {
    const TokenId clause = tree_.is_clause(event.head) ? event.head : clause_of(tree_, event.head);
    for (const TokenId from : {event.head, clause}) {
      if (from == no_token) continue;
      for (const TokenId below : tree_.children(from)) {
        const Relation relation = tree_[below].relation;
        if (!is_a(relation, Relation::obl) && !is_a(relation, Relation::nmod) && !is_a(relation, Relation::obj) &&
            !is_a(relation, Relation::nsubj) && relation != Relation::compound)
          continue;
        for (const TokenId one : tree_.conjuncts(below)) {
          const Phrase phrase = phrase_at(one);
          if (phrase.lemmas.empty()) continue;
          const std::string& preposition = tree_.preposition(below);
          const bool at =
              is_one_of(preposition, {"at", "on", "against"}) ||
              (incident.type == "BOMBING" && is_one_of(preposition, {"in", "in front of", "near", "outside", "inside",
                                                                     "under", "to", "next to", "of"}));
          if (incident.type != "KIDNAPPING" && at && !target_type_of(phrase.lemmas).empty() &&
              human_type_of(phrase.lemmas).empty() &&
              !is_one_of(phrase.lemmas.back(), {"street", "avenue", "highway", "road", "hospital"}))
            add_target(incident, one, event, nullptr);
          if (incident.type != "KIDNAPPING" && incident.type != "ARSON") add_weapon(incident, one);
        }
      }
    }
  }

  // --- joining ---

  static bool is_day(const std::optional<When>& when) {
    return when && when->begin && when->end && *when->begin == *when->end;
  }

  static bool dates_differ(const Incident& a, const Incident& b) {
    return is_day(a.when) && is_day(b.when) && *a.when->begin != *b.when->begin;
  }

  static bool places_differ(const Incident& a, const Incident& b) {
    if (a.places.empty() || b.places.empty()) return false;
    bool same = false, country_differs = true;
    for (const Place& one : a.places)
      for (const Place& other : b.places) {
        same = same || one.name == other.name || one.precision == PlacePrecision::country ||
               other.precision == PlacePrecision::country || one.admin1 == other.name || other.admin1 == one.name ||
               one.name.empty() || other.name.empty();
        country_differs = country_differs && one.country != other.country;
      }
    return !same || country_differs;
  }

  static bool shares_target(const Incident& a, const Incident& b) {
    for (const Person& one : a.people)
      for (const Person& other : b.people)
        if (same_person(one, other)) return true;
    for (const Thing& one : a.things)
      for (const Thing& other : b.things)
        if (one.noun == other.noun) return true;
    return false;
  }

  static bool shares_named(const Incident& a, const Incident& b) {
    for (const Person& one : a.people)
      for (const Person& other : b.people)
        if (!one.name.empty() && !other.name.empty() && same_person(one, other)) return true;
    return false;
  }

  static bool named_differ(const Incident& a, const Incident& b) {
    const auto named = [](const Incident& x) {
      return std::any_of(x.people.begin(), x.people.end(), [](const Person& p) { return !p.name.empty(); });
    };
    return named(a) && named(b) && !shares_target(a, b);
  }

  static bool types_fit(const Incident& a, const Incident& b) { return a.type == b.type || a.plain || b.plain; }

  void add(Incident one) {
    for (std::size_t i = incidents_.size(); i-- > 0;) {
      Incident& there = incidents_[i];
      if (there.stage != one.stage) continue;
      const bool murder = there.murder || one.murder;
      if (there.type != one.type &&
          (!types_fit(there, one) || (one.first - there.last > (murder ? 0 : 1) && !shares_target(there, one))))
        continue;
      if (dates_differ(there, one) && !shares_named(there, one)) continue;
      const bool near = one.first - there.last <= 1;
      if (places_differ(there, one) && !shares_target(there, one)) continue;
      if (named_differ(there, one) && one.first != there.last) continue;
      const bool bare = one.people.empty() && one.things.empty();
      if (!near && !bare && !shares_target(there, one) && incidents_.size() > 1 && i + 1 != incidents_.size()) continue;
      join(there, std::move(one));
      return;
    }
    incidents_.push_back(std::move(one));
  }

  static void join(Incident& there, Incident one) {
    if (there.plain && !one.plain) there.type = one.type, there.plain = false;
    there.murder = there.murder || one.murder;
    for (Individual& individual : one.individuals) add(there.individuals, std::move(individual));
    for (Organization& organization : one.organizations) {
      bool known = false;
      for (Organization& old : there.organizations)
        if (old.text == organization.text)
          known = true, old.confidence = std::max(old.confidence, organization.confidence);
      if (!known) there.organizations.push_back(std::move(organization));
    }
    for (Person& person : one.people) add_person(there, std::move(person));
    for (Thing& thing : one.things) add_thing(there, std::move(thing));
    for (Weapon& weapon : one.weapons)
      if (std::none_of(there.weapons.begin(), there.weapons.end(),
                       [&](const Weapon& old) { return old.type == weapon.type; }))
        there.weapons.push_back(std::move(weapon));
    if (there.places.empty()) there.places = std::move(one.places);
    if (!there.when || (!is_day(there.when) && is_day(one.when))) there.when = one.when ? one.when : there.when;
    there.effects.insert(one.effects.begin(), one.effects.end());
    if (there.damage.empty()) there.damage = one.damage;
    there.last = one.last;
  }

  const Reading& reading_;
  Claim granted_{.attribution = {.quote = Quote::own}};
  const std::string& home_;  // the country most of the dispatch is about
  Tree tree_;
  std::vector<Incident> incidents_;
};

}  // namespace

std::vector<Incident> find_incidents(const Reading& reading, const std::string& home) {
  return Finder(reading, home).find();
}

}  // namespace sayso::eval
