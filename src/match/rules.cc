// Loads, lints and runs rule files.
//
//     attribution.rules with one rule -> all().front().id == "said-clause"; first_matches(tree) -> its captures
//
// Rules are indexed by the lemmas their anchor must have, so a token tries only the rules that could match it.
// Left out on purpose: meaning of `makes`; the stage that asks for the rules knows its keys.
#include "match/rules.h"

#include <algorithm>

#include "base/records.h"
#include "base/tsv.h"

namespace sayso {
namespace {

using NameSet = std::set<std::string, std::less<>>;

Error fault(const Record& record, const Field& field, std::string message) {
  return {ErrorCode::bad_rule, record.where(field), std::move(message)};
}

Result<std::map<std::string, std::string, std::less<>>> parse_makes(const Record& record, const Field& field,
                                                                    const NameSet& keys, const WordLists& lists) {
  std::map<std::string, std::string, std::less<>> makes;
  for (std::string_view pair : split(field.value, ' ')) {
    if (pair.empty()) continue;
    const auto equals = pair.find('=');
    const auto key = pair.substr(0, equals);
    if (equals == std::string_view::npos) return fault(record, field, "'" + std::string(pair) + "' is not key=value");
    if (!keys.contains(key))
      return fault(record, field, "'" + std::string(key) + "' is nothing a rule of this folder can make");
    const auto value = pair.substr(equals + 1);
    if (value.starts_with('@') && lists.find(value.substr(1)) == nullptr)
      return fault(record, field, "there is no list '" + std::string(value) + "'");
    makes[std::string(key)] = std::string(value);
  }
  return makes;
}

Result<Rule> parse_rule(const Record& record, const WordLists& lists, const NameSet& keys, const NameSet& names) {
  Rule rule;
  rule.where = record.file + ":" + std::to_string(record.line);
  bool has_match = false;
  for (const Field& field : record.fields) {
    if (field.name == "rule") {
      rule.id = field.value;
    } else if (field.name == "what") {
      rule.what = field.value;
    } else if (field.name == "match") {
      auto pattern = parse_pattern(field.value, lists, record.where(field));
      if (!pattern) return pattern.error();
      for (const std::string& name : names_in(*pattern))
        if (!names.contains(name))
          return fault(record, field, "'" + name + "' is no name that rules of this folder bind");
      rule.pattern = std::move(*pattern);
      has_match = true;
    } else if (field.name == "makes") {
      auto makes = parse_makes(record, field, keys, lists);
      if (!makes) return makes.error();
      rule.makes = std::move(*makes);
    } else if (field.name == "yes") {
      auto marked = parse_marked(field.value, record.where(field));
      if (!marked) return marked.error();
      for (const auto& [name, span] : marked->parts)
        if (!names.contains(name))
          return fault(record, field, "'" + name + "' is no name that rules of this folder bind");
      rule.yes.push_back(std::move(*marked));
    } else if (field.name == "no") {
      rule.no.push_back(field.value);
    } else {
      return fault(record, field, "'" + field.name + "' is no field of a rule: use rule, what, match, makes, yes, no");
    }
  }
  const Field& at = record.fields.front();
  if (rule.id.empty()) return fault(record, at, "the rule has no id ('rule: name')");
  if (rule.what.empty()) return fault(record, at, "rule '" + rule.id + "' does not say what it is for ('what: …')");
  if (!has_match) return fault(record, at, "rule '" + rule.id + "' has no pattern ('match: …')");
  if (rule.yes.empty())
    return fault(record, at, "rule '" + rule.id + "' has no sentence that it must match ('yes: …')");
  if (rule.no.empty())
    return fault(record, at, "rule '" + rule.id + "' has no sentence that it must not match ('no: …')");
  return rule;
}

}  // namespace

Result<MarkedSentence> parse_marked(std::string_view marked, std::string_view where) {
  MarkedSentence sentence;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const auto here = static_cast<std::uint32_t>(sentence.text.size());
    if (marked[i] == '[') {
      const auto space = marked.find(' ', i);
      if (space == std::string_view::npos)
        return Error{ErrorCode::bad_rule, std::string(where), "'[' must be followed by a name and a space"};
      open.push_back(sentence.parts.size());
      sentence.parts.emplace_back(std::string(marked.substr(i + 1, space - i - 1)), Span{here, here});
      i = space;
    } else if (marked[i] == ']') {
      if (open.empty()) return Error{ErrorCode::bad_rule, std::string(where), "']' closes nothing"};
      sentence.parts[open.back()].second.end = here;
      open.pop_back();
    } else {
      sentence.text += marked[i];
    }
  }
  if (!open.empty())
    return Error{ErrorCode::bad_rule, std::string(where), "'[" + sentence.parts[open.back()].first + "' is not closed"};
  return sentence;
}

std::string Rule::value(std::string_view key, std::string_view anchor_lemma, const WordLists& lists) const {
  const auto found = makes.find(key);
  if (found == makes.end()) return {};
  if (!found->second.starts_with('@')) return found->second;
  const WordList* list = lists.find(std::string_view(found->second).substr(1));
  return list == nullptr ? std::string() : std::string(list->value_of(anchor_lemma).value_or(""));
}

Result<Rules> Rules::load(const std::filesystem::path& folder, const WordLists& lists, const NameSet& keys,
                          const NameSet& names) {
  std::error_code failed;
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder, failed))
    if (entry.path().extension() == ".rules") files.push_back(entry.path());
  if (failed) return Error{ErrorCode::unreadable, folder.string(), failed.message()};
  std::sort(files.begin(), files.end());

  Rules rules;
  std::map<std::string, std::string> seen;  // id -> where
  for (const auto& file : files) {
    auto records = read_records(file);
    if (!records) return records.error();
    for (const Record& record : *records) {
      auto rule = parse_rule(record, lists, keys, names);
      if (!rule) return rule.error();
      const auto [first, fresh] = seen.emplace(rule->id, rule->where);
      if (!fresh)
        return Error{ErrorCode::bad_rule, rule->where, "the id '" + rule->id + "' stands already at " + first->second};
      rules.rules_.push_back(std::move(*rule));
    }
  }
  for (std::uint32_t i = 0; i < rules.rules_.size(); ++i) {
    if (const auto lemmas = anchor_lemmas(rules.rules_[i].pattern)) {
      for (const std::string& lemma : *lemmas) rules.by_lemma_[lemma].push_back(i);
    } else {
      rules.any_lemma_.push_back(i);
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

std::vector<Match> Rules::matches(const Tree& tree, const Marks& marks, bool first_only) const {
  std::vector<Match> found;
  std::vector<std::uint32_t> candidates;
  for (std::uint32_t t = 0; t < tree.size(); ++t) {
    const TokenId anchor{t};
    candidates = any_lemma_;
    if (const auto indexed = by_lemma_.find(tree.lemma(anchor)); indexed != by_lemma_.end()) {
      candidates.insert(candidates.end(), indexed->second.begin(), indexed->second.end());
      std::inplace_merge(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(any_lemma_.size()),
                         candidates.end());
    }
    for (std::uint32_t i : candidates) {
      auto captures = match_at(rules_[i].pattern, tree, marks, anchor);
      if (!captures) continue;
      found.push_back({&rules_[i], anchor, std::move(*captures)});
      if (first_only) break;
    }
  }
  return found;
}

}  // namespace sayso
