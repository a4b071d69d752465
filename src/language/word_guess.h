// What the network says of one word.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace sayso::language {

struct WordGuess {
  static constexpr std::size_t rule_count = 8;
  std::uint32_t head = 0;      // 0 the root, else 1 + the index of the head in its sentence
  std::uint16_t relation = 0;  // indexes into the model's lists
  std::uint16_t tag = 0;
  std::uint16_t name = 0;
  std::uint16_t feature = 0xFFFF;                 // beyond the list: the network does not tell features
  std::array<std::uint16_t, rule_count> rules{};  // the best lemma rules, best first

  bool operator==(const WordGuess&) const = default;
};

}  // namespace sayso::language
