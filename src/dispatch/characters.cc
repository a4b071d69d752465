// Classes of characters and small tests on lines: ends_sentence("He left.”") is true, begins_lower("advance and") is
// true. Source: Unicode general categories by base/utf8; the bidirectional controls are those of UAX #9, section 2.
#include "dispatch/characters.h"

#include "base/utf8.h"

namespace sayso::dispatch {

CharacterClass character_class(char32_t character) {
  if (character == ' ' || (character >= 0x09 && character <= 0x0d)) return CharacterClass::space;
  if (character < 0x20 || (character >= 0x7f && character < 0xa0))
    return character == 0x85 ? CharacterClass::odd_space : CharacterClass::control;
  if (character < 0xa0) return CharacterClass::visible;
  switch (character) {
    case 0xa0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202f:
    case 0x205f:
    case 0x3000:
      return CharacterClass::odd_space;
    case 0xad:
    case 0x200b:
    case 0x200e:
    case 0x200f:
    case 0x2060:
    case 0xfeff:
    case 0x061c:
      return CharacterClass::invisible;  // U+200C and U+200D stay: they join emoji and shape scripts
    default:
      break;
  }
  if (character >= 0x2000 && character <= 0x200a) return CharacterClass::odd_space;
  if ((character >= 0x202a && character <= 0x202e) || (character >= 0x2061 && character <= 0x206f))
    return CharacterClass::invisible;
  return CharacterClass::visible;
}

bool has_word(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t character = next_code_point(text, at);
    if (is_letter(character) || is_digit(character)) return true;
  }
  return false;
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size() && count < 100;) {
    const char32_t character = next_code_point(text, at);
    if (is_space(character)) {
      in_word = false;
    } else if (!in_word && (is_letter(character) || is_digit(character))) {
      in_word = true;
      ++count;
    }
  }
  return count;
}

bool ends_sentence(std::string_view text) {
  for (std::size_t at = text.size(); at > 0;) {
    const char32_t character = previous_code_point(text, at);
    switch (character) {
      case '.':
      case '!':
      case '?':
      case ':':
      case ';':
      case 0x2026:
      case 0x3002:
        return true;
      case '"':
      case '\'':
      case ')':
      case ']':
      case 0x2019:
      case 0x201d:
      case 0xbb:
      case '*':
      case ' ':
        continue;
      default:
        return false;
    }
  }
  return false;
}

bool begins_lower(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_lower(next_code_point(text, at));
}

}  // namespace sayso::dispatch
