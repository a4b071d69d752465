// Finds dates by the rules of dates.tsv, see dates.h. In: "on Sunday evening"; out: [Sunday evening] 2022-09-11,
// evening. Leaves out on purpose: dates told by events ("since the start of the war") and by the story ("the next
// day"). Data: data/lexicons/dates.tsv, data/lexicons/date_words.tsv.
#include "mention/dates.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "mention/date_units.h"
#include "mention/date_values.h"

namespace sayso {
namespace {

constexpr std::size_t future_reach = 12;  // words between "will" and a date where there are no trees
constexpr std::uint32_t verb_reach = 40;  // tokens between a verb and its auxiliaries: keeps long sentences linear

struct Match {
  const DateRule* rule = nullptr;
  std::size_t begin = 0;  // units of the date itself
  std::size_t end = 0;
  DateCaptures captures{};
};

constexpr std::uint32_t bit(DateClass kind) { return 1U << static_cast<unsigned>(kind); }

// The classes a unit belongs to, as bits.
std::uint32_t classes_of(const DateUnit& u, const DateLexicon& lexicon) {
  std::uint32_t bits = 0;
  const auto add = [&](DateClass kind, bool is) { bits |= is ? bit(kind) : 0U; };
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
      break;
    case DateUnitKind::clock:
      add(DateClass::clock, true);
      break;
    case DateUnitKind::dmy:
      add(DateClass::dmy, true);
      break;
    case DateUnitKind::decade:
      add(DateClass::decade, u.number >= 1000 && u.number <= 2090);
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
  Matcher(const DateRule& rule, const std::vector<DateUnit>& units, const std::vector<std::uint32_t>& classes,
          const DateLexicon& lexicon)
      : rule_(rule), units_(units), classes_(classes), lexicon_(lexicon) {}

  // A cheap no: none of the elements that a match can begin with fits.
  bool may_begin(std::size_t from) const {
    for (const DateElement& e : rule_.pattern) {
      if (fits(e, from)) return true;
      if (!e.optional) return false;
    }
    return false;
  }

  bool at(std::size_t from, Match& best) {
    found_ = false;
    DateCaptures none;
    walk(0, from, units_.size(), none, best);
    return found_;
  }

 private:
  void walk(std::size_t element, std::size_t unit, std::size_t first, const DateCaptures& so_far, Match& best) {
    if (element == rule_.pattern.size()) {
      if (first == units_.size() || !allowed(unit)) return;
      if (!found_ || unit > best.end) best = {.rule = &rule_, .begin = first, .end = unit, .captures = so_far};
      found_ = true;
      return;
    }
    const DateElement& e = rule_.pattern[element];
    if (unit < units_.size() && fits(e, unit)) {
      const std::size_t begin = e.context || first != units_.size() ? first : unit;
      if (e.kind == DateClass::literal) {
        walk(element + 1, unit + 1, begin, so_far, best);
      } else {
        DateCaptures captures = so_far;
        capture(e, units_[unit], captures);
        walk(element + 1, unit + 1, begin, captures, best);
      }
    }
    if (e.optional) walk(element + 1, unit, first, so_far, best);
  }

  // "of 2014" before a word that could be counted is an amount; "the 2000 men" is one, "the 2014 war" is not.
  bool allowed(std::size_t end) const {
    if (rule_.argument == "adjective") return units_[end - 1].number % 100 != 0;
    if (rule_.argument != "alone" || end == units_.size()) return true;
    const DateUnit& next = units_[end];
    if (next.kind == DateUnitKind::mark) return next.lower != "%" && next.lower != "-";
    return (classes_[end] & bit(DateClass::small)) != 0;
  }

  bool fits(const DateElement& e, std::size_t unit) const {
    if (e.kind != DateClass::literal) return (classes_[unit] & bit(e.kind)) != 0;
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
        c.n = w != nullptr ? w->number : u.number;
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
      case DateClass::literal:
      case DateClass::small:
        break;
    }
  }

  const DateRule& rule_;
  const std::vector<DateUnit>& units_;
  const std::vector<std::uint32_t>& classes_;
  const DateLexicon& lexicon_;
  bool found_ = false;
};

// All matches of the rules of one pass, the leftmost longest first, without overlap.
std::vector<Match> match_rules(const std::vector<DateUnit>& units, const DateLexicon& lexicon, bool over_dates) {
  std::vector<Match> all;
  std::vector<std::uint32_t> classes;
  classes.reserve(units.size());
  for (const DateUnit& u : units) classes.push_back(classes_of(u, lexicon));
  for (const DateRule& rule : lexicon.rules()) {
    if (rule.over_dates != over_dates) continue;
    Matcher matcher(rule, units, classes, lexicon);
    for (std::size_t at = 0; at < units.size(); ++at)
      if (matcher.may_begin(at))
        if (Match m; matcher.at(at, m)) all.push_back(std::move(m));
  }
  std::stable_sort(all.begin(), all.end(), [](const Match& a, const Match& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
  });
  std::vector<Match> kept;
  for (Match& m : all)
    if (kept.empty() || m.begin >= kept.back().end) kept.push_back(std::move(m));
  return kept;
}

struct Found {
  Span span{};
  DateValue value{};
  std::string rule{};
  Match match{};
  bool part_of_other = false;
};

class Reader {
 public:
  Reader(const Dispatch& dispatch, const Syntax& syntax, const DateLexicon& lexicon)
      : text_(dispatch.text), syntax_(syntax), lexicon_(lexicon), published_(dispatch.published) {}

  std::vector<DateMention> run() {
    for (const Sentence& s : syntax_.sentences) read(s);
    return std::move(out_);
  }

 private:
  void read(const Sentence& s) {
    std::vector<DateUnit> units = read_date_units(text_, s.span);
    const std::vector<Match> plain = match_rules(units, lexicon_, false);
    if (s.paragraph != paragraph_) story_year_.reset();
    paragraph_ = s.paragraph;
    if (plain.empty()) return;
    tree_ = has_tree(s);

    std::vector<Found> found;
    std::vector<DateValue> values;
    std::optional<std::int32_t> named;  // the last year this sentence names
    bool goes_on = false;               // a date without a year
    for (const Match& m : plain) {
      Found f{.span = {units[m.begin].span.begin, units[m.end - 1].span.end},
              .value = {},
              .rule = m.rule->id,
              .match = m,
              .part_of_other = false};
      f.value = date_value(*m.rule, m.captures, setting(s, units, m, named), values);
      if (!m.captures.years.empty())
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
    for (Found& f : found)
      if (!f.part_of_other) out_.push_back(mention(s, f));
    std::sort(out_.end() - count_kept(found), out_.end(),
              [](const DateMention& a, const DateMention& b) { return a.when.span < b.when.span; });
  }

  static std::ptrdiff_t count_kept(const std::vector<Found>& found) {
    return std::count_if(found.begin(), found.end(), [](const Found& f) { return !f.part_of_other; });
  }

  DateSetting setting(const Sentence& s, const std::vector<DateUnit>& units, const Match& m,
                      std::optional<std::int32_t> named) const {
    DateSetting out{.published = published_, .future = false, .year = named ? named : story_year_};
    // The year of publication is the present, not a story of its own.
    if (out.year && published_ && *out.year == static_cast<int>(std::chrono::year_month_day{*published_}.year()))
      out.year.reset();
    out.future = future(s, units, m);
    return out;
  }

  // Second pass: found dates become single units, and the rules over dates run on them.
  void combine(const std::vector<DateUnit>& units, std::vector<Found>& found, std::vector<DateValue>& values) {
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
    for (Match& m : match_rules(merged, lexicon_, true)) {
      Found f{.span = {merged[m.begin].span.begin, merged[m.end - 1].span.end},
              .value = {},
              .rule = m.rule->id,
              .match = {},
              .part_of_other = false};
      // "from 5 March to 7 May 2021": the year stands with the second only.
      if (m.captures.dates.size() == 2) {
        const Found &a = found[m.captures.dates[0]], &b = found[m.captures.dates[1]];
        if (a.match.captures.years.empty() && !a.match.captures.months.empty() && !b.match.captures.years.empty()) {
          DateSetting with_year{.published = published_, .future = false, .year = b.match.captures.years.back()};
          values[m.captures.dates[0]] = date_value(*a.match.rule, a.match.captures, with_year, values);
        }
      }
      f.value = date_value(*m.rule, m.captures, {.published = published_, .future = false, .year = {}}, values);
      const auto inside = std::partition_point(found.begin(), found.begin() + plain,
                                               [&](const Found& o) { return o.span.begin < f.span.begin; });
      for (auto o = inside; o != found.begin() + plain && o->span.begin < f.span.end; ++o)
        if (f.span.contains(o->span)) o->part_of_other = true;
      found.push_back(std::move(f));
    }
  }

  DateMention mention(const Sentence& s, const Found& f) const {
    DateMention out;
    out.when.begin = f.value.begin;
    out.when.end = f.value.end;
    out.when.precision = f.value.precision;
    out.when.part = f.value.part;
    out.when.span = f.span;
    out.when.text = std::string(slice(text_, f.span));
    out.when.rule = "dates:" + f.rule;
    out.head = head(s, f.span);
    return out;
  }

  // The tokens a span touches, [first, last).
  std::pair<std::uint32_t, std::uint32_t> tokens(const Sentence& s, Span span) const {
    const auto begin = syntax_.tokens.begin();
    const auto from = begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(index(s.first), syntax_.tokens.size()));
    const auto to = begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(index(s.last), syntax_.tokens.size()));
    const auto first = std::partition_point(from, to, [&](const Token& t) { return t.span.end <= span.begin; });
    const auto last = std::partition_point(first, to, [&](const Token& t) { return t.span.begin < span.end; });
    return {static_cast<std::uint32_t>(first - begin), static_cast<std::uint32_t>(last - begin)};
  }

  TokenId head(const Sentence& s, Span span) const {
    const auto [first, last] = tokens(s, span);
    if (first == last) return no_token;
    for (std::uint32_t t = first; t < last; ++t) {
      const Token& token = syntax_.tokens[t];
      if (token.tag == Tag::ADP || token.tag == Tag::PUNCT) continue;
      if (token.head != no_token && (index(token.head) < first || index(token.head) >= last)) return TokenId{t};
    }
    return TokenId{last - 1};
  }

  bool has_tree(const Sentence& s) const {
    for (std::uint32_t t = index(s.first); t < index(s.last) && t < syntax_.tokens.size(); ++t)
      if (syntax_.tokens[t].head != no_token) return true;
    return false;
  }

  static bool says_future(std::string_view lower) {
    return lower == "will" || lower == "shall" || lower == "'ll" || lower == "’ll" || lower == "wo";
  }

  // Whether the verb that a date hangs on speaks of the future; without a tree, whether "will" stands shortly before.
  bool future(const Sentence& s, const std::vector<DateUnit>& units, const Match& m) const {
    const Span span{units[m.begin].span.begin, units[m.end - 1].span.end};
    if (!tree_) {
      for (std::size_t back = 1; back <= future_reach && back <= m.begin; ++back)
        if (const DateUnit& u = units[m.begin - back]; says_future(u.lower))
          return true;
        else if (u.lower == ";" || u.lower == "." || u.lower == "said")
          return false;
      return false;
    }
    TokenId at = head(s, span);
    for (int steps = 0; steps < 8 && at != no_token && index(at) < syntax_.tokens.size(); ++steps) {
      const Tag tag = syntax_[at].tag;
      if (tag == Tag::VERB || (tag != Tag::PROPN && has_auxiliary(s, at))) return has_future(s, at);
      at = syntax_[at].head;
    }
    return false;
  }

  // Tokens of the sentence about a verb.
  std::pair<std::uint32_t, std::uint32_t> about(const Sentence& s, TokenId verb) const {
    const std::uint32_t at = index(verb), first = index(s.first);
    const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(index(s.last), syntax_.tokens.size()));
    return {at - first > verb_reach ? at - verb_reach : first, last - at > verb_reach ? at + verb_reach : last};
  }

  bool has_auxiliary(const Sentence& s, TokenId verb) const {
    const auto [from, to] = about(s, verb);
    for (std::uint32_t t = from; t < to; ++t)
      if (syntax_.tokens[t].head == verb &&
          (syntax_.tokens[t].relation == Relation::aux || syntax_.tokens[t].relation == Relation::cop))
        return true;
    return false;
  }
  bool has_future(const Sentence& s, TokenId verb) const {
    const auto [from, to] = about(s, verb);
    for (std::uint32_t t = from; t < to; ++t) {
      const Token& token = syntax_.tokens[t];
      if (token.head == verb && (token.relation == Relation::aux || token.relation == Relation::aux_pass) &&
          says_future(to_lower(slice(text_, token.span))))
        return true;
    }
    // "is to meet", "plans to meet", "is due to meet": an infinitive under a present verb.
    const Token& token = syntax_[verb];
    if (token.xpos == Xpos::VB && token.relation == Relation::xcomp && token.head != no_token &&
        index(token.head) < syntax_.tokens.size()) {
      const Xpos above = syntax_[token.head].xpos;
      return above == Xpos::VBZ || above == Xpos::VBP || above == Xpos::JJ;
    }
    return false;
  }

  std::string_view text_;
  const Syntax& syntax_;
  const DateLexicon& lexicon_;
  std::optional<Day> published_;
  std::optional<std::int32_t> story_year_{};  // named in the sentence before, in the same paragraph
  std::uint32_t paragraph_ = 0;
  bool tree_ = false;  // the sentence in hand has one
  std::vector<DateMention> out_{};
};

}  // namespace

std::vector<DateMention> find_dates(const Dispatch& dispatch, const Syntax& syntax, const DateLexicon& lexicon) {
  return Reader(dispatch, syntax, lexicon).run();
}

}  // namespace sayso
