// Loads the event stage's knowledge and holds rules against the table of types.
//
//     a rule with "makes: type=ASSAULT mode=areal" -> bad_rule "conflict.rules:12: ASSAULT has no mode 'areal'"
#include "event/event_knowledge.h"

#include <algorithm>
#include <optional>
#include <set>

#include "base/tsv.h"
#include "base/utf8.h"
#include "sayso/entity.h"

namespace sayso {
namespace {

Error fault(const Rule& rule, std::string message) { return {ErrorCode::bad_rule, rule.where, std::move(message)}; }

// What is wrong with a rule's CAMEO code, given as it is or by a list.
std::optional<Error> code_fault(const Rule& rule, std::string_view code, const WordLists& lists,
                                const std::set<std::string, std::less<>>& cameo) {
  const auto unknown = [&](std::string_view one) {
    return fault(rule, "CAMEO has no code '" + std::string(one) + "': use one of lexicons/cameo.tsv");
  };
  if (!code.starts_with('@')) return cameo.contains(code) ? std::nullopt : std::optional(unknown(code));
  for (const auto& [lemma, value] : lists.find(code.substr(1))->entries())
    if (!value.empty() && !cameo.contains(value)) return unknown(value);
  return std::nullopt;
}

std::optional<Error> context_fault(const WordLists& lists, const std::set<std::string, std::less<>>& known) {
  const WordList* list = lists.find("context_word");
  if (list == nullptr) return std::nullopt;
  const auto& entries = list->entries();
  const auto wrong =
      std::find_if(entries.begin(), entries.end(), [&](const auto& entry) { return !known.contains(entry.second); });
  if (wrong == entries.end()) return std::nullopt;
  return Error{
      ErrorCode::bad_rule, "context_word.tsv",
      "there is no context '" + wrong->second + "', given for '" + wrong->first + "': use one of contexts.tsv"};
}

}  // namespace

std::string EventKnowledge::cameo(const std::string& type, const std::string& mode) const {
  const auto found = types.find({type, mode});
  return found == types.end() ? std::string() : found->second;
}

Result<EventKnowledge> EventKnowledge::load(const std::filesystem::path& data, const WordLists& lists) {
  return load(data, data / "rules" / "events", lists);
}

Result<EventKnowledge> EventKnowledge::load(const std::filesystem::path& data, const std::filesystem::path& folder,
                                            const WordLists& lists) {
  EventKnowledge knowledge;
  knowledge.lists = &lists;
  auto types = read_tsv(data / "lexicons" / "event_types.tsv", {"type", "mode", "cameo"});
  if (!types) return types.error();
  for (const TsvRow& row : *types) knowledge.types[{row.cells[0], row.cells[1]}] = row.cells[2];
  auto codes = read_tsv(data / "lexicons" / "cameo.tsv", {"code", "root"});
  if (!codes) return codes.error();
  std::set<std::string, std::less<>> cameo;
  for (const TsvRow& row : *codes) cameo.insert(row.cells[0]);

  auto contexts = read_tsv(data / "lexicons" / "contexts.tsv", {"context", "about"});
  if (!contexts) return contexts.error();
  std::set<std::string, std::less<>> known;
  for (const TsvRow& row : *contexts) known.insert(row.cells[0]);
  if (auto wrong = context_fault(lists, known)) return *wrong;

  RuleWords words{
      .keys = {"type", "mode", "cameo", "carrier", "bare"},
      .names = {"trigger", "actor", "recipient", "ground", "carrier", "instrument", "supply", "topic", "lost"},
      .found = {},
      .marks = {"actor", "unknown-name", "place", "date", "ground", "force", "enemy", "structure", "headline",
                "demonym", "target"}};
  for (int kind = 0; kind <= static_cast<int>(EntityKind::place); ++kind)
    words.marks.emplace(name_of(static_cast<EntityKind>(kind)));
  auto rules = Rules::load(folder, lists, words);
  if (!rules) return rules.error();
  for (const Rule& rule : rules->all()) {
    const auto type = rule.makes.find("type");
    if (type == rule.makes.end()) return fault(rule, "rule '" + rule.id + "' makes no type: add 'makes: type=…'");
    if (const auto code = rule.makes.find("cameo"); code != rule.makes.end())
      if (auto wrong = code_fault(rule, code->second, lists, cameo)) return *wrong;
    const auto mode = rule.makes.find("mode");
    if (mode == rule.makes.end() || mode->second.starts_with('@')) {
      if (!knowledge.types.contains({type->second, ""}))
        return fault(rule, "there is no event type '" + type->second + "': use one of lexicons/event_types.tsv");
      if (mode == rule.makes.end()) continue;
      for (const auto& [lemma, value] : lists.find(std::string_view(mode->second).substr(1))->entries())
        if (!knowledge.types.contains({type->second, value}))
          return fault(rule, std::string(type->second)
                                 .append(" has no mode '")
                                 .append(value)
                                 .append("', which list ")
                                 .append(mode->second)
                                 .append(" gives for '")
                                 .append(lemma)
                                 .append("'"));
    } else if (!knowledge.types.contains({type->second, mode->second})) {
      return fault(rule, type->second + " has no mode '" + mode->second + "': use one of lexicons/event_types.tsv");
    }
  }
  knowledge.rules = std::move(*rules);

  auto numbers = NumberLexicon::load(data / "lexicons");
  if (!numbers) return numbers.error();
  knowledge.numbers = std::move(*numbers);

  auto countries = read_tsv(data / "lexicons" / "countries.tsv",
                            {"alpha3", "alpha2", "name", "article", "others", "demonyms", "people", "capital"});
  if (!countries) return countries.error();
  for (const TsvRow& row : *countries)
    for (std::string_view demonym : split(row.cells[5], '|'))
      if (!demonym.empty()) knowledge.demonyms.emplace(fold(demonym), std::pair{row.cells[0], row.cells[2]});
  return knowledge;
}

}  // namespace sayso
