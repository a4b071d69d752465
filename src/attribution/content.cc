// Turns trees into the bytes of what is said.
//
//     said "its "operation continues until the end.""  ->  [its "operation continues until the end]
//
// Left out on purpose: re-punctuation. Pieces are bytes of the text; only marks at their ends fall away.
#include "attribution/content.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {
namespace {

bool is_edge_mark(char32_t character) {
  switch (character) {
    case U',':
    case U'.':
    case U';':
    case U':':
    case U'"':
    case U'\'':
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
    case 0x2018:
    case 0x2019:
    case U'-':
    case 0x2013:
    case 0x2014:
    case U'(':
    case U')':
      return true;
    default:
      return is_space(character);
  }
}

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    std::size_t at = span.begin;
    if (!is_edge_mark(next_code_point(text, at))) break;
    span.begin = static_cast<std::uint32_t>(at);
  }
  while (!span.empty()) {
    std::size_t at = span.end;
    if (!is_edge_mark(previous_code_point(text, at))) break;
    span.end = static_cast<std::uint32_t>(at);
  }
  return span;
}

// An opening bracket or the stop of "U.S." at the end belongs to the words: give back what balances or abbreviates.
Span with_inner_marks(std::string_view text, Span whole, Span cut) {
  const std::string_view words = slice(text, cut);
  const auto opened = std::count(words.begin(), words.end(), '(') > std::count(words.begin(), words.end(), ')');
  if (opened && cut.end < whole.end && text[cut.end] == ')') ++cut.end;
  if (cut.end < whole.end && text[cut.end] == '.' && cut.size() >= 3 && text[cut.end - 2] == '.') ++cut.end;
  return cut;
}

}  // namespace

bool is_background(const Tree& tree, TokenId clause) {
  if (tree[clause].relation != Relation::acl_relcl) return false;
  const auto tokens = tree.phrase(clause);
  const auto first = index(tokens.front());
  if (tree[tokens.front()].tag == Tag::PUNCT) return true;
  return first > 0 && tree[TokenId{first - 1}].tag == Tag::PUNCT &&
         tree.sentence_of(TokenId{first - 1}) == tree.sentence_of(clause);
}

std::vector<TokenId> content_tokens(const Tree& tree, const std::vector<Quotation>& quotations,
                                    const ContentRequest& request) {
  std::vector<TokenId> tokens{request.head};
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    for (TokenId below : tree.children(tokens[i])) {
      if (std::find(request.without.begin(), request.without.end(), below) != request.without.end()) continue;
      const Relation relation = tree[below].relation;
      if (is_background(tree, below) || (request.noun && relation == Relation::acl_relcl)) continue;
      if (tokens[i] == request.head) {
        const std::string& lemma = tree.lemma(below);
        const bool governs = relation == Relation::case_ ||
                             (relation == Relation::mark && (lemma == "of" || lemma == "for" || lemma == "over"));
        if (governs || relation == Relation::cc) continue;
        // "ruled out talks following the advance": the advance is when it was ruled out.
        const bool nominal = tree[request.head].tag == Tag::NOUN && tree[request.head].relation == Relation::obj;
        if (nominal && relation == Relation::nmod && request.circumstance != nullptr &&
            request.circumstance->contains(tree.preposition(below)))
          continue;
        if (request.noun && (relation == Relation::det || relation == Relation::appos || relation == Relation::conj ||
                             relation == Relation::punct))
          continue;
      }
      tokens.push_back(below);
    }
  }
  std::sort(tokens.begin(), tokens.end());

  // A quotation that the phrase enters is said to its end, wherever the tree hangs the rest.
  const SentenceId sentence = tree.sentence_of(request.head);
  std::vector<TokenId> quoted;
  for (TokenId token : tokens) {
    if (tree[token].tag == Tag::PUNCT) continue;
    const Quotation* quotation = quotation_at(quotations, tree[token].span.begin);
    if (quotation == nullptr || (!quoted.empty() && tree[quoted.back()].span.begin >= quotation->inner.begin)) continue;
    const auto& about = tree.syntax()[sentence];
    for (auto t = index(about.first); t < index(about.last); ++t)
      if (quotation->inner.contains(tree[TokenId{t}].span)) quoted.push_back(TokenId{t});
  }
  std::vector<TokenId> all;
  std::set_union(tokens.begin(), tokens.end(), quoted.begin(), quoted.end(), std::back_inserter(all));
  return all;
}

std::vector<Words> pieces(const Tree& tree, std::string_view text, const std::vector<TokenId>& tokens) {
  std::vector<Words> found;
  for (std::size_t i = 0; i < tokens.size();) {
    std::size_t last = i;
    while (last + 1 < tokens.size() && index(tokens[last]) + 1 == index(tokens[last + 1])) ++last;
    const Span whole{tree[tokens[i]].span.begin, tree[tokens[last]].span.end};
    const Span cut = with_inner_marks(text, whole, trimmed(text, whole));
    if (!cut.empty()) found.push_back({std::string(slice(text, cut)), cut});
    i = last + 1;
  }
  return found;
}

Words quoted_words(std::string_view text, const Quotation& quotation) {
  const Span cut = with_inner_marks(text, quotation.inner, trimmed(text, quotation.inner));
  return {std::string(slice(text, cut)), cut};
}

}  // namespace sayso
