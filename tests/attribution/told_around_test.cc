// Speech that trees tear: speakers between commas, the reporter's contrasts, sentences that carry on. Clear invented
// sentences -> their rows, printed as "source | cue | content", the reporter's without a source.
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string rows_of(const std::string& text) {
  std::string out;
  for (const Attribution& row : testing::rows(text)) {
    out += out.empty() ? "" : "\n";
    if (row.source.span) out += row.source.text + " | " + (row.cue ? row.cue->text : row.continued ? "…" : "-") + " | ";
    for (std::size_t i = 0; i < row.content.size(); ++i) out += (i == 0 ? "" : " / ") + row.content[i].text;
  }
  return out;
}

TEST(Tails, ASpeakerBetweenCommasHasBothSides) {
  EXPECT_EQ(rows_of("The two divers, the harbour police said, surfaced safely west of the pier."),
            "the harbour police | said | The two divers / surfaced safely west of the pier");
  EXPECT_EQ(rows_of("The guards, he told the court, had been asleep."), "he | told | The guards / had been asleep");
}

TEST(Tails, PartsBetweenSemicolonsSayTheirOwn) {
  EXPECT_EQ(rows_of("Rebels shelled Kesh; the army, Koval said, fled to Dovran."),
            "Rebels shelled Kesh\nKoval | said | the army / fled to Dovran");
  EXPECT_EQ(rows_of("To hold the town, the army needs men, analysts say; it has few."),
            "analysts | say | To hold the town, the army needs men\nit has few");
  EXPECT_EQ(rows_of("The ministry said the army shelled Kesh; three people died there."),
            "The ministry | said | the army shelled Kesh; three people died there");
}

TEST(Tails, AnAppositionIsNoSpeaker) {
  EXPECT_EQ(rows_of("Marek, the mayor of Kesh, said the road was open."),
            "Marek, the mayor of Kesh | said | the road was open");
}

TEST(Quotations, ANameInMarksIsNotSaid) {
  EXPECT_EQ(rows_of("The clandestine organization \"Loyal Army of Kesh\" claimed responsibility for the attack."),
            "The clandestine organization \"Loyal Army of Kesh | claimed | the attack");
  EXPECT_EQ(rows_of("The mayor said \"Loyal men will not leave Kesh\" and left."),
            "The mayor | said | Loyal men will not leave Kesh\nleft");
}

TEST(Background, ContrastsInTheReportersTenseAreTheReporters) {
  EXPECT_EQ(rows_of("The army said it had taken the bridge, although villagers still crossed it freely."),
            "The army | said | it had taken the bridge\nvillagers still crossed it freely");
  EXPECT_EQ(rows_of("The army said it had taken the bridge, although it had lost two men."),
            "The army | said | it had taken the bridge, although it had lost two men");
}

TEST(Continuations, TheShiftOfReportedSpeechGoesOn) {
  EXPECT_EQ(rows_of("The captain said his crew were safe. Nobody had left the ship."),
            "The captain | said | his crew were safe\nThe captain | … | Nobody had left the ship");
  EXPECT_EQ(rows_of("The envoy said the truce would hold. Convoys would move at dawn."),
            "The envoy | said | the truce would hold\nThe envoy | … | Convoys would move at dawn");
  EXPECT_EQ(rows_of("The colonel said the raid was over. None of his men were hurt."),
            "The colonel | said | the raid was over\nThe colonel | … | None of his men were hurt");
}

TEST(Continuations, WhatMayBeTheReportersDoesNot) {
  for (const char* own : {"He had arrived in Kesh in January.", "Marek had held the post for years.",
                          "In Dovran, eleven shops were burned.", "That would be the first truce of the year.",
                          "Snow fell on the pass."}) {
    const std::string rows = rows_of(std::string("The captain said his crew were safe. ") + own);
    EXPECT_EQ(rows.find("…"), std::string::npos) << rows;
  }
  const std::string rows = rows_of("The captain said his crew were safe.\n\nNobody had left the ship.");
  EXPECT_EQ(rows.find("…"), std::string::npos) << rows;
}

}  // namespace
}  // namespace sayso
