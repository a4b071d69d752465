// Writes claims as the contract's JSON lines.
//
//     Count{"up to 250 soldiers", [701, 719), of "soldiers", high 250}
//       -> {"text":"up to 250
//       soldiers","span":[701,719],"of":"soldiers","effect":null,"low":null,"best":null,"high":250,…}
//
// Empty strings of the types mean "unknown" and are written as null. Beside the contract's names stand `continued`,
// `entry`, the dispatch's `authors`, `published_at`, `modified`, `modified_at`, `notes`, `target`, `sentence`,
// `instruments`, `cumulative`, `part` and the `rule` of each value. The contract's own example is the test
// (tests/publish/json_test.cc).
#include "publish/json.h"

#include <nlohmann/json.hpp>
#include <utility>

namespace sayso::publish {
namespace {

using Json = nlohmann::ordered_json;

Json text_or_null(std::string_view text) { return text.empty() ? Json(nullptr) : Json(text); }

template <typename T>
Json number_or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

Json day_or_null(const std::optional<Day>& day) { return day ? Json(iso(*day)) : Json(nullptr); }

Json span_json(Span span) { return Json::array({span.begin, span.end}); }

Json span_or_null(const std::optional<Span>& span) { return span ? span_json(*span) : Json(nullptr); }

Json words_json(const Words& words) { return Json{{"text", words.text}, {"span", span_json(words.span)}}; }

Json words_or_null(const std::optional<Words>& words) { return words ? words_json(*words) : Json(nullptr); }

template <typename T, typename Write>
Json list_json(const std::vector<T>& items, Write write) {
  Json list = Json::array();
  for (const T& item : items) list.push_back(write(item));
  return list;
}

// "2022-09-12T14:05+03:00"; null where the page gives the day alone.
Json time_or_null(const std::optional<Day>& day, const std::optional<Clock>& clock) {
  return day && clock ? Json(iso(*day, clock)) : Json(nullptr);
}

Json dispatch_json(const Dispatch& d) {
  return Json{{"id", d.id},
              {"url", text_or_null(d.url)},
              {"outlet", text_or_null(d.outlet.value)},
              {"title", text_or_null(d.title.value)},
              {"published", day_or_null(d.published)},
              {"published_at", time_or_null(d.published, d.published_clock)},
              {"modified", day_or_null(d.modified)},
              {"modified_at", time_or_null(d.modified, d.modified_clock)},
              {"authors", d.authors}};
}

std::string moment_text(std::chrono::sys_seconds moment) {
  const Day day = std::chrono::floor<std::chrono::days>(moment);
  const std::string time = iso_time({.since_midnight = moment - day});
  return iso(day) + "T" + time + (time.size() == 5 ? ":00Z" : "Z");
}

Json entry_json(const Entry& e, std::size_t position) {
  const auto moment = instant(e.day, e.clock);
  const bool zoned = e.clock && e.clock->ahead;
  return Json{{"position", position},
              {"title", text_or_null(e.title.value)},
              {"day", iso(e.day)},
              {"time", e.clock ? Json(iso_time(*e.clock)) : Json(nullptr)},
              {"zone", zoned ? Json(iso_zone(*e.clock->ahead)) : Json(nullptr)},
              {"instant", moment ? Json(moment_text(*moment)) : Json(nullptr)},
              {"written_as", text_or_null(e.as.value)},
              {"span", span_json(e.span)},
              {"rule", text_or_null(e.as.rule)}};
}

// A claim stands where its sentence does.
Json entry_json(const Claim& claim, const Dispatch& dispatch) {
  const Entry* const entry = entry_at(dispatch, claim.sentence);
  if (entry == nullptr) return nullptr;
  return entry_json(*entry, static_cast<std::size_t>(entry - dispatch.entries.data()) + 1);
}

Json source_json(const Source& s) {
  return Json{{"text", text_or_null(s.text)},
              {"span", span_or_null(s.span)},
              {"name", text_or_null(s.name)},
              {"kind", name_of(s.kind)},
              {"entity", text_or_null(s.entity)},
              {"of", text_or_null(s.of)},
              {"country", text_or_null(s.country)},
              {"anonymous", s.anonymous},
              {"count", s.count},
              {"other_candidates", s.other_candidates},
              {"rule", text_or_null(s.rule)}};
}

Json link_of_chain_json(const ChainLink& link) {
  return Json{{"name", text_or_null(link.name)}, {"kind", name_of(link.kind)}, {"span", span_or_null(link.span)}};
}

Json when_json(const std::optional<When>& when) {
  if (!when) return nullptr;
  return Json{{"begin", day_or_null(when->begin)},     {"end", day_or_null(when->end)},
              {"precision", name_of(when->precision)}, {"text", text_or_null(when->text)},
              {"span", span_or_null(when->span)},      {"part", text_or_null(when->part)},
              {"rule", text_or_null(when->rule)}};
}

Json participant_json(const Participant& p) {
  return Json{{"name", text_or_null(p.name)},
              {"text", p.words ? Json(p.words->text) : Json(nullptr)},
              {"span", p.words ? span_json(p.words->span) : Json(nullptr)},
              {"kind", name_of(p.kind)},
              {"country", text_or_null(p.country)},
              {"entity", text_or_null(p.entity)},
              {"rule", text_or_null(p.rule)}};
}

Json place_json(const Place& p) {
  return Json{{"text", text_or_null(p.text)},
              {"span", span_json(p.span)},
              {"relation", name_of(p.relation)},
              {"name", text_or_null(p.name)},
              {"country", text_or_null(p.country)},
              {"admin1", text_or_null(p.admin1)},
              {"lat", number_or_null(p.lat)},
              {"lon", number_or_null(p.lon)},
              {"geonames", number_or_null(p.geonames)},
              {"precision", name_of(p.precision)},
              {"rule", text_or_null(p.rule)}};
}

Json count_json(const Count& c) {
  return Json{{"text", text_or_null(c.text)},     {"span", span_json(c.span)},    {"of", text_or_null(c.of)},
              {"effect", text_or_null(c.effect)}, {"low", number_or_null(c.low)}, {"best", number_or_null(c.best)},
              {"high", number_or_null(c.high)},   {"cumulative", c.cumulative},   {"rule", text_or_null(c.rule)}};
}

Json event_json(const Event& e) {
  return Json{{"type", e.type},
              {"mode", text_or_null(e.mode)},
              {"context", e.context},
              {"cameo", text_or_null(e.cameo)},
              {"trigger", words_json(e.trigger)},
              {"actors", list_json(e.actors, participant_json)},
              {"recipients", list_json(e.recipients, participant_json)},
              {"instruments", list_json(e.instruments, participant_json)},
              {"where", list_json(e.where, place_json)},
              {"when", when_json(e.when)},
              {"counts", list_json(e.counts, count_json)},
              {"polarity", name_of(e.polarity)},
              {"certainty", name_of(e.certainty)},
              {"tense", name_of(e.tense)},
              {"rule", text_or_null(e.rule)}};
}

Json link_json(const Link& link) {
  return Json{{"to", link.to}, {"relation", link.relation}, {"rule", text_or_null(link.rule)}};
}

Json made_by_json(const Provenance& p) {
  return Json{{"version", text_or_null(p.version)},
              {"rules", text_or_null(p.rules)},
              {"lexicons", text_or_null(p.lexicons)},
              {"model", text_or_null(p.model)}};
}

Json whole_json(const Claim& claim, const Dispatch& dispatch, Json entry) {
  const Attribution& a = claim.attribution;
  return Json{{"schema", claim_schema},
              {"id", claim.id},
              {"dispatch", dispatch_json(dispatch)},
              {"entry", std::move(entry)},
              {"source", source_json(a.source)},
              {"chain", list_json(a.chain, link_of_chain_json)},
              {"carrier", words_or_null(a.carrier)},
              {"medium", words_or_null(a.medium)},
              {"cue", words_or_null(a.cue)},
              {"act", name_of(a.act)},
              {"quote", name_of(a.quote)},
              {"content", list_json(a.content, words_json)},
              {"target", words_or_null(a.target)},
              {"polarity", name_of(a.polarity)},
              {"certainty", name_of(a.certainty)},
              {"tense", name_of(a.tense)},
              {"conditional", a.conditional},
              {"author_distance", a.author_distance},
              {"continued", a.continued},
              {"said", when_json(a.said)},
              {"sentence", span_json(claim.sentence)},
              {"events", list_json(claim.events, event_json)},
              {"notes", a.notes},
              {"rule", text_or_null(a.rule)},
              {"links", list_json(claim.links, link_json)}};
}

// DEL, the C1 controls and the line separators are allowed raw in JSON, but some terminals and line readers act on
// them.
std::string with_controls_escaped(const std::string& json) {
  constexpr std::string_view hex = "0123456789abcdef";
  std::string out;
  out.reserve(json.size());
  for (std::size_t i = 0; i < json.size(); ++i) {
    const auto at = [&](std::size_t k) { return i + k < json.size() ? static_cast<unsigned char>(json[i + k]) : 0U; };
    if (at(0) == 0x7F) {
      out += "\\u007f";
    } else if (at(0) == 0xC2 && at(1) >= 0x80 && at(1) < 0xA0) {
      out += "\\u00";
      out += hex[at(1) >> 4U];
      out += hex[at(1) & 0xFU];
      i += 1;
    } else if (at(0) == 0xE2 && at(1) == 0x80 && (at(2) == 0xA8 || at(2) == 0xA9)) {
      out += at(2) == 0xA8 ? "\\u2028" : "\\u2029";
      i += 2;
    } else {
      out += json[i];
    }
  }
  return out;
}

std::string line_of(const Json& json) {
  return with_controls_escaped(json.dump(-1, ' ', false, Json::error_handler_t::replace));
}

}  // namespace

std::string claim_json(const Claim& claim, const Dispatch& dispatch) {
  return line_of(whole_json(claim, dispatch, entry_json(claim, dispatch)));
}

std::string claim_json(const KeptClaim& kept) {
  Json json = whole_json(kept.claim, kept.dispatch,
                         kept.entry ? entry_json(kept.entry->entry, kept.entry->position) : Json(nullptr));
  json["revision"] = kept.revision;
  json["superseded"] = kept.superseded;
  json["origin"] = kept.origin;
  json["copies"] = list_json(kept.copies, [](const Copy& copy) {
    return Json{{"claim", copy.claim},
                {"dispatch", copy.dispatch},
                {"outlet", text_or_null(copy.outlet)},
                {"url", text_or_null(copy.url)},
                {"published", day_or_null(copy.published)}};
  });
  json["made_by"] = made_by_json(kept.made_by);
  return line_of(json);
}

}  // namespace sayso::publish
