// Computes dates, see date_values.h. In: value "weekday:last", weekday 1, published 2022-09-12; out: 2022-09-05.
// Leaves out on purpose: time zones, and calendars other than the Gregorian. Seasons are the northern meteorological
// ones.
#include "mention/date_values.h"

#include <array>
#include <charconv>
#include <string_view>

#include "mention/calendar.h"

namespace sayso {
namespace {

using std::chrono::days;
using std::chrono::months;
using std::chrono::year_month_day;

DateValue whole(Day begin, Day end, TimePrecision precision) {
  return {.begin = begin, .end = end, .precision = precision, .part = {}};
}
DateValue one(Day d) { return whole(d, d, TimePrecision::day); }
DateValue one_part(Day d) { return whole(d, d, TimePrecision::part_of_day); }

// Month `month` of `year`; months beyond 1 … 12 run into other years.
DateValue month_value(std::int32_t year, std::int32_t month) {
  const std::int32_t index = year * 12 + month - 1;
  const std::int32_t y = index >= 0 ? index / 12 : -((11 - index) / 12), m = index - y * 12 + 1;
  const std::chrono::year_month ym{std::chrono::year{y}, std::chrono::month{static_cast<unsigned>(m)}};
  return whole(Day{ym / 1}, Day{ym / std::chrono::last}, TimePrecision::month);
}

DateValue year_value(std::int32_t year, std::int32_t count, TimePrecision precision) {
  return whole(*day_of(year, 1, 1), *day_of(year + count - 1, 12, 31), precision);
}

// The season that begins in `year`: winter runs from December into the next year.
DateValue season_value(std::int32_t year, std::int32_t season) {
  const std::int32_t first = season * 3;
  return whole(*month_value(year, first).begin, *month_value(year, first + 2).end, TimePrecision::season);
}

DateValue week_value(Day any) {
  const Day monday = any - days{weekday_of(any) - 1};
  return whole(monday, monday + days{6}, TimePrecision::week);
}

// `n` months from `d`, the last day of the month where that day does not exist.
Day shift_months(Day d, std::int32_t n) {
  const year_month_day ymd{d};
  const year_month_day moved = ymd + months{n};
  return moved.ok() ? Day{moved} : Day{moved.year() / moved.month() / std::chrono::last};
}

Day shift(Day d, std::int32_t n, char unit) {
  switch (unit) {
    case 'h':
      return d + days{n >= 0 ? (n + 23) / 24 : -((-n + 23) / 24)};
    case 'w':
      return d + days{7 * n};
    case 'm':
      return shift_months(d, n);
    case 'q':
      return shift_months(d, 3 * n);
    case 'y':
      return shift_months(d, 12 * n);
    case 'x':
      return shift_months(d, 120 * n);
    default:
      return d + days{n};
  }
}

class DateComputer {
 public:
  DateComputer(const DateRule& rule, const DateCaptures& c, const DateSetting& setting,
               std::span<const DateValue> dates)
      : rule_(rule), c_(c), setting_(setting), dates_(dates), now_(setting.published.value_or(Day{})) {}

  DateValue run() const {
    struct Entry {
      std::string_view name;
      bool needs_now;
      DateValue (DateComputer::*compute)() const;
    };
    static constexpr std::array<Entry, 31> table = {{
        {"date", false, &DateComputer::date},
        {"iso", false, &DateComputer::iso},
        {"dmy", false, &DateComputer::iso},
        {"days", false, &DateComputer::several},
        {"month", false, &DateComputer::month},
        {"year", false, &DateComputer::year},
        {"years", false, &DateComputer::years},
        {"decade", false, &DateComputer::decade},
        {"weekday", false, &DateComputer::weekday},
        {"offset", true, &DateComputer::offset},
        {"overnight", true, &DateComputer::overnight},
        {"weekend", true, &DateComputer::weekend},
        {"season", false, &DateComputer::season},
        {"unit", true, &DateComputer::unit},
        {"ago", true, &DateComputer::ago},
        {"past", true, &DateComputer::past},
        {"ahead", true, &DateComputer::ahead},
        {"recent", true, &DateComputer::recent},
        {"coming", true, &DateComputer::coming},
        {"clock", false, &DateComputer::clock},
        {"as-of", true, &DateComputer::as_of},
        {"at", false, &DateComputer::same},
        {"same", false, &DateComputer::same},
        {"between", false, &DateComputer::between},
        {"since", false, &DateComputer::since},
        {"until", false, &DateComputer::until},
        {"before", false, &DateComputer::before},
        {"ended", false, &DateComputer::ended},
        {"told", false, &DateComputer::told},
        {"later", false, &DateComputer::later},
        {"earlier", false, &DateComputer::earlier},
    }};
    DateValue value;
    for (const Entry& entry : table)
      if (entry.name == rule_.value && (!entry.needs_now || setting_.published)) value = (this->*entry.compute)();
    add_part(value);
    return value;
  }

 private:
  void add_part(DateValue& value) const {
    std::string part = rule_.part == "<part>" ? c_.part : rule_.part == "<mod>" ? c_.mod : rule_.part;
    if (!c_.clock.empty()) part = c_.clock;
    if (part.empty()) return;
    value.part = part;
    const bool short_time = value.precision == TimePrecision::day || value.precision == TimePrecision::unknown ||
                            rule_.value == "overnight";
    if (short_time) value.precision = TimePrecision::part_of_day;
  }

  std::optional<std::int32_t> written_year() const {
    if (!c_.years.empty()) return c_.years.back();
    return setting_.year;
  }

  DateValue date() const {
    if (c_.days.empty() || c_.months.empty()) return {};
    const std::int32_t d = c_.days.front(), m = c_.months.front();
    if (const auto y = written_year()) {
      const auto day = day_of(*y, m, d);
      return day ? one(*day) : DateValue{};
    }
    if (!setting_.published) return {};
    // 29 February may be some years away.
    for (std::int32_t back = 0; back < 9; ++back) {
      const auto day = day_of(year_of(now_) + (setting_.future ? back : -back), m, d);
      if (day && (setting_.future ? *day >= now_ : *day <= now_)) return one(*day);
    }
    return {};
  }

  DateValue iso() const {
    const auto day = day_of(c_.years.front(), c_.months.front(), c_.days.front());
    return day ? one(*day) : DateValue{};
  }

  DateValue several() const {
    if (c_.days.size() < 2 || c_.months.empty()) return {};
    std::optional<std::int32_t> y = written_year();
    if (!y && setting_.published) {
      const auto last = day_of(year_of(now_), c_.months.front(), c_.days.back());
      y = year_of(now_) + (setting_.future ? (last && *last < now_ ? 1 : 0) : (last && *last > now_ ? -1 : 0));
    }
    if (!y) return {};
    const auto a = day_of(*y, c_.months.front(), c_.days.front()), b = day_of(*y, c_.months.front(), c_.days.back());
    return a && b && *a <= *b ? whole(*a, *b, TimePrecision::span) : DateValue{};
  }

  DateValue month() const {
    const std::int32_t m = c_.months.front();
    if (rule_.argument.empty())
      if (const auto y = written_year()) return month_value(*y, m);
    if (!setting_.published) return {};
    const std::int32_t y = year_of(now_), this_month = month_of(now_);
    if (rule_.argument == "last") return month_value(m < this_month ? y : y - 1, m);
    if (rule_.argument == "next") return month_value(m > this_month ? y : y + 1, m);
    if (setting_.future) return month_value(m >= this_month ? y : y + 1, m);
    return month_value(m <= this_month ? y : y - 1, m);
  }

  DateValue year() const { return year_value(c_.years.front(), 1, TimePrecision::year); }
  DateValue decade() const { return year_value(c_.years.front(), 10, TimePrecision::longer); }
  DateValue years() const {
    if (c_.years.size() < 2 || c_.years[0] > c_.years[1]) return {};
    return year_value(c_.years[0], c_.years[1] - c_.years[0] + 1, TimePrecision::longer);
  }

  // The latest such weekday on or before publication, or from it on.
  Day latest_weekday() const { return now_ - days{(weekday_of(now_) - c_.weekday + 7) % 7}; }
  Day coming_weekday() const { return now_ + days{(c_.weekday - weekday_of(now_) + 7) % 7}; }

  DateValue weekday() const {
    if (rule_.argument == "previous" || rule_.argument == "following") {
      if (!setting_.told) return {};
      const std::int32_t back = (weekday_of(*setting_.told) - c_.weekday + 6) % 7 + 1;
      return one(*setting_.told + days{rule_.argument == "previous" ? -back : back == 7 ? 7 : 7 - back});
    }
    if (!setting_.published) return {};
    if (rule_.argument == "last") return one(latest_weekday() == now_ ? now_ - days{7} : latest_weekday());
    if (rule_.argument == "next") return one(coming_weekday() == now_ ? now_ + days{7} : coming_weekday());
    if (rule_.argument == "this") return one(now_ + days{c_.weekday - weekday_of(now_)});
    return one(setting_.future ? coming_weekday() : latest_weekday());
  }

  std::int32_t number_given() const {
    std::int32_t n = 0;
    std::string_view number = rule_.argument;
    if (number.starts_with('+')) number.remove_prefix(1);
    std::from_chars(number.data(), number.data() + number.size(), n);
    return n;
  }
  DateValue offset() const { return one(now_ + days{number_given()}); }

  DateValue from_told(std::int32_t n) const { return setting_.told ? one(*setting_.told + days{n}) : DateValue{}; }
  DateValue told() const { return from_told(number_given()); }
  // "a year later" may be any day of it.
  DateValue later() const { return c_.unit == 'd' ? from_told(c_.n) : DateValue{}; }
  DateValue earlier() const { return c_.unit == 'd' ? from_told(-c_.n) : DateValue{}; }

  DateValue overnight() const {
    const Day day = rule_.argument == "weekday" ? (setting_.future ? coming_weekday() : latest_weekday()) : now_;
    return whole(day - days{1}, day, TimePrecision::part_of_day);
  }

  DateValue weekend() const {
    const Day saturday = now_ - days{(weekday_of(now_) + 1) % 7};  // the latest
    const bool during = weekday_of(now_) >= 6;
    Day first = saturday;
    if (rule_.argument == "last" && during) first -= days{7};
    if (rule_.argument == "next" || (rule_.argument.empty() && setting_.future && !during)) first += days{7};
    return whole(first, first + days{1}, TimePrecision::weekend);
  }

  DateValue season() const {
    if (rule_.argument.empty()) {
      if (c_.years.empty()) return {};
      if (c_.season != 4) return season_value(c_.years.front(), c_.season);
      // "the winter of 2022" is one of two: the interval covers both.
      return whole(*season_value(c_.years.front() - 1, 4).begin, *season_value(c_.years.front(), 4).end,
                   TimePrecision::season);
    }
    if (!setting_.published) return {};
    const std::int32_t y = year_of(now_);
    for (const std::int32_t candidate : {y - 2, y - 1, y, y + 1}) {
      const DateValue s = season_value(candidate, c_.season), after = season_value(candidate + 1, c_.season);
      if (rule_.argument == "next" && *s.begin > now_) return s;
      if (rule_.argument == "last" && *s.end < now_ && *after.end >= now_) return s;
      // That of now, else the one whose begin is of this year.
      if (rule_.argument == "this" &&
          ((*s.begin <= now_ && now_ <= *s.end) || (candidate == y && !(*season_value(y - 1, c_.season).end >= now_))))
        return s;
    }
    return {};
  }

  DateValue calendar(std::int32_t n) const {
    switch (c_.unit) {
      case 'w':
        return week_value(now_ + days{7 * n});
      case 'm':
        return month_value(year_of(now_), month_of(now_) + n);
      case 'y':
        return year_value(year_of(now_) + n, 1, TimePrecision::year);
      default:
        return {};  // "the next day" is next to a day that the story tells of
    }
  }

  DateValue unit() const {
    const std::int32_t n = rule_.argument == "-1" ? -1 : rule_.argument == "+1" ? 1 : 0;
    return calendar(n);
  }

  // The day that `n` hours from now, or units of another kind, fall on; of hours the farther one where nobody knows
  // what time it is.
  Day from_now(std::int32_t n, char unit) const {
    if (unit != 'h' || !setting_.clock) return shift(now_, n, unit);
    return std::chrono::floor<days>(now_ + *setting_.clock + std::chrono::hours{n});
  }

  // Of hours at a known clock one day; behind a hedge all days that they may mean: "less than" reaches to now, "more
  // than" to twice as long ago, "about" half as far to both sides.
  DateValue hours_ago() const {
    if (!setting_.clock) return whole(shift(now_, -c_.n, 'h'), now_, TimePrecision::part_of_day);
    const std::string& hedge = rule_.argument;
    if (hedge.empty()) return one_part(from_now(-c_.n, 'h'));
    const std::int32_t farthest = hedge == "more" ? 2 * c_.n : hedge == "about" ? c_.n + (c_.n + 1) / 2 : c_.n;
    const std::int32_t nearest = hedge == "more" ? c_.n : hedge == "about" ? c_.n / 2 : 0;
    return whole(from_now(-farthest, 'h'), from_now(-nearest, 'h'), TimePrecision::part_of_day);
  }

  DateValue ago() const {
    switch (c_.unit) {
      case 'd':
        return one(now_ - days{c_.n});
      case 'h':
        return hours_ago();
      case 'x':
        return {};
      default:
        return calendar(-c_.n);
    }
  }

  TimePrecision length() const {
    const std::int32_t n = c_.n;
    const bool short_time =
        c_.unit == 'h' || c_.unit == 'd' || (c_.unit == 'w' && n <= 8) || (c_.unit == 'm' && n <= 2);
    return short_time ? TimePrecision::span : TimePrecision::longer;
  }
  DateValue past() const { return whole(from_now(-c_.n, c_.unit), now_, length()); }
  DateValue ahead() const { return whole(now_, from_now(c_.n, c_.unit), length()); }

  TimePrecision unnamed_length() const {
    return c_.unit == 'h' || c_.unit == 'd' ? TimePrecision::span : TimePrecision::longer;
  }
  DateValue recent() const { return {.begin = {}, .end = now_, .precision = unnamed_length(), .part = {}}; }
  DateValue coming() const { return {.begin = now_, .end = {}, .precision = unnamed_length(), .part = {}}; }

  DateValue clock() const { return {}; }
  DateValue as_of() const { return one(now_); }

  DateValue inner(std::size_t i) const {
    return i < c_.dates.size() && c_.dates[i] < dates_.size() ? dates_[c_.dates[i]] : DateValue{};
  }
  DateValue same() const { return inner(0); }
  DateValue between() const {
    const DateValue a = inner(0), b = inner(1);
    if (!a.begin || !b.end) return {};
    if (*a.begin > *b.end) return {};
    return whole(*a.begin, *b.end, *b.end - *a.begin < days{62} ? TimePrecision::span : TimePrecision::longer);
  }
  DateValue since() const {
    const DateValue a = inner(0);
    return a.begin ? DateValue{.begin = a.begin, .end = {}, .precision = TimePrecision::longer, .part = {}}
                   : DateValue{};
  }
  DateValue until() const {
    const DateValue a = inner(0);
    return a.end ? DateValue{.begin = {}, .end = a.end, .precision = TimePrecision::longer, .part = {}} : DateValue{};
  }
  // "the quarter ended Sept. 30"
  DateValue ended() const {
    const DateValue a = inner(0);
    if (!a.end) return {};
    const char unit = rule_.argument.empty() ? c_.unit : rule_.argument.front();
    const Day behind = *a.end + days{1};
    return whole(shift(behind, -c_.n, unit), *a.end, unit == 'q' ? TimePrecision::longer : length());
  }
  DateValue before() const {
    const DateValue a = inner(0);
    return a.begin ? DateValue{.begin = {}, .end = *a.begin - days{1}, .precision = TimePrecision::longer, .part = {}}
                   : DateValue{};
  }

  const DateRule& rule_;
  const DateCaptures& c_;
  const DateSetting& setting_;
  std::span<const DateValue> dates_;
  Day now_;
};

}  // namespace

void put_in_order(DateValue& first, const DateCaptures& of_first, DateValue& second, const DateCaptures& of_second,
                  const DateSetting& setting) {
  if (!first.begin || !first.end || !second.begin || !second.end || *first.begin <= *second.end) return;
  const auto move = [](DateValue& value, std::int32_t n, char unit) {
    // A month ends where it ends, in any year.
    const bool month = value.precision == TimePrecision::month;
    value.begin = shift(*value.begin, n, unit);
    value.end = month ? *month_value(year_of(*value.begin), month_of(*value.begin)).end : shift(*value.end, n, unit);
  };
  const auto weekday = [](const DateCaptures& c) { return c.weekday != 0 && c.months.empty(); };
  const auto yearless = [](const DateCaptures& c) { return !c.months.empty() && c.years.empty(); };
  if (weekday(of_first) && weekday(of_second)) {
    if (setting.future)
      move(second, 1, 'w');
    else
      move(first, -1, 'w');
  } else if (yearless(of_second)) {
    if (yearless(of_first) && !setting.future && !setting.year)
      move(first, -1, 'y');
    else
      move(second, 1, 'y');
  }
}

DateValue date_value(const DateRule& rule, const DateCaptures& captures, const DateSetting& setting,
                     std::span<const DateValue> dates) {
  return DateComputer(rule, captures, setting, dates).run();
}

}  // namespace sayso
