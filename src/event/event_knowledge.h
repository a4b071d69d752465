// What the event stage knows: its rules, the word lists they name, the event types with their CAMEO codes, and
// demonyms.
//
//     knowledge.cameo("CONTROL", "gain") == "192";  knowledge.country_of_demonym("russian") == "RUS"
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/lists.h"
#include "lexicon/numbers.h"
#include "match/rules.h"
#include "sayso/result.h"

namespace sayso {

struct EventKnowledge {
  Rules rules{};
  const WordLists* lists = nullptr;                                                    // must outlive the knowledge
  NumberLexicon numbers{};
  std::map<std::pair<std::string, std::string>, std::string> types{};                  // (type, mode) -> CAMEO code
  std::map<std::string, std::pair<std::string, std::string>, std::less<>> demonyms{};  // "russian" -> (RUS, Russia)

  // Reads rules/events, lexicons/event_types.tsv, numbers.tsv and countries.tsv under `data`. Errors: bad_rule (also for a
  // rule that makes a type or mode event_types.tsv does not have), unreadable.
  static Result<EventKnowledge> load(const std::filesystem::path& data, const WordLists& lists);
  // As above, with the rules of another folder.
  static Result<EventKnowledge> load(const std::filesystem::path& data, const std::filesystem::path& folder,
                                     const WordLists& lists);

  std::string cameo(const std::string& type, const std::string& mode) const;
};

}  // namespace sayso
