// Written dates and addresses: text -> day, or nothing.
#include "dispatch/written_date.h"

#include <gtest/gtest.h>

#include "dispatch/address.h"

namespace sayso::dispatch {
namespace {

std::string found(std::string_view text) {
  const auto date = find_date(text);
  return date ? iso(date->day) + " " + std::string(slice(text, date->span)) : "";
}
std::string line(std::string_view text) {
  const auto date = read_date_line(text);
  return date ? iso(date->day) : "";
}
std::string addressed(std::string_view text) {
  const auto day = date_in(text);
  return day ? iso(*day) : "";
}

TEST(WrittenDate, CablesHaveTwoFiguresForTheYear) {
  const auto cable = [](std::string_view text) {
    const auto date = find_cable_date(text);
    return date ? iso(date->day) + " " + std::string(slice(text, date->span)) : "";
  };
  EXPECT_EQ(cable("SAN ORLEN, 3 JAN 90 (TOLENA WIRE)"), "1990-01-03 3 JAN 90");
  EXPECT_EQ(cable("ORLEN, 12 SEPT 22"), "2022-09-12 12 SEPT 22");
  EXPECT_EQ(cable("ORLEN, 31 FEB 90"), "") << "no such day";
  EXPECT_EQ(cable("ORLEN, 3 JAN 90 people"), "") << "a number of people";
  EXPECT_EQ(cable("ORLEN, NO DATE"), "");
}

TEST(WrittenDate, forms) {
  EXPECT_EQ(found("September 12, 2022"), "2022-09-12 September 12, 2022");
  EXPECT_EQ(found("on 12 September 2022 at noon"), "2022-09-12 12 September 2022");
  EXPECT_EQ(found("Sept. 12, 2022, 10:03"), "2022-09-12 Sept. 12, 2022");
  EXPECT_EQ(found("12th of September, 2022"), "2022-09-12 12th of September, 2022");
  EXPECT_EQ(found("SEP 1 2022"), "2022-09-01 SEP 1 2022");
  EXPECT_EQ(found("2022-09-12T10:00:00Z"), "2022-09-12 2022-09-12");
  EXPECT_EQ(found("2022/9/2"), "2022-09-02 2022/9/2");
  EXPECT_EQ(found("12.09.2022 10:03"), "2022-09-12 12.09.2022");
  EXPECT_EQ(found("13/09/2022"), "2022-09-13 13/09/2022");
  EXPECT_EQ(found("09/13/2022"), "2022-09-13 09/13/2022");
  EXPECT_EQ(found("29 February 2024"), "2024-02-29 29 February 2024");
  EXPECT_EQ(found("Nov. 1. 2022"), "2022-11-01 Nov. 1. 2022");
  EXPECT_EQ(found("12-Sep-2022"), "2022-09-12 12-Sep-2022");
  EXPECT_EQ(found("May 9, 1945 and later May 9, 2022"), "1945-05-09 May 9, 1945");
}

TEST(WrittenDate, month_and_day_alone) {
  const auto read = [](std::string_view text) {
    const auto date = month_day_at(text);
    return date ? std::to_string(date->month) + "/" + std::to_string(date->day) + " " + std::to_string(date->end) : "";
  };
  EXPECT_EQ(read("Feb. 17)"), "2/17 7");
  EXPECT_EQ(read("Feb. 07"), "2/7 7");
  EXPECT_EQ(read("17th September: news"), "9/17 14");
  EXPECT_EQ(read("Feb. 30"), "");
  EXPECT_EQ(read("17"), "");
  EXPECT_EQ(read("on May 4"), "");
}

TEST(WrittenDate, nothing) {
  for (const char* text : {"", "31 February 2022", "29 February 2023", "September 12", "12 September", "03/04/2022",
                           "13/13/2022", "September 2022", "32 May 2022", "May 0, 2022", "2022-13-01", "1.2.3.2022",
                           "12 Septembers 2022", "99999999999-01-01", "Mayor 12, 2022", "0000-01-01", "12 May 22"}) {
    EXPECT_EQ(found(text), "") << text;
  }
}

TEST(WrittenDate, date_lines) {
  EXPECT_EQ(line("September 12, 2022"), "2022-09-12");
  EXPECT_EQ(line("Monday, 12 September 2022 10:03 GMT"), "2022-09-12");
  EXPECT_EQ(line("Published: Sept 12, 2022, 9:30 p.m."), "2022-09-12");
  EXPECT_EQ(line("Published 12 September 2022 | Updated 13 September 2022"), "2022-09-12");
  EXPECT_EQ(line("Kyiv, 12 September 2022"), "2022-09-12");
  EXPECT_EQ(line("(September 12, 2022)"), "2022-09-12");
  EXPECT_EQ(line("10:30 GMT, 12 September 2022"), "2022-09-12");
  EXPECT_EQ(line("2022-09-12 10:03"), "2022-09-12");
  EXPECT_EQ(line("On September 12, 2022 shells fell on Dovran."), "");
  EXPECT_EQ(line("The September 12, 2022 attack"), "");
  EXPECT_EQ(line("March 23-25, 2025"), "");
  EXPECT_EQ(line("no date"), "");
}

TEST(Address, host_and_day) {
  EXPECT_EQ(host_of("https://www.Kesh.example:8080/2022/x"), "kesh.example");
  EXPECT_EQ(host_of("http://user@m.kesh.example"), "kesh.example");
  EXPECT_EQ(host_of("kesh.example/x"), "");
  EXPECT_EQ(host_of("https:///x"), "");
  EXPECT_TRUE(is_address("https://kesh.example/"));
  EXPECT_FALSE(is_address("https://kesh.example/ and more"));
  EXPECT_FALSE(is_address("javascript:alert(1)"));
  EXPECT_EQ(addressed("https://kesh.example/2022/09/12/two-bridges"), "2022-09-12");
  EXPECT_EQ(addressed("https://kesh.example/world/2022/sep/12/two-bridges"), "2022-09-12");
  EXPECT_EQ(addressed("https://kesh.example/2022-09-12-two-bridges"), "2022-09-12");
  EXPECT_EQ(addressed("https://kesh.example/news/20220912/x"), "2022-09-12");
  EXPECT_EQ(addressed("https://kesh.example/2022/09/two-bridges"), "");
  EXPECT_EQ(addressed("https://kesh.example/2022/13/12/x"), "");
  EXPECT_EQ(addressed("https://kesh.example/id/12345678901"), "");
  EXPECT_EQ(addressed("https://kesh.example/x?d=2022-09-12"), "");
}

}  // namespace
}  // namespace sayso::dispatch
