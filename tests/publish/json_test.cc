// The output contract: its own example, the published schema, and the bytes.
#include "publish/json.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <regex>

#include "base/file.h"
#include "publish/example_reading.h"

namespace sayso::publish {
namespace {

using Json = nlohmann::ordered_json;

// The contract's example, cut to its keys: every one of them must be printed, in this nesting.
constexpr const char* contract = R"({
 "schema": 0, "id": 0,
 "dispatch": {"id": 0, "url": 0, "outlet": 0, "title": 0, "published": 0},
 "source": {"text": 0, "span": 0, "name": 0, "kind": 0, "entity": 0, "of": 0, "country": 0, "anonymous": 0, "count": 0},
 "chain": [{"name": 0, "kind": 0}],
 "carrier": 0, "medium": {"text": 0, "span": 0}, "cue": {"text": 0, "span": 0}, "act": 0, "quote": 0,
 "content": [{"text": 0, "span": 0}],
 "polarity": 0, "certainty": 0, "tense": 0, "conditional": 0, "author_distance": 0,
 "said": {"begin": 0, "end": 0, "precision": 0, "text": 0, "span": 0},
 "events": [{"type": 0, "mode": 0, "context": 0, "cameo": 0, "trigger": {"text": 0, "span": 0},
   "actors": [{"name": 0, "country": 0, "text": 0, "rule": 0}],
   "recipients": [{"text": 0, "span": 0, "kind": 0, "country": 0}],
   "where": [{"text": 0, "span": 0, "relation": 0, "name": 0, "country": 0, "admin1": 0, "lat": 0, "lon": 0, "geonames": 0, "precision": 0}],
   "when": {"begin": 0, "end": 0, "precision": 0},
   "counts": [{"text": 0, "span": 0, "of": 0, "effect": 0, "low": 0, "best": 0, "high": 0}],
   "polarity": 0, "certainty": 0, "tense": 0, "rule": 0}],
 "rule": 0, "links": []})";

// Keys of `wanted` that `printed` lacks; keys must also rise in the same order at the top.
void expect_keys(const Json& wanted, const Json& printed, const std::string& path) {
  if (wanted.is_array()) {
    ASSERT_TRUE(printed.is_array()) << path;
    if (wanted.empty()) return;
    ASSERT_FALSE(printed.empty()) << path;
    return expect_keys(wanted.front(), printed.front(), path + "[0]");
  }
  if (!wanted.is_object()) return;
  ASSERT_TRUE(printed.is_object()) << path;
  for (const auto& [key, value] : wanted.items()) {
    ASSERT_TRUE(printed.contains(key)) << path << "." << key;
    expect_keys(value, printed[key], path + "." + key);
  }
}

// The part of JSON Schema that docs/claim.schema.json uses.
class Schema {
 public:
  explicit Schema(Json root) : root_(std::move(root)) {}

  std::string fault(const Json& value) const { return fault(root_, value, "$"); }

 private:
  static bool is(const std::string& type, const Json& v) {
    if (type == "object") return v.is_object();
    if (type == "array") return v.is_array();
    if (type == "string") return v.is_string();
    if (type == "boolean") return v.is_boolean();
    if (type == "integer") return v.is_number_integer();
    if (type == "number") return v.is_number();
    return type == "null" && v.is_null();
  }

  std::string fault(const Json& schema, const Json& v, const std::string& path) const {
    if (schema.contains("$ref")) return fault(root_["$defs"][schema["$ref"].get<std::string>().substr(8)], v, path);
    if (schema.contains("oneOf")) {
      std::string all;
      for (const Json& choice : schema["oneOf"]) {
        const std::string why = fault(choice, v, path);
        if (why.empty()) return "";
        all = why;
      }
      return all;
    }
    if (schema.contains("const") && schema["const"] != v) return path + ": not the constant";
    if (schema.contains("enum") && std::find(schema["enum"].begin(), schema["enum"].end(), v) == schema["enum"].end()) {
      return path + ": " + v.dump() + " is none of the names";
    }
    if (schema.contains("type")) {
      const Json types = schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
      if (std::none_of(types.begin(), types.end(), [&](const Json& t) { return is(t, v); }))
        return path + ": " + v.dump() + " is of another type";
    }
    if (v.is_string() && schema.contains("pattern") &&
        !std::regex_search(v.get<std::string>(), std::regex(schema["pattern"].get<std::string>()))) {
      return path + ": " + v.dump() + " has another form";
    }
    if (v.is_number() && schema.contains("minimum") && v.get<double>() < schema["minimum"].get<double>())
      return path + ": too small";
    if (v.is_number() && schema.contains("maximum") && v.get<double>() > schema["maximum"].get<double>())
      return path + ": too great";
    if (v.is_array() && schema.contains("minItems") && v.size() < schema["minItems"].get<std::size_t>())
      return path + ": too short";
    if (v.is_array() && schema.contains("maxItems") && v.size() > schema["maxItems"].get<std::size_t>())
      return path + ": too long";
    if (v.is_array() && schema.contains("items")) {
      for (const Json& item : v) {
        if (auto why = fault(schema["items"], item, path + "[]"); !why.empty()) return why;
      }
    }
    if (!v.is_object() || !schema.contains("properties")) return "";
    for (const Json& key : schema["required"]) {
      if (!v.contains(key.get<std::string>())) return path + "." + key.get<std::string>() + " is missing";
    }
    for (const auto& [key, value] : v.items()) {
      if (!schema["properties"].contains(key)) return path + "." + key + " is not in the schema";
      if (auto why = fault(schema["properties"][key], value, path + "." + key); !why.empty()) return why;
    }
    return "";
  }

  Json root_;
};

const Schema& schema() {
  static const Schema read(Json::parse(read_file(std::string(SAYSO_SOURCE_DIR) + "/docs/claim.schema.json").value()));
  return read;
}

// One claim that has everything.
Claim full_claim() {
  Claim claim = example::strike();
  claim.attribution.carrier = example::words("Varnia");
  claim.attribution.target = example::words("Kesh");
  claim.events.front().counts = example::losses().events.front().counts;
  claim.links = {{.to = "4be1c07d00000001", .relation = "repeats", .rule = "same-words"}};
  return claim;
}

TEST(ClaimJson, HasTheContractsKeys) {
  const Json printed = Json::parse(claim_json(full_claim(), example::dispatch()));
  expect_keys(Json::parse(contract), printed, "$");
  std::vector<std::string> wanted, order;
  const Json keys = Json::parse(contract);
  for (const auto& [key, value] : keys.items()) wanted.push_back(key);
  for (const auto& [key, value] : printed.items()) {
    if (keys.contains(key)) order.push_back(key);
  }
  EXPECT_EQ(order, wanted);
}

TEST(ClaimJson, FitsTheSchema) {
  Claim empty;
  empty.id = "0000000000000000";
  for (const Claim& claim : {full_claim(), example::losses(), example::alleged(), empty}) {
    EXPECT_EQ(schema().fault(Json::parse(claim_json(claim, example::dispatch()))), "");
    EXPECT_EQ(schema().fault(Json::parse(claim_json(claim, {}))), "");
    EXPECT_EQ(schema().fault(Json::parse(claim_json(example::kept(claim)))), "");
  }
}

TEST(ClaimJson, EveryNameIsInTheSchema) {
  Claim claim = full_claim();
  for (int i = 0; i <= static_cast<int>(Act::show); ++i) {
    claim.attribution.act = static_cast<Act>(i);
    EXPECT_EQ(schema().fault(Json::parse(claim_json(claim, {}))), "");
  }
  for (int i = 0; i <= static_cast<int>(TimePrecision::longer); ++i) {
    claim.attribution.said->precision = static_cast<TimePrecision>(i);
    EXPECT_EQ(schema().fault(Json::parse(claim_json(claim, {}))), "");
  }
  for (int i = 0; i <= static_cast<int>(EntityKind::place); ++i) {
    claim.events.front().actors.front().kind = static_cast<EntityKind>(i);
    EXPECT_EQ(schema().fault(Json::parse(claim_json(claim, {}))), "");
  }
  for (int i = 0; i <= static_cast<int>(PlaceRelation::around); ++i) {
    claim.events.front().where.front().relation = static_cast<PlaceRelation>(i);
    EXPECT_EQ(schema().fault(Json::parse(claim_json(claim, {}))), "");
  }
}

TEST(ClaimJson, SchemaRefusesWhatIsWrong) {
  Json json = Json::parse(claim_json(full_claim(), example::dispatch()));
  json["act"] = "shout";
  EXPECT_NE(schema().fault(json), "");
  json = Json::parse(claim_json(full_claim(), example::dispatch()));
  json["events"][0].erase("where");
  EXPECT_NE(schema().fault(json), "");
}

TEST(ClaimJson, SaysWhoSignedAndWhenToTheMinute) {
  Dispatch dispatch = example::dispatch();
  dispatch.published = day_of_iso("2031-03-10");
  Json printed = Json::parse(claim_json(full_claim(), dispatch))["dispatch"];
  EXPECT_EQ(printed["published_at"], nullptr) << "the day alone";
  EXPECT_EQ(printed["modified"], nullptr);
  EXPECT_EQ(printed["authors"], Json::array());
  dispatch.published_clock = clock_of_iso("09:05+03:00");
  dispatch.modified = day_of_iso("2031-03-11");
  dispatch.modified_clock = clock_of_iso("18:30:10");
  dispatch.authors = {"Anna Kesh", "Bo Ostrel"};
  const Json line = Json::parse(claim_json(full_claim(), dispatch));
  printed = line["dispatch"];
  EXPECT_EQ(printed["published"], "2031-03-10");
  EXPECT_EQ(printed["published_at"], "2031-03-10T09:05+03:00");
  EXPECT_EQ(printed["modified"], "2031-03-11");
  EXPECT_EQ(printed["modified_at"], "2031-03-11T18:30:10");
  EXPECT_EQ(printed["authors"], Json::array({"Anna Kesh", "Bo Ostrel"}));
  EXPECT_EQ(schema().fault(line), "");
}

TEST(ClaimJson, ValuesAsTheContractShowsThem) {
  const Json printed = Json::parse(claim_json(full_claim(), example::dispatch()));
  EXPECT_EQ(printed["schema"], "sayso.claim/1");
  EXPECT_EQ(printed["dispatch"]["published"], "2031-03-10");
  EXPECT_EQ(printed["events"][0]["where"][0]["lat"].dump(), "49.71");
  EXPECT_EQ(printed["events"][0]["counts"][0]["low"], nullptr);
  EXPECT_EQ(printed["events"][0]["counts"][0]["high"], 40);
  EXPECT_EQ(printed["events"][0]["recipients"][0]["text"], "a bridge");
  const Span cue = example::span_of("said");
  EXPECT_EQ(printed["cue"]["span"], Json::array({cue.begin, cue.end}));
  const Json hidden = Json::parse(claim_json(example::alleged(), example::dispatch()));
  EXPECT_EQ(hidden["source"]["text"], nullptr);
  EXPECT_EQ(hidden["source"]["kind"], "unnamed");
  EXPECT_EQ(hidden["carrier"], nullptr);
}

TEST(ClaimJson, SaysTheEntryItStandsIn) {
  Dispatch live = example::dispatch();
  live.entries = example::entries();
  const Json inside = Json::parse(claim_json(full_claim(), live));
  EXPECT_EQ(schema().fault(inside), "");
  const Span span = live.entries.front().span;
  EXPECT_EQ(inside["entry"].dump(),
            R"({"position":1,"title":"Bridge hit","day":"2031-03-11","time":"01:30","zone":"+03:00",)"
            R"("instant":"2031-03-10T22:30:00Z","written_as":"2031-03-11T01:30+03:00","span":[)" +
                std::to_string(span.begin) + "," + std::to_string(span.end) + R"(],"rule":"json-ld"})");
  EXPECT_EQ(Json::parse(claim_json(example::alleged(), live))["entry"], nullptr);
  KeptClaim kept = example::kept(full_claim());
  kept.entry = KeptEntry{.position = 7, .entry = live.entries.front()};
  kept.entry->entry.clock.reset();
  const Json loaded = Json::parse(claim_json(kept));
  EXPECT_EQ(schema().fault(loaded), "");
  EXPECT_EQ(loaded["entry"]["position"], 7);
  EXPECT_EQ(loaded["entry"]["day"], "2031-03-11");
  for (const char* unknown : {"time", "zone", "instant"}) EXPECT_EQ(loaded["entry"][unknown], nullptr) << unknown;
}

TEST(ClaimJson, IsOneSafeLineOfUtf8) {
  Claim claim = full_claim();
  claim.attribution.cue->text = "said\n\x1b[2J\x7f\xc2\x9b\xe2\x80\xa8 Київ \xff";
  const std::string line = claim_json(claim, example::dispatch());
  EXPECT_EQ(line.find_first_of("\n\x1b\x7f"), std::string::npos);
  EXPECT_EQ(line.find("\xc2\x9b"), std::string::npos);
  EXPECT_EQ(Json::parse(line)["cue"]["text"], "said\n\x1b[2J\x7f\xc2\x9b\xe2\x80\xa8 Київ \xef\xbf\xbd");
  EXPECT_NE(line.find("Київ"), std::string::npos);
}

}  // namespace
}  // namespace sayso::publish
