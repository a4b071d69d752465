// Reads tense, negation, modality and phrases off a tree.
//
//     "It may have been hit" : tense_of(hit) past, modality_of(hit) possible
//
//     "Officials said it would reopen": tense_of(reopen) future, not conditional
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

bool has_auxiliary(const Tree& tree, TokenId clause, std::string_view lemma) {
  for (TokenId below : tree.children(clause))
    if (tree[below].relation == Relation::aux && tree.lemma(below) == lemma) return true;
  return false;
}

// A finite verb of the past, or its clause's: "said", "had said", "has said", "was told".
bool is_past(const Tree& tree, TokenId clause) {
  if (tree[clause].xpos == Xpos::VBD) return true;
  for (TokenId below : tree.children(clause)) {
    const Relation relation = tree[below].relation;
    if (is_a(relation, Relation::aux) && (tree[below].xpos == Xpos::VBD || tree.lemma(below) == "have")) return true;
  }
  return false;
}

bool is_condition(const std::string& lemma) { return lemma == "if" || lemma == "unless"; }

// Said in the past, as the tree has it: below a verb of the past that it completes, or beside one that only tells who
// said it ("It would hold, the envoy told the council").
bool is_reported_in_past(const Tree& tree, TokenId clause) {
  constexpr int highest = 8;
  TokenId at = clause;
  for (int steps = 0; steps < highest; ++steps) {
    for (TokenId below : tree.children(at))
      if (tree[below].relation == Relation::parataxis && tree.child(below, Relation::nsubj) != no_token &&
          is_past(tree, below))
        return true;
    const Token& token = tree[at];
    if (token.head == no_token) return false;
    if (token.relation == Relation::ccomp || token.relation == Relation::parataxis) {
      if (is_past(tree, token.head)) return true;
      // "…, saying it would close": a participle has the time of its clause.
      if (tree[token.head].xpos == Xpos::VBG && tree[token.head].head != no_token &&
          is_past(tree, clause_of(tree, tree[token.head].head)))
        return true;
    }
    // "a promise that it would stay": the noun's clause.
    if (token.relation == Relation::acl && tree.child(at, Relation::mark) != no_token)
      return is_past(tree, clause_of(tree, token.head));
    at = token.head;
  }
  return false;
}

// "did not shell or seize": one helper serves both. "had struck the dam or hit the station": a form that looks like the
// infinitive, beside one that is none.
bool shares_helper(const Tree& tree, TokenId clause) {
  const Token& token = tree[clause];
  if (token.relation != Relation::conj || token.head == no_token || token.head > clause || token.xpos != Xpos::VB)
    return false;
  for (TokenId below : tree.children(clause))
    if (is_a(tree[below].relation, Relation::nsubj) || is_a(tree[below].relation, Relation::aux) ||
        tree[below].relation == Relation::mark)
      return false;
  const Xpos form = tree[token.head].xpos;
  return form == Xpos::VBD || form == Xpos::VBN || (form == Xpos::VB && has_auxiliary(tree, token.head, "do"));
}

bool is_quoted(const Tree& tree, TokenId clause) {
  for (TokenId below : tree.children(clause))
    if (const std::string& mark = tree.lemma(below);
        tree[below].tag == Tag::PUNCT && (mark == "\"" || mark == "“" || mark == "”" || mark == "``" || mark == "''"))
      return true;
  return false;
}

// "would" behind a past cue is "will" as reported, unless a perfect says that it did not come to pass. Words in
// quotation marks are not shifted: "It would be madness," he said.
bool is_reported_future(const Tree& tree, TokenId clause) {
  return has_auxiliary(tree, clause, "would") && !has_auxiliary(tree, clause, "have") && !is_quoted(tree, clause) &&
         is_reported_in_past(tree, clause);
}

bool says_will(const Tree& tree, TokenId clause) {
  for (TokenId below : tree.children(clause))
    if (tree[below].relation == Relation::aux && is_future(tree.lemma(below))) return true;
  return false;
}

// "One more shell and we will answer": a noun joined to a clause of the future.
bool is_one_more(const Tree& tree, TokenId noun) {
  if (tree.is_clause(noun)) return false;
  bool more = false, follows = false;
  for (TokenId below : tree.children(noun)) {
    more = more || tree.lemma(below) == "more" || tree.lemma(below) == "another";
    follows = follows || (tree[below].relation == Relation::conj && says_will(tree, below));
  }
  return more && follows;
}

}  // namespace

Tense tense_of(const Tree& tree, TokenId clause) {
  const Token& token = tree[clause];
  if (is_one_more(tree, clause)) return Tense::future;
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
  if (modal && is_reported_future(tree, clause)) return Tense::future;
  if (perfect) return Tense::past;
  if (of_auxiliary != Tense::none) return of_auxiliary;
  if (modal) return Tense::none;
  if (const Tense own = tense_of_verb(token); own != Tense::none) return own;
  // A participle or infinitive without auxiliaries takes the time of what it hangs on: "said, adding"; "towns retaken"
  // is past.
  if (token.xpos == Xpos::VBN) return Tense::past;
  if (shares_helper(tree, clause)) return tense_of(tree, token.head);
  if ((token.relation == Relation::conj || token.relation == Relation::advcl || token.relation == Relation::xcomp) &&
      token.head != no_token && token.tag == Tag::VERB && token.xpos != Xpos::VB && token.head < clause)
    return tense_of(tree, token.head);
  return Tense::none;
}

bool has_no(const Tree& tree, TokenId noun) {
  const auto below = tree.children(noun);
  return std::any_of(below.begin(), below.end(),
                     [&](TokenId token) { return tree[token].relation == Relation::det && tree.lemma(token) == "no"; });
}

bool is_negated(const Tree& tree, TokenId clause) {
  // "did not shell or seize": the one "not" holds for both.
  if (const Token& token = tree[clause];
      token.relation == Relation::conj && token.head != no_token && tree[token.head].relation != Relation::conj &&
      tree[token.head].tag == Tag::VERB && tree.child(clause, Relation::nsubj) == no_token) {
    const TokenId joint = tree.child(clause, Relation::cc);
    if (joint != no_token && tree.lemma(joint) == "or" && is_negated(tree, token.head)) return true;
  }
  if (has_no(tree, clause)) return true;
  for (TokenId below : tree.children(clause)) {
    const Token& token = tree[below];
    if ((token.relation == Relation::advmod || token.relation == Relation::cc_preconj) &&
        is_negation(tree.lemma(below)) && tree.child(below, Relation::fixed) == no_token)  // "no more than 20"
      return true;
    // "Neither the army nor the rebels shelled Kesh": the tree hangs the first half on the clause or on its subject.
    if (is_a(token.relation, Relation::cc) && tree.lemma(below) == "neither") return true;
    if (is_a(token.relation, Relation::nsubj) || token.relation == Relation::obj) {
      const std::string& lemma = tree.lemma(below);
      if (lemma == "nobody" || lemma == "none" || lemma == "nothing" || lemma == "neither") return true;
      for (TokenId deeper : tree.children(below)) {
        const Relation relation = tree[deeper].relation;
        const std::string& word = tree.lemma(deeper);
        if (relation == Relation::det && (word == "no" || word == "neither")) return true;
        if ((is_a(relation, Relation::cc) || relation == Relation::cc_preconj) && word == "neither") return true;
      }
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

bool has_condition(const Tree& tree, TokenId clause) {
  if (is_one_more(tree, clause)) return true;
  for (TokenId below : tree.children(clause)) {
    if (tree[below].relation == Relation::mark && is_condition(tree.lemma(below))) return true;
    if (tree[below].relation == Relation::advcl)
      for (TokenId mark : tree.children(below))
        if (tree[mark].relation == Relation::mark && is_condition(tree.lemma(mark))) return true;
  }
  return false;
}

bool is_supposed(const Tree& tree, TokenId clause, const WordLists& lists) {
  const auto supposes = [&](TokenId verb) {
    const Xpos form = tree[verb].xpos;
    return tree[verb].tag == Tag::VERB && (form == Xpos::VB || form == Xpos::VBP || form == Xpos::VBG) &&
           lists.contains("supposing_verb", tree.lemma(verb)) && tree.child(verb, Relation::nsubj) == no_token &&
           tree.child(verb, Relation::aux) == no_token;
  };
  const TokenId above = tree[clause].head;
  return supposes(clause) || (above != no_token && tree[clause].relation == Relation::ccomp && supposes(above));
}

bool is_awaited(const Tree& tree, TokenId clause) {
  if (tree[clause].relation != Relation::advcl || tree[clause].head == no_token) return false;
  const auto marks = tree.children(clause);
  const bool until = std::any_of(marks.begin(), marks.end(), [&](TokenId below) {
    const std::string& lemma = tree.lemma(below);
    return tree[below].relation == Relation::mark && (lemma == "until" || lemma == "till" || lemma == "before");
  });
  if (!until) return false;
  const auto above = tree.children(tree[clause].head);
  return std::any_of(above.begin(), above.end(), [&](TokenId below) {
    return tree[below].relation == Relation::aux && tree[below].xpos == Xpos::MD;
  });
}

bool is_conditional(const Tree& tree, TokenId clause) {
  if (has_condition(tree, clause)) return true;
  for (TokenId below : tree.children(clause)) {
    const std::string& lemma = tree.lemma(below);
    if (tree[below].relation == Relation::aux && (lemma == "would" || lemma == "should" || lemma == "'d"))
      return !is_reported_future(tree, clause);
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
