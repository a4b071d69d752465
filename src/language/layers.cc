// Packs layers for the kernels.
//
//     two layers of 79 and 128 outputs over the same words -> one of 96 + 128 columns, read in one go
//
// Left out on purpose: anything but 8-bit weights with a scale a row.
#include "language/layers.h"

#include <algorithm>
#include <cassert>
#include <span>
#include <string>
#include <vector>

namespace sayso::language {

namespace {

struct Weights {
  std::span<const std::int8_t> values{};
  std::span<const float> scales{};
};

bool can_run(std::size_t inputs) { return inputs != 0 && inputs % 4 == 0 && inputs <= largest_inputs; }

Error wrong_width(const ModelFile& file, std::string_view stem) {
  return file.fault("its layer \"" + std::string(stem) + "\" has a width we cannot run");
}

Result<Weights> read_weights(const ModelFile& file, const std::string& stem, std::size_t outputs, std::size_t inputs) {
  const auto values = file.bytes(stem + ".weights", outputs, inputs);
  if (!values) return values.error();
  const auto scales = file.floats(stem + ".scales", outputs);
  if (!scales) return scales.error();
  return Weights{*values, *scales};
}

Linear without_bias(std::span<const std::int8_t> values, std::size_t outputs, std::size_t inputs,
                    std::span<const float> scales) {
  Linear linear{pack(values.data(), outputs, inputs, scales.data()), {}};
  linear.bias.assign(linear.matrix.padded, 0.0F);
  return linear;
}

Result<Done> read_bias(const ModelFile& file, const std::string& stem, std::size_t outputs, Linear& linear) {
  const auto values = file.floats(stem + ".bias", outputs);
  if (!values) return values.error();
  std::copy(values->begin(), values->end(), linear.bias.begin());
  return Done{};
}

}  // namespace

Result<Linear> load_linear(const ModelFile& file, std::string_view name, std::size_t outputs, std::size_t inputs,
                           bool bias) {
  const std::string stem(name);
  if (!can_run(inputs)) return wrong_width(file, stem);
  const auto weights = read_weights(file, stem, outputs, inputs);
  if (!weights) return weights.error();
  Linear linear = without_bias(weights->values, outputs, inputs, weights->scales);
  if (bias)
    if (auto done = read_bias(file, stem, outputs, linear); !done) return done.error();
  return linear;
}

Result<PartedLinear> load_parted(const ModelFile& file, std::string_view name, std::size_t outputs, std::size_t inputs,
                                 std::size_t more) {
  if (more == 0) {
    auto whole = load_linear(file, name, outputs, inputs, true);
    if (!whole) return whole.error();
    return PartedLinear{*std::move(whole), {}};
  }
  const std::string stem(name);
  if (!can_run(inputs) || !can_run(more)) return wrong_width(file, stem);
  const auto weights = read_weights(file, stem, outputs, inputs + more);
  if (!weights) return weights.error();
  const auto part = [&](std::size_t begin, std::size_t width) {
    std::vector<std::int8_t> columns(outputs * width);
    for (std::size_t o = 0; o < outputs; ++o)
      std::copy_n(weights->values.data() + o * (inputs + more) + begin, width, columns.data() + o * width);
    return without_bias(columns, outputs, width, weights->scales);
  };
  PartedLinear parted{part(0, inputs), part(inputs, more)};
  if (auto done = read_bias(file, stem, outputs, parted.first); !done) return done.error();
  return parted;
}

Linear no_answers(std::size_t outputs, std::size_t inputs) {
  return without_bias(std::vector<std::int8_t>(outputs * inputs, 0), outputs, inputs,
                      std::vector<float>(outputs, 0.0F));
}

void append_outputs(Linear& a, const Linear& b) {
  assert(a.matrix.padded == 0 || a.matrix.inputs == b.matrix.inputs);
  a.matrix.inputs = b.matrix.inputs;
  a.matrix.outputs = a.matrix.padded + b.matrix.outputs;
  a.matrix.padded += b.matrix.padded;
  a.matrix.panels.insert(a.matrix.panels.end(), b.matrix.panels.begin(), b.matrix.panels.end());
  a.matrix.scales.insert(a.matrix.scales.end(), b.matrix.scales.begin(), b.matrix.scales.end());
  a.bias.insert(a.bias.end(), b.bias.begin(), b.bias.end());
}

}  // namespace sayso::language
