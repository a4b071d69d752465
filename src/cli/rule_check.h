// Do a rule's own sentences hold? What `sayso rules test` and the tests of the rules ask.
//
//     for (const SentenceFault& fault : check_sentences(rule, *book, *reader))
//       fault.sentence, fault.expected, fault.fired
//
// Attribution: some row by the rule has exactly the marked parts. Events: the rule is the first to match somewhere,
// binds as many names as are marked, and each capture lies in its marked words.
#pragma once

#include <string>
#include <vector>

#include "cli/trial.h"

namespace sayso::cli {

struct SentenceFault {
  std::string sentence{};            // as it is written in the rule
  std::string expected{};            // "to match as marked", "not to match"
  std::vector<std::string> fired{};  // "said-quoted: [source He] [cue said] so."
};

std::vector<SentenceFault> check_sentences(const StagedRule& rule, const RuleBook& book, const SentenceReader& reader);

}  // namespace sayso::cli
