// Tells by little words around a cue and its speaker whether anything was said at all.
//
//     "has yet to say when it will leave"   yet, under "has"   -> unsaid
//
// Word lists: denying_word, inability, say_light, say_noun, offer_noun, evidence_noun. Left out on purpose: what is
// refused ("declined to say"), which is an act of its own.
#include "attribution/unsaid.h"

#include <algorithm>

namespace sayso {
namespace {

class Denial {
 public:
  Denial(const Tree& tree, const std::vector<Quotation>& quotations, const WordLists& lists)
      : tree_(tree), quotations_(quotations), lists_(lists) {}

  // "did not say", "neither confirmed": but "not only said".
  bool stands_at(TokenId verb) const {
    bool denied = false;
    for (TokenId below : tree_.children(verb)) {
      const Relation relation = tree_[below].relation;
      if ((relation != Relation::advmod && !is_a(relation, Relation::cc)) || is_quoted(below)) continue;
      if (tree_.lemma(below) == "only") return false;
      denied = denied || is_listed("denying_word", below);
      for (TokenId deeper : tree_.children(below))
        if (tree_.lemma(deeper) == "only") return false;
    }
    return denied;
  }

  // "was unable to verify", "stopped short of saying", "has yet to say"
  bool stands_above(TokenId cue) const {
    const Relation relation = tree_[cue].relation;
    const TokenId above = tree_[cue].head;
    if (above == no_token || (relation != Relation::xcomp && relation != Relation::advcl)) return false;
    if (is_listed("inability", above)) return true;
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
  if (denial.stands_at(cue) || denial.stands_above(cue) || denial.stands_at_thing(cue)) return true;
  return source != no_token && (denial.is_anybody(cue, source) || denial.stands_at_speaker(source));
}

}  // namespace sayso
