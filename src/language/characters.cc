// Decodes a stretch of text and names the kinds of its characters.
//
//     "“No,” " -> opening mark, letters, mark, closing mark, space, border
//
// Left out on purpose: grapheme clusters; a combining mark simply counts as a letter. Properties are ICU's.
#include "language/characters.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sayso::language {
namespace {

CharKind kind_of(char32_t c) {
  if (c < 0x80) {
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return CharKind::letter;
    if (c >= '0' && c <= '9') return CharKind::digit;
  }
  if (is_space(c)) return CharKind::space;
  if (is_letter(c) || is_mark(c) || u_charType(static_cast<UChar32>(c)) == U_FORMAT_CHAR) return CharKind::letter;
  return is_digit(c) ? CharKind::digit : CharKind::mark;
}

}  // namespace

std::vector<Character> characters(std::string_view text, Span range) {
  std::vector<Character> out;
  out.reserve(range.size() + 3);
  const std::string_view inside = text.substr(0, range.end);
  for (std::size_t at = range.begin; at < inside.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(inside, at);
    out.push_back({c, begin, kind_of(c)});
  }
  out.insert(out.end(), 3, {0, range.end, CharKind::border});
  return out;
}

bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'`' || c == U'\u02BC'; }

bool is_double_quote(char32_t c) {
  return c == U'"' || c == U'\u201C' || c == U'\u201D' || c == U'\u201E' || c == U'\u00AB' || c == U'\u00BB';
}

bool is_opening(char32_t c) {
  return c == U'(' || c == U'[' || c == U'{' || c == U'\u201C' || c == U'\u2018' || c == U'\u201E' || c == U'\u00AB';
}

bool is_closing(char32_t c) {
  return c == U')' || c == U']' || c == U'}' || c == U'\u201D' || c == U'\u2019' || c == U'\u00BB';
}

bool is_dash(char32_t c) { return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212'; }

}  // namespace sayso::language
