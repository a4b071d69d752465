// A dispatch's trees, made walkable: children, phrases, and the deep relations that rules ask for.
//
//     "Two bridges were hit by the army, which denied it."
//      related(hit, subject)  -> bridges        as printed
//      related(hit, actor)    -> army           who does it, in actives, passives, nouns ("the army's attack")
//      related(hit, patient)  -> bridges        whom it is done to
//      referent(which)        -> army           a relative pronoun stands for what it hangs on
//
// Subjects are carried over conjunctions ("Varnia said A and accused B": both Varnia), into controlled clauses ("vowed
// to attack") and participles ("left, saying …"). Source for the shapes: Universal Dependencies, enhanced guidelines.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/language.h"

namespace sayso {

enum class Deep : std::uint8_t { subject, actor, patient };

class Tree {
 public:
  // Keeps a reference: the syntax must outlive the tree.
  explicit Tree(const Syntax& syntax);
  explicit Tree(Syntax&&) = delete;

  const Syntax& syntax() const { return syntax_; }
  const Token& operator[](TokenId id) const { return syntax_[id]; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(syntax_.tokens.size()); }

  std::span<const TokenId> children(TokenId id) const;  // in text order
  TokenId child(TokenId id, Relation relation) const;   // the first with exactly this relation, or no_token
  SentenceId sentence_of(TokenId id) const { return sentence_of_[index(id)]; }

  // The lemma rules test: with a verb's particle ("rule out") where it has one.
  const std::string& lemma(TokenId id) const { return lemmas_[index(id)]; }
  // The preposition of a phrase with its fixed parts, lower case: "according to"; empty if none.
  const std::string& preposition(TokenId id) const { return prepositions_[index(id)]; }

  // All tokens under `id`, itself included, in text order. O(size of the subtree · log).
  std::vector<TokenId> phrase(TokenId id) const;
  bool is_under(TokenId id, TokenId ancestor) const;  // reflexive

  // The conjuncts of `id`: itself, then what is coordinated with it, in text order.
  std::vector<TokenId> conjuncts(TokenId id) const;

  std::vector<TokenId> related(TokenId id, Deep relation) const;
  TokenId referent(TokenId id) const;  // what a relative pronoun stands for; any other token itself
  bool is_passive(TokenId id) const;
  bool is_clause(TokenId id) const;  // heads a clause: a verb, or a predicate with a copula

 private:
  std::vector<TokenId> subjects(TokenId id, int depth) const;

  const Syntax& syntax_;
  std::vector<std::uint32_t> first_child_;  // children of t: children_[first_child_[t], first_child_[t + 1])
  std::vector<TokenId> children_;
  std::vector<SentenceId> sentence_of_;
  std::vector<std::string> lemmas_;
  std::vector<std::string> prepositions_;
};

// True if `relation` is `wanted` or a subtype of it: nsubj:pass is an nsubj; nsubj is no nsubj:pass.
bool is_a(Relation relation, Relation wanted);

}  // namespace sayso
