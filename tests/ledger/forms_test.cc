// The small forms inside a ledger: packed raw maps, days, country names.
#include "ledger/country_named.h"
#include "ledger/day_text.h"
#include "ledger/raw_map.h"
#include "ledger/readings.h"

namespace sayso {
namespace {

using namespace std::string_literals;

TEST(RawMap, TheWorkedCaseOfTheHeader) {
  const std::vector<RawPiece> pieces{{.text = {0, 40}, .raw = {2, 42}, .verbatim = true},
                                     {.text = {40, 41}, .raw = {42, 44}, .verbatim = false}};
  EXPECT_EQ(ledger::pack(pieces), "\x01\x02\x00\x28\x04\x51\x00\x01\x00\x04"s);
  EXPECT_EQ(ledger::unpack("\x01\x02\x00\x28\x04\x51\x00\x01\x00\x04"s), pieces);
}

TEST(RawMap, AnythingComesBack) {
  const std::uint32_t last = 0xFFFFFFFFU;
  EXPECT_EQ(ledger::unpack(ledger::pack({})), std::vector<RawPiece>{});
  const std::vector<RawPiece> wide{{.text = {0, last}, .raw = {last, last}},
                                   {.text = {0, 0}, .raw = {0, last}, .verbatim = false}};
  EXPECT_EQ(ledger::unpack(ledger::pack(wide)), wide);
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    const auto pieces = Dice(seed).reading().dispatch.raw;
    EXPECT_EQ(ledger::unpack(ledger::pack(pieces)), pieces);
  }
}

TEST(RawMap, WhatIsNoMapIsRefused) {
  const std::string good =
      ledger::pack({{.text = {0, 40}, .raw = {2, 42}}, {.text = {40, 300}, .raw = {42, 44}, .verbatim = false}});
  for (std::size_t size = 0; size < good.size(); ++size) EXPECT_FALSE(ledger::unpack(good.substr(0, size))) << size;
  EXPECT_FALSE(ledger::unpack(good + '\0'));
  EXPECT_FALSE(ledger::unpack("\x02\x00"s));                  // another version
  EXPECT_FALSE(ledger::unpack("\x01\xFF\xFF\xFF\xFF\x0F"s));  // four thousand million pieces
  EXPECT_FALSE(ledger::unpack("\x01\x01\x01\x00\x00\x00"s));  // begins before 0
  EXPECT_FALSE(
      ledger::unpack("\x01\x01\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x01\x00\x00\x00"s));  // a number without end
}

TEST(DayText, BothWays) {
  using namespace std::chrono_literals;
  const std::vector<std::pair<Day, std::string>> table{
      {2022y / 9 / 12, "2022-09-12"},   {0y / 1 / 1, "0000-01-01"},        {9999y / 12 / 31, "9999-12-31"},
      {10000y / 1 / 1, "+10000-01-01"}, {12022y / 2 / 28, "+12022-02-28"}, {-1y / 12 / 31, "-00001-12-31"},
      {-752y / 4 / 21, "-00752-04-21"},
  };
  for (const auto& [day, text] : table) {
    EXPECT_EQ(ledger::text_of_day(day), text);
    EXPECT_EQ(ledger::day_of_text(text), day) << text;
  }
  for (const char* text :
       {"", "2022", "2022-9-12", "2022-02-30", "2022-09-12T10:00", "+12022-02-30", "+1202a-01-01", "12022-01-01"}) {
    EXPECT_EQ(ledger::day_of_text(text), std::nullopt) << text;
  }
}

TEST(CountryNamed, Table) {
  const std::vector<std::pair<std::string, std::string>> table{
      {"UKR", "UKR"},           {"ukr", "UKR"}, {"Ukraine", "UKR"}, {"UKRAINE", "UKR"}, {"Moldova", "MDA"},
      {"cote d'ivoire", "CIV"}, {"VRN", "VRN"}, {"Varnia", ""},     {"", ""},           {"12a", ""},
  };
  for (const auto& [text, code] : table) EXPECT_EQ(ledger::country_named(text), code) << text;
}

}  // namespace
}  // namespace sayso
