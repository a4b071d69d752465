// What a matched date stands for, given the day of publication.
//
//     value weekday, capture weekday 7, published Monday 2022-09-12   ->  2022-09-11 … 2022-09-11, day
//     value weekend                                                   ->  2022-09-10 … 2022-09-11, weekend
//
// The values of data/lexicons/dates.tsv:
//   date iso dmy      the day written out; without a year the latest such day on or before publication (the next one if
//   future) days              two days of a month          month[:last|next]  a month       year[:alone] years decade
//   weekday[:last|next|this]   latest on or before publication; :last before it, :next after it, :this of that week
//   weekday:previous|following   before or after the day told last
//   told:N later earlier   N or n days from the day told last
//   offset:Nd         so many days from publication      overnight[:weekday]   the night into a day
//   weekend[:last|next]   season[:last|next|this]   unit:N   the calendar unit N units from now
//   ago past ahead recent coming   so many units back, up to now, from now; an unnamed number is an open end. Hours are
//                     counted from the time of day where it is known; else the day before or behind may be meant, too
//   clock as-of at    a time of day: alone (no day is known), on the day of publication, on a date
//   same between since until before    of dates found before
//   ended[:q]     n units, or the quarter, up to a date found before
// A day that does not exist, or a value that needs a day of publication or one told before that nobody knows, has open
// ends and precision unknown.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "lexicon/dates.h"
#include "sayso/time.h"

namespace sayso {

struct DateValue {
  std::optional<Day> begin{};
  std::optional<Day> end{};
  TimePrecision precision = TimePrecision::unknown;
  std::string part{};

  bool operator==(const DateValue&) const = default;
};

// What the elements of a pattern matched, in order of the text.
struct DateCaptures {
  std::vector<std::int32_t> days{};
  std::vector<std::int32_t> months{};
  std::vector<std::int32_t> years{};
  std::int32_t weekday = 0;  // 1 Monday … 7 Sunday; 0 none
  std::int32_t n = 1;        // the first
  bool counted = false;      // n is said
  std::int32_t season = 0;
  std::int32_t nth = 0;  // of quarters, halves, centuries
  char unit = '\0';      // h d w m y x; of time expressions also s second, n minute, q quarter, c century
  std::string part{};
  std::string mod{};
  std::string clock{};
  std::string word{};                  // what a word of <often> or <holiday> stands for
  std::vector<std::uint32_t> dates{};  // indices of dates found before
};

struct DateSetting {
  std::optional<Day> published{};
  std::optional<std::chrono::seconds> clock{};  // the time of that day, since midnight, where a page tells it
  bool future = false;                          // the verb speaks of what is to come
  std::optional<std::int32_t> year{};           // the year the passage tells of, where it has named one
  std::optional<Day> told{};                    // the day that the passage told last
};

DateValue date_value(const DateRule& rule, const DateCaptures& captures, const DateSetting& setting,
                     std::span<const DateValue> dates);

// The two ends of an interval, each read by itself, with the first before the second: of "from Monday to Friday", read
// on a Monday, the Monday is a week back (after "will" the Friday a week on); days and months without a year move by
// years. What has a year of its own stays.
void put_in_order(DateValue& first, const DateCaptures& of_first, DateValue& second, const DateCaptures& of_second,
                  const DateSetting& setting);

}  // namespace sayso
