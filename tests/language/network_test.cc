// The network beside plain loops over the same file, word by word; and that nothing beside a sentence changes it.
#include "language/network.h"

#include <gtest/gtest.h>
#include <hwy/targets.h>

#include <cmath>
#include <thread>

#include "language/model_builder.h"
#include "language/tree.h"

namespace sayso::language {
namespace {

using Row = std::vector<float>;
using Quants = std::vector<int>;  // activations, in 127ths

struct Fraction {
  float over, under;
};
Fraction tanh_fraction(float value) {
  const float x = std::min(std::max(value, -4.97F), 4.97F), x2 = x * x;
  const float over = ((x2 * (1.0F / 135135) + 378.0F / 135135) * x2 + 17325.0F / 135135) * x2 + 1.0F;
  const float under = ((x2 * (28.0F / 135135) + 3150.0F / 135135) * x2 + 62370.0F / 135135) * x2 + 1.0F;
  return {x * over, under};
}
Fraction sigmoid_fraction(float value) {  // of twice the sigmoid
  const Fraction half = tanh_fraction(value * 0.5F);
  return {half.under + half.over, half.under};
}
int rounded(float x) { return static_cast<int>(std::lrint(x)); }
Quants squashed(const Row& x) {
  Quants out;
  for (const float v : x) {
    const Fraction curve = tanh_fraction(v);
    out.push_back(rounded(curve.over / curve.under * 127.0F));
  }
  return out;
}
Quants part(const Quants& a, const Quants& b) {
  Quants both = a;
  both.insert(both.end(), b.begin(), b.end());
  return both;
}
std::size_t best(const Row& scores) {
  return static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
}

// The model file read as its header describes it, run as the equations say.
class PlainNetwork {
 public:
  PlainNetwork(const ModelFile& file, testing::BuiltSizes sizes) : file_(file), sizes_(sizes) {}

  std::vector<WordGuess> read(const std::vector<std::string_view>& words) const {
    std::vector<WordGuess> out(words.size());
    std::vector<Quants> states;
    std::vector<float> scales;
    for (const std::string_view word : words) {
      const auto [q, scale] = embedded(word);
      states.push_back(q);
      scales.push_back(scale);
    }
    for (std::size_t layer = 0; layer < sizes_.layers; ++layer) {
      if (layer > 0) {
        for (Quants& state : states) state = squashed(linear("projection" + std::to_string(layer), state));
        scales.assign(words.size(), 1.0F / 127.0F);
      }
      const auto ahead = run(layer, states, scales, false), back = run(layer, states, scales, true);
      for (std::size_t w = 0; w < words.size(); ++w) states[w] = part(ahead[w], back[w]);
    }
    std::vector<Row> names;
    std::vector<Quants> children, heads;
    for (std::size_t w = 0; w < words.size(); ++w) {
      out[w].tag = static_cast<std::uint16_t>(best(linear("tag", states[w])));
      Row rules = linear("lemma", squashed(linear("lemma_hidden", states[w])));
      for (auto& rule : out[w].rules) {
        rule = static_cast<std::uint16_t>(best(rules));
        rules[rule] = -1e30F;
      }
      names.push_back(linear("name", squashed(linear("name_hidden", states[w]))));
      if (sizes_.all_parts)
        out[w].feature =
            static_cast<std::uint16_t>(best(linear("feature", squashed(linear("feature_hidden", states[w])))));
      else
        out[w].name = static_cast<std::uint16_t>(best(names[w]));
      children.push_back(squashed(linear("arc_child", states[w])));
      heads.push_back(squashed(linear("arc_head", states[w])));
    }
    if (sizes_.all_parts) {
      PathSpace space;
      std::vector<std::uint16_t> path;
      best_path([&](std::size_t w, std::size_t l) { return names[w][l]; }, words.size(), floats("name.start"),
                floats("name.step"), space, path);
      for (std::size_t w = 0; w < words.size(); ++w) out[w].name = path[w];
    }
    heads.insert(heads.begin(), fixed("root_arc"));
    Row arcs;
    for (std::size_t w = 0; w < words.size(); ++w) {
      const Row wanted = linear("arc_product", children[w]);
      const auto [wish, scale] = quantised(wanted, 8191.0F);
      for (const Quants& head : heads) {
        int sum = 0;
        for (std::size_t i = 0; i < head.size(); ++i) sum += wish[i] * head[i];
        const float score = static_cast<float>(sum) * (scale / 127.0F);
        arcs.push_back(score + product("arc_bias", head, 1.0F / 127.0F, Row(1, 0.0F))[0]);
      }
    }
    const auto tree = best_tree(arcs, words.size());
    for (std::size_t w = 0; w < words.size(); ++w) {
      out[w].head = tree[w];
      const Quants below = squashed(linear("label_child", states[w]));
      const Quants above = tree[w] == 0 ? fixed("root_label") : squashed(linear("label_head", states[tree[w] - 1]));
      Quants both;
      for (std::size_t i = 0; i < below.size(); ++i)
        both.push_back(rounded(static_cast<float>(below[i] * above[i]) / 127.0F));
      out[w].relation = static_cast<std::uint16_t>(best(linear("label", part(part(both, below), above))));
    }
    return out;
  }

 private:
  std::vector<float> floats(const std::string& name) const {
    const auto* section = file_.find(name);
    const auto values = file_.floats(name, section->rows).value();
    return {values.begin(), values.end()};
  }
  Quants fixed(const std::string& name) const {
    Quants out;
    for (const float v : floats(name)) out.push_back(rounded(v * 127.0F));
    return out;
  }
  std::int8_t weight(const std::string& name, std::size_t row, std::size_t column) const {
    const auto* section = file_.find(name);
    return file_.bytes(name, section->rows, section->columns).value()[row * section->columns + column];
  }
  Row product(const std::string& name, const Quants& x, float unit, Row start) const {
    const auto* section = file_.find(name + ".weights");
    const auto weights = file_.bytes(name + ".weights", section->rows, section->columns).value();
    const auto scales = file_.floats(name + ".scales", section->rows).value();
    EXPECT_EQ(x.size(), section->columns) << name;
    for (std::size_t o = 0; o < section->rows; ++o) {
      int sum = 0;
      for (std::size_t i = 0; i < x.size(); ++i) sum += x[i] * weights[o * x.size() + i];
      const float scale = scales[o] * unit, add = static_cast<float>(sum) * scale;
      start[o] = start[o] + add;
    }
    return start;
  }
  Row linear(const std::string& name, const Quants& x) const {
    return product(name, x, 1.0F / 127.0F, floats(name + ".bias"));
  }
  static std::pair<Quants, float> quantised(const Row& x, float limit) {
    float top = 0;
    for (const float v : x) top = std::max(top, std::fabs(v));
    const float by = limit / top;
    Quants out;
    for (const float v : x) out.push_back(rounded(v * by));
    return {out, top / limit};
  }
  void put(Row& to, const std::string& table, std::size_t row) const {
    const float scale = floats(table + ".scales")[row];
    for (std::size_t i = 0; i < file_.find(table + ".weights")->columns; ++i)
      to.push_back(static_cast<float>(weight(table + ".weights", row, i)) * scale);
  }
  std::size_t place(const std::string& table, std::uint64_t key) const {
    const auto keys = file_.keys(table + ".keys").value();
    for (std::size_t i = 0; i < keys.size(); ++i)
      if (keys[i] == folded(key)) return i + 1;
    return 0;
  }
  std::pair<Quants, float> embedded(std::string_view word) const {
    const Surface surface = surface_of(word);
    Row row;
    for (std::size_t kind = 0; kind < surface_count; ++kind) {
      const std::string table(surface_names[kind]);
      put(row, table, place(table, surface_key(kind, surface[kind])));
    }
    put(row, "vector", place("vector", surface_key(0, surface[0])));
    if (sizes_.all_parts) {
      const std::size_t at = place("member", surface_key(0, surface[0]));
      put(row, "member", at == 0 ? 0 : static_cast<std::uint8_t>(weight("member.rows", at - 1, 0)));
      WordKeys keys;
      find_keys(word, keys);
      Row mean(64, 0.0F);
      for (const std::uint64_t key : keys.pieces) {
        Row piece;
        put(piece, "grams", key % sizes_.pieces);
        for (std::size_t i = 0; i < mean.size(); ++i) mean[i] = mean[i] + piece[i];
      }
      for (const float sum : mean)
        row.push_back(keys.pieces.empty() ? 0.0F : sum / static_cast<float>(keys.pieces.size()));
    }
    return quantised(row, 127.0F);
  }
  std::vector<Quants> run(std::size_t layer, const std::vector<Quants>& states, const std::vector<float>& scales,
                          bool back) const {
    const std::string name = "lstm" + std::to_string(layer) + (back ? ".backward" : ".forward");
    const std::size_t h = sizes_.hidden;
    Row memory(h, 0.0F);
    std::vector<Quants> out(states.size());
    Quants last;
    for (std::size_t done = 0; done < states.size(); ++done) {
      const std::size_t w = back ? states.size() - 1 - done : done;
      Row gates = product(name + ".input", states[w], scales[w], floats(name + ".bias"));
      if (!last.empty()) gates = product(name + ".recurrent", last, 1.0F / 127.0F, gates);
      last.clear();
      for (std::size_t i = 0; i < h; ++i) {
        const Fraction in = sigmoid_fraction(gates[i]), keep = sigmoid_fraction(gates[h + i]),
                       news = tanh_fraction(gates[2 * h + i]), show = sigmoid_fraction(gates[3 * h + i]);
        const float kept = (keep.over * memory[i]) * (in.under * news.under);
        const float come = (in.over * news.over) * keep.under;
        memory[i] = (kept + come) / ((in.under * news.under) * keep.under) * 0.5F;
        const Fraction shown = tanh_fraction(memory[i]);
        last.push_back(rounded((show.over * shown.over) / (show.under * shown.under) * 63.5F));
      }
      out[w] = last;
    }
    return out;
  }

  const ModelFile& file_;
  testing::BuiltSizes sizes_;
};

struct Model {
  explicit Model(testing::BuiltSizes sizes = {})
      : file(ModelFile::parse(testing::built_model(sizes), "built").value()),
        network(Network::load(file, {5, 9, 6, 7}).value()),
        plain(file, sizes) {}
  ModelFile file;
  Network network;
  PlainNetwork plain;
};

struct Text {
  std::vector<std::string_view> forms{};
  std::vector<std::uint32_t> borders{0};
};

// Sentences of these lengths, of words that are known, half known and not known.
Text text_of(const std::vector<std::size_t>& lengths) {
  static const std::vector<std::string> more{"Kesh", "armies", "Ünal", "2,000", "a", "“", "x-y", "Saidbrough"};
  Text text;
  std::mt19937 dice(11);
  for (const std::size_t length : lengths) {
    for (std::size_t w = 0; w < length; ++w) {
      const std::size_t n = dice() % (testing::built_words.size() + more.size());
      text.forms.push_back(n < more.size() ? more[n] : testing::built_words[n - more.size()]);
    }
    text.borders.push_back(static_cast<std::uint32_t>(text.forms.size()));
  }
  return text;
}

TEST(Network, IsWhatPlainLoopsGive) {
  for (const testing::BuiltSizes& sizes :
       {testing::BuiltSizes{}, testing::BuiltSizes{.hidden = 64, .layers = 3, .projection = 96, .lemma = 64, .arc = 64},
        testing::BuiltSizes{.all_parts = false}}) {
    const Model model(sizes);
    const Text text = text_of({7, 1, 12, 3});
    const auto found = model.network.read(text.forms, text.borders);
    for (std::size_t s = 0; s + 1 < text.borders.size(); ++s) {
      const std::vector<std::string_view> words(text.forms.begin() + text.borders[s],
                                                text.forms.begin() + text.borders[s + 1]);
      const auto plain = model.plain.read(words);
      for (std::size_t w = 0; w < words.size(); ++w)
        EXPECT_TRUE(found[text.borders[s] + w] == plain[w]) << s << " " << words[w];
    }
  }
}

TEST(Network, AnswersTheSameOnEveryUnitAndFromAnyThread) {
  const Model model;
  const Text text = text_of({40, 3, 17, 1, 1, 5, 28, 90});
  const auto found = model.network.read(text.forms, text.borders);
  for (const auto target : hwy::SupportedAndGeneratedTargets()) {
    hwy::SetSupportedTargetsForTest(target);
    const Model other;  // of an empty cache
    EXPECT_TRUE(other.network.read(text.forms, text.borders) == found) << hwy::TargetName(target);
    EXPECT_TRUE(model.network.read(text.forms, text.borders) == found) << hwy::TargetName(target);
  }
  hwy::SetSupportedTargetsForTest(0);
  std::vector<std::vector<WordGuess>> made(4);
  std::vector<std::thread> threads;
  for (auto& guesses : made) threads.emplace_back([&] { guesses = model.network.read(text.forms, text.borders); });
  for (std::thread& thread : threads) thread.join();
  for (const auto& guesses : made) EXPECT_TRUE(guesses == found);
}

TEST(Network, AnswersASentenceTheSameAmongOthers) {
  const Model model;
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < 150; ++i) lengths.push_back(1 + i * 7 % 23);
  lengths.push_back(1500);  // longer than a group
  const Text text = text_of(lengths);
  const auto found = model.network.read(text.forms, text.borders);
  for (std::size_t s = 0; s < lengths.size(); s += 13) {
    const std::span<const std::string_view> words(text.forms.data() + text.borders[s], lengths[s]);
    const std::vector<std::uint32_t> borders{0, static_cast<std::uint32_t>(lengths[s])};
    const auto alone = model.network.read(words, borders);
    EXPECT_TRUE(std::equal(alone.begin(), alone.end(), found.begin() + text.borders[s])) << s;
  }
}

TEST(Network, HoldsNothingAndMoreFormsThanItsCache) {
  const Model model;
  EXPECT_TRUE(model.network.read({}, {}).empty());
  EXPECT_TRUE(model.network.read({}, std::vector<std::uint32_t>{0}).empty());
  std::vector<std::string> words;
  for (int i = 0; i < 5000; ++i)
    words.push_back("w" + std::string(static_cast<std::size_t>(i % 40), 'x') + std::to_string(i));
  Text text;
  for (const std::string& word : words) {
    text.forms.push_back(word);
    if (text.forms.size() % 25 == 0) text.borders.push_back(static_cast<std::uint32_t>(text.forms.size()));
  }
  const auto first = model.network.read(text.forms, text.borders);
  EXPECT_TRUE(model.network.read(text.forms, text.borders) == first);
}

TEST(Network, RefusesPartsThatDoNotFit) {
  const auto loaded = [](testing::BuiltSizes sizes, Network::Counts counts) {
    const ModelFile file = ModelFile::parse(testing::built_model(sizes), "built").value();
    return Network::load(file, counts).has_value();
  };
  EXPECT_TRUE(loaded({}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({}, {6, 9, 6, 7}));
  EXPECT_FALSE(loaded({}, {5, 9, 6, 8}));
  EXPECT_FALSE(loaded({}, {5, 7, 6, 7}));
  EXPECT_FALSE(loaded({.hidden = 16}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({.projection = 0}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({.projection = 16}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({.lemma = 0}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({.layers = 0}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({.layers = 9}, {5, 9, 6, 7}));
  EXPECT_FALSE(loaded({.bundles = 0}, {5, 9, 6, 7}));
}

TEST(BestPath, IsTheBestOfAllPaths) {
  std::mt19937 dice(8);
  for (int round = 0; round < 300; ++round) {
    const std::size_t labels = 1 + dice() % 4, words = 1 + dice() % 5;
    const auto some = [&](std::size_t count) {
      Row made(count);
      for (float& v : made) v = static_cast<float>(dice() % 21) - 10.0F;
      return made;
    };
    const Row scores = some(words * labels), start = some(labels), step = some(labels * labels);
    const auto worth = [&](const std::vector<std::uint16_t>& path) {
      float sum = start[path[0]];
      for (std::size_t w = 0; w < words; ++w)
        sum += scores[w * labels + path[w]] + (w > 0 ? step[path[w - 1] * labels + path[w]] : 0.0F);
      return sum;
    };
    std::vector<std::uint16_t> path(words, 0), found;
    float most = worth(path);
    for (std::size_t w = 0; w < words;) {  // count through all paths
      if (++path[w] == labels) {
        path[w++] = 0;
        continue;
      }
      w = 0;
      most = std::max(most, worth(path));
    }
    PathSpace space;
    best_path([&](std::size_t w, std::size_t l) { return scores[w * labels + l]; }, words, start, step, space, found);
    EXPECT_EQ(worth(found), most);
  }
}

}  // namespace
}  // namespace sayso::language
