// Ends unclosed quotations at their tags: a comma, a speaker and a verb of saying, or the verb first.
//
//     “Our positions are holding, the brigade commander said late on Tuesday.   -> ends behind "holding,"
//
// The words decide, not the tree, which a missing mark misleads. Left out on purpose: a speaker of more than ten words.
#include "attribution/unclosed.h"

#include <algorithm>

#include "attribution/tails.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_tag_speaker = 10;  // tokens
constexpr std::uint32_t longest_rest = 8;          // tokens behind the tag: "late on Tuesday"

bool is_cue(const Tree& tree, std::uint32_t t, const WordList& say) {
  const Token& token = tree[TokenId{t}];
  return token.tag == Tag::VERB && say.contains(tree.lemma(TokenId{t})) &&
         (token.xpos == Xpos::VBD || token.xpos == Xpos::VBZ || token.xpos == Xpos::VBP || token.xpos == Xpos::VBN);
}

// Whether a tag begins behind token `comma` and fills its sentence, which ends at `end`.
bool is_tag(const Tree& tree, std::uint32_t comma, std::uint32_t end, const WordList& say) {
  std::uint32_t t = comma + 1;
  const bool inverted = t < end && is_cue(tree, t, say);
  if (inverted) ++t;
  const std::uint32_t speaker = t;
  while (t < end && t - speaker < longest_tag_speaker && is_nominal(tree[TokenId{t}]) && !is_cue(tree, t, say)) ++t;
  if (t == speaker) return false;
  if (!inverted) {
    if (t == end || !is_cue(tree, t, say)) return false;
    ++t;
  }
  if (end - t > longest_rest) return false;
  for (; t < end; ++t)
    if (tree[TokenId{t}].tag == Tag::VERB) return false;
  return true;
}

}  // namespace

std::vector<Quotation> end_at_tags(std::vector<Quotation> quotations, const Dispatch& dispatch, const Tree& tree,
                                   const WordLists& lists) {
  const WordList* say = lists.find("say");
  if (say == nullptr) return quotations;
  const auto& tokens = tree.syntax().tokens;
  for (Quotation& quotation : quotations) {
    if (quotation.balanced) continue;
    auto t = static_cast<std::uint32_t>(
        std::lower_bound(tokens.begin(), tokens.end(), quotation.inner.begin,
                         [](const Token& token, std::uint32_t byte) { return token.span.begin < byte; }) -
        tokens.begin());
    for (; t < tree.size() && tokens[t].span.end <= quotation.inner.end; ++t) {
      if (slice(dispatch.text, tokens[t].span) != ",") continue;
      if (!is_tag(tree, t, index(tree.syntax()[tree.sentence_of(TokenId{t})].last), *say)) continue;
      quotation.outer.end = quotation.inner.end = tokens[t].span.end;
      break;
    }
  }
  return quotations;
}

}  // namespace sayso
