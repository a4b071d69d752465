// Values in, words out.
#include "publish/plain_words.h"

#include <gtest/gtest.h>

#include "publish/doubts.h"
#include "publish/example_reading.h"

namespace sayso::publish {
namespace {

using example::day;

TEST(PlainWords, Intervals) {
  const auto words = [](std::optional<Day> begin, std::optional<Day> end) {
    return interval_words({.begin = begin, .end = end});
  };
  EXPECT_EQ(words(day(2022, 9, 12), day(2022, 9, 12)), "12 September 2022");
  EXPECT_EQ(words(day(2022, 9, 10), day(2022, 9, 11)), "10–11 September 2022");
  EXPECT_EQ(words(day(2022, 8, 30), day(2022, 9, 2)), "30 August – 2 September 2022");
  EXPECT_EQ(words(day(2021, 12, 31), day(2022, 1, 1)), "31 December 2021 – 1 January 2022");
  EXPECT_EQ(words(day(2022, 9, 1), day(2022, 9, 30)), "September 2022");
  EXPECT_EQ(words(day(2024, 2, 1), day(2024, 2, 29)), "February 2024");
  EXPECT_EQ(words(day(2022, 1, 1), day(2022, 12, 31)), "2022");
  EXPECT_EQ(words(day(2022, 2, 24), {}), "since 24 February 2022");
  EXPECT_EQ(words({}, day(2022, 9, 12)), "until 12 September 2022");
  EXPECT_EQ(words({}, {}), "");
  EXPECT_EQ(weekday_words(day(2022, 9, 12)), "Monday 12 September 2022");
}

TEST(PlainWords, WhenKeepsTheWordsOfTheText) {
  When when{.begin = day(2022, 9, 11), .end = day(2022, 9, 11), .text = "Sunday evening", .part = "evening"};
  EXPECT_EQ(when_words(when), "11 September 2022 (“Sunday evening”)");
  EXPECT_EQ(when_words({.text = "recently"}), "“recently”");
}

TEST(PlainWords, CountsSayTheirBounds) {
  EXPECT_EQ(count_words({.text = "17 people", .of = "people", .effect = "killed", .low = 17, .best = 17, .high = 17}),
            "17 people killed");
  EXPECT_EQ(count_words({.text = "up to 250 soldiers", .of = "soldiers", .high = 250}),
            "up to 250 soldiers (at most 250)");
  EXPECT_EQ(count_words({.text = "more than 20", .of = "trucks", .low = 21}), "more than 20 trucks (at least 21)");
  EXPECT_EQ(count_words({.text = "about 40 tanks", .of = "tanks", .best = 40, .cumulative = true}),
            "about 40 tanks (about 40), in all so far");
  EXPECT_EQ(count_words({.text = "20 to 30 men", .of = "men", .low = 20, .high = 30}), "20 to 30 men (20 to 30)");
  EXPECT_EQ(
      count_words({.text = "12 wounded", .of = "wounded", .effect = "wounded", .low = 12, .best = 12, .high = 12}),
      "12 wounded");
  EXPECT_EQ(count_words({.text = "some", .of = "men"}), "some men");
}

TEST(PlainWords, PlacesSayWhereTheyLie) {
  EXPECT_EQ(place_words({.text = "Kupiansk",
                         .relation = PlaceRelation::near,
                         .name = "Kupiansk",
                         .country = "UKR",
                         .admin1 = "Kharkiv"}),
            "near Kupiansk (Kharkiv, Ukraine)");
  EXPECT_EQ(place_words({.text = "Ukraine", .name = "Ukraine", .country = "UKR"}), "Ukraine");
  EXPECT_EQ(place_words({.text = "Dovran"}), "Dovran (not found on the map)");
}

TEST(PlainWords, ParticipantsByNameThenWords) {
  EXPECT_EQ(participant_words({.name = "93rd brigade", .country = "UKR", .words = Words{"the 93rd brigade", {}}}),
            "the 93rd brigade (Ukraine)");
  EXPECT_EQ(participant_words({.name = "Government of Russia", .country = "RUS", .words = Words{"the Kremlin", {}}}),
            "Government of Russia (“the Kremlin”)");
  EXPECT_EQ(participant_words({.words = Words{"a bridge", {}}}), "a bridge");
  EXPECT_EQ(participant_words({.name = "Russia", .country = "RUS"}), "Russia (understood)");
}

TEST(PlainWords, CountriesHaveNames) {
  EXPECT_EQ(country_words("RUS"), "Russia");
  EXPECT_EQ(country_words("VRN"), "VRN");
  EXPECT_EQ(country_words(""), "");
  EXPECT_EQ(country_words("\x1b[2"), "\x1b[2");
}

TEST(PlainWords, SpeakersAndTheWayOfTheirWords) {
  EXPECT_EQ(speaker_words(example::strike().attribution), "Ivo Maran, for the Ministry of Defence of Varnia");
  EXPECT_EQ(speaker_words(example::losses().attribution),
            "Ivo Maran, for the Ministry of Defence of Varnia (“he”, VRN)");
  EXPECT_EQ(speaker_words(example::alleged().attribution), "Nobody named");
  EXPECT_EQ(via_words(example::strike().attribution), "The Ostrel Courier");
  Attribution own;
  own.quote = Quote::own;
  own.source = {.name = "The Ostrel Courier", .kind = EntityKind::outlet};
  own.chain = {{.name = "The Ostrel Courier"}};
  EXPECT_EQ(speaker_words(own), "The Ostrel Courier, in its own words");
  EXPECT_EQ(via_words(own), "");
}

TEST(Doubts, OfClaims) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(doubts(example::strike()), Lines{});
  EXPECT_EQ(doubts(example::losses()), (Lines{"“he” could also be Ana Belt"}));
  EXPECT_EQ(doubts(example::alleged()), (Lines{"only alleged, and by nobody named", "the day it was said is not known",
                                               "“Dovran” was not found on the map"}));
}

TEST(Doubts, OfEachKind) {
  Claim claim = example::strike();
  Attribution& a = claim.attribution;
  a.source.anonymous = true;
  a.source.count = 4;
  a.certainty = Certainty::probable;
  a.author_distance = true;
  a.continued = true;
  a.conditional = true;
  a.notes = {"unbalanced quotation marks"};
  claim.events.front().certainty = Certainty::possible;
  claim.events.front().when->begin.reset();
  EXPECT_EQ(doubts(claim),
            (std::vector<std::string>{"put forward as likely, not as certain", "the speakers are not named",
                                      "the reporter keeps a distance from it (“said”)", "said under a condition",
                                      "no speaker stands beside it: taken to go on from the words before",
                                      "“hit” is put as possible", "when “hit” began is not said",
                                      "unbalanced quotation marks"}));
}

}  // namespace
}  // namespace sayso::publish
