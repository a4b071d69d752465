// Whole views, word for word, and what they do with a hostile page.
#include "publish/view.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "publish/claim_card.h"
#include "publish/claim_list.h"
#include "publish/example_reading.h"

namespace sayso::publish {
namespace {

TEST(ReadingView, OfTheExample) {
  EXPECT_EQ(reading_view(example::reading(), {.width = 90}),
            R"(Varnia Says Bridge at Kesh Was Hit
The Ostrel Courier · Monday 10 March 2031
https://example.org/kesh
3 claims by 2 speakers, 2 with something doubtful

  1 Ivo Maran, for the Ministry of Defence of Varnia · via The Ostrel Courier     77aa0000
    says (“said”), in reported speech · 10 March 2031 · medium: Monday's briefing
    «Missiles hit a bridge near Kesh overnight», the Defence Ministry's spokesman Ivo
    Maran said in Monday's briefing.
    ● ASSAULT heavy-weapons “hit”
      who    Missiles
      whom   a bridge
      where  near Kesh (Keš, Lower Varnia, Serbia)
      when   9–10 March 2031 (“overnight”)

  2 Ivo Maran, for the Ministry of Defence of Varnia (“he”, VRN) · via The        4be1c07d
    Ostrel Courier
    says (“said”), in quoted words · 10 March 2031
    "«There are losses — up to 40 soldiers and more than 20 trucks»," he said.
    ● LOSS “losses”
      whom   Ukraine (understood)
      when   not said
      count  up to 40 soldiers (at most 40) lost
      count  more than 20 trucks (at least 21)
    doubtful: “he” could also be Ana Belt

  3 Nobody named                                                                  9c000000
    accuses (“alleged”), in reported speech
    An alleged «strike on Dovran» could not be confirmed.
    ● ASSAULT “strike”, possible
      where  Dovran (not found on the map)
      when   not said
    doubtful: only alleged, and by nobody named; the day it was said is not known;
      “Dovran” was not found on the map
)");
}

TEST(ReadingView, OfADispatchWithoutAnything) {
  EXPECT_EQ(reading_view({}, {}), "A dispatch without a title\nno date found; --published gives it\nNo claims found\n");
}

TEST(ReadingView, WidensToTheSentencesOfTheContent) {
  Reading reading = example::reading();
  reading.claims = {example::losses()};
  reading.syntax.sentences = {{.span = {36, 148}}, {.span = example::losses().sentence}};
  reading.claims.front().sentence = {};
  EXPECT_NE(
      reading_view(reading, {}).find("\"«There are losses — up to 40 soldiers and more than 20 trucks»,\" he said."),
      std::string::npos);
}

TEST(ReadingView, ClaimsOfALivePageStandUnderTheirEntries) {
  Reading reading = example::reading();
  reading.dispatch.entries = example::entries();
  const std::string view = reading_view(reading, {.width = 90});
  EXPECT_NE(view.find("2 with something doubtful\nA live page: 1 entry\n\n11 March 2031, 01:30 (+03:00) · Bridge "
                      "hit\n\n  1 Ivo Maran"),
            std::string::npos)
      << view;
  EXPECT_NE(view.find("\n\n  2 Ivo Maran"), std::string::npos) << view;
  EXPECT_NE(view.find("\n\nOutside the entries\n\n  3 Nobody"), std::string::npos) << view;
}

// Every string of a claim set to an escape sequence: none may come through.
TEST(ReadingView, NoFieldCanDriveTheTerminal) {
  const std::string bad =
      "\x1b]0;owned\x07\x1b[2J\xc2\x9b"
      "1m\r";
  Reading reading = example::reading();
  reading.dispatch.title.value = reading.dispatch.url = reading.dispatch.outlet.value = reading.dispatch.credit.value =
      bad;
  reading.dispatch.byline.value = reading.dispatch.path = bad;
  reading.dispatch.notes = {bad};
  reading.dispatch.entries = example::entries();
  reading.dispatch.entries.front().title.value = bad;
  for (Claim& claim : reading.claims) {
    Attribution& a = claim.attribution;
    claim.id = a.source.name = a.source.of = a.source.text = a.source.country = bad;
    a.source.other_candidates = a.notes = {bad};
    a.chain = {{.name = bad}};
    a.medium = a.carrier = a.target = a.cue = Words{bad, {}};
    for (Event& event : claim.events) {
      event.type = event.mode = event.trigger.text = bad;
      event.actors = {{.name = bad, .country = bad}};
      for (Place& place : event.where) place.text = place.name = place.admin1 = bad;
      for (Count& count : event.counts) count.text = count.of = count.effect = bad;
    }
  }
  std::string all = reading_view(reading, {});
  for (const Claim& claim : reading.claims) {
    KeptClaim kept = example::kept(claim);
    kept.dispatch.outlet.value = bad;
    kept.entry = KeptEntry{.entry = reading.dispatch.entries.front()};
    all += claim_list({kept}, {}) + claim_card(kept, reading.dispatch, {}) + plain_line(kept);
  }
  EXPECT_EQ(all.find('\x1b'), std::string::npos);
  EXPECT_EQ(all.find('\x07'), std::string::npos);
  EXPECT_EQ(all.find('\r'), std::string::npos);
  EXPECT_EQ(all.find("\xc2\x9b"), std::string::npos);
}

TEST(ClaimList, OfTheExample) {
  EXPECT_EQ(claim_list({example::kept(example::strike()), example::kept(example::alleged())}, {}),
            R"(10 March 2031 · Ivo Maran, for the Ministry of Defence of Varnia        77aa0000
  says “Missiles hit a bridge near Kesh overnight”
  ● ASSAULT heavy-weapons “hit”: near Kesh (Keš, Lower Varnia, Serbia); 9–10
    March 2031 (“overnight”)
  The Ostrel Courier, 10 March 2031

day not known · Nobody named                                            9c000000
  accuses “strike on Dovran”
  ● ASSAULT “strike”, possible: Dovran (not found on the map)
  The Ostrel Courier, 10 March 2031
)");
}

TEST(ClaimList, NamesTheEntry) {
  KeptClaim kept = example::kept(example::strike());
  kept.entry = KeptEntry{.position = 1, .entry = example::entries().front()};
  EXPECT_NE(claim_list({kept}, {.width = 120})
                .find("The Ostrel Courier, 10 March 2031; entry of 11 March 2031, 01:30 (+03:00) · Bridge hit\n"),
            std::string::npos);
  EXPECT_TRUE(plain_line(kept).ends_with("\t2031-03-10\t0\t2031-03-11T01:30+03:00"));
  EXPECT_TRUE(plain_line(example::kept(example::strike())).ends_with("\t2031-03-10\t0\t2031-03-10"));
  const Span span = kept.entry->entry.span;
  const std::string card = claim_card(kept, example::dispatch(), {.width = 120});
  EXPECT_NE(card.find("entry     1 of the page, text [" + std::to_string(span.begin) + "," + std::to_string(span.end) +
                      "): 11 March 2031, 01:30 (+03:00) · Bridge hit\n          by json-ld\n"),
            std::string::npos)
      << card;
}

TEST(ClaimList, PlainLinesHaveAsManyFieldsAsTheHeader) {
  const std::string header = plain_header();
  for (const Claim& claim : example::reading().claims) {
    const std::string line = plain_line(example::kept(claim));
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), std::count(header.begin(), header.end(), '\t'));
  }
}

TEST(ClaimCard, NamesBytesFilesAndRules) {
  const std::string card = claim_card(example::kept(example::losses()), example::dispatch(), {});
  for (const std::string_view part :
       {"Claim 4be1c07d00000001", "“he” · text [215,217) · file [218,220) · by pronoun", "cue       “said”",
        "by said-quoted", "“up to 40 soldiers” · text [171,188) · file [174,191) · by up-to",
        "doubtful  “he” could also be Ana Belt", "sayso 0.1.0, rules aaaaaaaaaaaa"}) {
    EXPECT_NE(card.find(part), std::string::npos) << part << "\n" << card;
  }
  EXPECT_EQ(card.find("other words"), std::string::npos);
}

TEST(ClaimCard, SaysWhenWordsAndBytesDiffer) {
  Claim claim = example::losses();
  claim.attribution.cue->text = "shouted";
  EXPECT_NE(
      claim_card(example::kept(claim), example::dispatch(), {.width = 100}).find("the text has other words there"),
      std::string::npos);
  claim.attribution.cue->span = {100000, 100004};
  EXPECT_NE(
      claim_card(example::kept(claim), example::dispatch(), {.width = 100}).find("the text has other words there"),
      std::string::npos);
}

}  // namespace
}  // namespace sayso::publish
