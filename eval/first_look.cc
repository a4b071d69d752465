// sayso-eval first-look PATH...: does the first look pass over nothing that matters, and enough of the rest?
//
//     sayso-eval first-look ../shared/data/isaf/items.jsonl ../shared/data/losses/pages
//
//     361 dispatches, 340 with conflict: 340 seen (100.0 %); of the 21 others 5 passed over (23.8 %)
//
// A dispatch is about conflict if a claim of it holds an event of ASSAULT, CONTROL, LOSS or OUTAGE, or if an event of
// these was found at all; and, in files of MUC-4, if the keys beside it name an incident. PATH is JSON lines with
// `text` or `html`, a file or folder of pages, or one of MUC-4's files of messages (the keys are key-*.v* in its
// folder).
// --every N takes each Nth dispatch. What cannot be read is left out: it would be skipped by name.
#include "lexicon/first_look.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>

#include "arguments.h"
#include "base/file.h"
#include "base/tsv.h"
#include "commands.h"
#include "knowledge.h"
#include "muc4_text.h"

namespace sayso::eval {
namespace {

struct Sought {
  std::string where{};
  std::string bytes{};
  std::string format{};
  bool relevant = false;  // somebody else says so
};

struct Figures {
  std::size_t dispatches = 0, conflict = 0, seen = 0, passed_over = 0, unreadable = 0;
};

bool is_conflict(const Event& event) {
  constexpr std::array<std::string_view, 4> types{"ASSAULT", "CONTROL", "LOSS", "OUTAGE"};
  return std::find(types.begin(), types.end(), event.type) != types.end();
}

bool is_conflict(const Reading& reading) {
  return std::any_of(reading.events.begin(), reading.events.end(), [](const Event& e) { return is_conflict(e); }) ||
         std::any_of(reading.claims.begin(), reading.claims.end(), [](const Claim& c) {
           return std::any_of(c.events.begin(), c.events.end(), [](const Event& e) { return is_conflict(e); });
         });
}

// Messages for which a key beside the file names an incident.
std::set<std::string> relevant_messages(const std::filesystem::path& folder) {
  std::set<std::string> ids;
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder, ignored)) {
    if (!entry.path().filename().string().starts_with("key-")) continue;
    std::ifstream in(entry.path());
    std::string id;
    for (std::string line; std::getline(in, line);) {
      const auto last = trim(line).substr(trim(line).rfind(' ') + 1);
      if (line.starts_with("0.")) id = last;
      if (line.starts_with("4.") && last != "*") ids.insert(id);
    }
  }
  return ids;
}

std::vector<Sought> dispatches_in(const std::filesystem::path& path) {
  std::vector<Sought> found;
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    std::vector<std::filesystem::path> inside;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(path, ignored))
      if (entry.is_regular_file()) inside.push_back(entry.path());
    std::sort(inside.begin(), inside.end());
    for (const auto& file : inside)
      if (auto bytes = read_file(file)) found.push_back({file.string(), std::move(*bytes), "", false});
    return found;
  }
  auto bytes = read_file(path);
  if (!bytes) return found;
  if (path.extension() == ".jsonl") {
    for (const std::string_view line : split(*bytes, '\n')) {
      const auto json = nlohmann::json::parse(line, nullptr, false);
      if (!json.is_object()) continue;
      const std::string key = json.contains("html") ? "html" : "text";
      if (json.contains(key) && json[key].is_string())
        found.push_back({path.string(), json[key], key == "html" ? "html" : "", false});
    }
    return found;
  }
  const std::set<std::string> relevant = relevant_messages(path.parent_path());
  for (MessageText& message : split_messages(*bytes))
    found.push_back({message.id, std::move(message.text), "text", relevant.contains(message.id)});
  if (found.empty()) found.push_back({path.string(), std::move(*bytes), "", false});
  return found;
}

void look(const Sought& sought, const Reader& reader, const FirstLook& first, Figures& figures, bool verbose) {
  const auto reading = reader.read(sought.bytes, {.path = sought.where, .format = sought.format});
  if (!reading) {
    ++figures.unreadable;
    return;
  }
  ++figures.dispatches;
  const bool seen = first.sees_in_page(sought.bytes) && first.sees(reading->dispatch.text);
  if (!sought.relevant && !is_conflict(*reading)) {
    figures.passed_over += seen ? 0 : 1;
    return;
  }
  ++figures.conflict;
  figures.seen += seen ? 1 : 0;
  if (!seen && verbose) std::printf("missed: %s (%s)\n", sought.where.c_str(), reading->dispatch.title.value.c_str());
}

double share_or_all(std::size_t part, std::size_t whole) {
  return whole == 0 ? 1 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

int run_first_look(int argc, char** argv) {
  std::vector<std::string> paths;
  bool as_json = false, verbose = false;
  std::size_t every = 1;
  CLI::App app{"What the first look passes over, and whether it should", "sayso-eval first-look"};
  app.add_option("PATH", paths, "JSON lines, folders of pages, MUC-4's files")->required();
  app.add_option("--every", every, "Each Nth dispatch only")->check(CLI::PositiveNumber);
  app.add_flag("--json", as_json, "One flat object");
  app.add_flag("-v,--verbose", verbose, "Names what was missed");
  if (const auto code = read_arguments(app, argc, argv)) return *code;
  const auto reader = open_reader();
  const auto first = FirstLook::load(data_folder() / "lexicons" / "first_look.tsv");
  if (!reader || !first) {
    std::fprintf(stderr, "sayso-eval: %s\n", (reader ? first.error() : reader.error()).message.c_str());
    return 1;
  }
  Figures n;
  std::size_t number = 0;
  for (const std::string& path : paths)
    for (const Sought& sought : dispatches_in(path))
      if (number++ % every == 0) look(sought, *reader, *first, n, verbose);
  const std::size_t others = n.dispatches - n.conflict;
  if (as_json) {
    std::printf("%s\n", nlohmann::ordered_json{{"dispatches", n.dispatches},
                                               {"unreadable", n.unreadable},
                                               {"conflict", n.conflict},
                                               {"seen", n.seen},
                                               {"recall", share_or_all(n.seen, n.conflict)},
                                               {"others", others},
                                               {"passed_over", n.passed_over},
                                               {"share_passed_over", share_or_all(n.passed_over, others)}}
                            .dump()
                            .c_str());
  } else {
    std::printf("%zu dispatches, %zu with conflict: %zu seen (%.1f %%); of the %zu others %zu passed over (%.1f %%)\n",
                n.dispatches, n.conflict, n.seen, 100 * share_or_all(n.seen, n.conflict), others, n.passed_over,
                100 * share_or_all(n.passed_over, others));
  }
  return 0;
}

}  // namespace sayso::eval
