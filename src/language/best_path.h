// The best sequence of labels, where some follow others more readily.
//
//     best_path(scores, 3, stride, start, step, space, path);   // Viterbi
//
// A path is worth start[l0] + the scores of its labels + step[from][to] of its steps, added in that order; a tie goes
// to the lower label, of predecessors and at the end.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso::language {

struct PathSpace {
  std::vector<float> best{}, next{};
  std::vector<std::uint16_t> back{};
};

// scores(word, label) gives a float. start: a number a label; step: labels x labels, from row to column. Time: words *
// labels squared. REQUIRES: fewer than 65536 labels.
template <typename Scores>
void best_path(const Scores& scores, std::size_t words, std::span<const float> start, std::span<const float> step,
               PathSpace& space, std::vector<std::uint16_t>& path) {
  const std::size_t labels = start.size();
  path.resize(words);
  if (words == 0) return;
  space.best.resize(labels);
  space.next.resize(labels);
  space.back.resize(words * labels);
  for (std::size_t l = 0; l < labels; ++l) space.best[l] = start[l] + scores(0, l);
  for (std::size_t w = 1; w < words; ++w) {
    for (std::size_t to = 0; to < labels; ++to) {
      std::size_t from = 0;
      float most = space.best[0] + step[to];
      for (std::size_t l = 1; l < labels; ++l)
        if (const float sum = space.best[l] + step[l * labels + to]; sum > most) most = sum, from = l;
      space.next[to] = most + scores(w, to);
      space.back[w * labels + to] = static_cast<std::uint16_t>(from);
    }
    space.best.swap(space.next);
  }
  std::size_t at = 0;
  for (std::size_t l = 1; l < labels; ++l)
    if (space.best[l] > space.best[at]) at = l;
  for (std::size_t w = words; w-- > 0;) {
    path[w] = static_cast<std::uint16_t>(at);
    if (w > 0) at = space.back[w * labels + at];
  }
}

}  // namespace sayso::language
