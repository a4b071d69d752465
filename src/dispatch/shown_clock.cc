// Follows the clock that readers see (example in the header). Leaves out on purpose: names of zones, which are passed
// by; clocks of twelve hours without "am" or "pm", which no hour beyond twelve tells apart from those of 24; pages that
// show but one or two times.
#include "dispatch/shown_clock.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso::dispatch {
namespace {

using std::chrono::hours;
using std::chrono::minutes;

constexpr std::size_t least_shown = 3;

// Takes one or two digits from the front.
std::optional<int> take_number(std::string_view& text, std::size_t least) {
  std::size_t end = 0;
  int value = 0;
  while (end < text.size() && end < 3 && is_ascii_digit(text[end])) value = value * 10 + (text[end++] - '0');
  if (end < least || end > 2) return std::nullopt;
  text.remove_prefix(end);
  return value;
}

// "pm", "p.m.", "PM" -> 'p'; takes it from the front.
char take_half(std::string_view& text) {
  for (const std::string_view form : {"am", "a.m.", "AM", "A.M.", "pm", "p.m.", "PM", "P.M."}) {
    if (!text.starts_with(form)) continue;
    text.remove_prefix(form.size());
    return form.front() == 'a' || form.front() == 'A' ? 'a' : 'p';
  }
  return '\0';
}

bool is_zone_name(std::string_view text) {
  return text.size() >= 2 && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// How far a clock is ahead of Greenwich's, from a day's half of which hardly anybody lives: more than 11 hours behind
// to 13 ahead.
minutes distance(minutes shown, minutes greenwich) {
  constexpr minutes day = hours{24}, farthest = hours{13};
  minutes ahead = (shown - greenwich + day) % day;
  if (ahead > farthest) ahead -= day;
  return ahead;
}

// Where a clock that is so far ahead of Greenwich's puts an entry.
auto moved(const PageEntry& entry, minutes ahead) { return entry.day + entry.clock->since_midnight + ahead; }

// Whether all days keep a year of four digits, as they are written: 31 December 9999 has no next day.
bool stay_in_calendar(const std::vector<PageEntry>& entries, minutes ahead) {
  using std::chrono::year;
  constexpr Day first{year{0} / 1 / 1}, last{year{9999} / 12 / 31};
  return std::all_of(entries.begin(), entries.end(), [&](const PageEntry& entry) {
    if (!entry.clock) return true;
    const Day day = std::chrono::floor<std::chrono::days>(moved(entry, ahead));
    return first <= day && day <= last;
  });
}

}  // namespace

std::optional<ShownClock> shown_clock(std::string_view text) {
  text = trim(text);
  const std::size_t size = text.size();
  const auto hour = take_number(text, 1);
  const bool two_digits = size - text.size() == 2;
  if (!hour || text.empty() || (text.front() != ':' && text.front() != '.')) return std::nullopt;
  text.remove_prefix(1);
  const auto minute = take_number(text, 2);
  if (!minute || *minute > 59) return std::nullopt;
  text = trim(text);
  const char half = take_half(text);
  text = trim(text);
  if (!text.empty() && !is_zone_name(text)) return std::nullopt;
  if (half == '\0')
    return *hour < 24 && two_digits ? std::optional(ShownClock{hours{*hour} + minutes{*minute}, *hour > 12})
                                    : std::nullopt;
  if (*hour < 1 || *hour > 12) return std::nullopt;
  return ShownClock{hours{*hour % 12 + (half == 'p' ? 12 : 0)} + minutes{*minute}, true};
}

void follow_shown_clocks(const std::vector<std::string>& shown, std::vector<PageEntry>& entries) {
  std::vector<std::optional<ShownClock>> clocks;
  std::optional<minutes> ahead;  // of Greenwich
  bool clear = false, agree = true;
  std::size_t count = 0;
  for (std::size_t i = 0; i < entries.size() && i < shown.size(); ++i) {
    const auto& clock = clocks.emplace_back(shown_clock(shown[i]));
    if (!clock) continue;
    ++count;
    clear = clear || clock->clear;
    const auto& given = entries[i].clock;
    if (!given) continue;
    if (given->ahead != minutes{0}) agree = false;
    const minutes here = distance(clock->since_midnight, std::chrono::duration_cast<minutes>(given->since_midnight));
    if (ahead.value_or(here) != here || here % minutes{15} != minutes{0}) agree = false;
    ahead = here;
  }
  if (!clear || !agree || count < least_shown) return;
  if (ahead && !stay_in_calendar(entries, *ahead)) return;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    PageEntry& entry = entries[i];
    if (entry.clock && ahead && *ahead != minutes{0}) {
      const auto there = moved(entry, *ahead);
      entry.day = std::chrono::floor<std::chrono::days>(there);
      entry.clock = Clock{there - entry.day, *ahead};
    } else if (!entry.clock && i < clocks.size() && clocks[i]) {
      entry.clock = Clock{clocks[i]->since_midnight, std::nullopt};
    }
  }
}

}  // namespace sayso::dispatch
