// Tells addresses and names of files from words that merely touch.
//
//     http://…  www.…  name@host.org  host.org/path  plan-7.doc   are;   and/or  U.S.-led  stop.The   are not
//
// Left out on purpose: which top-level domains exist; data/lexicons/web_endings.tsv has the common endings.
#include "language/addresses.h"

#include <string>

#include "base/utf8.h"

namespace sayso::language {
namespace {

constexpr std::size_t longest_ending = 4;

bool letter_or_digit(const Character& c) { return c.kind == CharKind::letter || c.kind == CharKind::digit; }

bool is_plain_lower(const Character& c) { return c.value >= 'a' && c.value <= 'z'; }

}  // namespace

std::size_t chunk_end(const std::vector<Character>& chars, std::size_t at) {
  std::size_t end = at;
  do {
    ++end;
  } while (chars[end].kind != CharKind::border && chars[end].kind != CharKind::space && chars[end].value != '<' &&
           chars[end].value != '>' && !is_double_quote(chars[end].value));
  return end;
}

bool holds_address(std::string_view text, const std::vector<Character>& chars, std::size_t begin, std::size_t end,
                   const Spelling& spelling) {
  bool at_sign = false;
  std::size_t piece = begin;  // where the letters and digits around i begin
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t c = chars[i].value;
    const bool inside = i > begin;
    if (inside && c == ':' && chars[i + 1].value == '/' && chars[i - 1].kind == CharKind::letter) return true;
    if (inside && c == '@' && (letter_or_digit(chars[i - 1]) || chars[i - 1].value == '.') &&
        letter_or_digit(chars[i + 1]))
      at_sign = true;
    if (at_sign && c == '.' && letter_or_digit(chars[i + 1])) return true;
    if (c == '/' && inside && piece >= begin + 2 && i - piece >= 2 && i - piece <= longest_ending &&
        chars[piece - 1].value == '.' && is_plain_lower(chars[piece - 2]) && is_plain_lower(chars[piece]) &&
        is_plain_lower(chars[i - 1]) && letter_or_digit(chars[i + 1]))
      return true;  // "host.org/path"
    if (!letter_or_digit(chars[i])) piece = i + 1;
  }
  if (to_lower(text.substr(chars[begin].begin, 4)) == "www.") return true;
  std::size_t last = end;
  while (last > begin && !letter_or_digit(chars[last - 1])) --last;
  std::size_t stop = last;
  while (stop > begin && letter_or_digit(chars[stop - 1])) --stop;
  if (stop < begin + 2 || chars[stop - 1].value != '.' || last - stop > longest_ending) return false;
  const char32_t before = chars[stop - 2].value;
  if (!letter_or_digit(chars[stop - 2]) && before != '_' && before != ')') return false;
  return spelling.web_endings.contains(to_lower(text.substr(chars[stop].begin, chars[last].begin - chars[stop].begin)));
}

std::size_t address_end(const std::vector<Character>& chars, std::size_t at, std::size_t end) {
  bool bracket = false;
  for (std::size_t i = at; i < end; ++i) bracket = bracket || chars[i].value == '(';
  const auto belongs = [&](char32_t c) { return c == '/' || c == '_' || c == '=' || (bracket && c == ')'); };
  while (end > at + 1 && !letter_or_digit(chars[end - 1]) && !belongs(chars[end - 1].value)) --end;
  if (end > at + 2 && is_apostrophe(chars[end - 2].value) && chars[end - 1].value == 's') end -= 2;  // "example.com's"
  return end;
}

}  // namespace sayso::language
