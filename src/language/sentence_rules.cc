// Finds where sentences end: a stop, the marks that close with it, and a beginning behind it.
//
//     He joined Varnia Steel Inc. The mill closed.   ->  two: "The" can begin a sentence
//     He met Gen. Orlen in the U.S. Senate.          ->  one: a title never ends one, "Senate" is no usual beginning
//
// Left out on purpose: colons, semicolons and line breaks as ends.
// Word lists: abbreviations.tsv, sentence_starters.tsv, quotation_verbs.tsv.
#include "language/sentence_rules.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "language/characters.h"

namespace sayso::language {
namespace {

enum class End : std::uint8_t { none, stop, cry, dots, abbreviation };  // cry: "!" and "?"

class Rules {
 public:
  Rules(std::string_view text, const std::vector<Span>& words, const Spelling& spelling)
      : text_(text), words_(words), spelling_(spelling) {}

  std::vector<std::uint32_t> run() {
    std::vector<std::uint32_t> ends;
    bool open = false;  // inside straight quotation marks
    for (std::size_t i = 0; i < words_.size();) {
      if (form(i) == "\"") open = !open;
      const End end = end_of(i);
      std::size_t next = i + 1;
      if (end == End::none) {
        i = next;
        continue;
      }
      while (next < words_.size() && end_of(next) != End::none && end_of(next) != End::abbreviation && touches(next))
        ++next;
      const std::size_t marks = next;
      while (next < words_.size() && closes(next, open)) {
        if (form(next) == "\"") open = !open;
        ++next;
      }
      next = behind_note(next);
      if (next == words_.size() || breaks(i, end, next, next > marks)) ends.push_back(static_cast<std::uint32_t>(next));
      i = next;
    }
    if (!words_.empty() && (ends.empty() || ends.back() != words_.size()))
      ends.push_back(static_cast<std::uint32_t>(words_.size()));
    return ends;
  }

 private:
  std::string_view form(std::size_t i) const { return slice(text_, words_[i]); }
  bool touches(std::size_t i) const { return i > 0 && words_[i].begin == words_[i - 1].end; }

  char32_t first_character(std::size_t i) const {
    std::size_t at = 0;
    return form(i).empty() ? 0 : next_code_point(form(i), at);
  }

  End end_of(std::size_t i) const {
    const std::string_view word = form(i);
    if (word == ".") return End::stop;
    if (word == "\u2026" || (word.size() > 1 && word.find_first_not_of('.') == std::string_view::npos))
      return End::dots;
    if (word.find_first_not_of("!?") == std::string_view::npos) return End::cry;
    return word.ends_with('.') ? End::abbreviation : End::none;
  }

  // Does word i close what the sentence before it opened?
  bool closes(std::size_t i, bool open) const {
    const std::string_view word = form(i);
    if (word == "\"" || word == "''") return touches(i) || open;
    if (word == "'") return touches(i);
    const char32_t c = first_character(i);
    return is_closing(c) && word.size() <= 3 && touches(i);
  }

  // A note's number stands behind the stop and belongs to the sentence: "They fled.[25] He wrote …"
  std::size_t behind_note(std::size_t next) const {
    const bool note = next + 2 < words_.size() && form(next) == "[" && touches(next) &&
                      is_digit(first_character(next + 1)) && form(next + 2) == "]" && touches(next + 2);
    return note ? next + 3 : next;
  }

  // A word without a vowel is an abbreviation that no list has: "govt. forces". Small letters do begin sentences in
  // mails.
  bool looks_cut(std::size_t i) const {
    return i < words_.size() && form(i).size() <= 8 && is_letter(first_character(i)) &&
           form(i).find_first_of("aeiouyAEIOUY") == std::string_view::npos;
  }

  bool listed(const WordSet& words, std::size_t i) const {
    return form(i).size() <= 24 && words.contains(to_lower(form(i)));
  }

  // A speaker behind a quoted question: "Will they leave?" Ivan Orlen asked.
  bool speaker_follows(std::size_t next) const {
    if (listed(spelling_.sentence_starters, next)) return false;
    for (std::size_t i = next; i < words_.size() && i < next + 6; ++i) {
      if (end_of(i) == End::stop || end_of(i) == End::cry || form(i) == ",") return false;
      if (listed(spelling_.quotation_verbs, i)) return true;
    }
    return false;
  }

  bool breaks(std::size_t at, End end, std::size_t next, bool quoted) const {
    std::size_t begin = next;  // the first word behind opening marks
    while (begin + 1 < words_.size() && begin < next + 3 &&
           (is_opening(first_character(begin)) || is_double_quote(first_character(begin)) ||
            is_apostrophe(first_character(begin)) || is_dash(first_character(begin)) || form(begin) == "*"))
      ++begin;
    const char32_t c = first_character(begin);
    const bool starts = is_upper(c) || is_digit(c) || (is_letter(c) && !is_lower(c));
    if (end == End::abbreviation) return abbreviation_breaks(at, begin, next);
    if (touches(next)) return end == End::stop && is_upper(c) && begin == next;
    if (end == End::stop) return starts || begin > next || !is_letter(c) || !looks_cut(at - 1);
    if (end == End::cry && quoted && starts && begin == next) return !speaker_follows(next);
    return starts || (end == End::cry && begin > next && !is_dash(first_character(next)));
  }

  bool abbreviation_breaks(std::size_t at, std::size_t begin, std::size_t next) const {
    if (touches(next) || !is_upper(first_character(begin))) return false;
    const auto found = spelling_.abbreviations.find(to_lower(form(at)));
    if (found != spelling_.abbreviations.end() &&
        (found->second == Abbreviation::title || found->second == Abbreviation::always ||
         found->second == Abbreviation::number))
      return false;
    return listed(spelling_.sentence_starters, begin) || (begin > next && !is_opening(first_character(next)));
  }

  std::string_view text_;
  const std::vector<Span>& words_;
  const Spelling& spelling_;
};

}  // namespace

std::vector<std::uint32_t> split_by_rules(std::string_view text, const std::vector<Span>& words,
                                          const Spelling& spelling) {
  return Rules(text, words, spelling).run();
}

}  // namespace sayso::language
