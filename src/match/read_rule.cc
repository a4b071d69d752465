// Reads one record of a rule file and refuses every fault, with its line and what to do.
//
//     "match: {lemma:say}=cue" with "yes: [sorce He] [cue said] so."  ->  t.rules:5: 'sorce' is no name …: use source,
//     cue
//
// Left out on purpose: what `makes` means; the stage that asks for the rules knows. Ids are Rules::load's, which sees
// all. Tested by tests/match/rule_file_test.cc.
#include <algorithm>

#include "base/tsv.h"
#include "match/rules.h"

namespace sayso {
namespace {

std::string listed(const RuleWords::Set& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : ", ") + word;
  return out;
}

class Reader {
 public:
  Reader(const Record& record, const WordLists& lists, const RuleWords& words)
      : record_(record), lists_(lists), words_(words) {}

  Result<Rule> read() {
    rule_.where = record_.file + ":" + std::to_string(record_.line);
    for (const Field& field : record_.fields)
      if (auto error = take(field)) return *error;
    if (auto error = check_whole()) return *error;
    if (auto error = check_bound()) return *error;
    return std::move(rule_);
  }

 private:
  using Fault = std::optional<Error>;

  Error fault(const Field& field, std::string message) const {
    return {ErrorCode::bad_rule, record_.where(field), std::move(message)};
  }
  Fault unknown_name(const Field& field, const std::string& name) const {
    if (words_.names.contains(name)) return std::nullopt;
    return fault(field, "'" + name + "' is no name that rules of this folder bind: use " + listed(words_.names));
  }

  Fault take(const Field& field) {
    const bool many = field.name == "yes" || field.name == "no";
    if (!many && record_.first(field.name) != &field)
      return fault(field, "'" + field.name + "' stands twice in this rule: an empty line parts two rules");
    if (field.value.empty()) return fault(field, "'" + field.name + ":' says nothing: fill it in or take it out");
    if (field.name == "rule")
      rule_.id = field.value;
    else if (field.name == "what")
      rule_.what = field.value;
    else if (field.name == "match")
      return take_match(field);
    else if (field.name == "makes")
      return take_makes(field);
    else if (field.name == "yes")
      return take_yes(field);
    else if (field.name == "no")
      return take_no(field);
    else
      return fault(field, "'" + field.name + "' is no field of a rule: use rule, what, match, makes, yes, no");
    return std::nullopt;
  }

  Fault take_match(const Field& field) {
    auto pattern = parse_pattern(field.value, lists_, record_.where(field));
    if (!pattern) return pattern.error();
    for (const std::string& name : names_in(*pattern))
      if (auto error = unknown_name(field, name)) return error;
    for (const std::string& mark : marks_in(*pattern))
      if (!words_.marks.contains(mark))
        return fault(field, "'is:" + mark + "' is no mark of this folder's rules: use " + listed(words_.marks));
    rule_.match = field.value;
    rule_.pattern = std::move(*pattern);
    return std::nullopt;
  }

  Fault take_makes(const Field& field) {
    for (std::string_view pair : split(field.value, ' ')) {
      if (pair.empty()) continue;
      const auto equals = pair.find('=');
      const std::string key(pair.substr(0, equals));
      if (equals == std::string_view::npos || equals + 1 == pair.size())
        return fault(field, "'" + std::string(pair) + "' is not key=value");
      if (!words_.keys.contains(key))
        return fault(field, "'" + key + "' is nothing a rule of this folder can make: use " + listed(words_.keys));
      const auto value = pair.substr(equals + 1);
      if (value.starts_with('@') && lists_.find(value.substr(1)) == nullptr)
        return fault(field, "there is no list '" + std::string(value) + "': make data/lexicons/lists/" +
                                std::string(value.substr(1)) + ".tsv or mend the name");
      if (!rule_.makes.emplace(key, value).second) return fault(field, "'" + key + "' is made twice: keep one");
    }
    return std::nullopt;
  }

  Fault take_yes(const Field& field) {
    auto marked = parse_marked(field.value, record_.where(field));
    if (!marked) return marked.error();
    for (const auto& [name, span] : marked->parts)
      if (auto error = unknown_name(field, name)) return error;
    if (marked->parts.empty())
      return fault(field, "nothing is marked: put what is captured in brackets, as in '[cue said]'");
    rule_.yes.push_back(std::move(*marked));
    yes_.push_back(&field);
    return std::nullopt;
  }

  Fault take_no(const Field& field) {
    if (field.value.find_first_of("[]") != std::string::npos)
      return fault(field, "a sentence that must not match has nothing to mark: take the brackets out");
    rule_.no.push_back(field.value);
    return std::nullopt;
  }

  Fault check_whole() const {
    const Field& at = record_.fields.front();
    const std::string rule = "rule '" + rule_.id + "' ";
    if (rule_.id.empty()) return fault(at, "the rule has no id: add 'rule: name'");
    if (rule_.what.empty()) return fault(at, rule + "does not say what it is for: add 'what: …'");
    if (rule_.match.empty()) return fault(at, rule + "has no pattern: add 'match: …'");
    if (rule_.yes.empty()) return fault(at, rule + "has no sentence that it must match: add 'yes: …'");
    if (rule_.no.empty()) return fault(at, rule + "has no sentence that it must not match: add 'no: …'");
    return std::nullopt;
  }

  // What a sentence marks, the pattern binds or the stage finds.
  Fault check_bound() const {
    const auto bound = names_in(rule_.pattern);
    for (std::size_t i = 0; i < yes_.size(); ++i)
      for (const auto& [name, span] : rule_.yes[i].parts)
        if (std::find(bound.begin(), bound.end(), name) == bound.end() && !words_.found.contains(name))
          return fault(*yes_[i], "'" + name + "' is marked, but the pattern never binds it: name a word '=" + name +
                                     "' in 'match' or take the mark away");
    return std::nullopt;
  }

  const Record& record_;
  const WordLists& lists_;
  const RuleWords& words_;
  Rule rule_;
  std::vector<const Field*> yes_;  // of rule_.yes
};

}  // namespace

Result<Rule> read_rule(const Record& record, const WordLists& lists, const RuleWords& words) {
  return Reader(record, lists, words).read();
}

}  // namespace sayso
