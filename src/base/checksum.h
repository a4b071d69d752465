// The checksum of a model file and of the gazetteer's index: FNV-1a in eight lanes, fast enough to be checked at every
// start.
//
//     lanes[i] = 0xCBF29CE484222325 ^ i, i = 0 … 7
//     the bytes, filled up with zeros to a multiple of 64, are little-endian 64-bit words; word n goes into lane n mod
//     8:
//         lane = (lane ^ word) * 0x100000001B3
//     the sum: the lanes' values go one after the other into one more lane in the same way
//
// Every change of a single word changes it. It finds damage, not malice. Source: the FNV-1a hash of Fowler, Noll and
// Vo, by words in place of bytes.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace sayso {

class Checksum {
 public:
  // REQUIRES: all calls but the last bring a multiple of 64 bytes.
  void add(std::string_view bytes) {
    for (; bytes.size() >= line; bytes.remove_prefix(line)) mix(bytes.data());
    if (bytes.empty()) return;
    std::array<char, line> last{};
    std::memcpy(last.data(), bytes.data(), bytes.size());
    mix(last.data());
  }

  std::uint64_t value() const {
    std::uint64_t sum = basis;
    for (const std::uint64_t lane : lanes_) sum = (sum ^ lane) * prime;
    return sum;
  }

 private:
  static constexpr std::uint64_t basis = 0xCBF29CE484222325U, prime = 0x100000001B3U;
  static constexpr std::size_t line = 64;

  void mix(const char* from) {
    for (std::size_t i = 0; i < lanes_.size(); ++i) {
      std::uint64_t word;
      std::memcpy(&word, from + 8 * i, sizeof word);
      lanes_[i] = (lanes_[i] ^ word) * prime;
    }
  }

  std::array<std::uint64_t, 8> lanes_{basis,     basis ^ 1, basis ^ 2, basis ^ 3,
                                      basis ^ 4, basis ^ 5, basis ^ 6, basis ^ 7};
};

}  // namespace sayso
