// Loads the rules of both stages from data/rules or from a researcher's own folder.
//
//     --rules mine, where mine/events/own.rules is all there is  ->  events by own.rules, attribution as shipped
#include "cli/rule_book.h"

#include <algorithm>
#include <utility>

#include "cli/file_kind.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

constexpr Stage stages[] = {Stage::attribution, Stage::events};

void collect_lists(std::string_view text, std::vector<std::string>& names) {
  for (auto at = text.find('@'); at != std::string_view::npos; at = text.find('@', at + 1)) {
    const auto end = text.find_first_of("|;} ", at);
    const std::string name(text.substr(at + 1, end == std::string_view::npos ? end : end - at - 1));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
}

}  // namespace

std::string_view name_of(Stage stage) { return stage == Stage::attribution ? "attribution" : "events"; }

Result<RuleBook> RuleBook::load(const fs::path& data, const std::string& own) {
  const fs::path shipped = data / "rules";
  const auto folder_of = [&](Stage stage) {
    const fs::path mine = fs::path(own) / name_of(stage);
    return !own.empty() && is_folder(mine) ? mine : shipped / name_of(stage);
  };
  if (!own.empty() && !is_folder(own)) return Error{ErrorCode::unreadable, own, "there is no such folder of rules"};
  if (!own.empty() && std::none_of(std::begin(stages), std::end(stages),
                                   [&](Stage stage) { return is_folder(fs::path(own) / name_of(stage)); }))
    return Error{ErrorCode::unreadable, own, "no folder of rules: neither attribution/ nor events/ is in it"};
  auto lists = WordLists::load(data / "lexicons" / "lists");
  if (!lists) return std::move(lists).error();
  RuleBook book;
  book.folder = own.empty() ? shipped : fs::path(own);
  book.lists = std::make_unique<const WordLists>(std::move(*lists));
  auto attribution = AttributionKnowledge::load(folder_of(Stage::attribution), *book.lists);
  if (!attribution) return std::move(attribution).error();
  book.attribution = std::move(*attribution);
  auto events = EventKnowledge::load(data, folder_of(Stage::events), *book.lists);
  if (!events) return std::move(events).error();
  book.events = std::move(*events);
  return book;
}

std::vector<StagedRule> RuleBook::all() const {
  std::vector<StagedRule> all;
  for (Stage stage : stages)
    for (const Rule& rule : rules(stage).all()) all.push_back({&rule, stage});
  return all;
}

std::vector<StagedRule> RuleBook::find(std::string_view id) const {
  std::vector<StagedRule> found = all();
  std::erase_if(found, [&](const StagedRule& rule) { return rule.rule->id != id; });
  return found;
}

std::vector<std::string> RuleBook::ids() const {
  std::vector<std::string> ids;
  for (const StagedRule& rule : all()) ids.push_back(rule.rule->id);
  return ids;
}

std::string RuleBook::place(const Rule& rule) const {
  const fs::path file(rule.where);
  return (file.parent_path().filename() / file.filename()).generic_string();
}

std::vector<std::string> lists_of(const Rule& rule) {
  std::vector<std::string> names;
  collect_lists(rule.match, names);
  for (const auto& [key, value] : rule.makes) collect_lists(value, names);
  return names;
}

}  // namespace sayso::cli
