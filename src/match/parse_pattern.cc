// Parses patterns.
//
//     "{lemma:say}=cue >subject {at:before}=source"  ->  a node named cue with one step to a node named source
//
// Every fault names its column and what was expected. Tested by tests/match/pattern_test.cc.
#include <algorithm>
#include <charconv>

#include "base/utf8.h"
#include "match/pattern.h"

namespace sayso {
namespace {

constexpr int deepest = 16;  // parentheses inside each other

class Parser {
 public:
  Parser(std::string_view text, const WordLists& lists, std::string_view where)
      : text_(text), lists_(lists), where_(where) {}

  Result<Pattern> whole() {
    Pattern pattern;
    if (!node(pattern, true) || !steps(pattern)) return std::move(error_);
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

  bool node(Pattern& pattern, bool first) {
    if (!take('{')) return fail("expected '{'");
    while (!take('}')) {
      if (at_ == text_.size()) return fail("'{' is not closed");
      Test test;
      test.negated = take('!');
      skip_space();
      const auto key = until(":;}");
      if (!take(':')) return fail("a test is 'key:value'");
      if (!set_key(test, key)) return false;
      if (first && (test.key == Test::Key::at || test.key == Test::Key::within))
        return fail("'" + std::string(key) + "' tells where a word stands from the node before it; the first has none");
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
    constexpr std::string_view keys[] = {"lemma", "tag", "xpos", "preposition", "is", "at", "within"};
    const auto found = std::find(std::begin(keys), std::end(keys), key);
    if (found == std::end(keys))
      return fail("'" + std::string(key) + "' is no test: use lemma, tag, xpos, preposition, is, at or within");
    test.key = static_cast<Test::Key>(found - std::begin(keys));
    return true;
  }

  bool value(Test& test, std::string_view text) {
    if (text.empty()) return fail("a value is missing");
    if (text.front() == '@') {
      const WordList* list = lists_.find(text.substr(1));
      if (list == nullptr)
        return fail("there is no list '" + std::string(text) + "': make data/lexicons/lists/" +
                    std::string(text.substr(1)) + ".tsv or mend the name");
      if (test.key != Test::Key::lemma && test.key != Test::Key::preposition)
        return fail("lists hold lemmas: only 'lemma' and 'preposition' take '" + std::string(text) + "'");
      test.lists.push_back(list);
      return true;
    }
    if (test.key == Test::Key::tag && name_of(tag_named(text)) != text)
      return fail("'" + std::string(text) +
                  "' is no part of speech: use those of Universal Dependencies, such as VERB");
    if (test.key == Test::Key::xpos && name_of(xpos_named(text)) != text)
      return fail("'" + std::string(text) + "' is no Penn tag: use one such as VBD");
    if ((test.key == Test::Key::lemma || test.key == Test::Key::preposition) && to_lower(text) != text)
      return fail("lemmas are in lower case: write '" + to_lower(text) + "'");
    if (test.key == Test::Key::at && text != "before" && text != "after")
      return fail("'at' is before or after, not '" + std::string(text) + "'");
    if (test.key == Test::Key::within && !number(test, text))
      return fail("'within' is a number of words from 1 to 999, not '" + std::string(text) + "'");
    test.values.emplace_back(text);
    return true;
  }

  static bool number(Test& test, std::string_view text) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), test.words);
    return error == std::errc{} && end == text.data() + text.size() && test.words > 0 && test.words < 1000 &&
           test.values.empty();
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
      skip_space();
      const bool any = at_ < text_.size() && (text_[at_] == '{' || text_[at_] == '(');
      do {
        if (!any && !relation(step, until(" |({"))) return false;
      } while (take('|'));
      step.to.emplace_back();
      const bool deeper = take('(');
      if (deeper && ++depth_ > deepest) return fail("parentheses go too deep: at most " + std::to_string(deepest));
      if (!node(step.to.front(), false)) return false;
      if (deeper && !steps(step.to.front())) return false;
      if (deeper && !take(')')) return fail("'(' is not closed");
      if (deeper) --depth_;
      if (step.kind == Step::Kind::must_not && !names_in(step.to.front()).empty())
        return fail("'" + names_in(step.to.front()).front() + "' names what must not be there: take the name away");
      pattern.steps.push_back(std::move(step));
    }
  }

  bool relation(Step& step, std::string_view name) {
    constexpr std::string_view deep[] = {"subject", "actor", "patient"};
    if (name.empty()) return fail("a relation is missing");
    const auto found = std::find(std::begin(deep), std::end(deep), name);
    if (found != std::end(deep)) {
      if (!step.down) return fail("'" + std::string(name) + "' can only be asked downwards");
      step.deep.push_back(static_cast<Deep>(found - std::begin(deep)));
      return true;
    }
    const Relation known = relation_named(name);
    if (name_of(known) != name)
      return fail("'" + std::string(name) +
                  "' is no relation: use one of Universal Dependencies, or subject, actor, patient");
    step.relations.push_back(known);
    return true;
  }

  std::string_view text_;
  const WordLists& lists_;
  std::string_view where_;
  std::size_t at_ = 0;
  int depth_ = 0;
  Error error_{};
};

}  // namespace

Result<Pattern> parse_pattern(std::string_view text, const WordLists& lists, std::string_view where) {
  return Parser(text, lists, where).whole();
}

}  // namespace sayso
