// One instruction multiplies 64 unsigned weights by 64 signed activations and adds them by fours to 16 sums.
//
//     twelve rows by 32 outputs: 24 sums in registers; each step reads 128 bytes of weights and four bytes of each row
//
// Nothing saturates: 4 * 255 * 128 is far below 2^31, and vpdpbusd (unlike vpdpbusds) wraps.
#include "language/kernels_vnni.h"

#define HWY_WANT_AVX3_DL  // only so that the machine's targets are told apart; no code is made for it
#include <hwy/targets.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#if defined(__x86_64__)
#pragma GCC diagnostic push  // false alarms inside GCC 12's own intrinsics (GCC bug 105593)
#pragma GCC diagnostic ignored "-Wuninitialized"
#if !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif
#include <immintrin.h>
#pragma GCC diagnostic pop

#define SAYSO_VNNI __attribute__((target("avx512f,avx512bw,avx512vl,avx512dq,avx512vnni")))

namespace sayso::language {
namespace {

constexpr std::size_t tallest = 12, rows_in_block = 24;

struct Place {
  const std::int8_t* x;
  std::size_t stride;
  std::size_t inputs;
  const std::int32_t* excess;
  const std::uint8_t* panel;
  const float* scales;
  const float* row_scales;  // or null
  Start start;              // of `row`, `column`
  std::size_t row, column;
  float* out;
  std::size_t out_stride;
};

template <std::size_t count>
SAYSO_VNNI void tile(const Place& at) {
  __v16si sums[count][2];
#pragma GCC unroll 12
  for (std::size_t r = 0; r < count; ++r) sums[r][0] = sums[r][1] = (__v16si)_mm512_set1_epi32(-at.excess[r]);
  const std::uint8_t* w = at.panel;
  const std::size_t stride = at.stride;
  const auto row = [&](std::size_t r) { return at.x + std::min(r, count - 1) * stride; };
  const std::int8_t *x0 = row(0), *x3 = row(3), *x6 = row(6), *x9 = row(9);  // the others by addressing, not registers
  const std::int8_t* const end = x0 + at.inputs;
  for (; x0 < end; x0 += 4, x3 += 4, x6 += 4, x9 += 4, w += 4 * panel_width) {
    const __m512i w0 = _mm512_loadu_si512(w), w1 = _mm512_loadu_si512(w + 2 * panel_width);
#pragma GCC unroll 12
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t four;
      std::memcpy(&four, (r < 3 ? x0 : r < 6 ? x3 : r < 9 ? x6 : x9) + r % 3 * stride, sizeof four);
      const __m512i x = _mm512_set1_epi32(four);
      sums[r][0] = (__v16si)_mm512_dpbusd_epi32((__m512i)sums[r][0], w0, x);
      sums[r][1] = (__v16si)_mm512_dpbusd_epi32((__m512i)sums[r][1], w1, x);
    }
  }
#pragma GCC unroll 12
  for (std::size_t r = 0; r < count; ++r) {
    const __m512 unit = _mm512_set1_ps(at.row_scales != nullptr ? at.row_scales[r] : 1.0F / activation_unit);
#pragma GCC unroll 2
    for (std::size_t v = 0; v < 2; ++v) {
      float* to = at.out + r * at.out_stride + 16 * v;
      const __m512 start = _mm512_loadu_ps(at.start.at(at.row + r, at.column + 16 * v, to));
      const __m512 scale = _mm512_mul_ps(_mm512_loadu_ps(at.scales + 16 * v), unit);
      _mm512_storeu_ps(to, _mm512_add_ps(start, _mm512_mul_ps(_mm512_cvtepi32_ps((__m512i)sums[r][v]), scale)));
    }
  }
}

// 128 times the sum of a row.
SAYSO_VNNI std::int32_t excess_of(const std::int8_t* x, std::size_t inputs) {
  const __m512i ones = _mm512_set1_epi8(1);
  __m512i sum = _mm512_setzero_si512();
  for (std::size_t i = 0; i < inputs; i += 64) {
    const __mmask64 some = inputs - i >= 64 ? ~__mmask64{0} : (__mmask64{1} << (inputs - i)) - 1;
    sum = _mm512_dpbusd_epi32(sum, ones, _mm512_maskz_loadu_epi8(some, x + i));
  }
  return 128 * _mm512_reduce_add_epi32(sum);
}

using Tile = void (*)(const Place&);
template <std::size_t... counts>
constexpr std::array<Tile, sizeof...(counts)> tiles_of(std::index_sequence<counts...>) {
  return {tile<counts + 1>...};
}
constexpr auto tiles = tiles_of(std::make_index_sequence<tallest>());

}  // namespace

// By what Highway has found out and remembers: asking the processor each time would cost more than a small product.
bool has_vnni() {
  hwy::ChosenTarget& chosen = hwy::GetChosenTarget();
  if (!chosen.IsInitialized()) chosen.Update(hwy::SupportedTargets());
  return (std::int64_t{1} << chosen.GetIndex()) == HWY_CHOSEN_TARGET_SHIFT(HWY_AVX3_DL);
}

void multiply_vnni(const std::int8_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
                   const PackedMatrix& w, Start start, float* out, std::size_t out_stride) {
  std::array<std::int32_t, rows_in_block> excess;
  for (std::size_t first = 0; first < rows; first += rows_in_block) {
    const std::size_t count = std::min(rows - first, rows_in_block);
    for (std::size_t r = 0; r < count; ++r) excess[r] = excess_of(x + (first + r) * stride, w.inputs);
    for (std::size_t panel = 0; panel < w.padded; panel += panel_width)
      for (std::size_t r = 0; r < count; r += tallest)
        tiles[std::min(count - r, tallest) - 1]({x + (first + r) * stride, stride, w.inputs, excess.data() + r,
                                                 w.panels.data() + panel * w.inputs, w.scales.data() + panel,
                                                 row_scales != nullptr ? row_scales + first + r : nullptr, start,
                                                 first + r, panel, out + (first + r) * out_stride + panel, out_stride});
  }
}

}  // namespace sayso::language

#else

namespace sayso::language {
bool has_vnni() { return false; }
void multiply_vnni(const std::int8_t*, std::size_t, std::size_t, const float*, const PackedMatrix&, Start, float*,
                   std::size_t) {}
}  // namespace sayso::language

#endif
