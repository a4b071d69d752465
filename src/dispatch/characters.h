// What reading does with a character: keep it, make it a space, or leave it out.
#pragma once

#include <cstdint>
#include <string_view>

namespace sayso::dispatch {

enum class CharacterClass : std::uint8_t { visible, space, odd_space, invisible, control };

CharacterClass character_class(char32_t character);

bool has_word(std::string_view text);  // a letter or a digit of any script
// Runs without white space that hold a letter or digit; where a script sets no spaces (Chinese, Japanese, Thai …) two
// letters are taken for a word. Stops counting at 100.
std::size_t word_count(std::string_view text);
constexpr char32_t first_without_spaces = 0x0e00;  // Thai; the scripts before it set spaces
bool is_of_script_without_spaces(char32_t character);
inline bool writes_without_spaces(char32_t character) {  // a letter of such a script
  return character >= first_without_spaces && is_of_script_without_spaces(character);
}
bool ends_sentence(std::string_view text);  // . ! ? … or a colon or semicolon, closing quotes and brackets aside
bool begins_lower(std::string_view text);   // the first character is a lower-case letter

}  // namespace sayso::dispatch
