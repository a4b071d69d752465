// UTF-8 and the little Unicode that every folder needs. Character properties are ICU's.
//
//     std::size_t at = 0;
//     while (at < text.size()) use(next_code_point(text, at));   // at moves behind the character
//     fold("Zelenskiy’s KYÏV") == "zelenskiy's kyiv"
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace sayso {

// The byte at which the first ill-formed sequence starts (Unicode 15, table 3-7), or nothing.
std::optional<std::size_t> first_invalid(std::string_view bytes);

// What the functions below ask of characters that are not ASCII. Most are, so that the questions themselves are inline.
namespace beyond_ascii {
char32_t next_code_point(std::string_view text, std::size_t& at);
bool is_space(char32_t character);
bool is_letter(char32_t character);
bool is_digit(char32_t character);
bool is_upper(char32_t character);
bool is_lower(char32_t character);
bool is_mark(char32_t character);
}  // namespace beyond_ascii

// The character at `at`; `at` moves behind it. Ill-formed bytes give U+FFFD one byte at a time. REQUIRES: at <
// text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte >= 0x80) return beyond_ascii::next_code_point(text, at);
  ++at;
  return byte;
}
// The character before `at`; `at` moves to its first byte. REQUIRES: 0 < at <= text.size().
char32_t previous_code_point(std::string_view text, std::size_t& at);

void append(std::string& text, char32_t character);

inline bool is_space(char32_t character) {  // White_Space, and the zero-width and no-break spaces
  return character < 0x80 ? character == ' ' || character - 9 < 5 : beyond_ascii::is_space(character);
}
inline bool is_letter(char32_t character) {
  return character < 0x80 ? (character | 0x20) - 'a' < 26 : beyond_ascii::is_letter(character);
}
inline bool is_digit(char32_t character) {  // decimal digits of any script
  return character < 0x80 ? character - '0' < 10 : beyond_ascii::is_digit(character);
}
inline bool is_upper(char32_t character) {  // upper or title case
  return character < 0x80 ? character - 'A' < 26 : beyond_ascii::is_upper(character);
}
inline bool is_lower(char32_t character) {
  return character < 0x80 ? character - 'a' < 26 : beyond_ascii::is_lower(character);
}
inline bool is_mark(char32_t character) { return character >= 0x80 && beyond_ascii::is_mark(character); }  // combining

std::string to_lower(std::string_view text);  // simple, locale-free
// For comparing names: lower case, compatibility forms and accents taken off, curly apostrophes and dashes made plain,
// runs of white space one space, none at the ends. fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

}  // namespace sayso
