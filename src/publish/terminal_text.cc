// Makes text safe for a terminal and says how wide it is.
//
//     "\x1b]0;owned\x07"  ->  "␛]0;owned␇", 10 cells wide
//
// Direction marks (U+200E, U+200F) and joiners stay, since names in Arabic, Hebrew and Indic scripts need them;
// direction overrides go, since they can make a line read as its opposite. Emoji sequences are measured code point by
// code point, so that a joined family may be counted wider than some terminals draw it.
#include "publish/terminal_text.h"

#include <unicode/uchar.h>

#include "base/utf8.h"

namespace sayso::publish {
namespace {

constexpr char32_t replacement = 0xFFFD;

bool is_direction_override(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

// Nothing to see in any font, and nothing that joins letters: left out.
bool is_invisible(char32_t c) {
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE007F);
}

bool is_break(char32_t c) {
  return c == '\t' || c == '\n' || c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

}  // namespace

void append_safe(std::string& out, char32_t c) {
  if (is_break(c)) {
    out += ' ';
  } else if (c < 0x20) {
    append(out, 0x2400 + c);
  } else if (c == 0x7F) {
    append(out, 0x2421);
  } else if ((c >= 0x80 && c < 0xA0) || is_direction_override(c)) {
    append(out, replacement);
  } else if (!is_invisible(c)) {
    append(out, c);
  }
}

std::string safe_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) append_safe(out, next_code_point(text, at));
  return out;
}

std::size_t display_width(char32_t c) {
  if (c >= 0x20 && c < 0x7F) return 1;
  const auto cp = static_cast<UChar32>(c);
  const auto type = u_charType(cp);
  if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) return 0;
  if (c >= 0x1160 && c <= 0x11FF) return 0;  // Hangul vowels and finals are drawn into the syllable before them
  const int wide = u_getIntPropertyValue(cp, UCHAR_EAST_ASIAN_WIDTH);
  return wide == U_EA_WIDE || wide == U_EA_FULLWIDTH ? 2 : 1;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) width += display_width(next_code_point(text, at));
  return width;
}

}  // namespace sayso::publish
