// What a long run says of itself while it works.
//
//     42 % ████████▍           431 MB of 1.0 GB · 2 min left · 3800 dispatches · 38/s · 4.1 MB/s · cc-news.warc.gz:812
//
// Pure: numbers in, a line out.
#pragma once

#include <cstdint>
#include <string>

namespace sayso::cli {

struct Work {
  std::uint64_t bytes = 0;     // done, of files as they lie on the disk
  std::uint64_t of_bytes = 0;  // in all; 0: not known (yet)
  std::uint64_t dispatches = 0;
  double seconds = 0;        // since the beginning
  std::uint64_t passed = 0;  // of `bytes`: passed by without reading, which tells nothing of the rate
  std::string where{};       // file at hand
};

// At most `width` cells. Blocks of a bar only where `bar` says so.
std::string metered(const Work& work, std::size_t width, bool bar);

std::string bytes_in_words(std::uint64_t bytes);  // "431 MB", in powers of 1000
std::string time_in_words(double seconds);        // "40 s", "2 min", "1 h 20 min"

}  // namespace sayso::cli
