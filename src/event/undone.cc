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

// "few people", "little evidence", "hardly anybody": but "a few people".
bool is_hardly_any(const Tree& tree, TokenId noun, const WordLists& lists) {
  bool hardly = false;
  for (TokenId below : tree.children(noun)) {
    const Relation relation = tree[below].relation;
    if (relation == Relation::det && tree.lemma(below) == "a") return false;
    if (relation == Relation::amod || relation == Relation::advmod || relation == Relation::det)
      hardly = hardly || lists.contains("hardly_any", tree.lemma(below));
  }
  return hardly || lists.contains("hardly_any", tree.lemma(noun));
}

// "no evidence that", "little proof that"
bool is_without_proof(const Tree& tree, TokenId noun, const WordLists& lists) {
  if (!lists.contains("proof_noun", tree.lemma(noun))) return false;
  return is_hardly_any(tree, noun, lists) || has_no(tree, noun);
}

// "few believe that", "hardly anybody thinks that"
bool is_hardly_believed(const Tree& tree, TokenId verb, const WordLists& lists) {
  const WordList* attitudes = lists.find("attitude");
  if (attitudes == nullptr || attitudes->value_of(tree.lemma(verb)) != "believe") return false;
  for (TokenId below : tree.children(verb)) {
    const Relation relation = tree[below].relation;
    if (is_a(relation, Relation::nsubj) && is_hardly_any(tree, below, lists)) return true;
    // "Few believe": the tree may take them for a noun with its adjective.
    if (relation == Relation::amod && is_hardly_any(tree, verb, lists)) return true;
  }
  return false;
}

// "Did Varnia shell the port?": a question that is to be answered yes or no, of whose words no clause stands apart.
// "Why did Varnia shell the port?" takes the deed for granted.
bool is_asked_for(const Tree& tree, TokenId told) {
  const Sentence& sentence = tree.syntax()[tree.sentence_of(told)];
  bool asks = false;
  for (auto t = index(sentence.last); t-- > index(sentence.first) && tree[TokenId{t}].tag == Tag::PUNCT;)
    asks = asks || tree.lemma(TokenId{t}) == "?";
  if (!asks) return false;
  TokenId root = told;
  while (tree[root].head != no_token) {
    const Relation relation = tree[root].relation;
    if (relation != Relation::conj && relation != Relation::xcomp && relation != Relation::ccomp) return false;
    root = tree[root].head;
  }
  bool helped = false;
  for (TokenId below : tree.children(root)) {
    const Relation relation = tree[below].relation;
    if (is_a(relation, Relation::nsubj) && !helped) return false;  // "Varnia shelled the port?" is surprised
    helped = helped || is_a(relation, Relation::aux) || relation == Relation::cop;
  }
  for (auto t = index(sentence.first); t < index(sentence.last); ++t) {
    const Xpos form = tree[TokenId{t}].xpos;
    if (form == Xpos::WP || form == Xpos::WRB || form == Xpos::WDT) return false;
  }
  return helped;
}

// "close to seizing", "on the verge of seizing": in the list, `undone` by what has come and gone, or `ahead`.
Outcome outcome_on_brink(const Tree& tree, TokenId told, const WordLists& lists) {
  const TokenId above = tree[told].head;
  const TokenId mark = tree.child(told, Relation::mark);
  if (mark == no_token || tree[told].xpos != Xpos::VBG) return Outcome::as_told;
  if (tree.lemma(mark) == "of" && tree[above].tag == Tag::NOUN && lists.contains("brink", tree.lemma(above))) {
    const std::string& where = tree.preposition(above);
    return where == "on" || where == "at" || where == "to" ? Outcome::ahead : Outcome::as_told;
  }
  if (tree.lemma(mark) != "to") return Outcome::as_told;
  if (tree[above].tag == Tag::ADJ && lists.contains("brink", tree.lemma(above))) return Outcome::ahead;
  for (TokenId below : tree.children(above))
    if (tree[below].relation == Relation::advmod && lists.contains("brink", tree.lemma(below)))
      return tree.lemma(above) == "come" ? Outcome::undone : Outcome::ahead;
  return Outcome::as_told;
}

}  // namespace

Outcome outcome_of(const Tree& tree, TokenId trigger, TokenId carrier, const WordLists& lists) {
  const TokenId told = carrier == no_token ? trigger : carrier;
  for (const TokenId at : {trigger, told})
    for (TokenId below : tree.children(at))
      if (tree[below].relation == Relation::advmod && lists.contains("nearly", tree.lemma(below)))
        return Outcome::undone;

  if (tree.is_clause(told) && is_asked_for(tree, told)) return Outcome::open;
  const TokenId above = tree[told].head;
  if (above == no_token) return Outcome::as_told;
  if (const Outcome brink = outcome_on_brink(tree, told, lists); brink != Outcome::as_told) return brink;
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
    if (is_without_proof(tree, above, lists)) return Outcome::unproven;
    if (relation == Relation::ccomp && is_hardly_believed(tree, above, lists)) return Outcome::open;
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
