// Reads what stands over an event's words. In: "Police foiled an attack on the bank."; out: the attack is undone.
// Leaves out on purpose: whose word it is (attribution has that), and what only another sentence takes back.
#include "event/undone.h"

#include <algorithm>

#include "match/clause.h"

namespace sayso {
namespace {

bool is_not(const Tree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  return lemma == "not" || lemma == "never";
}

bool has_not(const Tree& tree, TokenId token) {
  const auto below = tree.children(token);
  return std::any_of(below.begin(), below.end(), [&](TokenId at) { return is_not(tree, at); });
}

// "not true", "false": what is said of a clause, or of the report that holds it.
bool is_untrue(const Tree& tree, TokenId word, const WordLists& lists) {
  return lists.contains("falsehood", tree.lemma(word)) ||
         ((tree.lemma(word) == "true" || tree.lemma(word) == "correct") && has_not(tree, word));
}

}  // namespace

Outcome outcome_of(const Tree& tree, TokenId trigger, TokenId carrier, const WordLists& lists) {
  const TokenId told = carrier == no_token ? trigger : carrier;
  for (const TokenId at : {trigger, told})
    for (TokenId below : tree.children(at))
      if (tree[below].relation == Relation::advmod && lists.contains("nearly", tree.lemma(below)))
        return Outcome::undone;

  const TokenId above = tree[told].head;
  if (above == no_token) return Outcome::as_told;
  const Relation relation = tree[told].relation;
  const bool thing = relation == Relation::obj || relation == Relation::xcomp || relation == Relation::nsubj_pass ||
                     (relation == Relation::nmod && tree.preposition(told) == "of");
  // "averted the bombing", "the raid was called off", "cleared him of bombing the embassy"
  const bool of = (relation == Relation::advcl || is_a(relation, Relation::obl)) &&
                  tree.child(told, Relation::mark) != no_token && tree.lemma(tree.child(told, Relation::mark)) == "of";
  if ((thing || of) && lists.contains("undoing_verb", tree.lemma(above)) && !is_negated(tree, above))
    return Outcome::undone;
  // "The raid never took place."
  if (is_a(relation, Relation::nsubj) && lists.contains("happen_verb", tree.lemma(above)) && is_negated(tree, above))
    return Outcome::undone;

  if (!tree.is_clause(told)) return Outcome::as_told;
  // "It is unclear whether …", "not known if …"
  if (relation == Relation::ccomp || is_a(relation, Relation::csubj) || is_a(relation, Relation::acl) ||
      is_a(relation, Relation::advcl)) {
    if (is_untrue(tree, above, lists)) return Outcome::undone;
    // "Rumours that Varnia shelled the port are false."
    if (is_a(relation, Relation::acl) && is_a(tree[above].relation, Relation::nsubj) && tree[above].head != no_token &&
        is_untrue(tree, tree[above].head, lists))
      return Outcome::undone;
    for (TokenId below : tree.children(told))
      if (tree[below].relation == Relation::mark && tree.lemma(below) == "whether") return Outcome::open;
  }
  return Outcome::as_told;
}

}  // namespace sayso
