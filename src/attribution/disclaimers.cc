// Disclaimers: the reporter says that a claim could not be checked. A note on the claim, not a claim.
//
//     "Ostrel said it had taken the hill. The report could not be independently verified."
//        -> the row of Ostrel has the note "unverified"
//
// Reads lists verify, verification, inability, independent, claim_anaphor. What a party will not confirm is its own
// stance and no disclaimer ("Moscow has not confirmed the report"). Left out on purpose: disclaimers on whole pages.
#include <algorithm>

#include "attribution/stance.h"
#include "match/clause.h"

namespace sayso {
namespace {

constexpr const char* unverified = "unverified";
constexpr std::uint32_t sentences_back = 2;

// What a disclaimer is about.
struct About {
  bool found = false;
  bool many = false;  // "the claims", "neither": all that was said just before
  bool same = false;  // in the same sentence: ", a claim that monitors have not confirmed"
};

class Disclaimers {
 public:
  Disclaimers(std::vector<Attribution>& found, const StanceView& view)
      : found_(found), view_(view), tree_(view.tree), by_sentence_(view.tree.syntax().sentences.size()) {
    std::vector<std::size_t> rows;
    for (std::size_t i = 0; i < found.size(); ++i)
      if (found[i].cue ? found[i].cue_head != no_token : found[i].continued && !found[i].content.empty())
        rows.push_back(i);
    std::stable_sort(rows.begin(), rows.end(), [&](std::size_t a, std::size_t b) { return place(a) < place(b); });
    for (std::size_t i : rows) {
      const TokenRange range = tokens_in(tree_, place(i));
      if (range.first < range.last) by_sentence_[index(tree_.sentence_of(TokenId{range.first}))].push_back(i);
      for (const Words& words : found[i].content)
        if (found[i].source.kind != EntityKind::outlet) said_.push_back(words.span);
    }
    std::sort(said_.begin(), said_.end());
  }

  void note() {
    for (std::uint32_t t = 0; t < tree_.size(); ++t) {
      const TokenId token{t};
      About about;
      if (tree_[token].tag == Tag::VERB && in_list(view_, "verify", token)) about = about_of_verb(token);
      if (tree_[token].tag == Tag::NOUN && in_list(view_, "verification", token)) about = about_of_noun(token);
      if (about.found && (about.same || !is_said(tree_[token].span))) note_rows(token, about);
    }
  }

 private:
  Span place(std::size_t row) const {
    return found_[row].cue ? found_[row].cue->span : found_[row].content.front().span;
  }

  bool is_said(Span at) const {
    auto piece = std::upper_bound(said_.begin(), said_.end(), at,
                                  [](Span span, Span other) { return span.begin < other.begin; });
    return piece != said_.begin() && (piece - 1)->contains(at);
  }

  bool has_child_in(TokenId head, std::string_view list) const {
    for (TokenId below : tree_.children(head))
      if (in_list(view_, list, below)) return true;
    return false;
  }

  // "could not be verified", "was unable to verify", "it was not possible to verify", "failed to verify".
  About about_of_verb(TokenId verb) const {
    bool denied = is_negated(tree_, verb), unable = false;
    for (TokenId below : tree_.children(verb))
      if (tree_[below].relation == Relation::aux && (tree_.lemma(below) == "can" || tree_.lemma(below) == "could"))
        unable = denied;
    TokenId governor = no_token;
    switch (tree_[verb].relation) {
      case Relation::xcomp:
      case Relation::ccomp:
      case Relation::csubj:
      case Relation::advcl:
      case Relation::acl:
        governor = tree_[verb].head;
        break;
      default:
        break;
    }
    if (governor != no_token) {
      const bool fails = in_list(view_, "inability", governor);
      const bool cannot =
          is_negated(tree_, governor) && (tree_.lemma(governor) == "able" || tree_.lemma(governor) == "possible");
      unable = unable || fails || cannot;
      denied = denied || unable;
    }
    if (!denied) return {};
    const TokenId subject = tree_.child(verb, Relation::nsubj);
    const bool independent =
        has_child_in(verb, "independent") || (subject != no_token && (has_child_in(subject, "independent")));
    // What a party does not confirm says nothing of a check.
    const WordList* verify = view_.lists.find("verify");
    if (!unable && !independent && verify->value_of(tree_.lemma(verb)) == "party") return {};
    for (const Relation relation : {Relation::obj, Relation::nsubj_pass})
      if (const TokenId what = tree_.child(verb, relation); what != no_token) return about_of(what);
    // ", which Reuters was unable to verify"
    if (governor != no_token && tree_[governor].relation == Relation::acl_relcl) return {true, false, true};
    // "The claim was impossible to verify"; "a claim that monitors have not confirmed".
    if (governor != no_token && tree_[verb].relation != Relation::acl)
      if (const TokenId what = tree_.child(governor, Relation::nsubj); what != no_token) return about_of(what);
    if (tree_[verb].relation == Relation::acl_relcl || tree_[verb].relation == Relation::acl)
      if (const TokenId noun = tree_[verb].head; noun != no_token && in_list(view_, "claim_anaphor", noun))
        return {true, false, true};
    return {};
  }

  // "There was no independent confirmation", "no confirmation was possible"; not "no confirmation from Kyiv".
  About about_of_noun(TokenId noun) const {
    const TokenId article = tree_.child(noun, Relation::det);
    const bool denied = (article != no_token && tree_.lemma(article) == "no") ||
                        (tree_[noun].head != no_token && is_negated(tree_, tree_[noun].head));
    if (!denied) return {};
    if (!has_child_in(noun, "independent")) return {};
    const bool beside = tree_[noun].relation == Relation::obl || tree_[noun].relation == Relation::nmod;
    return {true, false, beside};
  }

  About about_of(TokenId what) const {
    const TokenId meant = tree_.referent(what);
    if (meant != what) return {true, false, true};  // "which could not be verified", "a claim that …"
    const WordList* anaphors = view_.lists.find("claim_anaphor");
    const auto kind = anaphors == nullptr ? std::nullopt : anaphors->value_of(tree_.lemma(what));
    if (!kind) return {};
    const bool many = tree_[what].xpos == Xpos::NNS || tree_.lemma(what) == "they" || tree_.lemma(what) == "these" ||
                      tree_.lemma(what) == "those" || tree_.lemma(what) == "neither" || tree_.lemma(what) == "either";
    if (*kind == "pronoun") return {true, many, false};
    // A noun is one made before behind "the", "this", "neither" or an owner, or where it bears its number alone.
    for (TokenId below : tree_.children(what)) {
      const std::string& lemma = tree_.lemma(below);
      if (tree_[below].relation == Relation::nmod_poss)  // "whose claims could not be verified": in this sentence
        return {true, many, tree_[below].xpos == Xpos::WP_S};
      if (lemma == "neither" || lemma == "either" || lemma == "both") return {true, true, false};
      if (tree_[below].relation == Relation::det && (lemma == "the" || lemma == "this" || lemma == "that" ||
                                                     lemma == "these" || lemma == "those" || lemma == "such"))
        return {true, many, false};
    }
    return {};
  }

  void note_row(std::size_t row) {
    auto& notes = found_[row].notes;
    if (std::find(notes.begin(), notes.end(), unverified) == notes.end()) notes.emplace_back(unverified);
  }

  void note_rows(TokenId disclaimer, About about) {
    const auto& sentences = tree_.syntax().sentences;
    const std::uint32_t here = index(tree_.sentence_of(disclaimer));
    // In the same sentence: the last row whose cue stands before it, else the first behind it ("The rebels, whose
    // claims could not be verified, said …").
    std::ptrdiff_t same = -1;
    for (std::size_t row : by_sentence_[here]) {
      if (found_[row].cue_head == disclaimer) continue;
      if (place(row).begin < tree_[disclaimer].span.begin)
        same = static_cast<std::ptrdiff_t>(row);
      else if (same < 0 && about.same)
        same = static_cast<std::ptrdiff_t>(row);
    }
    if (about.same) {
      if (same >= 0) note_row(static_cast<std::size_t>(same));
      return;
    }
    const std::uint32_t paragraph = sentences[here].paragraph;
    std::uint32_t seen = 0;
    for (auto s = here; s-- > 0 && here - s <= sentences_back + 1 && seen < (about.many ? 2U : 1U);) {
      const bool before =
          sentences[s].paragraph == paragraph ||
          (sentences[s].paragraph + 1 == paragraph && (here == 0 || sentences[here - 1].paragraph != paragraph));
      if (!before) break;
      if (by_sentence_[s].empty()) continue;
      ++seen;
      const auto& rows = by_sentence_[s];
      const Source& last = found_[rows.back()].source;
      for (std::size_t row : rows)
        if (about.many || found_[row].source.span == last.span ||
            (!last.name.empty() && found_[row].source.name == last.name))
          note_row(row);
    }
  }

  std::vector<Attribution>& found_;
  const StanceView& view_;
  const Tree& tree_;
  std::vector<std::vector<std::size_t>> by_sentence_;  // rows by the sentence of their cue
  std::vector<Span> said_;                             // what others than outlets say
};

}  // namespace

void note_disclaimers(std::vector<Attribution>& found, const StanceView& view) {
  if (view.lists.find("verify") != nullptr) Disclaimers(found, view).note();
}

}  // namespace sayso
