// Matches patterns against trees.
//
//     "{lemma:say}=cue >subject {}=source"  on "The army said no."  anchored at "said"  ->  cue = said, source = army
//
// Left out on purpose: several matches an anchor, and back references. A rule that needs them is two rules.
#include "match/pattern.h"

#include <algorithm>
#include <cassert>

namespace sayso {
namespace {

bool among(const Test& test, std::string_view value) {
  if (std::find(test.values.begin(), test.values.end(), value) != test.values.end()) return true;
  return std::any_of(test.lists.begin(), test.lists.end(), [&](const WordList* list) { return list->contains(value); });
}

// `from` is the token of the node above; order and distance are asked of no first node.
bool holds(const Test& test, const Tree& tree, const Marks& marks, TokenId token, TokenId from) {
  switch (test.key) {
    case Test::Key::lemma:
      return among(test, tree.lemma(token));
    case Test::Key::tag:
      return among(test, name_of(tree[token].tag));
    case Test::Key::xpos:
      return among(test, name_of(tree[token].xpos));
    case Test::Key::preposition:
      return among(test, tree.preposition(token));
    case Test::Key::is:
      return std::any_of(test.values.begin(), test.values.end(),
                         [&](const std::string& name) { return marks.has(token, name); });
    case Test::Key::at:
      return (token < from && among(test, "before")) || (token > from && among(test, "after"));
    case Test::Key::within:
      return (token < from ? index(from) - index(token) : index(token) - index(from)) <= test.words;
  }
  return false;
}

bool fits(Relation relation, const Step& step) {
  if (step.relations.empty()) return step.deep.empty();
  return std::any_of(step.relations.begin(), step.relations.end(),
                     [&](Relation wanted) { return is_a(relation, wanted); });
}

bool match(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId token, TokenId from,
           Captures& captures);

// Deep and plain relations together, in text order, each token once.
std::vector<TokenId> related(const Step& step, const Tree& tree, TokenId token) {
  std::vector<TokenId> others;
  for (Deep deep : step.deep)
    for (TokenId other : tree.related(token, deep)) others.push_back(other);
  for (TokenId below : tree.children(token))
    if (fits(tree[below].relation, step)) others.push_back(below);
  std::sort(others.begin(), others.end());
  others.erase(std::unique(others.begin(), others.end()), others.end());
  return others;
}

bool match_step(const Step& step, const Tree& tree, const Marks& marks, TokenId token, Captures& captures) {
  const Pattern& to = step.to.front();
  const auto matches = [&](TokenId other) {
    Captures tried = captures;
    if (!match(to, tree, marks, other, token, tried)) return false;
    if (step.kind != Step::Kind::must_not) captures = std::move(tried);
    return true;
  };
  if (!step.down) return tree[token].head != no_token && fits(tree[token].relation, step) && matches(tree[token].head);
  if (!step.deep.empty()) {
    const auto others = related(step, tree, token);
    return std::any_of(others.begin(), others.end(), matches);
  }
  const auto children = tree.children(token);
  return std::any_of(children.begin(), children.end(),
                     [&](TokenId below) { return fits(tree[below].relation, step) && matches(below); });
}

bool match(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId token, TokenId from,
           Captures& captures) {
  for (const Test& test : pattern.tests)
    if (holds(test, tree, marks, token, from) == test.negated) return false;
  if (!pattern.name.empty()) captures[pattern.name] = token;
  for (const Step& step : pattern.steps) {
    const bool found = match_step(step, tree, marks, token, captures);
    if (step.kind == Step::Kind::must && !found) return false;
    if (step.kind == Step::Kind::must_not && found) return false;
  }
  return true;
}

void collect_names(const Pattern& pattern, std::vector<std::string>& names) {
  if (!pattern.name.empty()) names.push_back(pattern.name);
  for (const Step& step : pattern.steps)
    if (step.kind != Step::Kind::must_not) collect_names(step.to.front(), names);
}

void collect_marks(const Pattern& pattern, std::vector<std::string>& marks) {
  for (const Test& test : pattern.tests)
    if (test.key == Test::Key::is) marks.insert(marks.end(), test.values.begin(), test.values.end());
  for (const Step& step : pattern.steps) collect_marks(step.to.front(), marks);
}

}  // namespace

void Marks::set(TokenId token, std::string_view name) {
  auto found = std::find(names_.begin(), names_.end(), name);
  if (found == names_.end()) found = names_.insert(names_.end(), std::string(name));
  assert(names_.size() <= 64);
  bits_[index(token)] |= std::uint64_t{1} << (found - names_.begin());
}

bool Marks::has(TokenId token, std::string_view name) const {
  const auto found = std::find(names_.begin(), names_.end(), name);
  return found != names_.end() && (bits_[index(token)] >> (found - names_.begin()) & 1) != 0;
}

std::vector<std::string> Marks::of(TokenId token) const {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < names_.size(); ++i)
    if ((bits_[index(token)] >> i & 1) != 0) names.push_back(names_[i]);
  std::sort(names.begin(), names.end());
  return names;
}

std::optional<Captures> match_at(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId anchor) {
  Captures captures;
  if (!match(pattern, tree, marks, anchor, no_token, captures)) return std::nullopt;
  return captures;
}

std::vector<std::string> names_in(const Pattern& pattern) {
  std::vector<std::string> names;
  collect_names(pattern, names);
  return names;
}

std::vector<std::string> marks_in(const Pattern& pattern) {
  std::vector<std::string> marks;
  collect_marks(pattern, marks);
  return marks;
}

std::optional<std::vector<std::string>> anchor_words(const Pattern& pattern, Test::Key key) {
  for (const Test& test : pattern.tests) {
    if (test.key != key || test.negated) continue;
    std::vector<std::string> words = test.values;
    for (const WordList* list : test.lists)
      for (const auto& [word, value] : list->entries()) words.push_back(word);
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
  }
  return std::nullopt;
}

}  // namespace sayso
