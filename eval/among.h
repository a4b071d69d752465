// among(list, word): whether the word is one of the list.
//
//     among(std::array{"the", "le"}, "le") == true
#pragma once

#include <algorithm>
#include <string_view>

namespace sayso::eval {

bool among(const auto& list, std::string_view word) { return std::find(list.begin(), list.end(), word) != list.end(); }

}  // namespace sayso::eval
