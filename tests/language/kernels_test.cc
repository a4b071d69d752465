// The network's arithmetic: against plain loops, and the same bits on every vector unit this machine has.
#include "language/kernels.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cmath>
#include <random>

namespace sayso::language {
namespace {

struct Sums {
  std::vector<float> products, rescaled, memory;
  std::vector<std::int16_t> outputs, squashed;
  std::vector<std::int32_t> dotted;
  bool operator==(const Sums&) const = default;
};

constexpr std::size_t inputs = 46, outputs = 70, rows = 11;

Sums compute() {
  std::mt19937 random(3);
  std::vector<std::int8_t> weights(outputs * inputs);
  for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(random() % 255) - 127);
  std::vector<float> scales(outputs), bias(96, 0.25F), row_scales(rows), gates(128 * 3);
  for (auto& s : scales) s = static_cast<float>(random() % 1000) / 50000.0F;
  for (auto& s : row_scales) s = static_cast<float>(1 + random() % 1000) / 5e6F;
  for (auto& g : gates) g = (static_cast<float>(random() % 2000) - 1000.0F) / 70.0F;
  std::vector<std::int16_t> x(rows * inputs);
  for (auto& v : x) v = static_cast<std::int16_t>(static_cast<int>(random() % 16383) - 8191);
  const PackedMatrix w = pack(weights.data(), outputs, inputs, scales.data());
  Sums sums;
  sums.products.assign(rows * w.padded, 0.0F);
  multiply(x.data(), rows, inputs, nullptr, w, bias.data(), sums.products.data(), w.padded);
  for (std::size_t r = 0; r < rows; ++r)
    for (std::size_t o = 0; o < outputs; ++o) {
      std::int64_t sum = 0;
      for (std::size_t i = 0; i < inputs; ++i) sum += x[r * inputs + i] * weights[o * inputs + i];
      const float unit = 1.0F / activation_unit;
      EXPECT_EQ(sums.products[r * w.padded + o], 0.25F + static_cast<float>(sum) * (scales[o] * unit));
    }
  sums.rescaled = sums.products;
  multiply(x.data(), rows, inputs, row_scales.data(), w, nullptr, sums.rescaled.data(), w.padded);
  sums.memory.assign(32, 0.5F);
  sums.outputs.resize(32);
  step(gates.data(), 32, sums.memory.data(), sums.outputs.data());
  for (std::size_t i = 0; i < 32; ++i) {
    const auto sigmoid = [](double v) { return 1 / (1 + std::exp(-v)); };
    const double held = sigmoid(gates[32 + i]) * 0.5 + sigmoid(gates[i]) * std::tanh(gates[64 + i]);
    EXPECT_NEAR(sums.memory[i], held, 1e-6);
    EXPECT_NEAR(sums.outputs[i], sigmoid(gates[96 + i]) * std::tanh(held) * 8191, 0.6);
  }
  sums.squashed.resize(gates.size());
  squash(gates.data(), gates.size(), sums.squashed.data());
  for (std::size_t i = 0; i < gates.size(); ++i) EXPECT_NEAR(sums.squashed[i], std::tanh(gates[i]) * 8191, 0.6);
  sums.dotted.resize(5);
  dots(x.data(), x.data() + 32, 5, 48, 32, sums.dotted.data());
  for (std::size_t r = 0; r < 5; ++r) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < 32; ++i) sum += x[i] * x[32 + r * 48 + i];
    EXPECT_EQ(sums.dotted[r], sum);
  }
  return sums;
}

TEST(Kernels, AgreeOnEveryVectorUnit) {
  const Sums best = compute();
  for (const auto target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    EXPECT_TRUE(compute() == best) << hwy::TargetName(target);
  }
  hwy::SetSupportedTargetsForTest(0);
}

TEST(Kernels, QuantiseToTheLimit) {
  const float x[] = {0.5F, -2.0F, 0.0F, 1.0F};
  std::int16_t out[4];
  EXPECT_EQ(quantise(x, 4, 1000.0F, out), 0.002F);
  EXPECT_EQ(out[0], 250);
  EXPECT_EQ(out[1], -1000);
  const float zeros[] = {0.0F, 0.0F};
  EXPECT_EQ(quantise(zeros, 2, 1000.0F, out), 0.0F);
  EXPECT_EQ(out[0], 0);
}

}  // namespace
}  // namespace sayso::language
