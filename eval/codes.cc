// sayso-eval codes DIR: event codes against hand-coded sentences.
//
//     sayso-eval codes ../shared/data/coding          DIR holds petrarch2/ and plover/
//
//     PETRARCH unit records: 190 codings, 61.0 % right at the root …
//
// A sentence is read as a dispatch of its own, and nothing is passed beside it: no dictionary of its invented names.
// docs/events.md says what counts: the records' codes are WEIS's and are put into CAMEO's roots; a number of no scheme
// is left out; so is CAMEO 01, to say something, which is a claim and no event; a future CONSULT, SUPPORT, COOPERATE or
// AID is PLOVER's AGREE, a denied one a REJECT; somebody's future
// ASSAULT, COERCE or SANCTION is a THREATEN, a LOSS by somebody an ASSAULT. Not compared: actors, modes (the
// PLOVER records have older ones).
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <map>
#include <nlohmann/json.hpp>

#include "arguments.h"
#include "base/file.h"
#include "base/joined.h"
#include "codes_gold.h"
#include "commands.h"
#include "complain.h"
#include "knowledge.h"

namespace sayso::eval {
namespace {

struct FoundCodes {
  Codes cameo{}, types{};
  bool says_something = false;  // an attribution: CAMEO 01
};

bool is_cooperative(const std::string& type) {
  return type == "CONSULT" || type == "SUPPORT" || type == "COOPERATE" || type == "AID";
}

// PLOVER has one type for what is planned and one for what is refused, where an event has tense and polarity.
std::string plover_type(const Event& event) {
  const bool cooperative = is_cooperative(event.type);
  if (event.polarity == Polarity::negative)
    return cooperative || event.type == "AGREE" || event.type == "CONCEDE" ? "REJECT" : "";
  if (event.type == "LOSS" && event.mode != "missing" && !event.actors.empty()) return "ASSAULT";
  if (event.type == "CONTROL" || event.type == "LOSS" || event.type == "OUTAGE") return "";
  if (event.tense != Tense::future) return event.type;
  const bool forceful = event.type == "ASSAULT" || event.type == "COERCE" || event.type == "SANCTION";
  return cooperative ? "AGREE" : forceful && !event.actors.empty() ? "THREATEN" : event.type;
}

FoundCodes codes_of(const Reading& reading) {
  FoundCodes found;
  const auto add = [&](const Event& event) {
    const std::string type = plover_type(event);
    if (!type.empty()) found.types.insert(type);
    if (event.polarity == Polarity::negative) {
      if (type == "REJECT") found.cameo.insert("12");
    } else if (!event.cameo.empty()) {
      found.cameo.insert(event.cameo);
    }
  };
  for (const Event& event : reading.events) add(event);
  for (const Claim& claim : reading.claims) {
    for (const Event& event : claim.events)
      if (event.rule.starts_with("act-event")) add(event);
    found.says_something = found.says_something || claim.attribution.cue.has_value();
  }
  return found;
}

std::string printed_codes(const Codes& codes) { return joined(codes, " ", "-"); }

struct CodesTally {
  std::size_t gold = 0, right = 0;
  double share() const { return gold == 0 ? 0 : static_cast<double>(right) / static_cast<double>(gold); }
};

struct CodesScore {
  CodesTally petrarch, statements, digits, given, quiet, plover, plover_given;
  std::map<std::string, CodesTally> by_root{}, by_type{};
  std::size_t records = 0, unscored = 0, no_scheme = 0, invented = 0;
  std::vector<std::string> errors{};
};

void count_answer(CodesTally& tally, bool right) {
  ++tally.gold;
  tally.right += right ? 1U : 0U;
}

void score_petrarch(CodesScore& score, const CodedText& record, const FoundCodes& found, const Codes& cameo) {
  for (const std::string& code : found.cameo) score.invented += cameo.contains(code) ? 0U : 1U;
  if (!record.runnable) {
    ++score.unscored;
    return;
  }
  ++score.records;
  Codes roots;
  for (const std::string& code : found.cameo) roots.insert(code.substr(0, 2));
  if (record.no_event) {
    count_answer(score.quiet, roots.empty());
    if (!roots.empty())
      score.errors.push_back(record.id + " no event, given " + printed_codes(found.cameo) + ": " + record.text);
    return;
  }
  Codes meant;  // all roots that the gold may mean
  std::map<Codes, std::string> codings;
  for (const std::string& code : record.codes) {
    count_answer(score.digits, roots.contains(code.substr(0, 2)));
    const Codes one = cameo_roots(code, cameo);
    score.no_scheme += one.empty() ? 1U : 0U;
    if (one.empty()) continue;
    codings.emplace(one, code);
    meant.insert(one.begin(), one.end());
  }
  if (codings.empty()) return;
  for (const auto& [one, code] : codings) {
    if (one == Codes{"01"}) {
      count_answer(score.statements, found.says_something);
      continue;
    }
    const bool right = std::any_of(one.begin(), one.end(), [&](const auto& root) { return roots.contains(root); });
    count_answer(score.petrarch, right);
    count_answer(score.by_root[printed_codes(one)], right);
    if (!right)
      score.errors.push_back(record.id + " " + code + " (" + printed_codes(one) + "), given " +
                             printed_codes(found.cameo) + ": " + record.text);
  }
  for (const std::string& root : roots) count_answer(score.given, meant.contains(root));
}

void score_plover(CodesScore& score, const CodedText& record, const FoundCodes& found) {
  for (const std::string& type : record.codes) {
    const bool right = found.types.contains(type);
    count_answer(score.plover, right);
    count_answer(score.by_type[type], right);
    if (!right)
      score.errors.push_back(record.id + " " + type + ", given " + printed_codes(found.types) + ": " + record.text);
  }
  for (const std::string& type : found.types) count_answer(score.plover_given, record.codes.contains(type));
}

}  // namespace

int run_codes(int argc, char** argv) {
  CLI::App app{"Event codes against hand-coded sentences: PETRARCH's unit records and PLOVER's", "sayso-eval codes"};
  std::string folder;
  bool json = false, errors = false;
  app.add_option("folder", folder, "A folder with petrarch2/ and plover/")->required();
  app.add_flag("--errors", errors, "List the sentences coded otherwise");
  app.add_flag("--json", json, "One JSON object, shares of 1");
  app.footer("Example:\n  sayso-eval codes ../shared/data/coding --errors");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  const auto table = read_file(folder + "/plover/CAMEO2PLOVER-2021.txt");
  if (!table) return complain(table.error());
  const auto xml = read_file(folder + "/petrarch2/PETR.UnitTest.records.xml");
  if (!xml) return complain(xml.error());
  const auto sentences = read_file(folder + "/plover/PLOVER_GSR_CAMEO.json");
  if (!sentences) return complain(sentences.error());
  const auto petrarch = read_petrarch(*xml);
  if (!petrarch) return complain(petrarch.error());
  const auto plover = read_plover(*sentences);
  if (!plover) return complain(plover.error());
  const auto reader = open_reader();
  if (!reader) return complain(reader.error());
  const Codes cameo = read_cameo(*table);
  const auto find = [&](const CodedText& record) {
    ReadOptions options;
    options.path = record.id + ".txt";
    options.published = record.date;
    const auto reading = reader->read(record.text, options);
    return reading ? codes_of(*reading) : FoundCodes{};
  };
  CodesScore score;
  for (const CodedText& record : *petrarch) score_petrarch(score, record, find(record), cameo);
  for (const CodedText& record : *plover) score_plover(score, record, find(record));

  if (json) {
    std::printf("%s\n", nlohmann::ordered_json{{"petrarch_records", score.records},
                                               {"petrarch_codings", score.petrarch.gold},
                                               {"petrarch_root_accuracy", score.petrarch.share()},
                                               {"petrarch_root_precision", score.given.share()},
                                               {"petrarch_no_event_accuracy", score.quiet.share()},
                                               {"petrarch_statement_accuracy", score.statements.share()},
                                               {"petrarch_same_digits", score.digits.share()},
                                               {"petrarch_codes_of_no_scheme", score.no_scheme},
                                               {"invented_codes", score.invented},
                                               {"plover_sentences", plover->size()},
                                               {"plover_type_accuracy", score.plover.share()},
                                               {"plover_type_precision", score.plover_given.share()}}
                            .dump()
                            .c_str());
    return 0;
  }
  const auto line = [](const char* what, const CodesTally& tally) {
    std::printf("  %-34s %5.1f %%  %zu of %zu\n", what, 100 * tally.share(), tally.right, tally.gold);
  };
  std::printf("PETRARCH unit records: %zu scored, %zu that the gold does not run\n", score.records, score.unscored);
  line("codings right at the root", score.petrarch);
  line("roots given that the gold has", score.given);
  line("no event, and none given", score.quiet);
  line("statements (CAMEO 01), as claims", score.statements);
  line("same first two digits, as printed", score.digits);
  std::printf("  codings whose code is of no scheme %zu; codes given that CAMEO does not have %zu\n", score.no_scheme,
              score.invented);
  std::printf("PLOVER sentences: %zu\n", plover->size());
  line("types found", score.plover);
  line("types given that the gold has", score.plover_given);
  for (const auto& [roots, tally] : score.by_root) line(("root " + roots).c_str(), tally);
  for (const auto& [type, tally] : score.by_type) line(type.c_str(), tally);
  if (errors)
    for (const std::string& error : score.errors) std::printf("  %s\n", error.c_str());
  return 0;
}

}  // namespace sayso::eval
