// The time of day that a live page shows its readers, beside the one it gives to machines.
//
//     <time datetime="2022-09-12T21:30:00Z">00:30</time>     written on 13 September at 00:30, three hours ahead
//     <time datetime="2022-09-12">14:05</time>               on 12 September at 14:05
//
// Many pages give Greenwich's time to machines; "today" in them is the day of the clock that readers see.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dispatch/page.h"

namespace sayso::dispatch {

struct ShownClock {
  std::chrono::minutes since_midnight{};
  bool clear = false;  // one time of day and not of two: with "pm", or an hour beyond twelve

  bool operator==(const ShownClock&) const = default;
};

// Of "14:05", "14.05", "2:05 p.m.", "00:30 EEST" and nothing else: "9:30" is of two clocks.
std::optional<ShownClock> shown_clock(std::string_view text);

// `shown[i]` is what stands in the <time> of entries[i]. Nothing is changed unless all times that are shown agree: the
// same distance from Greenwich everywhere, in quarters of an hour.
void follow_shown_clocks(const std::vector<std::string>& shown, std::vector<PageEntry>& entries);

}  // namespace sayso::dispatch
