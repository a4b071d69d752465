// Runs the sentence splitter's network over many paragraphs at once.
//
//     paragraphs of 300, 90 and 40 words -> windows [0,192) [128,300) [300,390) [390,430), position by position
//
// Words that occur twice in a group of windows are looked up once. Arithmetic in integers: the same bits everywhere.
// Left out on purpose: what a boundary may not part; see sentences.cc. Test: tests/language/splitter_test.cc compares
// with the trained network's own answers.
#include "language/splitter.h"

#include <algorithm>
#include <numeric>
#include <string>
#include <unordered_map>

#include "base/tsv.h"
#include "language/cells.h"
#include "language/surface.h"

namespace sayso::language {
namespace {

using Activation = std::int8_t;

constexpr std::uint32_t core_words = 160, context_words = 32;  // of a window inside a long paragraph
constexpr std::size_t windows_in_group = 48, words_in_windows = 2048;
constexpr std::size_t largest_hidden = 128;
enum Space : std::uint8_t { none, white, beginning };

}  // namespace

struct Splitter::Window {
  std::uint32_t begin = 0, end = 0;   // the words that are read
  std::uint32_t first = 0, last = 0;  // the words that are answered
  bool opens = false;                 // a paragraph
  std::uint32_t size() const { return end - begin; }
};

// Some windows, longest first, position by position.
struct Splitter::Group {
  std::span<const Window> windows{};
  std::vector<std::uint32_t> starts{};  // position -> its first row; one more at the end
  std::vector<std::uint32_t> words{};   // row -> word
  std::vector<std::uint8_t> spaces{};   // row -> Space
  std::vector<std::uint32_t> type_of{};
  std::vector<float> products{};    // type -> its share of the gates of both directions
  std::vector<Activation> state{};  // rows x 2 hidden
};

Result<Done> Splitter::load_tables(const ModelFile& file) {
  constexpr std::array<std::string_view, table_count> names{"splitter.word", "splitter.suffix", "splitter.shape"};
  constexpr std::array<std::size_t, table_count> features{0, 4, 6};
  for (std::size_t t = 0; t < table_count; ++t) {
    Table& table = tables_[t];
    const std::string stem(names[t]);
    const auto keys = file.keys(stem + ".keys");
    if (!keys) return keys.error();
    if (!std::is_sorted(keys->begin(), keys->end())) return file.fault("its table \"" + stem + "\" is not in order");
    const ModelFile::Section* section = file.find(stem + ".weights");
    table.width = section != nullptr ? section->columns : 0;
    if (table.width == 0 || table.width % 8 != 0 || table.width > 256)
      return file.fault("its table \"" + stem + "\" has no rows, or of a width we cannot run");
    const auto rows = file.bytes(stem + ".weights", keys->size() + 1, table.width);
    if (!rows) return rows.error();
    const auto scales = file.floats(stem + ".scales", keys->size() + 1);
    if (!scales) return scales.error();
    table.index = KeyIndex(*keys);
    table.rows = *rows;
    table.scales = *scales;
    table.feature = features[t];
    input_width_ += table.width;
  }
  return Done{};
}

Result<Done> Splitter::load_direction(const ModelFile& file, std::size_t side) {
  const std::string stem = side == 0 ? "splitter.forward" : "splitter.backward";
  const std::size_t gates = 4 * hidden_;
  auto input = load_linear(file, stem + ".input", gates, input_width_, false);
  if (!input) return input.error();
  auto recurrent = load_linear(file, stem + ".state", gates, hidden_, false);
  if (!recurrent) return recurrent.error();
  input_[side] = *std::move(input);
  recurrent_[side] = std::move(recurrent->matrix);
  const auto bias = file.floats(stem + ".bias", gates);
  if (!bias) return bias.error();
  const ModelFile::Section* section = file.find("splitter.space.weights");
  const std::size_t width = section != nullptr ? section->columns : 0;
  const auto space = load_linear(file, stem + ".space", gates, width, false);
  if (!space) return space.error();
  const auto rows = file.bytes("splitter.space.weights", space_kinds, width);
  if (!rows) return rows.error();
  const auto scales = file.floats("splitter.space.scales", space_kinds);
  if (!scales) return scales.error();
  for (std::size_t kind = 0; kind < space_kinds; ++kind) {
    std::vector<Activation> row(rows->begin() + static_cast<std::ptrdiff_t>(kind * width),
                                rows->begin() + static_cast<std::ptrdiff_t>((kind + 1) * width));
    std::vector<float>& share = space_[side][kind];
    share.assign(bias->begin(), bias->end());
    multiply(row.data(), 1, width, &(*scales)[kind], space->matrix, {}, share.data(), gates);
  }
  return Done{};
}

Result<Splitter> Splitter::load(const ModelFile& file) {
  const auto sizes = file.text("splitter.sizes");
  if (!sizes) return sizes.error();
  Splitter s;
  const auto parts = split(trim(*sizes), ' ');
  if (parts.size() == 2 && parts[0] == "hidden" && parts[1].size() <= 4)
    for (const char c : parts[1])
      s.hidden_ = c >= '0' && c <= '9' ? 10 * s.hidden_ + static_cast<std::size_t>(c - '0') : largest_hidden + 1;
  if (s.hidden_ == 0 || s.hidden_ % 16 != 0 || s.hidden_ > largest_hidden)
    return file.fault("has a splitter of a size we cannot run");
  if (auto done = s.load_tables(file); !done) return done.error();
  for (std::size_t side = 0; side < 2; ++side)
    if (auto done = s.load_direction(file, side); !done) return done.error();
  auto out = load_linear(file, "splitter.out", 1, 2 * s.hidden_, true);
  if (!out) return out.error();
  s.out_ = *std::move(out);
  return s;
}

void Splitter::embed(std::string_view text, std::span<const Span> words, Group& group) const {
  std::unordered_map<std::string_view, std::uint32_t> types;
  group.type_of.resize(group.words.size());
  for (std::size_t r = 0; r < group.words.size(); ++r)
    group.type_of[r] =
        types.emplace(slice(text, words[group.words[r]]), static_cast<std::uint32_t>(types.size())).first->second;
  std::vector<Activation> inputs(types.size() * input_width_);
  std::vector<float> scales(types.size()), row(input_width_);
  WordKeys keys;
  for (const auto& [form, type] : types) {
    find_keys(form, keys);
    float* to = row.data();
    for (const Table& table : tables_) {
      const std::size_t at = table.index.find(keys.features[table.feature]);
      put_row(table.rows.data() + at * table.width, table.scales[at], table.width, to);
      to += table.width;
    }
    scales[type] = quantise(row.data(), input_width_, inputs.data() + type * input_width_);
  }
  const std::size_t gates = 4 * hidden_;
  group.products.resize(types.size() * 2 * gates);
  for (std::size_t side = 0; side < 2; ++side)
    multiply(inputs.data(), types.size(), input_width_, scales.data(), input_[side].matrix,
             {.bias = input_[side].bias.data()}, group.products.data() + side * gates, 2 * gates);
}

void Splitter::recur(Group& group) const {
  const std::size_t positions = group.starts.size() - 1, gates = 4 * hidden_, width = 2 * hidden_;
  group.state.resize(group.words.size() * width);
  std::vector<float> sums(group.windows.size() * gates), memory;
  for (std::size_t side = 0; side < 2; ++side) {
    memory.assign(group.windows.size() * hidden_, 0.0F);
    Activation* const state = group.state.data() + side * hidden_;
    std::size_t before = 0, running = 0;  // the first row of the last position done, and how many rows it had
    for (std::size_t done = 0; done < positions; ++done) {
      const std::size_t position = side == 0 ? done : positions - 1 - done;
      const std::size_t first = group.starts[position], count = group.starts[position + 1] - first;
      for (std::size_t r = 0; r < count; ++r) {
        const float* product = group.products.data() + group.type_of[first + r] * 2 * gates + side * gates;
        const float* space = space_[side][group.spaces[first + r]].data();
        for (std::size_t i = 0; i < gates; ++i) sums[r * gates + i] = product[i] + space[i];
      }
      multiply(state + before * width, std::min(running, count), width, nullptr, recurrent_[side], {}, sums.data(),
               gates);
      step(sums.data(), count, hidden_, memory.data(), state + first * width, width);
      before = first;
      running = count;
    }
  }
}

void Splitter::answer(const Group& group, std::vector<float>& odds) const {
  const std::size_t padded = out_.matrix.padded;
  std::vector<float> answers(group.words.size() * padded);
  multiply(group.state.data(), group.words.size(), 2 * hidden_, nullptr, out_.matrix, {.bias = out_.bias.data()},
           answers.data(), padded);
  for (std::size_t w = 0; w < group.windows.size(); ++w) {
    const Window& window = group.windows[w];
    for (std::uint32_t i = window.first; i < window.last; ++i)
      odds[i] = answers[(group.starts[i - window.begin] + w) * padded];
  }
}

std::vector<float> Splitter::read(std::string_view text, std::span<const Span> words,
                                  std::span<const std::uint32_t> borders) const {
  std::vector<float> odds(words.size(), 0.0F);
  std::vector<Window> windows;
  for (std::size_t p = 0; p + 1 < borders.size(); ++p) {
    const std::uint32_t begin = borders[p], end = borders[p + 1];
    const bool whole = end - begin <= core_words + 2 * context_words;
    for (std::uint32_t at = begin; at < end;) {
      const std::uint32_t last = whole ? end : std::min(end, at + core_words);
      windows.push_back({.begin = at - std::min(at - begin, context_words),
                         .end = std::min(end, last + (whole ? 0U : context_words)),
                         .first = at,
                         .last = last});
      windows.back().opens = windows.back().begin == begin;
      at = last;
    }
  }
  std::stable_sort(windows.begin(), windows.end(),
                   [](const Window& a, const Window& b) { return a.size() > b.size(); });
  for (std::size_t next = 0; next < windows.size();) {
    Group group;
    std::size_t count = 0, rows = 0;
    while (next + count < windows.size() && count < windows_in_group &&
           (rows == 0 || rows + windows[next + count].size() <= words_in_windows))
      rows += windows[next + count++].size();
    group.windows = std::span(windows).subspan(next, count);
    for (std::uint32_t position = 0; position < group.windows[0].size(); ++position) {
      group.starts.push_back(static_cast<std::uint32_t>(group.words.size()));
      for (const Window& window : group.windows) {
        if (window.size() <= position) break;
        const std::uint32_t word = window.begin + position;
        group.words.push_back(word);
        group.spaces.push_back(position == 0 && window.opens                          ? beginning
                               : word > 0 && words[word].begin == words[word - 1].end ? none
                                                                                      : white);
      }
    }
    group.starts.push_back(static_cast<std::uint32_t>(group.words.size()));
    embed(text, words, group);
    recur(group);
    answer(group, odds);
    next += count;
  }
  return odds;
}

}  // namespace sayso::language
