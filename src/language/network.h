// The trained network: words in, scores' best answers out.
//
//     Network network = *Network::load(file, {tags.size(), rules.size(), relations.size(), names.size()});
//     std::vector<WordGuess> guesses = network.read(words, {0, 11, 24});   // sentences [0,11) and [11,24)
//
// What a word looks like (language/embedding.h) -> bidirectional LSTMs (language/encoder.h) -> tags, features, lemma
// rules, names and a tree a sentence (language/heads.h). What comes out for a sentence does not depend on what stands
// beside it in a call, nor on the machine.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "language/encoder.h"
#include "language/heads.h"
#include "language/model_file.h"
#include "language/word_guess.h"

namespace sayso::language {

class Network {
 public:
  using Counts = language::Counts;
  // `file` must outlive the network. Errors: bad_model.
  static Result<Network> load(const ModelFile& file, Counts counts);

  // forms: all words; borders: rising, from 0 to forms.size(). Time and memory are linear in words but for the trees,
  // which take the square of a sentence's length. From any number of threads. REQUIRES: no sentence is empty.
  std::vector<WordGuess> read(std::span<const std::string_view> forms, std::span<const std::uint32_t> borders) const;

  // Did the training text or the word vectors have this form, whatever its capitals?
  bool knows(std::string_view form) const { return encoder_.embedding().knows(form); }

  // For the benchmark, which times them apart. Groups view the forms.
  static std::vector<Group> group(std::span<const std::string_view> forms, std::span<const std::uint32_t> borders);
  const Encoder& encoder() const { return encoder_; }
  const Heads& heads() const { return heads_; }

 private:
  // Memory to work in: taken by a call, brought back when it is done, so that there are as many as calls at once.
  struct Space {
    Space(const Encoder& for_encoder, const Heads& for_heads) : encoder(for_encoder, for_heads.lexical()) {}
    Encoder::Space encoder;
    Heads::Space heads{};
  };
  struct Shelf {
    std::mutex mutex{};
    std::vector<std::unique_ptr<Space>> free{};
  };

  Encoder encoder_{};
  Heads heads_{};
  std::unique_ptr<Shelf> shelf_ = std::make_unique<Shelf>();
};

}  // namespace sayso::language
