// What a reading says of words that were left out. Invented.
#include "reading/notes.h"

#include <gtest/gtest.h>

#include "sayso/reading.h"

namespace sayso {
namespace {

TEST(Notes, TooLongASentenceIsToldOf) {
  const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  const std::string first = "The army said it shelled Dovran.";
  std::string endless = "The army";
  for (int i = 0; i < 450; ++i) endless += " and the army";
  endless += " left Kesh.";
  const auto reading = reader->read(first + "\n\n" + endless + "\n", {.format = "text", .title = "Untitled"});
  ASSERT_TRUE(reading) << reading.error().message;
  ASSERT_EQ(reading->dispatch.notes.size(), 1U);
  const std::size_t begin = reading->dispatch.text.find(endless);
  ASSERT_NE(begin, std::string::npos);
  EXPECT_EQ(reading->dispatch.notes[0], "1 sentence of more than 400 words was left out (bytes " +
                                            std::to_string(begin) + "-" + std::to_string(begin + endless.size()) +
                                            " of the text)");
  const auto usual = reader->read(first, {.format = "text", .title = "Untitled"});
  ASSERT_TRUE(usual) << usual.error().message;
  EXPECT_TRUE(usual->dispatch.notes.empty());
}

TEST(Notes, LookAlikeLettersAreToldOfAndReadAsLatin) {
  const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  ASSERT_TRUE(reader) << reader.error().message;
  const std::string kyiv = "K\u0443iv", russia = "Russi\u0430";  // Cyrillic u and a
  const auto reading =
      reader->read(russia + " shelled " + kyiv + " on Sunday.", {.format = "text", .title = "Untitled"});
  ASSERT_TRUE(reading) << reading.error().message;
  ASSERT_EQ(reading->events.size(), 1U);
  const Event& event = reading->events[0];
  ASSERT_EQ(event.actors.size(), 1U);
  EXPECT_EQ(event.actors[0].country, "RUS");
  ASSERT_TRUE(event.actors[0].words);
  EXPECT_EQ(event.actors[0].words->text, russia) << "the printed bytes stay";
  ASSERT_EQ(event.where.size(), 1U);
  EXPECT_EQ(event.where[0].text, kyiv);
  EXPECT_EQ(event.where[0].name, "Kyiv");
  ASSERT_EQ(reading->dispatch.notes.size(), 1U);
  EXPECT_EQ(reading->dispatch.notes[0],
            "2 words mix look-alike letters of two alphabets and were looked up in Latin ones (\"" + russia +
                "\" as \"Russia\", bytes 0-7, \"" + kyiv + "\" as \"Kyiv\", bytes 16-21)");
}

TEST(Notes, OfManyTheFirstFewPlacesAreNamed) {
  Syntax syntax;
  for (std::uint32_t i = 0; i < 7; ++i)
    syntax.sentences.push_back({.span = {10 * i, 10 * i + 9}, .read = false, .unread = Unread::too_long});
  syntax.sentences.push_back({.span = {70, 79}, .read = false, .unread = Unread::not_english});
  const auto notes = notes_on({}, syntax);
  ASSERT_EQ(notes.size(), 1U);
  EXPECT_EQ(notes[0],
            "7 sentences of more than 400 words were left out (bytes 0-9, 10-19, 20-29, 30-39, 40-49 … of the text)");
}

}  // namespace
}  // namespace sayso
