// Lays out one kept claim as a card of fields with their evidence.
//
//     cue  “said”  text [856,860)  file [874,878)
//
// Every pair of words and bytes is compared with the dispatch's text once more here: a card is what a sceptical reader
// checks against the page.
#include "publish/claim_card.h"

#include <vector>

#include "base/joined.h"
#include "publish/doubts.h"
#include "publish/excerpt.h"
#include "publish/plain_words.h"
#include "publish/view.h"

namespace sayso::publish {
namespace {

constexpr std::size_t card_label_column = 10;

std::string range(Span span) { return "[" + std::to_string(span.begin) + "," + std::to_string(span.end) + ")"; }

// Fields, one under the other, of one claim over one text: the value, below it the evidence for it.
class Card {
 public:
  Card(Page& page, const Dispatch& dispatch) : page_(page), dispatch_(dispatch) {}

  void add(std::size_t indent, std::string_view label, const std::string& value, std::string_view rule = {}) {
    page_.add_field(indent, label, card_label_column, {{value}});
    add_evidence(indent, {}, rule);
  }

  // `words` are the bytes of `span`; without a span only the rule speaks for the value.
  void add(std::size_t indent, std::string_view label, const std::string& value, std::string_view words,
           std::optional<Span> span, std::string_view rule) {
    if (!span) return add(indent, label, value, rule);
    page_.add_field(indent, label, card_label_column, {{value.empty() ? "“" + std::string(words) + "”" : value}});
    std::vector<Run> evidence;
    if (!value.empty() && value != words) evidence.push_back({"“" + std::string(words) + "” · "});
    evidence.push_back({"text " + range(*span) + " · file " + range(raw_span(dispatch_, *span)), Ink::faint});
    const bool same = span->end <= dispatch_.text.size() && slice(dispatch_.text, *span) == words;
    if (!same) evidence.push_back({" · the text has other words there", Ink::doubt});
    add_evidence(indent, std::move(evidence), rule);
  }

  void add(std::size_t indent, std::string_view label, const std::optional<Words>& words) {
    if (words) add(indent, label, "", words->text, words->span, {});
  }

 private:
  void add_evidence(std::size_t indent, std::vector<Run> evidence, std::string_view rule) {
    if (!rule.empty()) evidence.push_back({(evidence.empty() ? "by " : " · by ") + std::string(rule), Ink::faint});
    if (!evidence.empty()) page_.add(indent + card_label_column, evidence);
  }

  Page& page_;
  const Dispatch& dispatch_;
};

std::string source_value(const Attribution& a) {
  const Source& s = a.source;
  std::string value = speaker_words(a) + ", " + std::string(name_of(s.kind));
  if (!s.entity.empty()) value += ", " + s.entity;
  if (s.anonymous) value += ", not named";
  if (s.count != 1) value += s.count == 0 ? ", several" : ", " + std::to_string(s.count) + " of them";
  return value;
}

std::string when_value(const When& when) {
  std::string value = interval_words(when);
  if (value.empty()) value = "no day";
  return value + ", " + std::string(name_of(when.precision)) + (when.part.empty() ? "" : ", " + when.part);
}

std::string place_value(const Place& p) {
  std::string value = place_words(p) + ", " + std::string(name_of(p.precision));
  if (p.lat && p.lon) {
    std::string point = std::to_string(*p.lat);
    std::string other = std::to_string(*p.lon);
    value += ", " + point.substr(0, point.size() - 2) + " N " + other.substr(0, other.size() - 2) + " E";
  }
  if (p.geonames) value += ", GeoNames " + std::to_string(*p.geonames);
  return value;
}

void add_participants(Card& card, std::string_view label, const std::vector<Participant>& participants) {
  for (const Participant& p : participants) {
    const std::string value = participant_words(p) + ", " + std::string(name_of(p.kind));
    card.add(2, label, value, p.words ? p.words->text : "", p.words ? std::optional(p.words->span) : std::nullopt,
             p.rule);
  }
}

void add_event_card(Page& page, Card& card, const Event& event) {
  page.blank();
  std::string head = event_words(event);
  if (!event.cameo.empty()) head += ", CAMEO " + event.cameo;
  card.add(0, "event",
           head + ", " + std::string(name_of(event.polarity)) + ", " + std::string(name_of(event.certainty)) +
               ", tense " + std::string(name_of(event.tense)));
  card.add(2, "trigger", "", event.trigger.text, event.trigger.span, event.rule);
  add_participants(card, "who", event.actors);
  add_participants(card, "whom", event.recipients);
  add_participants(card, "with", event.instruments);
  for (const Place& p : event.where) card.add(2, "where", place_value(p), p.text, p.span, p.rule);
  if (event.when) card.add(2, "when", when_value(*event.when), event.when->text, event.when->span, event.when->rule);
  for (const Count& c : event.counts) card.add(2, "count", count_words(c), c.text, c.span, c.rule);
}

std::string kept_words(const KeptClaim& kept) {
  std::string words = "revision " + std::to_string(kept.revision);
  if (kept.superseded) words += ", replaced by a newer one";
  return words;
}

void add_dispatch(Card& card, const KeptClaim& kept, const Dispatch& d) {
  card.add(0, "dispatch", d.title.value, d.title.rule);
  if (!d.outlet.value.empty()) card.add(0, "outlet", d.outlet.value, d.outlet.rule);
  if (!d.authors.empty()) card.add(0, "authors", joined(d.authors, "; "), d.byline.rule);
  if (d.published) card.add(0, "published", iso(*d.published, d.published_clock), d.published_as.rule);
  if (d.modified) card.add(0, "changed", iso(*d.modified, d.modified_clock), d.modified_as.rule);
  if (kept.entry) {
    const Entry& entry = kept.entry->entry;
    card.add(
        0, "entry",
        std::to_string(kept.entry->position) + " of the page, text " + range(entry.span) + ": " + entry_words(entry),
        entry.as.rule);
  }
  if (!d.url.empty()) card.add(0, "address", d.url);
  card.add(0, "file", d.path + ", " + std::to_string(d.raw_size) + " bytes, " + d.encoding + ", " + d.id);
  card.add(0, "kept as", kept_words(kept));
  const Provenance& p = kept.made_by;
  card.add(0, "made by",
           "sayso " + p.version + ", rules " + p.rules.substr(0, 12) + ", lexicons " + p.lexicons.substr(0, 12) +
               ", model " + p.model.substr(0, 12));
}

}  // namespace

std::string claim_card(const KeptClaim& kept, const Dispatch& dispatch, Paper paper) {
  const Claim& claim = kept.claim;
  const Attribution& a = claim.attribution;
  Page page(paper);
  Card card(page, dispatch);
  page.add(0, {{"Claim " + claim.id, Ink::strong}});
  page.blank();
  page.add(2, excerpt(dispatch.text, claim, {}));
  page.blank();
  card.add(0, "source", source_value(a), a.source.text, a.source.span, a.source.rule);
  for (const ChainLink& link : a.chain) {
    card.add(
        0, "via", link.name + ", " + std::string(name_of(link.kind)),
        link.span && link.span->end <= dispatch.text.size() ? slice(dispatch.text, *link.span) : std::string_view(),
        link.span, {});
  }
  card.add(0, "carrier", a.carrier);
  card.add(0, "medium", a.medium);
  card.add(0, "cue", a.cue);
  card.add(0, "act",
           std::string(name_of(a.act)) + ", " + std::string(name_of(a.polarity)) + ", " +
               std::string(name_of(a.certainty)) + ", quote " + std::string(name_of(a.quote)),
           a.rule);
  card.add(0, "target", a.target);
  for (const Words& words : a.content) card.add(0, "content", "", words.text, words.span, {});
  if (a.said) card.add(0, "said", when_value(*a.said), a.said->text, a.said->span, a.said->rule);
  for (const Event& event : claim.events) add_event_card(page, card, event);
  page.blank();
  for (const Link& link : claim.links) card.add(0, "link", link.relation + " " + link.to, link.rule);
  for (const std::string& doubt : doubts(claim)) card.add(0, "doubtful", doubt);
  add_dispatch(card, kept, dispatch);
  return page.take();
}

}  // namespace sayso::publish
