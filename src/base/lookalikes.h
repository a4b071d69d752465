// Words that mix letters of other alphabets which look Latin into Latin ones.
//
//     in_latin_letters("K\u0443iv")     "Kyiv"     the second letter is a Cyrillic u
//     in_latin_letters("Kyiv")          nothing    all Latin
//     in_latin_letters("\u041A\u0438\u0457\u0432")  nothing    all Cyrillic
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace sayso {

// The text with every such word in Latin letters, where each of its Cyrillic and Greek letters has a Latin look-alike
// (Unicode's confusables); nothing if there is no such word. Linear.
std::optional<std::string> in_latin_letters(std::string_view text);

}  // namespace sayso
