// Day <-> text, both ways exact for every day of std::chrono's calendar (years -32767 to 32767).
//
//     2022-09-12 -> "2022-09-12"; 12022-01-01 -> "+12022-01-01"
#include "ledger/day_text.h"

#include <charconv>

namespace sayso::ledger {

std::string text_of_day(Day day) {
  const std::chrono::year_month_day date{day};
  const int year = static_cast<int>(date.year());
  if (year >= 0 && year <= 9999) return iso(day);
  std::string text = iso(Day{std::chrono::year{2000} / date.month() / date.day()}).substr(4);
  std::string digits = std::to_string(year < 0 ? -year : year);
  if (digits.size() < 5) digits.insert(0, 5 - digits.size(), '0');
  return (year < 0 ? "-" : "+") + digits + text;
}

std::optional<Day> day_of_text(std::string_view text) {
  if (text.size() == 10 && text[0] != '+' && text[0] != '-') return day_of_iso(text);
  if (text.size() != 12 || (text[0] != '+' && text[0] != '-') || text[6] != '-') return std::nullopt;
  int year = 0;
  const auto read = std::from_chars(text.data() + 1, text.data() + 6, year);
  if (read.ec != std::errc{} || read.ptr != text.data() + 6) return std::nullopt;
  // 2000 was a leap year: every month and day of a year can be read in it.
  const std::optional<Day> in_2000 = day_of_iso("2000" + std::string(text.substr(6)));
  if (!in_2000) return std::nullopt;
  const std::chrono::year_month_day date{*in_2000};
  const std::chrono::year_month_day exact =
      std::chrono::year{text[0] == '-' ? -year : year} / date.month() / date.day();
  if (!exact.ok()) return std::nullopt;
  return Day{exact};
}

}  // namespace sayso::ledger
