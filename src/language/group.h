// Some sentences that are read together, position by position.
//
//     sentences of 5, 4 and 2 words lie as   a0 b0 c0  a1 b1 c1  a2 b2  a3 b3  a4
//     so that one step of the LSTM is one matrix product over the sentences that are still running, without padding.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace sayso::language {

constexpr std::size_t rows_in_block = 48;  // of a group; so many are multiplied at a time

struct Group {
  std::vector<std::uint32_t> sentences{};  // indexes of the call's sentences, longest first
  std::vector<std::uint32_t> starts{};     // position -> its first row; one more at the end
  std::vector<std::string_view> words{};   // row -> its form

  std::size_t rows() const { return words.size(); }
  std::size_t positions() const { return starts.size() - 1; }
  std::size_t row(std::size_t sentence, std::size_t position) const { return starts[position] + sentence; }
};

}  // namespace sayso::language
