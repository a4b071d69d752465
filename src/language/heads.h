// Encoded words -> answers: tags, features, lemma rules, names and a tree a sentence.
//
//     heads.answer(group, states, borders, space, guesses);
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/best_path.h"
#include "language/group.h"
#include "language/layers.h"
#include "language/word_guess.h"

namespace sayso::language {

// How many answers each head can give; lemma rules at least WordGuess::rule_count.
struct Counts {
  std::size_t tags = 0, rules = 0, relations = 0, names = 0;
};

class Heads {
 public:
  // Memory that one call at a time works in.
  struct Space {
    Lines<float> scores{}, more{}, names{}, wanted{}, leaning{}, leanings{}, units{}, arcs{};
    Lines<std::int8_t> squashed{}, heads{}, pairs{};
    Lines<std::int16_t> wishes{};
    std::vector<std::int32_t> sums{};
    std::vector<std::uint32_t> word_of{};
    std::vector<std::uint16_t> path{};
    PathSpace path_space{};
  };

  // width: of a row of states; lexical: how many activations a word by itself has (may be 0). Errors: bad_model.
  static Result<Heads> load(const ModelFile& file, Counts counts, std::size_t width, std::size_t lexical);

  // What a word by itself gives all heads before its context is added; of no outputs if the model has no such part.
  const Linear& lexical() const { return lexical_; }

  // states: a row for each of the group's words; starts: what lexical() gives each, or null; borders: of all the call's
  // sentences; out: of all its words.
  void answer(const Group& group, const std::int8_t* states, const float* const* starts,
              std::span<const std::uint32_t> borders, Space& space, std::vector<WordGuess>& out) const;

  // The same in parts, for the benchmark: each word by itself, then the names and trees of sentences.
  void judge(const Group& group, const std::int8_t* states, const float* const* starts,
             std::span<const std::uint32_t> borders, Space& space, std::vector<WordGuess>& out) const;
  void attach(const Group& group, std::span<const std::uint32_t> borders, Space& space,
              std::vector<WordGuess>& out) const;
  std::size_t products() const;  // multiply-adds a word, without the scores of arcs

 private:
  // Columns of what all heads make of a word in one product; those behind `squashed` go through the curve.
  struct Columns {
    std::size_t tag = 0, squashed = 0;
    // In a row of squashed activations:
    std::size_t lemma = 0, name = 0, feature = 0, child = 0, head = 0, label_child = 0, label_head = 0, width = 0;
  };

  void label(const Group& group, std::span<const std::uint32_t> borders, Space& space,
             std::vector<WordGuess>& out) const;

  Counts counts_{};
  Columns columns_{};
  Linear all_{}, lexical_{}, lemma_{}, name_{}, feature_{}, arc_product_{}, arc_bias_{}, label_{};
  std::vector<float> name_start_{}, name_step_{};  // empty: each word's best name by itself
  Lines<std::int8_t> root_arc_{}, root_label_{};
  std::size_t width_ = 0, arc_ = 0, label_size_ = 0, lemma_size_ = 0, name_size_ = 0, feature_size_ = 0;
  float root_leaning_ = 0.0F;
};

// "hidden 192\nlayers 2\n" -> the number beside the name, or 0.
std::size_t size_named(std::string_view text, std::string_view name);

}  // namespace sayso::language
