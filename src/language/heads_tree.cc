// Heads and relations: who hangs from whom, by the best tree over scores of all pairs.
//
//     score(word, head) = (A child(word) + b) . head(head) + c . head(head)
//
// The left side is rounded to 14 bits a word so that the products are exact integers. Relations are told for the tree's
// pairs only, from both words' activations and their product.
#include <algorithm>

#include "language/cells.h"
#include "language/heads.h"
#include "language/tree.h"

namespace sayso::language {

void Heads::attach(const Group& group, std::span<const std::uint32_t> borders, Space& space,
                   std::vector<WordGuess>& out) const {
  const std::size_t rows = group.rows(), wide = columns_.width;
  const std::int8_t* heads = space.squashed.data() + columns_.head;
  space.wanted.resize(rows * arc_);
  space.wishes.resize(rows * arc_);
  space.units.resize(rows);
  space.leaning.resize(rows * panel_width);
  multiply(space.squashed.data() + columns_.child, rows, wide, nullptr, arc_product_.matrix,
           {.bias = arc_product_.bias.data()}, space.wanted.data(), arc_);
  for (std::size_t r = 0; r < rows; ++r)
    space.units[r] = quantise(space.wanted.data() + r * arc_, arc_, space.wishes.data() + r * arc_) / activation_unit;
  multiply(heads, rows, wide, nullptr, arc_bias_.matrix, {.bias = arc_bias_.bias.data()}, space.leaning.data(),
           panel_width);

  for (std::size_t s = 0; s < group.sentences.size(); ++s) {
    const std::uint32_t begin = borders[group.sentences[s]];
    const std::size_t words = borders[group.sentences[s] + 1] - begin;
    space.heads.resize((words + 1) * arc_);
    std::copy(root_arc_.begin(), root_arc_.end(), space.heads.begin());
    space.leanings.resize(words + 1);
    for (std::size_t w = 0; w < words; ++w) {
      std::copy_n(heads + group.row(s, w) * wide, arc_, space.heads.data() + (w + 1) * arc_);
      space.leanings[w + 1] = space.leaning[group.row(s, w) * panel_width];
    }
    space.sums.resize(words + 1);
    space.arcs.resize(words * (words + 1));
    for (std::size_t w = 0; w < words; ++w) {
      const std::size_t r = group.row(s, w);
      dots(space.wishes.data() + r * arc_, space.heads.data(), words + 1, arc_, arc_, space.sums.data());
      float* scores = space.arcs.data() + w * (words + 1);
      scores[0] = static_cast<float>(space.sums[0]) * space.units[r] + root_leaning_;
      for (std::size_t h = 1; h <= words; ++h)
        scores[h] = static_cast<float>(space.sums[h]) * space.units[r] + space.leanings[h];
    }
    const std::vector<std::uint32_t> tree = best_tree(space.arcs, words);
    for (std::size_t w = 0; w < words; ++w) out[begin + w].head = tree[w];
  }
  label(group, borders, space, out);
}

void Heads::label(const Group& group, std::span<const std::uint32_t> borders, Space& space,
                  std::vector<WordGuess>& out) const {
  const std::size_t rows = group.rows(), size = label_size_;
  space.pairs.resize(rows * 3 * size);
  for (std::size_t s = 0; s < group.sentences.size(); ++s) {
    const std::uint32_t begin = borders[group.sentences[s]], end = borders[group.sentences[s] + 1];
    for (std::uint32_t w = begin; w < end; ++w) {
      const std::size_t r = group.row(s, w - begin);
      const std::int8_t* below = space.squashed.data() + r * columns_.width + columns_.label_child;
      const std::int8_t* above =
          out[w].head == 0
              ? root_label_.data()
              : space.squashed.data() + group.row(s, out[w].head - 1) * columns_.width + columns_.label_head;
      std::int8_t* pair = space.pairs.data() + r * 3 * size;
      join(below, above, size, pair);
      std::copy_n(below, size, pair + size);
      std::copy_n(above, size, pair + 2 * size);
    }
  }
  const std::size_t padded = label_.matrix.padded;
  space.more.resize(rows * padded);
  multiply(space.pairs.data(), rows, 3 * size, nullptr, label_.matrix, {.bias = label_.bias.data()}, space.more.data(),
           padded);
  for (std::size_t r = 0; r < rows; ++r) {
    out[space.word_of[r]].relation =
        static_cast<std::uint16_t>(greatest(space.more.data() + r * padded, counts_.relations));
  }
}

}  // namespace sayso::language
