// Sentences with trees by hand -> the mentions, one a line:
// [words] kind number -> entity id "name" kind country (of …) (side …) | other candidates
#include "mention/actors.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "mention/sentence_builder.h"

namespace sayso {
namespace {

using test::build;
using test::Built;

const ActorLexicon& lexicon() {
  static const ActorLexicon loaded = [] {
    auto result = ActorLexicon::load(std::filesystem::path(SAYSO_SOURCE_DIR) / "data" / "lexicons");
    if (!result) std::abort();
    return std::move(*result);
  }();
  return loaded;
}

std::string mentions_of(const Built& built) {
  const Actors found = find_actors(built.dispatch, built.syntax, lexicon());
  std::string out;
  for (const ActorMention& mention : found.actors) {
    out += "[" + std::string(slice(built.dispatch.text, mention.span)) + "] " + std::string(name_of(mention.kind)) +
           " " + std::to_string(mention.number);
    if (mention.entity != no_entity) {
      const Entity& entity = found.entities[index(mention.entity)];
      out += " -> " + entity.id + " \"" + entity.name + "\"";
      if (!entity.country.empty()) out += " " + entity.country;
      if (!entity.of.empty()) out += " of " + entity.of;
      if (!entity.side.empty()) out += " side " + entity.side;
    }
    for (EntityId other : mention.other_candidates) out += " | " + found.entities[index(other)].id;
    out += "\n";
  }
  return out;
}

void expect(const char* table, const char* expected) {
  EXPECT_EQ("\n" + mentions_of(build(table)), std::string("\n") + expected);
}

// An earlier "Georgian Defense Ministry" says whose the bare one is; a short name takes the full one; pronouns look
// back.
TEST(Actors, BodiesPeopleAndPronounsOverSentences) {
  expect(R"(
  The DET 4 det DT
  Georgian ADJ 4 amod NNP
  Defense PROPN 4 compound NNP
  Ministry PROPN 5 nsubj NNP
  said VERB 0 root VBD
  its PRON 7 nmod:poss PRP$
  forces NOUN 8 nsubj NNS
  held VERB 5 ccomp VBD
  Armenian ADJ 10 amod JJ
  posts NOUN 8 obj NNS
  ~. PUNCT 5 punct PUNCT

  Defense PROPN 2 compound NNP
  Ministry PROPN 3 compound NNP
  spokesman NOUN 4 nmod:desc NN
  Tom PROPN 6 nsubj NNP
  Rell PROPN 4 flat NNP
  denied VERB 0 root VBD
  it PRON 6 obj PRP
  ~. PUNCT 6 punct PUNCT
  # name person 4-5

  Rell PROPN 2 nsubj NNP
  told VERB 0 root VBD
  reporters NOUN 2 iobj NNS
  he PRON 6 nsubj PRP
  had AUX 6 aux VBD
  seen VERB 2 ccomp VBN
  enemy NOUN 8 compound NN
  troops NOUN 6 obj NNS
  ~. PUNCT 2 punct PUNCT
  # name person 1-1
  )",
         &R"(
[The Georgian Defense Ministry] government 1 -> mod:GEO "Ministry of Defence of Georgia" GEO
[its] government 1 -> mod:GEO "Ministry of Defence of Georgia" GEO
[its forces] military 0 -> desc:military:its-forces@geo "its forces" GEO
[Armenian] government 1 -> cou:ARM "Armenia" ARM
[Defense Ministry spokesman Tom Rell] person 1 -> per:tom-rell "Tom Rell" GEO of Ministry of Defence of Georgia
[it] government 1 -> mod:GEO "Ministry of Defence of Georgia" GEO
[Rell] person 1 -> per:tom-rell "Tom Rell" GEO of Ministry of Defence of Georgia
[reporters] unnamed 0 -> desc:unnamed:reporters "reporters"
[he] person 1 -> per:tom-rell "Tom Rell" GEO of Ministry of Defence of Georgia
[enemy troops] military 0 -> desc:military:enemy-troops "enemy troops" side enemy
)"[1]);
}

// A group's forces are no army of the country that the group is of.
TEST(Actors, AGroupBeforeForcesHasThem) {
  expect("Hezbollah PROPN 2 compound NNP\nforces NOUN 3 nsubj NNS\nleft VERB 0 root VBD\n",
         R"([Hezbollah forces] group 1 -> grp:hezbollah "Hezbollah" LBN
)");
  expect(
      "A DET 4 det DT\nHezbollah PROPN 4 compound NNP\narmy NOUN 4 compound NN\ncommander NOUN 5 nsubj NN\nleft VERB 0 "
      "root VBD\n",
      R"([A Hezbollah army commander] unnamed 1 -> desc:unnamed:hezbollah-army-commander@lbn "Hezbollah army commander" LBN of Hezbollah
)");
}

TEST(Actors, AGroupThatOnlyOwnsAPhraseIsOneOfTheDispatch) {
  const Built built = build("Hezbollah PROPN 2 compound NNP\nfighters NOUN 3 nsubj NNS\nleft VERB 0 root VBD\n");
  const Actors found = find_actors(built.dispatch, built.syntax, lexicon());
  EXPECT_TRUE(std::any_of(found.entities.begin(), found.entities.end(),
                          [](const Entity& entity) { return entity.id == "grp:hezbollah"; }));
}

TEST(Actors, OfficeAndNameAreOnePhraseWhateverTheTreeHangsOnWhat) {
  const char* expected = R"([Defence minister Lena Osk] person 1 -> per:lena-osk "Lena Osk"
)";
  expect(
      "Defence NOUN 2 compound NN\nminister NOUN 3 nmod:desc NN\nLena PROPN 5 nsubj NNP\nOsk PROPN 3 flat NNP\nleft "
      "VERB 0 root VBD\n# name person 3-4\n",
      expected);
  expect(
      "Defence NOUN 2 compound NN\nminister NOUN 5 nsubj NN\nLena PROPN 2 flat NNP\nOsk PROPN 2 flat NNP\nleft VERB 0 "
      "root VBD\n# name person 3-4\n",
      expected);
  expect(
      "Defence NOUN 2 compound NN\nminister NOUN 4 compound NN\nLena PROPN 4 compound NNP\nOsk PROPN 5 nsubj NNP\nleft "
      "VERB 0 root VBD\n# name person 3-4\n",
      expected);
  expect(
      "Defence NOUN 2 compound NN\nminister NOUN 5 nsubj NN\nLena PROPN 5 nsubj NNP\nOsk PROPN 3 flat NNP\nleft VERB 0 "
      "root VBD\n# name person 3-4\n",
      expected);
  // Without a model that finds names, the office tells.
  expect(
      "Defence NOUN 2 compound NN\nminister NOUN 5 nsubj NN\nLena PROPN 2 flat NNP\nOsk PROPN 2 flat NNP\nleft VERB 0 "
      "root VBD\n",
      expected);
}

TEST(Actors, DescriptionsKeepCountrySideAndNumber) {
  expect(
      R"(
  A DET 4 det DT
  senior ADJ 4 amod JJ
  Armenian ADJ 4 amod JJ
  official NOUN 8 nsubj NN
  and CCONJ 7 cc CC
  two NUM 7 nummod CD
  residents NOUN 4 conj NNS
  described VERB 0 root VBD
  the DET 10 det DT
  attack NOUN 8 obj NN
  by ADP 13 case IN
  pro-Moscow ADJ 13 amod JJ
  fighters NOUN 10 nmod NNS
  on ADP 17 case IN
  Kyiv PROPN 17 nmod:poss NNP
  ~'s PART 15 case POS
  forces NOUN 10 nmod NNS
  ~. PUNCT 8 punct PUNCT
  )",
      R"([A senior Armenian official] unnamed 1 -> desc:unnamed:senior-armenian-official@arm "senior Armenian official" ARM
[two residents] unnamed 2 -> desc:unnamed:residents "residents"
[pro-Moscow fighters] group 0 -> desc:group:pro-moscow-fighters "pro-Moscow fighters" side pro-Moscow
[Kyiv] government 1 -> gov:UKR "Government of Ukraine" UKR
[Kyiv's forces] military 1 -> mil:UKR "Armed Forces of Ukraine" UKR
)");
}

TEST(Actors, ApposedOfficeGivesTheBodyAndBothPronounsKeepBothCandidates) {
  expect(R"(
  Lena PROPN 10 nsubj NNP
  Osk PROPN 1 flat NNP
  ~, PUNCT 5 punct PUNCT
  a DET 5 det DT
  spokeswoman NOUN 1 appos NN
  for ADP 8 case IN
  Amnesty PROPN 8 compound NNP
  International PROPN 5 nmod NNP
  ~, PUNCT 1 punct PUNCT
  met VERB 0 root VBD
  Irina PROPN 10 obj NNP
  Dal PROPN 11 flat NNP
  ~. PUNCT 10 punct PUNCT
  # name person 1-2
  # name person 11-12

  She PRON 2 nsubj PRP
  thanked VERB 0 root VBD
  the DET 4 det DT
  ministry NOUN 2 obj NN
  ~. PUNCT 2 punct PUNCT
  )",
         R"([Lena Osk] person 1 -> per:lena-osk "Lena Osk" of Amnesty International
[a spokeswoman] person 1 -> per:lena-osk "Lena Osk" of Amnesty International
[Amnesty International] organisation 1 -> org:amnesty "Amnesty International"
[Irina Dal] person 1 -> per:irina-dal "Irina Dal"
[She] person 1 -> per:lena-osk "Lena Osk" of Amnesty International | per:irina-dal
[the ministry] government 1 -> desc:government:ministry "ministry"
)");
}

TEST(Actors, UnitsTakeTheirCountryFromWordsAndNeighbours) {
  expect(R"(
  personnel NOUN 6 nsubj NN
  of ADP 5 case IN
  the DET 5 det DT
  Ukrainian ADJ 5 amod JJ
  formation NOUN 1 nmod NN
  left VERB 0 root VBD

  the DET 3 det DT
  Ukrainian ADJ 3 amod JJ
  formation NOUN 12 nsubj NN
  Kraken PROPN 3 appos NNP
  ~, PUNCT 7 punct PUNCT
  the DET 8 det DT
  113th ADJ 8 amod JJ
  Brigade PROPN 4 appos NNP
  and CCONJ 11 cc CC
  93rd ADJ 11 amod JJ
  brigade NOUN 8 conj NN
  fought VERB 0 root VBD

  The DET 2 det DT
  brigade NOUN 3 nsubj NN
  met VERB 0 root VBD
  Unit PROPN 3 obj NNP
  8200 NUM 4 nummod CD
  )",
         R"([personnel] military 0 -> desc:military:personnel@ukr "personnel" UKR
[the Ukrainian formation] unit 1 -> desc:unit:ukrainian-formation@ukr "Ukrainian formation" UKR
[the Ukrainian formation Kraken] unit 1 -> grp:kraken "Kraken" UKR of Main Directorate of Intelligence of Ukraine
[the 113th Brigade] unit 1 -> unit:113th-brigade "113th Brigade" UKR
[93rd brigade] unit 1 -> unit:93rd-brigade "93rd brigade" UKR
[The brigade] unit 1 -> unit:93rd-brigade "93rd brigade" UKR
[Unit 8200] unit 1 -> unit:unit-8200 "Unit 8200"
)");
}

// A unit that no word of its name shows to be one: the model's name says so. One without a military_unit label stays an
// organisation.
TEST(Actors, NamesOfTheModelAreUnitsOrOrganisations) {
  expect(R"(
  Grey PROPN 2 compound NNP
  Herons PROPN 3 nsubj NNPS
  struck VERB 0 root VBD
  Dovran PROPN 5 compound NNP
  Relief PROPN 3 obj NNP
  # name unit 1-2
  # name organisation 4-5
  )",
         R"([Grey Herons] unit 1 -> unit:grey-herons "Grey Herons"
[Dovran Relief] organisation 1 -> org:dovran-relief "Dovran Relief"
)");
}

TEST(Actors, CapitalsActAndCountriesStandWhereTheyAreNoPlaces) {
  // Moscow acts; Kyiv is bombed, so a place; "in Georgia" is a place; "northern Syria" is a place; "from Iran" deals.
  expect(R"(
  Moscow PROPN 2 nsubj NNP
  says VERB 0 root VBZ
  Kyiv PROPN 5 nsubj:pass NNP
  was AUX 5 aux:pass VBD
  bombed VERB 2 ccomp VBN
  from ADP 7 case IN
  Georgia PROPN 5 obl NNP
  in ADP 10 case IN
  northern ADJ 10 amod JJ
  Syria PROPN 5 obl NNP
  with ADP 12 case IN
  Iran PROPN 5 obl NNP
  )",
         R"([Moscow] government 1 -> gov:RUS "Government of Russia" RUS
[Georgia] government 1 -> cou:GEO "Georgia" GEO
[Iran] government 1 -> cou:IRN "Iran" IRN
)");
}

TEST(Actors, LongNamesSwallowTheirParts) {
  expect(R"(
  the DET 2 det DT
  Ministry PROPN 7 nsubj NNP
  of ADP 4 case IN
  Defence PROPN 2 nmod NNP
  of ADP 6 case IN
  Chile PROPN 4 nmod NNP
  told VERB 0 root VBD
  Doctors PROPN 7 obj NNPS
  Without ADP 10 case IN
  Borders PROPN 8 nmod NNPS
  Israel PROPN 13 nsubj NNP
  Katz PROPN 11 flat NNP
  lied VERB 7 ccomp VBD
  # name person 11-12
  )",
         R"([the Ministry of Defence of Chile] government 1 -> mod:CHL "Ministry of Defence of Chile" CHL
[Doctors Without Borders] organisation 1 -> org:msf "Medecins Sans Frontieres"
[Israel Katz] person 1 -> per:israel-katz "Israel Katz" ISR of Ministry of Defence of Israel
)");
}

TEST(Actors, NothingIsGuessed) {
  // No country anywhere: "the army" stays a description. Expletive "it" and "no soldiers" are nobody; "we" waits for
  // its speaker.
  expect(R"(
  The DET 2 det DT
  army NOUN 3 nsubj NN
  said VERB 0 root VBD
  it PRON 5 expl PRP
  rained VERB 3 ccomp VBD
  no DET 7 det DT
  soldiers NOUN 5 obj NNS
  we PRON 9 nsubj PRP
  left VERB 5 conj VBD
  )",
         R"([The army] military 1 -> desc:military:army "army"
[we] unnamed 0
)");
}

TEST(Actors, LookUps) {
  const Built built = build("The DET 3 det DT\nRussian ADJ 3 amod JJ\narmy NOUN 4 nsubj NN\nleft VERB 0 root VBD\n");
  const Actors found = find_actors(built.dispatch, built.syntax, lexicon());
  Mentions mentions;
  mentions.entities = found.entities;
  mentions.actors = found.actors;
  ASSERT_NE(mention_at(mentions, TokenId{2}), nullptr);
  EXPECT_EQ(country_of(mentions, *mention_at(mentions, TokenId{2})), "RUS");
  EXPECT_EQ(mention_at(mentions, TokenId{3}), nullptr);
  EXPECT_EQ(mention_covering(mentions, {4, 11}), mention_at(mentions, TokenId{2}));
  EXPECT_EQ(mention_covering(mentions, {17, 21}), nullptr);
}

TEST(Actors, OutletIsAnEntity) {
  Built built = build("Shops NOUN 2 nsubj NNS\nopened VERB 0 root VBD\n");
  built.dispatch.outlet.value = "The Moscow Times";
  const Actors found = find_actors(built.dispatch, built.syntax, lexicon());
  ASSERT_NE(found.outlet, no_entity);
  EXPECT_EQ(found.entities[index(found.outlet)].id, "out:moscow-times");
}

// Trees that no parser should make: cycles, every token a root, every token under the last.
TEST(Actors, BrokenTreesAreSurvived) {
  const char* tables[] = {
      "Moscow PROPN 2 nsubj NNP\nsays VERB 1 ccomp VBZ\nRussian ADJ 4 amod JJ\nforces NOUN 3 compound NNS\n",
      "Moscow PROPN 0 root NNP\nRussian ADJ 0 root JJ\nforces NOUN 0 root NNS\n\"~ PUNCT 0 root PUNCT\n",
      "the DET 4 conj DT\n93rd ADJ 4 conj JJ\nit PRON 4 conj PRP\nbrigade NOUN 0 conj NN\n",
      "Unit PROPN 1 flat NNP\n8200 NUM 2 nummod CD\n",
  };
  for (const char* table : tables) {
    const Built built = build(table);
    const Actors found = find_actors(built.dispatch, built.syntax, lexicon());
    std::uint32_t at = 0;
    for (const ActorMention& mention : found.actors) {
      EXPECT_LE(at, mention.span.begin);
      EXPECT_LT(mention.span.begin, mention.span.end);
      EXPECT_LE(mention.span.end, built.dispatch.text.size());
      at = mention.span.begin;
    }
  }
}

}  // namespace
}  // namespace sayso
