// A small trained network that sees where sentences begin, with or without a stop before them.
//
//     words  thanks for the note can we meet
//     odds     -7.0 -9.9 -9.9 -6.1  2.3 -8.0 -9.0     (the logarithm of the odds; the threshold is in it)
//
// One bidirectional LSTM over a paragraph's words as the tokenizer cuts them: the word, its last three letters, its
// shape, the white space before it. Trained and written by training/splitter.py.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/kernels.h"
#include "language/key_index.h"
#include "language/layers.h"
#include "language/model_file.h"
#include "sayso/span.h"

namespace sayso::language {

class Splitter {
 public:
  // Errors: bad_model.
  static Result<Splitter> load(const ModelFile& file);

  // For each word how likely a sentence begins there. borders: where paragraphs begin among the words, rising, from 0
  // to words.size(). Long paragraphs are read in windows that depend on the paragraph alone; time is linear, memory a
  // few bytes a word. The answer for a paragraph does not depend on what stands beside it in a call.
  std::vector<float> read(std::string_view text, std::span<const Span> words,
                          std::span<const std::uint32_t> borders) const;

 private:
  static constexpr std::size_t table_count = 3, space_kinds = 3;
  struct Table {  // int8 rows found by key; row 0 is for the unknown
    KeyIndex index{};
    std::span<const std::int8_t> rows{};
    std::span<const float> scales{};
    std::size_t width = 0;
    std::size_t feature = 0;  // of surface.h
  };
  struct Window;
  struct Group;

  Result<Done> load_tables(const ModelFile& file);
  Result<Done> load_direction(const ModelFile& file, std::size_t side);
  void embed(std::string_view text, std::span<const Span> words, Group& group) const;
  void recur(Group& group) const;
  void answer(const Group& group, std::vector<float>& odds) const;

  std::array<Table, table_count> tables_{};  // word, suffix, shape
  std::array<Linear, 2> input_{};            // a direction each
  std::array<PackedMatrix, 2> recurrent_{};
  std::array<std::array<std::vector<float>, space_kinds>, 2>
      space_{};  // the white space's share of the gates, and the bias
  Linear out_{};
  std::size_t hidden_ = 0, input_width_ = 0;
};

}  // namespace sayso::language
