// Matches the rules of dates over the pieces of a sentence, see date_match.h. In: "on Sunday evening" and the rule
// "<weekday> <part>"; out: the match of "Sunday evening" with its captures. Leaves out on purpose: what a match stands
// for.
#include "mention/date_match.h"

#include <algorithm>

namespace sayso {
namespace {

// The classes a unit belongs to, as bits.
DateClasses classes_of(const DateUnit& u, const DateLexicon& lexicon) {
  DateClasses bits = 0;
  const auto add = [&](DateClass kind, bool is) { bits |= is ? class_bit(kind) : 0U; };
  switch (u.kind) {
    case DateUnitKind::word:
      for (const DateWord& w : lexicon.words(u.lower)) {
        const bool name =
            w.kind == DateClass::weekday || w.kind == DateClass::month || w.kind == DateClass::clear_month;
        add(w.kind, u.capital || !name);
      }
      break;
    case DateUnitKind::number:
      add(DateClass::n, u.number >= 1 && u.digits <= 3);
      add(DateClass::day, u.number >= 1 && u.number <= 31 && u.digits <= 2);
      add(DateClass::dd, u.number >= 1 && u.number <= 31 && u.digits <= 2);
      add(DateClass::mm, u.number >= 1 && u.number <= 12 && u.digits <= 2);
      add(DateClass::year, u.number >= 1000 && u.number <= 2099 && u.digits == 4);
      break;
    case DateUnitKind::ordinal:
      add(DateClass::day, u.number >= 1 && u.number <= 31);
      add(DateClass::nth, u.number >= 1);
      break;
    case DateUnitKind::clock:
      add(DateClass::clock, true);
      break;
    case DateUnitKind::dmy:
      add(DateClass::dmy, true);
      break;
    case DateUnitKind::decade:
      add(DateClass::decade, u.number >= 1000 && u.number <= 2090);
      add(DateClass::short_decade, u.number < 100);
      break;
    case DateUnitKind::date:
      add(DateClass::date, true);
      break;
    default:
      break;
  }
  return bits;
}

// One rule at one place. The longest way through its optional elements; captures are kept along the way.
class Matcher {
 public:
  Matcher(const DateRule& rule, const std::vector<DateUnit>& units, const std::vector<DateClasses>& classes,
          const DateLexicon& lexicon)
      : rule_(rule), units_(units), classes_(classes), lexicon_(lexicon) {}

  bool at(std::size_t from, DateMatch& best) {
    found_ = false;
    DateCaptures none;
    walk(0, from, {.first = units_.size(), .end = 0}, none, best);
    return found_;
  }

 private:
  // The units of the date itself, without its context; `first` is units_.size() as long as there are none.
  struct Extent {
    std::size_t first;
    std::size_t end;
  };

  void walk(std::size_t element, std::size_t unit, Extent extent, const DateCaptures& so_far, DateMatch& best) {
    if (element == rule_.pattern.size()) {
      if (extent.first == units_.size() || !allowed(extent.end)) return;
      if (!found_ || extent.end > best.end)
        best = {.rule = &rule_, .begin = extent.first, .end = extent.end, .captures = so_far};
      found_ = true;
      return;
    }
    const DateElement& e = rule_.pattern[element];
    // A comma joins what stands before it: a date never begins with one.
    const bool joins = extent.first == units_.size() && !e.context && unit < units_.size() && units_[unit].lower == ",";
    if (unit < units_.size() && !joins && fits(e, unit)) {
      const Extent more =
          e.context ? extent : Extent{.first = extent.first == units_.size() ? unit : extent.first, .end = unit + 1};
      if (e.kind == DateClass::literal) {
        walk(element + 1, unit + 1, more, so_far, best);
      } else {
        DateCaptures captures = so_far;
        capture(e, units_[unit], captures);
        walk(element + 1, unit + 1, more, captures, best);
      }
    }
    if (e.optional) walk(element + 1, unit, extent, so_far, best);
  }

  // "of 2014" before a word that could be counted is an amount; "the 2000 men" is one, "the 2014 war" is not.
  bool allowed(std::size_t end) const {
    if (rule_.argument == "adjective") return units_[end - 1].number % 100 != 0;
    if (rule_.argument != "alone" || end == units_.size()) return true;
    const DateUnit& next = units_[end];
    if (next.kind == DateUnitKind::mark) return next.lower != "%" && next.lower != "-";
    return (classes_[end] & class_bit(DateClass::small)) != 0;
  }

  bool fits(const DateElement& e, std::size_t unit) const {
    if (e.kind != DateClass::literal) return (classes_[unit] & class_bit(e.kind)) != 0;
    const DateUnit& u = units_[unit];
    return (u.kind == DateUnitKind::word || u.kind == DateUnitKind::mark) &&
           std::find(e.words.begin(), e.words.end(), u.lower) != e.words.end();
  }

  void capture(const DateElement& e, const DateUnit& u, DateCaptures& c) const {
    const DateWord* w = u.kind == DateUnitKind::word ? lexicon_.word(e.kind, u.lower) : nullptr;
    switch (e.kind) {
      case DateClass::weekday:
        c.weekday = w->number;
        break;
      case DateClass::month:
      case DateClass::clear_month:
        c.months.push_back(w->number);
        break;
      case DateClass::n:
        if (!c.counted) c.n = w != nullptr ? w->number : u.number;
        c.counted = true;
        break;
      case DateClass::unit:
      case DateClass::units:
        c.unit = w->value.front();
        break;
      case DateClass::part:
        c.part = w->value;
        break;
      case DateClass::mod:
        c.mod = w->value;
        break;
      case DateClass::season:
        c.season = w->number;
        break;
      case DateClass::day:
      case DateClass::dd:
        c.days.push_back(u.number);
        break;
      case DateClass::mm:
        c.months.push_back(u.number);
        break;
      case DateClass::year:
      case DateClass::decade:
        c.years.push_back(u.number);
        break;
      case DateClass::clock:
        c.clock = u.lower;
        break;
      case DateClass::dmy:
        c.days.push_back(u.number);
        c.months.push_back(u.month);
        c.years.push_back(u.year);
        break;
      case DateClass::date:
        c.dates.push_back(static_cast<std::uint32_t>(u.number));
        break;
      case DateClass::nth:
        c.nth = w != nullptr ? w->number : u.number;
        break;
      case DateClass::span:
      case DateClass::spans:
        c.unit = w->value.front();
        break;
      case DateClass::day_part:
        c.part = w->value;
        break;
      case DateClass::often:
      case DateClass::holiday:
        c.word = w->value;
        break;
      case DateClass::short_decade:
        c.years.push_back(1900 + (w != nullptr ? w->number : u.number));
        break;
      case DateClass::literal:
      case DateClass::small:
      case DateClass::will:
      case DateClass::plan:
      case DateClass::behind:
      case DateClass::range:
      case DateClass::vague:
      case DateClass::approx:
      case DateClass::zone:
        break;
    }
  }

  const DateRule& rule_;
  const std::vector<DateUnit>& units_;
  const std::vector<DateClasses>& classes_;
  const DateLexicon& lexicon_;
  bool found_ = false;
};

}  // namespace

std::vector<DateMatch> match_date_rules(const std::vector<DateUnit>& units, const DateLexicon& lexicon, bool over_dates,
                                        const std::function<bool(const DateMatch&)>& allowed) {
  std::vector<DateMatch> all;
  std::vector<DateClasses> classes;
  classes.reserve(units.size());
  for (const DateUnit& u : units) classes.push_back(classes_of(u, lexicon));
  std::vector<std::uint32_t> rules;
  for (std::size_t at = 0; at < units.size(); ++at) {
    const DateUnit& u = units[at];
    const bool spelt = u.kind == DateUnitKind::word || u.kind == DateUnitKind::mark;
    lexicon.rules_beginning(classes[at], spelt ? u.lower : std::string_view{}, rules);
    for (const std::uint32_t r : rules) {
      const DateRule& rule = lexicon.rules()[r];
      if (rule.over_dates != over_dates) continue;
      Matcher matcher(rule, units, classes, lexicon);
      if (DateMatch m; matcher.at(at, m) && (!allowed || allowed(m))) all.push_back(std::move(m));
    }
  }
  std::stable_sort(all.begin(), all.end(), [](const DateMatch& a, const DateMatch& b) {
    return a.begin != b.begin ? a.begin < b.begin : (a.end != b.end ? a.end > b.end : a.rule < b.rule);
  });
  std::vector<DateMatch> kept;
  for (DateMatch& m : all)
    if (kept.empty() || m.begin >= kept.back().end) kept.push_back(std::move(m));
  return kept;
}

}  // namespace sayso
