// A sentence cut into the pieces that dates are made of; needs no model, so it reads any tokenisation alike.
//
//     "At 6 a.m. on Sept. 10, 2022 …"  ->  at | 6 a.m. (clock 06:00) | on | sept | . | 10 | , | 2022 | …
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso {

enum class DateUnitKind : std::uint8_t { word, number, ordinal, clock, dmy, decade, mark, other, date };

struct DateUnit {
  Span span{};
  DateUnitKind kind = DateUnitKind::other;
  bool capital = false;     // of a word: its first letter
  std::uint8_t digits = 0;  // of a number
  std::int32_t number = 0;  // number, ordinal, first year of a decade; index of a date
  std::int32_t month = 0;   // of a dmy
  std::int32_t year = 0;    // of a dmy
  std::string lower{};      // a word or mark in lower case; a clock as "06:00"
};

std::vector<DateUnit> read_date_units(std::string_view text, Span sentence);

}  // namespace sayso
