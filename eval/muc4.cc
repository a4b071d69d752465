// sayso-eval muc4 DIR: incident templates of messages against the keys of MUC-4, scored as the conference did.
//
//     sayso-eval muc4 ../shared/data/muc4                 its test sets, tst1, tst2 …
//     sayso-eval muc4 ../shared/data/muc4/dev             one set
//     sayso-eval muc4 DIR --response system.out           another system's templates, in the format of the keys
//
//     tst1: 100 messages, 85 templates in the key (6 of them optional), 71 of ours
//     SLOT                 POS   ACT|   COR   PAR   INC|   SPU   MIS    NON|REC PRE OVG
//     …
//
// A set is a folder with keys (key-*) and texts (any other file with messages in it). What is scored, and how:
// muc4_score.h. Speed goes to standard error, so that the output is the same on every machine.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "arguments.h"
#include "base/file.h"
#include "commands.h"
#include "complain.h"
#include "knowledge.h"
#include "muc4_blame_table.h"
#include "muc4_key.h"
#include "muc4_report.h"
#include "muc4_score.h"
#include "muc4_templates.h"
#include "muc4_text.h"

namespace sayso::eval {
namespace {

namespace fs = std::filesystem;
using Responses = std::map<std::string, std::vector<ResponseTemplate>, std::less<>>;  // by message

struct MessageSet {
  std::string name{};
  std::vector<KeyMessage> key{};
  std::vector<MessageText> texts{};  // of messages that the key has, in its order

  bool is_test() const { return name.starts_with("tst"); }
};

bool is_key(const fs::path& path) { return path.filename().string().starts_with("key-"); }

// What is in a folder, in the order of names; nothing if it cannot be listed.
std::vector<fs::path> entries(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code fault;
  for (fs::directory_iterator at(folder, fault), end; !fault && at != end; at.increment(fault))
    found.push_back(at->path());
  std::sort(found.begin(), found.end());
  return found;
}

bool has_key(const fs::path& folder) {
  const auto files = entries(folder);
  return std::any_of(files.begin(), files.end(), is_key);
}

// The folders of the sets under `folder`: itself, else those right below it.
std::vector<fs::path> set_folders(const fs::path& folder) {
  if (has_key(folder)) return {folder};
  std::vector<fs::path> found;
  for (const fs::path& path : entries(folder))
    if (fs::is_directory(path) && has_key(path)) found.push_back(path);
  return found;
}

Result<MessageSet> read_set(const fs::path& folder, bool with_texts) {
  MessageSet set;
  set.name = fs::weakly_canonical(folder).filename().string();
  std::set<std::string, std::less<>> seen;
  std::map<std::string, std::string, std::less<>> texts;
  for (const fs::path& path : entries(folder)) {
    if (fs::is_directory(path)) continue;
    if (is_key(path)) {
      auto key = read_key(path);
      if (!key) return key.error();
      for (KeyMessage& message : *key) {
        if (!seen.insert(message.id).second)
          return Error{ErrorCode::bad_rule, path.string(), "message " + message.id + " is in two keys"};
        set.key.push_back(std::move(message));
      }
    } else if (with_texts) {
      const auto bytes = read_file(path);
      if (!bytes) return bytes.error();
      for (MessageText& message : split_messages(*bytes)) texts.emplace(message.id, std::move(message.text));
    }
  }
  std::size_t without = 0;
  for (const KeyMessage& message : set.key) {
    const auto at = texts.find(message.id);
    if (at == texts.end())
      ++without;
    else
      set.texts.push_back({message.id, std::move(at->second)});
  }
  if (with_texts && set.texts.empty())
    return Error{ErrorCode::unreadable, folder.string(), "no text of a message that the key has"};
  if (with_texts && without > 0)
    std::fprintf(stderr, "%s: %zu messages of the key have no text\n", set.name.c_str(), without);
  return set;
}

// Each message by whichever thread is free; what they make is in the order of the messages.
std::vector<std::vector<ResponseTemplate>> make_all_templates(const std::vector<const MessageText*>& messages,
                                                              const Reader& reader, std::size_t jobs) {
  std::vector<std::vector<ResponseTemplate>> made(messages.size());
  std::vector<std::string> unread(messages.size());
  std::atomic<std::size_t> next{0};
  const auto work = [&] {
    for (std::size_t i = next++; i < made.size(); i = next++) {
      ReadOptions options;
      options.path = messages[i]->id;
      options.format = "text";
      options.encoding = "UTF-8";
      const auto reading = reader.read(messages[i]->text, options);
      if (reading)
        made[i] = make_templates(*reading, messages[i]->id);
      else
        unread[i] = reading.error().message;
    }
  };
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < std::min(jobs, made.size()); ++i) threads.emplace_back(work);
  work();
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 0; i < made.size(); ++i)
    if (!unread[i].empty()) std::fprintf(stderr, "not read: %s: %s\n", messages[i]->id.c_str(), unread[i].c_str());
  return made;
}

Result<Responses> read_messages(const std::vector<MessageSet>& sets, std::size_t jobs) {
  const auto reader = open_reader();
  if (!reader) return reader.error();
  std::vector<const MessageText*> messages;
  for (const MessageSet& set : sets)
    for (const MessageText& message : set.texts) messages.push_back(&message);
  const auto before = std::chrono::steady_clock::now();
  auto made = make_all_templates(messages, *reader, jobs);
  std::fprintf(stderr, "%zu messages read in %.1f s on %zu threads\n", messages.size(),
               std::chrono::duration<double>(std::chrono::steady_clock::now() - before).count(),
               std::min(jobs, messages.size()));
  Responses responses;
  for (std::size_t i = 0; i < messages.size(); ++i) responses[messages[i]->id] = std::move(made[i]);
  return responses;
}

Result<Responses> read_responses(const std::string& file, const std::vector<MessageSet>& sets) {
  const auto key = read_key(file);
  if (!key) return key.error();
  std::set<std::string, std::less<>> known;
  for (const MessageSet& set : sets)
    for (const KeyMessage& message : set.key) known.insert(message.id);
  Responses responses;
  std::size_t strangers = 0;
  for (ResponseTemplate& response : as_responses(*key)) {
    if (!known.contains(response.message)) ++strangers;
    responses[response.message].push_back(std::move(response));
  }
  if (strangers > 0)
    std::fprintf(stderr, "%s: %zu templates left out, of messages that no key here has\n", file.c_str(), strangers);
  return responses;
}

bool write_responses(const std::string& file, const std::vector<MessageSet>& sets, const Responses& responses) {
  std::ofstream out(file, std::ios::binary);
  for (const MessageSet& set : sets)
    for (const KeyMessage& message : set.key)
      if (const auto at = responses.find(message.id); at != responses.end())
        for (std::size_t i = 0; i < at->second.size(); ++i) out << written(at->second[i], i + 1);
  out.close();
  return out.good();
}

struct Muc4Options {
  std::vector<std::string> folders{};
  std::string response{}, write{}, errors{};
  std::size_t jobs = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, 64);
  bool json = false, dev = false, listed = false, organizations = false;
};

// What the program returns at once, or nothing: go on.
std::optional<int> read_muc4_options(int argc, char** argv, Muc4Options& given) {
  CLI::App app{"Incident templates against the keys of MUC-4, scored as the conference did", "sayso-eval muc4"};
  app.add_option("folder", given.folders, "A folder with keys (key-*) and texts, or one with such folders in it")
      ->required();
  app.add_flag("--dev", given.dev, "Folders that are not named tst* too, where some are");
  app.add_option("--response", given.response,
                 "Score the templates in FILE, in the format of the keys, and read nothing")
      ->type_name("FILE");
  app.add_option("--write", given.write, "Write the templates that are scored to FILE, in that format")
      ->type_name("FILE");
  auto* errors = app.add_option("--errors", given.errors, "List what is wrong in N messages of each set (all)")
                     ->type_name("[N]")
                     ->expected(0, 1);
  app.add_flag("--organizations", given.organizations,
               "Where organizations of the keys go lost, and what others stand in their place");
  app.add_option("-j,--jobs", given.jobs, "Read on N threads; the output is the same for any N")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}));
  app.add_flag("--json", given.json,
               "One JSON object, shares of 1: all test sets (tst*) together, else all sets, and each by its name");
  app.footer(
      "Examples:\n  sayso-eval muc4 ../shared/data/muc4 --json\n"
      "  sayso-eval muc4 ../shared/data/muc4/tst2 --errors 5");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  given.listed = errors->count() > 0;
  const bool number = given.errors.empty() ||
                      (given.errors.size() < 10 && given.errors.find_first_not_of("0123456789") == std::string::npos);
  if (!number || (given.json && given.listed)) {
    std::fprintf(
        stderr, "sayso-eval muc4: %s\n",
        !number ? "--errors takes a number; the folder goes before it" : "--json and --errors do not go together");
    return 2;
  }
  return std::nullopt;
}

struct Scored {
  Muc4Scores scores{};
  BlameTable organizations{};
  std::size_t in_key = 0, optional = 0, ours = 0;
  std::vector<std::string> mistakes{};  // by message that has some
};

Scored score_set(const MessageSet& set, const Responses& responses) {
  Scored scored;
  static const std::vector<ResponseTemplate> nothing;
  for (const KeyMessage& message : set.key) {
    const auto at = responses.find(message.id);
    const auto& ours = at == responses.end() ? nothing : at->second;
    const MessageScore score = score_message(message, ours);
    add(scored.scores, score);
    add(scored.organizations, message, ours, score);
    scored.in_key += message.templates.size(), scored.ours += ours.size();
    for (const KeyTemplate& incident : message.templates)
      if (incident.optional) ++scored.optional;
    if (std::string wrong = mistakes_in(message, ours, score); !wrong.empty())
      scored.mistakes.push_back(std::move(wrong));
  }
  return scored;
}

void print_set(const std::string& name, const Scored& scored) {
  std::printf("%s: %llu messages, %zu templates in the key (%zu of them optional), %zu of ours\n", name.c_str(),
              static_cast<unsigned long long>(scored.scores.messages), scored.in_key, scored.optional, scored.ours);
  print_table(stdout, scored.scores);
  std::printf("\n");
}

}  // namespace

int run_muc4(int argc, char** argv) {
  Muc4Options given;
  if (const auto end = read_muc4_options(argc, argv, given)) return *end;
  std::vector<fs::path> folders;
  for (const std::string& folder : given.folders) {
    const auto found = set_folders(folder);
    if (found.empty()) return complain({ErrorCode::unreadable, folder, "neither key-* nor a folder that has one"});
    folders.insert(folders.end(), found.begin(), found.end());
  }
  const auto test = [](const fs::path& folder) {
    return fs::weakly_canonical(folder).filename().string().starts_with("tst");
  };
  if (!given.dev && std::any_of(folders.begin(), folders.end(), test))
    std::erase_if(folders, [&](const fs::path& folder) { return !test(folder); });
  std::vector<MessageSet> sets;
  for (const fs::path& folder : folders) {
    auto set = read_set(folder, given.response.empty());
    if (!set) return complain(set.error());
    sets.push_back(std::move(*set));
  }
  const auto responses =
      given.response.empty() ? read_messages(sets, given.jobs) : read_responses(given.response, sets);
  if (!responses) return complain(responses.error());
  if (!given.write.empty() && !write_responses(given.write, sets, *responses))
    return complain({ErrorCode::storage, given.write, "cannot be written"});

  const bool tests = std::any_of(sets.begin(), sets.end(), [](const MessageSet& set) { return set.is_test(); });
  Scored all;
  std::vector<Scored> of_sets;
  std::size_t together = 0;
  for (const MessageSet& set : sets) {
    of_sets.push_back(score_set(set, *responses));
    if (tests && !set.is_test()) continue;
    const Scored& one = of_sets.back();
    ++together;
    add(all.scores, one.scores);
    all.in_key += one.in_key, all.optional += one.optional, all.ours += one.ours;
  }
  if (given.json) {
    nlohmann::ordered_json out;
    put_scores(out, "", all.scores);
    for (std::size_t i = 0; i < sets.size(); ++i) put_scores(out, sets[i].name + "_", of_sets[i].scores);
    std::printf("%s\n", out.dump().c_str());
    return 0;
  }
  for (std::size_t i = 0; i < sets.size(); ++i) {
    print_set(sets[i].name, of_sets[i]);
    if (given.organizations) {
      print_table(stdout, of_sets[i].organizations);
      std::printf("\n");
    }
    if (!given.listed) continue;
    const auto& mistakes = of_sets[i].mistakes;
    const std::size_t shown =
        given.errors.empty() ? mistakes.size() : std::min<std::size_t>(mistakes.size(), std::stoul(given.errors));
    for (std::size_t m = 0; m < shown; ++m) std::printf("%s\n", mistakes[m].c_str());
  }
  if (together > 1) print_set(tests ? "test sets together" : "all sets together", all);
  return 0;
}

}  // namespace sayso::eval
