// The integer products of the network, the same on every machine: 8-bit activations by 8-bit weights, summed exactly.
//
//     PackedMatrix w = pack(weights, outputs, inputs, scales);
//     multiply(x, rows, stride, nullptr, w, {.bias = bias}, out, out_stride);   // out = bias + (x . w) * scales / 127
//
// An activation q stands for q / 127, or for q * row_scale[row] where row scales are given. Sums of integers do not
// depend on their order; the one rounding of each result to a float is written out (no fused multiply-add).
#pragma once

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace sayso::language {

constexpr float activation_unit = 127.0F;
constexpr std::size_t panel_width = 32;       // outputs are packed in panels of this many
constexpr std::size_t largest_inputs = 1024;  // 1024 * 128 * 255 < 2^31: sums stay exact

// Memory that begins where a cache line does.
template <typename T>
struct LineAllocator {
  using value_type = T;
  LineAllocator() = default;
  template <typename U>
  explicit LineAllocator(const LineAllocator<U>&) {}
  T* allocate(std::size_t count) { return static_cast<T*>(::operator new (count * sizeof(T), std::align_val_t{64})); }
  void deallocate(T* at, std::size_t) { ::operator delete (at, std::align_val_t{64}); }
  bool operator==(const LineAllocator&) const = default;
};
template <typename T>
using Lines = std::vector<T, LineAllocator<T>>;

// outputs x inputs in panels of 32 outputs, four inputs beside one another: [panel][input / 4][32][4]. A weight is kept
// plus 128: the dot-product units of x86 want one side unsigned, and 128 times the sum of the activations comes off.
struct PackedMatrix {
  std::size_t outputs = 0;
  std::size_t padded = 0;  // outputs rounded up to a whole panel: the width of a row of results
  std::size_t inputs = 0;  // a multiple of 4
  Lines<std::uint8_t> panels{};
  Lines<float> scales{};  // `padded` of them, 0 where there is no output
};

// REQUIRES: inputs a multiple of 4 and <= largest_inputs; `weights` has outputs * inputs values, row by row.
PackedMatrix pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, const float* scales);

// What products are added to: the same numbers for all rows, or each row's own, or (both null) what stands in `out`.
struct Start {
  const float* bias = nullptr;         // w.padded numbers
  const float* const* rows = nullptr;  // for each row, w.padded numbers
  const float* at(std::size_t row, std::size_t column, const float* out) const {
    return bias != nullptr ? bias + column : rows != nullptr ? rows[row] + column : out;
  }
};

// out[r][o] = start[r][o] + (sum over i of x[r][i] * w[o][i]) * (w.scales[o] * scale(r)), scale(r) = row_scales ?
// row_scales[r] : 1 / 127. Strides are in elements. Columns from w.outputs to w.padded are written too.
void multiply(const std::int8_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
              const PackedMatrix& w, Start start, float* out, std::size_t out_stride);

// out[r] = sum over i of x[i] * y[r][i]. REQUIRES: count is a multiple of 16 and the sums fit in 32 bits.
void dots(const std::int16_t* x, const std::int8_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out);

}  // namespace sayso::language
