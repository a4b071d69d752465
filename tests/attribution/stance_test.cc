// Doubt and distance: clear invented sentences -> their rows, printed as "source | cue | content | what is not plain".
#include "attribution/stance.h"

#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

using testing::rows;

// Rows with a cue, and the reporter's that keep a distance; one a line.
std::string stances(const std::string& text) {
  std::string out;
  for (const Attribution& row : rows(text)) {
    if (!row.cue && !row.author_distance) continue;
    out += out.empty() ? "" : "\n";
    out += (row.source.span ? row.source.text : "-") + " | " + (row.cue ? row.cue->text : "-") + " | ";
    for (std::size_t i = 0; i < row.content.size(); ++i) out += (i == 0 ? "" : " / ") + row.content[i].text;
    if (row.act != Act::assert_) out += " | " + std::string(name_of(row.act));
    if (row.target) out += " of " + row.target->text;
    if (row.certainty != Certainty::certain) out += " | " + std::string(name_of(row.certainty));
    if (row.conditional) out += " | conditional";
    if (row.author_distance) out += " | distance";
    for (const std::string& note : row.notes) out += " | " + note;
  }
  return out;
}

TEST(Stance, AConditionMakesItPossible) {
  EXPECT_EQ(stances("The army said it would attack if the bridge was closed."),
            "The army | said | it would attack if the bridge was closed | possible | conditional");
  EXPECT_EQ(stances("The army said it would attack on Monday."), "The army | said | it would attack on Monday");
}

TEST(Stance, WarningsOfOnesOwnDeedsAreThreats) {
  EXPECT_EQ(
      stances("The commander warned that the bridge would be destroyed if the column advanced."),
      "The commander | warned | that the bridge would be destroyed if the column advanced | threaten | possible | "
      "conditional");
  EXPECT_EQ(
      stances("The engineer warned that the bridge would be destroyed if the river rose."),
      "The engineer | warned | that the bridge would be destroyed if the river rose | warn | possible | conditional");
}

TEST(Stance, QuestionsAreNotSure) {
  EXPECT_EQ(stances("\"Where are our sons?\" the women asked the officer."),
            "the women | asked | Where are our sons? | call | unknown");
  EXPECT_EQ(stances("He asked if the bridge was mined."), "He | asked | if the bridge was mined | call | unknown");
}

TEST(Stance, DisclaimersAreNotesOnTheClaimBefore) {
  EXPECT_EQ(stances("The army said it had taken the hill. The claim could not be independently verified."),
            "The army | said | it had taken the hill | unverified");
  EXPECT_EQ(stances("The army said it had lost a jet. The rebels said the jet had crashed. "
                    "The claims could not be verified."),
            "The army | said | it had lost a jet | unverified\nThe rebels | said | the jet had crashed | unverified");
  EXPECT_EQ(stances("The army said it had lost a jet. The rebels said the jet had crashed. "
                    "The claim could not be verified."),
            "The army | said | it had lost a jet\nThe rebels | said | the jet had crashed | unverified");
  EXPECT_EQ(stances("The rebels said they had killed forty soldiers, which Reuters was unable to verify."),
            "The rebels | said | they had killed forty soldiers | unverified");
  EXPECT_EQ(stances("The rebels, whose claims could not be verified, said they had killed forty soldiers."),
            "The rebels | said | they had killed forty soldiers | unverified");
}

TEST(Stance, WhatPartiesDoNotConfirmIsNoDisclaimer) {
  EXPECT_EQ(stances("The army said it had taken the hill. The rebels have not confirmed the report."),
            "The army | said | it had taken the hill");
  EXPECT_EQ(stances("The army said it had taken the hill. Auditors verified the accounts of the port."),
            "The army | said | it had taken the hill");
}

TEST(Stance, ScareQuotesKeepADistanceAndNamesDoNot) {
  EXPECT_EQ(stances("The \"referendum\" was held at gunpoint."),
            "- | - | The \"referendum\" was held at gunpoint | distance");
  EXPECT_EQ(stances("The 'volunteers' came by train."), "- | - | The 'volunteers' came by train | distance");
  EXPECT_EQ(stances("The so-called volunteers came by train."),
            "- | - | The so-called volunteers came by train | distance");
  EXPECT_EQ(stances("The destroyer \"Almirante Rojas\" docked on Monday."), "");
  EXPECT_EQ(stances("The battalion, known as \"the lions\", fought at Dovran."), "");
}

TEST(Stance, AccusationsGoBothWays) {
  EXPECT_EQ(stances("Ukraine and Russia blamed each other for the attack on the dam."),
            "Ukraine | blamed | the attack on the dam | accuse of Russia\n"
            "Russia | blamed | the attack on the dam | accuse of Ukraine");
  EXPECT_EQ(stances("Each side blamed the other for the fire."),
            "Each side | blamed | the fire | accuse of the other\nthe other | blamed | the fire | accuse of Each side");
}

TEST(Stance, SpeechInsideQuotationsHasItsOwnRow) {
  EXPECT_EQ(stances("\"The officer told us, 'Leave the house now,' and we left,\" the woman said."),
            "the woman | said | The officer told us, 'Leave the house now,' and we left\n"
            "The officer | told | Leave the house now");
  EXPECT_EQ(stances("\"They call it 'the wall' here,\" the woman said."),
            "the woman | said | They call it 'the wall' here");
}

TEST(Stance, ADeniedReportIsARowOfItsOwn) {
  EXPECT_EQ(stances("The army denied Russian reports that it had shelled the market."),
            "The army | denied | Russian reports that it had shelled the market | deny\n"
            "Russian | reports | that it had shelled the market");
  EXPECT_EQ(stances("The army denied that it had shelled the market."),
            "The army | denied | that it had shelled the market | deny");
}

TEST(Stance, ANameThatNobodyKnowsMaySpeak) {
  EXPECT_EQ(stances("Hnat denied the attack."), "Hnat | denied | the attack | deny");
  EXPECT_EQ(stances("Hnat opened the bridge."), "");
}

TEST(Stance, ADateAboutTheSpeakerIsNotTheDayOfSpeech) {
  const auto day = [](const std::string& text) {
    const auto made = rows(text);
    return !made.empty() && made.front().said && made.front().said->begin ? iso(*made.front().said->begin) : "-";
  };
  EXPECT_EQ(day("Olena Marchuk, who was appointed on Friday, denied the attack."), "-");
  EXPECT_EQ(day("The ministry on Monday denied the attack."), "2031-03-10");
}

TEST(Stance, UnclosedQuotationsEndAtTheirTags) {
  EXPECT_EQ(stances("\"We counted sixty shells in an hour, the mayor said."),
            "the mayor | said | We counted sixty shells in an hour | unbalanced quotation marks");
}

}  // namespace
}  // namespace sayso
