// The pattern language of rules: shapes of dependency trees with named parts.
//
//     {lemma:@say; tag:VERB}=cue >subject {}=source >ccomp {}=content !>neg {}
//
//     {…}       a token for which every test holds: `lemma:a|b`, `lemma:@list`, `tag:`, `xpos:`, `preposition:`,
//               `is:mark`; `!` before a test turns it round; {} is any token
//     {at:after; within:3}
//               order and distance from the node above: behind it (or `at:before`), at most three words away
//     =name     what the token is called in the match
//     >rel {…}  it has a dependent by that relation (`>nsubj`, `>obl|nmod`, `>` alone: any; a main relation takes its
//     subtypes in) <rel {…}  it is itself such a dependent of {…}
//     ?>rel     if there is one, it is named; if not, the pattern matches all the same
//     !>rel     there must be none
//     (…)       a pattern of its own: >obl ({}=medium >nmod:poss {}=owner)
//
// Relations are Universal Dependencies' plus subject, actor, patient (see tree.h). All relations after a node belong to
// that node; parentheses go deeper. The first token in text order that fits is taken, each node for itself: a pattern
// has one match an anchor or none. A name that stands at two nodes is the later one's.
// Tested by tests/match/naive_match.h, which tries everything.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/result.h"

namespace sayso {

// Facts about tokens that earlier layers know ("actor", "place", "quoted"): what `is:` tests. One set of names a token.
class Marks {
 public:
  explicit Marks(std::size_t tokens) : bits_(tokens, 0) {}
  // REQUIRES: at most 64 different names.
  void set(TokenId token, std::string_view name);
  bool has(TokenId token, std::string_view name) const;
  std::vector<std::string> of(TokenId token) const;  // by name

 private:
  std::vector<std::string> names_;
  std::vector<std::uint64_t> bits_;
};

struct Pattern;

struct Test {
  enum class Key : std::uint8_t { lemma, tag, xpos, preposition, is, at, within } key = Key::lemma;
  bool negated = false;
  std::vector<std::string> values{};     // lower case; for tag and xpos as printed
  std::uint32_t words = 0;               // of `within`
  std::vector<const WordList*> lists{};  // @lists; owned by the WordLists given to parse
};

struct Step {
  enum class Kind : std::uint8_t { must, may, must_not } kind = Kind::must;
  bool down = true;
  std::vector<Relation> relations{};  // any of them; empty with empty `deep`: any relation
  std::vector<Deep> deep{};
  std::vector<Pattern> to;  // exactly one
};

struct Pattern {
  std::vector<Test> tests{};
  std::string name{};  // empty: not captured
  std::vector<Step> steps{};
};

// What a match calls its tokens. Optional parts that are absent are not in it.
using Captures = std::map<std::string, TokenId, std::less<>>;

// Errors: bad_rule; `where` is the given place, the message names the column and what was expected.
Result<Pattern> parse_pattern(std::string_view text, const WordLists& lists, std::string_view where);

std::optional<Captures> match_at(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId anchor);

// Every name a pattern can bind: none of what must not be there.
std::vector<std::string> names_in(const Pattern& pattern);
// Every mark its `is:` tests ask for.
std::vector<std::string> marks_in(const Pattern& pattern);
// The lemmas, or the prepositions, one of which an anchor must have, if the pattern says so: what rules are indexed by.
// REQUIRES: `key` is lemma or preposition.
std::optional<std::vector<std::string>> anchor_words(const Pattern& pattern, Test::Key key);

}  // namespace sayso
