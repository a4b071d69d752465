// A model file of chance numbers with every part a model can have, for tests and fuzzing.
//
//     const std::string bytes = built_model({.hidden = 32});
//     auto model = LanguageModel::parse(bytes, "built");
#pragma once

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "base/sha256.h"
#include "base/checksum.h"
#include "language/key_index.h"
#include "language/surface.h"

namespace sayso::testing {

struct BuiltSizes {
  std::size_t hidden = 32, layers = 2, projection = 32, lemma = 32, arc = 32, label = 32, name = 32, pieces = 64,
              bundles = 5;
  bool all_parts = true;  // also lists, pieces, features and steps between names
  bool splitter = true;   // no model is sound without
};

// The header of a model file over the bytes that follow it: language/model_file.h.
inline std::string sealed(std::uint32_t sections, const std::string& rest) {
  std::string head = "sayso.lm";
  const auto add = [&](auto number) { head.append(reinterpret_cast<const char*>(&number), sizeof number); };
  add(std::uint32_t{4});
  add(sections);
  add(std::uint64_t{96 + rest.size()});
  head += sha256_hex(rest);
  Checksum sum;
  sum.add(head + std::string(40, '\0'));
  sum.add(rest);
  add(sum.value());
  return head + rest;
}

class ModelBuilder {
 public:
  template <typename Number>
  void array(const std::string& name, std::uint32_t kind, std::size_t rows, std::size_t columns,
             const std::vector<Number>& values) {
    std::string bytes(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(Number));
    sections_.push_back({name, kind, static_cast<std::uint32_t>(rows), static_cast<std::uint32_t>(columns), bytes});
  }
  void text(const std::string& name, const std::string& lines) {
    array(name, 4, lines.size(), 1, std::vector<char>(lines.begin(), lines.end()));
  }
  void floats(const std::string& name, std::size_t count, float most) {
    std::vector<float> values(count);
    for (float& v : values) v = (static_cast<float>(dice_() % 2001) / 1000.0F - 1.0F) * most;
    array(name, 2, count, 1, values);
  }
  void matrix(const std::string& name, std::size_t rows, std::size_t columns) {
    std::vector<std::int8_t> weights(rows * columns);
    for (auto& w : weights) w = static_cast<std::int8_t>(static_cast<int>(dice_() % 255) - 127);
    array(name + ".weights", 1, rows, columns, weights);
    std::vector<float> scales(rows);
    for (float& s : scales) s = static_cast<float>(1 + dice_() % 1000) / 400000.0F;
    array(name + ".scales", 2, rows, 1, scales);
  }
  void linear(const std::string& name, std::size_t rows, std::size_t columns) {
    matrix(name, rows, columns);
    floats(name + ".bias", rows, 0.3F);
  }
  // A table over the features (of one kind) of some words; the first row is for all others.
  void table(const std::string& name, std::size_t kind, std::size_t width, const std::vector<std::string>& words) {
    std::vector<std::uint32_t> keys;
    for (const std::string& word : words)
      keys.push_back(language::folded(language::surface_key(kind, language::surface_of(word)[kind])));
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    array(name + ".keys", 3, keys.size(), 1, keys);
    matrix(name, keys.size() + 1, width);
  }
  std::string bytes() const {
    std::string entries, body;
    const std::size_t begin = 96 + 56 * sections_.size();
    for (const Section& s : sections_) {
      body.append((64 - (begin + body.size()) % 64) % 64, '\0');
      std::string name = s.name;
      name.resize(32, '\0');
      entries += name;
      const auto add = [&](auto number) { entries.append(reinterpret_cast<const char*>(&number), sizeof number); };
      add(s.kind), add(s.rows), add(s.columns), add(std::uint32_t{0}), add(std::uint64_t{begin + body.size()});
      body += s.bytes;
    }
    return sealed(static_cast<std::uint32_t>(sections_.size()), entries + body);
  }

 private:
  struct Section {
    std::string name;
    std::uint32_t kind, rows, columns;
    std::string bytes;
  };
  std::mt19937 dice_{7};
  std::vector<Section> sections_{};
};

inline const std::vector<std::string> built_words{"the",  "army", "of",     "Varnia", "said", "it",    "left",
                                                  "town", "on",   "Monday", ".",      "two",  "Dovran"};

inline void add_splitter(ModelBuilder& b) {
  constexpr std::size_t hidden = 16, word = 16, suffix = 8, shape = 8, space = 8;
  b.text("splitter.sizes", "hidden " + std::to_string(hidden) + "\n");
  b.table("splitter.word", 0, word, built_words);
  b.table("splitter.suffix", 4, suffix, built_words);
  b.table("splitter.shape", 6, shape, built_words);
  b.matrix("splitter.space", 3, space);
  for (const std::string side : {"splitter.forward", "splitter.backward"}) {
    b.matrix(side + ".input", 4 * hidden, word + suffix + shape);
    b.matrix(side + ".space", 4 * hidden, space);
    b.matrix(side + ".state", 4 * hidden, hidden);
    b.floats(side + ".bias", 4 * hidden, 0.5F);
  }
  b.linear("splitter.out", 1, 2 * hidden);
}

inline std::string built_model(BuiltSizes sizes = {}) {
  ModelBuilder b;
  b.text("sizes", "hidden " + std::to_string(sizes.hidden) + "\nlayers " + std::to_string(sizes.layers) + "\narc " +
                      std::to_string(sizes.arc) + "\nlabel " + std::to_string(sizes.label) + "\nprojection " +
                      std::to_string(sizes.projection) + "\nlemma " + std::to_string(sizes.lemma) + "\nname " +
                      std::to_string(sizes.name) + "\n");
  b.text("tags", "NOUN NN\nVERB VBD\nPROPN NNP\nPUNCT .\nADP IN\n");
  b.text("relations", "root\nnsubj\nobj\nobl\npunct\ncase\n");
  b.text("names", "O\nB-PER\nI-PER\nB-ORG\nI-ORG\nB-LOC\nI-LOC\n");
  b.text("rules", "l\t\t\nk\t\t\nt\t\t\nl\ts\t\nl\ted\t\nl\tid\ty\nl\ting\t\nl\ties\ty\nl\tft\tave\n");
  constexpr std::size_t widths[] = {16, 8, 8, 8, 8, 8, 8};
  std::size_t width = 0;
  for (std::size_t kind = 0; kind < language::surface_count; ++kind) {
    b.table(std::string(language::surface_names[kind]), kind, widths[kind], built_words);
    width += widths[kind];
  }
  b.table("vector", 0, 24, {"the", "army", "Kesh"});
  width += 24;
  if (sizes.all_parts) {
    std::vector<std::uint32_t> keys;
    for (const char* word : {"army", "town", "monday"})
      keys.push_back(language::folded(language::surface_key(0, word)));
    std::sort(keys.begin(), keys.end());
    b.array("member.keys", 3, 3, 1, keys);
    b.array("member.rows", 1, 3, 1, std::vector<std::int8_t>{2, 1, static_cast<std::int8_t>(199)});
    b.matrix("member", 200, 16);
    b.matrix("grams", sizes.pieces, 64);
    width += 80;
    b.text("features", "_\nNumber=Sing\nNumber=Plur\nMood=Ind\nCase=Nom\n");
    b.linear("feature_hidden", 64, 2 * sizes.hidden);
    b.linear("feature", sizes.bundles, 64);
    b.floats("name.start", 7, 2.0F);
    b.floats("name.step", 49, 2.0F);
  }
  for (std::size_t i = 0; i < sizes.layers; ++i) {
    if (i > 0) b.linear("projection" + std::to_string(i), width = sizes.projection, 2 * sizes.hidden);
    for (const char* side : {".forward", ".backward"}) {
      const std::string name = "lstm" + std::to_string(i) + side;
      b.matrix(name + ".input", 4 * sizes.hidden, width);
      b.matrix(name + ".recurrent", 4 * sizes.hidden, sizes.hidden);
      b.floats(name + ".bias", 4 * sizes.hidden, 0.5F);
    }
  }
  width = 2 * sizes.hidden;
  b.linear("tag", 5, width);
  b.linear("lemma_hidden", sizes.lemma, width);
  b.linear("lemma", 9, sizes.lemma);
  b.linear("name_hidden", sizes.name, width);
  b.linear("name", 7, sizes.name);
  b.linear("arc_child", sizes.arc, width);
  b.linear("arc_head", sizes.arc, width);
  b.linear("arc_product", sizes.arc, sizes.arc);
  b.matrix("arc_bias", 1, sizes.arc);
  b.linear("label_child", sizes.label, width);
  b.linear("label_head", sizes.label, width);
  b.linear("label", 6, 3 * sizes.label);
  b.floats("root_arc", sizes.arc, 1.0F);
  b.floats("root_label", sizes.label, 1.0F);
  if (sizes.splitter) add_splitter(b);
  return b.bytes();
}

}  // namespace sayso::testing
