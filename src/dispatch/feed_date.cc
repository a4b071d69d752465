// Reads the dates of feeds: RFC 822 ("Thu, 01 Jan 2004 19:48:21 GMT" and its slips: full names of months, two figures
// for the year, no seconds, the month in front of the day), W3CDTF and ISO 8601 ("2003-12-31T10:14:55Z", "20031231"),
// and C's asctime ("Thu Jan  1 19:48:21 2004"). Leaves out on purpose: words of other languages, and dates of two
// readings (01/02/2004): an instant is not guessed. Source: RFC 822 section 5, RFC 2822 section 4.3; W3C note-datetime.
#include "dispatch/feed_date.h"

#include <array>
#include <charconv>
#include <vector>

#include "base/ascii.h"
#include "base/tsv.h"

namespace sayso::dispatch {
namespace {

struct DateParts {
  int year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0;
  std::optional<int> offset{};  // minutes east of Greenwich
  bool has_day = false, has_time = false;
};

std::optional<int> date_number(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || text.size() > 4 || !is_ascii_digit(text[0]) || fault != std::errc() ||
      end != text.data() + text.size())
    return std::nullopt;
  return value;
}

std::optional<int> month_of_word(std::string_view word) {
  constexpr std::array<std::string_view, 12> names{"january",   "february", "march",    "april",
                                                   "may",       "june",     "july",     "august",
                                                   "september", "october",  "november", "december"};
  if (word.ends_with('.')) word.remove_suffix(1);
  if (word.size() < 3) return std::nullopt;
  const std::string lower = ascii_lowered(word);
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i].starts_with(lower) || (lower == "sept" && i == 8)) return static_cast<int>(i) + 1;
  return std::nullopt;
}

// "Z", "GMT", "EST", "+0300", "-08:00", "+3". Nothing if it is no zone.
std::optional<int> zone_of(std::string_view text) {
  struct Zone {
    std::string_view name;
    int hours;
  };
  constexpr std::array<Zone, 16> zones{{{"GMT", 0},
                                        {"UT", 0},
                                        {"UTC", 0},
                                        {"Z", 0},
                                        {"EST", -5},
                                        {"EDT", -4},
                                        {"CST", -6},
                                        {"CDT", -5},
                                        {"MST", -7},
                                        {"MDT", -6},
                                        {"PST", -8},
                                        {"PDT", -7},
                                        {"CET", 1},
                                        {"CEST", 2},
                                        {"EET", 2},
                                        {"EEST", 3}}};
  std::string upper(text);
  for (char& c : upper)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
  for (const Zone& zone : zones)
    if (upper == zone.name) return zone.hours * 60;
  for (const std::string_view prefix : {"GMT", "UTC"})
    if (upper.starts_with(prefix) && upper.size() > 3) upper.erase(0, 3);
  if (upper.size() < 2 || (upper[0] != '+' && upper[0] != '-')) return std::nullopt;
  std::string figures;
  for (const char c : upper.substr(1)) {
    if (is_ascii_digit(c)) figures += c;
    if (!is_ascii_digit(c) && c != ':') return std::nullopt;
  }
  if (figures.size() <= 2) figures += "00";
  if (figures.size() == 3) figures.insert(0, "0");
  if (figures.size() != 4) return std::nullopt;
  const int minutes = *date_number(figures.substr(0, 2)) * 60 + *date_number(figures.substr(2));
  if (minutes > 18 * 60) return std::nullopt;
  return upper[0] == '-' ? -minutes : minutes;
}

// "19:48:21", "19:48", "19:48:21.5"; with `tight` a zone may stand behind it. False if it is no time.
bool read_time(std::string_view text, DateParts& parts, bool tight) {
  if (tight) {
    const std::size_t zone = text.find_first_of("Zz+-");
    if (zone != std::string_view::npos) {
      const std::optional<int> offset = zone_of(text.substr(zone));
      if (!offset) return false;
      parts.offset = *offset;
      text = text.substr(0, zone);
    }
  }
  text = text.substr(0, text.find_first_of(".,"));
  std::vector<std::string_view> figures = split(text, ':');
  if (tight && figures.size() == 1 && (text.size() == 6 || text.size() == 4)) {  // "T101455"
    figures.clear();
    for (std::size_t i = 0; i < text.size(); i += 2) figures.push_back(text.substr(i, 2));
  }
  if (figures.size() < (tight ? 1u : 2u) || figures.size() > 3) return false;
  const auto hour = date_number(figures[0]);
  const auto minute = figures.size() > 1 ? date_number(figures[1]) : 0;
  const auto second = figures.size() > 2 ? date_number(figures[2]) : 0;
  if (!hour || !minute || !second || *hour > 24 || *minute > 59 || *second > 60) return false;
  parts.hour = *hour, parts.minute = *minute, parts.second = std::min(*second, 59);
  parts.has_time = true;
  return true;
}

// "2003-12-31T10:14:55Z", "2003-12", "20031231", "2003-12-31 10:14:55".
std::optional<DateParts> read_iso(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && (is_ascii_digit(text[end]) || text[end] == '-')) ++end;
  std::string_view date = text.substr(0, end);
  std::string_view time = text.substr(end);
  DateParts parts;
  std::vector<std::string_view> figures = split(date, '-');
  if (figures.size() == 1 && date.size() == 8) figures = {date.substr(0, 4), date.substr(4, 2), date.substr(6, 2)};
  if (figures.empty() || figures.size() > 3 || figures[0].size() != 4) return std::nullopt;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    const auto value = date_number(figures[i]);
    if (!value || (i > 0 && figures[i].size() > 2)) return std::nullopt;
    (i == 0 ? parts.year : i == 1 ? parts.month : parts.day) = *value;
  }
  parts.has_day = figures.size() == 3;
  if (time.empty()) return parts;
  if (!parts.has_day || (time[0] != 'T' && time[0] != 't' && time[0] != ' ')) return std::nullopt;
  time = trim(time.substr(1));
  if (const std::size_t gap = time.find(' '); gap != std::string_view::npos) {  // "10:14:55 +0300"
    const auto offset = zone_of(trim(time.substr(gap)));
    if (!offset || !read_time(time.substr(0, gap), parts, false)) return std::nullopt;
    parts.offset = *offset;
    return parts;
  }
  return read_time(time, parts, true) ? std::optional(parts) : std::nullopt;
}

// The words of a date in their order, whatever separates them.
std::optional<DateParts> read_words(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < text.size() && words.size() < 12;) {
    const auto gap = [](char c) { return c == ' ' || c == ',' || c == '\t' || c == '\n'; };
    if (gap(text[at])) {
      ++at;
      continue;
    }
    std::size_t end = at;
    while (end < text.size() && !gap(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = end;
  }
  DateParts parts;
  bool month = false, day = false, year = false, time = false;
  for (const std::string_view word : words) {
    if (const auto named = !month ? month_of_word(word) : std::nullopt) {
      parts.month = *named, month = true;
    } else if (word.find(':') != std::string_view::npos && !time && is_ascii_digit(word[0])) {
      if (!read_time(word, parts, false)) return std::nullopt;
      time = true;
    } else if (const auto value = date_number(word)) {
      if (!day && word.size() <= 2) {
        parts.day = *value, day = true;
      } else if (!year && (word.size() == 4 || word.size() == 2)) {
        parts.year = word.size() == 4 ? *value : *value + (*value >= 69 ? 1900 : 2000), year = true;
      } else {
        return std::nullopt;
      }
    } else if (const std::vector<std::string_view> joined = split(word, '-');
               joined.size() == 3 && !month && !day) {  // "01-Jan-2004"
      const auto first = date_number(joined[0]), last = date_number(joined[2]);
      const auto in_middle = month_of_word(joined[1]);
      if (!first || !last || !in_middle) return std::nullopt;
      parts.day = *first, parts.month = *in_middle,
      parts.year = *last < 100 ? *last + (*last >= 69 ? 1900 : 2000) : *last;
      month = day = year = true;
    } else if (const auto offset = zone_of(word)) {
      if (time) parts.offset = *offset;
    } else if (!is_ascii_letter(word[0]) || month) {
      return std::nullopt;  // behind the month stands nothing but figures and zones; in front of it a weekday
    }
  }
  parts.has_day = day;
  return month && day && year ? std::optional(parts) : std::nullopt;
}

}  // namespace

FeedDate read_feed_date(std::string_view printed) {
  FeedDate date{.printed = std::string(printed)};
  printed = trim(printed);
  if (printed.empty() || printed.size() > 100) return date;
  std::optional<DateParts> parts = read_iso(printed);
  if (!parts) parts = read_words(printed);
  if (!parts) return date;
  const std::chrono::year_month_day day{std::chrono::year{parts->year},
                                        std::chrono::month{static_cast<unsigned>(parts->month)},
                                        std::chrono::day{static_cast<unsigned>(parts->day)}};
  if (!day.ok() || parts->year < 1) return date;
  date.instant = std::chrono::sys_days{day} + std::chrono::hours{parts->hour} +
                 std::chrono::minutes{parts->minute - parts->offset.value_or(0)} + std::chrono::seconds{parts->second};
  if (parts->has_day) date.day = std::chrono::sys_days{day};
  if (parts->has_day && parts->has_time && parts->hour < 24) {
    date.clock = Clock{.since_midnight = std::chrono::hours{parts->hour} + std::chrono::minutes{parts->minute} +
                                         std::chrono::seconds{parts->second}};
    if (parts->offset) date.clock->ahead = std::chrono::minutes{*parts->offset};
  }
  return date;
}

}  // namespace sayso::dispatch
