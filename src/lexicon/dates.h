// The rules that read dates, and the words they know.
//
//     rule   weekday-part
//     match  <weekday> <part>          "Sunday evening"
//     value  weekday                   the latest Sunday
//     part   <part>                    "evening"
//
// Data: data/lexicons/dates.tsv (columns rule pattern value part example published expected) and date_words.tsv (class
// word value).
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sayso/result.h"

namespace sayso {

enum class DateClass : std::uint8_t {
  literal,  // one of `words`
  weekday,
  month,
  clear_month,
  n,
  unit,
  units,
  part,
  season,
  mod,
  small,  // words with a value
  day,
  dd,
  mm,
  year,
  clock,
  dmy,
  decade,  // written in digits
  date,    // a date found before
  will,    // says that a verb speaks of the future
  plan,    // lemmas of verbs whose infinitive does
  range,   // words between the two ends of an interval ("from Monday to Friday")
  behind,  // prepositions: what they introduce lies before the verb's time ("will move after the raid on Monday")
  // of time expressions only
  nth,           // first, 2nd
  span,          // minute … century
  spans,         // minutes … centuries
  vague,         // few, several
  approx,        // about, nearly
  often,         // daily, with the value of the set
  day_part,      // morning, with its TIMEX3 letters
  zone,          // GMT
  holiday,       // with its month and day
  short_decade,  // 80s
};

// A set of classes, one bit each.
using DateClasses = std::uint64_t;
constexpr DateClasses class_bit(DateClass kind) { return DateClasses{1} << static_cast<unsigned>(kind); }

struct DateElement {
  DateClass kind = DateClass::literal;
  std::vector<std::string> words{};  // of a literal
  bool optional = false;
  bool context = false;  // must be there, is not part of the date
};

struct DateRule {
  std::string id{};
  std::vector<DateElement> pattern{};
  std::string value{};     // "weekday"
  std::string argument{};  // "last" of "weekday:last"
  std::string part{};      // "night"; "<part>" and "<mod>" stand for the matched word
  bool over_dates = false;
  std::string example{};
  std::string published{};
  std::string expected{};  // "Sunday evening = 2022-09-11..2022-09-11 part-of-day evening"
  std::uint32_t line = 0;
};

// The value of a word in a class: a number ("march" 3), or its letters ("hours" h, "evening" evening).
struct DateWord {
  DateClass kind = DateClass::literal;
  std::string value{};
  std::int32_t number = 0;
};

class DateLexicon {
 public:
  // Words may stand in more than one file. Errors: unreadable; bad_rule for an unknown class, an empty pattern, two
  // rules of one name.
  static Result<DateLexicon> load(const std::filesystem::path& rules, std::span<const std::filesystem::path> words);
  static Result<DateLexicon> load(const std::filesystem::path& rules, const std::filesystem::path& words) {
    return load(rules, std::span(&words, 1));
  }

  const std::vector<DateRule>& rules() const { return rules_; }
  // The rules, by index and rising, whose first element may be a piece of these classes or this word; nothing is kept
  // of what `out` held.
  void rules_beginning(DateClasses classes, std::string_view lower, std::vector<std::uint32_t>& out) const;
  // All classes of a word (lower case).
  std::span<const DateWord> words(std::string_view lower) const;
  // The word in that class, or nothing.
  const DateWord* word(DateClass kind, std::string_view lower) const;

 private:
  void index_beginnings();

  std::vector<DateRule> rules_{};
  std::vector<std::pair<DateClasses, std::uint32_t>> by_class_{};  // rules that can begin with one of these classes
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_{};
  std::unordered_map<std::string, std::vector<DateWord>> words_{};
};

}  // namespace sayso
