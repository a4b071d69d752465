// How fast each stage reads, and the whole of them, on one core.
//
//     build/bench/sayso-bench                          opening, then all stages, words/s and dispatches/s
//     build/bench/sayso-bench --benchmark_filter=whole
//
// Input: bench/inputs.h. Stages are timed each over the layers the stages before it made; language-bench takes the
// language stage apart.
// `copy` is the memory's own rate over the same text, the limit that no stage can beat; `stages/bytes` tells how far
// each is from it.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "attribution/find_attributions.h"
#include "claim/make_claims.h"
#include "dispatch/read_dispatch.h"
#include "event/find_events.h"
#include "inputs.h"
#include "language/analyse.h"
#include "language/language_model.h"
#include "lexicon/gazetteer.h"
#include "lexicon/outlets.h"
#include "mention/find_mentions.h"
#include "sayso/ledger.h"
#include "sayso/reading.h"

namespace sayso {
namespace {

// What every stage needs, loaded once; a failure ends the program with its reason.
struct Bench {
  std::vector<Input> inputs{};
  Outlets outlets{};
  Spelling spelling{};
  std::optional<LanguageModel> model{};
  std::optional<MentionKnowledge> mentions{};
  WordLists lists{};
  AttributionKnowledge attribution{};
  EventKnowledge events{};
  ClaimKnowledge claims{};
  std::optional<Reader> reader{};
  std::vector<Reading> readings{};
  std::size_t words = 0, bytes = 0;
};

const Bench& bench() {
  static const Bench made = [] {
    const std::filesystem::path data = SAYSO_SOURCE_DIR "/data", model = SAYSO_SOURCE_DIR "/models/english.sayso";
    Bench out;
    out.inputs = load_inputs();
    out.outlets = must(read_outlets(data / "lexicons" / "outlets.tsv"));
    out.spelling = must(load_spelling(data / "lexicons"));
    out.model = must(LanguageModel::open(model));
    out.mentions = must(MentionKnowledge::load(data));
    out.lists = must(WordLists::load(data / "lexicons" / "lists"));
    out.claims = must(ClaimKnowledge::load(data / "lexicons"));
    out.reader = must(Reader::open(data, model));
    for (const Input& input : out.inputs) {
      out.readings.push_back(must(out.reader->read(input.text, input.options)));
      out.words += out.readings.back().syntax.tokens.size();
      out.bytes += out.readings.back().dispatch.text.size();
    }
    return out;
  }();
  return made;
}

// Rules point into the lists, so they are loaded where the lists already stand still.
const AttributionKnowledge& attribution_rules() {
  static const auto rules = must(AttributionKnowledge::load(SAYSO_SOURCE_DIR "/data/rules/attribution", bench().lists));
  return rules;
}
const EventKnowledge& event_rules() {
  static const auto rules = must(EventKnowledge::load(SAYSO_SOURCE_DIR "/data", bench().lists));
  return rules;
}

template <typename Stage>
void time_stage(benchmark::State& state, Stage stage) {
  const Bench& known = bench();
  for (auto _ : state)
    for (std::size_t i = 0; i < known.inputs.size(); ++i) benchmark::DoNotOptimize(stage(i));
  const auto rounds = static_cast<double>(state.iterations());
  state.counters["words/s"] =
      benchmark::Counter(static_cast<double>(known.words) * rounds, benchmark::Counter::kIsRate);
  state.counters["dispatches/s"] =
      benchmark::Counter(static_cast<double>(known.inputs.size()) * rounds, benchmark::Counter::kIsRate);
  state.SetBytesProcessed(static_cast<std::int64_t>(known.bytes) * state.iterations());
}

void copy(benchmark::State& state) {
  std::string to;
  time_stage(state, [&](std::size_t i) { return (to = bench().readings[i].dispatch.text).size(); });
}
void dispatch(benchmark::State& state) {
  time_stage(state, [](std::size_t i) {
    return read_dispatch(bench().inputs[i].text, bench().inputs[i].options, bench().outlets).has_value();
  });
}
void language(benchmark::State& state) {
  time_stage(state, [](std::size_t i) {
    return analyse(bench().readings[i].dispatch, *bench().model, bench().spelling).tokens.size();
  });
}
void mentions(benchmark::State& state) {
  time_stage(state, [](std::size_t i) {
    return find_mentions(bench().readings[i].dispatch, bench().readings[i].syntax, *bench().mentions).actors.size();
  });
}
void attributions(benchmark::State& state) {
  attribution_rules();
  time_stage(state, [](std::size_t i) {
    const Reading& reading = bench().readings[i];
    return find_attributions(reading.dispatch, reading.syntax, reading.mentions, attribution_rules()).size();
  });
}
void events(benchmark::State& state) {
  event_rules();
  time_stage(state, [](std::size_t i) {
    const Reading& reading = bench().readings[i];
    return find_events(reading.dispatch, reading.syntax, reading.mentions, event_rules()).size();
  });
}
void claims(benchmark::State& state) {
  time_stage(state, [](std::size_t i) {
    const Reading& reading = bench().readings[i];
    return make_claims(reading.dispatch, reading.syntax, reading.attributions, reading.events, bench().claims).size();
  });
}
void whole(benchmark::State& state) {
  time_stage(state, [](std::size_t i) {
    return bench().reader->read(bench().inputs[i].text, bench().inputs[i].options)->claims.size();
  });
}
void ledger(benchmark::State& state) {
  const auto file = std::filesystem::temp_directory_path() / "sayso-bench.ledger";
  for (auto _ : state) {
    state.PauseTiming();
    for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
    auto kept = must(Ledger::open(file));
    state.ResumeTiming();
    for (const Reading& reading : bench().readings)
      benchmark::DoNotOptimize(kept.add(reading, bench().reader->provenance()).has_value());
  }
  for (const char* ending : {"", "-wal", "-shm"}) std::filesystem::remove(file.string() + ending);
  state.counters["dispatches/s"] =
      benchmark::Counter(static_cast<double>(bench().readings.size()) * static_cast<double>(state.iterations()),
                         benchmark::Counter::kIsRate);
}

// Memory is what the program holds more after the first opening than before it.
std::uint64_t resident_bytes() {
  std::uint64_t pages = 0, resident = 0;
  std::ifstream("/proc/self/statm") >> pages >> resident;
  return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}
template <typename Open>
void open_gazetteer(benchmark::State& state, Open open) {
  double memory = -1;
  for (auto _ : state) {
    const std::uint64_t before = memory < 0 ? resident_bytes() : 0;
    const auto opened = must(open());
    benchmark::DoNotOptimize(opened.size());
    if (memory < 0) memory = static_cast<double>(resident_bytes()) - static_cast<double>(before);
    state.counters["mapped"] = opened.mapped() ? 1 : 0;
  }
  state.counters["resident MB"] = memory / 1e6;
}
const std::filesystem::path gazetteer_folder = SAYSO_SOURCE_DIR "/data/gazetteer";
void gazetteer(benchmark::State& state) {
  open_gazetteer(state, [] { return Gazetteer::load(gazetteer_folder); });
}
void gazetteer_without_index(benchmark::State& state) {
  open_gazetteer(state, [] { return Gazetteer::of(must(GazetteerIndex::make(gazetteer_folder)), gazetteer_folder); });
}
void reader(benchmark::State& state) {
  for (auto _ : state)
    benchmark::DoNotOptimize(
        must(Reader::open(SAYSO_SOURCE_DIR "/data", SAYSO_SOURCE_DIR "/models/english.sayso")).provenance());
}

// First, before another stage has the gazetteer open and memory to spare.
BENCHMARK(gazetteer)->Unit(benchmark::kMillisecond);
BENCHMARK(gazetteer_without_index)->Unit(benchmark::kMillisecond);
BENCHMARK(reader)->Unit(benchmark::kMillisecond);
BENCHMARK(copy)->Unit(benchmark::kMillisecond);
BENCHMARK(dispatch)->Unit(benchmark::kMillisecond);
BENCHMARK(language)->Unit(benchmark::kMillisecond);
BENCHMARK(mentions)->Unit(benchmark::kMillisecond);
BENCHMARK(attributions)->Unit(benchmark::kMillisecond);
BENCHMARK(events)->Unit(benchmark::kMillisecond);
BENCHMARK(claims)->Unit(benchmark::kMillisecond);
BENCHMARK(ledger)->Unit(benchmark::kMillisecond);
BENCHMARK(whole)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace sayso

BENCHMARK_MAIN();
