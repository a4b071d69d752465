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
#include <unordered_map>
#include <vector>

#include "lexicon/lists.h"
#include "match/pattern.h"
#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso {

// "[source The army] [cue said] so." -> text "The army said so." with source [0,8), cue [9,13). Brackets may nest.
struct MarkedSentence {
  std::string text{};
  std::vector<std::pair<std::string, Span>> parts{};
};

Result<MarkedSentence> parse_marked(std::string_view marked, std::string_view where);

struct Rule {
  std::string id{};
  std::string what{};
  std::string where{};  // "attribution.rules:12"
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

class Rules {
 public:
  // Every *.rules file of a folder, in name order. `keys`: what `makes` may hold; `names`: what patterns and marked
  // sentences may bind. Errors (all bad_rule, "file:line"): a rule without id, what, match, yes or no; an id twice; an
  // unknown field, key, name or list; a name marked in `yes` that the stage does not know; a pattern that cannot be
  // read.
  static Result<Rules> load(const std::filesystem::path& folder, const WordLists& lists,
                            const std::set<std::string, std::less<>>& keys,
                            const std::set<std::string, std::less<>>& names);

  const std::vector<Rule>& all() const { return rules_; }

  // Each anchor's first rule that matches, anchors in text order: rules stand in order of preference. O(tokens +
  // matches tried).
  std::vector<Match> first_matches(const Tree& tree, const Marks& marks) const;
  // As above, but every rule that matches at an anchor.
  std::vector<Match> all_matches(const Tree& tree, const Marks& marks) const;

 private:
  std::vector<Match> matches(const Tree& tree, const Marks& marks, bool first_only) const;

  std::vector<Rule> rules_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_lemma_;  // indices into rules_, rising
  std::vector<std::uint32_t> any_lemma_;
};

}  // namespace sayso
