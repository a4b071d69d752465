// Copies of one report: which dispatches are kin, and that their claims count once.
#include <algorithm>

#include "ledger/readings.h"
#include "ledger/sql.h"

namespace sayso {
namespace {

// A page of sentences, each a number here and 20 words there; the same numbers are the same words.
Reading page(const std::string& outlet, const std::string& day, const std::vector<int>& sentences,
             const std::string& last_words = "Rain fell.") {
  Reading reading = sample("https://" + outlet + ".example/river", last_words);
  reading.dispatch.outlet.value = outlet;
  reading.dispatch.published = day_of_iso(day);
  give_identity(reading.dispatch, outlet + day + reading.dispatch.text);
  for (std::size_t i = 0; i < reading.claims.size(); ++i) {
    reading.claims[i].id = claim_id(reading.dispatch, i + 1);
    reading.claims[i].dispatch = reading.dispatch.id;
  }
  reading.claims[1].links.clear();
  reading.claims[2].attribution.source.name = outlet;
  for (const int sentence : sentences)
    reading.fingerprint.sentences.push_back({.print = static_cast<std::uint64_t>(sentence) << 50U, .words = 20});
  return reading;
}

class Kin : public LedgerTest {
 protected:
  void add(const std::vector<Reading>& readings) {
    Ledger ledger = opened();
    for (const Reading& reading : readings) ASSERT_EQ(outcome(ledger.add(reading, made_by)), "done");
  }
  // "post 1, times 1, mail 3": each outlet's origin.
  std::string origins() {
    std::string line;
    for (const std::string& row :
         lines_of(Sql(file()).ask("SELECT outlet || ' ' || origin FROM dispatches ORDER BY row_id")))
      line += (line.empty() ? "" : ", ") + row;
    return line;
  }
  std::string copies() { return Sql(file()).ask("SELECT dispatch, other, rule, round(shared, 2) FROM copies"); }
};

TEST_F(Kin, ACutAndReheadedCopyHasTheSameOrigin) {
  add({page("post", "2031-05-12", {1, 2, 3, 4, 5, 6}), page("times", "2031-05-13", {1, 2, 9, 4}),
       page("mail", "2031-05-13", {11, 12, 13})});
  EXPECT_EQ(origins(), "post 1, times 1, mail 3");
  EXPECT_EQ(copies(), "2|1|sentences|0.75");
}

TEST_F(Kin, AQuotationOrTwoMakesNoCopy) {
  add({page("post", "2031-05-12", {1, 2, 3, 4, 5, 6}), page("times", "2031-05-12", {1, 2, 21, 22, 23}),
       page("mail", "2031-05-12", {6})});  // one sentence of 20 words, the whole of it, is not enough either
  EXPECT_EQ(origins(), "post 1, times 2, mail 3");
}

TEST_F(Kin, ARoundUpDoesNotJoinWhatItQuotes) {
  std::vector<int> round_up;
  for (int i = 0; i < 40; ++i) round_up.push_back(i);
  add({page("post", "2031-05-12", {0, 1, 2, 3}), page("times", "2031-05-12", {10, 11, 12, 13}),
       page("day", "2031-05-12", round_up)});
  EXPECT_EQ(origins(), "post 1, times 2, day 3");
}

TEST_F(Kin, DaysApartAreNotCopiesAndUnknownDaysNeedMore) {
  add({page("post", "2031-05-12", {1, 2, 3, 4}), page("times", "2031-05-16", {1, 2, 3, 4}),
       page("mail", "", {1, 2, 31, 32}), page("sun", "", {1, 2, 3, 4, 41})});
  EXPECT_EQ(origins(), "post 1, times 1, mail 3, sun 1");  // the last is kin of both, and so they are of one another
  EXPECT_EQ(copies(), "4|1|sentences|1.0\n4|2|sentences|1.0");
}

TEST_F(Kin, ACopyOfACopyJoinsWhatWasApart) {
  add({page("post", "2031-05-12", {1, 2, 3, 4}), page("times", "2031-05-12", {5, 6, 7, 8}),
       page("mail", "2031-05-12", {3, 4, 5, 6})});
  EXPECT_EQ(origins(), "post 1, times 1, mail 1");
}

TEST_F(Kin, ResemblanceFindsWhatWasEditedInEverySentence) {
  std::vector<Reading> pages{page("post", "2031-05-12", {1, 2, 3}), page("times", "2031-05-12", {4, 5, 6}),
                             page("mail", "2031-05-12", {7, 8, 9})};
  for (std::uint32_t i = 0; i < signature_size; ++i) {
    pages[0].fingerprint.signature.push_back(i);
    pages[1].fingerprint.signature.push_back(i < 36 ? i : 1000 + i);  // .6 the same
    pages[2].fingerprint.signature.push_back(i < 24 ? i : 2000 + i);  // .4
  }
  add(pages);
  EXPECT_EQ(origins(), "post 1, times 1, mail 3");
  EXPECT_EQ(copies(), "2|1|resemblance|0.6");
}

TEST_F(Kin, ALineUnderEveryArticleCostsNoMoreThanAnother) {
  std::vector<Reading> pages;
  for (int i = 0; i < 300; ++i) pages.push_back(page("o" + std::to_string(i), "2031-05-12", {0, 1000 + i, 2000 + i}));
  add(pages);
  EXPECT_EQ(Sql(file()).ask("SELECT count(DISTINCT origin) FROM dispatches"), "300");
  EXPECT_EQ(Sql(file()).ask("SELECT count(*) FROM sentence_prints WHERE print = 0"), "300");
}

TEST_F(Kin, ClaimsOfCopiesCountOnceAndNameTheOthers) {
  add({page("times", "2031-05-13", {1, 2, 3, 4}), page("post", "2031-05-12", {1, 2, 3, 4}),
       page("mail", "2031-05-13", {1, 2, 3, 4}, "Snow fell.")});
  const Ledger ledger = opened();
  const auto all = ledger.find({.every_copy = true}).value();
  EXPECT_EQ(all.size(), 9U);
  const auto once = ledger.find({}).value();
  ASSERT_EQ(once.size(), 4U);  // the count, the denial, and the reporters' own two last lines
  for (const KeptClaim& kept : once) {
    const bool snow = kept.claim.attribution.content[0].text == "Snow fell.";
    EXPECT_EQ(kept.dispatch.outlet.value, snow ? "mail" : "post");  // the earliest
    const std::size_t others = snow ? 0 : kept.claim.attribution.quote == Quote::own ? 1 : 2;
    EXPECT_EQ(kept.copies.size(), others);
    EXPECT_EQ(kept.origin, all[0].origin);
    for (const Copy& copy : kept.copies) EXPECT_EQ(ledger.claim(copy.claim)->dispatch.id, copy.dispatch);
  }
  // Asked of one outlet, its own copy stands for the claim.
  const auto of_times = ledger.find({.outlet = "times"}).value();
  ASSERT_EQ(of_times.size(), 3U);
  EXPECT_EQ(of_times[0].copies[0].outlet, "post");
  EXPECT_EQ(ledger.find({.limit = 2}).value().size(), 2U);
  EXPECT_EQ(Sql(file()).ask("SELECT dispatches, outlets, first_published FROM v_reports"), "3|3|2031-05-12");
  EXPECT_EQ(Sql(file()).ask("SELECT count(DISTINCT counted_as), max(attestations) FROM v_attestations"), "4|3");
}

TEST_F(Kin, WhatIsSaidTwiceInADispatchStaysTwo) {
  Reading reading = page("post", "2031-05-12", {1, 2, 3});
  reading.claims[2] = reading.claims[1];
  reading.claims[2].id = claim_id(reading.dispatch, 3);
  Reading copy = page("times", "2031-05-12", {1, 2, 3});
  add({reading, copy});
  EXPECT_EQ(opened().find({})->size(), 4U);
}

TEST_F(Kin, AReplacedVersionIsNoCopy) {
  Reading newer = page("post", "2031-05-12", {1, 2, 3}, "Snow fell.");
  add({page("post", "2031-05-12", {1, 2, 3}), newer});
  const auto found = opened().find({}).value();
  ASSERT_EQ(found.size(), 3U);
  for (const KeptClaim& kept : found) {
    EXPECT_EQ(kept.revision, 2U);
    EXPECT_EQ(kept.copies.size(), 0U);
  }
  EXPECT_EQ(opened().find({.latest_only = false})->size(), 6U);
}

}  // namespace
}  // namespace sayso
