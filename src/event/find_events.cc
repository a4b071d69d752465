// Finds events by the rules and fills their roles.
//
//     "The army said it is carrying out strikes in the east."
//        -> ASSAULT, trigger [strikes], actor "it" (the army), tense present, where the east
//
// Reads data/rules/events and the lists they name. Tested by tests/event and by every rule's own sentences.
// Left out on purpose (for now): instruments beyond what a rule captures, several events a trigger.
#include "event/find_events.h"

#include <algorithm>

#include "base/utf8.h"
#include "event/circumstances.h"
#include "event/contexts.h"
#include "event/loss_lists.h"
#include "event/participants.h"
#include "event/same_measure.h"
#include "event/scenes.h"
#include "event/strikes.h"
#include "event/titles.h"
#include "event/undone.h"
#include "event/works.h"
#include "match/clause.h"

namespace sayso {
namespace {

class Finder {
 public:
  Finder(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions, const EventKnowledge& knowledge)
      : dispatch_(dispatch),
        mentions_(mentions),
        knowledge_(knowledge),
        lists_(*knowledge.lists),
        tree_(syntax),
        participants_(dispatch, tree_, mentions, knowledge),
        circumstances_(tree_, mentions, lists_),
        marks_(event_marks(dispatch, tree_, mentions, knowledge)),
        context_words_(lists_.find("context_word")),
        weapons_(lists_.find("weapon_mode")),
        phases_(lists_.find("phase_verb")),
        hidden_adjectives_(lists_.find("hidden_adjective")),
        hidden_participles_(lists_.find("hidden_participle")),
        lost_with_(lists_.find("lost_with")) {}

  std::vector<Event> find() {
    const auto matches = knowledge_.rules.first_matches(tree_, marks_);
    std::vector<bool> absorbed(tree_.size());
    for (const Match& match : matches)
      if (match.rule->makes.contains("carrier") && match.captures.contains("carrier"))
        absorbed[index(match.captures.at("carrier"))] = true;

    const std::vector<bool> titles = words_of_titles(dispatch_, tree_, lists_);
    std::vector<Event> events;
    std::vector<EventTokens> tokens;
    for (const Match& match : matches) {
      if (absorbed[index(match.anchor)] || !tree_.syntax()[tree_.sentence_of(match.anchor)].read) continue;
      if (titles[index(match.anchor)] && tree_[match.anchor].tag != Tag::VERB) continue;
      if (is_told_in_work(tree_, told_by(match), match.rule->makes.at("type"), lists_)) continue;
      events.push_back(make(match));
      const std::vector<TokenId> beside = lost_beside(events.back(), match);
      for (const TokenId one : beside)
        for (Participant& lost : participants_.at(one)) events.back().recipients.push_back(std::move(lost));
      matched_.push_back(match.rule);
      tokens.push_back(tokens_of(match, events.back(), beside));
    }
    // Nouns behind a preposition first: in "will deploy after an attack on Monday near Kesh" day and place are the
    // attack's.
    for (const bool inner : {true, false})
      for (std::size_t i = 0; i < events.size(); ++i)
        if (is_inner(tokens[i]) == inner) circumstances_.place(events[i], tokens[i]);
    for (std::size_t i = 0; i < events.size(); ++i) circumstances_.place_leftovers(events[i], tokens[i]);
    share_joined(events, tokens);
    share_scenes(events, tree_, mentions_, lists_);
    for (std::size_t i = events.size(); i-- > 0;)
      if (is_bare(events[i]) && matched_[i]->makes.contains("bare"))
        events.erase(events.begin() + static_cast<std::ptrdiff_t>(i));
    settle_strikes(events, tree_, knowledge_);
    add_loss_lists(events, dispatch_, tree_, lists_, knowledge_.numbers);
    add_same_measures(events, dispatch_, tree_, mentions_, lists_);
    return events;
  }

 private:
  bool is_inner(const EventTokens& tokens) const {
    return tokens.carrier == no_token && tree_[tokens.trigger].tag == Tag::NOUN &&
           lists_.contains("after", tree_.preposition(tokens.trigger));
  }

  static bool is_bare(const Event& event) {
    return event.actors.empty() && event.recipients.empty() && event.counts.empty() && event.where.empty() &&
           !event.when;
  }

  // "Three were killed and 12 wounded in Nikopol on Sunday": what stands behind the last of joined verbs holds for
  // those before it that have no place or day of their own; and the other way round, where the tree hangs it on the
  // first.
  void share_joined(std::vector<Event>& events, const std::vector<EventTokens>& tokens) const {
    std::vector<std::size_t> of_trigger(tree_.size(), events.size());
    for (std::size_t i = 0; i < events.size(); ++i) of_trigger[index(tokens[i].trigger)] = i;
    for (std::size_t i = events.size(); i-- > 0;) {
      if (tree_[tokens[i].trigger].tag != Tag::VERB) continue;
      for (TokenId below : tree_.children(tokens[i].trigger)) {
        const std::size_t joined = of_trigger[index(below)];
        if (tree_[below].relation != Relation::conj || joined == events.size()) continue;
        if (events[i].where.empty() && !events[joined].where.empty()) {
          events[i].where = events[joined].where;
          for (Place& place : events[i].where) place.rule += " joined";
        }
        if (!events[i].when && events[joined].when) {
          events[i].when = events[joined].when;
          events[i].when->rule += " joined";
        }
        const std::uint32_t behind = tree_[below].span.end;
        const auto stands_behind = [&](const Place& place) { return place.span.begin >= behind; };
        if (events[joined].where.empty() && !events[i].where.empty() &&
            std::all_of(events[i].where.begin(), events[i].where.end(), stands_behind)) {
          events[joined].where = events[i].where;
          for (Place& place : events[joined].where) place.rule += " joined";
        }
        if (!events[joined].when && events[i].when && events[i].when->span && events[i].when->span->begin >= behind) {
          events[joined].when = events[i].when;
          events[joined].when->rule += " joined";
        }
      }
    }
  }

  TokenId captured(const Match& match, std::string_view name) const {
    const auto found = match.captures.find(name);
    return found == match.captures.end() ? no_token : found->second;
  }

  // The verb that tells the event, where there is one.
  TokenId told_by(const Match& match) const {
    const TokenId carrier = captured(match, "carrier");
    return carrier == no_token ? match.anchor : carrier;
  }

  // "killed by accident by the police": how it came about acts in nothing.
  TokenId who_acts(const Match& match) const {
    const TokenId actor = captured(match, "actor");
    if (actor == no_token || !is_manner(actor)) return actor;
    for (TokenId other : tree_.related(tree_[actor].head, Deep::actor))
      if (!is_manner(other)) return other;
    return no_token;
  }

  bool is_manner(TokenId noun) const {
    return tree_.preposition(noun) == "by" && lists_.contains("by_manner", tree_.lemma(noun)) &&
           tree_.child(noun, Relation::det) == no_token;
  }

  Event make(const Match& match) {
    Event event;
    const TokenId trigger = match.anchor;
    event.type = match.rule->value("type", tree_.lemma(trigger), lists_);
    event.mode = mode_of(match);
    event.cameo = match.rule->value("cameo", tree_.lemma(trigger), lists_);
    if (event.cameo.empty()) event.cameo = knowledge_.cameo(event.type, event.mode);
    event.trigger = words_at(dispatch_.text, tree_[trigger].span);
    event.head = trigger;
    event.rule = match.rule->id;
    // "Monday's attack": no day attacks.
    if (const TokenId actor = who_acts(match); actor != no_token && !marks_.has(actor, "date"))
      event.actors = participants_.at(actor);
    if (const TokenId recipient = captured(match, "recipient"); recipient != no_token)
      event.recipients = participants_.at(recipient);
    if (event.type == "ASSAULT") name_struck_capitals(event);
    if (const TokenId instrument = captured(match, "instrument"); instrument != no_token)
      event.instruments = participants_.at(instrument);
    if (event.actors.empty()) event.actors = attackers_before(trigger, !event.recipients.empty());
    read_clause(event, trigger, captured(match, "carrier"));
    if (context_words_ != nullptr)
      event.context = contexts_of(tree_, trigger, captured(match, "carrier"), *context_words_);
    return event;
  }

  // "bombed Kyiv": a capital that is attacked is the town, though it may speak for its government elsewhere.
  static void name_struck_capitals(Event& event) {
    for (Participant& struck : event.recipients) {
      if (!struck.rule.starts_with("countries.tsv:capital:") || !struck.words) continue;
      struck.name = struck.words->text;
      struck.kind = EntityKind::unnamed;
      struck.entity.clear();
      struck.rule += " struck";
    }
  }

  // "detained the leader along with two of his men": those behind "along with" are lost, too.
  std::vector<TokenId> lost_beside(const Event& event, const Match& match) const {
    std::vector<TokenId> found;
    const TokenId recipient = captured(match, "recipient");
    if (lost_with_ == nullptr || recipient == no_token || (event.type != "LOSS" && event.mode != "arrest"))
      return found;
    for (const TokenId top : {match.anchor, recipient})
      for (TokenId below : tree_.children(top)) {
        const Relation relation = tree_[below].relation;
        if (relation != Relation::obl && relation != Relation::nmod) continue;
        if (lost_with_->contains(tree_.preposition(below))) found.push_back(below);
      }
    return found;
  }

  // The rule's mode by the lemma that gives it (what is cut off, what is asked for, else the trigger), or by the weapon
  // before a noun of attack ("missile strikes").
  std::string mode_of(const Match& match) const {
    TokenId by = captured(match, "supply");
    if (by == no_token) by = captured(match, "topic");
    std::string mode = match.rule->value("mode", tree_.lemma(by == no_token ? match.anchor : by), lists_);
    if (!mode.empty() || weapons_ == nullptr || match.rule->value("type", "", lists_) != "ASSAULT") return mode;
    for (TokenId below : tree_.children(match.anchor)) {
      const Relation relation = tree_[below].relation;
      if (relation != Relation::compound && relation != Relation::amod) continue;
      const auto value = weapons_->value_of(tree_.lemma(below));
      if (value && knowledge_.types.contains({"ASSAULT", std::string(*value)})) return std::string(*value);
    }
    return mode;
  }

  // "an alleged Russian strike", "rebel attacks": who acts stands before the noun.
  // "The Kenya bombing": a land alone is where it was, unless it says on whom ("Russia attack on Kyiv").
  std::vector<Participant> attackers_before(TokenId trigger, bool on_somebody) const {
    if (tree_[trigger].tag != Tag::NOUN) return {};
    for (TokenId below : tree_.children(trigger)) {
      const Relation relation = tree_[below].relation;
      if (relation != Relation::amod && relation != Relation::compound) continue;
      const ActorMention* mention = participants_.mention_at(below);
      const bool party =
          mention != nullptr && (mention->kind == EntityKind::group || mention->kind == EntityKind::military ||
                                 mention->kind == EntityKind::government);
      if (party && !on_somebody && relation == Relation::compound && names_land(*mention)) continue;
      if (marks_.has(below, "demonym") || party) return participants_.at(below);
    }
    return {};
  }

  // A country's name in full, not "US" or "Russian".
  bool names_land(const ActorMention& mention) const {
    const std::string_view words = slice(dispatch_.text, mention.span);
    const bool spelled = std::any_of(words.begin(), words.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    return spelled && mention.entity != no_entity && mentions_.entities[index(mention.entity)].id.starts_with("cou:") &&
           mention.rule != "demonym";
  }

  void read_clause(Event& event, TokenId trigger, TokenId carrier) const {
    const bool hearsay =
        std::any_of(tree_.children(trigger).begin(), tree_.children(trigger).end(), [&](TokenId below) {
          const auto hides = [&](const WordList* list) {
            return list != nullptr && list->contains(tree_.lemma(below));
          };
          return tree_[below].relation == Relation::amod &&
                 (hides(hidden_adjectives_) || (tree_[below].xpos == Xpos::VBN && hides(hidden_participles_)));
        });
    const TokenId clause = carrier != no_token        ? carrier
                           : tree_.is_clause(trigger) ? trigger
                                                      : clause_of(tree_, trigger);
    const bool own = carrier != no_token || tree_.is_clause(trigger);
    event.tense = own ? tense_of(tree_, clause) : Tense::none;  // a noun alone does not say when
    event.certainty = hearsay ? Certainty::possible : modality_of(tree_, clause, lists_);
    if (own && is_awaited(tree_, clause)) event.certainty = std::min(event.certainty, Certainty::possible);
    if (own && is_negated(tree_, clause)) event.polarity = Polarity::negative;
    if (!own && has_no(tree_, trigger)) event.polarity = Polarity::negative;
    const Outcome outcome = outcome_of(tree_, trigger, carrier, lists_);
    if (outcome == Outcome::undone || outcome == Outcome::unproven) event.polarity = Polarity::negative;
    if (outcome == Outcome::open) event.certainty = Certainty::unknown;
    if (outcome == Outcome::unproven || outcome == Outcome::ahead)
      event.certainty = std::min(event.certainty, Certainty::possible);
    if (outcome == Outcome::ahead) event.tense = Tense::future;
    if (is_supposed(tree_, clause, lists_)) event.certainty = std::min(event.certainty, Certainty::possible);
    if (!own) return;
    if (is_conditional(tree_, clause)) event.certainty = std::min(event.certainty, Certainty::possible);
    // "vowed to retake", "plans to attack": wished or ordered, not done.
    if (tree_[clause].xpos == Xpos::VB && event.tense != Tense::past &&
        tree_.child(clause, Relation::aux) == no_token) {
      // "continued to send arms": what somebody goes on doing is done; "tried to send": nobody knows how much of it.
      const TokenId above = tree_[clause].head;
      const auto phase = phases_ == nullptr || tree_[clause].relation != Relation::xcomp
                             ? std::nullopt
                             : phases_->value_of(tree_.lemma(above));
      if (phase) {
        event.tense = tense_of(tree_, above);
        if (*phase == "failed") event.polarity = Polarity::negative;
        if (*phase == "tried") event.certainty = std::min(event.certainty, Certainty::possible);
        return;
      }
      event.tense = Tense::future;
      event.certainty = std::min(event.certainty, Certainty::possible);
    }
  }

  EventTokens tokens_of(const Match& match, const Event& event, const std::vector<TokenId>& beside) const {
    EventTokens tokens;
    tokens.trigger = match.anchor;
    tokens.carrier = captured(match, "carrier");
    tokens.ground = captured(match, "ground");
    if (const TokenId recipient = captured(match, "recipient"); recipient != no_token) tokens.lost.push_back(recipient);
    if (const TokenId lost = captured(match, "lost"); lost != no_token) tokens.lost.push_back(lost);
    tokens.lost.insert(tokens.lost.end(), beside.begin(), beside.end());
    // "enemy losses of up to 50": how many are lost stands anywhere by a noun that says only whose they are.
    if (event.type == "LOSS" && tree_[match.anchor].tag == Tag::NOUN && match.rule->makes.contains("bare")) {
      tokens.lost.push_back(match.anchor);
      tokens.counts_anywhere = true;
    }
    return tokens;
  }

  const Dispatch& dispatch_;
  const Mentions& mentions_;
  const EventKnowledge& knowledge_;
  const WordLists& lists_;
  Tree tree_;
  Participants participants_;
  Circumstances circumstances_;
  Marks marks_;
  const WordList *context_words_, *weapons_, *phases_, *hidden_adjectives_, *hidden_participles_, *lost_with_;
  std::vector<const Rule*> matched_;  // beside the events
};

// What fighting is done to: forces, ground, people in war and their things; or something of theirs ("positions of the
// brigade").
bool is_target(const Tree& tree, const Marks& marks, TokenId token) {
  constexpr std::string_view targets[] = {"military",  "unit",       "group",   "infrastructure", "equipment",
                                          "civilians", "government", "country", "place",          "unknown-name",
                                          "ground",    "force",      "enemy",   "structure"};
  const auto marked = [&](TokenId at) {
    return std::any_of(std::begin(targets), std::end(targets),
                       [&](std::string_view name) { return marks.has(at, name); });
  };
  if (marked(token)) return true;
  const auto below = tree.children(token);
  return std::any_of(below.begin(), below.end(),
                     [&](TokenId at) { return is_a(tree[at].relation, Relation::nmod) && marked(at); });
}

}  // namespace

Marks event_marks(const Dispatch& dispatch, const Tree& tree, const Mentions& mentions,
                  const EventKnowledge& knowledge) {
  Marks marks(tree.size());
  for (const ActorMention& mention : mentions.actors) {
    marks.set(mention.head, "actor");
    const EntityKind kind = mention.entity == no_entity ? mention.kind : mentions.entities[index(mention.entity)].kind;
    marks.set(mention.head, name_of(kind));
    // A name that no list knows, and that is no person's, may be what was attacked.
    if (mention.entity != no_entity && mentions.entities[index(mention.entity)].id.starts_with("org:"))
      marks.set(mention.head, "unknown-name");
  }
  for (const PlaceMention& mention : mentions.places) marks.set(mention.head, "place");
  for (const DateMention& mention : mentions.dates) marks.set(mention.head, "date");
  const WordList* ground = knowledge.lists->find("ground");
  const WordList* force = knowledge.lists->find("force");
  const WordList* structure = knowledge.lists->find("structure");
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    const TokenId token{t};
    const std::string& lemma = tree.lemma(token);
    if (ground != nullptr && ground->contains(lemma)) marks.set(token, "ground");
    if (force != nullptr && force->contains(lemma)) marks.set(token, "force");
    if (structure != nullptr && structure->contains(lemma)) marks.set(token, "structure");
    if (lemma == "enemy") marks.set(token, "enemy");
    if (is_headline(dispatch, tree, token)) marks.set(token, "headline");
    if ((tree[token].tag == Tag::ADJ || tree[token].tag == Tag::PROPN) &&
        knowledge.demonyms.contains(fold(slice(dispatch.text, tree[token].span))))
      marks.set(token, "demonym");
  }
  std::vector<TokenId> targets;  // after all other marks: a target may be one by what belongs to it
  for (std::uint32_t t = 0; t < tree.size(); ++t)
    if (is_target(tree, marks, TokenId{t})) targets.push_back(TokenId{t});
  for (TokenId target : targets) marks.set(target, "target");
  return marks;
}

std::vector<Event> find_events(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
                               const EventKnowledge& knowledge) {
  return Finder(dispatch, syntax, mentions, knowledge).find();
}

}  // namespace sayso
