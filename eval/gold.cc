// sayso-eval gold GOLD.jsonl FILE: a dispatch's claims against a careful reader's.
//
//     S05  right    8 of 8 fields
//     S12  wrong    7 of 8 fields   events: want [{"type":"RETREAT"…}] have …
#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <sstream>

#include "arguments.h"
#include "base/file.h"
#include "commands.h"
#include "gold_match.h"
#include "knowledge.h"
#include "sayso/reading.h"

namespace sayso::eval {
namespace {

using Json = nlohmann::json;

int fail(const Error& error) {
  std::cerr << "sayso-eval: " << error.where << ": " << error.message << "\n";
  return 1;
}

void print_claims(const GoldResult& result, std::size_t ours) {
  std::size_t right = 0;
  for (const ClaimResult& claim : result.claims) {
    const auto good = static_cast<std::size_t>(
        std::count_if(claim.fields.begin(), claim.fields.end(), [](const FieldResult& f) { return f.right; }));
    right += claim.wholly_right();
    std::cout << claim.id << "  "
              << (claim.wholly_right() ? "right  "
                  : claim.ours         ? "wrong  "
                                       : "missing")
              << "  " << good << " of " << claim.fields.size() << " fields\n";
    for (const FieldResult& field : claim.fields)
      if (!field.right)
        std::cout << "       " << field.field << "\n         gold " << field.gold << "\n         ours " << field.ours
                  << "\n";
  }
  for (const Claim* claim : result.beyond) {
    std::cout << "beyond   " << claim->attribution.rule << ": "
              << (claim->attribution.source.text.empty() ? claim->attribution.source.name
                                                         : claim->attribution.source.text)
              << " | " << (claim->attribution.cue ? claim->attribution.cue->text : "") << " |";
    for (const Words& words : claim->attribution.content) std::cout << " [" << words.text << "]";
    for (const Event& event : claim->events) std::cout << " " << event.type << "(" << event.trigger.text << ")";
    std::cout << "\n";
  }
  std::cout << right << " of " << result.claims.size() << " claims wholly right, " << result.beyond.size() << " of our "
            << ours << " beyond them\n";
}

}  // namespace

int run_gold(int argc, char** argv) {
  CLI::App app{"A dispatch's claims against a careful reader's, field by field", "sayso-eval gold"};
  std::string gold_path, path;
  bool as_json = false;
  app.add_option("gold", gold_path, "The reader's claims, one JSON object a line")->required();
  app.add_option("file", path, "The dispatch")->required();
  app.add_flag("--json", as_json, "One JSON object of counts");
  app.footer("Example:\n  sayso-eval gold ../shared/gold/seed-dispatch.gold.jsonl ../shared/gold/seed-dispatch.txt");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  auto gold_text = read_file(gold_path);
  if (!gold_text) return fail(gold_text.error());
  std::vector<Json> gold;
  std::istringstream lines(*gold_text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) continue;
    gold.push_back(Json::parse(line, nullptr, false));
    if (gold.back().is_discarded())
      return fail({ErrorCode::not_text, gold_path + ":" + std::to_string(gold.size()), "is not JSON"});
  }
  auto bytes = read_file(path);
  if (!bytes) return fail(bytes.error());
  auto reader = open_reader();
  if (!reader) return fail(reader.error());
  ReadOptions options;
  options.path = path;
  auto reading = reader->read(*bytes, options);
  if (!reading) return fail(reading.error());

  const GoldResult result = match_gold(gold, reading->claims);
  if (!as_json) {
    print_claims(result, reading->claims.size());
    return 0;
  }
  std::size_t right = 0, fields = 0, good = 0;
  for (const ClaimResult& claim : result.claims) {
    right += claim.wholly_right();
    for (const FieldResult& field : claim.fields) ++fields, good += field.right;
  }
  Json out{{"claims", result.claims.size()},
           {"claims_right", right},
           {"claims_beyond", result.beyond.size()},
           {"fields", fields},
           {"fields_right", good}};
  std::cout << out.dump() << "\n";
  return 0;
}

}  // namespace sayso::eval
