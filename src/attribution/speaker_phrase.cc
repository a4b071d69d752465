// Widens a speaker's words to the phrase that the tree hangs on them.
//
//     [Marek] in "…," said Marek (R), a pollster in Kesh.   -> [Marek (R), a pollster in Kesh]
//
// Left out on purpose: what a tree hangs on the speaker behind a dash, which is mostly the sentence's.
#include "attribution/speaker_phrase.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace sayso {
namespace {

bool identifies(const Tree& tree, TokenId below, TokenId head, Asides asides) {
  switch (tree[below].relation) {
    case Relation::case_:
    case Relation::cc:
    case Relation::mark:
    case Relation::cop:
    case Relation::punct:
    case Relation::nsubj:
    case Relation::nsubj_pass:
    case Relation::advcl:
    case Relation::discourse:
    case Relation::dislocated:
    case Relation::aux:
    case Relation::dep:
      return false;
    case Relation::parataxis: {  // "Marek (R-Kesh)"
      const TokenId first = tree.phrase(below).front();
      return below > head &&
             (tree.lemma(first) == "(" || (index(first) > 0 && tree.lemma(TokenId{index(first) - 1}) == "("));
    }
    case Relation::advmod:
      return below < head;
    case Relation::acl:  // ", citing the report," tells what the speaker does, not who it is
    case Relation::acl_relcl: {
      if (asides == Asides::with && tree[below].relation == Relation::acl_relcl) return true;
      const auto first = tree.phrase(below).front();
      return tree[first].tag != Tag::PUNCT && index(first) > 0 && tree[TokenId{index(first) - 1}].tag != Tag::PUNCT;
    }
    default:
      return true;
  }
}

}  // namespace

Span speaker_phrase(const Tree& tree, std::string_view text, const std::vector<DateMention>& dates, Span words,
                    TokenId barrier, Asides asides) {
  const auto& tokens = tree.syntax().tokens;
  const auto at = std::lower_bound(tokens.begin(), tokens.end(), words.begin,
                                   [](const Token& token, std::uint32_t byte) { return token.span.end <= byte; });
  std::vector<TokenId> inside;
  for (auto token = at; token != tokens.end() && token->span.begin < words.end; ++token)
    inside.push_back(TokenId{static_cast<std::uint32_t>(token - tokens.begin())});
  if (inside.empty()) return words;
  TokenId head = inside.front();  // the word whose own head stands outside
  for (TokenId token : inside)
    if (tree[token].head == no_token || tree[token].head < inside.front() || tree[token].head > inside.back()) {
      head = token;
      break;
    }
  if (tree[head].tag == Tag::PRON) return words;
  // A name behind its title, or the noun behind its first part, hangs above it: "pollster Chris Anderson".
  const auto is_part = [](Relation how) {
    return how == Relation::flat || how == Relation::compound || how == Relation::nmod_desc;
  };
  while (tree[head].head != no_token && is_part(tree[head].relation)) head = tree[head].head;

  // "the man who said": the clause of the cue tells nothing of the speaker.
  std::vector<TokenId> over_barrier;
  for (TokenId up = barrier; up != no_token; up = tree[up].head) over_barrier.push_back(up);
  std::sort(over_barrier.begin(), over_barrier.end());
  const auto leads_to_barrier = [&](TokenId below) {
    return std::binary_search(over_barrier.begin(), over_barrier.end(), below);
  };
  const auto is_date = [&](TokenId below) {
    const Span word = tree[below].span;
    const auto after =
        std::upper_bound(dates.begin(), dates.end(), word.begin,
                         [](std::uint32_t byte, const auto& date) { return byte < date.when.span->begin; });
    return after != dates.begin() && (after - 1)->when.span->contains(word);
  };
  std::vector<TokenId> phrase{head};
  for (std::size_t i = 0; i < phrase.size(); ++i)
    for (TokenId below : tree.children(phrase[i])) {
      if (leads_to_barrier(below) || (phrase[i] == head && is_date(below))) continue;
      const bool any = phrase[i] != head && tree[below].relation != Relation::acl_relcl;
      if (any || identifies(tree, below, phrase[i], asides)) phrase.push_back(below);
    }
  std::sort(phrase.begin(), phrase.end());

  // One run around the head: marks may lie between its parts, other words may not.
  auto first = index(inside.front()), last = index(inside.back());
  const Sentence& sentence = tree.syntax()[tree.sentence_of(head)];
  const auto holds = [&](std::uint32_t t) { return std::binary_search(phrase.begin(), phrase.end(), TokenId{t}); };
  const auto is_joint = [&](std::uint32_t t) {
    return tree[TokenId{t}].tag == Tag::PUNCT || tree[TokenId{t}].relation == Relation::cc;
  };
  for (auto t = first, gap = first; t-- > index(sentence.first) && TokenId{t} != barrier;) {
    if (holds(t) && tree[TokenId{t}].tag != Tag::PUNCT)
      first = t, gap = t;
    else if (!is_joint(t) || gap - t > 2)
      break;
  }
  for (auto t = last + 1, gap = last; t < index(sentence.last) && TokenId{t} != barrier; ++t) {
    if (holds(t) && tree[TokenId{t}].tag != Tag::PUNCT)
      last = t, gap = t;
    else if (!is_joint(t) || t - gap > 2)
      break;
  }
  Span span{std::min(words.begin, tree[TokenId{first}].span.begin), std::max(words.end, tree[TokenId{last}].span.end)};
  // A bracket that was opened inside is closed: "(R-Kesh)".
  const auto all = slice(text, span);
  const auto open = std::count(all.begin(), all.end(), '(') > std::count(all.begin(), all.end(), ')');
  const std::string_view behind = text.substr(span.end, 3);
  if (open && behind.starts_with(')')) ++span.end;
  if (open && behind.starts_with(".)")) span.end += 2;
  // The stop of "Pa." belongs to the name where the sentence goes on.
  if (behind.starts_with(".,")) ++span.end;
  return span;
}

}  // namespace sayso
