// Matching by the definition, for tests: every assignment of tokens to the nodes of a pattern is tried.
//
//     naive_match(pattern, tree, marks, anchor) == match_at(pattern, tree, marks, anchor)
//
// The definition (match/pattern.h): an assignment gives each node a token, or nothing to an optional node and what
// hangs on it. It fits if each token passes its node's tests and stands to the token of the node above as the step
// says, and nothing stands where nothing must. Of those that fit, the one whose nodes, as the pattern is read, have the
// earliest tokens is the match; nothing is later than any token. Exponential on purpose.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "match/pattern.h"

namespace sayso {

class NaiveMatcher {
 public:
  NaiveMatcher(const Pattern& pattern, const Tree& tree, const Marks& marks) : tree_(tree), marks_(marks) {
    flatten(pattern, nullptr, none);
  }

  std::optional<Captures> at(TokenId anchor) const { return at(anchor, no_token); }

  // `from`: the token above the anchor, where the pattern is a part of another.
  std::optional<Captures> at(TokenId anchor, TokenId from) const {
    std::vector<TokenId> tokens(nodes_.size(), TokenId{0});  // an odometer; no_token is nothing and its last figure
    tokens.front() = anchor;
    for (;;) {
      if (fits(tokens, from)) return captures(tokens);
      std::size_t i = tokens.size();
      while (--i > 0) {
        if (tokens[i] == no_token) {
          tokens[i] = TokenId{0};
          continue;
        }
        const auto next = index(tokens[i]) + 1;
        tokens[i] = next < tree_.size() ? TokenId{next} : no_token;
        break;
      }
      if (i == 0) return std::nullopt;
    }
  }

 private:
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  struct Node {
    const Pattern* pattern;
    const Step* step;   // that leads to it; null: the first
    std::size_t above;  // index of the node above
  };

  void flatten(const Pattern& pattern, const Step* step, std::size_t above) {
    const std::size_t self = nodes_.size();
    nodes_.push_back({&pattern, step, above});
    for (const Step& below : pattern.steps)
      if (below.kind != Step::Kind::must_not) flatten(below.to.front(), &below, self);
  }

  bool fits(const std::vector<TokenId>& tokens, TokenId from) const {
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      const TokenId above = node.above == none ? from : tokens[node.above];
      if (tokens[i] == no_token) {
        const bool optional = node.step != nullptr && node.step->kind == Step::Kind::may;
        if (!optional && above != no_token) return false;
        continue;
      }
      if (node.above != none && (above == no_token || !leads(*node.step, above, tokens[i]))) return false;
      if (!passes(*node.pattern, tokens[i], above)) return false;
    }
    return true;
  }

  // A node's own tests, and what must not be there.
  bool passes(const Pattern& pattern, TokenId token, TokenId from) const {
    for (const Test& test : pattern.tests)
      if (holds(test, token, from) == test.negated) return false;
    for (const Step& step : pattern.steps) {
      if (step.kind != Step::Kind::must_not) continue;
      const NaiveMatcher inner(step.to.front(), tree_, marks_);
      for (std::uint32_t t = 0; t < tree_.size(); ++t)
        if (leads(step, token, TokenId{t}) && inner.at(TokenId{t}, token)) return false;
    }
    return true;
  }

  bool leads(const Step& step, TokenId from, TokenId to) const {
    const TokenId upper = step.down ? from : to;
    const TokenId lower = step.down ? to : from;
    for (Deep deep : step.deep) {
      const auto related = tree_.related(upper, deep);
      if (std::find(related.begin(), related.end(), lower) != related.end()) return true;
    }
    if (tree_[lower].head != upper) return false;
    if (step.relations.empty()) return step.deep.empty();
    return std::any_of(step.relations.begin(), step.relations.end(),
                       [&](Relation wanted) { return is_a(tree_[lower].relation, wanted); });
  }

  bool holds(const Test& test, TokenId token, TokenId from) const {
    for (const WordList* list : test.lists)
      if (list->contains(test.key == Test::Key::lemma ? tree_.lemma(token) : tree_.preposition(token))) return true;
    for (const std::string& value : test.values) {
      if (test.key == Test::Key::lemma && tree_.lemma(token) == value) return true;
      if (test.key == Test::Key::tag && name_of(tree_[token].tag) == value) return true;
      if (test.key == Test::Key::xpos && name_of(tree_[token].xpos) == value) return true;
      if (test.key == Test::Key::preposition && tree_.preposition(token) == value) return true;
      if (test.key == Test::Key::is && marks_.has(token, value)) return true;
      if (test.key == Test::Key::at && (value == "before" ? token < from : token > from)) return true;
    }
    const auto a = static_cast<std::int64_t>(index(token)), b = static_cast<std::int64_t>(index(from));
    return test.key == Test::Key::within && std::abs(a - b) <= static_cast<std::int64_t>(test.words);
  }

  Captures captures(const std::vector<TokenId>& tokens) const {
    Captures out;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
      if (!nodes_[i].pattern->name.empty() && tokens[i] != no_token) out[nodes_[i].pattern->name] = tokens[i];
    return out;
  }

  const Tree& tree_;
  const Marks& marks_;
  std::vector<Node> nodes_;  // as the pattern is read
};

inline std::optional<Captures> naive_match(const Pattern& pattern, const Tree& tree, const Marks& marks,
                                           TokenId anchor) {
  return NaiveMatcher(pattern, tree, marks).at(anchor);
}

}  // namespace sayso
