// Titles of works, and what is no title. Every sentence is invented.
#include "event/titles.h"

#include <gtest/gtest.h>

#include "sayso/reading.h"

namespace sayso {
namespace {

// "ASSAULT Attack; …" of every event of a text.
std::string events_beside_title(const std::string& text) {
  static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!reader) return reader.error().message;
  const auto reading = reader->read(text, {.format = "text", .title = "Untitled"});
  if (!reading) return reading.error().message;
  std::string out;
  for (const Event& event : reading->events) out += (out.empty() ? "" : "; ") + event.type + " " + event.trigger.text;
  return out;
}

TEST(Titles, AreNoEvents) {
  EXPECT_EQ(events_beside_title("The film \"Attack on Kharkiv\" opened in cinemas on Friday."), "");
  EXPECT_EQ(events_beside_title("The play “The Siege of Kesh” and the book “Raid on Odesa” won prizes."), "");
  EXPECT_EQ(events_beside_title("The director's new film, Attack on the Convoy, opens in Kyiv."), "");
  EXPECT_EQ(events_beside_title("He starred in ‘Ambush at Kherson’."), "");
}

TEST(Titles, WhatIsNoneStays) {
  EXPECT_EQ(events_beside_title("The film shows the attack on the hospital in Mariupol."), "ASSAULT attack");
  EXPECT_EQ(events_beside_title("He called it \"an attack on Kharkiv\"."), "ASSAULT attack");
  EXPECT_EQ(events_beside_title("\"The attack on Kharkiv was a crime,\" he said."), "ASSAULT attack");
  EXPECT_EQ(events_beside_title("In his book Russia's attack on Kharkiv is a crime."), "ASSAULT attack");
}

}  // namespace
}  // namespace sayso
