#include "mention/units.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "mention/sentence_builder.h"

namespace sayso {
namespace {

std::string unit(const char* table) {
  static const ActorLexicon lexicon =
      std::move(*ActorLexicon::load(std::filesystem::path(SAYSO_SOURCE_DIR) / "data" / "lexicons"));
  const test::Built built = test::build(table);
  const Tree tree(built.syntax);
  const mention::Marks marks = mention::mark(built.dispatch.text, tree, lexicon);
  for (const mention::Chunk& chunk : mention::Chunker(tree).chunks())
    if (const auto found = mention::unit_in(built.dispatch.text, tree, marks, lexicon, chunk))
      return std::string(
          slice(built.dispatch.text, {built.syntax[found->first].span.begin, built.syntax[found->last].span.end}));
  return "-";
}

TEST(Units, NumberArmEchelonAndName) {
  EXPECT_EQ(unit("the DET 4 det\n93rd ADJ 4 amod\nmechanized VERB 4 amod\nbrigade NOUN 0 root\n"),
            "93rd mechanized brigade");
  EXPECT_EQ(unit("113th ADJ 4 amod\nTerritorial ADJ 4 amod\nDefense PROPN 4 compound\nBrigade PROPN 0 root\n"),
            "113th Territorial Defense Brigade");
  EXPECT_EQ(unit("Third ADJ 2 amod\nCorps PROPN 0 root\n"), "Third Corps");
  EXPECT_EQ(unit("the DET 4 det\nUkrainian ADJ 4 amod\nnationalist NOUN 4 compound\nformation NOUN 0 root\nKraken "
                 "PROPN 4 appos\n"),
            "Kraken");
  EXPECT_EQ(unit("Heron PROPN 2 compound\nbattalion NOUN 0 root\n"), "Heron battalion");
  EXPECT_EQ(unit("Heron PROPN 3 compound\nAssault PROPN 3 compound\nBrigade PROPN 0 root\n"), "Heron Assault Brigade");
  EXPECT_EQ(unit("Unit PROPN 0 root\n8200 NUM 1 nummod\n"), "Unit 8200");
  EXPECT_EQ(unit("8th ADJ 2 amod\nArmy PROPN 0 root\n"), "8th Army");
}

TEST(Units, DescriptionsAndOtherThingsAreNone) {
  EXPECT_EQ(unit("the DET 2 det\nbrigade NOUN 0 root\n"), "-");
  EXPECT_EQ(unit("two NUM 2 nummod\nbrigades NOUN 0 root NNS\n"), "-");
  EXPECT_EQ(unit("two NUM 3 nummod\nRussian ADJ 3 amod\nbrigades NOUN 0 root NNS\n"), "-");
  EXPECT_EQ(unit("the DET 3 det\nRussian ADJ 3 amod\narmy NOUN 0 root\n"), "-");
  EXPECT_EQ(unit("oil NOUN 2 compound\ncompany NOUN 0 root\n"), "-");
  EXPECT_EQ(unit("Tor PROPN 2 compound\nGroup PROPN 0 root\n"), "-");
  EXPECT_EQ(unit("the DET 2 det\nthird ADJ 0 root\n"), "-");
}

TEST(Units, Numbers) {
  for (const char* yes : {"93rd", "1st", "2nd", "113th", "8200", "first", "Third", "XIV", "2d"})
    EXPECT_TRUE(mention::is_unit_number(yes)) << yes;
  for (const char* no : {"", "th", "93rds", "155mm", "2.5", "1,200", "1234567", "X", "Ninety", "I", "thirds"})
    EXPECT_FALSE(mention::is_unit_number(no)) << no;
}

}  // namespace
}  // namespace sayso
