// Days and their parts as whole numbers, as expressions of time count them.
//
//     day_of(2022, 9, 12)  ->  a day with year_of 2022, month_of 9, weekday_of 1 (Monday)
//     day_of(2022, 2, 31)  ->  nothing
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>

#include "sayso/time.h"

namespace sayso {

inline std::int32_t year_of(Day d) {
  return static_cast<std::int32_t>(static_cast<int>(std::chrono::year_month_day{d}.year()));
}
inline std::int32_t month_of(Day d) {
  return static_cast<std::int32_t>(static_cast<unsigned>(std::chrono::year_month_day{d}.month()));
}
// 1 Monday … 7 Sunday.
inline std::int32_t weekday_of(Day d) { return static_cast<std::int32_t>(std::chrono::weekday{d}.iso_encoding()); }

inline std::optional<Day> day_of(std::int32_t year, std::int32_t month, std::int32_t day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                        std::chrono::day{static_cast<unsigned>(day)}};
  if (month < 1 || month > 12 || day < 1 || day > 31 || !ymd.ok()) return std::nullopt;  // chrono keeps a byte of a day
  return Day{ymd};
}

}  // namespace sayso
