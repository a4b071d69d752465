// The rules of both stages, loaded without the language model: what `sayso rules` lists and explains.
//
//     auto book = RuleBook::load(data, "");          // or a folder of one's own
//     for (const StagedRule& rule : book->find("said-clause")) …
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "attribution/find_attributions.h"
#include "event/find_events.h"
#include "lexicon/lists.h"
#include "match/rules.h"

namespace sayso::cli {

enum class Stage : std::uint8_t { attribution, events };
std::string_view name_of(Stage stage);  // as its folder is called

struct StagedRule {
  const Rule* rule = nullptr;
  Stage stage = Stage::attribution;
};

struct RuleBook {
  std::filesystem::path folder{};            // what holds attribution/ and events/
  std::unique_ptr<const WordLists> lists{};  // the stages below point to it
  AttributionKnowledge attribution{};
  EventKnowledge events{};

  // `own` stands in for data/rules; a stage it has no folder for keeps its own rules. Errors: unreadable; bad_rule.
  static Result<RuleBook> load(const std::filesystem::path& data, const std::string& own);

  const Rules& rules(Stage stage) const { return stage == Stage::attribution ? attribution.rules : events.rules; }
  std::vector<StagedRule> all() const;                      // attribution first, in order of preference
  std::vector<StagedRule> find(std::string_view id) const;  // empty if there is none
  std::vector<std::string> ids() const;
  // "attribution/speech.rules:12"
  std::string place(const Rule& rule) const;
};

// The lists a rule names, in order: "say" of "@say".
std::vector<std::string> lists_of(const Rule& rule);

}  // namespace sayso::cli
