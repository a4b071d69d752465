// Noun phrases as the keys write them. Every message is invented.
#include "muc4_phrases.h"

#include <gtest/gtest.h>

#include <optional>

namespace sayso::eval {
namespace {

class Muc4Phrases : public testing::Test {
 protected:
  void read(const std::string& text) {
    static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
    ASSERT_TRUE(reader);
    auto reading = reader->read(text, {.format = "text", .published = "1990-01-09"});
    ASSERT_TRUE(reading);
    reading_ = std::move(*reading);
    phrases_.emplace(reading_);
  }
  // The nth word that is printed so.
  TokenId word(std::string_view printed, int nth = 1) const {
    for (std::uint32_t t = 0; t < phrases_->tree().size(); ++t)
      if (phrases_->word(TokenId{t}) == printed && --nth == 0) return TokenId{t};
    ADD_FAILURE() << printed;
    return TokenId{0};
  }
  std::string phrase(std::string_view head, OfTail tail = OfTail::without) const {
    return phrases_->text_of(phrases_->phrase_at(word(head), tail).tokens);
  }

  Reading reading_;
  std::optional<Phrases> phrases_;
};

TEST_F(Muc4Phrases, AreWhatBelongsToTheNoun) {
  read("At least five old judges of the court were killed on Monday. The rebels shot a 12-year-old girl.");
  EXPECT_EQ(phrase("judges"), "OLD JUDGES");
  EXPECT_EQ(phrase("judges", OfTail::with), "OLD JUDGES OF THE COURT");
  EXPECT_EQ(phrase("girl"), "12-YEAR-OLD GIRL");
  EXPECT_EQ(phrase("rebels"), "REBELS");
  EXPECT_EQ(phrases_->number_of(word("judges")), "5 -");
  EXPECT_EQ(phrases_->number_of(word("rebels")), "PLURAL");
  EXPECT_EQ(phrases_->number_of(word("girl")), "1");
  EXPECT_TRUE(phrases_->is_date(word("Monday")));
  EXPECT_FALSE(phrases_->is_date(word("on")));
}

TEST_F(Muc4Phrases, NamesHaveTheirLongestForm) {
  read("Ana Luisa Orlen spoke on Monday. Orlen said she was safe. Ricardo Osk left.");
  EXPECT_EQ(phrases_->longest_name("ORLEN"), "ANA LUISA ORLEN");
  EXPECT_EQ(phrases_->longest_name("ANA"), "ANA LUISA ORLEN");
  EXPECT_EQ(phrases_->longest_name("LUISA"), "LUISA") << "the middle alone is no form of it";
  EXPECT_EQ(phrases_->longest_name("ORL"), "ORL");
  EXPECT_EQ(phrases_->longest_name("RICARDO OSK"), "RICARDO OSK");
  EXPECT_EQ(phrases_->meant_by(word("she")), word("Ana")) << "the first words for her";
}

TEST_F(Muc4Phrases, NamedPersonsAreInTheOrderOfTheText) {
  read("Ricardo Osk and Ana Orlen met the guerrillas. They left. Luis Tolen stayed.");
  std::vector<std::string> names;
  for (const ActorMention* person : phrases_->named_persons(0, phrases_->tree().size()))
    names.push_back(phrases_->text_of(phrases_->name_at(person->head)));
  EXPECT_EQ(names, (std::vector<std::string>{"RICARDO OSK", "ANA ORLEN", "LUIS TOLEN"}));
  EXPECT_TRUE(phrases_->named_persons(index(word("met")), index(word("left"))).empty());
}

TEST(Muc4Group, IsTheLongestNameAmongTheWords) {
  const Entity group{.name = "Kesh Front", .aliases = {"Kesh Liberation Front", "KLF", "Kesh Front guerrillas"}};
  EXPECT_EQ(group_in(group, "MEMBERS OF THE KESH LIBERATION FRONT (KLF)"), "KESH LIBERATION FRONT");
  EXPECT_EQ(group_in(group, "KESH FRONT GUERRILLAS"), "KESH FRONT");
  EXPECT_EQ(group_in(group, "THE KLFS"), "");
}

}  // namespace
}  // namespace sayso::eval
