// Computes TIMEX3 values, see time_values.h. In: value "quarter", nth 3, published 1989-10-26; out: 1989-Q3.
// Leaves out on purpose: time zones, and what a firm calls its year: fiscal quarters are those of the calendar.
#include "mention/time_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <string_view>

#include "mention/calendar.h"

namespace sayso {
namespace {

using std::chrono::days;
using std::chrono::year_month_day;

std::int32_t floor_to(std::int32_t n, std::int32_t step) { return n - ((n % step) + step) % step; }

// The piece of kind `unit` that holds the day.
TimeMoment piece(Day d, char unit) {
  const std::int32_t y = year_of(d), m = month_of(d);
  const auto first = [&](std::int32_t year, std::int32_t month) {
    return TimeMoment{.begin = day_of(year, month, 1).value_or(d), .unit = unit};
  };
  switch (unit) {
    case 'w':
      return {.begin = d - days{weekday_of(d) - 1}, .unit = unit};
    case 'm':
      return first(y, m);
    case 'q':
      return first(y, (m - 1) / 3 * 3 + 1);
    case 'h':
      return first(y, m <= 6 ? 1 : 7);
    case 'y':
      return first(y, 1);
    case 'x':
      return first(floor_to(y, 10), 1);
    case 'c':
      return first(floor_to(y, 100), 1);
    default:
      return {.begin = d, .unit = unit};
  }
}

TimeMoment month_moment(std::int32_t year, std::int32_t month) {
  return {.begin = day_of(year, month, 1).value_or(Day{}), .unit = 'm'};
}
TimeMoment year_moment(std::int32_t year) { return {.begin = day_of(year, 1, 1).value_or(Day{}), .unit = 'y'}; }

// The day n units on; the last of the month where that day does not exist.
Day move(Day d, std::int32_t n, char unit) {
  std::int32_t by = 0;
  switch (unit) {
    case 'd':
      return d + days{n};
    case 'w':
    case 'e':
      return d + days{7 * n};
    case 'm':
      by = n;
      break;
    case 'q':
      by = 3 * n;
      break;
    case 'h':
      by = 6 * n;
      break;
    case 'y':
    case 's':
      by = 12 * n;
      break;
    case 'x':
      by = 120 * n;
      break;
    case 'c':
      by = 1200 * n;
      break;
    default:
      return d;
  }
  const year_month_day moved = year_month_day{d} + std::chrono::months{by};
  return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / std::chrono::last};
}

std::string padded(std::int32_t n, int width) {
  char out[16];
  std::snprintf(out, sizeof out, "%0*d", width, static_cast<int>(n));
  return out;
}

// The year and number of the ISO week.
std::string week_text(Day monday) {
  const Day thursday = monday + days{3};
  const std::int32_t y = year_of(thursday);
  const auto n = static_cast<std::int32_t>((thursday - *day_of(y, 1, 1)).count() / 7 + 1);
  return padded(y, 4) + "-W" + padded(n, 2);
}

std::string text_of(const TimeMoment& m) {
  const std::int32_t y = year_of(m.begin), month = month_of(m.begin);
  if (y < 1 || y > 9999) return "";
  switch (m.unit) {
    case 'd':
      return iso(m.begin);
    case 'w':
      return week_text(piece(m.begin, 'w').begin);
    case 'e':
      return week_text(piece(m.begin, 'w').begin) + "-WE";
    case 'm':
      return padded(y, 4) + "-" + padded(month, 2);
    case 'q':
      return padded(y, 4) + "-Q" + std::to_string((month + 2) / 3);
    case 'h':
      return padded(y, 4) + (month <= 6 ? "-H1" : "-H2");
    case 's':
      return padded(y, 4) + (month == 3 ? "-SP" : month == 6 ? "-SU" : month == 9 ? "-FA" : "-WI");
    case 'y':
      return padded(y, 4);
    case 'x':
      return padded(y / 10, 3);
    case 'c':
      return padded(y / 100, 2);
    default:
      return "";
  }
}

// "3", unit y -> "P3Y"; "X", unit h -> "PTXH".
std::string length(const std::string& n, char unit) {
  switch (unit) {
    case 's':
      return "PT" + n + "S";
    case 'n':
      return "PT" + n + "M";
    case 'h':
      return "PT" + n + "H";
    case 'd':
      return "P" + n + "D";
    case 'e':
      return "P" + n + "WE";
    case 'w':
      return "P" + n + "W";
    case 'm':
      return "P" + n + "M";
    case 'q':
      return "P" + n + "Q";
    case 'x':
      return n == "X" ? "PXE" : "P" + n + "0Y";
    case 'c':
      return n == "X" ? "PXC" : "P" + n + "00Y";
    default:
      return "P" + n + "Y";
  }
}

std::string_view unknown_of(char unit) {
  switch (unit) {
    case 'd':
      return "XXXX-XX-XX";
    case 'w':
      return "XXXX-WXX";
    case 'e':
      return "XXXX-WXX-WE";
    case 'm':
      return "XXXX-XX";
    case 'q':
      return "XXXX-QX";
    case 'h':
      return "XXXX-HX";
    case 'x':
      return "XXX";
    case 'c':
      return "XX";
    default:
      return "XXXX";
  }
}

class TimeComputer {
 public:
  TimeComputer(const DateRule& rule, const DateCaptures& c, const TimeSetting& setting,
               std::span<const TimeValue> found)
      : rule_(rule), c_(c), setting_(setting), found_(found), now_(setting.published.value_or(Day{})) {
    std::string_view number = rule.argument;
    if (number.starts_with('+')) number.remove_prefix(1);
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), shift_);
    counted_ = error == std::errc{} && end == number.data() + number.size() && !number.empty();
  }

  TimeValue run() const {
    struct Entry {
      std::string_view name;
      TimeValue (TimeComputer::*compute)() const;
    };
    static constexpr std::array<Entry, 42> table = {{
        {"date", &TimeComputer::date},
        {"iso", &TimeComputer::date},
        {"month", &TimeComputer::month},
        {"holiday", &TimeComputer::holiday},
        {"year", &TimeComputer::year},
        {"decade", &TimeComputer::decade},
        {"century", &TimeComputer::century},
        {"season", &TimeComputer::season},
        {"weekend", &TimeComputer::weekend},
        {"weekday", &TimeComputer::weekday},
        {"quarter", &TimeComputer::quarter},
        {"half", &TimeComputer::half},
        {"period", &TimeComputer::period},
        {"ended", &TimeComputer::ended},
        {"day", &TimeComputer::day},
        {"unit", &TimeComputer::unit},
        {"from", &TimeComputer::from},
        {"ago", &TimeComputer::ago},
        {"earlier", &TimeComputer::earlier},
        {"later", &TimeComputer::later},
        {"year-ago", &TimeComputer::year_ago},
        {"duration", &TimeComputer::duration},
        {"each", &TimeComputer::each},
        {"rate", &TimeComputer::each},
        {"often", &TimeComputer::often},
        {"each-weekday", &TimeComputer::each_weekday},
        {"each-month", &TimeComputer::each_month},
        {"each-part", &TimeComputer::each_part},
        {"ref", &TimeComputer::ref},
        {"ahead", &TimeComputer::ref},
        {"clock", &TimeComputer::clock},
        {"day-part", &TimeComputer::day_part},
        {"at", &TimeComputer::at},
        {"part-of", &TimeComputer::part_of},
        {"weekday-part", &TimeComputer::weekday_part},
        {"same", &TimeComputer::same},
        {"length-of", &TimeComputer::same},
        {"told", &TimeComputer::same},
        {"dated", &TimeComputer::same},
        {"part", &TimeComputer::day_part},
        {"week", &TimeComputer::unit},
        {"week-of", &TimeComputer::week_of},
    }};
    TimeValue value;
    for (const Entry& entry : table)
      if (entry.name == rule_.value) value = (this->*entry.compute)();
    return value;
  }

 private:
  static TimeValue of(TimeMoment m) { return {.kind = TimeKind::date, .value = text_of(m), .moment = m}; }
  static TimeValue open(std::string value) { return {.kind = TimeKind::date, .value = std::move(value), .moment = {}}; }
  bool known() const { return setting_.published.has_value(); }
  bool future() const { return setting_.tense == DateTense::future; }
  bool past() const { return setting_.tense == DateTense::past; }

  std::optional<std::int32_t> written_year() const {
    if (!c_.years.empty()) return c_.years.back();
    if (rule_.argument == "told" && setting_.told) return year_of(setting_.told->begin);
    if (counted_ && known()) return year_of(now_) + shift_;
    return setting_.year;
  }

  // Of two candidates, one before and one after now: the nearer by far, else the tense chooses, without one the past
  // before its time.
  bool ahead(days back, days forth) const {
    constexpr int far = 6;
    if (rule_.argument == "last") return false;
    if (future()) return forth < back * far;
    if (past()) return forth * far < back;
    return forth * 2 < back;
  }

  // What the words tell, else the rule.
  char unit_letter() const { return c_.unit != '\0' || rule_.part.empty() ? c_.unit : rule_.part.front(); }
  std::int32_t season_number() const {
    return c_.season != 0 || rule_.part.empty() ? c_.season : rule_.part.front() - '0';
  }

  TimeValue date() const {
    if ((c_.days.empty() && c_.nth == 0) || c_.months.empty()) return {};
    const std::int32_t d = c_.days.empty() ? c_.nth : c_.days.back(), m = c_.months.front();
    if (!day_of(2000, m, d)) return {};
    if (const auto y = written_year()) {
      const auto found = day_of(*y, m, d);
      return found ? of({.begin = *found, .unit = 'd'}) : TimeValue{};
    }
    if (!known()) return open("XXXX-" + padded(m, 2) + "-" + padded(d, 2));
    std::optional<Day> back, forth;  // 29 February may be some years away
    for (std::int32_t i = 0; i < 9; ++i) {
      const std::int32_t y = year_of(now_);
      const bool before = rule_.argument == "last";
      if (const auto c = day_of(y - i, m, d); !back && c && (before ? *c < now_ : *c <= now_)) back = c;
      if (const auto c = day_of(y + i, m, d); !forth && c && *c >= now_) forth = c;
    }
    if (!back || !forth) return {};
    return of({.begin = ahead(now_ - *back, *forth - now_) ? *forth : *back, .unit = 'd'});
  }

  TimeValue month() const {
    if (c_.months.empty()) return {};
    const std::int32_t m = c_.months.front();
    const bool directed = rule_.argument == "last" || rule_.argument == "next" || rule_.argument == "this";
    if (!directed)
      if (const auto y = written_year()) return of(month_moment(*y, m));
    if (!known()) return open("XXXX-" + padded(m, 2));
    const std::int32_t y = year_of(now_), this_month = month_of(now_);
    if (rule_.argument == "last") return of(month_moment(m < this_month ? y : y - 1, m));
    if (rule_.argument == "next") return of(month_moment(m > this_month ? y : y + 1, m));
    if (rule_.argument == "this") return of(month_moment(y, m));
    const TimeMoment back = month_moment(m <= this_month ? y : y - 1, m);
    const TimeMoment forth = month_moment(m >= this_month ? y : y + 1, m);
    return of(ahead(now_ - back.begin, forth.begin - now_) ? forth : back);
  }

  // "12-25"; "11-4-4": the fourth Thursday of November.
  TimeValue holiday() const {
    const auto number = [&](std::size_t at, std::size_t size) {
      std::int32_t n = 0;
      if (at + size <= c_.word.size()) std::from_chars(c_.word.data() + at, c_.word.data() + at + size, n);
      return n;
    };
    const std::int32_t m = number(0, 2);
    const bool moves = c_.word.size() == 6;
    const auto in_year = [&](std::int32_t y) {
      if (!moves) return day_of(y, m, number(3, 2));
      const std::int32_t nth = number(3, 1), weekday = number(5, 1);
      auto day = day_of(y, m, 1);
      if (day) *day += days{(weekday - weekday_of(*day) + 7) % 7 + 7 * (nth - 1)};
      return day;
    };
    if (!written_year() && !known()) return open(moves ? "XXXX-" + padded(m, 2) : "XXXX-" + c_.word);
    const std::int32_t y = written_year().value_or(year_of(now_));
    auto day = in_year(y);
    if (!day) return {};
    if (!written_year()) {
      const auto other = in_year(*day <= now_ ? y + 1 : y - 1);
      if (!other) return {};
      const bool later = ahead(now_ - std::min(*day, *other), std::max(*day, *other) - now_);
      day = later ? std::max(*day, *other) : std::min(*day, *other);
    }
    return of({.begin = *day, .unit = 'd'});
  }

  TimeValue year() const {
    if (!c_.years.empty()) return of(year_moment(c_.years.back()));
    if (!known()) return open("XXXX");
    return of(year_moment(year_of(now_) + shift_));
  }
  TimeValue decade() const {
    if (c_.years.empty()) return {};
    TimeMoment m = year_moment(c_.years.front());
    m.unit = 'x';
    return of(m);
  }
  TimeValue century() const {
    if (c_.nth < 1 || c_.nth > 99) return {};
    return open(padded(c_.nth - 1, 2));
  }

  TimeMoment season_of(std::int32_t y) const {
    return {.begin = day_of(y, season_number() * 3, 1).value_or(Day{}), .unit = 's'};
  }
  TimeValue season() const {
    constexpr std::array<std::string_view, 5> names = {"XX", "SP", "SU", "FA", "WI"};
    if (season_number() < 1 || season_number() > 4) return {};
    if (!c_.years.empty()) return of(season_of(c_.years.back()));
    if (!known()) return open("XXXX-" + std::string(names[static_cast<std::size_t>(season_number())]));
    const std::int32_t y = year_of(now_);
    const bool begun = season_of(y).begin <= now_;
    const bool ended = move(season_of(y).begin, 3, 'm') <= now_;
    if (rule_.argument == "last") return of(season_of(ended ? y : y - 1));
    if (rule_.argument == "next") return of(season_of(begun ? y + 1 : y));
    if (rule_.argument == "this" || counted_) return of(season_of(y + shift_));
    if (future()) return of(season_of(ended ? y + 1 : y));
    return of(season_of(begun || !past() ? y : y - 1));
  }

  TimeValue weekend() const {
    if (!known()) return open("XXXX-WXX-WE");
    const Day saturday = now_ - days{(weekday_of(now_) + 1) % 7};  // the latest
    const bool during = weekday_of(now_) >= 6;
    std::int32_t weeks = 0;
    if (rule_.argument == "last") weeks = during ? -1 : 0;
    if (rule_.argument == "next") weeks = 1;
    if ((rule_.argument == "this" || rule_.argument.empty()) && !during && !past() &&
        (future() || rule_.argument == "this"))
      weeks = 1;
    return of({.begin = saturday + days{7 * weeks}, .unit = 'e'});
  }

  Day weekday_day() const {
    const Day back = now_ - days{(weekday_of(now_) - c_.weekday + 7) % 7};
    const Day forth = now_ + days{(c_.weekday - weekday_of(now_) + 7) % 7};
    if (rule_.argument == "last") return back == now_ ? now_ - days{7} : back;
    if (rule_.argument == "next") return forth == now_ ? now_ + days{7} : forth;
    if (rule_.argument == "coming") return forth;
    if (rule_.argument == "previous" || rule_.argument == "following") {
      const Day base = setting_.told && setting_.told->unit == 'd' ? setting_.told->begin : now_;
      const std::int32_t ago = (weekday_of(base) - c_.weekday + 6) % 7 + 1;
      return base + days{rule_.argument == "previous" ? -ago : ago == 7 ? 7 : 7 - ago};
    }
    if (rule_.argument == "this") return now_ + days{c_.weekday - weekday_of(now_)};
    return future() ? forth : back;
  }
  TimeValue weekday() const {
    const bool from_told = rule_.argument == "previous" || rule_.argument == "following";
    if (!known() && !(from_told && setting_.told && setting_.told->unit == 'd'))
      return open("XXXX-WXX-" + std::to_string(c_.weekday));
    return of({.begin = weekday_day(), .unit = 'd'});
  }

  TimeMoment quarter_of(std::int32_t y) const {
    return {.begin = day_of(y, (c_.nth - 1) * 3 + 1, 1).value_or(Day{}), .unit = 'q'};
  }
  TimeValue quarter() const {
    if (c_.nth < 1 || c_.nth > 4) return {};
    if (!c_.years.empty()) return of(quarter_of(c_.years.back()));
    if (!known()) return open("XXXX-Q" + std::to_string(c_.nth));
    const std::int32_t y = year_of(now_);
    if (counted_) return of(quarter_of(y + shift_));
    const bool begun = quarter_of(y).begin <= now_;
    const TimeMoment back = quarter_of(begun ? y : y - 1), forth = quarter_of(begun ? y + 1 : y);
    if (move(back.begin, 1, 'q') > now_) return of(back);  // it is not over
    return of(future() && ahead(now_ - move(back.begin, 1, 'q'), forth.begin - now_) ? forth : back);
  }
  TimeValue half() const {
    if (c_.nth < 1 || c_.nth > 2) return {};
    const auto of_year = [&](std::int32_t y) {
      return TimeMoment{.begin = day_of(y, c_.nth == 1 ? 1 : 7, 1).value_or(Day{}), .unit = 'h'};
    };
    if (!c_.years.empty()) return of(of_year(c_.years.back()));
    if (!known()) return open("XXXX-H" + std::to_string(c_.nth));
    const std::int32_t y = year_of(now_);
    if (counted_) return of(of_year(y + shift_));
    return of(of_year(of_year(y).begin <= now_ || future() ? y : y - 1));
  }
  // "the quarter", "the latest period": the one told of, else the last that is over.
  TimeValue period() const {
    if (!known() && !setting_.quarter) return open("XXXX-QX");
    const TimeMoment over = piece(move(piece(now_, 'q').begin, -1, 'q'), 'q');
    TimeMoment q = setting_.quarter.value_or(over);
    if (rule_.argument == "latest" && known() && q.begin > over.begin) q = over;  // the latest is over
    if (!c_.years.empty())
      q.begin = move(q.begin, c_.years.back() - year_of(q.begin), 'y');
    else
      q.begin = move(q.begin, shift_, 'y');
    TimeValue out = of(q);
    if (shift_ != 0) out.moment.reset();  // what follows is told of the present again
    return out;
  }

  // "the quarter ended Sept. 30": the quarter that most of the three months lies in.
  TimeValue ended() const {
    const char unit = unit_letter();
    const TimeValue last = c_.months.empty() ? weekday() : c_.days.empty() ? month() : date();
    if (!last.moment) return open(std::string(unknown_of(unit)));
    const Day end = c_.months.empty() || !c_.days.empty() ? last.moment->begin : move(last.moment->begin, 1, 'm');
    return of(piece(end - days{unit == 'q' ? 45 : unit == 'm' ? 15 : 3}, unit));
  }

  TimeValue day() const {
    if (!known()) return open("XXXX-XX-XX");
    return of({.begin = now_ + days{shift_}, .unit = 'd'});
  }
  TimeValue unit() const {
    if (!known()) return open(std::string(unknown_of(unit_letter())));
    return of(piece(move(piece(now_, unit_letter()).begin, shift_, unit_letter()), unit_letter()));
  }
  TimeValue from_told(std::int32_t n) const {
    const auto base = setting_.told ? std::optional<Day>(setting_.told->begin) : setting_.published;
    if (!base) return open(std::string(unknown_of(unit_letter())));
    return of(piece(move(piece(*base, unit_letter()).begin, n, unit_letter()), unit_letter()));
  }
  TimeValue from() const { return from_told(shift_); }

  bool clock_unit() const { return c_.unit == 's' || c_.unit == 'n' || c_.unit == 'h'; }
  TimeValue ago() const {
    if (clock_unit())
      return {.kind = TimeKind::duration, .value = length(std::to_string(c_.n), unit_letter()), .moment = {}};
    if (!known()) return open(std::string(unknown_of(unit_letter())));
    if (c_.unit == 'x') return of(year_moment(year_of(now_) - 10 * c_.n));  // "a decade ago" means the year
    return of(piece(move(piece(now_, c_.unit).begin, -c_.n, c_.unit), c_.unit));
  }
  TimeValue earlier() const { return clock_unit() ? ago() : from_told(-c_.n); }
  TimeValue later() const { return clock_unit() ? ago() : from_told(c_.n); }

  // "a year ago": a year before the piece that is told of, "the third quarter" before all.
  TimeValue year_ago() const {
    if (!setting_.told && !known()) return open("XXXX");
    TimeMoment base = setting_.quarter ? *setting_.quarter
                      : setting_.told && (setting_.told->unit == 'm' || setting_.told->unit == 'y')
                          ? *setting_.told
                          : piece(setting_.published.value_or(setting_.told ? setting_.told->begin : Day{}), 'y');
    base.begin = move(base.begin, -1, 'y');
    TimeValue out = of(base);
    out.moment.reset();  // what follows is told of the present again
    return out;
  }

  TimeValue duration() const {
    const std::string n = rule_.argument == "X" ? "X" : std::to_string(counted_ ? shift_ : c_.n);
    std::string value = length(n, unit_letter());
    if (rule_.argument == "half") {
      value = unit_letter() == 'h' ? "PT30M" : unit_letter() == 'y' ? "P6M" : unit_letter() == 'd' ? "PT12H" : "";
      if (unit_letter() == 'x') value = "P5Y";
      if (unit_letter() == 'c') value = "P50Y";
    } else if (rule_.argument == "and-half") {
      if (unit_letter() == 'y') value += "6M";
      if (unit_letter() == 'h') value += "30M";
      if (unit_letter() == 'n') value += "30S";
      if (unit_letter() == 'x') value = "P" + std::to_string(c_.n * 10 + 5) + "Y";
    }
    return {.kind = TimeKind::duration, .value = std::move(value), .moment = {}};
  }

  static TimeValue set(std::string value) { return {.kind = TimeKind::set, .value = std::move(value), .moment = {}}; }
  TimeValue each() const { return set(length(std::to_string(c_.n), c_.unit)); }
  TimeValue often() const { return set(c_.word); }
  TimeValue each_weekday() const { return set("XXXX-WXX-" + std::to_string(c_.weekday) + part_text()); }
  TimeValue each_month() const { return set("XXXX-" + padded(c_.months.empty() ? 0 : c_.months.front(), 2)); }
  TimeValue each_part() const { return set("XXXX-XX-XX" + part_text()); }

  TimeValue ref() const { return open(rule_.argument); }

  // "T14:00", "TMO"; empty where nothing tells a part of the day.
  std::string part_text() const {
    if (!c_.clock.empty()) return "T" + c_.clock;
    const std::string& part = c_.part.empty() ? rule_.part : c_.part;
    return part.empty() ? "" : "T" + part;
  }
  TimeValue with_part(std::optional<Day> day, std::string otherwise) const {
    return {.kind = TimeKind::time,
            .value = (day ? iso(*day) : std::move(otherwise)) + part_text(),
            .moment = day ? std::optional<TimeMoment>({.begin = *day, .unit = 'd'}) : std::nullopt};
  }
  // On the day told of in the same sentence, else that of publication.
  TimeValue clock() const { return with_part(setting_.day ? setting_.day : setting_.published, "XXXX-XX-XX"); }
  TimeValue week_of() const {
    const TimeValue* date = inner();
    if (date == nullptr || !date->moment) return open("XXXX-WXX");
    return of(piece(date->moment->begin, 'w'));
  }
  TimeValue day_part() const {
    return with_part(known() ? std::optional<Day>(now_ + days{shift_}) : std::nullopt, "XXXX-XX-XX");
  }
  TimeValue weekday_part() const {
    return with_part(known() ? std::optional<Day>(weekday_day()) : std::nullopt,
                     "XXXX-WXX-" + std::to_string(c_.weekday));
  }

  const TimeValue* inner() const {
    return !c_.dates.empty() && c_.dates.front() < found_.size() ? &found_[c_.dates.front()] : nullptr;
  }
  TimeValue same() const { return inner() != nullptr ? *inner() : TimeValue{}; }
  TimeValue at() const {
    const TimeValue* date = inner();
    if (date == nullptr) return {};
    if (date->kind != TimeKind::date || !date->moment || date->moment->unit != 'd') {
      // "Friday" without a day of publication takes its time too; a month or a length does not.
      if (date->kind == TimeKind::date && date->value.starts_with("XXXX-") && date->value.size() == 10)
        return with_part({}, date->value);
      return *date;
    }
    return with_part(date->moment->begin, "");
  }
  TimeValue part_of() const { return at(); }

  const DateRule& rule_;
  const DateCaptures& c_;
  const TimeSetting& setting_;
  std::span<const TimeValue> found_;
  Day now_;
  std::int32_t shift_ = 0;
  bool counted_ = false;
};

}  // namespace

TimeValue moved(TimeValue value, std::int32_t n, char unit) {
  if (!value.moment) return value;
  value.moment->begin = move(value.moment->begin, n, unit);
  value.value = text_of(*value.moment);
  return value;
}

TimeValue time_value(const DateRule& rule, const DateCaptures& captures, const TimeSetting& setting,
                     std::span<const TimeValue> found) {
  return TimeComputer(rule, captures, setting, found).run();
}

}  // namespace sayso
