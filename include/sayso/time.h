// Days and intervals of days, as dispatches give them.
//
//     "over the weekend", published Monday 2022-09-12
//        -> When{begin 2022-09-10, end 2022-09-11, precision weekend}
//     "since February"  -> begin 2022-02-01, end open
//
// Both ends are included. An end that is not set is open: nobody said. Calendar: proleptic Gregorian, no zone.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/span.h"

namespace sayso {

using Day = std::chrono::sys_days;

// Written to the ledger and to JSON by name. "span" is several days that are no calendar unit ("in recent days").
enum class TimePrecision : std::uint8_t { unknown, part_of_day, day, weekend, span, week, month, season, year, longer };

struct When {
  std::optional<Day> begin{};
  std::optional<Day> end{};
  TimePrecision precision = TimePrecision::unknown;
  std::string text{};          // the words, "over the weekend"; empty when no words say it
  std::optional<Span> span{};  // their bytes
  std::string part{};          // "morning", "evening", "overnight", "06:00" … ; empty if not said
  std::string rule{};          // the rule that resolved it

  bool operator==(const When&) const = default;
};

std::string_view name_of(TimePrecision precision);          // "part-of-day", "day" …
TimePrecision time_precision_named(std::string_view name);  // unknown if it is none of them

std::string iso(Day day);  // "2022-09-12"
std::optional<Day> day_of_iso(
    std::string_view text);  // the first ten bytes of "2022-09-12T10:00:00Z"; nothing if no such day

// A time of day by the writer's clock, and how far that clock is ahead of Greenwich's, where it says so.
//
//     "14:05+03:00" -> 14 h 5 min, ahead by 180 min        "14:05" -> 14 h 5 min, nobody knows where
struct Clock {
  std::chrono::seconds since_midnight{};        // less than a day
  std::optional<std::chrono::minutes> ahead{};  // at most 18 hours either way

  bool operator==(const Clock&) const = default;
};

std::string iso_time(const Clock& clock);                  // "14:05"; "14:05:30" where seconds are not zero
std::string iso_zone(std::chrono::minutes ahead);          // "+03:00", "-00:30"; "Z" at Greenwich
// Of "14:05", "14:05:30.25Z", "1405+0300", or behind a day: "2022-09-12T14:05"; fractions of a second are cut.
std::optional<Clock> clock_of_iso(std::string_view text);

// "2022-09-12T14:05+03:00"; of a day alone "2022-09-12".
std::string iso(Day day, const std::optional<Clock>& clock);

// The moment that it is everywhere; nothing if no zone is known.
std::optional<std::chrono::sys_seconds> instant(Day day, const std::optional<Clock>& clock);

}  // namespace sayso
