// Lays out a whole reading for a terminal (the example stands in the header).
//
// Left out on purpose: rules and bytes, which `sayso show` prints; attributions that make no claims.
#include "publish/view.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "publish/doubts.h"
#include "publish/excerpt.h"
#include "publish/plain_words.h"

namespace sayso::publish {
namespace {

constexpr std::size_t indent = 4;
constexpr std::size_t label_column = 7;

std::string number_words(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

void add_part(std::string& line, const std::string& part) {
  if (!part.empty()) line += (line.empty() ? "" : " · ") + part;
}

void add_head(Page& page, const Reading& reading) {
  const Dispatch& d = reading.dispatch;
  page.add(0, {{d.title.value.empty() ? (d.path.empty() ? "A dispatch without a title" : d.path) : d.title.value,
                Ink::strong}});
  std::string line;
  add_part(line, d.outlet.value);
  add_part(line, d.published ? weekday_words(*d.published) : "no date found; --published gives it");
  if (!d.byline.value.empty()) add_part(line, "by " + d.byline.value);
  if (!d.credit.value.empty()) add_part(line, "credit " + d.credit.value);
  page.add(0, {{line}});
  page.add_unwrapped({d.url, Ink::faint});
  std::set<std::string> speakers;
  std::size_t plain = 0;
  for (const Claim& claim : reading.claims) {
    const Source& s = claim.attribution.source;
    speakers.insert(!s.entity.empty() ? s.entity : !s.name.empty() ? s.name : s.text);
    if (doubts(claim).empty()) ++plain;
  }
  std::string summary =
      reading.claims.empty() ? "No claims found" : number_words(reading.claims.size(), "claim", "claims");
  if (!reading.claims.empty()) {
    summary += " by " + number_words(speakers.size(), "speaker", "speakers");
    if (plain < reading.claims.size())
      summary += ", " + std::to_string(reading.claims.size() - plain) + " with something doubtful";
  }
  page.add(0, {{summary}});
  if (!d.entries.empty()) page.add(0, {{"A live page: " + number_words(d.entries.size(), "entry", "entries")}});
  for (const std::string& note : d.notes) page.add(0, 6, {{"note: ", Ink::faint}, {note, Ink::faint}});
}

void add_claim(Page& page, std::size_t number, const Claim& claim, const Reading& reading) {
  const Attribution& a = claim.attribution;
  const std::string digits = std::to_string(number);
  std::vector<Run> title{{digits + " ", Ink::faint}, {speaker_words(a), Ink::strong}};
  const std::string via = via_words(a);
  if (!via.empty()) title.push_back({" · via " + via, Ink::faint});
  page.add_headed(digits.size() < indent ? indent - digits.size() - 1 : 0, indent, title,
                  {short_id(claim.id), Ink::faint});
  page.add(indent, saying_runs(a));
  page.add(indent, excerpt(reading.dispatch.text, claim, reading.syntax.sentences));
  for (const Event& event : claim.events) add_event(page, indent, event);
  const std::vector<std::string> doubtful = doubts(claim);
  std::string line;
  for (const std::string& doubt : doubtful) line += (line.empty() ? "" : "; ") + doubt;
  if (!line.empty()) page.add(indent, indent + 2, {{"doubtful: ", Ink::doubt}, {line}});
}

std::string tense_words(const Event& event) {
  if (event.polarity == Polarity::negative) return event.tense == Tense::future ? "will not be" : "not so, it is said";
  if (event.tense == Tense::present) return "going on";
  if (event.tense == Tense::future) return "to come";
  return "";
}

void add_participants(Page& page, std::size_t at, std::string_view label,
                      const std::vector<Participant>& participants) {
  std::string line;
  for (const Participant& p : participants) line += (line.empty() ? "" : "; ") + participant_words(p);
  page.add_field(at, label, label_column, {{line}});
}

}  // namespace

std::string short_id(const std::string& id) { return id.substr(0, 8); }

std::vector<Run> saying_runs(const Attribution& a) {
  std::vector<Run> runs{{act_words(a.act), Ink::act}};
  if (a.cue) runs.push_back({" (“" + a.cue->text + "”)"});
  if (a.target) runs.push_back({" → " + a.target->text});
  if (a.polarity == Polarity::negative && a.act == Act::assert_) runs.push_back({", in the negative", Ink::act});
  if (a.quote != Quote::own) runs.push_back({", " + quote_words(a.quote)});
  if (a.said) {
    const std::string day = interval_words(*a.said);
    if (!day.empty()) runs.push_back({" · " + day + (a.said->part.empty() ? "" : ", " + a.said->part)});
  }
  if (a.medium) runs.push_back({" · medium: " + a.medium->text});
  if (a.carrier) runs.push_back({" · carried by " + a.carrier->text});
  return runs;
}

void add_event(Page& page, std::size_t at, const Event& event) {
  std::vector<Run> head{{"● ", Ink::event}, {event_words(event), Ink::event}, {" “" + event.trigger.text + "”"}};
  const std::string tense = tense_words(event);
  if (!tense.empty()) head.push_back({", " + tense});
  if (event.certainty != Certainty::certain) head.push_back({", " + std::string(name_of(event.certainty)), Ink::doubt});
  page.add(at, at + 2, head);
  add_participants(page, at + 2, "who", event.actors);
  add_participants(page, at + 2, "whom", event.recipients);
  add_participants(page, at + 2, "with", event.instruments);
  std::string where;
  for (const Place& place : event.where) where += (where.empty() ? "" : "; ") + place_words(place);
  page.add_field(at + 2, "where", label_column, {{where}});
  const std::string when = event.when ? when_words(*event.when) : "";
  page.add_field(at + 2, "when", label_column, {when.empty() ? Run{"not said", Ink::faint} : Run{when}});
  for (const Count& count : event.counts) page.add_field(at + 2, "count", label_column, {{count_words(count)}});
}

std::string reading_view(const Reading& reading, Paper paper) {
  Page page(paper);
  add_head(page, reading);
  const Entry* last = nullptr;  // under whose heading the claim before stands
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    page.blank();
    const Entry* const entry = entry_at(reading.dispatch, reading.claims[i].sentence);
    if (entry != last) {
      page.add(0, {{entry == nullptr ? "Outside the entries" : entry_words(*entry), Ink::strong}});
      page.blank();
    }
    last = entry;
    add_claim(page, i + 1, reading.claims[i], reading);
  }
  return page.take();
}

}  // namespace sayso::publish
