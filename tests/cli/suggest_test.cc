// Mistyped words in, the meant ones out.
#include "cli/suggest.h"

#include <gtest/gtest.h>

namespace sayso::cli {
namespace {

TEST(Suggest, CountsEdits) {
  EXPECT_EQ(distance("read", "read"), 0U);
  EXPECT_EQ(distance("raed", "read"), 1U);
  EXPECT_EQ(distance("clams", "claims"), 1U);
  EXPECT_EQ(distance("", "add"), 3U);
  EXPECT_EQ(distance("sitting", "kitten"), 3U);
}

TEST(Suggest, NamesOnlyWhatIsNear) {
  const std::vector<std::string> words{"read", "add", "claims", "show", "completion"};
  EXPECT_EQ(nearest("raed", words), "read");
  EXPECT_EQ(nearest("clams", words), "claims");
  EXPECT_EQ(nearest("completions", words), "completion");
  EXPECT_EQ(nearest("x", words), "");
  EXPECT_EQ(nearest("destroy", words), "");
  EXPECT_EQ(nearest(std::string(100000, 'a'), words), "");
  EXPECT_EQ(did_you_mean("shwo", words), "; did you mean `show`?");
  EXPECT_EQ(did_you_mean("destroy", words), "");
}

}  // namespace
}  // namespace sayso::cli
