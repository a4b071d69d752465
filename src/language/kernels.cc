// Products of 8-bit matrices, once for each kind of vector unit (AVX-512, AVX2, SSE4, NEON …), chosen at run time.
//
//     x = {127, 0, 0, 0}, w = {{127, 5, 0, 0}}, scale 1/127 -> 1.0
//
// A tile is some rows by 32 outputs whose sums stay in registers. Without a dot-product unit the rows are widened to 16
// bits once and the weights as they are read; with one (kernels_vnni.cc) nothing is widened. All give the same
// integers. Left out on purpose: the dot products of NEON and of AVX-VNNI, which Highway 1.0.3 does not tell apart.
// Test: tests/language/kernels_test.cc, on every unit the machine has.
#include "language/kernels.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "language/kernels_vnni.h"

// The scalable vectors cannot be held in arrays; those machines have NEON as well.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernels.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sayso::language::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

// As many as the machine's registers hold: 32 of AVX-512, 16 of the others (measured; six spill there).
constexpr std::size_t rows_in_block = 24, rows_in_tile = HWY_TARGET == HWY_AVX3 ? 6 : 3;

// Some rows of activations as 16-bit numbers, and what comes off their sums.
struct Block {
  alignas(64) std::array<std::int16_t, rows_in_block * largest_inputs> x;
  std::array<std::int32_t, rows_in_block> excess;
};

// What one tile reads and writes: `count` rows, one panel.
struct Place {
  const std::int16_t* x;
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

#if HWY_TARGET == HWY_SCALAR  // no vectors of 16-bit numbers: the same sums, one at a time

template <std::size_t count>
void tile(const Place& at) {
  for (std::size_t r = 0; r < count; ++r) {
    const float unit = at.row_scales != nullptr ? at.row_scales[r] : 1.0F / activation_unit;
    for (std::size_t o = 0; o < panel_width; ++o) {
      std::int32_t sum = -at.excess[r];
      for (std::size_t i = 0; i < at.inputs; ++i)
        sum += at.x[r * at.inputs + i] * at.panel[i / 4 * 4 * panel_width + 4 * o + i % 4];
      float* to = at.out + r * at.out_stride + o;
      *to = *at.start.at(at.row + r, at.column + o, to) + static_cast<float>(sum) * (at.scales[o] * unit);
    }
  }
}

void dots(const std::int16_t* x, const std::int8_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out) {
  for (std::size_t r = 0; r < rows; ++r, y += stride) {
    out[r] = 0;
    for (std::size_t i = 0; i < count; ++i) out[r] += x[i] * y[i];
  }
}

#else

using Floats = hn::CappedTag<float, 16>;
using Ints = hn::Rebind<std::int32_t, Floats>;
using Shorts = hn::Repartition<std::int16_t, Ints>;
using Quads = hn::Repartition<std::int64_t, Ints>;  // four activations
using Bytes = hn::Rebind<std::uint8_t, Shorts>;

// Two vectors of weights make one of outputs: a vector of 16-bit weights is four inputs of every second lane's output.
template <std::size_t count>
HWY_INLINE void tile(const Place& at) {
  const Floats df;
  const Ints di;
  const Shorts ds;
  const Bytes db;
  const Quads dq;
  const std::size_t lanes = hn::Lanes(di);
  for (std::size_t column = 0; column < panel_width; column += lanes) {
    hn::Vec<Ints> even[count][2], odd[count][2];
    HWY_UNROLL(8)
    for (std::size_t r = 0; r < count; ++r) HWY_UNROLL(2)
    for (std::size_t v = 0; v < 2; ++v) even[r][v] = odd[r][v] = hn::Zero(di);
    const std::uint8_t* w = at.panel + 4 * column;
    for (std::size_t i = 0; i < at.inputs; i += 4, w += 4 * panel_width) {
      const auto w0 = hn::BitCast(ds, hn::PromoteTo(hn::RebindToUnsigned<Shorts>(), hn::LoadU(db, w)));
      const auto w1 = hn::BitCast(ds, hn::PromoteTo(hn::RebindToUnsigned<Shorts>(), hn::LoadU(db, w + 2 * lanes)));
      HWY_UNROLL(8)  // so that the sums live in registers
      for (std::size_t r = 0; r < count; ++r) {
        std::int64_t four;
        std::memcpy(&four, at.x + r * at.inputs + i, sizeof four);
        const auto x = hn::BitCast(ds, hn::Set(dq, four));
        even[r][0] = hn::ReorderWidenMulAccumulate(di, x, w0, even[r][0], odd[r][0]);
        even[r][1] = hn::ReorderWidenMulAccumulate(di, x, w1, even[r][1], odd[r][1]);
      }
    }
    HWY_UNROLL(8)
    for (std::size_t r = 0; r < count; ++r) {
      const auto low = hn::RearrangeToOddPlusEven(even[r][0], odd[r][0]);
      const auto high = hn::RearrangeToOddPlusEven(even[r][1], odd[r][1]);
      const auto whole = hn::Add(hn::ConcatEven(di, high, low), hn::ConcatOdd(di, high, low));
      const auto sum = hn::ConvertTo(df, hn::Sub(whole, hn::Set(di, at.excess[r])));
      const auto unit = hn::Set(df, at.row_scales != nullptr ? at.row_scales[r] : 1.0F / activation_unit);
      float* to = at.out + r * at.out_stride + column;
      const auto start = hn::LoadU(df, at.start.at(at.row + r, at.column + column, to));
      hn::StoreU(hn::Add(start, hn::Mul(sum, hn::Mul(hn::LoadU(df, at.scales + column), unit))), df, to);
    }
  }
}

void dots(const std::int16_t* x, const std::int8_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out) {
  const hn::CappedTag<std::int16_t, 16> ds;
  const hn::Rebind<std::int8_t, decltype(ds)> db;
  const hn::Repartition<std::int32_t, decltype(ds)> di;
  for (std::size_t r = 0; r < rows; ++r, y += stride) {
    auto even = hn::Zero(di), odd = hn::Zero(di);
    for (std::size_t i = 0; i < count; i += hn::Lanes(ds))
      even =
          hn::ReorderWidenMulAccumulate(di, hn::LoadU(ds, x + i), hn::PromoteTo(ds, hn::LoadU(db, y + i)), even, odd);
    out[r] = hn::GetLane(hn::SumOfLanes(di, hn::Add(even, odd)));
  }
}

#endif

void multiply(const std::int8_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
              const PackedMatrix& w, Start start, float* out, std::size_t out_stride) {
#if HWY_TARGET == HWY_AVX3
  if (has_vnni()) return multiply_vnni(x, rows, stride, row_scales, w, start, out, out_stride);
#endif
  Block block;
  for (std::size_t first = 0; first < rows; first += rows_in_block) {
    const std::size_t count = std::min(rows - first, rows_in_block);
    for (std::size_t r = 0; r < count; ++r) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < w.inputs; ++i) sum += block.x[r * w.inputs + i] = x[(first + r) * stride + i];
      block.excess[r] = 128 * sum;
    }
    for (std::size_t panel = 0; panel < w.padded; panel += panel_width) {
      const auto run = [&]<std::size_t tall>(std::size_t r) {
        tile<tall>({block.x.data() + r * w.inputs, w.inputs, block.excess.data() + r,
                    w.panels.data() + panel * w.inputs, w.scales.data() + panel,
                    row_scales != nullptr ? row_scales + first + r : nullptr, start, first + r, panel,
                    out + (first + r) * out_stride + panel, out_stride});
      };
      std::size_t r = 0;
      for (; r + rows_in_tile <= count; r += rows_in_tile) run.template operator()<rows_in_tile>(r);
      for (; r + 3 <= count; r += 3) run.template operator()<3>(r);
      for (; r < count; ++r) run.template operator()<1>(r);
    }
  }
}

}  // namespace sayso::language::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sayso::language {

HWY_EXPORT(multiply);
HWY_EXPORT(dots);

void multiply(const std::int8_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
              const PackedMatrix& w, Start start, float* out, std::size_t out_stride) {
  HWY_DYNAMIC_DISPATCH(multiply)(x, rows, stride, row_scales, w, start, out, out_stride);
}
void dots(const std::int16_t* x, const std::int8_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out) {
  HWY_DYNAMIC_DISPATCH(dots)(x, y, rows, stride, count, out);
}

PackedMatrix pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, const float* scales) {
  PackedMatrix w;
  w.outputs = outputs;
  w.padded = (outputs + panel_width - 1) / panel_width * panel_width;
  w.inputs = inputs;
  w.panels.assign(w.padded * inputs, 128);
  w.scales.assign(w.padded, 0.0F);
  for (std::size_t o = 0; o < outputs; ++o) {
    w.scales[o] = scales[o];
    std::uint8_t* to = w.panels.data() + o / panel_width * panel_width * inputs + 4 * (o % panel_width);
    for (std::size_t i = 0; i < inputs; i += 4, to += 4 * panel_width) {
      std::uint32_t four;
      std::memcpy(&four, weights + o * inputs + i, sizeof four);
      four ^= 0x80808080U;
      std::memcpy(to, &four, sizeof four);
    }
  }
  return w;
}

}  // namespace sayso::language
#endif  // HWY_ONCE
