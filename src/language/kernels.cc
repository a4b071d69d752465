// The network's inner loops, once for each kind of vector unit (AVX-512, AVX2, SSE4, NEON …), chosen at run time.
//
//     x = {8191, 0}, w = {{127, 5}}, scale 1/127 -> 1.0
//
// Integer sums do not depend on their order, so all units agree; tests/language/kernels_test.cc compares them.
// Left out on purpose: fused multiply-add and library exponentials, which round differently from machine to machine.
#include "language/kernels.h"

#include <cmath>
#include <cstring>

// The scalable vectors cannot be held in arrays; those machines have NEON as well.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/kernels.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sayso::language::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, 16>;
using Ints = hn::Rebind<std::int32_t, Floats>;

#if HWY_TARGET == HWY_SCALAR  // no vectors of 16-bit numbers: the same sums, one at a time

template <std::size_t count>
void tile(const std::int16_t* x, std::size_t stride, const float* row_scales, const std::int16_t* panel,
          std::size_t pairs, const float* scales, const float* bias, float* out, std::size_t out_stride) {
  for (std::size_t r = 0; r < count; ++r) {
    const float unit = row_scales != nullptr ? row_scales[r] : 1.0F / activation_unit;
    for (std::size_t at = 0; at < panel_width; ++at) {
      std::int32_t sum = 0;
      for (std::size_t i = 0; i < 2 * pairs; ++i)
        sum += x[r * stride + i] * panel[i / 2 * 2 * panel_width + 2 * at + i % 2];
      float* to = out + r * out_stride + at;
      *to = (bias != nullptr ? bias[at] : *to) + static_cast<float>(sum) * (scales[at] * unit);
    }
  }
}

void dots(const std::int16_t* x, const std::int16_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out) {
  for (std::size_t r = 0; r < rows; ++r, y += stride) {
    out[r] = 0;
    for (std::size_t i = 0; i < count; ++i) out[r] += x[i] * y[i];
  }
}

#else

using Shorts = hn::Repartition<std::int16_t, Ints>;

// `count` rows by 32 outputs, two vectors of outputs at a time.
template <std::size_t count>
HWY_INLINE void tile(const std::int16_t* HWY_RESTRICT x, std::size_t stride, const float* row_scales,
                     const std::int16_t* HWY_RESTRICT panel, std::size_t pairs, const float* scales, const float* bias,
                     float* out, std::size_t out_stride) {
  const Floats df;
  const Ints di;
  const Shorts ds;
  const std::size_t lanes = hn::Lanes(di);
  for (std::size_t column = 0; column < panel_width; column += 2 * lanes) {
    hn::Vec<Ints> even[count][2], odd[count][2];
    HWY_UNROLL(8)
    for (std::size_t r = 0; r < count; ++r) HWY_UNROLL(2)
    for (std::size_t v = 0; v < 2; ++v) even[r][v] = odd[r][v] = hn::Zero(di);
    const std::int16_t* w = panel + 2 * column;
    for (std::size_t k = 0; k < pairs; ++k, w += 2 * panel_width) {
      const auto w0 = hn::LoadU(ds, w);
      const auto w1 = hn::LoadU(ds, w + 2 * lanes);
      HWY_UNROLL(8)  // so that the sums live in registers
      for (std::size_t r = 0; r < count; ++r) {
        std::int32_t two;
        std::memcpy(&two, x + r * stride + 2 * k, sizeof two);
        const auto pair = hn::BitCast(ds, hn::Set(di, two));
        even[r][0] = hn::ReorderWidenMulAccumulate(di, pair, w0, even[r][0], odd[r][0]);
        even[r][1] = hn::ReorderWidenMulAccumulate(di, pair, w1, even[r][1], odd[r][1]);
      }
    }
    HWY_UNROLL(8)
    for (std::size_t r = 0; r < count; ++r) {
      const auto unit = hn::Set(df, row_scales != nullptr ? row_scales[r] : 1.0F / activation_unit);
      HWY_UNROLL(2)
      for (std::size_t v = 0; v < 2; ++v) {
        const std::size_t at = column + v * lanes;
        const auto sum = hn::ConvertTo(df, hn::RearrangeToOddPlusEven(even[r][v], odd[r][v]));
        float* to = out + r * out_stride + at;
        const auto start = hn::LoadU(df, bias != nullptr ? bias + at : to);
        hn::StoreU(hn::Add(start, hn::Mul(sum, hn::Mul(hn::LoadU(df, scales + at), unit))), df, to);
      }
    }
  }
}

void dots(const std::int16_t* x, const std::int16_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out) {
  const hn::CappedTag<std::int16_t, 16> ds;
  const hn::Repartition<std::int32_t, decltype(ds)> di;
  for (std::size_t r = 0; r < rows; ++r, y += stride) {
    auto even = hn::Zero(di), odd = hn::Zero(di);
    for (std::size_t i = 0; i < count; i += hn::Lanes(ds))
      even = hn::ReorderWidenMulAccumulate(di, hn::LoadU(ds, x + i), hn::LoadU(ds, y + i), even, odd);
    out[r] = hn::GetLane(hn::SumOfLanes(di, hn::Add(even, odd)));
  }
}

#endif

void multiply(const std::int16_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
              const PackedMatrix& w, const float* bias, float* out, std::size_t out_stride) {
  const std::size_t pairs = w.inputs / 2;
  for (std::size_t first = 0; first < w.padded; first += panel_width) {
    const std::int16_t* panel = w.panels.data() + first * w.inputs;
    const float* start = bias != nullptr ? bias + first : nullptr;
    const auto run = [&]<std::size_t count>(std::size_t row) {
      tile<count>(x + row * stride, stride, row_scales != nullptr ? row_scales + row : nullptr, panel, pairs,
                  w.scales.data() + first, start, out + row * out_stride + first, out_stride);
    };
    std::size_t row = 0;
    for (; row + 6 <= rows; row += 6) run.template operator()<6>(row);
    for (; row + 3 <= rows; row += 3) run.template operator()<3>(row);
    for (; row < rows; ++row) run.template operator()<1>(row);
  }
}

// e^x for x in [-60, 60] by range reduction and a polynomial (Cephes expf); about 1e-7 relative.
template <class V>
HWY_INLINE V exponential(Floats df, V x) {
  const Ints di;
  const auto n = hn::Round(hn::Mul(x, hn::Set(df, 1.44269504F)));
  auto r = hn::Sub(x, hn::Mul(n, hn::Set(df, 0.693359375F)));
  r = hn::Sub(r, hn::Mul(n, hn::Set(df, -2.12194440e-4F)));
  auto p = hn::Set(df, 1.9875691500e-4F);
  for (const float c : {1.3981999507e-3F, 8.3334519073e-3F, 4.1665795894e-2F, 1.6666665459e-1F, 5.0000001201e-1F})
    p = hn::Add(hn::Mul(p, r), hn::Set(df, c));
  p = hn::Add(hn::Add(hn::Mul(p, hn::Mul(r, r)), r), hn::Set(df, 1.0F));
  const auto power = hn::ShiftLeft<23>(hn::Add(hn::ConvertTo(di, n), hn::Set(di, 127)));
  return hn::Mul(p, hn::BitCast(df, power));
}

template <class V>
HWY_INLINE V sigmoid(Floats df, V x) {
  const auto bounded = hn::Min(hn::Max(x, hn::Set(df, -30.0F)), hn::Set(df, 30.0F));
  return hn::Div(hn::Set(df, 1.0F), hn::Add(hn::Set(df, 1.0F), exponential(df, hn::Neg(bounded))));
}

template <class V>
HWY_INLINE V hyperbolic(Floats df, V x) {
  return hn::Sub(hn::Mul(hn::Set(df, 2.0F), sigmoid(df, hn::Mul(hn::Set(df, 2.0F), x))), hn::Set(df, 1.0F));
}

template <class V>
HWY_INLINE void store(Floats df, V x, std::int16_t* out) {
  const hn::Rebind<std::int16_t, Floats> narrow;
  hn::StoreU(hn::DemoteTo(narrow, hn::NearestInt(hn::Mul(x, hn::Set(df, activation_unit)))), narrow, out);
}

void step(const float* gates, std::size_t units, float* memory, std::int16_t* out) {
  const Floats df;
  for (std::size_t i = 0; i < units; i += hn::Lanes(df)) {
    const auto in = sigmoid(df, hn::LoadU(df, gates + i));
    const auto keep = sigmoid(df, hn::LoadU(df, gates + units + i));
    const auto news = hyperbolic(df, hn::LoadU(df, gates + 2 * units + i));
    const auto show = sigmoid(df, hn::LoadU(df, gates + 3 * units + i));
    const auto held = hn::Add(hn::Mul(keep, hn::LoadU(df, memory + i)), hn::Mul(in, news));
    hn::StoreU(held, df, memory + i);
    store(df, hn::Mul(show, hyperbolic(df, held)), out + i);
  }
}

void squash(const float* x, std::size_t count, std::int16_t* out) {
  const Floats df;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df)) store(df, hyperbolic(df, hn::LoadU(df, x + i)), out + i);
}

}  // namespace sayso::language::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sayso::language {

HWY_EXPORT(multiply);
HWY_EXPORT(step);
HWY_EXPORT(squash);
HWY_EXPORT(dots);

void multiply(const std::int16_t* x, std::size_t rows, std::size_t stride, const float* row_scales,
              const PackedMatrix& w, const float* bias, float* out, std::size_t out_stride) {
  HWY_DYNAMIC_DISPATCH(multiply)(x, rows, stride, row_scales, w, bias, out, out_stride);
}
void step(const float* gates, std::size_t units, float* memory, std::int16_t* out) {
  HWY_DYNAMIC_DISPATCH(step)(gates, units, memory, out);
}
void squash(const float* x, std::size_t count, std::int16_t* out) { HWY_DYNAMIC_DISPATCH(squash)(x, count, out); }
void dots(const std::int16_t* x, const std::int16_t* y, std::size_t rows, std::size_t stride, std::size_t count,
          std::int32_t* out) {
  HWY_DYNAMIC_DISPATCH(dots)(x, y, rows, stride, count, out);
}

PackedMatrix pack(const std::int8_t* weights, std::size_t outputs, std::size_t inputs, const float* scales) {
  PackedMatrix w;
  w.outputs = outputs;
  w.padded = (outputs + panel_width - 1) / panel_width * panel_width;
  w.inputs = inputs;
  w.panels.assign(w.padded * inputs, 0);
  w.scales.assign(w.padded, 0.0F);
  for (std::size_t o = 0; o < outputs; ++o) {
    w.scales[o] = scales[o];
    std::int16_t* panel = w.panels.data() + o / panel_width * panel_width * inputs + 2 * (o % panel_width);
    for (std::size_t i = 0; i < inputs; ++i) panel[i / 2 * 2 * panel_width + i % 2] = weights[o * inputs + i];
  }
  return w;
}

float quantise(const float* x, std::size_t count, float limit, std::int16_t* out) {
  float greatest = 0.0F;
  for (std::size_t i = 0; i < count; ++i) greatest = std::max(greatest, std::fabs(x[i]));
  const float scale = greatest / limit;
  const float inverse = greatest > 0.0F ? limit / greatest : 0.0F;
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<std::int16_t>(std::lrint(x[i] * inverse));
  return scale;
}

}  // namespace sayso::language
#endif  // HWY_ONCE
