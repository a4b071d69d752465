// The same readings make the same ledger; the same bytes change nothing; other bytes make a revision.
#include <algorithm>

#include "ledger/readings.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

using Same = LedgerTest;

TEST_F(Same, TwoRunsMakeIdenticalContent) {
  for (const char* name : {"one.ledger", "two.ledger"}) {
    auto ledger = Ledger::open(file(name));
    for (std::uint32_t seed = 0; seed < 25; ++seed) {
      ASSERT_EQ(outcome(ledger->add(Dice(seed).reading(), made_by)), "done");
      // Opening and closing in between leaves no trace.
      if (std::string(name) == "two.ledger" && seed % 10 == 9) ledger = Ledger::open(file(name));
    }
  }
  const std::string one = dump(file("one.ledger"));
  EXPECT_EQ(one == dump(file("two.ledger")), true);
  EXPECT_GT(one.size(), 100'000U);
  EXPECT_NE(one.find("== claim_text_data"), std::string::npos);  // the indexes too
  EXPECT_NE(one.find("== place_points_node"), std::string::npos);
}

TEST_F(Same, TheShellDumpsThemByteForByteAlike) {
  if (std::system("sqlite3 -version > /dev/null 2>&1") != 0) GTEST_SKIP() << "no sqlite3 shell";
  std::vector<std::string> dumps;
  for (const std::string name : {"one", "two"}) {
    {
      auto ledger = Ledger::open(file(name));
      for (std::uint32_t seed = 0; seed < 10; ++seed) ledger->add(Dice(seed).reading(), made_by).value();
    }
    ASSERT_EQ(
        std::system(("sqlite3 '" + file(name).string() + "' .dump > '" + file(name + ".sql").string() + "'").c_str()),
        0);
    dumps.push_back(bytes_of(file(name + ".sql")));
  }
  EXPECT_GT(dumps[0].size(), 50'000U);
  EXPECT_EQ(dumps[0] == dumps[1], true);
  // A dump makes a ledger again, once it says whose it is.
  ASSERT_EQ(std::system(("sqlite3 '" + file("three").string() + "' < '" + file("one.sql").string() + "'").c_str()), 0);
  Sql(file("three")).ask("PRAGMA application_id = 1935767923; PRAGMA user_version = 5");
  const auto three = Ledger::open(file("three")), one = Ledger::open(file("one"));
  ASSERT_EQ(outcome(three), "done");
  EXPECT_EQ(*three->find({}), *one->find({}));
}

TEST_F(Same, BatchesOfAnySizeMakeTheSameFile) {
  std::string first;
  for (const std::uint32_t batch : {1U, 7U, 100U, 3U}) {
    const auto at = file(std::to_string(batch) + ".ledger");
    auto ledger = Ledger::open(at);
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
      ASSERT_EQ(outcome(ledger->add(Dice(seed).reading(), made_by, Settle::later)), "done");
      if ((seed + 1) % batch == 0) {
        ASSERT_EQ(outcome(ledger->settle()), "done");
      }
      // Opening in between, with an empty memory for pages, leaves no trace either.
      if (batch == 3 && seed % 12 == 11) ledger = Ledger::open(at);
    }
    ASSERT_EQ(outcome(ledger->settle()), "done");
    { const Ledger closed = std::move(*ledger); }
    if (first.empty()) first = bytes_of(at);
    EXPECT_GT(first.size(), 100'000U);
    EXPECT_EQ(bytes_of(at) == first, true) << "batches of " << batch;
  }
}

TEST_F(Same, TheSameBytesAgainChangeNoByteOfTheFile) {
  opened().add(sample(), made_by).value();
  const std::string bytes = bytes_of(file());
  Provenance newer = made_by;
  newer.rules = "r2";
  Reading from_elsewhere = sample();
  from_elsewhere.dispatch.path = "copy.txt";
  from_elsewhere.dispatch.url = "https://mirror.example/";
  {
    Ledger ledger = opened();
    EXPECT_EQ(*ledger.add(sample(), made_by), Added::unchanged);
    EXPECT_EQ(*ledger.add(sample(), newer), Added::unchanged);
    EXPECT_EQ(*ledger.add(from_elsewhere, made_by), Added::unchanged);
  }
  EXPECT_EQ(bytes_of(file()) == bytes, true);
}

TEST_F(Same, AnotherVersionOfAnAddressIsARevision) {
  Ledger ledger = opened();
  const std::string url = "https://post.example/river";
  const Reading first = sample(url, "Rain fell."), second = sample(url, "Snow fell."),
                third = sample(url, "Hail fell.");
  EXPECT_EQ(*ledger.add(first, made_by), Added::added);
  EXPECT_EQ(*ledger.add(second, made_by), Added::revision);
  EXPECT_EQ(*ledger.add(third, made_by), Added::revision);
  EXPECT_EQ(*ledger.add(first, made_by), Added::unchanged);
  EXPECT_EQ(*ledger.add(sample("https://post.example/other", "Sun shone."), made_by), Added::added);
  const auto state = [&](const Reading& reading) {
    const auto kept = ledger.claim(reading.claims[0].id);
    return std::to_string(kept->revision) + (kept->superseded ? " superseded" : " latest");
  };
  EXPECT_EQ(state(first), "1 superseded");
  EXPECT_EQ(state(second), "2 superseded");
  EXPECT_EQ(state(third), "3 latest");
  EXPECT_EQ(ledger.find({})->size(), 6U);
  EXPECT_EQ(ledger.find({.latest_only = false})->size(), 12U);
  EXPECT_EQ(ledger.find({.text = "snow"})->size(), 0U);
  EXPECT_EQ(ledger.find({.text = "snow", .latest_only = false})->size(), 1U);
  EXPECT_EQ(*ledger.dispatch(first.dispatch.id), first.dispatch);
}

TEST_F(Same, TextsWithoutAddressAreNoRevisionsOfEachOther) {
  Ledger ledger = opened();
  EXPECT_EQ(*ledger.add(sample("", "Rain fell."), made_by), Added::added);
  EXPECT_EQ(*ledger.add(sample("", "Snow fell."), made_by), Added::added);
  EXPECT_EQ(ledger.find({})->size(), 6U);
}

TEST_F(Same, ProvenanceIsKeptOnceEach) {
  Ledger ledger = opened();
  Provenance newer = made_by;
  newer.model = "m2";
  ledger.add(sample("", "One."), made_by).value();
  ledger.add(sample("", "Two."), newer).value();
  ledger.add(sample("", "Three."), made_by).value();
  EXPECT_EQ(Sql(file()).ask("SELECT row_id, version, rules, lexicons, model FROM provenance"),
            "1|0.1.0|r1|l1|m1\n2|0.1.0|r1|l1|m2");
  EXPECT_EQ(ledger.claim(sample("", "Two.").claims[0].id)->made_by, newer);
}

TEST_F(Same, FindingDoesNotDependOnTheOrderOfAdding) {
  auto one = Ledger::open(file("one.ledger")), two = Ledger::open(file("two.ledger"));
  std::vector<Reading> readings;
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    readings.push_back(Dice(seed).reading());
    readings.back().dispatch.url.clear();  // which revision is the newest does depend on it
  }
  for (const Reading& reading : readings) one->add(reading, made_by).value();
  std::reverse(readings.begin(), readings.end());
  for (const Reading& reading : readings) two->add(reading, made_by).value();
  EXPECT_EQ(*one->find({}), *two->find({}));
}

TEST_F(Same, AReadingThatBreaksItsPromisesIsRefusedWhole) {
  Ledger ledger = opened();
  const auto refused = [&](auto spoil) {
    Reading reading = sample();
    spoil(reading);
    return outcome(ledger.add(reading, made_by));
  };
  const std::string id = sample().claims[1].id;
  EXPECT_EQ(refused([](Reading& r) { r.claims[1].attribution.cue->text = "confirmed"; }),
            "wrong-use: claim " + id + ": its cue says 'confirmed' where the text has 'denied'");
  EXPECT_EQ(refused([](Reading& r) { r.claims[1].sentence.end = 9999; }),
            "wrong-use: claim " + id + ": its sentence lies outside the text");
  EXPECT_EQ(refused([](Reading& r) { r.claims[1].id = r.claims[0].id; }),
            "wrong-use: claim " + sample().claims[0].id + ": its id stands for two claims of one dispatch");
  EXPECT_EQ(refused([](Reading& r) { r.claims[1].dispatch = "sha256:0"; }),
            "wrong-use: claim " + id + ": it belongs to another dispatch");
  EXPECT_EQ(refused([](Reading& r) { r.claims[1].attribution.within = AttributionId{0}; }),
            "wrong-use: claim " + id + ": it lies within an attribution, which a claim says by a link");
  EXPECT_EQ(refused([](Reading& r) { r.dispatch.sha256 = "abc"; }),
            "wrong-use: dispatch: its sha256 is not 64 lower-case hex digits");
  EXPECT_EQ(refused([](Reading& r) { r.claims[0].events[0].where[0].lat = 91; }),
            "wrong-use: claim " + sample().claims[0].id + ": its place lies at no latitude");
  const auto refused_entry = [&](auto spoil) {
    Reading reading = live_sample();
    spoil(reading.dispatch.entries);
    return outcome(ledger.add(reading, made_by));
  };
  using namespace std::chrono_literals;
  EXPECT_EQ(refused_entry([](auto& e) { e[1].span.end = 9999; }),
            "wrong-use: dispatch: its entry lies outside the text");
  EXPECT_EQ(refused_entry([](auto& e) { std::swap(e[0], e[1]); }), "wrong-use: dispatch: its entries do not rise");
  EXPECT_EQ(refused_entry([](auto& e) { e[0].span.end += 3; }), "wrong-use: dispatch: its entries do not rise");
  EXPECT_EQ(refused_entry([](auto& e) { e[0].clock->since_midnight = 24h; }),
            "wrong-use: dispatch: its entry was written at no time of day");
  EXPECT_EQ(refused_entry([](auto& e) { e[0].clock->ahead = 19h; }),
            "wrong-use: dispatch: its entry was written in no zone");
  EXPECT_EQ(*ledger.size(), LedgerSize{});
}

TEST_F(Same, AnIdThatIsTakenByAnotherDispatchIsRefusedWhole) {
  Ledger ledger = opened();
  ledger.add(sample(), made_by).value();
  Reading thief = sample("", "Stolen.");
  thief.claims[2].id = sample().claims[0].id;
  EXPECT_EQ(outcome(ledger.add(thief, made_by)),
            "bad-ledger: a row contradicts one that is kept (UNIQUE constraint failed: claims.id)");
  EXPECT_EQ(*ledger.size(), (LedgerSize{.dispatches = 1, .claims = 3, .events = 2, .sources = 3}));
  EXPECT_EQ(*ledger.add(sample("", "Honest."), made_by), Added::added);
}

}  // namespace
}  // namespace sayso
