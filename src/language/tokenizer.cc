// Cuts a paragraph into words: a scanner over characters, one rule a function, tried in the order of `Scanner::word`.
//
//     "Lt. Gen. Orlen’s 2,500 men can't cross" -> Lt. Gen. Orlen ’s 2,500 men ca n't cross
//
// Left out on purpose: typing mistakes, "its" for "it's", emoticons beyond a few. Spelling lists: spelling.h.
#include "language/tokenizer.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "language/characters.h"

namespace sayso::language {
namespace {

constexpr std::size_t longest_listed = 24;  // characters; no listed word is longer

class Scanner {
 public:
  Scanner(std::string_view text, Span range, const Spelling& spelling)
      : text_(text), chars_(characters(text, range)), spelling_(spelling) {}

  std::vector<Span> run() {
    std::size_t at = 0;
    while (chars_[at].kind != CharKind::border) {
      if (chars_[at].kind == CharKind::space) {
        ++at;
        continue;
      }
      if (at >= chunk_end_) begin_chunk(at);
      at = word(at);
    }
    return std::move(out_);
  }

 private:
  char32_t value(std::size_t i) const { return chars_[i].value; }
  CharKind kind(std::size_t i) const { return chars_[i].kind; }
  bool letter(std::size_t i) const { return kind(i) == CharKind::letter; }
  bool digit(std::size_t i) const { return kind(i) == CharKind::digit; }
  bool letter_or_digit(std::size_t i) const { return letter(i) || digit(i); }
  bool blank(std::size_t i) const { return kind(i) == CharKind::space || kind(i) == CharKind::border; }
  bool starts_chunk(std::size_t i) const { return i == 0 || kind(i - 1) == CharKind::space; }

  std::string_view bytes(std::size_t begin, std::size_t end) const {
    return text_.substr(chars_[begin].begin, chars_[end].begin - chars_[begin].begin);
  }
  // Lower case, apostrophes straight; "" where it is too long to be in a list.
  std::string folded(std::size_t begin, std::size_t end) const {
    if (end - begin > longest_listed) return {};
    std::string out;
    for (std::size_t i = begin; i < end; ++i) append(out, is_apostrophe(value(i)) ? U'\'' : value(i));
    return to_lower(out);
  }
  std::size_t emit(std::size_t begin, std::size_t end) {
    if (end > begin) out_.push_back({chars_[begin].begin, chars_[end].begin});
    return end;
  }

  // A chunk is a run without white space. Addresses are looked for once a chunk, so that this stays linear.
  void begin_chunk(std::size_t at) {
    chunk_end_ = at;
    bool colon_slashes = false, at_sign = false, dot_after_at = false;
    while (!blank(chunk_end_)) {
      const char32_t c = value(chunk_end_);
      if (c == ':' && value(chunk_end_ + 1) == '/' && chunk_end_ > at && letter(chunk_end_ - 1)) colon_slashes = true;
      if (c == '@' && chunk_end_ > at && letter_or_digit(chunk_end_ - 1) && letter_or_digit(chunk_end_ + 1))
        at_sign = true;
      if (at_sign && c == '.' && letter_or_digit(chunk_end_ + 1)) dot_after_at = true;
      ++chunk_end_;
    }
    address_ = colon_slashes || dot_after_at;
  }

  std::size_t word(std::size_t at) {
    if (letter_or_digit(at)) {
      if (address_ || bytes(at, std::min(at + 4, chunk_end_)) == "www.") {
        address_ = false;
        return address(at);
      }
      return digit(at) ? number(at) : letters(at);
    }
    const char32_t c = value(at);
    if (is_apostrophe(c)) return apostrophe(at);
    if (c == '.') {
      if (digit(at + 1) && (at == 0 || !letter_or_digit(at - 1))) return number(at);
      if (letter(at + 1) && starts_chunk(at)) return letters(at + 1, at);  // ".doc"
      return emit(at, same(at));
    }
    if ((c == '#' || c == '@') && letter(at + 1)) return letters(at + 1, at);
    if (c == '+' && digit(at + 1) && starts_chunk(at)) return number(at);
    if (c == '!' || c == '?') {
      std::size_t end = at;
      while (value(end) == '!' || value(end) == '?') ++end;
      return emit(at, end);
    }
    if ((c == ':' || c == ';') && starts_chunk(at)) {  // a smile
      std::size_t end = at + 1;
      if (value(end) == '-') ++end;
      if ((value(end) == ')' || value(end) == '(' || value(end) == 'D') && blank(end + 1)) return emit(at, end + 1);
    }
    if (c == '-' || c == '*' || c == '=' || c == '_' || c == '~' || c == '#' || c == U'\u2014')
      return emit(at, same(at));
    if (c == '`' && value(at + 1) == '`') return emit(at, at + 2);
    return emit(at, at + 1);
  }

  std::size_t same(std::size_t at) const {
    std::size_t end = at + 1;
    while (value(end) == value(at) && kind(end) != CharKind::border) ++end;
    return end;
  }

  // An address reaches to the end of the chunk, without the marks that close the sentence about it.
  std::size_t address(std::size_t at) {
    std::size_t end = chunk_end_;
    bool bracket = false;
    for (std::size_t i = at; i < end; ++i) bracket = bracket || value(i) == '(';
    while (end > at + 1 && !letter_or_digit(end - 1) && value(end - 1) != '/' && !(bracket && value(end - 1) == ')'))
      --end;
    return emit(at, end);
  }

  // "2,500" "06:00" "9/11" "713-853-3989" "1990s" "93rd"; a unit after the number is a word of its own ("5|km").
  std::size_t number(std::size_t at) {
    std::size_t end = at;
    if (!digit(end)) ++end;  // '.' or '+'
    std::size_t run = 0, dashes = 0;
    for (;;) {
      run = 0;
      while (digit(end)) ++end, ++run;
      const char32_t c = value(end);
      if ((c == ',' || c == '.' || c == ':' || c == '/') && digit(end + 1)) {
        ++end;
      } else if (c == '-' && run >= 2 && digit(end + 1) && joined_by_dashes(at, dashes)) {
        ++end, ++dashes;
      } else {
        break;
      }
    }
    if (!letter(end)) return emit(at, end);
    std::size_t tail = end;
    while (letter_or_digit(tail)) ++tail;
    const std::string suffix = folded(end, tail);
    constexpr std::string_view units[] = {"km", "kg", "am", "pm",  "mm", "cm",  "mph", "kph",
                                          "m",  "ft", "lb", "lbs", "bn", "mln", "kw",  "mw"};
    if (std::find(std::begin(units), std::end(units), suffix) != std::end(units)) return emit(at, end);
    if ((suffix == "a" || suffix == "p") && value(tail) == '.' && letter(tail + 1)) return emit(at, end);  // "5p.m."
    while (value(tail) == '.' && letter_or_digit(tail + 1)) {                                              // "20.doc"
      ++tail;
      while (letter_or_digit(tail)) ++tail;
    }
    return clitics(at, tail);
  }

  // "713-853-3989", "2001-05-17": three groups of digits stay one word, two are a range ("20|-|30").
  bool joined_by_dashes(std::size_t at, std::size_t dashes) const {
    if (dashes > 0) return true;
    std::size_t groups = 1, i = at;
    for (; digit(i) || (value(i) == '-' && digit(i + 1)); ++i)
      if (value(i) == '-' && ++groups == 3) return true;
    return false;
  }

  // A word from `at`; `from` is where it begins if a mark stands before its letters ("#Ostrel").
  std::size_t letters(std::size_t at, std::size_t from) { return letters_to(at, from); }
  std::size_t letters(std::size_t at) { return letters_to(at, at); }

  std::size_t letters_to(std::size_t at, std::size_t from) {
    std::size_t end = at;
    for (;;) {
      while (letter_or_digit(end)) ++end;
      const char32_t c = value(end);
      const bool goes_on = letter_or_digit(end + 1) && end > at;
      if (!goes_on) break;
      if (c == '_' || c == '@')
        ++end;
      else if (is_apostrophe(c) && letter(end - 1) && letter(end + 1))
        ++end;
      else if (c == '.' && dot_joins(at, end))
        ++end;
      else if (c == '&' && is_upper(value(end - 1)) && is_upper(value(end + 1)))
        ++end;
      else if (is_dash(c) && c != U'\u2014' && letter(end + 1) && spelling_.attached_prefixes.contains(folded(at, end)))
        ++end;
      else
        break;
    }
    if (value(end) == '.' && stop_belongs(at, end)) return emit(from, end + 1);
    if (value(end) == '$' && end - at <= 3 && is_upper(value(at)) && digit(end + 1))
      return emit(from, end + 1);  // "US$"
    return clitics(from, end);
  }

  // "U.S", "example.com", "e.g" join; "stop.The" is a sentence that lost its space.
  bool dot_joins(std::size_t begin, std::size_t dot) const {
    if (!is_upper(value(dot + 1))) return true;
    const bool single = dot - begin == 1 || !letter(dot - 2);
    return single || is_upper(value(dot - 1));
  }

  // Does the full stop at `end` belong to the word before it?
  bool stop_belongs(std::size_t begin, std::size_t end) const {
    if (value(end + 1) == '.') return false;  // "Mr..." is a word and an ellipsis
    const std::size_t length = end - begin;
    if (length == 1 && is_upper(value(begin)) && value(begin) != U'I')
      return kind(end + 1) != CharKind::border;                                                        // "J. Orlen"
    if (length >= 3 && length <= 11 && value(end - 2) == '.' && value(begin + 1) == '.') return true;  // "U.S.", "a.m."
    const auto found = spelling_.abbreviations.find(folded(begin, end + 1));
    if (found == spelling_.abbreviations.end()) return false;
    std::size_t next = end + 1;
    while (kind(next) == CharKind::space) ++next;
    if (found->second == Abbreviation::number) return digit(next);
    if (found->second == Abbreviation::month)  // "sat." and "sun." are words too
      return is_upper(value(begin)) && (digit(next) || !blank(next));
    if (found->second == Abbreviation::title)
      return is_upper(value(begin)) || (!is_upper(value(next)) && kind(next) != CharKind::border);
    return kind(next) != CharKind::border || length > 3 || is_upper(value(begin)) || value(end - 2) == '.';
  }

  // Cuts "n't", "'s", "'re" … off the end, and the listed contractions apart.
  std::size_t clitics(std::size_t begin, std::size_t end) {
    const std::string whole = folded(begin, end);
    if (const auto found = spelling_.contractions.find(whole); found != spelling_.contractions.end()) {
      std::size_t at = begin;
      for (const std::uint32_t length : found->second) at = emit(at, at + length);
      return end;
    }
    cuts_.assign(1, end);
    while (const std::size_t cut = clitic(begin, cuts_.back())) cuts_.push_back(cut);  // "couldn't've" has two
    std::size_t at = begin;
    for (std::size_t i = cuts_.size(); i-- > 0;) at = emit(at, cuts_[i]);
    return end;
  }

  // Where the clitic at the end of [begin, end) begins; 0 if there is none. Looks four characters back at most.
  std::size_t clitic(std::size_t begin, std::size_t end) const {
    for (std::size_t i = end - 1; i > begin && end - i <= 4; --i) {
      if (!is_apostrophe(value(i))) continue;
      const std::string tail = folded(i, end);
      if (tail == "'t" && i >= begin + 2 && (value(i - 1) | 0x20) == 'n') return i - 1;
      return is_clitic(tail) ? i : 0;
    }
    return 0;
  }

  static bool is_clitic(std::string_view tail) {
    return tail == "'s" || tail == "'re" || tail == "'ve" || tail == "'ll" || tail == "'d" || tail == "'m";
  }

  // "'s" after a bracket or a number, "'em", "'90s"; else a quotation mark.
  std::size_t apostrophe(std::size_t at) {
    if (value(at + 1) == value(at) && value(at) == '\'') return emit(at, at + 2);  // '' is a quotation mark
    std::size_t end = at + 1;
    while (letter_or_digit(end)) ++end;
    const std::string tail = folded(at, end);
    const bool inside = !starts_chunk(at);
    if (inside && is_clitic(tail)) return emit(at, end);
    if (starts_chunk(at) && (tail == "'em" || tail == "'til" || tail == "'cause" || tail == "'tis"))
      return emit(at, end);
    if (!inside && digit(at + 1) && digit(at + 2) && (end == at + 3 || (end == at + 4 && value(at + 3) == 's')))
      return emit(at, end);
    return emit(at, at + 1);
  }

  std::string_view text_;
  std::vector<Character> chars_;
  const Spelling& spelling_;
  std::vector<Span> out_{};
  std::vector<std::size_t> cuts_{};
  std::size_t chunk_end_ = 0;
  bool address_ = false;
};

}  // namespace

std::vector<Span> tokenize(std::string_view text, Span range, const Spelling& spelling) {
  return Scanner(text, range, spelling).run();
}

}  // namespace sayso::language
