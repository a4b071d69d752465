// The TIMEX3 value of a matched time expression.
//
//     value ago, captures n 2, unit y, published 1998-03-12   ->  DATE 1996
//     value duration, captures n 3, unit m                    ->  DURATION P3M
//
// The values of data/lexicons/time_expressions.tsv:
//   date[:last|told] iso month[:last|next|this|told|N] holiday[:last]   a day or month (month:name only a noun);
//   without a year the one that the tense speaks of; N: of the
//                     year N years from now; told: of the year told last
//   year[:bare|written|N] decade century season[:last|next|this] weekend[:last|next|this] weekday[:last|next|this]
//   weekday:previous|following   before or after the day told last
//   quarter[:N] half[:N] period[:N]   the nth quarter or half (N: of the year N years from now); the quarter told of, N
//                     years on; period:latest one that is over
//   ended             the piece of the calendar that most of the week, month or quarter up to a day lies in
//   day:N unit:N from:N   so many units from publication; from what was told last
//   ago earlier later year-ago[:unit]   n units back from now; from what was told last
//   duration[:X|N|many|half|and-half]   a length; X of unknown number, N that many, many only of more than one
//   each rate often each-weekday each-month each-part   a set
//   ref:WORD          PRESENT_REF, PAST_REF, FUTURE_REF; ahead:WORD unless the verb is of the past ("soon fell")
//   clock day-part[:N] at part-of part week   a time: alone, on the day N days from publication, on a date;
//                     part and week give way to rules over dates ("the night of 9 May", "the week of 9 May")
//   same week-of      the date found before, the week of it; length-of: only a length;
//                     told: not "now" or "the future"; dated: not a weekday ("around Friday" may be a way)
//   none              nothing: these words are no time ("as soon as", an age)
// Where no word tells the unit or the season, the column part does.
// Needs of an unknown day of publication leave X in the value; a day that does not exist leaves it empty.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "mention/date_tense.h"
#include "mention/date_values.h"
#include "sayso/mention.h"

namespace sayso {

// A piece of the calendar: its first day, and d day, w week, e weekend, m month, q quarter, h half, s season, y year,
// x decade or c century.
struct TimeMoment {
  Day begin{};
  char unit = 'd';
};

struct TimeValue {
  TimeKind kind = TimeKind::date;
  std::string value{};
  std::optional<TimeMoment> moment{};
};

struct TimeSetting {
  std::optional<Day> published{};
  DateTense tense = DateTense::none;
  std::optional<std::int32_t> year{};   // the year the passage tells of, where it has named one
  std::optional<TimeMoment> told{};     // the last date told
  std::optional<TimeMoment> quarter{};  // the last quarter told
  std::optional<Day> day{};             // the last day that the same sentence tells
};

// The same expression, its piece of the calendar n units on; as it is if it has none.
TimeValue moved(TimeValue value, std::int32_t n, char unit);

TimeValue time_value(const DateRule& rule, const DateCaptures& captures, const TimeSetting& setting,
                     std::span<const TimeValue> found);

}  // namespace sayso
