// Cuts a paragraph into words: a scanner over characters, one rule a function, tried in the order of `Scanner::word`.
//
//     "Lt. Gen. Orlen’s 2,500 men can't cross" -> Lt. Gen. Orlen ’s 2,500 men ca n't cross
//
// Left out on purpose: typing mistakes that only a reader of the sentence sees ("its" for "it's", "the horses mouth").
// Spelling lists: spelling.h.
#include "language/tokenizer.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "language/addresses.h"
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

  // Addresses are looked for once a chunk, so that this stays linear.
  void begin_chunk(std::size_t at) {
    chunk_end_ = chunk_end(chars_, at);
    address_ = holds_address(text_, chars_, at, chunk_end_, spelling_);
  }

  std::size_t word(std::size_t at) {
    if (letter_or_digit(at)) {
      if (address_) {
        address_ = false;
        return emit(at, address_end(chars_, at, chunk_end_));
      }
      return digit(at) ? number(at) : letters(at);
    }
    const char32_t c = value(at);
    if (const std::size_t end = emoticon(at); end > at) return emit(at, end);
    if (is_apostrophe(c) || c == U'\u2018') return apostrophe(at);
    if (c == '.' || c == U'\u2026') return stop(at);
    if ((c == '#' || c == '@') && letter(at + 1)) return letters(at + 1, at);
    if (c == '+' && digit(at + 1) && starts_chunk(at)) return number(at);
    if (c == '!' || c == '?') {
      std::size_t end = at;
      while (value(end) == '!' || value(end) == '?') ++end;
      return emit(at, end);
    }
    if (c == '-' || c == '*' || c == '=' || c == '_' || c == '~' || c == '#' || c == '<' || c == '>' || c == '+' ||
        c == U'\u2014')
      return emit(at, same(at));
    return emit(at, at + 1);
  }

  // "." "..." "….", ".5", ".doc", and a stop that a question runs into (".?").
  std::size_t stop(std::size_t at) {
    if (value(at) == '.' && digit(at + 1) && (at == 0 || !letter_or_digit(at - 1))) return number(at);
    if (value(at) == '.' && letter(at + 1) && starts_chunk(at)) return letters(at + 1, at);
    std::size_t end = at;
    while (value(end) == '.' || value(end) == U'\u2026') ++end;
    std::size_t cry = end;
    while (value(cry) == '!' || value(cry) == '?') ++cry;
    return emit(at, end == at + 1 && blank(cry) ? cry : end);
  }

  // Behind the face that begins at `at`, or `at`. A mouth may be doubled: ":)))".
  std::size_t emoticon(std::size_t at) const {
    if (digit(at > 0 ? at - 1 : at)) return at;
    for (std::size_t end = at + 4; end > at + 1; --end) {
      bool marks = true;  // within the text, and no white space
      for (std::size_t i = at; i < end && marks; ++i) marks = !blank(i);
      if (!marks || !spelling_.emoticons.contains(bytes(at, end))) continue;
      const char32_t mouth = value(end - 1);
      const bool bracket = mouth == '(' || mouth == ')';
      while (bracket && value(end) == mouth) ++end;
      if (bracket && value(at) != '(' ? !letter_or_digit(end) : starts_chunk(at) && blank(end)) return end;
      return at;
    }
    return at;
  }

  std::size_t same(std::size_t at) const {
    std::size_t end = at + 1;
    while (value(end) == value(at) && kind(end) != CharKind::border) ++end;
    return end;
  }

  // "2,500" "06:00" "9/11" "713-853-3989" "1990s" "93rd"; a unit after the number is a word of its own ("5|km").
  std::size_t number(std::size_t at) {
    std::size_t end = at;
    if (!digit(end)) ++end;  // '.' or '+'
    std::size_t dashes = 0, commas = 0;
    for (;;) {
      const std::size_t run = digits_from(end);
      end += run;
      const char32_t c = value(end);
      if (!digit(end + 1)) break;
      if (c == '.' || c == ':' || c == '/')
        ++end;
      else if (c == ',' && comma_joins(at, end, commas))
        ++end, ++commas;
      else if (c == '-' && (dashes > 0 || dash_joins_digits(at, end, run)))
        ++end, ++dashes;
      else
        break;
    }
    if (is_decade(at, end)) return emit(at, end + 2);
    if (!letter(end)) return emit(at, end);
    std::size_t tail = end;
    while (letter_or_digit(tail)) ++tail;
    const std::string suffix = folded(end, tail);
    if (spelling_.number_suffixes.contains(suffix) && !names_a_model(at, suffix)) return emit(at, end);
    if ((suffix == "a" || suffix == "p") && value(tail) == '.' && letter(tail + 1)) return emit(at, end);  // "5p.m."
    while (value(tail) == '.' && letter_or_digit(tail + 1)) {                                              // "20.doc"
      ++tail;
      while (letter_or_digit(tail)) ++tail;
    }
    return clitics(at, tail);
  }

  // "the 1980's", "his 60's"
  bool is_decade(std::size_t at, std::size_t end) const {
    return (end - at == 2 || end - at == 4) && value(end - 1) == '0' && is_apostrophe(value(end)) &&
           value(end + 1) == 's' && !letter_or_digit(end + 2);
  }

  // One letter behind a number behind a dash is part of a name: "T-72b", "Mi-8m".
  bool names_a_model(std::size_t at, std::string_view suffix) const {
    return suffix.size() == 1 && at >= 2 && is_dash(value(at - 1)) && letter(at - 2);
  }

  std::size_t digits_from(std::size_t at) const {
    std::size_t end = at;
    while (digit(end)) ++end;
    return end - at;
  }

  // "2,500" and "2,5" are numbers, "[13,14]" are two notes.
  bool comma_joins(std::size_t begin, std::size_t comma, std::size_t commas) const {
    if (digits_from(comma + 1) == 3) return true;
    return commas == 0 && (begin == 0 || (value(begin - 1) != '[' && value(begin - 1) != ','));
  }

  // "713-853-3989", "2001-05-17": three groups of digits stay one word, two are a range ("20|-|30") unless they are the
  // end of a telephone number ("(713) 853-3989") or a code for letters ("77415-0027").
  bool dash_joins_digits(std::size_t begin, std::size_t dash, std::size_t run) const {
    const std::size_t next = digits_from(dash + 1), behind = dash + 1 + next;
    if (value(behind) == '-' && digit(behind + 1)) return run + next >= 3 || digit(behind + 2);
    if (next != 4 || letter(behind)) return false;
    if (run == 5) return true;
    if (run != 3 || dash < 6) return false;
    const std::size_t first = dash - run;  // of "853-3989"
    if (first > begin) return value(first - 1) == '/';
    const bool spaced = kind(first - 1) == CharKind::space;
    const std::size_t before = spaced ? first - 2 : first - 1;
    return value(before) == ')' ? digit(before - 1) : spaced && digit(before);
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
      else if (c == '&' && ampersand_joins(at, end))
        ++end;
      else if (is_dash(c) && c != U'\u2014' && dash_joins(at, end))
        ++end;
      else
        break;
    }
    if (value(end) == '.' && stop_belongs(at, end)) return emit(from, end + 1);
    if (value(end) == '$' && end - at <= 3 && is_upper(value(at)) && (digit(end + 1) || digit(end + 2)))
      return emit(from, end + 1);  // "US$5"
    if (is_broken_off(at, end)) return emit(from, end + 1);
    return clitics(from, end);
  }

  // A speaker who begins again: "th- the army".
  bool is_broken_off(std::size_t at, std::size_t end) const {
    if (value(end) != '-' || !blank(end + 1) || kind(end + 1) == CharKind::border || !starts_chunk(at)) return false;
    if (end - at == 1) return is_lower(value(at));
    const std::string start = folded(at, end);
    return start == "th" || start == "sh" || start == "wh" || start == "ch";
  }

  // "AT&T", "p&l"
  bool ampersand_joins(std::size_t begin, std::size_t mark) const {
    if (is_upper(value(mark - 1)) && is_upper(value(mark + 1))) return true;
    return mark - begin == 1 && letter(mark + 1) && !letter_or_digit(mark + 2);
  }

  bool dash_joins(std::size_t begin, std::size_t dash) const {
    const std::string prefix = folded(begin, dash);
    if (letter(dash + 1) ? spelling_.attached_prefixes.contains(prefix)
                         : spelling_.attached_prefixes.contains(prefix + "-0"))
      return true;
    std::size_t end = dash + 1;
    while (letter(end) && end - dash < longest_listed) ++end;
    return spelling_.attached_prefixes.contains("-" + folded(dash + 1, end));
  }

  // "U.S", "example.com", "e.g" join; "stop.The", "S.Korea" and "vol.14" lost their space.
  bool dot_joins(std::size_t begin, std::size_t dot) const {
    if (digit(dot + 1)) return !spelling_.abbreviations.contains(folded(begin, dot + 1));
    if (!is_upper(value(dot + 1))) return true;
    std::size_t next = dot + 1;
    while (letter_or_digit(next) && next - begin < longest_listed) ++next;
    if (value(next) == '.' && spelling_.abbreviations.contains(folded(begin, next + 1))) return true;  // "Ph.D."
    const bool single = dot - begin == 1 || !letter(dot - 2);
    if (single && is_upper(value(dot - 1))) return !(is_lower(value(dot + 2)) && letter(dot + 3) && letter(dot + 4));
    return single || is_upper(value(dot - 1));
  }

  // Does the full stop at `end` belong to the word before it?
  bool stop_belongs(std::size_t begin, std::size_t end) const {
    if (value(end + 1) == '.' && value(end + 2) == '.') return false;  // "Mr..." is a word and an ellipsis
    const std::size_t length = end - begin;
    if (length == 1 && is_upper(value(begin)) && value(begin) != U'I')
      return kind(end + 1) != CharKind::border && value(end + 1) != '.';                               // "J. Orlen"
    if (length >= 3 && length <= 11 && value(end - 2) == '.' && value(begin + 1) == '.') return true;  // "U.S.", "a.m."
    const auto found = spelling_.abbreviations.find(folded(begin, end + 1));
    if (found == spelling_.abbreviations.end()) return false;
    std::size_t next = end + 1;
    while (kind(next) == CharKind::space) ++next;
    if (found->second == Abbreviation::number) return digit(next);
    if (found->second == Abbreviation::always) return true;
    if (found->second == Abbreviation::name && !is_upper(value(begin))) return false;
    if (found->second == Abbreviation::month)  // "sat." and "sun." are words too
      return is_upper(value(begin)) && (digit(next) || !blank(next));
    if (found->second == Abbreviation::title)
      return is_upper(value(begin)) || (!is_upper(value(next)) && kind(next) != CharKind::border);
    return kind(next) != CharKind::border || length > 3 || is_upper(value(begin)) || value(end - 2) == '.';
  }

  // Cuts "n't", "'s", "'re" … off the end, and the listed contractions apart.
  std::size_t clitics(std::size_t begin, std::size_t end) {
    const std::string whole = folded(begin, end);
    const bool initials = end - begin == 2 && is_upper(value(begin)) && is_upper(value(begin + 1));
    if (const auto found = spelling_.contractions.find(whole); found != spelling_.contractions.end() && !initials) {
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

  // "''", "’’" and "‘’" are quotation marks; "'s" after a bracket or a number, "'em", "'90s"; else a quotation mark.
  std::size_t apostrophe(std::size_t at) {
    const auto curly = [](char32_t c) { return c == U'\u2018' || c == U'\u2019'; };
    if ((value(at + 1) == value(at) && (value(at) == '\'' || value(at) == '`')) ||
        (curly(value(at)) && curly(value(at + 1))))
      return emit(at, at + 2);
    if (value(at) == U'\u2018' && !digit(at + 1)) return emit(at, at + 1);
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
