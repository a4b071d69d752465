// Runs the network over whole groups of sentences at once.
//
//     sentences of 5, 4 and 2 words lie position by position:   a0 b0 c0  a1 b1 c1  a2 b2  a3 b3  a4
//     so that one step of the LSTM is one matrix product over the sentences that are still running, without padding.
//
// Left out on purpose: training, dropout. Words that occur twice in a group are embedded once.
// Test: tests/language/network_test.cc compares with the trained network's own answers.
#include "language/network.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <string>
#include <unordered_map>

#include "base/tsv.h"
#include "language/tree.h"

namespace sayso::language {
namespace {

constexpr std::size_t sentences_in_group = 48, words_in_group = 1024;
constexpr float dynamic_limit = 1023.0F;  // 1023 * 8191 * 256 < 2^31: arc products stay exact
constexpr std::size_t largest_arc = 256;

std::uint16_t best_of(const float* scores, std::size_t count) {
  std::size_t best = 0;
  for (std::size_t i = 1; i < count; ++i)
    if (scores[i] > scores[best]) best = i;
  return static_cast<std::uint16_t>(best);
}

// The best eight, best first, ties to the lower.
std::array<std::uint16_t, WordGuess::rule_count> best_rules(const float* scores, std::size_t count) {
  std::array<std::uint16_t, WordGuess::rule_count> best{};
  std::size_t kept = 0;
  for (std::size_t i = 0; i < count; ++i) {
    if (kept == best.size() && !(scores[i] > scores[best[kept - 1]])) continue;
    std::size_t at = kept < best.size() ? kept++ : kept - 1;
    for (; at > 0 && scores[i] > scores[best[at - 1]]; --at) best[at] = best[at - 1];
    best[at] = static_cast<std::uint16_t>(i);
  }
  return best;
}

// "hidden 192\nlayers 2\n" -> the number beside the name, or 0.
std::size_t size_named(std::string_view text, std::string_view name) {
  for (const std::string_view line : split(text, '\n')) {
    const auto parts = split(line, ' ');
    if (parts.size() != 2 || parts[0] != name || parts[1].size() > 6) continue;
    std::size_t value = 0;
    for (const char c : parts[1]) {
      if (c < '0' || c > '9') return 0;
      value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
  }
  return 0;
}

std::vector<std::int16_t> fixed(std::span<const float> values) {
  std::vector<std::int16_t> out;
  for (const float v : values)
    out.push_back(static_cast<std::int16_t>(std::lrint(std::clamp(v, -1.0F, 1.0F) * activation_unit)));
  return out;
}

}  // namespace

std::size_t Network::Table::row(std::uint64_t key) const {
  const auto found = std::lower_bound(keys.begin(), keys.end(), key);
  return found != keys.end() && *found == key ? static_cast<std::size_t>(found - keys.begin()) + 1 : 0;
}

bool Network::knows(std::string_view form) const {
  const std::uint64_t key = surface_key(0, surface_of(form)[0]);
  return tables_.front().row(key) != 0 || tables_.back().row(key) != 0;
}

Result<Network::Table> Network::load_table(const ModelFile& file, std::string_view name) {
  Table table;
  const std::string stem(name);
  const auto keys = file.keys(stem + ".keys");
  if (!keys) return keys.error();
  table.keys = *keys;
  if (!std::is_sorted(table.keys.begin(), table.keys.end()))
    return file.fault("its table \"" + stem + "\" is not in order");
  const ModelFile::Section* section = file.find(stem + ".weights");
  table.width = section != nullptr ? section->columns : 0;
  if (table.width == 0 || table.width > 512) return file.fault("its table \"" + stem + "\" has no rows");
  const auto rows = file.bytes(stem + ".weights", table.keys.size() + 1, table.width);
  if (!rows) return rows.error();
  const auto scales = file.floats(stem + ".scales", table.keys.size() + 1);
  if (!scales) return scales.error();
  table.rows = *rows;
  table.scales = *scales;
  return table;
}

Result<Network::Linear> Network::load_linear(const ModelFile& file, std::string_view name, std::size_t outputs,
                                             std::size_t inputs, bool bias) {
  const std::string stem(name);
  if (inputs == 0 || inputs % 2 != 0 || inputs > largest_inputs)
    return file.fault("its layer \"" + stem + "\" has a width we cannot run");
  const auto weights = file.bytes(stem + ".weights", outputs, inputs);
  if (!weights) return weights.error();
  const auto scales = file.floats(stem + ".scales", outputs);
  if (!scales) return scales.error();
  Linear linear{pack(weights->data(), outputs, inputs, scales->data()), {}};
  linear.bias.assign(linear.matrix.padded, 0.0F);
  if (bias) {
    const auto values = file.floats(stem + ".bias", outputs);
    if (!values) return values.error();
    std::copy(values->begin(), values->end(), linear.bias.begin());
  }
  return linear;
}

Result<Network> Network::load(const ModelFile& file, Counts counts) {
  const auto sizes = file.text("sizes");
  if (!sizes) return sizes.error();
  Network n;
  n.counts_ = counts;
  n.hidden_ = size_named(*sizes, "hidden");
  n.arc_ = size_named(*sizes, "arc");
  n.label_size_ = size_named(*sizes, "label");
  n.name_size_ = size_named(*sizes, "name");
  const std::size_t layers = size_named(*sizes, "layers");
  for (const std::size_t size : {n.hidden_, n.arc_, n.label_size_, n.name_size_})
    if (size == 0 || size % 32 != 0 || size > largest_inputs / 4) return file.fault("has sizes we cannot run");
  if (layers == 0 || layers > 8 || n.arc_ > largest_arc || counts.rules < WordGuess::rule_count)
    return file.fault("has sizes we cannot run");

  for (std::size_t kind = 0; kind <= surface_count; ++kind) {
    auto table = load_table(file, kind < surface_count ? surface_names[kind] : "vector");
    if (!table) return table.error();
    n.input_ += table->width;
    n.tables_.push_back(*std::move(table));
  }
  const auto linear = [&](Linear& to, std::string_view name, std::size_t outputs, std::size_t inputs,
                          bool bias) -> Result<Done> {
    auto made = load_linear(file, name, outputs, inputs, bias);
    if (!made) return made.error();
    to = *std::move(made);
    return Done{};
  };
  std::size_t width = n.input_;
  for (std::size_t i = 0; i < layers; ++i) {
    auto& layer = n.layers_.emplace_back();
    for (std::size_t side = 0; side < 2; ++side) {
      const std::string name = "lstm" + std::to_string(i) + (side == 0 ? ".forward" : ".backward");
      Linear recurrent;
      if (auto done = linear(layer[side].input, name + ".input", 4 * n.hidden_, width, false); !done)
        return done.error();
      if (auto done = linear(recurrent, name + ".recurrent", 4 * n.hidden_, n.hidden_, false); !done)
        return done.error();
      const auto bias = file.floats(name + ".bias", 4 * n.hidden_);
      if (!bias) return bias.error();
      std::copy(bias->begin(), bias->end(), layer[side].input.bias.begin());
      layer[side].recurrent = std::move(recurrent.matrix);
    }
    width = 2 * n.hidden_;
  }
  struct Head {
    Linear* to;
    std::string_view name;
    std::size_t outputs, inputs;
    bool bias = true;
  };
  for (const Head& head :
       {Head{&n.tag_, "tag", counts.tags, width}, Head{&n.lemma_, "lemma", counts.rules, width},
        Head{&n.name_hidden_, "name_hidden", n.name_size_, width}, Head{&n.name_, "name", counts.names, n.name_size_},
        Head{&n.arc_child_, "arc_child", n.arc_, width}, Head{&n.arc_head_, "arc_head", n.arc_, width},
        Head{&n.arc_product_, "arc_product", n.arc_, n.arc_}, Head{&n.arc_bias_, "arc_bias", 1, n.arc_, false},
        Head{&n.label_child_, "label_child", n.label_size_, width},
        Head{&n.label_head_, "label_head", n.label_size_, width},
        Head{&n.label_, "label", counts.relations, 3 * n.label_size_}})
    if (auto done = linear(*head.to, head.name, head.outputs, head.inputs, head.bias); !done) return done.error();
  const auto root_arc = file.floats("root_arc", n.arc_);
  if (!root_arc) return root_arc.error();
  const auto root_label = file.floats("root_label", n.label_size_);
  if (!root_label) return root_label.error();
  n.root_arc_ = fixed(*root_arc);
  n.root_label_ = fixed(*root_label);
  return n;
}

// Some sentences, longest first, position by position.
struct Network::Group {
  std::vector<std::uint32_t> sentences{};  // indexes of the call's sentences, longest first
  std::vector<std::uint32_t>
      starts{};  // position -> its first row; one more at the end. Rows of one position: one a sentence.
  std::size_t rows = 0;
  std::array<std::vector<float>, 2> gates{};  // rows x 4 hidden, a direction each: the inputs' share, then everything
  std::vector<std::int16_t> state{};          // rows x 2 hidden

  std::size_t row(std::size_t sentence, std::size_t position) const { return starts[position] + sentence; }
};

void Network::embed(Group& group, std::span<const std::string_view> forms) const {
  std::unordered_map<std::string_view, std::uint32_t> types;
  std::vector<std::uint32_t> type_of(group.rows);
  for (std::size_t r = 0; r < group.rows; ++r)
    type_of[r] = types.emplace(forms[r], static_cast<std::uint32_t>(types.size())).first->second;
  std::vector<std::int16_t> inputs(types.size() * input_);
  std::vector<float> scales(types.size()), row(input_);
  for (const auto& [form, type] : types) {
    const Surface surface = surface_of(form);
    std::size_t at = 0;
    for (std::size_t t = 0; t < tables_.size(); ++t) {
      const Table& table = tables_[t];
      const std::size_t kind = t < surface_count ? t : 0;
      const std::size_t found = table.row(surface_key(kind, surface[kind]));
      for (std::size_t i = 0; i < table.width; ++i)
        row[at++] = static_cast<float>(table.rows[found * table.width + i]) * table.scales[found];
    }
    scales[type] = quantise(row.data(), input_, activation_unit, inputs.data() + type * input_);
  }
  std::vector<float> products(types.size() * 4 * hidden_);
  for (std::size_t side = 0; side < 2; ++side) {
    const Linear& input = layers_[0][side].input;
    multiply(inputs.data(), types.size(), input_, scales.data(), input.matrix, input.bias.data(), products.data(),
             4 * hidden_);
    group.gates[side].resize(group.rows * 4 * hidden_);
    for (std::size_t r = 0; r < group.rows; ++r)
      std::copy_n(products.data() + type_of[r] * 4 * hidden_, 4 * hidden_, group.gates[side].data() + r * 4 * hidden_);
  }
}

void Network::recur(Group& group, const std::array<Direction, 2>& layer) const {
  const std::size_t positions = group.starts.size() - 1, width = 2 * hidden_;
  for (std::size_t side = 0; side < 2; ++side) {
    std::vector<float> memory(group.sentences.size() * hidden_, 0.0F);
    std::int16_t* state = group.state.data() + side * hidden_;
    std::size_t before = 0, running = 0;  // the first row of the last position done, and how many of its rows go on
    for (std::size_t done = 0; done < positions; ++done) {
      const std::size_t position = side == 0 ? done : positions - 1 - done;
      const std::size_t first = group.starts[position], count = group.starts[position + 1] - first;
      float* gates = group.gates[side].data() + first * 4 * hidden_;
      if (done > 0)
        multiply(state + before * width, std::min(running, count), width, nullptr, layer[side].recurrent, nullptr,
                 gates, 4 * hidden_);
      for (std::size_t r = 0; r < count; ++r)
        step(gates + r * 4 * hidden_, hidden_, memory.data() + r * hidden_, state + (first + r) * width);
      before = first;
      running = count;
    }
  }
}

void Network::answer(const Group& group, std::span<const std::uint32_t> borders, std::vector<WordGuess>& out) const {
  const std::size_t width = 2 * hidden_;
  std::vector<float> tags(group.rows * tag_.matrix.padded), rules(group.rows * lemma_.matrix.padded),
      hidden(group.rows * name_size_), names(group.rows * name_.matrix.padded);
  std::vector<std::int16_t> squashed(group.rows * name_size_);
  multiply(group.state.data(), group.rows, width, nullptr, tag_.matrix, tag_.bias.data(), tags.data(),
           tag_.matrix.padded);
  multiply(group.state.data(), group.rows, width, nullptr, lemma_.matrix, lemma_.bias.data(), rules.data(),
           lemma_.matrix.padded);
  multiply(group.state.data(), group.rows, width, nullptr, name_hidden_.matrix, name_hidden_.bias.data(), hidden.data(),
           name_size_);
  squash(hidden.data(), hidden.size(), squashed.data());
  multiply(squashed.data(), group.rows, name_size_, nullptr, name_.matrix, name_.bias.data(), names.data(),
           name_.matrix.padded);
  for (std::size_t s = 0; s < group.sentences.size(); ++s) {
    const std::uint32_t begin = borders[group.sentences[s]], end = borders[group.sentences[s] + 1];
    for (std::uint32_t w = begin; w < end; ++w) {
      const std::size_t r = group.row(s, w - begin);
      out[w].tag = best_of(tags.data() + r * tag_.matrix.padded, counts_.tags);
      out[w].name = best_of(names.data() + r * name_.matrix.padded, counts_.names);
      out[w].rules = best_rules(rules.data() + r * lemma_.matrix.padded, counts_.rules);
    }
  }
}

void Network::attach(const Group& group, std::span<const std::uint32_t> borders, std::vector<WordGuess>& out) const {
  const std::size_t width = 2 * hidden_, rows = group.rows;
  const auto squashed = [&](const Linear& linear) {
    std::vector<float> values(rows * linear.matrix.padded);
    std::vector<std::int16_t> made(values.size());
    multiply(group.state.data(), rows, width, nullptr, linear.matrix, linear.bias.data(), values.data(),
             linear.matrix.padded);
    squash(values.data(), values.size(), made.data());
    return made;
  };
  const std::vector<std::int16_t> child = squashed(arc_child_), head = squashed(arc_head_),
                                  label_child = squashed(label_child_), label_head = squashed(label_head_);
  std::vector<float> wanted(rows * arc_), leaning(rows * panel_width), root_leaning(panel_width), unit(rows);
  std::vector<std::int16_t> wanted_fixed(rows * arc_);
  multiply(child.data(), rows, arc_, nullptr, arc_product_.matrix, arc_product_.bias.data(), wanted.data(), arc_);
  for (std::size_t r = 0; r < rows; ++r)
    unit[r] = quantise(wanted.data() + r * arc_, arc_, dynamic_limit, wanted_fixed.data() + r * arc_);
  multiply(head.data(), rows, arc_, nullptr, arc_bias_.matrix, arc_bias_.bias.data(), leaning.data(), panel_width);
  multiply(root_arc_.data(), 1, arc_, nullptr, arc_bias_.matrix, arc_bias_.bias.data(), root_leaning.data(),
           panel_width);

  std::vector<std::int16_t> heads, pairs(3 * label_size_ * rows);
  std::vector<std::int32_t> sums;
  std::vector<float> scores;
  std::vector<std::uint32_t> word_of(rows);
  for (std::size_t s = 0; s < group.sentences.size(); ++s) {
    const std::uint32_t begin = borders[group.sentences[s]];
    const std::size_t words = borders[group.sentences[s] + 1] - begin;
    heads.assign(root_arc_.begin(), root_arc_.end());
    for (std::size_t w = 0; w < words; ++w)
      heads.insert(heads.end(), head.data() + group.row(s, w) * arc_, head.data() + (group.row(s, w) + 1) * arc_);
    sums.resize(words + 1);
    scores.resize(words * (words + 1));
    for (std::size_t w = 0; w < words; ++w) {
      const std::size_t r = group.row(s, w);
      dots(wanted_fixed.data() + r * arc_, heads.data(), words + 1, arc_, arc_, sums.data());
      const float scale = unit[r] / activation_unit;
      for (std::size_t h = 0; h <= words; ++h)
        scores[w * (words + 1) + h] = static_cast<float>(sums[h]) * scale +
                                      (h == 0 ? root_leaning[0] : leaning[group.row(s, h - 1) * panel_width]);
    }
    const std::vector<std::uint32_t> tree = best_tree(scores, words);
    for (std::size_t w = 0; w < words; ++w) {
      const std::size_t r = group.row(s, w);
      out[begin + w].head = tree[w];
      word_of[r] = static_cast<std::uint32_t>(begin + w);
      const std::int16_t* below = label_child.data() + r * label_size_;
      const std::int16_t* above =
          tree[w] == 0 ? root_label_.data() : label_head.data() + group.row(s, tree[w] - 1) * label_size_;
      std::int16_t* pair = pairs.data() + r * 3 * label_size_;
      for (std::size_t i = 0; i < label_size_; ++i) {
        pair[i] = static_cast<std::int16_t>(
            std::lrint(static_cast<float>(below[i]) * static_cast<float>(above[i]) / activation_unit));
        pair[label_size_ + i] = below[i];
        pair[2 * label_size_ + i] = above[i];
      }
    }
  }
  std::vector<float> labels(rows * label_.matrix.padded);
  multiply(pairs.data(), rows, 3 * label_size_, nullptr, label_.matrix, label_.bias.data(), labels.data(),
           label_.matrix.padded);
  for (std::size_t r = 0; r < rows; ++r)
    out[word_of[r]].relation = best_of(labels.data() + r * label_.matrix.padded, counts_.relations);
}

std::vector<WordGuess> Network::read(std::span<const std::string_view> forms,
                                     std::span<const std::uint32_t> borders) const {
  std::vector<WordGuess> out(forms.size());
  if (borders.size() < 2) return out;
  std::vector<std::uint32_t> order(borders.size() - 1);
  std::iota(order.begin(), order.end(), 0U);
  const auto length = [&](std::uint32_t s) { return borders[s + 1] - borders[s]; };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return length(a) > length(b); });
  for (std::size_t next = 0; next < order.size();) {
    Group group;
    while (next < order.size() && group.sentences.size() < sentences_in_group &&
           (group.rows == 0 || group.rows + length(order[next]) <= words_in_group)) {
      group.rows += length(order[next]);
      group.sentences.push_back(order[next++]);
    }
    std::vector<std::string_view> words;
    words.reserve(group.rows);
    for (std::uint32_t position = 0; position < length(group.sentences[0]); ++position) {
      group.starts.push_back(static_cast<std::uint32_t>(words.size()));
      for (std::size_t s = 0; s < group.sentences.size() && length(group.sentences[s]) > position; ++s)
        words.push_back(forms[borders[group.sentences[s]] + position]);
    }
    group.starts.push_back(static_cast<std::uint32_t>(words.size()));
    group.state.resize(group.rows * 2 * hidden_);
    embed(group, words);
    for (std::size_t layer = 0; layer < layers_.size(); ++layer) {
      if (layer > 0) {
        for (std::size_t side = 0; side < 2; ++side) {
          const Linear& input = layers_[layer][side].input;
          multiply(group.state.data(), group.rows, 2 * hidden_, nullptr, input.matrix, input.bias.data(),
                   group.gates[side].data(), 4 * hidden_);
        }
      }
      recur(group, layers_[layer]);
    }
    answer(group, borders, out);
    attach(group, borders, out);
  }
  return out;
}

}  // namespace sayso::language
