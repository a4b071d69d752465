// What a long run says of itself.
#include "cli/meter.h"

#include <gtest/gtest.h>

#include "publish/terminal_text.h"

namespace sayso::cli {
namespace {

TEST(Meter, InWords) {
  const std::pair<std::uint64_t, std::string> sizes[] = {
      {0, "0 B"},          {999, "999 B"},          {1000, "1.0 kB"},         {12345, "12 kB"},
      {999'600, "1.0 MB"}, {431'000'000, "431 MB"}, {1'073'741'824, "1.1 GB"}};
  for (const auto& [bytes, words] : sizes) EXPECT_EQ(bytes_in_words(bytes), words);
  const std::pair<double, std::string> times[] = {{-1, "0 s"},    {0.2, "1 s"},     {99, "99 s"},
                                                  {100, "2 min"}, {4800, "80 min"}, {7260, "2 h 1 min"}};
  for (const auto& [seconds, words] : times) EXPECT_EQ(time_in_words(seconds), words) << seconds;
}

TEST(Meter, ALine) {
  const Work half{
      .bytes = 500'000'000, .of_bytes = 1'000'000'000, .dispatches = 3800, .seconds = 100, .where = "a.jsonl:7"};
  EXPECT_EQ(metered(half, 200, false),
            "50 % 500 MB of 1.0 GB · 2 min left · 3800 dispatches · 38/s · 5.0 MB/s · a.jsonl:7");
  EXPECT_EQ(metered(half, 200, true).substr(0, 35), "50 % ██████████");
  EXPECT_EQ(publish::display_width(metered(half, 60, true)), 60U);
}

TEST(Meter, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(metered({.bytes = 5000, .dispatches = 1, .seconds = 0.5}, 200, true), "5.0 kB · 1 dispatch");
  EXPECT_EQ(metered({.bytes = 5000, .of_bytes = 5000, .dispatches = 2, .seconds = 2}, 200, false),
            "100 % 5.0 kB of 5.0 kB · 2 dispatches · 1.0/s · 2.5 kB/s");
  // What a former run did tells nothing of the rate.
  EXPECT_EQ(metered({.bytes = 9000, .of_bytes = 10000, .dispatches = 2, .seconds = 2, .passed = 8000}, 200, false),
            "90 % 9.0 kB of 10 kB · 2 s left · 2 dispatches · 1.0/s · 500 B/s");
}

}  // namespace
}  // namespace sayso::cli
