// Loads the rules of a folder, indexes them and runs them.
//
//     attribution.rules with one rule -> all().front().id == "said-clause"; first_matches(tree) -> its captures
//
// Rules are indexed by the lemmas or prepositions their anchor must have, so a token tries only the rules that could
// match it.
#include "match/rules.h"

#include <algorithm>

namespace sayso {

std::string Rule::value(std::string_view key, std::string_view anchor_lemma, const WordLists& lists) const {
  const auto found = makes.find(key);
  if (found == makes.end()) return {};
  if (!found->second.starts_with('@')) return found->second;
  const WordList* list = lists.find(std::string_view(found->second).substr(1));
  return list == nullptr ? std::string() : std::string(list->value_of(anchor_lemma).value_or(""));
}

Result<Rules> Rules::load(const std::filesystem::path& folder, const WordLists& lists, const RuleWords& words) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".rules") files.push_back(entry.path());
  if (failed) return Error{ErrorCode::unreadable, folder.string(), failed.message()};
  if (files.empty()) return Error{ErrorCode::bad_rule, folder.string(), "holds no rules: add a file such as own.rules"};
  std::sort(files.begin(), files.end());

  Rules rules;
  std::map<std::string, std::string> seen;  // id -> where
  for (const auto& file : files) {
    auto records = read_records(file);
    if (!records) return records.error();
    for (const Record& record : *records) {
      auto rule = read_rule(record, lists, words);
      if (!rule) return rule.error();
      const auto [first, fresh] = seen.emplace(rule->id, rule->where);
      if (!fresh)
        return Error{ErrorCode::bad_rule, rule->where,
                     "the id '" + rule->id + "' stands already at " + first->second + ": choose another"};
      rules.rules_.push_back(std::move(*rule));
    }
  }
  for (std::uint32_t i = 0; i < rules.rules_.size(); ++i) {
    const Pattern& pattern = rules.rules_[i].pattern;
    if (const auto lemmas = anchor_words(pattern, Test::Key::lemma)) {
      for (const std::string& lemma : *lemmas) rules.by_lemma_[lemma].push_back(i);
    } else if (const auto prepositions = anchor_words(pattern, Test::Key::preposition)) {
      for (const std::string& preposition : *prepositions) rules.by_preposition_[preposition].push_back(i);
    } else {
      rules.any_word_.push_back(i);
    }
  }
  return rules;
}

std::vector<Match> Rules::first_matches(const Tree& tree, const Marks& marks) const {
  return matches(tree, marks, true);
}
std::vector<Match> Rules::all_matches(const Tree& tree, const Marks& marks) const {
  return matches(tree, marks, false);
}

std::vector<std::uint32_t> Rules::candidates(const Tree& tree, TokenId anchor) const {
  std::vector<std::uint32_t> found = any_word_;
  const auto add = [&](const Index& index, const std::string& word) {
    const auto indexed = index.find(word);
    if (indexed == index.end()) return;
    const auto old = static_cast<std::ptrdiff_t>(found.size());
    found.insert(found.end(), indexed->second.begin(), indexed->second.end());
    std::inplace_merge(found.begin(), found.begin() + old, found.end());
  };
  add(by_lemma_, tree.lemma(anchor));
  add(by_preposition_, tree.preposition(anchor));
  return found;
}

std::size_t Rules::tries(const Tree& tree) const {
  std::size_t count = 0;
  for (std::uint32_t t = 0; t < tree.size(); ++t) count += candidates(tree, TokenId{t}).size();
  return count;
}

std::vector<Match> Rules::matches(const Tree& tree, const Marks& marks, bool first_only) const {
  std::vector<Match> found;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    const TokenId anchor{t};
    for (std::uint32_t i : candidates(tree, anchor)) {
      auto captures = match_at(rules_[i].pattern, tree, marks, anchor);
      if (!captures) continue;
      found.push_back({&rules_[i], anchor, std::move(*captures)});
      if (first_only) break;
    }
  }
  return found;
}

}  // namespace sayso
