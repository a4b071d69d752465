// A reading made by hand, over an invented dispatch, for the tests of what is printed.
//
// Every span is found by its words, so that the text can be changed without counting bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sayso/ledger.h"
#include "sayso/reading.h"

namespace sayso::example {

inline const std::string text =
    "Varnia Says Bridge at Kesh Was Hit\n\n"
    "Missiles hit a bridge near Kesh overnight, the Defence Ministry's spokesman Ivo Maran said in Monday's briefing. "
    "\"There are losses — up to 40 soldiers and more than 20 trucks,\" he said.\n\n"
    "An alleged strike on Dovran could not be confirmed.";

// The span of the nth occurrence of `words`; the whole test fails loudly by an empty span if there is none.
inline Span span_of(std::string_view words, std::size_t nth = 0) {
  std::size_t at = text.find(words);
  for (; nth > 0 && at != std::string::npos; --nth) at = text.find(words, at + 1);
  if (at == std::string::npos) return {};
  return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + words.size())};
}

inline Words words(std::string_view phrase, std::size_t nth = 0) { return {std::string(phrase), span_of(phrase, nth)}; }

inline Day day(int year, unsigned month, unsigned d) {
  return std::chrono::sys_days{std::chrono::year{year} / std::chrono::month{month} / std::chrono::day{d}};
}

inline Dispatch dispatch() {
  Dispatch d;
  d.id = "sha256:00ff";
  d.sha256 = "00ff";
  d.path = "kesh.txt";
  d.format = "text";
  d.encoding = "UTF-8";
  d.raw_size = text.size() + 3;
  d.url = "https://example.org/kesh";
  d.title = {"Varnia Says Bridge at Kesh Was Hit", "markdown:h1", span_of("Varnia Says Bridge at Kesh Was Hit")};
  d.outlet = {"The Ostrel Courier", "option", std::nullopt};
  d.published = day(2031, 3, 10);
  d.published_as = {"2031-03-10", "option", std::nullopt};
  d.text = text;
  d.raw = {{{0, static_cast<std::uint32_t>(text.size())}, {3, static_cast<std::uint32_t>(text.size()) + 3}, true}};
  return d;
}

// The spokesman's losses, quoted; the speaker is a pronoun that could be another's.
inline Claim losses() {
  Claim claim;
  claim.id = "4be1c07d00000001";
  claim.dispatch = "sha256:00ff";
  Attribution& a = claim.attribution;
  a.source = {.text = "he",
              .span = span_of("he said"),
              .name = "Ivo Maran",
              .kind = EntityKind::person,
              .entity = "per:ivo-maran",
              .of = "Ministry of Defence of Varnia",
              .country = "VRN",
              .other_candidates = {"Ana Belt"},
              .rule = "pronoun"};
  a.source.span->end = a.source.span->begin + 2;
  a.chain = {{.name = "The Ostrel Courier", .kind = EntityKind::outlet, .span = {}}};
  a.cue = words("said", 1);
  a.content = {words("There are losses — up to 40 soldiers and more than 20 trucks")};
  a.quote = Quote::direct;
  a.said =
      When{.begin = day(2031, 3, 10), .end = day(2031, 3, 10), .precision = TimePrecision::day, .rule = "published"};
  a.tense = Tense::present;
  a.rule = "said-quoted";
  const Span content = a.content.front().span;
  claim.sentence = {content.begin - 1, span_of("he said.").end};
  Event event;
  event.type = "LOSS";
  event.trigger = words("losses");
  event.recipients = {{.name = "Ukraine", .country = "UKR", .kind = EntityKind::country, .rule = "side-of-enemy"}};
  event.counts = {{.text = "up to 40 soldiers",
                   .span = span_of("up to 40 soldiers"),
                   .of = "soldiers",
                   .effect = "lost",
                   .high = 40,
                   .rule = "up-to"},
                  {.text = "more than 20 trucks",
                   .span = span_of("more than 20 trucks"),
                   .of = "trucks",
                   .low = 21,
                   .rule = "more-than"}};
  event.rule = "loss-there-are";
  claim.events = {event};
  return claim;
}

inline Claim strike() {
  Claim claim;
  claim.id = "77aa000000000002";
  claim.dispatch = "sha256:00ff";
  Attribution& a = claim.attribution;
  a.source = {.text = "the Defence Ministry's spokesman Ivo Maran",
              .span = span_of("the Defence Ministry's spokesman Ivo Maran"),
              .name = "Ivo Maran",
              .kind = EntityKind::person,
              .entity = "per:ivo-maran",
              .of = "Ministry of Defence of Varnia",
              .rule = "name+role"};
  a.chain = {{.name = "The Ostrel Courier", .kind = EntityKind::outlet, .span = {}}};
  a.cue = words("said");
  a.medium = words("Monday's briefing");
  a.content = {words("Missiles hit a bridge near Kesh overnight")};
  a.said = When{.begin = day(2031, 3, 10),
                .end = day(2031, 3, 10),
                .precision = TimePrecision::day,
                .text = "Monday's",
                .span = span_of("Monday's"),
                .rule = "weekday"};
  a.tense = Tense::past;
  a.rule = "said-after";
  claim.sentence = {a.content.front().span.begin, span_of("briefing.").end};
  Event event;
  event.type = "ASSAULT";
  event.mode = "heavy-weapons";
  event.context = {"military"};
  event.cameo = "190";
  event.trigger = words("hit");
  event.actors = {
      {.name = "", .country = "", .kind = EntityKind::equipment, .words = words("Missiles"), .rule = "subject"}};
  event.recipients = {{.kind = EntityKind::infrastructure, .words = words("a bridge"), .rule = "object"}};
  event.where = {{.text = "Kesh",
                  .span = span_of("Kesh", 1),
                  .relation = PlaceRelation::near,
                  .name = "Keš",
                  .country = "SRB",
                  .admin1 = "Lower Varnia",
                  .lat = 49.71,
                  .lon = 37.61,
                  .geonames = 703656,
                  .precision = PlacePrecision::near,
                  .rule = "population"}};
  event.when = When{.begin = day(2031, 3, 9),
                    .end = day(2031, 3, 10),
                    .precision = TimePrecision::part_of_day,
                    .text = "overnight",
                    .span = span_of("overnight"),
                    .part = "overnight",
                    .rule = "part-of-day"};
  event.tense = Tense::past;
  event.rule = "assault-hit";
  claim.events = {event};
  return claim;
}

inline Claim alleged() {
  Claim claim;
  claim.id = "9c00000000000003";
  claim.dispatch = "sha256:00ff";
  Attribution& a = claim.attribution;
  a.cue = words("alleged");
  a.content = {words("strike on Dovran")};
  a.act = Act::accuse;
  a.certainty = Certainty::possible;
  a.rule = "alleged-noun";
  claim.sentence = {span_of("An alleged").begin, static_cast<std::uint32_t>(text.size())};
  Event event;
  event.type = "ASSAULT";
  event.trigger = words("strike");
  event.where = {{.text = "Dovran", .span = span_of("Dovran"), .rule = "none"}};
  event.certainty = Certainty::possible;
  event.rule = "assault-noun";
  claim.events = {event};
  return claim;
}

inline Reading reading() {
  Reading r;
  r.dispatch = dispatch();
  r.claims = {strike(), losses(), alleged()};
  return r;
}

// The first paragraph of the body as an entry of a live page, written behind midnight.
inline std::vector<Entry> entries() {
  return {{.span = {span_of("Missiles").begin, span_of("he said.").end},
           .day = day(2031, 3, 11),
           .clock = Clock{std::chrono::minutes{90}, std::chrono::minutes{180}},
           .title = {"Bridge hit", "json-ld", std::nullopt},
           .as = {"2031-03-11T01:30+03:00", "json-ld", std::nullopt}}};
}

inline KeptClaim kept(const Claim& claim) {
  KeptClaim k{.claim = claim,
              .dispatch = dispatch(),
              .made_by = {"0.1.0", "aaaaaaaaaaaaaaaa", "bbbbbbbbbbbbbbbb", "cccccccccccccccc"}};
  k.dispatch.text.clear();
  k.dispatch.raw.clear();
  return k;
}

}  // namespace sayso::example
