// Holds a rule's sentences against what the stages make of them.
//
//     yes: [source Marek] [cue left].  ->  one fault, fired "own-voice: [content Marek left]."
#include "cli/rule_check.h"

#include <algorithm>

namespace sayso::cli {
namespace {

MarkedSentence::Parts sorted(MarkedSentence::Parts parts) {
  std::sort(parts.begin(), parts.end());
  return parts;
}

bool captures_lie_in(const Fired& fired, const MarkedSentence::Parts& marked, const Syntax& syntax) {
  return fired.captures.size() == marked.size() && std::all_of(marked.begin(), marked.end(), [&](const auto& part) {
           return std::any_of(fired.captures.begin(), fired.captures.end(), [&](const auto& capture) {
             return capture.first == part.first && part.second.contains(syntax[capture.second].span);
           });
         });
}

bool matches_as_marked(const StagedRule& rule, const MarkedSentence& marked, const Trial& trial) {
  if (rule.stage == Stage::events)
    return std::any_of(trial.fired.begin(), trial.fired.end(), [&](const Fired& fired) {
      return fired.rule == rule.rule && fired.first && captures_lie_in(fired, marked.parts, trial.syntax);
    });
  return std::any_of(trial.made.begin(), trial.made.end(), [&](const Made& made) {
    return made.stage == rule.stage && made.rule == rule.rule->id &&
           sorted(made.sentence.parts) == sorted(marked.parts);
  });
}

bool has_match(const StagedRule& rule, const Trial& trial) {
  if (rule.stage == Stage::events)
    return std::any_of(trial.fired.begin(), trial.fired.end(),
                       [&](const Fired& fired) { return fired.rule == rule.rule && fired.first; });
  return std::any_of(trial.made.begin(), trial.made.end(),
                     [&](const Made& made) { return made.stage == rule.stage && made.rule == rule.rule->id; });
}

std::vector<std::string> fired_lines(Stage stage, const Trial& trial) {
  std::vector<std::string> out;
  if (stage == Stage::attribution) {
    for (const Made& made : trial.made)
      if (made.stage == stage) out.push_back(made.rule + ": " + written(made.sentence));
    return out;
  }
  for (const Fired& one : trial.fired) {
    if (one.stage != stage || !one.first) continue;
    std::string line = one.rule->id + ":";
    for (const auto& [name, token] : one.captures)
      line += " " + name + "=" + std::string(slice(trial.dispatch.text, trial.syntax[token].span));
    out.push_back(std::move(line));
  }
  return out;
}

}  // namespace

std::vector<SentenceFault> check_sentences(const StagedRule& rule, const RuleBook& book, const SentenceReader& reader) {
  std::vector<SentenceFault> faults;
  for (const MarkedSentence& yes : rule.rule->yes) {
    const Trial trial = reader.read(yes.text, book);
    if (!matches_as_marked(rule, yes, trial))
      faults.push_back({written(yes), "to match as marked", fired_lines(rule.stage, trial)});
  }
  for (const std::string& no : rule.rule->no) {
    const Trial trial = reader.read(no, book);
    if (has_match(rule, trial)) faults.push_back({no, "not to match", fired_lines(rule.stage, trial)});
  }
  return faults;
}

}  // namespace sayso::cli
