// Tells what only a work tells, see works.h. In: "The novel is about a general who bombs Kesh."; out: bombs is told in
// it. In: "An exercise simulated an attack."; out: attack is acted. Left out on purpose: other nouns ("the novel's
// attack on Kesh"), plots told over several sentences, and works that the list does not have because the news are full
// of them (books, stories, videos).
#include "event/works.h"

#include <algorithm>
#include <optional>

namespace sayso {
namespace {

constexpr int longest_climb = 12;

class Plot {
 public:
  Plot(const Tree& tree, TokenId told, std::string_view type, const WordList& works)
      : tree_(tree),
        works_(works),
        present_(tree[told].xpos == Xpos::VBZ || tree[told].xpos == Xpos::VBP || tree[told].xpos == Xpos::VB),
        fight_(type == "ASSAULT" || type == "CONTROL"),
        told_(told) {}

  bool is_told() const {
    TokenId at = told_;
    bool close = true;  // only clauses that a verb takes lie between: "tells how soldiers killed"
    for (int steps = 0; steps < longest_climb; ++steps) {
      if (has_setting(at, close)) return true;
      if (at != told_ && has_work_for_subject(at, close)) return true;
      const Token& token = tree_[at];
      if (token.head == no_token) return false;
      if (is_a(token.relation, Relation::acl) && names_place_of_relative(at) && is_work(token.head, true)) return true;
      if (token.relation != Relation::ccomp && token.relation != Relation::xcomp && token.relation != Relation::conj)
        close = false;
      at = token.head;
    }
    return false;
  }

 private:
  // "in the novel": not "in a series of attacks".
  bool has_setting(TokenId clause, bool close) const {
    for (TokenId below : tree_.children(clause))
      if (is_a(tree_[below].relation, Relation::obl) && tree_.preposition(below) == "in" && is_work(below, close))
        return true;
    return false;
  }

  bool has_work_for_subject(TokenId clause, bool close) const {
    for (TokenId below : tree_.children(clause))
      if (tree_[below].relation == Relation::nsubj && is_work(below, close)) return true;
    return false;
  }

  // "in which", "where"
  bool names_place_of_relative(TokenId clause) const {
    for (TokenId below : tree_.children(clause)) {
      const std::string& word = tree_.lemma(below);
      if (word == "where" || (word == "which" && tree_.preposition(below) == "in")) return true;
    }
    return false;
  }

  bool is_work(TokenId noun, bool close) const {
    const auto kind = kind_of(noun);
    if (!kind || tree_[noun].tag != Tag::NOUN) return false;
    for (TokenId below : tree_.children(noun))
      if (is_a(tree_[below].relation, Relation::nmod) && tree_.preposition(below) == "of" && !names_title(below))
        return false;
    if (*kind == "staged" || !close) return present_;
    return *kind != "mock" || fight_;
  }

  // "video game", where a game alone may be a match.
  std::optional<std::string_view> kind_of(TokenId noun) const {
    for (TokenId below : tree_.children(noun))
      if (tree_[below].relation == Relation::compound)
        if (const auto kind = works_.value_of(tree_.lemma(below) + " " + tree_.lemma(noun))) return kind;
    return works_.value_of(tree_.lemma(noun));
  }

  // "the film of the same name"
  bool names_title(TokenId noun) const {
    if (tree_.lemma(noun) != "name" && tree_.lemma(noun) != "title") return false;
    const auto below = tree_.children(noun);
    return std::any_of(below.begin(), below.end(), [&](TokenId at) { return tree_.lemma(at) == "same"; });
  }

  const Tree& tree_;
  const WordList& works_;
  const bool present_, fight_;
  const TokenId told_;
};

// "simulated an attack", "an attack was rehearsed"
bool is_acted(const Tree& tree, TokenId deed, const WordLists& lists) {
  const Token& token = tree[deed];
  return token.head != no_token && (token.relation == Relation::obj || token.relation == Relation::nsubj_pass) &&
         lists.contains("acting_verb", tree.lemma(token.head));
}

}  // namespace

bool is_told_in_work(const Tree& tree, TokenId told, std::string_view type, const WordLists& lists) {
  if (is_acted(tree, told, lists)) return true;
  const WordList* works = lists.find("fiction");
  return works != nullptr && tree[told].tag == Tag::VERB && Plot(tree, told, type, *works).is_told();
}

}  // namespace sayso
