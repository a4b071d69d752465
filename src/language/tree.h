// The best tree over a sentence's words.
//
//     two words, scores row by row (a row a word; column 0 the root, column i word i):
//        { 1, -9, 5,      word 1: under word 2 scores 5
//          4,  3, -9 }    word 2: under the root scores 4
//     best_tree -> {2, 0}
//
// Exactly one word hangs from the root, every word has one head, and there is no cycle; among such trees the sum of
// scores is greatest. Source: Chu and Liu 1965, Edmonds 1967.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso::language {

// scores: words * (words + 1); the score of a word under itself is not looked at. Ties go to the lower head.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words);

}  // namespace sayso::language
