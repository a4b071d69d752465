// A word's form -> the numbers the network begins with.
//
//     embedding.look_up("Kharkiv", keys, row);   // seven tables' rows, a word vector, lists, pieces: width() floats
//
// Tables are used as they lie in the model file, which must outlive this.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "language/key_index.h"
#include "language/model_file.h"
#include "language/surface.h"

namespace sayso::language {

class Embedding {
 public:
  // "lower" … "shape" and "vector" (the same keys as "lower"); if the file has them also "member" (which of the word
  // lists the word is in) and "grams" (the mean of its pieces' rows). Errors: bad_model.
  static Result<Embedding> load(const ModelFile& file);

  std::size_t width() const { return width_; }

  // `to` has room for width() numbers. `keys` is for its memory only.
  void look_up(std::string_view form, WordKeys& keys, float* to) const;

  // Did the training text or the word vectors have this form, whatever its capitals?
  bool knows(std::string_view form) const;

 private:
  struct Rows {
    std::span<const std::int8_t> weights{};
    std::span<const float> scales{};
    std::size_t width = 0;
    std::size_t count() const { return scales.size(); }
  };
  struct Table {
    KeyIndex index{};
    Rows rows{};  // row 0: the words without a key
  };
  static Result<Rows> load_rows(const ModelFile& file, std::string_view name);
  static Result<KeyIndex> load_keys(const ModelFile& file, std::string_view name);
  static void put(const Rows& rows, std::size_t row, float* to);

  std::vector<Table> tables_{};  // the surface features in order, then the word vectors
  KeyIndex member_index_{};
  std::span<const std::int8_t> member_rows_{};  // bytes without sign: key's place -> row
  Rows members_{}, pieces_{};                   // of no width where the model has none
  std::size_t width_ = 0;
};

}  // namespace sayso::language
