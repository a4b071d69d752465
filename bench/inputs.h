// What the benchmarks read: the first 60 documents of ../shared/data/briefings (2,000 words each on average) where they
// are there, else samples/dispatch.md repeated.
//
//     for (const Input& input : load_inputs()) read(input.text, input.options);
#pragma once

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "base/file.h"
#include "sayso/reading.h"

namespace sayso {

struct Input {
  std::string text{};
  ReadOptions options{};
};

// A failure ends the program with its reason.
template <typename T>
T must(Result<T> result) {
  if (result) return std::move(*result);
  std::cerr << "bench: " << result.error().where << ": " << result.error().message << "\n";
  std::exit(1);
}

inline std::vector<Input> load_inputs() {
  constexpr std::size_t sample_size = 60;
  std::vector<Input> inputs;
  std::ifstream lines(std::string(SAYSO_SHARED_DIR) + "/data/briefings/ukraine.jsonl");
  for (std::string line; inputs.size() < sample_size && std::getline(lines, line);) {
    const auto document = nlohmann::json::parse(line);
    Input input;
    input.text = document.at("text").get<std::string>();
    input.options.path = document.at("path").get<std::string>();
    input.options.title = document.at("title").get<std::string>();
    input.options.published = document.at("date").get<std::string>();
    input.options.url = document.at("url").get<std::string>();
    inputs.push_back(std::move(input));
  }
  if (!inputs.empty()) return inputs;
  std::cerr << "bench: no briefings at " SAYSO_SHARED_DIR "; reading the sample dispatch instead\n";
  ReadOptions options;
  options.path = SAYSO_SOURCE_DIR "/samples/dispatch.md";
  inputs.assign(sample_size, Input{must(read_file(options.path)), options});
  return inputs;
}

}  // namespace sayso
