// Reads the doubt out of a claim's fields: certainty, source, candidates of a pronoun, dates, places, quotation, notes.
//
//     certainty possible, source unnamed  ->  "only alleged, and by nobody named"
//
// Left out on purpose: what the events' own lines already show ("near", "at most 250", no day at all, which is true of
// most events in most dispatches), and anything that would rate a source.
#include "publish/doubts.h"

#include <algorithm>

namespace sayso::publish {
namespace {

std::string alternatives(const std::vector<std::string>& names) {
  std::string words;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) words += i + 1 == names.size() ? " or " : ", ";
    words += names[i];
  }
  return words;
}

bool is_hidden(const Attribution& a) { return a.quote != Quote::own && a.source.text.empty() && a.source.name.empty(); }

void add_certainty(std::vector<std::string>& out, const Attribution& a) {
  if (a.certainty == Certainty::possible && is_hidden(a)) return out.push_back("only alleged, and by nobody named");
  if (a.certainty == Certainty::possible) out.push_back("put forward as possible only");
  if (a.certainty == Certainty::probable) out.push_back("put forward as likely, not as certain");
  if (a.certainty == Certainty::unknown) out.push_back("how sure the speaker is cannot be told from the words");
  if (is_hidden(a)) out.push_back("nobody is named as saying it");
}

void add_source(std::vector<std::string>& out, const Attribution& a) {
  const Source& s = a.source;
  if (s.anonymous && !is_hidden(a))
    out.push_back(s.count == 1 ? "the speaker is not named" : "the speakers are not named");
  if (!s.other_candidates.empty()) out.push_back("“" + s.text + "” could also be " + alternatives(s.other_candidates));
  if (a.author_distance) {
    out.push_back(a.cue ? "the reporter keeps a distance from it (“" + a.cue->text + "”)"
                        : "the reporter keeps a distance from it");
  }
  if (a.conditional) out.push_back("said under a condition");
  if (a.continued) out.push_back("no speaker stands beside it: taken to go on from the words before");
  if (a.quote == Quote::headline) out.push_back("a headline, shortened by the outlet");
}

void add_once(std::vector<std::string>& out, std::string words) {
  if (std::find(out.begin(), out.end(), words) == out.end()) out.push_back(std::move(words));
}

std::string trigger_of(const Event& event) { return "“" + event.trigger.text + "”"; }

void add_event_doubts(std::vector<std::string>& out, const Event& event, Certainty of_claim) {
  if (event.certainty < of_claim)
    add_once(out, trigger_of(event) + " is put as " + std::string(name_of(event.certainty)));
  for (const Place& place : event.where) {
    if (place.name.empty() && !place.lat) add_once(out, "“" + place.text + "” was not found on the map");
  }
  if (!event.when || (!event.when->begin && !event.when->end)) return;
  if (!event.when->begin) add_once(out, "when " + trigger_of(event) + " began is not said");
  if (!event.when->end) add_once(out, "when " + trigger_of(event) + " ended is not said");
}

}  // namespace

std::vector<std::string> doubts(const Claim& claim) {
  const Attribution& a = claim.attribution;
  std::vector<std::string> out;
  add_certainty(out, a);
  add_source(out, a);
  const bool published_is_said = a.quote == Quote::own || a.quote == Quote::headline;
  if (!published_is_said && (!a.said || (!a.said->begin && !a.said->end)))
    out.push_back("the day it was said is not known");
  for (const Event& event : claim.events) add_event_doubts(out, event, a.certainty);
  for (const std::string& note : a.notes) add_once(out, note);
  return out;
}

}  // namespace sayso::publish
