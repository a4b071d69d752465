// The network's arithmetic: against plain loops, and the same bits on every vector unit this machine has.
#include "language/kernels.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <random>

#include "language/cells.h"
#include "language/kernels_vnni.h"

namespace sayso::language {
namespace {

std::mt19937 generator(3);

template <typename Number>
std::vector<Number> some(std::size_t count, int most) {
  std::vector<Number> made(count);
  for (Number& v : made)
    v = static_cast<Number>(static_cast<int>(generator() % static_cast<unsigned>(2 * most + 1)) - most);
  return made;
}
std::vector<float> floats(std::size_t count, float most) {
  std::vector<float> made(count);
  for (float& v : made) v = (static_cast<float>(generator() % 20001) / 10000.0F - 1.0F) * most;
  return made;
}

// Runs it with every unit the machine has, the best first.
void on_every_unit(const std::function<void(const char*)>& test) {
  test(has_vnni() ? "VNNI" : "best");
  for (const auto target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    test(hwy::TargetName(target));
  }
  hwy::SetSupportedTargetsForTest(0);
}

TEST(Kernels, MultiplyAsPlainLoopsDo) {
  struct Shape {
    std::size_t rows, inputs, outputs;
  };
  for (const Shape& shape :
       {Shape{0, 4, 1}, Shape{1, 4, 1}, Shape{2, 60, 33}, Shape{3, 64, 32}, Shape{5, 68, 70}, Shape{11, 440, 40},
        Shape{12, 192, 64}, Shape{13, 124, 96}, Shape{24, 8, 31}, Shape{25, 1024, 32}, Shape{49, 20, 1}}) {
    const std::size_t rows = shape.rows, inputs = shape.inputs, outputs = shape.outputs;
    const std::size_t stride = inputs + 3;
    // The extremes too: all of them -128 or 127 must not spill.
    for (const int kind : {0, 1, 2}) {
      auto weights = some<std::int8_t>(outputs * inputs, 127), x = some<std::int8_t>(rows * stride + 1, 127);
      if (kind == 1) std::fill(weights.begin(), weights.end(), -128), std::fill(x.begin(), x.end(), -127);
      if (kind == 2) std::fill(weights.begin(), weights.end(), 127), std::fill(x.begin(), x.end(), -128);
      const auto scales = floats(outputs, 0.1F), row_scales = floats(rows + 1, 0.01F);
      const PackedMatrix w = pack(weights.data(), outputs, inputs, scales.data());
      const auto bias = floats(w.padded, 3.0F), before = floats(rows * w.padded + 1, 3.0F);
      std::vector<const float*> each;
      for (std::size_t r = 0; r < rows; ++r) each.push_back(before.data() + (rows - 1 - r) * w.padded);
      on_every_unit([&](const char* unit) {
        for (const bool scaled : {false, true})
          for (const Start& start : {Start{.bias = bias.data()}, Start{.rows = each.data()}, Start{}}) {
            std::vector<float> out = before;
            multiply(x.data(), rows, stride, scaled ? row_scales.data() : nullptr, w, start, out.data(), w.padded);
            std::size_t wrong = 0;
            for (std::size_t r = 0; r < rows; ++r)
              for (std::size_t o = 0; o < outputs; ++o) {
                std::int32_t sum = 0;
                for (std::size_t i = 0; i < inputs; ++i) sum += x[r * stride + i] * weights[o * inputs + i];
                const float from = start.bias != nullptr   ? bias[o]
                                   : start.rows != nullptr ? each[r][o]
                                                           : before[r * w.padded + o];
                const float unit_of_row = scaled ? row_scales[r] : 1.0F / activation_unit;
                const float scale = scales[o] * unit_of_row, product = static_cast<float>(sum) * scale;
                wrong += out[r * w.padded + o] != from + product;
              }
            EXPECT_EQ(wrong, 0U) << unit << " " << rows << " x " << inputs << " x " << outputs;
            EXPECT_EQ(out.back(), before.back());
          }
      });
    }
  }
}

TEST(Kernels, DotsAsPlainLoopsDo) {
  const auto x = some<std::int16_t>(512, 8191);
  const auto y = some<std::int8_t>(5 * 520, 127);
  for (const std::size_t count : {std::size_t{16}, std::size_t{96}, std::size_t{512}})
    on_every_unit([&](const char* unit) {
      std::vector<std::int32_t> out(5);
      dots(x.data(), y.data(), 5, 520, count, out.data());
      for (std::size_t r = 0; r < 5; ++r) {
        std::int32_t sum = 0;
        for (std::size_t i = 0; i < count; ++i) sum += x[i] * y[r * 520 + i];
        EXPECT_EQ(out[r], sum) << unit;
      }
    });
}

// What all units must agree on, to the bit.
struct Cells {
  std::vector<float> memory, row;
  std::vector<std::int8_t> out, squashed, bytes, joined;
  std::vector<std::int16_t> shorts;
  float scale = 0, wide_scale = 0;
  bool operator==(const Cells&) const = default;
};

TEST(Cells, AgreeOnEveryUnitAndWithTheTrueCurves) {
  constexpr std::size_t units = 96, rows = 3;
  const auto gates = floats(rows * 4 * units, 9.0F), memory = floats(rows * units, 2.0F), x = floats(104, 14.0F);
  const auto a = some<std::int8_t>(104, 127), b = some<std::int8_t>(104, 127);
  std::vector<Cells> all;
  on_every_unit([&](const char* unit) {
    Cells c{memory,
            std::vector<float>(104),
            std::vector<std::int8_t>(rows * 200),
            std::vector<std::int8_t>(104),
            std::vector<std::int8_t>(104),
            std::vector<std::int8_t>(104),
            std::vector<std::int16_t>(104)};
    step(gates.data(), rows, units, c.memory.data(), c.out.data(), 200);
    squash(x.data(), x.size(), c.squashed.data());
    c.scale = quantise(x.data(), x.size(), c.bytes.data());
    c.wide_scale = quantise(x.data(), x.size(), c.shorts.data());
    put_row(a.data(), 0.3F, a.size(), c.row.data());
    add_row(b.data(), 0.7F, b.size(), c.row.data());
    divide(c.row.data(), c.row.size(), 7.0F);
    join(a.data(), b.data(), a.size(), c.joined.data());
    for (std::size_t i = 0; i < a.size(); ++i) {
      const float first = static_cast<float>(a[i]) * 0.3F, second = static_cast<float>(b[i]) * 0.7F;
      EXPECT_EQ(c.row[i], (first + second) / 7.0F) << unit;
      EXPECT_NEAR(c.squashed[i], std::tanh(x[i]) * 127, 0.52) << unit;
      EXPECT_NEAR(c.joined[i], a[i] * b[i] / 127.0, 0.501) << unit;
      EXPECT_NEAR(static_cast<float>(c.bytes[i]) * c.scale, x[i], 0.501F * c.scale) << unit;
      EXPECT_NEAR(static_cast<float>(c.shorts[i]) * c.wide_scale, x[i], 0.501F * c.wide_scale) << unit;
    }
    for (std::size_t i = 0; i < rows * units; ++i) {
      const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
      const float* row = gates.data() + i / units * 4 * units + i % units;
      const double held = sigmoid(row[units]) * memory[i] + sigmoid(row[0]) * std::tanh(row[2 * units]);
      EXPECT_NEAR(c.memory[i], held, 5e-4) << unit;
      EXPECT_NEAR(c.out[i / units * 200 + i % units], sigmoid(row[3 * units]) * std::tanh(held) * 127, 0.56) << unit;
    }
    all.push_back(std::move(c));
  });
  for (const Cells& other : all) EXPECT_TRUE(other == all.front());
}

TEST(Cells, QuantiseToTheLimit) {
  on_every_unit([](const char* unit) {
    const float x[] = {0.5F, -2.0F, 0.0F, 1.0F, 0, 0, 0, 0};
    std::int8_t out[8];
    EXPECT_EQ(quantise(x, 8, out), 2.0F / 127) << unit;
    EXPECT_EQ(out[0], 32);
    EXPECT_EQ(out[1], -127);
    for (const float little : {0.0F, 1e-42F}) {
      const std::vector<float> nothing(8, little);
      EXPECT_EQ(quantise(nothing.data(), 8, out), 0.0F) << unit;
      EXPECT_EQ(out[7], 0);
    }
  });
}

TEST(Cells, FindTheGreatestEight) {
  for (const std::size_t count : {8U, 9U, 16U, 17U, 100U, 298U})
    for (int round = 0; round < 20; ++round) {
      auto x = floats(count, 1.0F);
      if (round % 2 == 0)
        for (float& v : x) v = std::round(v * 9);  // many equals
      std::vector<std::uint16_t> order(count), found(8);
      for (std::size_t i = 0; i < count; ++i) order[i] = static_cast<std::uint16_t>(i);
      std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return x[a] > x[b]; });
      order.resize(8);
      on_every_unit([&](const char* unit) {
        greatest_eight(x.data(), count, found.data());
        EXPECT_EQ(found, order) << unit;
      });
    }
}

TEST(Cells, FindTheGreatest) {
  for (const std::size_t count : {1U, 2U, 7U, 15U, 16U, 17U, 33U, 100U})
    for (int round = 0; round < 20; ++round) {
      auto x = floats(count, 1.0F);
      for (float& v : x) v = std::round(v * 4) - 9;  // many equals
      const auto wanted = static_cast<std::size_t>(std::max_element(x.begin(), x.end()) - x.begin());
      on_every_unit([&](const char* unit) { EXPECT_EQ(greatest(x.data(), count), wanted) << unit; });
    }
}

}  // namespace
}  // namespace sayso::language
