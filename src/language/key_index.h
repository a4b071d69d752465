// Finds a word's key among sorted ones: by its first bits it is in a stretch of one or two.
//
//     KeyIndex index(keys);     // views keys, which must be in order
//     index.find(key)           // 1 + its place, 0 if it is not there
//
// Keys are hashes of 64 bits, kept folded to 32 to save room: of 15,000 unlisted words one is taken for one of 268,000
// listed ones, which costs an answer less than a misspelling does.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <span>
#include <vector>

namespace sayso::language {

constexpr std::uint32_t folded(std::uint64_t key) { return static_cast<std::uint32_t>(key ^ (key >> 32)); }

class KeyIndex {
 public:
  KeyIndex() = default;
  // REQUIRES: keys in rising order and fewer than 2^32; they outlive the index.
  explicit KeyIndex(std::span<const std::uint32_t> keys) : keys_(keys) {
    const int bits = std::max(1, static_cast<int>(std::bit_width(keys.size())));
    shift_ = 32 - bits;
    starts_.resize((std::size_t{1} << bits) + 1);
    for (const std::uint32_t key : keys) ++starts_[(key >> shift_) + 1];
    for (std::size_t i = 1; i < starts_.size(); ++i) starts_[i] += starts_[i - 1];
  }

  // Keys are hashes, so a stretch is short; where somebody made them otherwise it is searched by halves all the same.
  std::size_t find(std::uint64_t whole) const {
    if (keys_.empty()) return 0;
    const std::uint32_t key = folded(whole);
    const std::size_t stretch = key >> shift_;
    const auto end = keys_.begin() + starts_[stretch + 1];
    const auto found = std::lower_bound(keys_.begin() + starts_[stretch], end, key);
    return found != end && *found == key ? static_cast<std::size_t>(found - keys_.begin()) + 1 : 0;
  }

  std::size_t size() const { return keys_.size(); }

 private:
  std::span<const std::uint32_t> keys_{};
  std::vector<std::uint32_t> starts_{};  // first bits -> the first key that has them
  int shift_ = 31;
};

}  // namespace sayso::language
