// Holds claims against gold. See gold_match.h for what counts as right.
#include "gold_match.h"

#include <algorithm>
#include <set>

#include "base/joined.h"
#include "base/utf8.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;

// Without case, white space, final commas and stops, enclosing quotation marks.
std::string bare_words(std::string_view text) {
  std::string folded = fold(text);
  constexpr std::string_view edges = "\"',.;: ";
  const auto first = folded.find_first_not_of(edges);
  if (first == std::string::npos) return {};
  return folded.substr(first, folded.find_last_not_of(edges) - first + 1);
}

std::string printed(const std::optional<When>& when) {
  if (!when) return "-";
  return (when->begin ? iso(*when->begin) : "…") + ".." + (when->end ? iso(*when->end) : "…");
}
std::string printed_interval(const Json& interval) {
  const auto end = [](const Json& value) { return value.is_null() ? std::string("…") : value.get<std::string>(); };
  return end(interval.at(0)) + ".." + end(interval.at(1));
}
std::string printed(const std::optional<std::int64_t>& bound) { return bound ? std::to_string(*bound) : "-"; }
std::string printed_bound(const Json& bound) {
  return bound.is_null() ? "-" : std::to_string(bound.get<std::int64_t>());
}

std::string printed(const std::vector<Words>& content) {
  std::string out;
  for (const Words& words : content) out += (out.empty() ? "" : " | ") + words.text;
  return out;
}

std::set<std::string> countries_of(const std::vector<Participant>& participants) {
  std::set<std::string> countries;
  for (const Participant& participant : participants)
    if (!participant.country.empty()) countries.insert(participant.country);
  return countries;
}

std::set<std::string> strings_of(const Json& list) {
  std::set<std::string> out;
  for (const Json& value : list) out.insert(value.get<std::string>());
  return out;
}

bool names_place(const Place& place, const std::string& gold) {
  const std::string wanted = fold(gold);
  return place.lat &&
         (fold(place.text).find(wanted) != std::string::npos || fold(place.name).find(wanted) != std::string::npos);
}

bool where_right(const Event& event, const Json& gold) {
  if (event.where.size() != gold.size()) return false;
  return std::all_of(gold.begin(), gold.end(), [&](const Json& name) {
    return std::any_of(event.where.begin(), event.where.end(),
                       [&](const Place& place) { return names_place(place, name.get<std::string>()); });
  });
}

bool counts_right(const Event& event, const Json& gold) {
  if (event.counts.size() != gold.size()) return false;
  return std::all_of(gold.begin(), gold.end(), [&](const Json& wanted) {
    return std::any_of(event.counts.begin(), event.counts.end(), [&](const Count& count) {
      return fold(count.of).find(fold(wanted.at("of").get<std::string>())) != std::string::npos &&
             printed(count.low) == printed_bound(wanted.at("low")) &&
             printed(count.high) == printed_bound(wanted.at("high"));
    });
  });
}

bool recipients_right(const Event& event, const Json& gold) {
  return std::all_of(gold.begin(), gold.end(), [&](const Json& wanted) {
    return std::any_of(event.recipients.begin(), event.recipients.end(), [&](const Participant& participant) {
      const std::string text = fold(participant.name + " " + (participant.words ? participant.words->text : ""));
      return text.find(fold(wanted.get<std::string>())) != std::string::npos;
    });
  });
}

std::string printed(const Event& event) {
  std::string out = event.type + (event.mode.empty() ? "" : "/" + event.mode);
  out += " by " + joined(countries_of(event.actors), ",") + " on " + joined(countries_of(event.recipients), ",");
  for (const Participant& recipient : event.recipients) out += " [" + recipient.name + "]";
  out += " at";
  for (const Place& place : event.where)
    out += " " + place.text + (place.lat ? "" : "(?)") +
           (place.relation == PlaceRelation::in ? "" : "~" + std::string(name_of(place.relation)));
  out += " when " + printed(event.when);
  for (const Count& count : event.counts) out += " #" + count.of + ":" + printed(count.low) + "-" + printed(count.high);
  return out + " " + std::string(name_of(event.tense)) + " " + std::string(name_of(event.certainty)) + " (" +
         event.rule + ")";
}

bool event_right(const Event& event, const Json& gold) {
  if (event.type != gold.at("type")) return false;
  if (gold.contains("mode") && event.mode != gold["mode"]) return false;
  if (gold.contains("actors") && countries_of(event.actors) != strings_of(gold["actors"])) return false;
  if (gold.contains("recipients") && !recipients_right(event, gold["recipients"])) return false;
  if (gold.contains("recipients_country") &&
      countries_of(event.recipients) != std::set<std::string>{gold["recipients_country"].get<std::string>()})
    return false;
  if (gold.contains("where") && !where_right(event, gold["where"])) return false;
  if (gold.contains("relation") && !std::all_of(event.where.begin(), event.where.end(), [&](const Place& place) {
        return name_of(place.relation) == gold["relation"].get<std::string>();
      }))
    return false;
  if (gold.contains("when") && printed(event.when) != printed_interval(gold["when"])) return false;
  if (gold.contains("tense") && name_of(event.tense) != gold["tense"].get<std::string>()) return false;
  if (gold.contains("certainty") && name_of(event.certainty) != gold["certainty"].get<std::string>()) return false;
  if (gold.contains("polarity") && name_of(event.polarity) != gold["polarity"].get<std::string>()) return false;
  return !gold.contains("counts") || counts_right(event, gold["counts"]);
}

FieldResult events_result(const Claim& claim, const Json& gold) {
  std::vector<bool> used(claim.events.size());
  bool right = claim.events.size() == gold.size();
  for (const Json& wanted : gold) {
    bool found = false;
    for (std::size_t i = 0; i < claim.events.size() && !found; ++i)
      if (!used[i] && event_right(claim.events[i], wanted)) used[i] = found = true;
    right = right && found;
  }
  std::string ours;
  for (const Event& event : claim.events) ours += (ours.empty() ? "" : "; ") + printed(event);
  return {"events", right, gold.dump(), ours};
}

std::vector<FieldResult> judge(const Claim& claim, const Json& gold) {
  const Attribution& said = claim.attribution;
  std::vector<FieldResult> fields;
  const auto text = [&](const char* name, const std::string& ours) {
    if (!gold.contains(name)) return;
    const std::string wanted = gold[name].is_null() ? "" : gold[name].get<std::string>();
    fields.push_back({name, bare_words(wanted) == bare_words(ours), wanted, ours});
  };
  text("source", said.source.text.empty() ? said.source.name : said.source.text);
  text("name", said.source.name);
  text("kind", std::string(name_of(said.source.kind)));
  text("of", said.source.of);
  text("cue", said.cue ? said.cue->text : "");
  text("act", std::string(name_of(said.act)));
  text("quote", std::string(name_of(said.quote)));
  text("medium", said.medium ? said.medium->text : "");
  text("certainty", std::string(name_of(said.certainty)));
  text("polarity", std::string(name_of(said.polarity)));
  text("tense", std::string(name_of(said.tense)));
  if (gold.contains("author_distance"))
    fields.push_back({"author_distance", gold["author_distance"].get<bool>() == said.author_distance,
                      gold["author_distance"].dump(), said.author_distance ? "true" : "false"});
  if (gold.contains("said"))
    fields.push_back({"said", printed_interval(gold["said"]) == printed(said.said), printed_interval(gold["said"]),
                      printed(said.said)});
  if (gold.contains("content")) {
    bool right = gold["content"].size() == said.content.size();
    for (std::size_t i = 0; right && i < said.content.size(); ++i)
      right = bare_words(gold["content"][i].get<std::string>()) == bare_words(said.content[i].text);
    std::string wanted;
    for (const Json& piece : gold["content"]) wanted += (wanted.empty() ? "" : " | ") + piece.get<std::string>();
    fields.push_back({"content", right, wanted, printed(said.content)});
  }
  if (gold.contains("events")) fields.push_back(events_result(claim, gold["events"]));
  return fields;
}

bool overlaps(const Claim& claim, const Json& gold) {
  if (!gold.contains("content")) return false;
  for (const Json& piece : gold["content"])
    for (const Words& words : claim.attribution.content) {
      const std::string wanted = bare_words(piece.get<std::string>()), ours = bare_words(words.text);
      if (wanted.empty() || ours.empty()) continue;
      if (wanted.find(ours) != std::string::npos || ours.find(wanted) != std::string::npos) return true;
    }
  return false;
}

std::size_t right_fields(const std::vector<FieldResult>& fields) {
  return static_cast<std::size_t>(
      std::count_if(fields.begin(), fields.end(), [](const FieldResult& field) { return field.right; }));
}

}  // namespace

bool ClaimResult::wholly_right() const {
  return ours != nullptr &&
         std::all_of(fields.begin(), fields.end(), [](const FieldResult& field) { return field.right; });
}

GoldResult match_gold(const std::vector<Json>& gold, const std::vector<Claim>& ours) {
  struct Candidate {
    std::size_t score, gold, ours;
  };
  std::vector<Candidate> pairs;
  for (std::size_t g = 0; g < gold.size(); ++g)
    for (std::size_t o = 0; o < ours.size(); ++o) {
      const auto fields = judge(ours[o], gold[g]);
      const auto right = [&](const char* name) {
        return std::any_of(fields.begin(), fields.end(),
                           [&](const FieldResult& field) { return field.field == name && field.right; });
      };
      const bool same_speech = right("source") && right("cue") && ours[o].attribution.cue.has_value();
      if (overlaps(ours[o], gold[g]) || same_speech)
        pairs.push_back({right_fields(fields) + 10 * (right("content") ? 1 : 0), g, o});
    }
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const Candidate& a, const Candidate& b) { return a.score > b.score; });
  std::vector<std::ptrdiff_t> of_gold(gold.size(), -1);
  std::vector<bool> used(ours.size());
  for (const Candidate& pair : pairs)
    if (of_gold[pair.gold] < 0 && !used[pair.ours])
      of_gold[pair.gold] = static_cast<std::ptrdiff_t>(pair.ours), used[pair.ours] = true;

  GoldResult result;
  for (std::size_t g = 0; g < gold.size(); ++g) {
    ClaimResult claim{gold[g].value("id", std::to_string(g + 1)), nullptr, {}};
    if (of_gold[g] >= 0) {
      claim.ours = &ours[static_cast<std::size_t>(of_gold[g])];
      claim.fields = judge(*claim.ours, gold[g]);
    }
    result.claims.push_back(std::move(claim));
  }
  for (std::size_t o = 0; o < ours.size(); ++o)
    if (!used[o]) result.beyond.push_back(&ours[o]);
  return result;
}

}  // namespace sayso::eval
