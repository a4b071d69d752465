// Rules: what researchers write and read in data/rules/. One record a rule; docs/rules.md explains the form.
//
//     rule: said-clause
//     what: Somebody is reported to say a clause.
//     match: {lemma:@say; tag:VERB}=cue >subject {}=source >ccomp {}=content
//     makes: act=@say quote=indirect
//     yes: [source The army] [cue said] [content it had left].
//     no: The army said no to talks.
//
// `makes` holds key=value pairs that the stage understands; a value "@list" is the anchor's value in that list.
#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/records.h"
#include "lexicon/lists.h"
#include "match/marked_sentence.h"
#include "match/pattern.h"
#include "sayso/result.h"

namespace sayso {

struct Rule {
  std::string id{};
  std::string what{};
  std::string where{};  // "attribution.rules:12"
  std::string match{};  // the pattern as written, on one line
  Pattern pattern{};
  std::map<std::string, std::string, std::less<>> makes{};
  std::vector<MarkedSentence> yes{};
  std::vector<std::string> no{};

  // The value of a key with "@list" resolved by the anchor's lemma; empty if the rule does not say.
  std::string value(std::string_view key, std::string_view anchor_lemma, const WordLists& lists) const;
};

struct Match {
  const Rule* rule = nullptr;
  TokenId anchor{};
  Captures captures{};
};

// What the rules of a folder may say: the stage that runs them knows.
struct RuleWords {
  using Set = std::set<std::string, std::less<>>;
  Set keys{};   // of `makes`
  Set names{};  // that patterns may bind and sentences mark
  Set found{};  // of these, what the stage finds by itself: may be marked without being bound
  Set marks{};  // that `is:` may test
};

// One rule of a file, linted as load says but for its id.
Result<Rule> read_rule(const Record& record, const WordLists& lists, const RuleWords& words);

class Rules {
 public:
  // Every *.rules file of a folder, in name order. Errors (bad_rule with "file:line" and what to do; unreadable): no
  // such file; a rule without id, what, match, yes or no; an id or a field twice; a sentence that it must match without
  // marks; a field, key, name, mark or list that nobody knows; a name that is marked and never bound; a pattern that
  // cannot be read.
  static Result<Rules> load(const std::filesystem::path& folder, const WordLists& lists, const RuleWords& words);

  const std::vector<Rule>& all() const { return rules_; }

  // Each anchor's first rule that matches, anchors in text order: rules stand in order of preference. O(tokens +
  // matches tried).
  std::vector<Match> first_matches(const Tree& tree, const Marks& marks) const;
  // As above, but every rule that matches at an anchor.
  std::vector<Match> all_matches(const Tree& tree, const Marks& marks) const;
  // How many matches all_matches tries on a tree. Rules whose anchor must have a lemma or preposition that the tree
  // lacks add nothing to it.
  std::size_t tries(const Tree& tree) const;

 private:
  using Index = std::map<std::string, std::vector<std::uint32_t>, std::less<>>;  // word -> indices into rules_, rising

  std::vector<std::uint32_t> candidates(const Tree& tree, TokenId anchor) const;  // rules to try, rising
  std::vector<Match> matches(const Tree& tree, const Marks& marks, bool first_only) const;

  std::vector<Rule> rules_;
  Index by_lemma_;
  Index by_preposition_;  // rules whose anchor names no lemmas
  std::vector<std::uint32_t> any_word_;
};

}  // namespace sayso
