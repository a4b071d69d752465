// Reads tense, negation, modality and phrases off a tree.
//
//     "It may have been hit" : tense_of(hit) past, modality_of(hit) possible
//
// Left out on purpose: sequence of tenses ("said it had left" is past as printed) and lexical negation ("failed to"),
// which is for the events' rules.
#include "match/clause.h"

#include <algorithm>
#include <string>

namespace sayso {
namespace {

Tense tense_of_verb(const Token& token) {
  switch (token.xpos) {
    case Xpos::VBD:
      return Tense::past;
    case Xpos::VBP:
    case Xpos::VBZ:
      return Tense::present;
    default:
      return Tense::none;
  }
}

bool is_future(const std::string& lemma) { return lemma == "will" || lemma == "shall" || lemma == "'ll"; }

bool is_negation(const std::string& lemma) {
  return lemma == "not" || lemma == "never" || lemma == "n't" || lemma == "no" || lemma == "neither" || lemma == "nor";
}

}  // namespace

Tense tense_of(const Tree& tree, TokenId clause) {
  const Token& token = tree[clause];
  Tense of_auxiliary = Tense::none;
  bool perfect = false, modal = false;
  for (TokenId below : tree.children(clause)) {
    const Relation relation = tree[below].relation;
    if (!is_a(relation, Relation::aux) && relation != Relation::cop) continue;
    const std::string& lemma = tree.lemma(below);
    if (is_future(lemma)) return Tense::future;
    if (lemma == "have") perfect = true;
    if (tree[below].xpos == Xpos::MD) modal = true;
    if (of_auxiliary == Tense::none) of_auxiliary = tense_of_verb(tree[below]);
  }
  if (perfect) return Tense::past;
  if (of_auxiliary != Tense::none) return of_auxiliary;
  if (modal) return Tense::none;
  if (const Tense own = tense_of_verb(token); own != Tense::none) return own;
  // A participle or infinitive without auxiliaries takes the time of what it hangs on: "said, adding"; "towns retaken"
  // is past.
  if (token.xpos == Xpos::VBN) return Tense::past;
  if ((token.relation == Relation::conj || token.relation == Relation::advcl || token.relation == Relation::xcomp) &&
      token.head != no_token && token.tag == Tag::VERB && token.xpos != Xpos::VB && token.head < clause)
    return tense_of(tree, token.head);
  return Tense::none;
}

bool is_negated(const Tree& tree, TokenId clause) {
  for (TokenId below : tree.children(clause)) {
    const Token& token = tree[below];
    if ((token.relation == Relation::advmod || token.relation == Relation::cc_preconj) &&
        is_negation(tree.lemma(below)))
      return true;
    if (token.relation == Relation::det && tree.lemma(below) == "no") return true;
    if (is_a(token.relation, Relation::nsubj) || token.relation == Relation::obj) {
      const std::string& lemma = tree.lemma(below);
      if (lemma == "nobody" || lemma == "none" || lemma == "nothing") return true;
      for (TokenId deeper : tree.children(below))
        if (tree[deeper].relation == Relation::det && tree.lemma(deeper) == "no") return true;
    }
  }
  return false;
}

Certainty modality_of(const Tree& tree, TokenId clause, const WordLists& lists) {
  const WordList* possible = lists.find("modal_possible");
  const WordList* probable = lists.find("modal_probable");
  Certainty certainty = Certainty::certain;
  for (TokenId below : tree.children(clause)) {
    const Relation relation = tree[below].relation;
    if (!is_a(relation, Relation::aux) && relation != Relation::advmod) continue;
    if (possible != nullptr && possible->contains(tree.lemma(below))) return Certainty::possible;
    if (probable != nullptr && probable->contains(tree.lemma(below))) certainty = Certainty::probable;
  }
  return certainty;
}

bool is_conditional(const Tree& tree, TokenId clause) {
  for (TokenId below : tree.children(clause)) {
    const std::string& lemma = tree.lemma(below);
    if (tree[below].relation == Relation::aux && (lemma == "would" || lemma == "should" || lemma == "'d")) return true;
    if (tree[below].relation == Relation::mark && (lemma == "if" || lemma == "unless")) return true;
    if (tree[below].relation == Relation::advcl)
      for (TokenId mark : tree.children(below))
        if (tree[mark].relation == Relation::mark && (tree.lemma(mark) == "if" || tree.lemma(mark) == "unless"))
          return true;
  }
  return false;
}

bool is_headline(const Dispatch& dispatch, const Tree& tree, TokenId token) {
  const ParagraphKind kind = dispatch.paragraphs[tree.syntax()[tree.sentence_of(token)].paragraph].kind;
  return kind == ParagraphKind::headline || kind == ParagraphKind::heading;
}

TokenId clause_of(const Tree& tree, TokenId token) {
  TokenId at = token;
  while (!tree.is_clause(at) && tree[at].head != no_token) at = tree[at].head;
  return at;
}

std::vector<TokenId> noun_phrase(const Tree& tree, TokenId head, OfTail of_tail) {
  std::vector<TokenId> tokens{head};
  for (TokenId below : tree.children(head)) {
    const Token& token = tree[below];
    const bool before = below < head;
    bool keep = false;
    switch (token.relation) {
      case Relation::det:
      case Relation::det_predet:
      case Relation::amod:
      case Relation::nummod:
      case Relation::compound:
      case Relation::nmod_poss:
      case Relation::advmod:
      case Relation::nmod_desc:
        keep = before;
        break;
      case Relation::flat:
      case Relation::fixed:
      case Relation::goeswith:
        keep = true;
        break;
      case Relation::nmod:
        keep = of_tail == OfTail::with && !before && tree.preposition(below) == "of";
        break;
      case Relation::appos:  // "spokesman Igor Konashenkov": a name right behind its title, without a comma
        keep = index(below) == index(head) + 1 || tree[TokenId{index(head) + 1}].tag != Tag::PUNCT;
        break;
      default:
        break;
    }
    if (!keep) continue;
    for (TokenId under : tree.phrase(below)) {
      if (tree[under].relation == Relation::acl_relcl) continue;
      tokens.push_back(under);
    }
  }
  std::sort(tokens.begin(), tokens.end());
  // One run around the head: what a comma or a foreign word parts from it stays out.
  auto at = std::find(tokens.begin(), tokens.end(), head);
  auto first = at, last = at;
  while (first != tokens.begin() && index(*(first - 1)) + 1 == index(*first)) --first;
  while (last + 1 != tokens.end() && index(*last) + 1 == index(*(last + 1))) ++last;
  while (first != at && tree[*first].tag == Tag::PUNCT) ++first;
  while (last != at && tree[*last].tag == Tag::PUNCT) --last;
  return {first, last + 1};
}

Span span_of(const Tree& tree, const std::vector<TokenId>& tokens) {
  return {tree[tokens.front()].span.begin, tree[tokens.back()].span.end};
}

Words words_at(std::string_view text, Span span) { return {std::string(slice(text, span)), span}; }

}  // namespace sayso
