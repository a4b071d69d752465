// The sweep against trying every holder.
#include "base/innermost.h"

#include <gtest/gtest.h>

#include <random>

namespace sayso {
namespace {

TEST(Innermost, Example) {
  EXPECT_EQ(innermost({{0, 40}, {10, 20}}, {{12, 15}, {30, 31}, {50, 51}}), (std::vector<std::ptrdiff_t>{1, 0, -1}));
}

TEST(Innermost, AgreesWithTryingAllOnNestedSpans) {
  std::mt19937 generator(11);
  const auto dice = [&](std::uint32_t sides) { return static_cast<std::uint32_t>(generator()) % sides; };
  for (int round = 0; round < 500; ++round) {
    // Nested by construction: halves of halves.
    std::vector<Span> holders;
    for (int i = 0; i < 8; ++i) {
      Span span{0, 64};
      for (std::uint32_t depth = dice(5); depth > 0; --depth) {
        const std::uint32_t middle = (span.begin + span.end) / 2;
        span = dice(2) == 0 ? Span{span.begin, middle} : Span{middle, span.end};
      }
      holders.push_back(span);
    }
    std::vector<Span> probes;
    for (int i = 0; i < 10; ++i) {
      const std::uint32_t begin = dice(60);
      probes.push_back({begin, begin + 1 + dice(4)});
    }
    const auto found = innermost(holders, probes);
    for (std::size_t p = 0; p < probes.size(); ++p) {
      std::uint32_t smallest = 1000;
      for (const Span& holder : holders)
        if (holder.contains(probes[p])) smallest = std::min(smallest, holder.size());
      EXPECT_EQ(found[p] < 0 ? 1000 : holders[static_cast<std::size_t>(found[p])].size(), smallest);
    }
  }
}

}  // namespace
}  // namespace sayso
