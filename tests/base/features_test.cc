// Morphological features: what is written -> what is printed again, one bundle after the other, and every bundle of the
// treebanks.
#include "sayso/features.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "base/tsv.h"

namespace sayso {
namespace {

TEST(Features, PrintsWhatItReads) {
  const struct {
    const char *written, *printed;
  } table[] = {
      {"_", "_"},
      {"", "_"},
      {"Number=Sing|Person=3|Tense=Past", "Number=Sing|Person=3|Tense=Past"},
      {"Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin",
       "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"},
      {"Tense=Past|VerbForm=Part|Voice=Pass", "Tense=Past|VerbForm=Part|Voice=Pass"},
      {"Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
       "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs"},
      {"Definite=Def|PronType=Art", "Definite=Def|PronType=Art"},
      {"Degree=Sup", "Degree=Sup"},
      {"NumForm=Digit|NumType=Card", "NumForm=Digit|NumType=Card"},
      {"Abbr=Yes|ExtPos=SCONJ|Foreign=Yes|Style=Vrnc|Typo=Yes",
       "Abbr=Yes|ExtPos=SCONJ|Foreign=Yes|Style=Vrnc|Typo=Yes"},
      {"Number=Plur|Person=1|Poss=Yes|Polarity=Neg|Reflex=Yes",
       "Number=Plur|Person=1|Polarity=Neg|Poss=Yes|Reflex=Yes"},
      // sorted as UD wants: Number before NumForm, whatever the capitals
      {"NumType=Card|NumForm=Word|Number=Ptan", "Number=Ptan|NumForm=Word|NumType=Card"},
      // two values at once, in either order
      {"Gender=Fem,Masc", "Gender=Fem,Masc"},
      {"Gender=Masc,Fem|PronType=Rel,Int", "Gender=Fem,Masc|PronType=Int,Rel"},
      // dropped: unknown features and values, what is no pair, broken lists; the last of two counts
      {"Animacy=Anim|Number=Sing", "Number=Sing"},
      {"Number=Dual|Person=3", "Person=3"},
      {"Gender=Fem,Neut|Gender=|=Sing|Number|||", "_"},
      {"number=Sing", "_"},
      {"Number=Sing|Number=Plur", "Number=Plur"},
      {"Number=Sing,Sing", "_"},
  };
  for (const auto& [written, printed] : table) EXPECT_EQ(name_of(features_named(written)), printed) << written;
}

TEST(Features, AreTypedValues) {
  const Features said = features_named("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin");
  EXPECT_EQ(said.value<feature::Tense>(), feature::Tense::past);
  EXPECT_EQ(said.value<feature::Person>(), feature::Person::third);
  EXPECT_EQ(said.value<feature::Case>(), feature::Case::none);
  EXPECT_TRUE(said.has(feature::Mood::ind));
  EXPECT_FALSE(said.has(feature::Mood::imp));
  EXPECT_EQ(name_of(said.with(feature::Tense::pres)), "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
  EXPECT_EQ(said.with(feature::Tense::none).with(feature::Tense::past), said);
  EXPECT_EQ(name_of(Features{}.with(feature::Voice::pass).with(feature::PronType::tot)), "PronType=Tot|Voice=Pass");
  EXPECT_TRUE(Features{}.empty());
  EXPECT_FALSE(said.empty());
  static_assert(sizeof(Features) == 8);
}

TEST(Features, EveryBundleOfTheTreebanksComesBack) {
  const std::filesystem::path trees = std::filesystem::path(SAYSO_SHARED_DIR) / "data" / "treebanks";
  if (!std::filesystem::exists(trees)) GTEST_SKIP() << "no treebanks at " << trees;
  std::size_t bundles = 0, odd = 0;
  for (const char* name : {"UD_English-EWT/en_ewt-ud-dev.conllu", "UD_English-EWT/en_ewt-ud-train.conllu",
                           "UD_English-GUM/en_gum-ud-dev.open.conllu", "UD_English-GUM/en_gum-ud-dev.nc.conllu",
                           "UD_English-GUM/en_gum-ud-train.open.conllu"}) {
    std::ifstream file(trees / name);
    for (std::string line; std::getline(file, line);) {
      const auto cells = split(line, '\t');
      if (cells.size() != 10 || cells[0].find_first_of("-.") != std::string_view::npos) continue;
      ++bundles;
      if (name_of(features_named(cells[5])) != cells[5] && ++odd < 5) ADD_FAILURE() << name << ": " << cells[5];
    }
  }
  EXPECT_EQ(odd, 0U);
  EXPECT_GT(bundles, 100000U);
}

}  // namespace
}  // namespace sayso
