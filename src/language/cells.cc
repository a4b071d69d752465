// Curves by division of polynomials, vectors of any width.
//
//     tanh(x) ~ x (135135 + 17325 x2 + 378 x4 + x6) / (135135 + 62370 x2 + 3150 x4 + 28 x6)     for |x| <= 4.97
//
// Lambert's continued fraction cut after seven terms: at most 0.0001 off, where an 8-bit activation's step is 0.008. A
// sigmoid is half a tanh of the half. Kept as fractions to the end, a cell needs two divisions in place of five.
// Left out on purpose: anything that rounds differently from machine to machine. Test: tests/language/cells_test.cc.
#include "language/cells.h"

// Their vectors cannot be members of a struct; those machines have NEON as well.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "language/cells.cc"
#include <hwy/foreach_target.h>
#include <hwy/highway.h>

HWY_BEFORE_NAMESPACE();
namespace sayso::language::HWY_NAMESPACE {
namespace hn = hwy::HWY_NAMESPACE;

using Floats = hn::CappedTag<float, 16>;
using Eights = hn::CappedTag<float, 8>;  // where a count is a multiple of 8 only

template <class V>
struct Fraction {
  V over, under;
};

template <class D, class V = hn::Vec<D>>
HWY_INLINE Fraction<V> hyperbolic(D df, V value) {
  constexpr float end = 4.97F;  // where the fraction comes to 1
  const auto x = hn::Min(hn::Max(value, hn::Set(df, -end)), hn::Set(df, end));
  const auto x2 = hn::Mul(x, x);
  const auto over = hn::Add(
      hn::Mul(hn::Add(hn::Mul(hn::Add(hn::Mul(x2, hn::Set(df, 1.0F / 135135)), hn::Set(df, 378.0F / 135135)), x2),
                      hn::Set(df, 17325.0F / 135135)),
              x2),
      hn::Set(df, 1.0F));
  const auto under = hn::Add(
      hn::Mul(hn::Add(hn::Mul(hn::Add(hn::Mul(x2, hn::Set(df, 28.0F / 135135)), hn::Set(df, 3150.0F / 135135)), x2),
                      hn::Set(df, 62370.0F / 135135)),
              x2),
      hn::Set(df, 1.0F));
  return {hn::Mul(x, over), under};
}

// Twice the sigmoid.
template <class D, class V = hn::Vec<D>>
HWY_INLINE Fraction<V> double_sigmoid(D df, V value) {
  const auto half = hyperbolic(df, hn::Mul(value, hn::Set(df, 0.5F)));
  return {hn::Add(half.under, half.over), half.under};
}

template <class D, class V = hn::Vec<D>>
HWY_INLINE void store(D, V x, std::int8_t* out) {
  const hn::Rebind<std::int8_t, D> narrow;
  hn::StoreU(hn::DemoteTo(narrow, hn::NearestInt(x)), narrow, out);
}

template <class D>
HWY_INLINE hn::Vec<D> load(D df, const std::int8_t* from) {
  const hn::Rebind<std::int8_t, D> narrow;
  const hn::Rebind<std::int32_t, D> wide;
  return hn::ConvertTo(df, hn::PromoteTo(wide, hn::LoadU(narrow, from)));
}

void step(const float* gates, std::size_t rows, std::size_t units, float* memory, std::int8_t* out,
          std::size_t stride) {
  const Floats df;
  for (std::size_t r = 0; r < rows; ++r, gates += 4 * units, memory += units, out += stride) {
    for (std::size_t i = 0; i < units; i += hn::Lanes(df)) {
      const auto in = double_sigmoid(df, hn::LoadU(df, gates + i));
      const auto keep = double_sigmoid(df, hn::LoadU(df, gates + units + i));
      const auto news = hyperbolic(df, hn::LoadU(df, gates + 2 * units + i));
      const auto show = double_sigmoid(df, hn::LoadU(df, gates + 3 * units + i));
      const auto kept = hn::Mul(hn::Mul(keep.over, hn::LoadU(df, memory + i)), hn::Mul(in.under, news.under));
      const auto come = hn::Mul(hn::Mul(in.over, news.over), keep.under);
      const auto under = hn::Mul(hn::Mul(in.under, news.under), keep.under);
      const auto held = hn::Mul(hn::Div(hn::Add(kept, come), under), hn::Set(df, 0.5F));
      hn::StoreU(held, df, memory + i);
      const auto shown = hyperbolic(df, held);
      const auto half = hn::Div(hn::Mul(show.over, shown.over), hn::Mul(show.under, shown.under));
      store(df, hn::Mul(half, hn::Set(df, 63.5F)), out + i);
    }
  }
}

void squash(const float* x, std::size_t count, std::int8_t* out) {
  const Eights df;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df)) {
    const auto curve = hyperbolic(df, hn::LoadU(df, x + i));
    store(df, hn::Mul(hn::Div(curve.over, curve.under), hn::Set(df, 127.0F)), out + i);
  }
}

// First the greatest number, then where it stands.
std::size_t greatest(const float* x, std::size_t count) {
  const Floats df;
  const std::size_t lanes = hn::Lanes(df), whole = count / lanes * lanes;
  auto most = hn::Set(df, x[0]);
  for (std::size_t i = 0; i < whole; i += lanes) most = hn::Max(most, hn::LoadU(df, x + i));
  float top = hn::GetLane(hn::MaxOfLanes(df, most));
  for (std::size_t i = whole; i < count; ++i) top = x[i] > top ? x[i] : top;
  const auto wanted = hn::Set(df, top);
  for (std::size_t i = 0; i < whole; i += lanes)
    if (const auto found = hn::FindFirstTrue(df, hn::Eq(hn::LoadU(df, x + i), wanted)); found >= 0)
      return i + static_cast<std::size_t>(found);
  std::size_t at = whole;
  while (!(x[at] == top)) ++at;
  return at;
}

// Most vectors hold nothing that belongs among the eight found so far.
void greatest_eight(const float* x, std::size_t count, std::uint16_t* places) {
  const Floats df;
  const std::size_t lanes = hn::Lanes(df);
  std::size_t kept = 0;
  for (std::size_t first = 0; first < count; first += lanes) {
    const std::size_t end = first + lanes < count ? first + lanes : count;
    if (kept == 8 && end == first + lanes &&
        hn::AllFalse(df, hn::Gt(hn::LoadU(df, x + first), hn::Set(df, x[places[7]]))))
      continue;
    for (std::size_t i = first; i < end; ++i) {
      if (kept == 8 && !(x[i] > x[places[7]])) continue;
      std::size_t at = kept < 8 ? kept++ : 7;
      for (; at > 0 && x[i] > x[places[at - 1]]; --at) places[at] = places[at - 1];
      places[at] = static_cast<std::uint16_t>(i);
    }
  }
}

float greatest_of(const float* x, std::size_t count) {
  const Eights df;
  auto greatest = hn::Zero(df);
  for (std::size_t i = 0; i < count; i += hn::Lanes(df)) greatest = hn::Max(greatest, hn::Abs(hn::LoadU(df, x + i)));
  return hn::GetLane(hn::MaxOfLanes(df, greatest));
}

template <typename Number>
HWY_INLINE void scale_to(const float* x, std::size_t count, float by, Number* out) {
  const Eights df;
  const hn::Rebind<Number, Eights> narrow;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df))
    hn::StoreU(hn::DemoteTo(narrow, hn::NearestInt(hn::Mul(hn::LoadU(df, x + i), hn::Set(df, by)))), narrow, out + i);
}
void scale_to_bytes(const float* x, std::size_t count, float by, std::int8_t* out) { scale_to(x, count, by, out); }
void scale_to_shorts(const float* x, std::size_t count, float by, std::int16_t* out) { scale_to(x, count, by, out); }

void put_row(const std::int8_t* row, float scale, std::size_t count, float* to) {
  const Eights df;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df))
    hn::StoreU(hn::Mul(load(df, row + i), hn::Set(df, scale)), df, to + i);
}
void add_row(const std::int8_t* row, float scale, std::size_t count, float* to) {
  const Eights df;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df))
    hn::StoreU(hn::Add(hn::LoadU(df, to + i), hn::Mul(load(df, row + i), hn::Set(df, scale))), df, to + i);
}
void divide(float* to, std::size_t count, float by) {
  const Eights df;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df))
    hn::StoreU(hn::Div(hn::LoadU(df, to + i), hn::Set(df, by)), df, to + i);
}

void join(const std::int8_t* a, const std::int8_t* b, std::size_t count, std::int8_t* out) {
  const Eights df;
  for (std::size_t i = 0; i < count; i += hn::Lanes(df))
    store(df, hn::Div(hn::Mul(load(df, a + i), load(df, b + i)), hn::Set(df, 127.0F)), out + i);
}

}  // namespace sayso::language::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace sayso::language {

HWY_EXPORT(step);
HWY_EXPORT(squash);
HWY_EXPORT(greatest);
HWY_EXPORT(greatest_eight);
HWY_EXPORT(greatest_of);
HWY_EXPORT(scale_to_bytes);
HWY_EXPORT(scale_to_shorts);
HWY_EXPORT(put_row);
HWY_EXPORT(add_row);
HWY_EXPORT(divide);
HWY_EXPORT(join);

namespace {
// Below this all is nothing, and 127 / greatest would not be a number.
constexpr float nearly_nothing = 1e-30F;

float by_for(float top, float limit) { return top < nearly_nothing ? 0.0F : limit / top; }
float scale_for(float top, float limit) { return top < nearly_nothing ? 0.0F : top / limit; }
}  // namespace

void step(const float* gates, std::size_t rows, std::size_t units, float* memory, std::int8_t* out,
          std::size_t stride) {
  HWY_DYNAMIC_DISPATCH(step)(gates, rows, units, memory, out, stride);
}
void squash(const float* x, std::size_t count, std::int8_t* out) { HWY_DYNAMIC_DISPATCH(squash)(x, count, out); }
float quantise(const float* x, std::size_t count, std::int8_t* out) {
  const float top = HWY_DYNAMIC_DISPATCH(greatest_of)(x, count);
  HWY_DYNAMIC_DISPATCH(scale_to_bytes)(x, count, by_for(top, 127.0F), out);
  return scale_for(top, 127.0F);
}
float quantise(const float* x, std::size_t count, std::int16_t* out) {
  const float top = HWY_DYNAMIC_DISPATCH(greatest_of)(x, count);
  HWY_DYNAMIC_DISPATCH(scale_to_shorts)(x, count, by_for(top, 8191.0F), out);
  return scale_for(top, 8191.0F);
}
std::size_t greatest(const float* x, std::size_t count) { return HWY_DYNAMIC_DISPATCH(greatest)(x, count); }
void greatest_eight(const float* x, std::size_t count, std::uint16_t* places) {
  HWY_DYNAMIC_DISPATCH(greatest_eight)(x, count, places);
}
void put_row(const std::int8_t* row, float scale, std::size_t count, float* to) {
  HWY_DYNAMIC_DISPATCH(put_row)(row, scale, count, to);
}
void add_row(const std::int8_t* row, float scale, std::size_t count, float* to) {
  HWY_DYNAMIC_DISPATCH(add_row)(row, scale, count, to);
}
void divide(float* to, std::size_t count, float by) { HWY_DYNAMIC_DISPATCH(divide)(to, count, by); }
void join(const std::int8_t* a, const std::int8_t* b, std::size_t count, std::int8_t* out) {
  HWY_DYNAMIC_DISPATCH(join)(a, b, count, out);
}

}  // namespace sayso::language
#endif  // HWY_ONCE
