// What comes out is what went in, in every field.
#include "ledger/readings.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

using RoundTrip = LedgerTest;

Dispatch about(Dispatch dispatch) {
  dispatch.text.clear();
  dispatch.paragraphs.clear();
  dispatch.links.clear();
  dispatch.raw.clear();
  dispatch.entries.clear();
  return dispatch;
}

TEST_F(RoundTrip, ASampleComesBackWhole) {
  Ledger ledger = opened();
  const Reading reading = sample();
  EXPECT_EQ(*ledger.add(reading, made_by), Added::added);
  for (const Claim& claim : reading.claims) {
    const auto kept = ledger.claim(claim.id);
    ASSERT_EQ(outcome(kept), "done");
    EXPECT_EQ(
        *kept,
        (KeptClaim{
            .claim = claim, .dispatch = about(reading.dispatch), .made_by = made_by, .origin = reading.dispatch.id}));
  }
  EXPECT_EQ(*ledger.dispatch(reading.dispatch.id), reading.dispatch);
  EXPECT_EQ(*ledger.size(), (LedgerSize{.dispatches = 1, .claims = 3, .events = 2, .sources = 3}));
}

TEST_F(RoundTrip, RandomReadingsComeBackWholeAfterReopening) {
  std::vector<Reading> readings;
  for (std::uint32_t seed = 0; seed < 120; ++seed) readings.push_back(Dice(seed).reading());
  {
    Ledger ledger = opened();
    for (const Reading& reading : readings) ASSERT_EQ(outcome(ledger.add(reading, made_by)), "done");
  }
  const Ledger ledger = opened(Ledger::Mode::read_only);
  int in_entries = 0;
  for (const Reading& reading : readings) {
    EXPECT_EQ(*ledger.dispatch(reading.dispatch.id), reading.dispatch);
    for (const Claim& claim : reading.claims) {
      const auto kept = ledger.claim(claim.id);
      ASSERT_EQ(outcome(kept), "done");
      EXPECT_EQ(kept->claim, claim);
      EXPECT_EQ(kept->dispatch, about(reading.dispatch));
      const Entry* const entry = entry_at(reading.dispatch, claim.sentence);
      ASSERT_EQ(kept->entry.has_value(), entry != nullptr);
      if (entry == nullptr) continue;
      EXPECT_EQ(kept->entry->entry, *entry);
      EXPECT_EQ(kept->entry->position, entry - reading.dispatch.entries.data() + 1);
      ++in_entries;
    }
  }
  EXPECT_GT(in_entries, 10);
}

TEST_F(RoundTrip, EntriesStandBesideTheClaimsThatStandInThem) {
  ASSERT_EQ(outcome(opened().add(live_sample(), made_by)), "done");
  Sql sql(file());
  EXPECT_EQ(sql.ask("SELECT entry, written, written_at, zone, instant, entry_title, claims, written_as, superseded, "
                    "substr(text, 1, 9) FROM v_entries ORDER BY entry"),
            "1|2031-05-13|01:30|180|2031-05-12T22:30:00Z|The bridge|1|2031-05-13T01:30+03:00|0|DOVRAN — \n"
            "2|2031-05-12|NULL|NULL|NULL|President|2|12 May|0|President");
  EXPECT_EQ(sql.ask("SELECT source, written, written_at, entry, entry_title FROM v_claims ORDER BY claim"),
            "Ilmar Tosk|2031-05-13|01:30|1|The bridge\nOda Renn|2031-05-12|NULL|2|President\n"
            "The Dovran Post|2031-05-12|NULL|2|President");
  EXPECT_EQ(sql.ask("SELECT type, written, written_at, entry FROM v_events ORDER BY claim"),
            "LOSS|2031-05-13|01:30|1\nASSAULT|2031-05-12|NULL|2");
  EXPECT_EQ(sql.ask("SELECT high, written, written_at, entry FROM v_losses"), "250|2031-05-13|01:30|1");
  EXPECT_EQ(sql.ask("PRAGMA foreign_key_check"), "");
}

TEST_F(RoundTrip, AnEmptyReadingIsKeptToo) {
  Ledger ledger = opened();
  Reading reading;
  give_identity(reading.dispatch, "nothing to claim");
  EXPECT_EQ(*ledger.add(reading, {}), Added::added);
  EXPECT_EQ(*ledger.dispatch(reading.dispatch.id), reading.dispatch);
  EXPECT_EQ(*ledger.holds(reading.dispatch.id), true);
  EXPECT_EQ(*ledger.holds(reading.dispatch.id), true);
  EXPECT_EQ(*ledger.holds(sha256_hex("something else")), false);
}

TEST_F(RoundTrip, ZeroBytesAndIllFormedTextComeBackToo) {
  Ledger ledger = opened();
  Reading reading = sample();
  reading.claims[2].attribution.notes = {std::string("a\0b", 3), "\xFF\xC3", "�"};
  ASSERT_EQ(outcome(ledger.add(reading, made_by)), "done");
  EXPECT_EQ(ledger.claim(reading.claims[2].id)->claim, reading.claims[2]);
}

TEST_F(RoundTrip, DaysFarAway) {
  Ledger ledger = opened();
  Reading reading = sample();
  using namespace std::chrono_literals;
  reading.claims[0].attribution.said->begin = Day{-752y / 1 / 30};
  reading.claims[0].attribution.said->end = Day{12022y / 2 / 28};
  ASSERT_EQ(outcome(ledger.add(reading, made_by)), "done");
  EXPECT_EQ(ledger.claim(reading.claims[0].id)->claim, reading.claims[0]);
}

}  // namespace
}  // namespace sayso
