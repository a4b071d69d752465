// What sayso reads in a message, as templates. Every message is invented.
#include "muc4_templates.h"

#include <gtest/gtest.h>

namespace sayso::eval {
namespace {

std::vector<ResponseTemplate> templates_of(const std::string& text) {
  static const auto reader = Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso");
  if (!reader) return {};
  const auto reading = reader->read("BOGOTA, 9 JAN 90 (TOLENA WIRE) -- [TEXT] " + text, {.format = "text"});
  return reading ? make_templates(*reading, "DEV-MUC3-9001") : std::vector<ResponseTemplate>{};
}

std::string fills(const ResponseTemplate& incident, Slot slot) {
  std::string out;
  for (const Fill& fill : incident.slots[slot])
    out += (out.empty() ? "" : " + ") + fill.value + (fill.tag.empty() ? "" : ": " + fill.tag);
  return out;
}

TEST(Muc4Templates, OneIncidentOfTwoSentences) {
  const auto made = templates_of(
      "GUERRILLAS OF THE ARMY OF NATIONAL LIBERATION (ELN) KIDNAPPED MAYOR PEDRO TOLEN ON 5 JANUARY IN MEDELLIN.\n\n"
      "TOLEN WAS KILLED BY THE GUERRILLAS.");
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(fills(made[0], Slot::date), "05 JAN 90");
  EXPECT_EQ(fills(made[0], Slot::location), "COLOMBIA: MEDELLIN (CITY)");
  EXPECT_EQ(fills(made[0], Slot::type), "KIDNAPPING");
  EXPECT_EQ(fills(made[0], Slot::category), "TERRORIST ACT");
  EXPECT_EQ(fills(made[0], Slot::human_name), "PEDRO TOLEN");
  EXPECT_EQ(fills(made[0], Slot::human_type), "GOVERNMENT OFFICIAL: PEDRO TOLEN");
  EXPECT_EQ(fills(made[0], Slot::human_effect), "DEATH: PEDRO TOLEN");
}

TEST(Muc4Templates, ABombAndWhatItStruck) {
  const auto made = templates_of("A BOMB EXPLODED YESTERDAY AT A BANK IN CALI. NO GROUP CLAIMED RESPONSIBILITY.");
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(fills(made[0], Slot::type), "BOMBING");
  EXPECT_EQ(fills(made[0], Slot::date), "08 JAN 90");
  EXPECT_EQ(fills(made[0], Slot::instrument_type), "BOMB: BOMB");
  EXPECT_EQ(fills(made[0], Slot::target_type), "FINANCIAL: BANK");
  EXPECT_EQ(fills(made[0], Slot::perp_organization), "");
}

TEST(Muc4Templates, WhoClaimsIt) {
  const auto made =
      templates_of("GUNMEN KILLED TWO JUDGES IN CALI YESTERDAY. THE ELN CLAIMED RESPONSIBILITY FOR THE ATTACK.");
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(fills(made[0], Slot::confidence), "CLAIMED OR ADMITTED: ELN");
  EXPECT_EQ(fills(made[0], Slot::human_number), "2: JUDGES");
}

TEST(Muc4Templates, WhoIsSaidToHaveDoneIt) {
  const std::string deed = "GUNMEN KILLED TWO JUDGES IN CALI YESTERDAY. ";
  const auto confidence = [&](const std::string& blame) {
    const auto made = templates_of(deed + blame);
    return made.empty() ? std::string("no template") : fills(made[0], Slot::confidence);
  };
  EXPECT_EQ(confidence("POLICE BLAMED THE ELN FOR THE CRIME."), "SUSPECTED OR ACCUSED BY AUTHORITIES: ELN");
  EXPECT_EQ(confidence("NEIGHBORS ATTRIBUTED THE CRIME TO THE ELN."), "SUSPECTED OR ACCUSED: ELN");
  EXPECT_EQ(confidence("THE CRIME WAS CLAIMED BY THE \"LOYAL ARMY OF KESH\" GROUP."),
            "CLAIMED OR ADMITTED: LOYAL ARMY OF KESH");
  EXPECT_EQ(confidence("THE ELN DENIED RESPONSIBILITY FOR THE CRIME. NO GROUP HAS CLAIMED IT."), "");
}

TEST(Muc4Templates, AllWhomSomebodyAccuses) {
  const auto confidence = [](const std::string& blame) {
    const auto made = templates_of("GUNMEN KILLED TWO JUDGES IN CALI YESTERDAY. " + blame);
    return made.empty() ? std::string("no template") : fills(made[0], Slot::confidence);
  };
  EXPECT_EQ(confidence("THE REBELS BLAMED THE GOVERNMENT AND THE ARMED FORCES FOR THE CRIME."),
            "SUSPECTED OR ACCUSED: GOVERNMENT + SUSPECTED OR ACCUSED: ARMED FORCES");
  EXPECT_EQ(confidence("A PROSECUTOR IMPLICATED MEMBERS OF THE ARMY IN THE CRIME."),
            "SUSPECTED OR ACCUSED BY AUTHORITIES: ARMY");
  EXPECT_EQ(confidence("THE MINISTER SAID MEMBERS OF THE ARMED FORCES ARE RESPONSIBLE FOR THE CRIME."),
            "SUSPECTED OR ACCUSED BY AUTHORITIES: ARMED FORCES");
  EXPECT_EQ(confidence("THE ARMY SUSPECTS THAT A GANG COMMITTED THE CRIME."), "") << "who suspects is not suspected";
  EXPECT_EQ(confidence("DRUG TRAFFICKING GANGS ARE BLAMED FOR THE CRIME."),
            "SUSPECTED OR ACCUSED: DRUG TRAFFICKING GANGS");
}

TEST(Muc4Templates, WhatSomebodyDeniesAPartInWasCommitted) {
  const auto made =
      templates_of("THE MINISTER DENIED ANY LINK TO THE MURDER OF JUDGE PEDRO TOLEN IN CALI ON 5 JANUARY.");
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(fills(made[0], Slot::human_name), "PEDRO TOLEN");
  EXPECT_EQ(fills(made[0], Slot::human_effect), "DEATH: PEDRO TOLEN");
}

TEST(Muc4Templates, WhatOnlyDescribesIsNoPlaceOfIt) {
  const auto location = [](const std::string& text) {
    const auto made = templates_of(text);
    return made.empty() ? std::string("no template") : fills(made[0], Slot::location);
  };
  EXPECT_EQ(location("GUNMEN HURLED GRENADES AT THE U.S. EMBASSY YESTERDAY."), "COLOMBIA");
  EXPECT_EQ(location("GUERRILLAS KILLED TWO JUDGES IN THE TOWN OF SAN RAMON YESTERDAY."), "COLOMBIA: SAN RAMON (CITY)");
}

TEST(Muc4Templates, DifferentIncidentsStayApart) {
  const auto types = [](const std::string& text) {
    std::string out;
    for (const ResponseTemplate& one : templates_of(text))
      out += fills(one, Slot::type) + " " + fills(one, Slot::perp_organization) + "; ";
    return out;
  };
  EXPECT_EQ(types("THE PRESIDENT SPOKE OF THE BOMBINGS AND THE MURDER OF TWO JUDGES IN CALI YESTERDAY."), "ATTACK ; ");
  EXPECT_EQ(types("THE ELN KILLED A JUDGE IN CALI YESTERDAY. THE M-19 ATTACKED A BANK."), "ATTACK ELN; ATTACK M-19; ");
  EXPECT_EQ(types("THE RAID STAGED BY THE ELN ON A HOTEL IN CALI SURPRISED THE POLICE."), "ATTACK ELN; ");
}

TEST(Muc4Templates, EnoughIsKnownWithoutATarget) {
  EXPECT_EQ(templates_of("THE ELN STAGED AN ATTACK IN CALI YESTERDAY.").size(), 1U);
  EXPECT_TRUE(templates_of("THE ELN STAGED AN ATTACK YESTERDAY.").empty()) << "nowhere";
}

TEST(Muc4Templates, OrganizationsGoByTheirName) {
  const auto organizations = [](const std::string& text) {
    const auto made = templates_of(text);
    return made.empty() ? std::string("no template") : fills(made[0], Slot::perp_organization);
  };
  EXPECT_EQ(organizations("PRO-CUBAN FMLN FORCES KILLED TWO JUDGES IN CALI YESTERDAY."), "FMLN");
  EXPECT_EQ(organizations("SHINING PATH TERRORISTS KILLED TWO JUDGES IN CALI YESTERDAY."), "SHINING PATH");
  EXPECT_EQ(organizations("THE MARXIST ARMY OF NATIONAL LIBERATION (ELN) KILLED TWO JUDGES IN CALI YESTERDAY."),
            "ARMY OF NATIONAL LIBERATION");
  EXPECT_EQ(organizations("A FIRING SQUAD KILLED TWO JUDGES IN CALI YESTERDAY."), "");
  EXPECT_EQ(organizations("ALLEGED DEATH SQUADS KILLED TWO JUDGES IN CALI YESTERDAY."), "DEATH SQUADS");
}

TEST(Muc4Templates, WhatTheConferenceDidNotAskFor) {
  EXPECT_TRUE(templates_of("TROOPS CLASHED WITH GUERRILLAS NEAR CALI; THREE GUERRILLAS WERE KILLED.").empty())
      << "fighters";
  EXPECT_TRUE(templates_of("REBELS ATTACKED A HELICOPTER AND A PLANE NEAR CALI YESTERDAY.").empty())
      << "an air force's";
  EXPECT_EQ(templates_of("A BOMB DESTROYED A PLANE IN CALI YESTERDAY.").size(), 1U) << "an airline's";
  EXPECT_TRUE(templates_of("THE ELN ATTACKED AN ARMY PATROL LEADER IN CALI YESTERDAY.").empty());
  EXPECT_TRUE(templates_of("GUNMEN KILLED A JUDGE IN PARIS YESTERDAY.").empty()) << "elsewhere";
  EXPECT_TRUE(templates_of("THE MINISTER OPENED A SCHOOL IN CALI.").empty());
}

}  // namespace
}  // namespace sayso::eval
