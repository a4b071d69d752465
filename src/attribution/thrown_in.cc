// Finds what a sentence says on both sides of its speaker, by commas.
//
//     "The dam, officials say, is intact."   say -> The dam
//
// Left out on purpose: speakers between dashes or brackets, whom the tree mostly gets right.
#include "attribution/thrown_in.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::uint32_t longest_aside = 40;  // words of speaker and cue
constexpr std::uint32_t longest_side = 150;  // words on either side; sentences beyond that are lists and accidents

class Aside {
 public:
  Aside(const Tree& tree, std::string_view text, TokenId cue, TokenId source)
      : tree_(tree),
        text_(text),
        cue_(cue),
        source_(source),
        begin_(index(tree.syntax()[tree.sentence_of(cue)].first)),
        end_(index(tree.syntax()[tree.sentence_of(cue)].last)) {
    left = right = index(cue);
    if (source != no_token) left = std::min(left, index(source)), right = std::max(right, index(source));
    for (auto t = left; t <= right; ++t)
      if (!is_mark(t) && !belongs(TokenId{t})) return;
    while (left > begin_ && right - left < longest_aside && belongs(TokenId{left - 1})) --left;
    while (right + 1 < end_ && right - left < longest_aside && belongs(TokenId{right + 1})) ++right;
    while (left < right && is_mark(left)) ++left;
    while (right > left && is_mark(right)) --right;
    closed = true;
  }

  bool opens() const { return left == begin_ || (left == begin_ + 1 && tree_[TokenId{begin_}].tag == Tag::CCONJ); }
  bool comma_before() const { return left > begin_ && word(left - 1) == ","; }
  // "A happened and, according to C, B happened": it stands in front of what is joined.
  bool behind_joint() const {
    return comma_before() && left >= begin_ + 3 && tree_[TokenId{left - 2}].tag == Tag::CCONJ;
  }
  bool comma_behind() const { return right + 1 < end_ && word(right + 1) == ","; }
  bool ends() const {
    for (auto t = right + 1; t < end_; ++t)
      if (!is_mark(t)) return false;
    return true;
  }
  std::uint32_t begin() const { return tree_[TokenId{begin_}].tag == Tag::CCONJ ? begin_ + 1 : begin_; }
  std::uint32_t end() const { return end_; }

  std::uint32_t left = 0, right = 0;  // words of the aside, both inside
  bool closed = false;                // speaker and cue make one run

 private:
  std::string_view word(std::uint32_t t) const { return slice(text_, tree_[TokenId{t}].span); }
  bool is_mark(std::uint32_t t) const { return tree_[TokenId{t}].tag == Tag::PUNCT; }

  // Under the speaker, or under the cue by something else than what is said.
  bool belongs(TokenId token) const {
    for (TokenId at = token; at != no_token; at = tree_[at].head) {
      if (at == cue_ || at == source_) return true;
      if (tree_[at].head != cue_) continue;
      switch (tree_[at].relation) {
        case Relation::ccomp:
        case Relation::xcomp:
        case Relation::parataxis:
        case Relation::conj:
        case Relation::cc:
        case Relation::advcl:
        case Relation::dep:
        case Relation::dislocated:
        case Relation::punct:
          return false;
        default:
          // A phrase in front of the speaker, behind a comma of its own, is said: "In Kesh, officials said, …".
          return source_ == no_token || at >= std::min(source_, cue_) || !is_a(tree_[at].relation, Relation::obl);
      }
    }
    return false;
  }

  const Tree& tree_;
  std::string_view text_;
  TokenId cue_, source_;
  std::uint32_t begin_, end_;
};

}  // namespace

bool starts_in_lower_case(std::string_view text, std::uint32_t byte) {
  return byte < text.size() && text[byte] >= 'a' && text[byte] <= 'z';
}

std::vector<TokenId> around_speaker(const Tree& tree, std::string_view text, TokenId cue, TokenId source,
                                    TokenId content) {
  std::vector<TokenId> around;
  if (source == no_token) return around;
  const bool according = tree[cue].relation == Relation::case_;
  const Relation relation = tree[cue].relation;
  // What is said as a thing stands alone: "In Kesh, the mayor rejected the plan."
  if (!according && relation != Relation::parataxis && content != no_token && tree[content].relation != Relation::ccomp)
    return around;
  if (!according && relation != Relation::root && relation != Relation::parataxis) return around;
  const Aside aside(tree, text, cue, source);
  if (!aside.closed) return around;
  if (aside.behind_joint()) return around;
  if (aside.comma_before() && (aside.comma_behind() || aside.ends()) && aside.left - aside.begin() <= longest_side)
    for (auto t = aside.begin(); t + 1 < aside.left; ++t) around.push_back(TokenId{t});
  if (according && aside.opens() && aside.comma_behind() && aside.end() - aside.right <= longest_side)
    for (auto t = aside.right + 2; t < aside.end(); ++t) around.push_back(TokenId{t});
  return around;
}

TokenId begin_of_quoted(const Tree& tree, std::string_view text, const std::vector<Quotation>& quotations,
                        TokenId first, TokenId cue, TokenId source) {
  const auto begin = index(tree.syntax()[tree.sentence_of(first)].first);
  const Quotation* quotation = quotation_at(quotations, tree[first].span.begin);
  if (quotation == nullptr || tree.sentence_of(cue) != tree.sentence_of(first)) return first;
  auto before = index(first);  // the word before the opening mark
  while (before > begin && tree[TokenId{before - 1}].span.end > quotation->outer.begin) --before;
  if (before == begin) return first;
  const auto joint = slice(text, tree[TokenId{before - 1}].span);
  const auto is_free = [&](std::uint32_t t) {
    return quotation_at(quotations, tree[TokenId{t}].span.begin) == nullptr && TokenId{t} != cue &&
           TokenId{t} != source;
  };
  if (cue < first) {
    // 'said that the road "is mined"': what joins the clause is between cue and mark.
    if (joint == ":") return first;
    for (auto t = index(cue) + 1; t < before; ++t) {
      const Token& token = tree[TokenId{t}];
      const std::string& lemma = tree.lemma(TokenId{t});
      const bool joins = token.relation == Relation::mark && token.head != no_token && token.head > TokenId{t} &&
                         (lemma == "that" || lemma == "whether" || lemma == "if");
      const bool subject = is_a(token.relation, Relation::nsubj) && token.head != no_token && token.head >= first;
      if (!is_free(t)) continue;
      if (joins) return TokenId{t};
      if (subject) return std::max(tree.phrase(TokenId{t}).front(), TokenId{index(cue) + 1});
    }
    return first;
  }
  if (!starts_in_lower_case(text, tree[first].span.begin) || joint == ":" || joint == ",") return first;
  auto at = before;
  while (at > begin && is_free(at - 1)) --at;
  if (at != begin) return first;
  return TokenId{tree[TokenId{begin}].tag == Tag::CCONJ ? begin + 1 : begin};
}

}  // namespace sayso
