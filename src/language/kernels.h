// The arithmetic of the network, the same bits on every machine: products are exact integers, and every rounding of a
// float is written out (no fused multiply-add, own exponential), whatever the width of the machine's vectors.
//
//     PackedMatrix w = pack(weights, outputs, inputs, scales);      // int8 weights, widened once
//     multiply(x, rows, stride, nullptr, w, bias, out, out_stride); // out = bias + (x . w) * scales / 8191
//
// Activations are 16-bit: q stands for q / 8191, or for q * row_scale[row] where row scales are given.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sayso::language {

constexpr float activation_unit = 8191.0F;
constexpr std::size_t panel_width = 32;       // outputs are packed in panels of this many
constexpr std::size_t largest_inputs = 2048;  // 2048 * 8191 * 127 < 2^31: sums stay exact

// outputs x inputs, in panels of 32 outputs, pairs of inputs beside one another: [panel][input / 2][32][2].
struct PackedMatrix {
  std::size_t outputs = 0;
  std::size_t padded = 0;  // outputs rounded up to a whole panel: the width of a row of results
  std::size_t inputs = 0;  // even
  std::vector<std::int16_t> panels{};
  std::vector<float> scales{};  // `padded` of them
};

// REQUIRES: inputs even and <= largest_inputs; `weights` has outputs * inputs values, row by row.
PackedMatrix pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, const float* scales);

// out[r][o] = start[r][o] + (sum over i of x[r][i] * w[o][i]) * w.scales[o] * scale(r), scale(r) = row_scales ?
// row_scales[r] : 1 / 8191. start is `bias` (w.padded numbers), or `out` itself if bias is null. Strides are in
// elements.
void multiply(const std::int16_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
              const PackedMatrix& w, const float* bias, float* out, std::size_t out_stride);

// One step of LSTM cells: gates (input, forget, cell, output; `units` each) and memory give the new memory and the
// output. REQUIRES: units is a multiple of 16.
void step(const float* gates, std::size_t units, float* memory, std::int16_t* out);

// out = round(tanh(x) * 8191). REQUIRES: count is a multiple of 16.
void squash(const float* x, std::size_t count, std::int16_t* out);

// out[r] = sum over i of x[i] * y[r][i]. REQUIRES: count is a multiple of 16 and the sums fit in 32 bits.
void dots(const std::int16_t* x, const std::int16_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out);

// x[i] -> round(x[i] / scale) with |result| <= limit; returns the scale (the greatest |x| / limit).
float quantise(const float* x, std::size_t count, float limit, std::int16_t* out);

}  // namespace sayso::language
