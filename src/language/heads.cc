// The heads that answer word by word, and what all heads are loaded from.
//
//     states -> one product -> [tags | curve of: lemma rules, names, features, arcs, labels]
//
// Left out on purpose: scores; only the best answers go on. Trees: language/heads_tree.cc.
#include "language/heads.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "language/cells.h"

namespace sayso::language {
namespace {

constexpr std::size_t largest_arc = 512;  // 512 * 8191 * 127 < 2^31: arc sums stay exact

std::uint16_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::uint16_t>(greatest(scores, count));
}

Lines<std::int8_t> fixed(std::span<const float> values) {
  Lines<std::int8_t> out;
  for (const float v : values)
    out.push_back(static_cast<std::int8_t>(std::lrint(std::clamp(v, -1.0F, 1.0F) * activation_unit)));
  return out;
}

}  // namespace

Result<Heads> Heads::load(const ModelFile& file, Counts counts, std::size_t width, std::size_t lexical) {
  const auto sizes = file.text("sizes");
  if (!sizes) return sizes.error();
  Heads h;
  h.counts_ = counts;
  h.width_ = width;
  h.arc_ = size_named(*sizes, "arc");
  h.label_size_ = size_named(*sizes, "label");
  h.lemma_size_ = size_named(*sizes, "lemma");
  h.name_size_ = size_named(*sizes, "name");
  std::size_t features = 0;
  if (const auto* section = file.find("feature.weights"); section != nullptr) {
    features = section->rows;
    h.feature_size_ = section->columns;
    if (features == 0 || features > 0xFFFF || h.feature_size_ == 0 || h.feature_size_ % 32 != 0)
      return file.fault("has sizes we cannot run");
  }
  for (const std::size_t size : {h.arc_, h.label_size_, h.lemma_size_, h.name_size_})
    if (size == 0 || size % 32 != 0) return file.fault("has sizes we cannot run");
  for (const std::size_t count : {counts.tags, counts.rules, counts.relations, counts.names})
    if (count == 0 || count > 0xFFFF) return file.fault("has sizes we cannot run");
  if (h.arc_ > largest_arc || counts.rules < WordGuess::rule_count) return file.fault("has sizes we cannot run");

  struct Part {
    std::string_view name;
    std::size_t outputs;
    std::size_t* column;
    bool own_word = false;  // hangs on the word by itself too
  };
  std::size_t after = 0;  // where the columns of the next part begin
  Columns& c = h.columns_;
  for (const Part& part :
       {Part{"tag", counts.tags, &c.tag, true}, Part{"lemma_hidden", h.lemma_size_, &c.lemma, true},
        Part{"name_hidden", h.name_size_, &c.name, true}, Part{"feature_hidden", h.feature_size_, &c.feature, true},
        Part{"arc_child", h.arc_, &c.child}, Part{"arc_head", h.arc_, &c.head},
        Part{"label_child", h.label_size_, &c.label_child}, Part{"label_head", h.label_size_, &c.label_head}}) {
    *part.column = after;
    if (part.outputs == 0) continue;
    const bool by_itself = lexical > 0 && part.own_word;
    const auto linear = load_parted(file, part.name, part.outputs, width, by_itself ? lexical : 0);
    if (!linear) return linear.error();
    append_outputs(h.all_, linear->first);
    if (lexical > 0) append_outputs(h.lexical_, by_itself ? linear->second : no_answers(part.outputs, lexical));
    after = h.all_.matrix.padded;
  }
  if (lexical > 0) h.lexical_.bias = h.all_.bias;
  c.squashed = c.lemma;
  for (std::size_t* column : {&c.lemma, &c.name, &c.feature, &c.child, &c.head, &c.label_child, &c.label_head})
    *column -= c.squashed;
  c.width = after - c.squashed;

  for (const auto& [to, name, outputs, inputs, bias] :
       {std::tuple{&h.lemma_, "lemma", counts.rules, h.lemma_size_, true},
        std::tuple{&h.name_, "name", counts.names, h.name_size_, true},
        std::tuple{&h.feature_, "feature", features, h.feature_size_, true},
        std::tuple{&h.arc_product_, "arc_product", h.arc_, h.arc_, true},
        std::tuple{&h.arc_bias_, "arc_bias", std::size_t{1}, h.arc_, false},
        std::tuple{&h.label_, "label", counts.relations, 3 * h.label_size_, true}}) {
    if (outputs == 0) continue;
    auto linear = load_linear(file, name, outputs, inputs, bias);
    if (!linear) return linear.error();
    *to = *std::move(linear);
  }
  if (file.find("name.start") != nullptr) {
    const auto start = file.floats("name.start", counts.names);
    if (!start) return start.error();
    const auto step = file.floats("name.step", counts.names * counts.names);
    if (!step) return step.error();
    h.name_start_.assign(start->begin(), start->end());
    h.name_step_.assign(step->begin(), step->end());
  }
  const auto root_arc = file.floats("root_arc", h.arc_);
  if (!root_arc) return root_arc.error();
  const auto root_label = file.floats("root_label", h.label_size_);
  if (!root_label) return root_label.error();
  h.root_arc_ = fixed(*root_arc);
  h.root_label_ = fixed(*root_label);
  std::array<float, panel_width> leaning{};
  multiply(h.root_arc_.data(), 1, h.arc_, nullptr, h.arc_bias_.matrix, {.bias = h.arc_bias_.bias.data()},
           leaning.data(), panel_width);
  h.root_leaning_ = leaning[0];
  return h;
}

std::size_t Heads::products() const {
  std::size_t sum = 0;
  for (const Linear* layer : {&all_, &lemma_, &name_, &feature_, &arc_product_, &arc_bias_, &label_})
    sum += layer->matrix.padded * layer->matrix.inputs;
  return sum;
}

void Heads::judge(const Group& group, const std::int8_t* states, const float* const* starts,
                  std::span<const std::uint32_t> borders, Space& space, std::vector<WordGuess>& out) const {
  const std::size_t rows = group.rows(), all = all_.matrix.padded;
  space.word_of.resize(rows);
  for (std::size_t s = 0; s < group.sentences.size(); ++s) {
    const std::uint32_t begin = borders[group.sentences[s]], end = borders[group.sentences[s] + 1];
    for (std::uint32_t w = begin; w < end; ++w) space.word_of[group.row(s, w - begin)] = w;
  }
  space.scores.resize(rows_in_block * all);
  space.squashed.resize(rows * columns_.width);
  space.names.resize(rows * name_.matrix.padded);
  space.more.resize(rows_in_block * std::max(lemma_.matrix.padded, feature_.matrix.padded));
  for (std::size_t first = 0; first < rows; first += rows_in_block) {
    const std::size_t count = std::min(rows_in_block, rows - first);
    const Start start = starts != nullptr ? Start{.rows = starts + first} : Start{.bias = all_.bias.data()};
    multiply(states + first * width_, count, width_, nullptr, all_.matrix, start, space.scores.data(), all);
    std::int8_t* squashed = space.squashed.data() + first * columns_.width;
    for (std::size_t r = 0; r < count; ++r) {
      const float* scores = space.scores.data() + r * all;
      out[space.word_of[first + r]].tag = best_of(scores + columns_.tag, counts_.tags);
      squash(scores + columns_.squashed, columns_.width, squashed + r * columns_.width);
    }
    multiply(squashed + columns_.lemma, count, columns_.width, nullptr, lemma_.matrix, {.bias = lemma_.bias.data()},
             space.more.data(), lemma_.matrix.padded);
    static_assert(WordGuess::rule_count == 8);
    for (std::size_t r = 0; r < count; ++r)
      greatest_eight(space.more.data() + r * lemma_.matrix.padded, counts_.rules,
                     out[space.word_of[first + r]].rules.data());
    multiply(squashed + columns_.name, count, columns_.width, nullptr, name_.matrix, {.bias = name_.bias.data()},
             space.names.data() + first * name_.matrix.padded, name_.matrix.padded);
    if (feature_size_ == 0) continue;
    multiply(squashed + columns_.feature, count, columns_.width, nullptr, feature_.matrix,
             {.bias = feature_.bias.data()}, space.more.data(), feature_.matrix.padded);
    for (std::size_t r = 0; r < count; ++r)
      out[space.word_of[first + r]].feature =
          best_of(space.more.data() + r * feature_.matrix.padded, feature_.matrix.outputs);
  }
  for (std::size_t s = 0; s < group.sentences.size(); ++s) {
    const std::uint32_t begin = borders[group.sentences[s]];
    const std::size_t words = borders[group.sentences[s] + 1] - begin;
    const auto scores_of = [&](std::size_t word) {
      return space.names.data() + group.row(s, word) * name_.matrix.padded;
    };
    if (name_start_.empty()) {
      for (std::size_t w = 0; w < words; ++w) out[begin + w].name = best_of(scores_of(w), counts_.names);
      continue;
    }
    best_path([&](std::size_t word, std::size_t label) { return scores_of(word)[label]; }, words, name_start_,
              name_step_, space.path_space, space.path);
    for (std::size_t w = 0; w < words; ++w) out[begin + w].name = space.path[w];
  }
}

void Heads::answer(const Group& group, const std::int8_t* states, const float* const* starts,
                   std::span<const std::uint32_t> borders, Space& space, std::vector<WordGuess>& out) const {
  judge(group, states, starts, borders, space, out);
  attach(group, borders, space, out);
}

}  // namespace sayso::language
