// Loads the rules of dates. In: the row "weekday-part <tab> <weekday> <part> …"; out: a DateRule with two elements.
// Leaves out on purpose: what a value means (mention/date_values.cc).
// Data: data/lexicons/dates.tsv, data/lexicons/date_words.tsv. Every rule's example is run by
// tests/mention/dates_test.cc.
#include "lexicon/dates.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <unordered_set>

#include "base/tsv.h"

namespace sayso {
namespace {

constexpr std::array<std::pair<std::string_view, DateClass>, 32> class_names = {{
    {"weekday", DateClass::weekday},
    {"month", DateClass::month},
    {"clear-month", DateClass::clear_month},
    {"n", DateClass::n},
    {"unit", DateClass::unit},
    {"units", DateClass::units},
    {"part", DateClass::part},
    {"season", DateClass::season},
    {"mod", DateClass::mod},
    {"day", DateClass::day},
    {"dd", DateClass::dd},
    {"mm", DateClass::mm},
    {"year", DateClass::year},
    {"clock", DateClass::clock},
    {"dmy", DateClass::dmy},
    {"decade", DateClass::decade},
    {"date", DateClass::date},
    {"small", DateClass::small},
    {"will", DateClass::will},
    {"plan", DateClass::plan},
    {"behind", DateClass::behind},
    {"range", DateClass::range},
    {"nth", DateClass::nth},
    {"span", DateClass::span},
    {"spans", DateClass::spans},
    {"vague", DateClass::vague},
    {"approx", DateClass::approx},
    {"often", DateClass::often},
    {"day-part", DateClass::day_part},
    {"zone", DateClass::zone},
    {"holiday", DateClass::holiday},
    {"short-decade", DateClass::short_decade},
}};

std::optional<DateClass> class_named(std::string_view name) {
  for (const auto& [known, kind] : class_names)
    if (known == name) return kind;
  return std::nullopt;
}

std::optional<DateElement> element_of(std::string_view text) {
  DateElement e;
  if (text.starts_with('^')) {
    e.context = true;
    text.remove_prefix(1);
  }
  if (text.size() > 1 && text.ends_with('?')) {
    e.optional = true;
    text.remove_suffix(1);
  }
  if (text.size() > 2 && text.front() == '<' && text.back() == '>') {
    const auto kind = class_named(text.substr(1, text.size() - 2));
    if (!kind) return std::nullopt;
    e.kind = *kind;
    return e;
  }
  for (const std::string_view word : split(text, '|')) {
    if (word.empty()) return std::nullopt;
    e.words.emplace_back(word);
  }
  return e;
}

}  // namespace

Result<DateLexicon> DateLexicon::load(const std::filesystem::path& rules,
                                      std::span<const std::filesystem::path> words) {
  DateLexicon out;
  const auto fault = [](const std::filesystem::path& file, std::uint32_t line, std::string message) {
    return Error{.code = ErrorCode::bad_rule,
                 .where = file.string() + ":" + std::to_string(line),
                 .message = std::move(message)};
  };
  for (const std::filesystem::path& file : words) {
    auto word_rows = read_tsv(file, {"class", "word", "value"});
    if (!word_rows) return word_rows.error();
    for (const TsvRow& row : *word_rows) {
      const auto kind = class_named(row.cells[0]);
      if (!kind) return fault(file, row.line, "no class of date words is called \"" + row.cells[0] + "\"");
      DateWord word{.kind = *kind, .value = row.cells[2], .number = 0};
      std::from_chars(word.value.data(), word.value.data() + word.value.size(), word.number);
      out.words_[row.cells[1]].push_back(std::move(word));
    }
  }
  auto rule_rows = read_tsv(rules, {"rule", "pattern", "value", "part", "example", "published", "expected"});
  if (!rule_rows) return rule_rows.error();
  std::unordered_set<std::string> ids;
  for (const TsvRow& row : *rule_rows) {
    DateRule rule{.id = row.cells[0],
                  .pattern = {},
                  .value = row.cells[2],
                  .argument = {},
                  .part = row.cells[3],
                  .over_dates = false,
                  .example = row.cells[4],
                  .published = row.cells[5],
                  .expected = row.cells[6],
                  .line = row.line};
    if (!ids.insert(rule.id).second) return fault(rules, row.line, "the rule \"" + rule.id + "\" is there twice");
    bool counted = false;
    for (const std::string_view piece : split(row.cells[1], ' ')) {
      auto element = piece.empty() ? std::nullopt : element_of(piece);
      if (!element) return fault(rules, row.line, "\"" + std::string(piece) + "\" is no element of a pattern");
      rule.over_dates = rule.over_dates || element->kind == DateClass::date;
      counted = counted || (!element->optional && !element->context);
      rule.pattern.push_back(std::move(*element));
    }
    if (!counted) return fault(rules, row.line, "a pattern needs an element that must be there");
    if (const std::size_t colon = rule.value.find(':'); colon != std::string::npos) {
      rule.argument = rule.value.substr(colon + 1);
      rule.value.resize(colon);
    }
    // "as of 6 a.m." speaks of the day of the dispatch: it must come after dates that stand beside a clock.
    if (rule.value == "as-of") rule.over_dates = true;
    out.rules_.push_back(std::move(rule));
  }
  out.index_beginnings();
  return out;
}

void DateLexicon::index_beginnings() {
  for (std::uint32_t r = 0; r < rules_.size(); ++r) {
    DateClasses classes = 0;
    for (const DateElement& e : rules_[r].pattern) {
      if (e.kind != DateClass::literal) classes |= class_bit(e.kind);
      for (const std::string& word : e.words) by_word_[word].push_back(r);
      if (!e.optional) break;
    }
    if (classes != 0) by_class_.emplace_back(classes, r);
  }
}

void DateLexicon::rules_beginning(DateClasses classes, std::string_view lower, std::vector<std::uint32_t>& out) const {
  out.clear();
  if (!lower.empty())
    if (const auto found = by_word_.find(std::string(lower)); found != by_word_.end()) out = found->second;
  if (classes != 0)
    for (const auto& [wanted, rule] : by_class_)
      if ((wanted & classes) != 0) out.push_back(rule);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
}

std::span<const DateWord> DateLexicon::words(std::string_view lower) const {
  const auto found = words_.find(std::string(lower));
  return found == words_.end() ? std::span<const DateWord>{} : std::span<const DateWord>(found->second);
}

const DateWord* DateLexicon::word(DateClass kind, std::string_view lower) const {
  for (const DateWord& w : words(lower))
    if (w.kind == kind) return &w;
  return nullptr;
}

}  // namespace sayso
