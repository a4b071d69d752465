// Letters, figures and blanks of ASCII, byte by byte; those of all scripts are in utf8.h.
//
//     is_ascii_digit('7')  ->  true;  of each byte of "\u0667" (an Arabic seven)  ->  false
//     ascii_lowered("Content-TYPE")  ->  "content-type";  of "É"  ->  "É"
#pragma once

#include <string>
#include <string_view>

namespace sayso {

constexpr bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr bool is_ascii_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
constexpr char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline std::string ascii_lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = ascii_lower(c);
  return out;
}

}  // namespace sayso
