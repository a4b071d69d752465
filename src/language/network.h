// The trained network: words in, scores' best answers out.
//
//     Network network = *Network::load(file);
//     std::vector<WordGuess> guesses = network.read(words, {0, 11, 24});   // sentences [0,11) and [11,24)
//
// Surface features -> two bidirectional LSTMs -> tag pairs, lemma rules, names (each word its best) and a tree a
// sentence (the best spanning tree with one root). What comes out for a sentence does not depend on what stands beside
// it in a call.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/kernels.h"
#include "language/model_file.h"
#include "language/surface.h"

namespace sayso::language {

struct WordGuess {
  static constexpr std::size_t rule_count = 8;
  std::uint32_t head = 0;      // 0 the root, else 1 + the index of the head in its sentence
  std::uint16_t relation = 0;  // indexes into the model's lists
  std::uint16_t tag = 0;
  std::uint16_t name = 0;
  std::uint16_t feature = 0xFFFF;  // beyond the list: the network does not tell features
  std::array<std::uint16_t, rule_count> rules{};  // the best lemma rules, best first
};

class Network {
 public:
  struct Counts {  // how many answers each head of the network can give; lemma rules at least WordGuess::rule_count
    std::size_t tags = 0, rules = 0, relations = 0, names = 0;
  };
  // Errors: bad_model.
  static Result<Network> load(const ModelFile& file, Counts counts);

  // forms: all words; borders: rising, from 0 to forms.size(). Time and memory are linear in words but for the trees,
  // which take the square of a sentence's length. REQUIRES: no sentence is empty.
  std::vector<WordGuess> read(std::span<const std::string_view> forms, std::span<const std::uint32_t> borders) const;

  // Did the training text or the word vectors have this form, whatever its capitals?
  bool knows(std::string_view form) const;

 private:
  struct Table {  // int8 rows found by key
    std::span<const std::uint64_t> keys{};
    std::span<const std::int8_t> rows{};
    std::span<const float> scales{};
    std::size_t width = 0;
    std::size_t row(std::uint64_t key) const;  // 0 if unknown
  };
  struct Linear {
    PackedMatrix matrix{};
    std::vector<float> bias{};
  };
  struct Direction {
    Linear input{};
    PackedMatrix recurrent{};
  };
  struct Group;

  static Result<Table> load_table(const ModelFile& file, std::string_view name);
  static Result<Linear> load_linear(const ModelFile& file, std::string_view name, std::size_t outputs,
                                    std::size_t inputs, bool bias);

  void embed(Group& group, std::span<const std::string_view> forms) const;
  void recur(Group& group, const std::array<Direction, 2>& layer) const;
  void answer(const Group& group, std::span<const std::uint32_t> borders, std::vector<WordGuess>& out) const;
  void attach(const Group& group, std::span<const std::uint32_t> borders, std::vector<WordGuess>& out) const;

  std::vector<Table>
      tables_{};  // the surface features in order, then the word vectors (which share the keys of "lower")
  std::vector<std::array<Direction, 2>> layers_{};
  Linear tag_{}, lemma_{}, name_hidden_{}, name_{}, arc_child_{}, arc_head_{}, arc_product_{}, arc_bias_{},
      label_child_{}, label_head_{}, label_{};
  std::vector<std::int16_t> root_arc_{}, root_label_{};
  Counts counts_{};
  std::size_t hidden_ = 0, arc_ = 0, label_size_ = 0, name_size_ = 0, input_ = 0;
};

}  // namespace sayso::language
