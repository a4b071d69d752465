// Finds time expressions by the rules of time_expressions.tsv, see time_expressions.h. In: "for nearly three years";
// out: [nearly three years] DURATION P3Y. Leaves out on purpose: times told by events ("after the truce"), ages
// ("37 years old"), and the preposition in front. Data: data/lexicons/time_expressions.tsv, date_words.tsv,
// time_words.tsv.
#include "mention/time_expressions.h"

#include <algorithm>
#include <array>

#include "mention/date_match.h"
#include "mention/date_tense.h"
#include "mention/date_units.h"
#include "mention/time_values.h"

namespace sayso {
namespace {

constexpr int rounds_over_dates = 2;  // "about [the end of [this week]]"

// "twenty", "-", "four" -> 24; "a", "hundred" -> 100; "nineteen", "ninety", "-", "six" -> 1996 as a year has it.
class NumberWords {
 public:
  NumberWords(std::vector<DateUnit>& units, const DateLexicon& lexicon) : units_(units), lexicon_(lexicon) {}

  void join() {
    std::vector<DateUnit> out;
    out.reserve(units_.size());
    for (std::size_t at = 0; at < units_.size();) {
      if (half(at)) {
        out.push_back(
            {.span = {units_[at].span.begin, units_[at + 2].span.end}, .kind = DateUnitKind::mark, .lower = "½"});
        at += 3;
        continue;
      }
      std::size_t end = at;
      std::int32_t value = below_hundred(at, end);
      bool year = false;
      if (value >= 16 && value <= 20 && end < units_.size()) {
        std::size_t rest = end;
        const std::int32_t tail = below_hundred(end, rest);
        if (tail >= 10) value = value * 100 + tail, end = rest, year = true;
      }
      if (!year && value > 0 && value < 10 && end < units_.size()) {
        const std::string& scale = units_[end].lower;
        if (scale == "hundred") value *= 100, ++end;
        if (scale == "thousand") {
          value *= 1000, ++end, year = true;
          std::size_t rest = end;
          if (const std::int32_t tail = below_hundred(end, rest); tail > 0) value += tail, end = rest;
        }
      }
      if (end - at < 2) {
        out.push_back(std::move(units_[at++]));
        continue;
      }
      DateUnit joined;
      joined.span = {units_[at].span.begin, units_[end - 1].span.end};
      joined.kind = DateUnitKind::number;
      joined.number = value;
      joined.digits = year ? 4 : value >= 100 ? 3 : 2;
      out.push_back(std::move(joined));
      at = end;
    }
    units_ = std::move(out);
  }

 private:
  // "1", "/", "2" -> "½"
  bool half(std::size_t at) const {
    return at + 2 < units_.size() && units_[at].number == 1 && units_[at].kind == DateUnitKind::number &&
           units_[at + 1].lower == "/" && units_[at + 2].kind == DateUnitKind::number && units_[at + 2].number == 2;
  }

  std::int32_t word(std::size_t at) const {
    if (at >= units_.size() || units_[at].kind != DateUnitKind::word) return 0;
    const DateWord* w = lexicon_.word(DateClass::n, units_[at].lower);
    return w == nullptr ? 0 : w->number;
  }

  // The number that begins at `at`, and where it ends; 0 if there is none.
  std::int32_t below_hundred(std::size_t at, std::size_t& end) const {
    const std::int32_t first = word(at);
    if (first == 0 || first > 99) return 0;
    end = at + 1;
    if (first < 20 || first % 10 != 0) return first;
    const std::size_t next = end < units_.size() && units_[end].lower == "-" ? end + 1 : end;
    const std::int32_t ones = word(next);
    if (ones == 0 || ones > 9 || units_[next].lower.size() < 3) return first;
    end = next + 1;
    return first + ones;
  }

  std::vector<DateUnit>& units_;
  const DateLexicon& lexicon_;
};

// A time of day or a week that waits for its day: "6 a.m. on [Friday]", "the night of [9 May]".
bool loose(const DateRule& rule) { return rule.value == "clock" || rule.value == "part" || rule.value == "week"; }

struct FoundTime {
  Span span{};
  const DateRule* rule = nullptr;
  std::size_t begin = 0;  // units of the first pass
  std::size_t end = 0;
  bool part_of_other = false;
};

class TimeReader {
 public:
  TimeReader(const Dispatch& dispatch, const Syntax& syntax, const DateLexicon& lexicon)
      : dispatch_(dispatch), text_(dispatch.text), syntax_(syntax), lexicon_(lexicon) {}

  std::vector<TimeExpression> run() {
    for (const Sentence& s : syntax_.sentences) {
      const Entry* const entry = entry_at(dispatch_, s.span);
      if (entry != entry_) year_.reset(), told_.reset(), quarter_.reset();  // what one tells does not go on in the next
      entry_ = entry;
      published_ = day_written(dispatch_, s.span);
      read(s);
    }
    return std::move(out_);
  }

 private:
  void read(const Sentence& s) {
    std::vector<DateUnit> units = read_date_units(text_, s.span);
    NumberWords(units, lexicon_).join();
    const DateClause clause(text_, syntax_, s, lexicon_);
    const std::vector<DateMatch> plain =
        match_date_rules(units, lexicon_, false, [&](const DateMatch& m) { return plausible(s, clause, units, m); });
    if (s.paragraph != paragraph_) year_.reset();
    paragraph_ = s.paragraph;
    if (plain.empty()) return;

    std::vector<FoundTime> found;
    std::vector<TimeValue> values;
    std::optional<std::int32_t> named;  // the last year this sentence names
    bool narrated = false;              // with a month
    bool goes_on = false;               // a date without a year
    std::optional<Day> day;             // the last that this sentence tells
    for (const DateMatch& m : plain) {
      const Span span{units[m.begin].span.begin, units[m.end - 1].span.end};
      if (m.rule->value == "none") continue;
      const std::optional<std::int32_t> told_year = named ? named : year_;
      const bool present =
          told_year && published_ && *told_year == static_cast<int>(std::chrono::year_month_day{*published_}.year());
      const DateTense tense = clause.tense(units, m.begin, m.end);
      const bool over = tense == DateTense::future && told_year && published_ &&
                        *told_year < static_cast<int>(std::chrono::year_month_day{*published_}.year());
      values.push_back(time_value(*m.rule, m.captures,
                                  {.published = published_,
                                   .tense = tense,
                                   .year = present || over ? std::nullopt : told_year,
                                   .told = told_,
                                   .quarter = quarter_,
                                   .day = day},
                                  values));
      found.push_back({.span = span, .rule = m.rule, .begin = m.begin, .end = m.end});
      if (found.size() > 1 && are_ends(units, found[found.size() - 2], found.back()))
        put_in_order(values[values.size() - 2], values.back(), m, tense == DateTense::future, told_year.has_value());
      if (!m.captures.years.empty())
        named = m.captures.years.back(), narrated = narrated || !m.captures.months.empty();
      else if (m.captures.months.empty())
        named.reset(), year_.reset();  // "on Friday": back to the present
      else
        goes_on = true;
      if (const auto& moment = values.back().moment) {
        told_ = moment;
        if (moment->unit == 'q') quarter_ = moment;
        if (moment->unit == 'd') day = moment->begin;
      }
    }
    if (named || !goes_on) year_ = narrated ? named : std::nullopt;
    combine(units, found, values);
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < found.size(); ++i)
      if (!found[i].part_of_other) kept.push_back(i);
    std::sort(kept.begin(), kept.end(), [&](std::size_t a, std::size_t b) { return found[a].span < found[b].span; });
    for (const std::size_t i : kept)
      out_.push_back({.span = found[i].span,
                      .text = std::string(slice(text_, found[i].span)),
                      .kind = values[i].kind,
                      .value = values[i].value,
                      .rule = "times:" + found[i].rule->id});
  }

  // "from Monday to Friday": both of a kind, and nothing but the word for the way between them.
  bool are_ends(const std::vector<DateUnit>& units, const FoundTime& first, const FoundTime& second) const {
    const bool moves = first.rule->argument.empty() || first.rule->argument == "name";
    return first.rule == second.rule && moves && first.end + 1 == second.begin &&
           lexicon_.word(DateClass::range, units[first.end].lower) != nullptr;
  }

  // Each end was read by itself: the first goes back, or the second on, where the second would lie before it.
  static void put_in_order(TimeValue& first, TimeValue& second, const DateMatch& m, bool future, bool of_told_year) {
    if (!first.moment || !second.moment || first.moment->begin <= second.moment->begin) return;
    const std::string& value = m.rule->value;
    const char by = value == "weekday" ? 'w' : value == "month" || value == "date" ? 'y' : '\0';
    if (by == '\0' || !m.captures.years.empty()) return;
    if (future || (by == 'y' && of_told_year))
      second = moved(std::move(second), 1, by);
    else
      first = moved(std::move(first), -1, by);
  }

  // Found expressions become single units, and the rules over dates run on them; what they find once more.
  void combine(const std::vector<DateUnit>& units, std::vector<FoundTime>& found, std::vector<TimeValue>& values) {
    const std::size_t plain = found.size();
    for (int round = 0; round < rounds_over_dates; ++round) {
      std::vector<std::size_t> order;
      for (std::size_t i = 0; i < found.size(); ++i)
        if (!found[i].part_of_other && !loose(*found[i].rule)) order.push_back(i);
      std::sort(order.begin(), order.end(),
                [&](std::size_t a, std::size_t b) { return found[a].begin < found[b].begin; });
      std::vector<DateUnit> merged;
      std::vector<std::size_t> at;  // the unit of the first pass that each begins with
      std::size_t next = 0;
      for (std::size_t i = 0; i < units.size();) {
        at.push_back(i);
        if (next < order.size() && found[order[next]].begin == i) {
          DateUnit u;
          u.span = found[order[next]].span;
          u.kind = DateUnitKind::date;
          u.number = static_cast<std::int32_t>(order[next]);
          merged.push_back(std::move(u));
          i = found[order[next++]].end;
        } else {
          merged.push_back(units[i++]);
        }
      }
      at.push_back(units.size());
      const std::vector<DateMatch> more =
          match_date_rules(merged, lexicon_, true, [&](const DateMatch& m) { return joins(m, values, units, found); });
      if (more.empty()) return;
      for (const DateMatch& m : more) {
        const Span span{merged[m.begin].span.begin, merged[m.end - 1].span.end};
        values.push_back(
            time_value(*m.rule, m.captures, {.published = published_, .year = {}, .told = {}, .quarter = {}}, values));
        for (const std::uint32_t inner : m.captures.dates) found[inner].part_of_other = true;
        const auto inside = std::partition_point(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(plain),
                                                 [&](const FoundTime& o) { return o.span.begin < span.begin; });
        for (auto o = inside; o != found.begin() + static_cast<std::ptrdiff_t>(plain) && o->span.begin < span.end; ++o)
          if (span.contains(o->span)) o->part_of_other = true;
        found.push_back({.span = span, .rule = m.rule, .begin = at[m.begin], .end = at[m.end]});
      }
    }
  }

  // Whether a rule over dates may take what it has found in.
  static bool joins(const DateMatch& m, const std::vector<TimeValue>& values, const std::vector<DateUnit>& units,
                    const std::vector<FoundTime>& found) {
    if (m.captures.dates.empty()) return true;
    const std::uint32_t inner = m.captures.dates.front();
    // "just over three years" is a length, "over the past three years" is not one that is longer.
    if (m.rule->value == "length-of")
      return values[inner].kind == TimeKind::duration && units[found[inner].begin].lower != "the";
    if (m.rule->value == "told") return !values[inner].value.ends_with("_REF");
    return m.rule->value != "dated" || found[inner].rule->value != "weekday";
  }

  // "-earlier", "-old", "-to-quarter": the match is a piece of a longer word.
  static bool cut(const std::vector<DateUnit>& units, const DateMatch& m) {
    if (m.end + 1 >= units.size() || units[m.end].lower != "-") return false;
    const Span mark = units[m.end].span, next = units[m.end + 1].span;
    return mark.begin == units[m.end - 1].span.end && next.begin == mark.end &&
           units[m.end + 1].kind == DateUnitKind::word;
  }

  // Whether a number that stands alone is a year, and a word not a piece of a longer name ("USA Today").
  bool plausible(const Sentence& s, const DateClause& clause, const std::vector<DateUnit>& units,
                 const DateMatch& m) const {
    if (cut(units, m)) return false;
    if (m.rule->argument == "bare") {
      constexpr std::array<std::string_view, 8> amounts = {"$", "#", "£", "€", "-", "/", ".", "no"};
      const std::int32_t year = units[m.begin].number;
      if (year < 1900 || year > 2050) return false;
      const bool modified =
          m.begin > 1 && lexicon_.word(DateClass::mod, units[m.begin - 2].lower) != nullptr;  // "mid-"
      if (m.begin > 0 && !modified)
        for (const std::string_view mark : amounts)
          if (units[m.begin - 1].lower == mark) return false;
      if (m.end < units.size() && (units[m.end].lower == "%" || units[m.end].lower == "-" || units[m.end].lower == "/"))
        return false;
      return !counts(s, units[m.begin].span);
    }
    if (m.rule->argument == "written") return !counts(s, units[m.begin].span);
    if (m.rule->value == "ahead") return clause.tense(units, m.begin, m.end) != DateTense::past;
    if (m.rule->argument == "many" && m.captures.n < 2) return false;
    // "May" and "March" are nouns where they are months.
    if (m.rule->argument == "name" && !noun(s, units, m.begin)) return false;
    return !in_name(units, m);
  }

  // A month's name that is no verb, and no end of a longer name ("the Long March").
  bool noun(const Sentence& s, const std::vector<DateUnit>& units, std::size_t at) const {
    const DateUnit& u = units[at];
    const bool clear = lexicon_.word(DateClass::clear_month, u.lower) != nullptr;
    if (!clear && at > 1 && units[at - 1].capital && lexicon_.word(DateClass::weekday, units[at - 1].lower) == nullptr)
      return false;
    const auto token = token_at(s, u.span.begin);
    if (token == nullptr || token->tag == Tag::X) return clear;
    return token->tag == Tag::PROPN || token->tag == Tag::NOUN;
  }

  const Token* token_at(const Sentence& s, std::uint32_t at) const {
    const auto begin = syntax_.tokens.begin();
    const auto size = syntax_.tokens.size();
    const auto from = begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(index(s.first), size));
    const auto to = begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(index(s.last), size));
    const auto token = std::partition_point(from, to, [&](const Token& t) { return t.span.end <= at; });
    return token == to ? nullptr : &*token;
  }

  // "2000 soldiers": the number of a noun of many, unless "the" or "these" stands in front.
  bool counts(const Sentence& s, Span number) const {
    const Token* token = token_at(s, number.begin);
    if (token == nullptr || token->relation != Relation::nummod || token->head == no_token ||
        index(token->head) >= syntax_.tokens.size())
      return false;
    const bool determined = token != &syntax_[s.first] && (token - 1)->tag == Tag::DET;
    return syntax_[token->head].xpos == Xpos::NNS && !determined;
  }

  // "USA Today", "This Week": all capitals, and less than a name. Weekdays are never names.
  bool in_name(const std::vector<DateUnit>& units, const DateMatch& m) const {
    if (m.captures.weekday != 0) return false;
    for (std::size_t i = m.begin; i < m.end; ++i)
      if (!units[i].capital) return false;
    const Span span{units[m.begin].span.begin, units[m.end - 1].span.end};
    const auto end_of = [&](const Name& n) {
      return n.last == TokenId{0} ? 0U : syntax_.tokens[index(n.last) - 1].span.end;
    };
    const auto name = std::partition_point(syntax_.names.begin(), syntax_.names.end(),
                                           [&](const Name& n) { return end_of(n) <= span.begin; });
    if (name == syntax_.names.end()) return false;
    const Span whole{syntax_.tokens[index(name->first)].span.begin, end_of(*name)};
    return whole.contains(span) && whole.size() > span.size();
  }

  const Dispatch& dispatch_;
  std::string_view text_;
  const Syntax& syntax_;
  const DateLexicon& lexicon_;
  std::optional<Day> published_{};  // of the sentence: its entry's in a live page
  const Entry* entry_ = nullptr;
  std::optional<std::int32_t> year_{};   // named in the sentence before, in the same paragraph
  std::optional<TimeMoment> told_{};     // the last date told
  std::optional<TimeMoment> quarter_{};  // the last quarter told
  std::uint32_t paragraph_ = 0;
  std::vector<TimeExpression> out_{};
};

}  // namespace

Result<DateLexicon> load_time_lexicon(const std::filesystem::path& lexicons) {
  const std::array words = {lexicons / "date_words.tsv", lexicons / "time_words.tsv"};
  return DateLexicon::load(lexicons / "time_expressions.tsv", words);
}

std::vector<TimeExpression> find_time_expressions(const Dispatch& dispatch, const Syntax& syntax,
                                                  const DateLexicon& lexicon) {
  return TimeReader(dispatch, syntax, lexicon).run();
}

}  // namespace sayso
