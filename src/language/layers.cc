// Packs layers for the kernels.
//
//     two layers of 79 and 128 outputs over the same words -> one of 96 + 128 columns, read in one go
//
// Left out on purpose: anything but 8-bit weights with a scale a row.
#include "language/layers.h"

#include <algorithm>
#include <cassert>
#include <string>

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
