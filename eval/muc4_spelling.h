// How the keys spell, and whether a word is on a short list.
//
//     upper("Kesh Front") == "KESH FRONT"        is_one_of("mill", {"mill", "barn"})
//
// Left out on purpose: capitals beyond ASCII. The messages and their keys have none.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

namespace sayso::eval {

inline std::string upper(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return out;
}

// The words are a braced list or a named array.
template <std::size_t Size>
bool is_one_of(std::string_view word, const std::string_view (&words)[Size]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

}  // namespace sayso::eval
