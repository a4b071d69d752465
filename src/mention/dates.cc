// Finds dates by the rules of dates.tsv, see dates.h. In: "on Sunday evening"; out: [Sunday evening] 2022-09-11,
// evening. Leaves out on purpose: dates told by events ("since the start of the war"), and years told by the story
// ("a year later"). Data: data/lexicons/dates.tsv, data/lexicons/date_words.tsv.
#include "mention/dates.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "mention/date_match.h"
#include "mention/date_tense.h"
#include "mention/date_units.h"
#include "mention/date_values.h"

namespace sayso {
namespace {

struct FoundDate {
  Span span{};
  DateValue value{};
  std::string rule{};
  DateMatch match{};
  DateSetting setting{};
  bool part_of_other = false;
};

class DateReader {
 public:
  DateReader(const Dispatch& dispatch, const Syntax& syntax, const DateLexicon& lexicon)
      : dispatch_(dispatch), text_(dispatch.text), syntax_(syntax), lexicon_(lexicon) {}

  std::vector<DateMention> run() {
    for (const Sentence& s : syntax_.sentences) {
      set_now(s.span);
      read(s);
    }
    return std::move(out_);
  }

 private:
  // Entries of a live page have days of their own, and what one tells does not go on in the next.
  void set_now(Span sentence) {
    const Entry* const entry = entry_at(dispatch_, sentence);
    if (entry != entry_) told_.reset(), story_year_.reset();
    entry_ = entry;
    published_ = day_written(dispatch_, sentence);
    clock_ = entry != nullptr && entry->clock ? std::optional(entry->clock->since_midnight) : std::nullopt;
  }

  void read(const Sentence& s) {
    std::vector<DateUnit> units = read_date_units(text_, s.span);
    const std::vector<DateMatch> plain = match_date_rules(units, lexicon_, false);
    if (s.paragraph != paragraph_) story_year_.reset();
    paragraph_ = s.paragraph;
    if (plain.empty()) return;
    const DateClause clause(text_, syntax_, s, lexicon_);

    std::vector<FoundDate> found;
    std::vector<DateValue> values;
    std::optional<std::int32_t> named;  // the last year this sentence names
    bool goes_on = false;               // a date without a year
    for (const DateMatch& m : plain) {
      if (is_year_of_document(units, m)) continue;
      FoundDate f{.span = {units[m.begin].span.begin, units[m.end - 1].span.end},
                  .value = {},
                  .rule = m.rule->id,
                  .match = m,
                  .setting = setting(clause, units, m, named),
                  .part_of_other = false};
      f.value = date_value(*m.rule, m.captures, f.setting, values);
      if (f.value.begin && f.value.begin == f.value.end) told_ = f.value.begin, told_in_ = s.paragraph;
      if (m.captures.years.empty() && !m.captures.months.empty() && is_before_long_number(f.span.end)) f.value = {};
      if (is_behind_no_day(units, m)) f.value = {};
      if (!m.captures.years.empty() && f.value.precision != TimePrecision::longer)
        named = m.captures.years.back();
      else if (m.captures.months.empty())
        named.reset(), story_year_.reset();  // "on Friday": back to the present
      else
        goes_on = true;
      values.push_back(f.value);
      found.push_back(std::move(f));
    }
    combine(units, found, values);
    if (named || !goes_on) story_year_ = named;
    for (FoundDate& f : found)
      if (!f.part_of_other) out_.push_back(mention(clause, f));
    std::sort(out_.end() - count_kept(found), out_.end(),
              [](const DateMention& a, const DateMention& b) { return a.when.span < b.when.span; });
  }

  static std::ptrdiff_t count_kept(const std::vector<FoundDate>& found) {
    return std::count_if(found.begin(), found.end(), [](const FoundDate& f) { return !f.part_of_other; });
  }

  DateSetting setting(const DateClause& clause, const std::vector<DateUnit>& units, const DateMatch& m,
                      std::optional<std::int32_t> named) const {
    DateSetting out{.published = published_, .clock = clock_, .future = false, .year = named ? named : story_year_};
    // The year of publication is the present, not a story of its own.
    if (out.year && published_ && *out.year == year_of_publication()) out.year.reset();
    // What the paragraph before told goes on, too: a wire's paragraphs are of one sentence.
    if (told_ && paragraph_ - told_in_ <= 1) out.told = told_;
    out.future = clause.tense(units, m.begin, m.end) == DateTense::future;
    // "They will rearm by 2035. Rebels seized the town in October": what is past is of no year to come.
    if (!out.future && out.year && published_ && *out.year > year_of_publication()) out.year.reset();
    return out;
  }

  // "resolution 2254 (2015)", "Law 12 (1998)": when a document was written, which nothing else is dated by.
  static bool is_year_of_document(const std::vector<DateUnit>& units, const DateMatch& m) {
    if (m.captures.years.empty() || !m.captures.months.empty() || m.begin < 2 || m.end >= units.size()) return false;
    return units[m.begin - 1].lower == "(" && units[m.end].lower == ")" && units[m.begin - 2].digits > 0;
  }

  // REQUIRES: published_.
  std::int32_t year_of_publication() const { return static_cast<int>(std::chrono::year_month_day{*published_}.year()); }

  // "1 January 12022": a year that no calendar of ours has is not left out for the present one.
  bool is_before_long_number(std::uint32_t end) const {
    constexpr std::size_t longest_year = 4;
    std::string_view behind = text_.substr(end);
    if (behind.starts_with(",")) behind.remove_prefix(1);
    if (!behind.starts_with(" ")) return false;
    behind.remove_prefix(1);
    const std::size_t digits = std::min(behind.find_first_not_of("0123456789"), behind.size());
    return digits > longest_year;
  }

  // "On 32 September": a day that no month has is no month of its own. "3,000 September" is no day at all.
  static bool is_behind_no_day(const std::vector<DateUnit>& units, const DateMatch& m) {
    constexpr std::int32_t last_day = 31;
    constexpr std::uint8_t longest_day = 2;
    if (m.captures.months.empty() || !m.captures.days.empty() || m.begin == 0) return false;
    std::size_t before = m.begin - 1;
    if (units[before].lower == "of" && before > 0) --before;
    const DateUnit& day = units[before];
    const bool counts = day.kind == DateUnitKind::number || day.kind == DateUnitKind::ordinal;
    return counts && day.digits <= longest_day && day.digits > 0 && (day.number == 0 || day.number > last_day);
  }

  // Second pass: found dates become single units, and the rules over dates run on them.
  void combine(const std::vector<DateUnit>& units, std::vector<FoundDate>& found, std::vector<DateValue>& values) {
    std::vector<DateUnit> merged;
    std::size_t next = 0;
    for (std::size_t i = 0; i < units.size();) {
      if (next < found.size() && found[next].match.begin == i && found[next].rule != "clock") {
        DateUnit u;
        u.span = found[next].span;
        u.kind = DateUnitKind::date;
        u.number = static_cast<std::int32_t>(next);
        merged.push_back(std::move(u));
        i = found[next].match.end;
        ++next;
      } else {
        if (next < found.size() && found[next].match.begin == i) ++next;
        merged.push_back(units[i++]);
      }
    }
    const auto plain = static_cast<std::ptrdiff_t>(found.size());
    for (DateMatch& m : match_date_rules(merged, lexicon_, true)) {
      FoundDate f{.span = {merged[m.begin].span.begin, merged[m.end - 1].span.end},
                  .value = {},
                  .rule = m.rule->id,
                  .match = {},
                  .setting = {},
                  .part_of_other = false};
      // "from 5 March to 7 May 2021": the year stands with the second only.
      if (m.captures.dates.size() == 2) {
        const FoundDate &a = found[m.captures.dates[0]], &b = found[m.captures.dates[1]];
        if (a.match.captures.years.empty() && !a.match.captures.months.empty() && !b.match.captures.years.empty()) {
          DateSetting with_year{.published = published_, .future = false, .year = b.match.captures.years.back()};
          values[m.captures.dates[0]] = date_value(*a.match.rule, a.match.captures, with_year, values);
        }
        put_in_order(values[m.captures.dates[0]], a.match.captures, values[m.captures.dates[1]], b.match.captures,
                     a.setting);
      }
      f.value = date_value(*m.rule, m.captures, {.published = published_, .future = false, .year = {}}, values);
      const auto inside = std::partition_point(found.begin(), found.begin() + plain,
                                               [&](const FoundDate& o) { return o.span.begin < f.span.begin; });
      for (auto o = inside; o != found.begin() + plain && o->span.begin < f.span.end; ++o)
        if (f.span.contains(o->span)) o->part_of_other = true;
      found.push_back(std::move(f));
    }
  }

  DateMention mention(const DateClause& clause, const FoundDate& f) const {
    DateMention out;
    out.when.begin = f.value.begin;
    out.when.end = f.value.end;
    out.when.precision = f.value.precision;
    out.when.part = f.value.part;
    out.when.span = f.span;
    out.when.text = std::string(slice(text_, f.span));
    out.when.rule = "dates:" + f.rule;
    out.head = clause.head(f.span);
    return out;
  }

  const Dispatch& dispatch_;
  std::string_view text_;
  const Syntax& syntax_;
  const DateLexicon& lexicon_;
  std::optional<Day> published_{};               // of the sentence: its entry's in a live page
  std::optional<std::chrono::seconds> clock_{};  // of that day, when the entry was written
  const Entry* entry_ = nullptr;
  std::optional<std::int32_t> story_year_{};  // named in the sentence before, in the same paragraph
  std::optional<Day> told_{};                 // the last single day told, and in which paragraph
  std::uint32_t told_in_ = 0;
  std::uint32_t paragraph_ = 0;
  std::vector<DateMention> out_{};
};

}  // namespace

std::vector<DateMention> find_dates(const Dispatch& dispatch, const Syntax& syntax, const DateLexicon& lexicon) {
  return DateReader(dispatch, syntax, lexicon).run();
}

}  // namespace sayso
