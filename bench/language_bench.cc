// How fast the language stage is, step by step, on one core, beside what the machine's multipliers could do.
//
//     build/bench/bench/language-bench [MODEL] [DISPATCHES]    a table; CPU time, the best of five rounds
//
// Each step is timed over what the steps before it made. "peak" is the same product over a matrix that stays in the
// cache, in the same run: multiply-adds a second, and each step's share of it.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>

#include "dispatch/read_dispatch.h"
#include "inputs.h"
#include "language/analyse.h"
#include "language/model_parts.h"
#include "language/tokenizer.h"
#include "lexicon/outlets.h"

namespace {

using namespace sayso;
using namespace sayso::language;

constexpr int rounds = 5;

// CPU seconds of this process, whatever else the machine does; the best round.
template <typename Step>
double seconds(Step step) {
  double best = 1e9;
  for (int round = 0; round < rounds; ++round) {
    const std::clock_t start = std::clock();
    step();
    best = std::min(best, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  return best;
}

// Multiply-adds a second of the kernel at its best.
double peak_rate() {
  constexpr std::size_t rows = 48, inputs = 512, outputs = 1024, times = 200;
  const std::vector<std::int8_t> weights(outputs * inputs, 3), x(rows * inputs, 5);
  const std::vector<float> scales(outputs, 0.01F), bias(outputs, 0.5F);
  std::vector<float> out(rows * outputs);
  const PackedMatrix w = pack(weights.data(), outputs, inputs, scales.data());
  const double took = seconds([&] {
    for (std::size_t i = 0; i < times; ++i)
      multiply(x.data(), rows, inputs, nullptr, w, {.bias = bias.data()}, out.data(), outputs);
  });
  return static_cast<double>(rows * inputs * outputs * times) / took;
}

// Kilobytes of this process in memory now.
long resident() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.starts_with("VmRSS:")) return std::atol(line.c_str() + 6);
  return 0;
}

struct Prepared {
  Dispatch dispatch{};
  Syntax segmented{};
  std::vector<std::string_view> forms{};
  std::vector<std::uint32_t> borders{0};
  std::vector<Group> groups{};
};

}  // namespace

int main(int argc, char** argv) {
  const std::filesystem::path data = SAYSO_SOURCE_DIR "/data",
                              path = argc > 1 ? argv[1] : SAYSO_SOURCE_DIR "/models/english.sayso";
  const Outlets outlets = must(read_outlets(data / "lexicons" / "outlets.tsv"));
  const Spelling spelling = must(load_spelling(data / "lexicons"));
  const long before = resident();
  const LanguageModel model = must(LanguageModel::open(path));
  const long held = resident() - before;
  const double load = seconds([&] { must(LanguageModel::open(path)); });
  const Network& network = model.parts().network;

  std::vector<Input> inputs = load_inputs();
  if (argc > 2) inputs.resize(std::min(inputs.size(), static_cast<std::size_t>(std::atol(argv[2]))));
  std::vector<Prepared> all(inputs.size());
  std::size_t words = 0, read = 0, sentences = 0;
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    Prepared& p = all[i];
    p.dispatch = must(read_dispatch(inputs[i].text, inputs[i].options, outlets));
    p.segmented = segment(p.dispatch, model, spelling);
    const Syntax parsed = parse(p.dispatch.text, p.segmented, model, spelling);
    for (const Sentence& sentence : parsed.sentences) {
      if (!sentence.read) continue;
      for (std::uint32_t t = index(sentence.first); t < index(sentence.last); ++t)
        p.forms.push_back(slice(p.dispatch.text, parsed.tokens[t].span));
      p.borders.push_back(static_cast<std::uint32_t>(p.forms.size()));
    }
    p.groups = Network::group(p.forms, p.borders);
    words += parsed.tokens.size();
    sentences += parsed.sentences.size();
    read += p.forms.size();
  }

  const double peak = peak_rate();
  Encoder::Space encoder_space(network.encoder(), network.heads().lexical());
  Heads::Space heads_space;
  std::vector<WordGuess> guesses;
  const auto each = [&](const auto& step) {
    return seconds([&] {
      for (const Prepared& p : all) step(p);
    });
  };
  // The network's steps, group by group as in a real run; a clock around each.
  double embedding = 1e9, layers = 1e9, heads = 1e9, trees = 1e9;
  for (int round = 0; round < rounds; ++round) {
    std::clock_t spent[4] = {};
    const auto timed = [&](std::size_t at, const auto& step) {
      const std::clock_t start = std::clock();
      step();
      spent[at] += std::clock() - start;
    };
    for (const Prepared& p : all) {
      guesses.assign(p.forms.size(), {});
      for (const Group& group : p.groups) {
        timed(0, [&] { network.encoder().embed(group, network.heads().lexical(), encoder_space); });
        timed(1, [&] { network.encoder().recur(group, encoder_space); });
        timed(2, [&] {
          const auto& starts = encoder_space.head_starts;
          network.heads().judge(group, encoder_space.state.data(), starts.empty() ? nullptr : starts.data(), p.borders,
                                heads_space, guesses);
        });
        timed(3, [&] { network.heads().attach(group, p.borders, heads_space, guesses); });
        timed(0, [&] { network.encoder().remember(encoder_space); });
      }
    }
    double* const best[] = {&embedding, &layers, &heads, &trees};
    for (std::size_t i = 0; i < 4; ++i) *best[i] = std::min(*best[i], static_cast<double>(spent[i]) / CLOCKS_PER_SEC);
  }
  const double tokens = each([&](const Prepared& p) {
    for (const Paragraph& paragraph : p.dispatch.paragraphs) tokenize(p.dispatch.text, paragraph.span, spelling);
  });
  const double cut = each([&](const Prepared& p) { segment(p.dispatch, model, spelling); });
  const double whole_network = each([&](const Prepared& p) { network.read(p.forms, p.borders); });
  const double parsing = each([&](const Prepared& p) { parse(p.dispatch.text, p.segmented, model, spelling); });
  const double whole = each([&](const Prepared& p) { analyse(p.dispatch, model, spelling); });

  std::printf("%zu dispatches, %zu sentences, %zu words (%zu in sentences that are read)\n", all.size(), sentences,
              words, read);
  std::printf("model: %.1f MB, opened in %.1f ms, %.1f MB in memory; whole process %.1f MB\n",
              static_cast<double>(std::filesystem::file_size(path)) / 1e6, load * 1e3, static_cast<double>(held) / 1e3,
              static_cast<double>(resident()) / 1e3);
  std::printf("peak: %.0f thousand million multiply-adds a second\n\n", peak / 1e9);
  std::printf("%-38s %12s %9s %16s %8s\n", "step", "words/s", "of whole", "multiply-adds/w", "of peak");
  const auto row = [&](const char* name, double took, std::size_t products) {
    if (took <= 0) {  // a difference of two that are as long
      std::printf("%-38s %12s %8.1f%%\n", name, "-", 0.0);
      return;
    }
    std::printf("%-38s %12.0f %8.1f%%", name, static_cast<double>(words) / took, 100 * took / whole);
    if (products != 0)
      std::printf(" %16zu %7.0f%%", products, 100 * static_cast<double>(products * read) / took / peak);
    std::printf("\n");
  };
  const std::size_t recurrent = network.encoder().products(), judged = network.heads().products();
  row("words", tokens, 0);
  row("sentences, datelines", cut - tokens, 0);
  row("what words look like, first layer", embedding, 0);
  row("LSTM layers", layers, recurrent);
  row("tags, lemma rules, names", heads, 0);
  row("trees, relations", trees, 0);
  row("  all heads", heads + trees, judged);
  row("  the network", whole_network, recurrent + judged);
  row("lemmas, mending, languages", parsing - whole_network, 0);
  row("raw text to trees", whole, recurrent + judged);
}
