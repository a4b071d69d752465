// Asking: each filter by example, then random queries against the slow obvious way.
#include <algorithm>

#include "base/utf8.h"
#include "ledger/readings.h"
#include "ledger/words_sought.h"

namespace sayso {
namespace {

// "Tosk, Renn" for the claims found, by the last word of the source's name.
std::string speakers(const Result<std::vector<KeptClaim>>& found) {
  if (!found) return outcome(found);
  std::string names;
  for (const KeptClaim& kept : *found) {
    const std::string& name = kept.claim.attribution.source.name;
    names += (names.empty() ? "" : ", ") + name.substr(name.rfind(' ') + 1);
  }
  return names;
}

class Find : public LedgerTest {
 protected:
  Find() : ledger_(opened()) { EXPECT_EQ(outcome(ledger_.add(sample(), made_by)), "done"); }
  std::string ask(const Query& query) const { return speakers(ledger_.find(query)); }
  Ledger ledger_;
};

TEST_F(Find, EachFilter) {
  const std::string all = "Tosk, Renn, Post";  // the one with a day first, then by position
  const auto day = [](const char* text) { return day_of_iso(text); };
  const std::vector<std::pair<Query, std::string>> table{
      {{}, all},
      {{.who = "tosk"}, "Tosk"},
      {{.who = "ÍLMAR"}, "Tosk"},
      {{.who = "army of"}, "Tosk"},
      {{.who = "president"}, "Renn"},
      {{.who = "%"}, ""},
      {{.who = "x' OR '1'='1"}, ""},
      {{.side = "OST"}, "Renn"},
      {{.side = "vrn"}, "Tosk"},
      {{.side = "Ukraine"}, ""},
      {{.side = "Atlantis"},
       "wrong-use: no country is called 'Atlantis'; use its English name or ISO 3166-1 alpha-3 code"},
      {{.where = "kesh"}, "Tosk"},
      {{.where = "norrland"}, "Tosk"},
      {{.where = "OST"}, "Tosk"},
      {{.where = "Lyman"}, ""},
      {{.what = "LOSS"}, "Tosk"},
      {{.what = "loss/KILLED"}, "Tosk"},
      {{.what = "LOSS/wounded"}, ""},
      {{.what = "/killed"}, "Tosk"},
      {{.what = "ASSAULT"}, "Renn"},
      {{.what = "/"}, "wrong-use: '/' names no type of event"},
      {{.act = "deny"}, "Renn"},
      {{.act = "dance"}, "wrong-use: there is no act 'dance'"},
      {{.outlet = "dovran post"}, all},
      {{.outlet = "Kesh Post"}, ""},
      {{.text = "power station"}, "Renn"},
      {{.text = "station power"}, "Renn"},
      {{.text = "\"station power\""}, ""},
      {{.text = "\"power station\""}, "Renn"},
      {{.text = "POWER-STATION!"}, "Renn"},
      {{.text = "(power station"}, "Renn"},
      {{.text = "— power — station —"}, "Renn"},
      {{.text = "bridge"}, all},  // the title's
      {{.text = "Kesh OR rain"}, "Tosk, Post"},
      {{.text = "bridge NOT rain"}, "Tosk, Renn"},
      {{.text = "soldi*"}, "Tosk"},
      {{.text = "soldi"}, ""},
      {{.text = "source: renn"}, "Renn"},
      {{.text = "NEAR(power struck)"}, "Renn"},
      {{.text = "it's"}, ""},
      {{.text = "12\" gun"}, ""},
      {{.text = "…"}, "wrong-use: '…' has no word to look for"},
      {{.text = "power OR AND station"},
       "wrong-use: 'power OR AND station' is no full-text query that can be read; put words with punctuation in double "
       "quotes"},
      {{.text = "colour:red bridge*"},
       "wrong-use: 'colour:red bridge*' is no full-text query that can be read; put words with punctuation in double "
       "quotes"},
      {{.box = Box{.south = 49, .west = 37, .north = 50, .east = 38}}, "Tosk"},
      {{.box = Box{.south = 49.71, .west = 37.61, .north = 49.71, .east = 37.61}}, "Tosk"},
      {{.box = Box{.south = 49.711, .west = 37, .north = 50, .east = 38}}, ""},
      {{.box = Box{.south = 49, .west = 170, .north = 50, .east = -170}}, ""},
      {{.box = Box{.south = 49, .west = 170, .north = 50, .east = 38}}, "Tosk"},
      {{.box = Box{.south = 2, .north = 1}}, "wrong-use: a box needs four numbers, its south not north of its north"},
      {{.said_since = day("2031-05-12")}, "Tosk"},
      {{.said_since = day("2031-05-13")}, ""},
      {{.said_until = day("2031-05-11")}, ""},
      {{.said_since = day("2031-05-01"), .said_until = day("2031-05-31")}, "Tosk"},
      {{.said_since = day("2031-05-02"), .said_until = day("2031-05-01")},
       "wrong-use: the interval ends before it begins"},
      {{.happened_since = day("2031-05-12"), .happened_until = day("2031-05-12")}, "Tosk"},
      {{.happened_until = day("2031-05-09")}, ""},
      {{.limit = 2}, "Tosk, Renn"},
      {{.who = "Tosk",
        .side = "VRN",
        .where = "Kesh",
        .what = "LOSS",
        .act = "assert",
        .outlet = "post",
        .text = "soldiers",
        .box = Box{},
        .said_since = day("2031-05-12"),
        .happened_since = day("2031-05-12")},
       "Tosk"},
      {{.who = "Tosk", .what = "ASSAULT"}, ""},
  };
  for (const auto& [query, expected] : table) {
    EXPECT_EQ(ask(query), expected) << "who=" << query.who << " where=" << query.where << " what=" << query.what
                                    << " text=" << query.text;
  }
}

TEST_F(Find, ConditionsOnEventsHoldOfOneEvent) {
  Reading reading = sample("", "Then a second page.");
  Event elsewhere = reading.claims[0].events[0];
  elsewhere.type = "CONTROL";
  elsewhere.where[0].name = "Lyman";
  reading.claims[0].events.push_back(elsewhere);
  reading.claims.resize(1);
  ASSERT_EQ(outcome(ledger_.add(reading, made_by)), "done");
  EXPECT_EQ(ask({.where = "Lyman", .what = "CONTROL"}), "Tosk");
  EXPECT_EQ(ask({.where = "Lyman", .what = "LOSS"}), "");
}

TEST_F(Find, ByIdAndPrefix) {
  const Reading reading = sample();
  const std::string id = reading.claims[1].id;
  EXPECT_EQ(ledger_.claim(id)->claim.id, id);
  EXPECT_EQ(ledger_.claim(id.substr(0, 4))->claim.id, id);
  EXPECT_EQ(outcome(ledger_.claim(id.substr(0, 3))),
            "wrong-use: the id of a claim needs at least 4 digits, not '" + id.substr(0, 3) + "'");
  EXPECT_EQ(outcome(ledger_.claim("zzzz")), "not-found: no claim has an id that begins with 'zzzz'");
  EXPECT_EQ(outcome(ledger_.claim("")), "wrong-use: the id of a claim needs at least 4 digits, not ''");
  EXPECT_EQ(outcome(ledger_.dispatch("sha256:00")), "not-found: no dispatch has the id 'sha256:00'");

  Reading twins = sample("", "Two ids that begin alike.");
  twins.claims[0].id = "abcd000000000001";
  twins.claims[1].id = "abcd000000000002";
  ASSERT_EQ(outcome(ledger_.add(twins, made_by)), "done");
  EXPECT_EQ(outcome(ledger_.claim("abcd")),
            "wrong-use: 'abcd' begins the ids of several claims (abcd000000000001, abcd000000000002)");
  EXPECT_EQ(ledger_.claim("abcd000000000002")->claim.attribution.source.name, "Oda Renn");
}

TEST(WordsSought, Table) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"Izyum", "\"Izyum\""},
      {"power station", "\"power\" \"station\""},
      {"  12 Sept.,  Kyiv\u00A0time ", "\"12\" \"Sept.,\" \"Kyiv\" \"time\""},
      {"rock and roll", "\"rock\" \"and\" \"roll\""},
      {"AND", "\"AND\""},
      {"NOT again", "\"NOT\" \"again\""},
      {"12\" gun", "\"12\"\"\" \"gun\""},
      {"-- ' OR", "\"OR\""},
      {"10:30", "\"10:30\""},
      {"\"a b\"", "\"a b\""},
      {"a AND b", "a AND b"},
      {"bridg*", "bridg*"},
      {"*", ""},
      {"", ""},
      {"Изюм", "\"Изюм\""},
  };
  for (const auto& [typed, query] : table) EXPECT_EQ(ledger::words_sought(typed), query) << typed;
}

// The same question answered by looking at every claim.
bool touches(const std::optional<When>& when, std::optional<Day> since, std::optional<Day> until) {
  if (!since && !until) return true;
  if (!when || (!when->begin && !when->end)) return false;
  return (!since || !when->end || *when->end >= *since) && (!until || !when->begin || *when->begin <= *until);
}

bool has(const std::string& text, const std::string& part) { return fold(text).find(fold(part)) != std::string::npos; }

bool fits(const Place& place, const Query& query) {
  if (!query.where.empty() && !has(place.text, query.where) && !has(place.name, query.where) &&
      !has(place.admin1, query.where) && place.country != query.where) {
    return false;
  }
  if (!query.box) return true;
  const Box& box = *query.box;
  if (!place.lat || !place.lon || *place.lat < box.south || *place.lat > box.north) return false;
  return box.west <= box.east ? *place.lon >= box.west && *place.lon <= box.east
                              : *place.lon >= box.west || *place.lon <= box.east;
}

bool fits(const Event& event, const Query& query) {
  if (!query.what.empty() && event.type != query.what && event.type + "/" + event.mode != query.what) return false;
  if (!touches(event.when, query.happened_since, query.happened_until)) return false;
  if (query.where.empty() && !query.box) return true;
  return std::any_of(event.where.begin(), event.where.end(), [&](const Place& place) { return fits(place, query); });
}

bool fits(const KeptClaim& kept, const Query& query) {
  const Source& source = kept.claim.attribution.source;
  const auto& events = kept.claim.events;
  if (!query.who.empty() && !has(source.name, query.who) && !has(source.text, query.who) && !has(source.of, query.who))
    return false;
  if (!query.side.empty() && source.country != query.side) return false;
  if (!query.act.empty() && name_of(kept.claim.attribution.act) != query.act) return false;
  if (!query.outlet.empty() && !has(kept.dispatch.outlet.value, query.outlet)) return false;
  if (!touches(kept.claim.attribution.said, query.said_since, query.said_until)) return false;
  if (query.latest_only && kept.superseded) return false;
  const bool of_events =
      !query.where.empty() || !query.what.empty() || query.box || query.happened_since || query.happened_until;
  return !of_events ||
         std::any_of(events.begin(), events.end(), [&](const Event& event) { return fits(event, query); });
}

TEST_F(LedgerTest, RandomQueriesFindWhatLookingAtEveryClaimFinds) {
  Ledger ledger = opened();
  for (std::uint32_t seed = 100; seed < 160; ++seed) {
    ASSERT_EQ(outcome(ledger.add(Dice(seed).reading(), made_by)), "done");
  }
  auto all = ledger.find({.latest_only = false});
  ASSERT_EQ(all->size(), 360U);
  Dice dice(5);
  const auto rarely = [&](auto value) { return dice.below(4) == 0 ? value : decltype(value){}; };
  std::size_t found_in_all = 0;
  for (int round = 0; round < 400; ++round) {
    Query query{.who = rarely(dice.word()),
                .side = rarely(dice.country()),
                .where = rarely(dice.word()),
                .what = rarely(std::string(dice.toss() ? "LOSS" : "CONTROL/gain")),
                .act = rarely(std::string("deny")),
                .outlet = rarely(dice.word())};
    for (std::string* text : {&query.who, &query.where, &query.outlet}) {
      if (fold(*text).empty()) text->clear();
    }
    if (dice.below(4) == 0) query.where = "UKR";
    if (dice.below(4) == 0)
      query.box = Box{.south = -80, .west = dice.below(360) - 180.0, .north = 70, .east = dice.below(360) - 180.0};
    if (dice.below(4) == 0) query.said_since = dice.day();
    if (dice.below(4) == 0) query.said_until = query.said_since.value_or(dice.day());
    if (dice.below(4) == 0) query.happened_since = dice.day();
    if (dice.below(4) == 0) query.happened_until = query.happened_since.value_or(dice.day());
    query.latest_only = dice.toss();
    std::vector<KeptClaim> expected;
    std::copy_if(all->begin(), all->end(), std::back_inserter(expected),
                 [&](const KeptClaim& kept) { return fits(kept, query); });
    const auto found = ledger.find(query);
    ASSERT_EQ(outcome(found), "done");
    ASSERT_EQ(*found, expected) << "round " << round;
    found_in_all += found->size();
  }
  EXPECT_GT(found_in_all, 1000U);  // the questions were not idle
}

}  // namespace
}  // namespace sayso
