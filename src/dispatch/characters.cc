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

bool is_of_script_without_spaces(char32_t character) {
  const auto within = [character](char32_t first, char32_t last) { return character >= first && character <= last; };
  return within(0x3040, 0x30ff) || within(0x3400, 0x4dbf) || within(0x4e00, 0x9fff) || within(0xf900, 0xfaff) ||
         within(0x20000, 0x323af) || within(first_without_spaces, 0x0eff) || within(0x1000, 0x109f) ||
         within(0x1780, 0x17ff);
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool in_word = false;
  bool odd = false;  // of letters in a script without spaces, two are taken for a word
  for (std::size_t at = 0; at < text.size() && count < 100;) {
    const char32_t character = next_code_point(text, at);
    if (is_space(character)) {
      in_word = false;
    } else if (writes_without_spaces(character)) {
      in_word = false;
      odd = !odd;
      count += odd ? 1 : 0;
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
      case 0x2026:  // …
      case 0x3002:  // 。
      case 0xff01:
      case 0xff0e:
      case 0xff1a:
      case 0xff1b:
      case 0xff1f:
      case 0xff61:
      case 0x061b:  // Arabic
      case 0x061f:
      case 0x06d4:
      case 0x0964:  // danda
      case 0x0965:
      case 0x0589:  // Armenian
      case 0x1362:  // Ethiopic
      case 0x104b:  // Myanmar
      case 0x17d4:  // Khmer
        return true;
      case '"':
      case '\'':
      case ')':
      case ']':
      case 0x2018:
      case 0x2019:
      case 0x201c:
      case 0x201d:
      case 0xab:
      case 0xbb:
      case 0x203a:
      case 0x300d:
      case 0x300f:
      case 0xff09:
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
