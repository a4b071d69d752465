// The recurrent part of the network, a group of sentences at a time.
//
//     position 3 of 48 sentences: 48 rows of inputs and of the last states, two products, one step of the cells
//
// The gates of one position are made, used and forgotten while they are near. The first layer's share of a word does
// not depend on its neighbours, so it is made once for each form in a group and kept for the forms met often. A layer
// above sees a projection of the one below: two thin products cost a third of one wide one.
// Left out on purpose: training, dropout. Test: tests/language/network_test.cc runs it beside plain loops.
#include "language/encoder.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <string>

#include "language/cells.h"

namespace sayso::language {

Encoder::Space::Space(const Encoder& encoder, const Linear& heads) : cache(8 * encoder.hidden_ + heads.matrix.padded) {}

Result<Encoder> Encoder::load(const ModelFile& file, std::size_t hidden, std::size_t layers, std::size_t projection,
                              std::size_t lexical) {
  auto embedding = Embedding::load(file);
  if (!embedding) return embedding.error();
  Encoder e;
  e.embedding_ = *std::move(embedding);
  e.hidden_ = hidden;
  e.projection_ = projection;
  std::size_t width = e.embedding_.width();
  if (lexical > 0) {
    auto linear = load_linear(file, "lexical", lexical, width, true);
    if (!linear) return linear.error();
    e.lexical_ = *std::move(linear);
  }
  for (std::size_t i = 0; i < layers; ++i) {
    if (i > 0) {
      auto narrow = load_linear(file, "projection" + std::to_string(i), projection, 2 * hidden, true);
      if (!narrow) return narrow.error();
      e.projections_.push_back(*std::move(narrow));
      width = projection;
    }
    Layer& layer = e.layers_.emplace_back();
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string name = "lstm" + std::to_string(i) + (side == 0 ? ".forward" : ".backward");
      auto input = load_linear(file, name + ".input", 4 * hidden, width, false);
      if (!input) return input.error();
      auto recurrent = load_linear(file, name + ".recurrent", 4 * hidden, hidden, false);
      if (!recurrent) return recurrent.error();
      const auto bias = file.floats(name + ".bias", 4 * hidden);
      if (!bias) return bias.error();
      std::copy(bias->begin(), bias->end(), input->bias.begin());
      layer[side] = {*std::move(input), std::move(recurrent->matrix)};
    }
  }
  return e;
}

void Encoder::find_types(const Group& group, Space& space) const {
  const std::size_t rows = group.rows(), mask = std::bit_ceil(2 * rows) - 1;
  space.type_of.resize(rows);
  space.types.clear();
  space.slots.assign(mask + 1, 0);
  for (std::size_t r = 0; r < rows; ++r) {
    const std::string_view form = group.words[r];
    std::size_t at = std::hash<std::string_view>()(form) & mask;
    while (space.slots[at] != 0 && space.types[space.slots[at] - 1] != form) at = (at + 1) & mask;
    if (space.slots[at] == 0) {
      space.types.push_back(form);
      space.slots[at] = static_cast<std::uint32_t>(space.types.size());
    }
    space.type_of[r] = space.slots[at] - 1;
  }
}

void Encoder::embed(const Group& group, const Linear& heads, Space& space) const {
  find_types(group, space);
  const std::size_t width = embedding_.width(), gates = 4 * hidden_, own = lexical_.matrix.padded;
  const std::size_t stride = 2 * gates + heads.matrix.padded;  // both directions' gates, then the heads' share
  space.products_of.assign(space.types.size(), nullptr);
  space.missing.clear();
  for (std::uint32_t type = 0; type < space.types.size(); ++type) {
    space.products_of[type] = space.cache.find(space.types[type]);
    if (space.products_of[type] == nullptr) space.missing.push_back(type);
  }
  const std::size_t count = space.missing.size();
  space.numbers.resize(width);
  space.scales.resize(count);
  space.inputs.resize(count * width);
  space.products.resize(count * stride);
  for (std::size_t m = 0; m < count; ++m) {
    embedding_.look_up(space.types[space.missing[m]], space.keys, space.numbers.data());
    space.scales[m] = quantise(space.numbers.data(), width, space.inputs.data() + m * width);
    space.products_of[space.missing[m]] = space.products.data() + m * stride;
  }
  for (std::size_t side = 0; side < 2; ++side) {
    const Linear& input = layers_[0][side].input;
    multiply(space.inputs.data(), count, width, space.scales.data(), input.matrix, {.bias = input.bias.data()},
             space.products.data() + side * gates, stride);
  }
  if (heads.matrix.padded == 0) return;
  space.lexical.resize(count * own);
  space.squashed.resize(count * own);
  multiply(space.inputs.data(), count, width, space.scales.data(), lexical_.matrix, {.bias = lexical_.bias.data()},
           space.lexical.data(), own);
  squash(space.lexical.data(), count * own, space.squashed.data());
  multiply(space.squashed.data(), count, own, nullptr, heads.matrix, {.bias = heads.bias.data()},
           space.products.data() + 2 * gates, stride);
  space.head_starts.resize(group.rows());
  for (std::size_t r = 0; r < group.rows(); ++r) space.head_starts[r] = space.products_of[space.type_of[r]] + 2 * gates;
}

// space.state -> space.projected, what the layer sees of it.
void Encoder::project(const Group& group, std::size_t layer, Space& space) const {
  const Linear& narrow = projections_[layer - 1];
  space.wide.resize(rows_in_block * projection_);
  space.projected.resize(group.rows() * projection_);
  for (std::size_t first = 0; first < group.rows(); first += rows_in_block) {
    const std::size_t count = std::min(rows_in_block, group.rows() - first);
    multiply(space.state.data() + first * width(), count, width(), nullptr, narrow.matrix, {.bias = narrow.bias.data()},
             space.wide.data(), projection_);
    squash(space.wide.data(), count * projection_, space.projected.data() + first * projection_);
  }
}

// One direction of one layer: space.projected (or the words' products, in the first layer) -> one half of space.next.
void Encoder::run(const Group& group, std::size_t layer, std::size_t side, Space& space) const {
  const Direction& direction = layers_[layer][side];
  const std::size_t positions = group.positions(), gates = 4 * hidden_;
  space.gates.resize(group.sentences.size() * gates);
  space.starts.resize(group.sentences.size());
  space.memory.assign(group.sentences.size() * hidden_, 0.0F);
  std::int8_t* const out = space.next.data() + side * hidden_;
  std::size_t before = 0, running = 0;  // the first row of the last position done, and how many rows it had
  for (std::size_t done = 0; done < positions; ++done) {
    const std::size_t position = side == 0 ? done : positions - 1 - done;
    const std::size_t first = group.starts[position], count = group.starts[position + 1] - first;
    const std::size_t going_on = std::min(running, count);
    Start start;
    if (layer == 0) {
      for (std::size_t r = 0; r < count; ++r)
        space.starts[r] = space.products_of[space.type_of[first + r]] + side * gates;
      for (std::size_t r = going_on; r < count; ++r)
        std::copy_n(space.starts[r], gates, space.gates.data() + r * gates);
      start.rows = space.starts.data();
    } else {
      multiply(space.projected.data() + first * projection_, count, projection_, nullptr, direction.input.matrix,
               {.bias = direction.input.bias.data()}, space.gates.data(), gates);
    }
    multiply(out + before * width(), going_on, width(), nullptr, direction.recurrent, start, space.gates.data(), gates);
    step(space.gates.data(), count, hidden_, space.memory.data(), out + first * width(), width());
    before = first;
    running = count;
  }
}

void Encoder::recur(const Group& group, Space& space) const {
  space.state.resize(group.rows() * width());
  space.next.resize(group.rows() * width());
  for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
    if (layer > 0) project(group, layer, space);
    for (std::size_t side = 0; side < 2; ++side) run(group, layer, side, space);
    space.state.swap(space.next);
  }
}

std::size_t Encoder::products() const {
  std::size_t sum = projections_.size() * projection_ * width();
  for (std::size_t layer = 0; layer < layers_.size(); ++layer)
    for (const Direction& direction : layers_[layer])
      sum += 4 * hidden_ * (direction.recurrent.inputs + (layer > 0 ? direction.input.matrix.inputs : 0));
  return sum;
}

void Encoder::remember(Space& space) const {
  const std::size_t stride = space.cache.width();
  for (std::size_t m = 0; m < space.missing.size(); ++m)
    space.cache.keep(space.types[space.missing[m]], space.products.data() + m * stride);
}

}  // namespace sayso::language
