// Joins attributions and events into claims.
//
//     "The Kremlin ruled out negotiations" -> claim reject [negotiations] with the event REJECT of its own act
//
// Left out on purpose: any comparison of claims over dispatches; a ledger of many can do that, one dispatch cannot.
#include "claim/make_claims.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "base/innermost.h"
#include "base/sha256.h"
#include "claim/days.h"
#include "claim/links.h"
#include "claim/sides.h"

namespace sayso {
namespace {

constexpr std::size_t id_digits = 16;

// For each event, the attributions whose piece of content is the innermost around its trigger: more than one if several
// rows say the very same words ("each side blamed the other for the blast").
std::vector<std::vector<std::size_t>> holders(const std::vector<Attribution>& attributions,
                                              const std::vector<Event>& events) {
  std::vector<Span> pieces, triggers;
  std::map<Span, std::vector<std::size_t>> of_piece;
  for (std::size_t a = 0; a < attributions.size(); ++a) {
    if (attributions[a].vouched) continue;  // its events are the claims of whoever speaks around it
    for (const Words& words : attributions[a].content) {
      auto& holding = of_piece[words.span];
      if (holding.empty()) pieces.push_back(words.span);
      holding.push_back(a);
    }
  }
  for (const Event& event : events) triggers.push_back(event.trigger.span);
  const auto found = innermost(pieces, triggers);
  std::vector<std::vector<std::size_t>> holding(events.size());
  for (std::size_t e = 0; e < events.size(); ++e)
    if (found[e] >= 0) holding[e] = of_piece[pieces[static_cast<std::size_t>(found[e])]];
  return holding;
}

// A row of hearsay is kept even if it tells of no event: who alleges is what is missing, and that is worth knowing.
bool makes_claim(const Attribution& attribution, const std::vector<Event>& events, Attitudes attitudes) {
  // "seemed to leave": the reporter's own claim stands for it. "He said the video showed …": his claim does.
  const bool asked_for = attitudes == Attitudes::with || is_speech(attribution.act) ||
                         (claims_by_default(attribution.act) && !attribution.vouched && !attribution.within);
  return asked_for && !attribution.unsaid && (attribution.cue || attribution.continued || !events.empty());
}

// "He said he thought that rebels had mined it", "said that a video shows them mining it": who thinks or shows it makes
// no claim, so the event is the speaker's around it, and no surer than the thought.
std::size_t speaker_of(const std::vector<Attribution>& attributions, std::size_t holder, Event& event) {
  Certainty least = event.certainty;
  std::size_t steps = 0;  // contents that hold one another, as a page may quote itself, lead round in a circle
  for (std::size_t a = holder; attributions[a].within && steps < attributions.size();
       a = index(*attributions[a].within), ++steps) {
    if (is_speech(attributions[a].act) || attributions[a].unsaid) break;
    least = std::min(least, attributions[a].certainty);
    if (attributions[a].act != Act::show) least = std::min(least, Certainty::probable);
    const Attribution& around = attributions[index(*attributions[a].within)];
    if (!is_speech(around.act) || around.unsaid || around.vouched) continue;
    event.certainty = least;
    return index(*attributions[a].within);
  }
  return holder;
}

bool is_act(const Event& event) { return event.rule.starts_with("act-event"); }

// What the speaker does by saying it reaches into the events: what is denied is said not to have happened; hearsay,
// orders, threats and plans leave open whether it did or will.
void settle(Event& event, const Attribution& attribution) {
  event.certainty = std::min(event.certainty, attribution.certainty);
  if (is_act(event)) return;
  const bool negative = event.polarity == Polarity::negative;
  if (attribution.act == Act::deny) event.polarity = negative ? Polarity::positive : Polarity::negative;
  if (attribution.act == Act::reject) event.certainty = Certainty::unknown;
  const bool ahead = event.tense == Tense::future || attribution.act == Act::promise || attribution.act == Act::predict;
  if (ahead) event.certainty = std::min(event.certainty, Certainty::probable);
}

// "Varnia Says Striking Areas Lost to Rebels": in a headline a participle behind what another verb is done to only
// tells which is meant. That is the outlet's word, and the body's rows have it with its owner.
void drop_identifying(std::vector<Event>& events, const Attribution& attribution, const Syntax& syntax) {
  if (attribution.quote != Quote::headline) return;
  const auto identifies = [&](const Event& event) {
    if (event.head == no_token || index(event.head) >= syntax.tokens.size()) return false;
    const Token& token = syntax[event.head];
    if (token.relation != Relation::acl || token.xpos != Xpos::VBN || token.head == no_token) return false;
    // The other verb governs the noun, or the tree takes it for an adjective of it ("Striking Areas").
    const Token& noun = syntax[token.head];
    return noun.relation == Relation::obj && std::any_of(events.begin(), events.end(), [&](const Event& other) {
             if (other.head == no_token || index(other.head) >= syntax.tokens.size()) return false;
             const Token& verb = syntax[other.head];
             return other.head == noun.head || (verb.head == token.head && verb.relation == Relation::amod);
           });
  };
  std::vector<Event> kept;
  std::copy_if(events.begin(), events.end(), std::back_inserter(kept), [&](const Event& e) { return !identifies(e); });
  events = std::move(kept);
}

// What the act itself is as an event: as the rules for events read the cue, or by the table alone. Who speaks is known
// better here.
Event act_event(const Attribution& attribution, const ActEvent& act, const Event* read) {
  Event event;
  if (read != nullptr) event = *read;
  event.rule = read == nullptr ? "act-event" : "act-event " + read->rule;
  if (read == nullptr) {
    event.type = act.type;
    event.cameo = act.cameo;
    event.trigger = *attribution.cue;
    event.head = attribution.cue_head;
    event.tense = Tense::past;
  }
  Participant actor;
  actor.name = attribution.source.name.empty() ? attribution.source.text : attribution.source.name;
  actor.country = attribution.source.country;
  actor.kind = attribution.source.kind;
  actor.entity = attribution.source.entity;
  if (attribution.source.span) actor.words = Words{attribution.source.text, *attribution.source.span};
  actor.rule = "speaker";
  event.actors = {std::move(actor)};
  if (attribution.target && event.recipients.empty()) {
    Participant target;
    target.name = attribution.target->text;
    target.words = attribution.target;
    target.rule = "target-of-speech";
    event.recipients.push_back(std::move(target));
  }
  return event;
}

// For each attribution that makes a claim, the event whose trigger is its cue ("urged"), or none.
std::vector<std::size_t> events_of_cues(const std::vector<Attribution>& attributions,
                                        const std::vector<Event>& events) {
  std::map<TokenId, std::size_t> at_head;
  for (std::size_t e = 0; e < events.size(); ++e) at_head.emplace(events[e].head, e);
  std::vector<std::size_t> own(attributions.size(), events.size());
  for (std::size_t a = 0; a < attributions.size(); ++a) {
    const Attribution& attribution = attributions[a];
    if (!attribution.cue || attribution.content.empty() || attribution.cue_head == no_token) continue;
    if (const auto found = at_head.find(attribution.cue_head); found != at_head.end()) own[a] = found->second;
  }
  return own;
}

// "Two suspected militants": what a noun is called tells that somebody says so, and no deed of suspecting.
bool is_quality(const Attribution& attribution, const Syntax& syntax) {
  return attribution.cue_head != no_token && index(attribution.cue_head) < syntax.tokens.size() &&
         syntax[attribution.cue_head].relation == Relation::amod;
}

std::string id_of(const Claim& claim) {
  std::string key = claim.dispatch + "\n" + claim.attribution.rule;
  const auto add = [&](Span span) { key += "\n" + std::to_string(span.begin) + "-" + std::to_string(span.end); };
  if (claim.attribution.cue) add(claim.attribution.cue->span);
  for (const Words& words : claim.attribution.content) add(words.span);
  return sha256_hex(key).substr(0, id_digits);
}

// The speaker takes no part in what is said through the words that name the speaker: trees sometimes say so.
void drop_speaker_words(Event& event, const Attribution& attribution) {
  // A headline's "Varnia Says Shelling Ports" has no other subject.
  if (!attribution.source.span || is_act(event) || attribution.quote == Quote::headline) return;
  const Span speaker = *attribution.source.span;
  const bool inside = std::any_of(attribution.content.begin(), attribution.content.end(),
                                  [&](const Words& words) { return words.span.contains(speaker); });
  if (inside) return;
  for (auto* list : {&event.actors, &event.recipients, &event.instruments})
    std::erase_if(*list, [&](const Participant& participant) {
      return participant.words && participant.words->span.overlaps(speaker);
    });
}

Span sentence_of(const Syntax& syntax, const Attribution& attribution) {
  const Span at = attribution.cue ? attribution.cue->span : attribution.content.front().span;
  const auto after =
      std::upper_bound(syntax.sentences.begin(), syntax.sentences.end(), at.begin,
                       [](std::uint32_t byte, const Sentence& sentence) { return byte < sentence.span.begin; });
  return after == syntax.sentences.begin() ? at : (after - 1)->span;
}

}  // namespace

std::vector<Claim> make_claims(const Dispatch& dispatch, const Syntax& syntax,
                               const std::vector<Attribution>& attributions, const std::vector<Event>& events,
                               const ClaimKnowledge& known, Attitudes attitudes) {
  std::vector<std::vector<Event>> held(attributions.size());
  const auto holder = holders(attributions, events);
  const auto hold = [&](std::size_t e) {
    for (std::size_t a : holder[e]) {
      Event event = events[e];
      const std::size_t speaker = attitudes == Attitudes::with ? a : speaker_of(attributions, a, event);
      held[speaker].push_back(std::move(event));
    }
  };
  // "Urged", "condemned": what the cue of a claim tells is told by the claim itself, and not once more by whoever
  // reports it. Where the content has events, the act stands for it (docs/decisions/0004).
  const auto own = events_of_cues(attributions, events);
  std::vector<bool> of_cue(events.size());
  for (std::size_t e : own)
    if (e < events.size()) of_cue[e] = true;
  for (std::size_t e = 0; e < events.size(); ++e)
    if (!of_cue[e]) hold(e);
  std::vector<bool> told(events.size());
  for (std::size_t a = 0; a < attributions.size(); ++a)
    if (own[a] < events.size() && makes_claim(attributions[a], held[a], attitudes) &&
        (held[a].empty() || known.act_events.contains(attributions[a].act)))
      told[own[a]] = true;
  for (std::size_t e = 0; e < events.size(); ++e)
    if (of_cue[e] && !told[e]) hold(e);

  const Sides sides(events);
  std::vector<Claim> claims;
  std::map<std::uint32_t, std::size_t> of_attribution;  // attribution -> claim
  for (std::uint32_t a = 0; a < attributions.size(); ++a) {
    const Attribution& attribution = attributions[a];
    if (!makes_claim(attribution, held[a], attitudes)) continue;
    Claim claim;
    claim.dispatch = dispatch.id;
    claim.attribution = attribution;
    claim.attribution.within.reset();
    claim.events = std::move(held[a]);
    drop_identifying(claim.events, attribution, syntax);
    const auto act = known.act_events.find(attribution.act);
    const Event* read = own[a] < events.size() && told[own[a]] ? &events[own[a]] : nullptr;
    if (claim.events.empty() && attribution.cue && !attribution.content.empty() && !is_quality(attribution, syntax) &&
        (read != nullptr || act != known.act_events.end()))
      claim.events.push_back(act_event(attribution, act == known.act_events.end() ? ActEvent{} : act->second, read));
    for (Event& event : claim.events) {
      drop_speaker_words(event, attribution);
      if (attribution.cue || attribution.continued) sides.resolve(event, attribution.source);
      settle(event, attribution);
      put_before_speech(event, attribution);
    }
    claim.sentence = sentence_of(syntax, attribution);
    claim.id = id_of(claim);
    of_attribution[a] = claims.size();
    claims.push_back(std::move(claim));
  }
  for (const auto& [a, claim] : of_attribution)
    if (attributions[a].within)
      if (const auto outer = of_attribution.find(index(*attributions[a].within)); outer != of_attribution.end())
        claims[claim].links.push_back({claims[outer->second].id, "within", "nested"});
  link_claims(claims, dispatch.text, syntax, known);
  return claims;
}

}  // namespace sayso
