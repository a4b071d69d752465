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

// The character at `at`; `at` moves behind it. Ill-formed bytes give U+FFFD one byte at a time. REQUIRES: at <
// text.size().
char32_t next_code_point(std::string_view text, std::size_t& at);
// The character before `at`; `at` moves to its first byte. REQUIRES: 0 < at <= text.size().
char32_t previous_code_point(std::string_view text, std::size_t& at);

void append(std::string& text, char32_t character);

bool is_space(char32_t character);  // White_Space, and the zero-width and no-break spaces
bool is_letter(char32_t character);
bool is_digit(char32_t character);  // decimal digits of any script
bool is_upper(char32_t character);  // upper or title case
bool is_lower(char32_t character);
bool is_mark(char32_t character);  // combining

std::string to_lower(std::string_view text);  // simple, locale-free
// For comparing names: lower case, compatibility forms and accents taken off, curly apostrophes and dashes made plain,
// runs of white space one space, none at the ends. fold(fold(x)) == fold(x).
std::string fold(std::string_view text);

}  // namespace sayso
