// Where the organizations of keys go lost, on invented templates.
#include "muc4_blame_table.h"

#include <gtest/gtest.h>

namespace sayso::eval {
namespace {

KeyTemplate wanted(const std::string& target, const std::string& organization, const std::string& confidence) {
  KeyTemplate incident{.message = "DEV-MUC3-9001", .number = "1"};
  incident.slots[Slot::type] = {{.values = {"ATTACK"}}};
  incident.slots[Slot::target_id] = {{.values = {target}}};
  incident.slots[Slot::category] = {
      {.values = {organization == "ARMY" ? "STATE-SPONSORED VIOLENCE" : "TERRORIST ACT"}}};
  incident.slots[Slot::perp_organization] = {{.values = {organization}}};
  incident.slots[Slot::confidence] = {{.values = {confidence}, .tags = {organization}}};
  return incident;
}

ResponseTemplate given(const std::string& target, const std::string& organization, const std::string& confidence) {
  ResponseTemplate incident{.message = "DEV-MUC3-9001"};
  incident.slots[Slot::type] = {{"ATTACK"}};
  incident.slots[Slot::target_id] = {{target}};
  if (organization.empty()) return incident;
  incident.slots[Slot::perp_organization] = {{organization}};
  incident.slots[Slot::confidence] = {{confidence, organization}};
  return incident;
}

TEST(Muc4BlameTable, CountsEachOrganizationOnce) {
  const KeyMessage key{.id = "DEV-MUC3-9001",
                       .templates = {wanted("MILL", "KESH FRONT", "POSSIBLE"), wanted("BARN", "KESH FRONT", "POSSIBLE"),
                                     wanted("BANK", "ARMY", "POSSIBLE"), wanted("PORT", "ARMY", "POSSIBLE"),
                                     wanted("ROAD", "ARMY", "POSSIBLE")}};
  const std::vector<ResponseTemplate> ours = {
      given("MILL", "KESH FRONT", "POSSIBLE"), given("BARN", "KESH FRONT", "REPORTED AS FACT"), given("BANK", "", ""),
      given("PORT", "KESH FRONT", "POSSIBLE"), given("SHIP", "KESH FRONT", "POSSIBLE")};
  BlameTable table;
  add(table, key, ours, score_message(key, ours));
  EXPECT_EQ(table.wanted.right, 1U);
  EXPECT_EQ(table.wanted.other_confidence, 1U);
  EXPECT_EQ(table.wanted.none, 1U);
  EXPECT_EQ(table.wanted.another, 1U);
  EXPECT_EQ(table.wanted.missed_template, 1U);
  EXPECT_EQ(table.wanted_of_state.all(), 3U);
  EXPECT_EQ(table.given.right, 2U);
  EXPECT_EQ(table.given.another, 1U);
  EXPECT_EQ(table.given.spurious_template, 1U);
  EXPECT_EQ(table.given.none, 0U);
  EXPECT_EQ((table.confidences.at({"POSSIBLE", "REPORTED AS FACT"})), 1U);
}

}  // namespace
}  // namespace sayso::eval
