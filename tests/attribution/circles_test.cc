// Walks along `within` end, and what was no circle stays.
#include "attribution/circles.h"

#include <gtest/gtest.h>

#include <string>

namespace sayso {
namespace {

// "1 0 - 2": what each stands in, before and after.
std::string opened(const std::vector<int>& within) {
  std::vector<Attribution> attributions(within.size());
  for (std::size_t i = 0; i < within.size(); ++i)
    if (within[i] >= 0) attributions[i].within = AttributionId{static_cast<std::uint32_t>(within[i])};
  open_circles(attributions);
  std::string line;
  for (const Attribution& one : attributions)
    line += (line.empty() ? "" : " ") + (one.within ? std::to_string(index(*one.within)) : std::string("-"));
  return line;
}

TEST(Circles, AreOpenedWhereTheyClose) {
  EXPECT_EQ(opened({1, 0}), "1 -");
  EXPECT_EQ(opened({0}), "-");
  EXPECT_EQ(opened({1, 2, 0, 1}), "1 2 - 1");
  EXPECT_EQ(opened({2, 2, 3, 1}), "2 - 3 1");
}

TEST(Circles, ChainsStayAsTheyAre) {
  EXPECT_EQ(opened({}), "");
  EXPECT_EQ(opened({1, 2, -1, 2, 0}), "1 2 - 2 0");
}

}  // namespace
}  // namespace sayso
