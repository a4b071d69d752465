// "Did you mean …": the nearest of some words to a mistyped one.
//
//     nearest("clams", {"read", "add", "claims"}) == "claims"
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::cli {

// Edits (insert, delete, change, swap of neighbours) between two words.
std::size_t distance(std::string_view a, std::string_view b);

// The first of the nearest words, or "" if none is near enough to be meant (a third of the letters, at most three).
std::string nearest(std::string_view word, const std::vector<std::string>& words);

// "; did you mean `claims`?" or "".
std::string did_you_mean(std::string_view word, const std::vector<std::string>& words);

}  // namespace sayso::cli
