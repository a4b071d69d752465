// Days written out, in the languages of month_names.h, or in figures.
//
//     find_date("Posted on Sept. 12, 2022 at 9:30 p.m. GMT")     2022-09-12 at [10, 24)
//     read_date_line("Kyiv, 12 September 2022")                  2022-09-12: the line holds nothing else
//     find_date("31 February 2022"), find_date("03/04/2022")     nothing: no such day; one of two days
//
// Forms: "September 12, 2022", "Sept. 12 2022", "12 September 2022", "12th of September, 2022", "2022-09-12" (a time
// may follow), "2022/09/12", "12.09.2022" (day first), "2022年9月12日", "12 de septiembre de 2022", "13/09/2022" and
// "09/13/2022" (only where one reading is a day). Years from 1900 to 2199.
#pragma once

#include <optional>
#include <string_view>

#include "sayso/span.h"
#include "sayso/time.h"

namespace sayso::dispatch {

struct WrittenDate {
  Day day{};
  Span span{};  // of the text that was given

  bool operator==(const WrittenDate&) const = default;
};

std::optional<WrittenDate> find_date(std::string_view text);  // the first in the text

// As cables write the day in front of their dash, with two figures for the year: "SAN LUCIA, 3 JAN 90 (ACAN)". 50 to 99
// are years of the last century.
std::optional<WrittenDate> find_cable_date(std::string_view dateline);
// A month and a day alone, at the beginning of the text: "Feb. 17", "17 February". Its year must come from elsewhere.
struct MonthDay {
  unsigned month = 0;
  unsigned day = 0;
  std::size_t end = 0;  // bytes of the text it takes
};
std::optional<MonthDay> month_day_at(std::string_view text);

// The date of a line that is nothing but one: label ("Published", "Updated:"), weekday, place, time and zone aside.
std::optional<WrittenDate> read_date_line(std::string_view line);

}  // namespace sayso::dispatch
