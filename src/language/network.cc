// Runs the network over whole groups of sentences at once.
//
//     2,000 words in 70 sentences -> two groups, the longest sentences in the first, so that they end together
//
// Left out on purpose: training. Test: tests/language/model_test.cc compares with the trained network's own answers.
#include "language/network.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "base/tsv.h"

namespace sayso::language {
namespace {

constexpr std::size_t sentences_in_group = 48, words_in_group = 1024, most_layers = 8, most_hidden = largest_inputs / 2;

}  // namespace

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

Result<Network> Network::load(const ModelFile& file, Counts counts) {
  const auto sizes = file.text("sizes");
  if (!sizes) return sizes.error();
  const std::size_t hidden = size_named(*sizes, "hidden"), layers = size_named(*sizes, "layers");
  const std::size_t projection = size_named(*sizes, "projection"), lexical = size_named(*sizes, "lexical");
  if (hidden == 0 || hidden % 32 != 0 || hidden > most_hidden || layers == 0 || layers > most_layers ||
      projection == 0 || projection % 32 != 0 || projection > largest_inputs || lexical % 32 != 0 ||
      lexical > largest_inputs)
    return file.fault("has sizes we cannot run");
  auto encoder = Encoder::load(file, hidden, layers, projection, lexical);
  if (!encoder) return encoder.error();
  auto heads = Heads::load(file, counts, encoder->width(), lexical);
  if (!heads) return heads.error();
  Network network;
  network.encoder_ = *std::move(encoder);
  network.heads_ = *std::move(heads);
  return network;
}

std::vector<Group> Network::group(std::span<const std::string_view> forms, std::span<const std::uint32_t> borders) {
  std::vector<std::uint32_t> order(borders.size() - 1);
  std::iota(order.begin(), order.end(), 0U);
  const auto length = [&](std::uint32_t s) { return borders[s + 1] - borders[s]; };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return length(a) > length(b); });
  std::vector<Group> groups;
  for (std::size_t next = 0; next < order.size();) {
    Group& group = groups.emplace_back();
    std::size_t rows = 0;
    while (next < order.size() && group.sentences.size() < sentences_in_group &&
           (rows == 0 || rows + length(order[next]) <= words_in_group)) {
      rows += length(order[next]);
      group.sentences.push_back(order[next++]);
    }
    group.words.reserve(rows);
    std::size_t running = group.sentences.size();
    for (std::uint32_t position = 0; position < length(group.sentences[0]); ++position) {
      while (length(group.sentences[running - 1]) <= position) --running;
      group.starts.push_back(static_cast<std::uint32_t>(group.words.size()));
      for (std::size_t s = 0; s < running; ++s) group.words.push_back(forms[borders[group.sentences[s]] + position]);
    }
    group.starts.push_back(static_cast<std::uint32_t>(group.words.size()));
  }
  return groups;
}

std::vector<WordGuess> Network::read(std::span<const std::string_view> forms,
                                     std::span<const std::uint32_t> borders) const {
  std::vector<WordGuess> out(forms.size());
  if (borders.size() < 2) return out;
  std::unique_ptr<Space> space;
  {
    const std::lock_guard lock(shelf_->mutex);
    if (!shelf_->free.empty()) {
      space = std::move(shelf_->free.back());
      shelf_->free.pop_back();
    }
  }
  if (space == nullptr) space = std::make_unique<Space>(encoder_, heads_);
  for (const Group& group : Network::group(forms, borders)) {
    encoder_.embed(group, heads_.lexical(), space->encoder);
    encoder_.recur(group, space->encoder);
    const std::vector<const float*>& starts = space->encoder.head_starts;
    heads_.answer(group, space->encoder.state.data(), starts.empty() ? nullptr : starts.data(), borders, space->heads,
                  out);
    encoder_.remember(space->encoder);
  }
  const std::lock_guard lock(shelf_->mutex);
  shelf_->free.push_back(std::move(space));
  return out;
}

}  // namespace sayso::language
