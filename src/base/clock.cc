// Times of day as text: 14 h 5 min, three hours ahead of Greenwich <-> "14:05" and "+03:00". Impossible times ("25:00")
// and what only begins like a time ("14:05 or so") are none. Leaves out on purpose: names of zones ("EST", which are
// two or three zones each), the second that is put in at the end of some years, and midnight written as 24:00.
#include <charconv>

#include "sayso/time.h"

namespace sayso {
namespace {

using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string two_digits(std::int64_t value) {
  std::string digits = std::to_string(value);
  return digits.size() < 2 ? "0" + digits : digits;
}

// Takes two digits from the front, after `before` if that is not NUL. Nothing is taken where they do not stand there.
std::optional<std::int32_t> take_two(std::string_view& text, char before = '\0') {
  std::string_view rest = text;
  if (before != '\0') {
    if (!rest.starts_with(before)) return std::nullopt;
    rest.remove_prefix(1);
  }
  if (rest.size() < 2) return std::nullopt;
  std::int32_t value = 0;
  const char* const end = rest.data() + 2;
  if (rest.front() < '0' || std::from_chars(rest.data(), end, value).ptr != end) return std::nullopt;
  text = rest.substr(2);
  return value;
}

// "Z", "+03:00", "+0300", "+03" and nothing behind it.
std::optional<minutes> zone_of_iso(std::string_view text) {
  if (text == "Z" || text == "z") return minutes{0};
  const bool west = text.starts_with('-');
  if (!west && !text.starts_with('+')) return std::nullopt;
  text.remove_prefix(1);
  const auto hour = take_two(text);
  const auto minute = text.empty() ? std::optional(0) : take_two(text, text.starts_with(':') ? ':' : '\0');
  constexpr std::int32_t farthest = 18 * 60;
  if (!hour || !minute || !text.empty() || *minute > 59 || *hour * 60 + *minute > farthest) return std::nullopt;
  const minutes ahead{*hour * 60 + *minute};
  return west ? -ahead : ahead;
}

}  // namespace

std::string iso_time(const Clock& clock) {
  const std::int64_t all = clock.since_midnight.count();
  std::string out = two_digits(all / 3600) + ":" + two_digits(all / 60 % 60);
  if (all % 60 != 0) out += ":" + two_digits(all % 60);
  return out;
}

std::string iso_zone(minutes ahead) {
  if (ahead.count() == 0) return "Z";
  const std::int64_t all = ahead.count() < 0 ? -ahead.count() : ahead.count();
  return (ahead.count() < 0 ? "-" : "+") + two_digits(all / 60) + ":" + two_digits(all % 60);
}

std::optional<Clock> clock_of_iso(std::string_view text) {
  constexpr std::size_t day_size = 10;
  if (text.size() > day_size && day_of_iso(text)) {
    if (std::string_view("Tt ").find(text[day_size]) == std::string_view::npos) return std::nullopt;
    text.remove_prefix(day_size + 1);
  }
  const auto hour = take_two(text);
  const char colon = text.starts_with(':') ? ':' : '\0';
  const auto minute = take_two(text, colon);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  std::int32_t second = 0;
  if (const auto there = take_two(text, colon)) second = *there;
  if (second > 59) return std::nullopt;
  if (text.starts_with('.') || text.starts_with(',')) {
    const std::size_t end = text.find_first_not_of("0123456789", 1);
    if (end == 1 || text.size() == 1) return std::nullopt;
    text = end == std::string_view::npos ? std::string_view() : text.substr(end);
  }
  while (text.starts_with(' ')) text.remove_prefix(1);
  Clock clock{.since_midnight = hours{*hour} + minutes{*minute} + seconds{second}};
  if (text.empty()) return clock;
  clock.ahead = zone_of_iso(text);
  if (!clock.ahead) return std::nullopt;
  return clock;
}

std::string iso(Day day, const std::optional<Clock>& clock) {
  std::string out = iso(day);
  if (!clock) return out;
  out += "T" + iso_time(*clock);
  if (clock->ahead) out += iso_zone(*clock->ahead);
  return out;
}

std::optional<std::chrono::sys_seconds> instant(Day day, const std::optional<Clock>& clock) {
  if (!clock || !clock->ahead) return std::nullopt;
  return day + clock->since_midnight - *clock->ahead;
}

}  // namespace sayso
