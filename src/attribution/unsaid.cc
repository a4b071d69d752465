// Tells by little words around a cue and its speaker whether anything was said at all.
//
//     "has yet to say when it will leave"   yet, under "has"   -> unsaid
//
//     "could not confirm or deny that …"     not, over "confirm or" -> unsaid
//     "left without denying that …"          without                -> unsaid
//     "refused to deny that …"               refused                -> unsaid; the refusal is a row of its own
//
// Word lists: denying_word, inability, refuse, say_light, say_noun, offer_noun, evidence_noun. Left out on purpose: a
// "not" that holds for both of what "and" joins ("did not confirm and deny").
#include "attribution/unsaid.h"

#include <algorithm>

namespace sayso {
namespace {

class Denial {
 public:
  Denial(const Tree& tree, const std::vector<Quotation>& quotations, const WordLists& lists)
      : tree_(tree), quotations_(quotations), lists_(lists) {}

  // "did not say", "could not confirm or deny"
  bool stands_over(TokenId cue) const {
    TokenId verb = cue;
    for (int steps = 0; steps < most_joined; ++steps) {
      if (stands_at(verb) || stands_above(verb)) return true;
      verb = joined_to(verb);
      if (verb == no_token) return false;
    }
    return false;
  }

  // "did not say", "neither confirmed", "without saying": but "not only said".
  bool stands_at(TokenId verb) const {
    bool denied = false;
    for (TokenId below : tree_.children(verb)) {
      const Relation relation = tree_[below].relation;
      const bool small = relation == Relation::advmod || relation == Relation::mark || is_a(relation, Relation::cc);
      if (!small || is_quoted(below)) continue;
      if (tree_.lemma(below) == "only") return false;
      denied = denied || is_listed("denying_word", below);
      for (TokenId deeper : tree_.children(below))
        if (tree_.lemma(deeper) == "only") return false;
    }
    return denied;
  }

  // "was unable to verify", "stopped short of saying", "refused to deny", "has yet to say"
  bool stands_above(TokenId cue) const {
    const Relation relation = tree_[cue].relation;
    const TokenId above = tree_[cue].head;
    if (above == no_token || (relation != Relation::xcomp && relation != Relation::advcl)) return false;
    if (is_listed("inability", above)) return true;
    if (is_listed("refuse", above) && relation == Relation::xcomp && !stands_at(above)) return true;
    if (tree_.lemma(above) != "have") return false;
    const auto yet = [&](TokenId token) { return tree_.lemma(token) == "yet"; };
    const auto over = tree_.children(above), under = tree_.children(cue);
    return std::any_of(over.begin(), over.end(), yet) || std::any_of(under.begin(), under.end(), yet);
  }

  // "made no mention of the raid"
  bool stands_at_thing(TokenId cue) const {
    const TokenId thing = is_listed("say_light", cue) ? tree_.child(cue, Relation::obj) : no_token;
    return thing != no_token && has_word(thing, {Relation::det}) &&
           (is_listed("say_noun", thing) || is_listed("offer_noun", thing) || is_listed("evidence_noun", thing));
  }

  // "nobody said", "no group claimed", "neither Kyiv nor Moscow said", "hardly anyone said"
  bool stands_at_speaker(TokenId speaker) const {
    if (is_listed("denying_word", speaker)) return true;
    return has_word(speaker, {Relation::det, Relation::advmod, Relation::cc, Relation::cc_preconj});
  }

  // "You can say that …": nobody does.
  bool is_anybody(TokenId cue, TokenId speaker) const {
    const std::string& who = tree_.lemma(speaker);
    if (who != "you" && who != "one" && who != "anyone" && who != "anybody") return false;
    const auto below = tree_.children(cue);
    return std::any_of(below.begin(), below.end(), [&](TokenId token) { return tree_[token].xpos == Xpos::MD; });
  }

 private:
  static constexpr int most_joined = 4;

  // "confirm" for the "deny" of "confirm or deny": one "not" holds for both.
  TokenId joined_to(TokenId verb) const {
    if (tree_[verb].relation != Relation::conj || tree_.child(verb, Relation::nsubj) != no_token) return no_token;
    const TokenId joint = tree_.child(verb, Relation::cc);
    return joint != no_token && (tree_.lemma(joint) == "or" || tree_.lemma(joint) == "nor") ? tree_[verb].head
                                                                                            : no_token;
  }

  bool is_quoted(TokenId token) const { return quotation_at(quotations_, tree_[token].span.begin) != nullptr; }

  bool is_listed(std::string_view name, TokenId token) const { return lists_.contains(name, tree_.lemma(token)); }

  bool has_word(TokenId noun, std::initializer_list<Relation> relations) const {
    for (TokenId below : tree_.children(noun))
      if (std::find(relations.begin(), relations.end(), tree_[below].relation) != relations.end() &&
          is_listed("denying_word", below))
        return true;
    return false;
  }

  const Tree& tree_;
  const std::vector<Quotation>& quotations_;
  const WordLists& lists_;
};

}  // namespace

bool is_unsaid(const Tree& tree, const std::vector<Quotation>& quotations, const WordLists& lists, TokenId cue,
               TokenId source) {
  if (tree[cue].tag != Tag::VERB) return false;
  const Denial denial(tree, quotations, lists);
  if (denial.stands_over(cue) || denial.stands_at_thing(cue)) return true;
  return source != no_token && (denial.is_anybody(cue, source) || denial.stands_at_speaker(source));
}

}  // namespace sayso
