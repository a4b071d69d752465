// Packs layers for the kernels.
//
//     two layers of 79 and 128 outputs over the same words -> one of 96 + 128 columns, read in one go
//
// Left out on purpose: anything but 8-bit weights with a scale a row.
#include "language/layers.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <vector>

namespace sayso::language {

Result<Linear> load_linear(const ModelFile& file, std::string_view name, std::size_t outputs, std::size_t inputs,
                           bool bias) {
  const std::string stem(name);
  if (inputs == 0 || inputs % 4 != 0 || inputs > largest_inputs)
    return file.fault("its layer \"" + stem + "\" has a width we cannot run");
  const auto weights = file.bytes(stem + ".weights", outputs, inputs);
  if (!weights) return weights.error();
  const auto scales = file.floats(stem + ".scales", outputs);
  if (!scales) return scales.error();
  Linear linear{pack(weights->data(), outputs, inputs, scales->data()), {}};
  linear.bias.assign(linear.matrix.padded, 0.0F);
  if (bias) {
    const auto values = file.floats(stem + ".bias", outputs);
    if (!values) return values.error();
    std::copy(values->begin(), values->end(), linear.bias.begin());
  }
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
  if (inputs == 0 || inputs % 4 != 0 || inputs > largest_inputs || more % 4 != 0 || more > largest_inputs)
    return file.fault("its layer \"" + stem + "\" has a width we cannot run");
  const auto weights = file.bytes(stem + ".weights", outputs, inputs + more);
  if (!weights) return weights.error();
  const auto scales = file.floats(stem + ".scales", outputs);
  if (!scales) return scales.error();
  const auto bias = file.floats(stem + ".bias", outputs);
  if (!bias) return bias.error();
  const auto part = [&](std::size_t begin, std::size_t width) {
    std::vector<std::int8_t> columns(outputs * width);
    for (std::size_t o = 0; o < outputs; ++o)
      std::copy_n(weights->data() + o * (inputs + more) + begin, width, columns.data() + o * width);
    Linear linear{pack(columns.data(), outputs, width, scales->data()), {}};
    linear.bias.assign(linear.matrix.padded, 0.0F);
    return linear;
  };
  PartedLinear parted{part(0, inputs), part(inputs, more)};
  std::copy(bias->begin(), bias->end(), parted.first.bias.begin());
  return parted;
}

Linear no_answers(std::size_t outputs, std::size_t inputs) {
  const std::vector<std::int8_t> weights(outputs * inputs, 0);
  const std::vector<float> scales(outputs, 0.0F);
  Linear linear{pack(weights.data(), outputs, inputs, scales.data()), {}};
  linear.bias.assign(linear.matrix.padded, 0.0F);
  return linear;
}

void append(Linear& a, const Linear& b) {
  assert(a.matrix.padded == 0 || a.matrix.inputs == b.matrix.inputs);
  a.matrix.inputs = b.matrix.inputs;
  a.matrix.outputs = a.matrix.padded + b.matrix.outputs;
  a.matrix.padded += b.matrix.padded;
  a.matrix.panels.insert(a.matrix.panels.end(), b.matrix.panels.begin(), b.matrix.panels.end());
  a.matrix.scales.insert(a.matrix.scales.end(), b.matrix.scales.begin(), b.matrix.scales.end());
  a.bias.insert(a.bias.end(), b.bias.begin(), b.bias.end());
}

}  // namespace sayso::language
