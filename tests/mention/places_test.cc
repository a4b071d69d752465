// Tables of sentences, what places are read in them, and how they resolve; hand-written tags, no model.
#include "mention/places.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <string>
#include <vector>

#include "mention/place_choice.h"
#include "mention/tagged_builder.h"

namespace sayso {
namespace {

using testing_kit::build_tagged;
using testing_kit::Built;

struct World {
  Gazetteer gazetteer;
  PlaceWords words;
};

const World& world() {
  static const World loaded = [] {
    const auto data = std::filesystem::path(SAYSO_SOURCE_DIR) / "data";
    auto gazetteer = Gazetteer::load(data / "gazetteer");
    auto words = PlaceWords::load(data / "lexicons/place_words.tsv");
    if (!gazetteer) ADD_FAILURE() << gazetteer.error().where << ": " << gazetteer.error().message;
    if (!words) ADD_FAILURE() << words.error().where << ": " << words.error().message;
    return World{std::move(gazetteer).value(), std::move(words).value()};
  }();
  return loaded;
}

std::vector<PlaceMention> find(const Built& built) {
  return find_places(built.dispatch, built.syntax, world().gazetteer, world().words);
}

// "[Kupiansk] near Kupyansk UKR near"
std::string show(const std::vector<PlaceMention>& found) {
  std::string out;
  for (const PlaceMention& m : found) {
    const Place& p = m.place;
    out += (out.empty() ? "[" : "; [") + p.text + "] " + std::string(name_of(p.relation)) + " " +
           (p.name.empty() ? "?" : p.name + " " + p.country + " " + std::string(name_of(p.precision)));
  }
  return out;
}

// "the Ford plant", "the Kharkiv plant": the name of a firm, or of a town that many know or that is named elsewhere.
TEST(Places, BeforeAPlantStandsAFirmOrATown) {
  const auto before = [](const std::string& name, const std::string& noun) {
    const std::string sentence = "They/PRON/nsubj@2 shelled=shell/VERB the/DET/det@5 " + name + "/PROPN/compound@5 " +
                                 noun + "/NOUN/obj@2 ./PUNCT/punct@2";
    auto built = build_tagged({sentence});
    built.syntax.names.push_back({.first = TokenId{3}, .last = TokenId{4}, .kind = NameKind::place});
    return show(find(built));
  };
  EXPECT_EQ(before("Ford", "plant"), "");
  EXPECT_EQ(before("Azot", "plant"), "");
  EXPECT_EQ(before("Kharkiv", "plant"), "[Kharkiv] in Kharkiv UKR point");
  EXPECT_EQ(before("Izyum", "bakery"), "[Izyum] in Izyum UKR point");
  EXPECT_EQ(before("Ford", "dealership"), "");
  EXPECT_EQ(before("Azot", "bridge"), "[Azot] in ?") << "who knows";
  auto named =
      build_tagged({"They/PRON/nsubj@2 held=hold/VERB Azot/PROPN/obj@2 ./PUNCT/punct@2",
                    "They/PRON/nsubj@2 shelled=shell/VERB the/DET/det@5 Azot/PROPN/compound@5 plant/NOUN/obj@2 "
                    "./PUNCT/punct@2"});
  for (const std::uint32_t at : {2U, 7U})
    named.syntax.names.push_back({.first = TokenId{at}, .last = TokenId{at + 1}, .kind = NameKind::place});
  EXPECT_EQ(show(find(named)), "[Azot] in ?; [Azot] in ?");
}

struct PlaceCase {
  const char* sentence;
  const char* expected;
};

TEST(Places, SentencesAndWhatTheyName) {
  const PlaceCase table[] = {
      {"Shells fell near/ADP Kupiansk/PROPN ./PUNCT", "[Kupiansk] near Kupyansk UKR near"},
      {"Troops stood in/ADP Izium/PROPN in/ADP the Kharkiv/PROPN region/NOUN ./PUNCT",
       "[Izium] in Izyum UKR point; [Kharkiv region] in Kharkiv UKR region"},
      {"A strike hit Kharkiv/PROPN on Monday/PROPN ./PUNCT", "[Kharkiv] in Kharkiv UKR point"},
      {"They advanced in/ADP northeastern/ADJ Ukraine/PROPN ./PUNCT",
       "[northeastern Ukraine] part-of Ukraine UKR area"},
      {"They dug in 12 km south/NOUN of/ADP Izium/PROPN ./PUNCT", "[Izium] near Izyum UKR near"},
      {"Fighting on/ADP the outskirts of/ADP the town/NOUN of/ADP Bakhmut/PROPN ./PUNCT",
       "[Bakhmut] near Bakhmut UKR near"},
      {"Rockets were fired from/ADP Belgorod/PROPN ./PUNCT", "[Belgorod] from-direction Belgorod RUS point"},
      {"Columns moved towards/ADP Aleppo/PROPN ./PUNCT", "[Aleppo] toward Aleppo SYR near"},
      {"Clashes in and around/ADP Homs/PROPN went on ./PUNCT", "[Homs] around Homs SYR near"},
      {"Attacks in/ADP Donetsk/PROPN and/CCONJ Luhansk/PROPN regions/NOUN ./PUNCT",
       "[Donetsk] in Donetsk UKR region; [Luhansk regions] in Luhansk UKR region"},
      {"War in/ADP the Nagorno-Karabakh/PROPN region/NOUN and in/ADP Tigray/PROPN ./PUNCT",
       "[Nagorno-Karabakh region] in Nagorno-Karabakh AZE region; [Tigray] in Tigray ETH region"},
      {"Clashes in/ADP Deir/PROPN ez-Zor/PROPN and/CCONJ in/ADP Bosnia/PROPN and/CCONJ Herzegovina/PROPN ./PUNCT",
       "[Deir ez-Zor] in Deir ez-Zor SYR point; [Bosnia and Herzegovina] in Bosnia and Herzegovina BIH country"},
      {"Ships left for/ADP the Black/PROPN Sea/PROPN ./PUNCT", "[Black Sea] in Black Sea  area"},
      {"He grew up in/ADP Alexandria/PROPN ,/PUNCT La./PROPN and left Alexandria/PROPN early ./PUNCT",
       "[Alexandria] in Alexandria USA point; [Alexandria] in Alexandria USA point"},
      // what is no place
      {"Ukrainian/ADJ and Russian/PROPN soldiers met ./PUNCT", ""},
      {"The Washington/PROPN Post/PROPN wrote of Paris/PROPN Hilton/PROPN ./PUNCT", ""},
      {"In/ADP March/PROPN we saw General/PROPN Hama/PROPN ./PUNCT", ""},
      {"Then Police/PROPN and Hope/PROPN came ./PUNCT", ""},
      {"Army/PROPN says so ./PUNCT", ""},
      {"Dovranovitskaya/PROPN is in/ADP Varnia/PROPN ./PUNCT", ""},
  };
  for (const PlaceCase& c : table) EXPECT_EQ(show(find(build_tagged({c.sentence}))), c.expected) << c.sentence;
}

TEST(Places, AnArticleOfALaterNounIsNotTheNames) {
  const auto resolve = [](const std::string& text, const std::string& name) {
    const auto begin = static_cast<std::uint32_t>(text.find(name));
    const PlaceName asked{.span = {begin, begin + static_cast<std::uint32_t>(name.size())},
                          .passage = {0, static_cast<std::uint32_t>(text.size())}};
    return resolve_places(text, std::vector{asked}, world().gazetteer, world().words).front().name;
  };
  EXPECT_EQ(resolve("He is with the Toronto Police Department.", "Toronto"), "Toronto");
  EXPECT_EQ(resolve("They crossed the Dnipro at night.", "Dnipro"), "");
  EXPECT_EQ(resolve("They live in the Dnipro Delta now.", "Dnipro"), "");
  EXPECT_EQ(resolve("They crossed the Dnipro.", "Dnipro"), "");
}

TEST(Places, AnArticleOfTheNounBesideIsNotTheNames) {
  const auto answer = [](const char* sentence) {
    const auto found = find(build_tagged({sentence}));
    return found.empty() ? "" : found.front().place.name;
  };
  Built built = build_tagged({"The/DET Toronto/PROPN talks/NOUN ended/VERB ./PUNCT"});
  ASSERT_EQ(built.syntax.tokens.size(), 5U);
  Token& name = built.syntax.tokens[1];
  name.head = TokenId{2};
  name.relation = Relation::compound;
  EXPECT_TRUE(stands_beside_noun(built.syntax, name.span));
  EXPECT_FALSE(stands_beside_noun(built.syntax, built.syntax.tokens[2].span));
  const auto resolve = [](const std::string& text, bool beside_noun) {
    const PlaceName asked{
        .span = {4, 11}, .passage = {0, static_cast<std::uint32_t>(text.size())}, .beside_noun = beside_noun};
    return resolve_places(text, std::vector{asked}, world().gazetteer, world().words).front().name;
  };
  EXPECT_EQ(resolve("The Toronto talks ended.", true), "Toronto");
  EXPECT_EQ(resolve("the Toronto talks ended.", false), "");
  EXPECT_EQ(resolve("the Toronto river ran.", true), "");
  EXPECT_EQ(answer("They met in/ADP the U.S./PROPN city/NOUN ./PUNCT"), "United States");
}

// The country an address ends in speaks for its places; an ending all the world uses does not.
TEST(Places, AnAddressSpeaksForItsCountry) {
  const auto country = [](const char* address) {
    const std::string text = "Police were called to Edmonton yesterday.";
    const PlaceName asked{.span = {22, 30}, .passage = {0, static_cast<std::uint32_t>(text.size())}};
    return resolve_places(text, std::vector{asked}, world().gazetteer, world().words, address).front().country;
  };
  EXPECT_EQ(country(""), "CAN");
  EXPECT_EQ(country("https://www.paper.example/a"), "CAN");
  EXPECT_EQ(country("https://www.paper.co.uk/2020/a.html"), "GBR");
  EXPECT_EQ(country("https://paper.tv"), "CAN");
}

// "Izium district" lies in no other region than the words say; then its region is all that is known.
TEST(Places, ADistrictIsWhereItsRegionIs) {
  const auto read = [](const char* sentence) {
    std::string out;
    for (const PlaceMention& m : find(build_tagged({sentence})))
      out += "[" + m.place.text + "] " + (m.place.name.empty() ? "?" : m.place.name) + " " + m.place.country + " " +
             m.place.admin1 + "; ";
    return out;
  };
  EXPECT_EQ(read("They met in/ADP Kesh/PROPN district/NOUN ,/PUNCT Lviv/PROPN region/NOUN ./PUNCT"),
            "[Kesh district] ? UKR Lviv; [Lviv region] Lviv UKR Lviv; ");
  EXPECT_EQ(read("They met in/ADP Ghaziabad/PROPN district/NOUN of/ADP Lviv/PROPN region/NOUN ./PUNCT"),
            "[Ghaziabad district] ? UKR Lviv; [Lviv region] Lviv UKR Lviv; ");
}

TEST(Places, ExpectedCoordinates) {
  struct Expected {
    const char* name;
    double lat;
    double lon;
  };
  for (const Expected& e : {Expected{"Izyum", 49.21, 37.28},
                            {"Izium", 49.21, 37.28},
                            {"Kupiansk", 49.71, 37.62},
                            {"Kharkiv", 49.98, 36.25},
                            {"Kyiv", 50.45, 30.52}}) {
    const auto found = find(build_tagged({std::string("Shells hit near/ADP ") + e.name + "/PROPN ./PUNCT"}));
    ASSERT_EQ(found.size(), 1U) << e.name;
    ASSERT_TRUE(found.front().place.lat) << e.name;
    EXPECT_NEAR(*found.front().place.lat, e.lat, 0.02) << e.name;
    EXPECT_NEAR(*found.front().place.lon, e.lon, 0.02) << e.name;
    EXPECT_TRUE(found.front().place.rule == "gazetteer:exact" || found.front().place.rule == "gazetteer:folded")
        << found.front().place.rule;
  }
}

// What is read in the sentence behind one of Ian Houston, where a model calls its last "Houston" a place.
std::string after_person(const std::string& sentence) {
  auto built = build_tagged({"Ian/PROPN Houston/PROPN fell=fall/VERB ./PUNCT", sentence});
  EXPECT_TRUE(built.name("Ian Houston", NameKind::person));
  const auto last = static_cast<std::uint32_t>(built.dispatch.text.rfind("Houston"));
  for (std::uint32_t t = 2; t < built.syntax.tokens.size(); ++t)
    if (built.syntax.tokens[t].span.begin == last)
      built.syntax.names.push_back({.first = TokenId{t}, .last = TokenId{t + 1}, .kind = NameKind::place});
  return show(find(built));
}

TEST(Places, SomebodysNameIsNoPlace) {
  EXPECT_EQ(after_person("They/PRON shot=shoot/VERB Houston/PROPN ./PUNCT"), "");
  EXPECT_EQ(after_person("The/DET death/NOUN of/ADP Houston/PROPN ./PUNCT"), "");
  EXPECT_EQ(after_person("They/PRON met=meet/VERB in/ADP Houston/PROPN ./PUNCT"), "[Houston] in Houston USA point");
  EXPECT_EQ(after_person("The/DET city/NOUN of/ADP Houston/PROPN ./PUNCT"), "[Houston] in Houston USA point");
}

// "Governor Izyum said they bombed Izyum": what is bombed is the town, who is shot is not.
TEST(Places, WhatIsStruckIsAPlaceThoughSomebodyIsCalledSo) {
  const std::string place = "[Houston] in Houston USA point";
  EXPECT_EQ(after_person("They/PRON/nsubj@2 attacked=attack/VERB Houston/PROPN/obj@2 ./PUNCT/punct@2"), place);
  EXPECT_EQ(after_person("Houston/PROPN/nsubj:pass@3 was/AUX/aux:pass@3 captured=capture/VERB ./PUNCT/punct@3"), place);
  EXPECT_EQ(after_person("They/PRON/nsubj@2 shot=shoot/VERB Houston/PROPN/obj@2 ./PUNCT/punct@2"), "");
  EXPECT_EQ(
      after_person(
          "They/PRON/nsubj@2 captured=capture/VERB General/PROPN/nmod:desc@4 Houston/PROPN/obj@2 ./PUNCT/punct@2"),
      "");
}

// A small town far off that some language writes so is nothing to go by, whatever country the dispatch names.
TEST(Places, AShortOtherNameOfASmallTownDecidesNothing) {
  EXPECT_EQ(show(find(build_tagged({"Shells fell near/ADP Kesh/PROPN ./PUNCT"}))), "[Kesh] near ?");
  auto named = build_tagged({"Shells fell near/ADP Kesh/PROPN in/ADP Texas/PROPN ./PUNCT"});
  EXPECT_TRUE(named.name("Kesh", NameKind::place));
  EXPECT_EQ(show(find(named)), "[Kesh] near ?; [Texas] in Texas USA region");
  auto within = build_tagged({"Shells fell near/ADP Kesh/PROPN ,/PUNCT Oklahoma/PROPN ./PUNCT"});
  EXPECT_EQ(show(find(within)), "[Kesh] near Cache USA near; [Oklahoma] in Oklahoma USA region");
}

TEST(Places, OfADateline) {
  auto built = build_tagged({"KYIV , Ukraine ( Kharkiv News ) -"});
  built.syntax.sentences.front().read = false;
  built.syntax.sentences.front().unread = Unread::dateline;
  EXPECT_EQ(show(find(built)), "[KYIV] in Kyiv UKR point; [Ukraine] in Ukraine UKR country");
  auto posts = build_tagged({"14:05 -"});
  posts.syntax.sentences.front().read = false;
  posts.syntax.sentences.front().unread = Unread::dateline;
  EXPECT_EQ(show(find(posts)), "");
}

TEST(Places, ANameThatTheModelParts) {
  auto built = build_tagged({"In/ADP Tel/PROPN Aviv/PROPN ,/PUNCT dockers/NOUN rest/VERB ./PUNCT"});
  ASSERT_TRUE(built.name("Aviv", NameKind::place));
  EXPECT_EQ(show(find(built)), "[Tel Aviv] in Tel Aviv ISR region");
}

TEST(Places, TheModelsNamesDecide) {
  auto person = build_tagged({"Then Jordan/PROPN met Paris/PROPN in/ADP Odesa/PROPN ./PUNCT"});
  ASSERT_TRUE(person.name("Jordan", NameKind::person));
  ASSERT_TRUE(person.name("Paris", NameKind::person));
  ASSERT_TRUE(person.name("Odesa", NameKind::place));
  EXPECT_EQ(show(find(person)), "[Odesa] in Odesa UKR point");
  auto unknown = build_tagged({"Shells hit the hamlet of/ADP Dovranovitskaya/PROPN ./PUNCT"});
  ASSERT_TRUE(unknown.name("Dovranovitskaya", NameKind::place));
  EXPECT_EQ(show(find(unknown)), "[Dovranovitskaya] in ?");
  auto longer =
      build_tagged({"Troops in/ADP Eastern/PROPN Ukraine/PROPN and/CCONJ the Kharkiv/PROPN Oblast/PROPN ./PUNCT"});
  ASSERT_TRUE(longer.name("Eastern Ukraine", NameKind::place));
  ASSERT_TRUE(longer.name("Kharkiv Oblast", NameKind::place));
  EXPECT_EQ(show(find(longer)), "[Eastern Ukraine] part-of Ukraine UKR area; [Kharkiv Oblast] in Kharkiv UKR region");
}

TEST(Places, SpeakersAreNoPlaces) {
  auto built =
      build_tagged({"Moscow/PROPN/nsubj@2 said=say/VERB troops/NOUN/nsubj@4 left=leave/VERB/ccomp@2 Izium/PROPN/obj@4 "
                    "./PUNCT/punct@2"});
  ASSERT_TRUE(built.name("Moscow", NameKind::place));
  ASSERT_TRUE(built.name("Izium", NameKind::place));
  const auto found = find(built);
  EXPECT_EQ(show(found), "[Izium] in Izyum UKR point");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(index(found.front().head), 4U);
}

TEST(Places, ContextChooses) {
  // Tripoli: Libya's capital, or Lebanon's second city.
  EXPECT_EQ(
      show(find(build_tagged({"Clashes in/ADP Tripoli/PROPN and in/ADP Misrata/PROPN ,/PUNCT Libya/PROPN ./PUNCT"})))
          .substr(0, 25),
      "[Tripoli] in Tripoli LBY ");
  EXPECT_EQ(
      show(find(build_tagged({"Clashes in/ADP Tripoli/PROPN and in/ADP Beirut/PROPN ,/PUNCT Lebanon/PROPN ,/PUNCT "
                              "Lebanese/ADJ soldiers said ./PUNCT"})))
              .find("LBN") != std::string::npos,
      true);
  // Georgia: a country, or a state of the union.
  EXPECT_NE(show(find(build_tagged({"A court in/ADP Atlanta/PROPN ,/PUNCT Georgia/PROPN ,/PUNCT ruled ./PUNCT"})))
                .find("Georgia USA region"),
            std::string::npos);
  EXPECT_NE(show(find(build_tagged({"Tanks in/ADP Georgia/PROPN near/ADP Tbilisi/PROPN ./PUNCT"})))
                .find("Georgia GEO country"),
            std::string::npos);
}

TEST(Places, SpansRiseAndHeadsLieInside) {
  const auto built =
      build_tagged({"From/ADP Kharkiv/PROPN region/NOUN to/ADP eastern/ADJ Ukraine/PROPN ,/PUNCT Syria/PROPN ,/PUNCT "
                    "Iraq/PROPN and/CCONJ northern/ADJ Gaza/PROPN ./PUNCT",
                    "Kyiv/PROPN ,/PUNCT Ukraine/PROPN"});
  const auto found = find(built);
  EXPECT_GE(found.size(), 6U);
  for (std::size_t i = 0; i < found.size(); ++i) {
    const Span span = found[i].place.span;
    EXPECT_LE(i == 0 ? 0 : found[i - 1].place.span.end, span.begin);
    EXPECT_EQ(found[i].place.text, slice(built.dispatch.text, span));
    EXPECT_TRUE(span.contains(built.syntax[found[i].head].span));
  }
}

TEST(Places, SameInputSameOutput) {
  const auto built = build_tagged(
      {"San/PROPN Jose/PROPN ,/PUNCT Springfield/PROPN ,/PUNCT Tripoli/PROPN and in/ADP Paris/PROPN ./PUNCT"});
  const auto once = find(built);
  EXPECT_EQ(once, find(built));
}

TEST(Places, HostileText) {
  std::string many, commas;
  for (int i = 0; i < 4000; ++i) many += "San/PROPN Jose/PROPN ,/PUNCT Springfield/PROPN in/ADP ";
  for (int i = 0; i < 20'000; ++i) commas += "Of/PROPN ,/PUNCT ";
  for (const std::string& text : {many, commas, std::string("’/PROPN -/PROPN A/PROPN"), std::string("Ö/PROPN ")}) {
    const auto built = build_tagged({text});
    const auto begin = std::chrono::steady_clock::now();
    for (const PlaceMention& m : find(built)) EXPECT_LE(m.place.span.end, built.dispatch.text.size());
    EXPECT_LT(std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count(), 60.0);
  }
  EXPECT_TRUE(find(build_tagged({""})).empty());
}

TEST(Distance, Kilometres) {
  EXPECT_NEAR(distance_km(0, 0, 0, 0), 0, 1e-9);
  EXPECT_NEAR(distance_km(50.45, 30.52, 49.99, 36.23), 410, 10);
  EXPECT_NEAR(distance_km(0, 179.5, 0, -179.5), 111, 1);
  EXPECT_NEAR(distance_km(90, 0, -90, 0), 20015, 1);
}

}  // namespace
}  // namespace sayso
