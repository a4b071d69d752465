// Days as text: 2022-09-12 <-> "2022-09-12". Impossible days ("2022-02-31") are no days.
#include <charconv>

#include "sayso/time.h"

namespace sayso {

std::string iso(Day day) {
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  std::string out = year < 0 ? "-" : "";
  const auto pad = [&](unsigned value, std::size_t width) {
    const std::string digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
  };
  pad(static_cast<unsigned>(year < 0 ? -year : year), 4);
  out += '-';
  pad(static_cast<unsigned>(date.month()), 2);
  out += '-';
  pad(static_cast<unsigned>(date.day()), 2);
  return out;
}

std::optional<Day> day_of_iso(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto number = [&](std::size_t at, std::size_t size) -> std::optional<unsigned> {
    unsigned value = 0;
    const char* end = text.data() + at + size;
    const auto read = std::from_chars(text.data() + at, end, value);
    if (read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return value;
  };
  const auto year = number(0, 4), month = number(5, 2), day = number(8, 2);
  if (!year || !month || !day) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year{static_cast<int>(*year)}, std::chrono::month{*month},
                                         std::chrono::day{*day}};
  if (!date.ok()) return std::nullopt;
  return Day{date};
}

}  // namespace sayso
