// Parses patterns and matches them against trees.
//
//     "{lemma:say}=cue >subject {}=source"  on "The army said no."  anchored at "said"  ->  cue = said, source = army
//
// Left out on purpose: several matches an anchor, and back references. A rule that needs them is two rules.
#include "match/pattern.h"

#include <algorithm>
#include <cassert>
#include <cctype>

namespace sayso {
namespace {

class Parser {
 public:
  Parser(std::string_view text, const WordLists& lists, std::string_view where)
      : text_(text), lists_(lists), where_(where) {}

  Result<Pattern> whole() {
    Pattern pattern;
    if (!node(pattern) || !steps(pattern)) return std::move(error_);
    if (at_ != text_.size()) return fault("what follows the pattern cannot be read");
    return pattern;
  }

 private:
  Error fault(std::string message) {
    return {ErrorCode::bad_rule, std::string(where_),
            message + " (column " + std::to_string(at_ + 1) + " of the pattern)"};
  }
  bool fail(std::string message) {
    error_ = fault(std::move(message));
    return false;
  }
  void skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }
  bool take(char wanted) {
    skip_space();
    if (at_ == text_.size() || text_[at_] != wanted) return false;
    ++at_;
    return true;
  }
  std::string_view until(std::string_view stops) {
    const auto begin = at_;
    while (at_ < text_.size() && stops.find(text_[at_]) == std::string_view::npos) ++at_;
    auto piece = text_.substr(begin, at_ - begin);
    while (!piece.empty() && piece.back() == ' ') piece.remove_suffix(1);
    while (!piece.empty() && piece.front() == ' ') piece.remove_prefix(1);
    return piece;
  }

  bool node(Pattern& pattern) {
    if (!take('{')) return fail("expected '{'");
    while (!take('}')) {
      if (at_ == text_.size()) return fail("'{' is not closed");
      Test test;
      test.negated = take('!');
      skip_space();
      const auto key = until(":;}");
      if (!take(':')) return fail("a test is 'key:value'");
      if (!set_key(test, key)) return false;
      do {
        if (!value(test, until("|;}"))) return false;
      } while (take('|'));
      pattern.tests.push_back(std::move(test));
      take(';');
    }
    if (at_ < text_.size() && text_[at_] == '=') {
      ++at_;
      pattern.name = until(" ()<>?!{}");
      if (pattern.name.empty()) return fail("a name must follow '='");
    }
    return true;
  }

  bool set_key(Test& test, std::string_view key) {
    constexpr std::string_view keys[] = {"lemma", "tag", "xpos", "preposition", "is"};
    const auto found = std::find(std::begin(keys), std::end(keys), key);
    if (found == std::end(keys))
      return fail("'" + std::string(key) + "' is no test: use lemma, tag, xpos, preposition or is");
    test.key = static_cast<Test::Key>(found - std::begin(keys));
    return true;
  }

  bool value(Test& test, std::string_view text) {
    if (text.empty()) return fail("a value is missing");
    if (text.front() == '@') {
      const WordList* list = lists_.find(text.substr(1));
      if (list == nullptr) return fail("there is no list '" + std::string(text) + "' in data/lexicons/lists");
      test.lists.push_back(list);
      return true;
    }
    if (test.key == Test::Key::tag && name_of(tag_named(text)) != text)
      return fail("'" + std::string(text) + "' is no part of speech");
    if (test.key == Test::Key::xpos && name_of(xpos_named(text)) != text)
      return fail("'" + std::string(text) + "' is no Penn tag");
    test.values.emplace_back(text);
    return true;
  }

  bool steps(Pattern& pattern) {
    for (;;) {
      skip_space();
      if (at_ == text_.size() || text_[at_] == ')') return true;
      Step step;
      if (take('!'))
        step.kind = Step::Kind::must_not;
      else if (take('?'))
        step.kind = Step::Kind::may;
      if (take('>'))
        step.down = true;
      else if (take('<'))
        step.down = false;
      else
        return fail("expected a relation: '>name' or '<name'");
      do {
        if (!relation(step, until(" |({"))) return false;
      } while (take('|'));
      step.to.emplace_back();
      const bool deeper = take('(');
      if (!node(step.to.front())) return false;
      if (deeper && !steps(step.to.front())) return false;
      if (deeper && !take(')')) return fail("'(' is not closed");
      pattern.steps.push_back(std::move(step));
    }
  }

  bool relation(Step& step, std::string_view name) {
    constexpr std::string_view deep[] = {"subject", "actor", "patient"};
    if (name.empty()) return true;
    const auto found = std::find(std::begin(deep), std::end(deep), name);
    if (found != std::end(deep)) {
      if (!step.down) return fail("'" + std::string(name) + "' can only be asked downwards");
      step.deep.push_back(static_cast<Deep>(found - std::begin(deep)));
      return true;
    }
    const Relation known = relation_named(name);
    if (name_of(known) != name) return fail("'" + std::string(name) + "' is no relation");
    step.relations.push_back(known);
    return true;
  }

  std::string_view text_;
  const WordLists& lists_;
  std::string_view where_;
  std::size_t at_ = 0;
  Error error_{};
};

bool among(const Test& test, std::string_view value) {
  if (std::find(test.values.begin(), test.values.end(), value) != test.values.end()) return true;
  return std::any_of(test.lists.begin(), test.lists.end(), [&](const WordList* list) { return list->contains(value); });
}

bool holds(const Test& test, const Tree& tree, const Marks& marks, TokenId token) {
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
  }
  return false;
}

bool fits(Relation relation, const Step& step) {
  if (step.relations.empty()) return step.deep.empty();
  return std::any_of(step.relations.begin(), step.relations.end(),
                     [&](Relation wanted) { return is_a(relation, wanted); });
}

bool match(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId token, Captures& captures);

bool match_step(const Step& step, const Tree& tree, const Marks& marks, TokenId token, Captures& captures) {
  const Pattern& to = step.to.front();
  const auto matches = [&](TokenId other) {
    Captures tried = captures;
    if (!match(to, tree, marks, other, tried)) return false;
    if (step.kind != Step::Kind::must_not) captures = std::move(tried);
    return true;
  };
  if (!step.down) return tree[token].head != no_token && fits(tree[token].relation, step) && matches(tree[token].head);
  for (Deep deep : step.deep)
    for (TokenId other : tree.related(token, deep))
      if (matches(other)) return true;
  for (TokenId below : tree.children(token))
    if (fits(tree[below].relation, step) && matches(below)) return true;
  return false;
}

bool match(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId token, Captures& captures) {
  for (const Test& test : pattern.tests)
    if (holds(test, tree, marks, token) == test.negated) return false;
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
  for (const Step& step : pattern.steps) collect_names(step.to.front(), names);
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

Result<Pattern> parse_pattern(std::string_view text, const WordLists& lists, std::string_view where) {
  return Parser(text, lists, where).whole();
}

std::optional<Captures> match_at(const Pattern& pattern, const Tree& tree, const Marks& marks, TokenId anchor) {
  Captures captures;
  if (!match(pattern, tree, marks, anchor, captures)) return std::nullopt;
  return captures;
}

std::vector<std::string> names_in(const Pattern& pattern) {
  std::vector<std::string> names;
  collect_names(pattern, names);
  return names;
}

std::optional<std::vector<std::string>> anchor_lemmas(const Pattern& pattern) {
  for (const Test& test : pattern.tests) {
    if (test.key != Test::Key::lemma || test.negated) continue;
    std::vector<std::string> lemmas = test.values;
    for (const WordList* list : test.lists)
      for (const auto& [lemma, value] : list->entries()) lemmas.push_back(lemma);
    std::sort(lemmas.begin(), lemmas.end());
    lemmas.erase(std::unique(lemmas.begin(), lemmas.end()), lemmas.end());
    return lemmas;
  }
  return std::nullopt;
}

}  // namespace sayso
