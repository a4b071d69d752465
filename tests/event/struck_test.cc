// The town that is attacked is where it happened, whoever says so -> "whom @ where".
#include <gtest/gtest.h>

#include <string>

#include "attribution/invented.h"

namespace sayso {
namespace {

std::string struck_in(const std::string& text) {
  std::string out;
  for (const Event& event : testing::read(text).events) {
    if (event.type != "ASSAULT") continue;
    for (const Participant& recipient : event.recipients) out += recipient.name + " ";
    out += "@";
    for (const Place& place : event.where) out += " " + place.name;
    out += "\n";
  }
  return out;
}

TEST(Struck, TownsAreWhereItHappened) {
  EXPECT_EQ(struck_in("Armed men shelled Kharkiv on Sunday, the mayor said."), "Kharkiv @ Kharkiv\n");
  EXPECT_EQ(struck_in("Rockets struck Odesa and Kharkiv on Sunday, officials said."),
            "Odesa Kharkiv @ Odesa Kharkiv\n");
}

TEST(Struck, CapitalsAreTowns) {
  EXPECT_EQ(struck_in("Armed men stormed Kyiv on Sunday."), "Kyiv @ Kyiv\n");
  EXPECT_EQ(struck_in("Rockets struck Odesa and Kyiv, the mayor said."), "Odesa Kyiv @ Odesa Kyiv\n");
  const Reading denied = testing::read("Drones attacked Moscow, and Kyiv denied it.");
  ASSERT_FALSE(denied.claims.empty());
  EXPECT_EQ(denied.claims.back().attribution.source.entity, "gov:UKR");
}

TEST(Struck, CountriesAndGovernmentsAreNot) {
  EXPECT_EQ(struck_in("Armed men attacked Ukraine on Sunday, the minister said."), "Ukraine @\n");
}

}  // namespace
}  // namespace sayso
