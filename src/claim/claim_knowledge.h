// What joining speech and events needs to know.
//
//     "ruled out negotiations"      the act itself is an event: reject -> REJECT      lexicons/act_events.tsv
//     "Ostrel denies it"            words that stand for a claim made before          lists/claim_anaphor.tsv
//     "first said … but now says"   words of a correction                             lists/correction.tsv
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "sayso/attribution.h"
#include "sayso/result.h"

namespace sayso {

enum class Correction : std::uint8_t { before, after, contrast, change };  // what a word says of two statements

struct ActEvent {
  std::string type{}, cameo{};
};

struct ClaimKnowledge {
  std::map<Act, ActEvent> act_events{};
  std::set<std::string, std::less<>> anaphors{};  // "it", "claim", "report": lemmas
  std::map<std::string, Correction, std::less<>> corrections{};

  // Errors: unreadable, bad_rule (an act that the contract does not have, an unknown kind of correction).
  static Result<ClaimKnowledge> load(const std::filesystem::path& lexicons);
};

}  // namespace sayso
