// A stretch of text as characters with their bytes and kinds, so that the tokenizer can look both ways in constant
// time.
//
//     "5 km" -> {'5', 0, digit} {' ', 1, space} {'k', 2, letter} {'m', 3, letter} and borders at byte 4
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/span.h"

namespace sayso::language {

enum class CharKind : std::uint8_t { border, space, letter, digit, mark };  // mark: everything else

struct Character {
  char32_t value = 0;
  std::uint32_t begin = 0;  // its first byte
  CharKind kind = CharKind::border;
};

// Ends with three borders whose `begin` is range.end, so that looking two characters on is always allowed. Combining
// marks and joiners count as letters: they never begin a word of their own inside one. REQUIRES: range.end <=
// text.size().
std::vector<Character> characters(std::string_view text, Span range);

bool is_apostrophe(char32_t c);    // ' ’ ` ʼ
bool is_double_quote(char32_t c);  // " “ ” „ « »
bool is_opening(char32_t c);       // brackets and quotation marks that can only open
bool is_closing(char32_t c);       // … that can only close
bool is_dash(char32_t c);          // - and the longer ones

}  // namespace sayso::language
