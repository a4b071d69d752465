// Tells the reporter's words from the speaker's inside indirect speech.
//
//     "it had taken the ridge, although pictures showed it empty"   although … empty: simple past beside "had taken"
//
// Whoever reports in the past shifts what was said back ("had taken", "would"); a contrast that is not shifted is told
// by the reporter. Left out on purpose: contrasts in brackets and in sentences of their own.
#include "attribution/background.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::size_t longest_between_dashes = 25;  // words; beyond that they belong to two asides

bool is_quotation_mark(const Tree& tree, TokenId token) {
  const std::string& lemma = tree.lemma(token);
  return lemma == "\"" || lemma == "”" || lemma == "“" || lemma == "''" || lemma == "``" || lemma == "»";
}

bool is_quoted(const Tree& tree, const std::vector<Quotation>& quotations, TokenId token) {
  return quotation_at(quotations, tree[token].span.begin) != nullptr;
}

bool is_shifted(const Tree& tree, TokenId clause) {
  for (TokenId below : tree.children(clause))
    if (is_a(tree[below].relation, Relation::aux) &&
        ((tree.lemma(below) == "have" && tree[below].xpos == Xpos::VBD) || tree.lemma(below) == "would"))
      return true;
  return false;
}

bool is_past(const Tree& tree, TokenId clause) {
  if (tree[clause].xpos == Xpos::VBD) return true;
  for (TokenId below : tree.children(clause))
    if ((is_a(tree[below].relation, Relation::aux) || tree[below].relation == Relation::cop) &&
        tree[below].xpos == Xpos::VBD)
      return true;
  return false;
}

bool is_dash(const Tree& tree, std::string_view text, TokenId token) {
  const Span span = tree[token].span;
  const std::string_view word = slice(text, span);
  if (word == "—" || word == "–" || word == "--") return true;
  return word == "-" && span.begin > 0 && text[span.begin - 1] == ' ' && span.end < text.size() &&
         text[span.end] == ' ';
}

}  // namespace

bool is_background(const Tree& tree, TokenId clause) {
  if (tree[clause].relation != Relation::acl_relcl) return false;
  const auto tokens = tree.phrase(clause);
  const auto first = index(tokens.front());
  if (tree[tokens.front()].tag == Tag::PUNCT && !is_quotation_mark(tree, tokens.front())) return true;
  if (first == 0 || tree.sentence_of(TokenId{first - 1}) != tree.sentence_of(clause)) return false;
  // 'he is "a builder" who …': a quotation that ends parts nothing, unless a comma stands in it.
  TokenId before{first - 1};
  if (is_quotation_mark(tree, before) && index(before) > 0) before = TokenId{index(before) - 1};
  return tree[before].tag == Tag::PUNCT;
}

bool is_contrast(const Tree& tree, const std::vector<Quotation>& quotations, TokenId clause) {
  if (tree[clause].relation != Relation::advcl || tree[clause].head == no_token || clause < tree[clause].head)
    return false;
  const TokenId mark = tree.child(clause, Relation::mark);
  if (mark == no_token || is_quoted(tree, quotations, mark)) return false;
  const std::string& joint = tree.lemma(mark);
  if (joint != "although" && joint != "though" && joint != "while" && joint != "whereas") return false;
  if (index(mark) == 0 || tree[TokenId{index(mark) - 1}].tag != Tag::PUNCT) return false;
  if (tree.child(clause, Relation::nsubj) == no_token && tree.child(clause, Relation::nsubj_pass) == no_token)
    return false;
  if (!is_shifted(tree, tree[clause].head) || !is_past(tree, clause) || is_shifted(tree, clause)) return false;
  // "…, while two others were hurt" is told in the same breath.
  return joint == "although" || joint == "though" || tree[clause].xpos == Xpos::VBD;
}

std::vector<TokenId> without_asides(const Tree& tree, std::string_view text, const std::vector<Quotation>& quotations,
                                    std::vector<TokenId> tokens) {
  std::vector<std::size_t> dashes;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (is_dash(tree, text, tokens[i]) && !is_quoted(tree, quotations, tokens[i])) dashes.push_back(i);
  if (dashes.size() < 2) return tokens;
  std::vector<bool> cut(tokens.size(), false);
  for (std::size_t d = 0; d + 1 < dashes.size(); ++d) {
    const std::size_t first = dashes[d], last = dashes[d + 1];
    const bool inner =
        first > 0 && last + 1 < tokens.size() && last - first > 1 && last - first <= longest_between_dashes;
    if (!inner || tree.sentence_of(tokens[first]) != tree.sentence_of(tokens[last])) continue;
    const bool run = index(tokens[last]) - index(tokens[first]) == last - first;
    const bool quotes = std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(first),
                                    tokens.begin() + static_cast<std::ptrdiff_t>(last),
                                    [&](TokenId token) { return is_quoted(tree, quotations, token); });
    if (!run || quotes) continue;
    std::fill(cut.begin() + static_cast<std::ptrdiff_t>(first), cut.begin() + static_cast<std::ptrdiff_t>(last) + 1,
              true);
    ++d;
  }
  std::vector<TokenId> kept;
  for (std::size_t i = 0; i < tokens.size(); ++i)
    if (!cut[i]) kept.push_back(tokens[i]);
  return kept;
}

std::vector<TokenId> without_background(const Tree& tree, std::string_view text,
                                        const std::vector<Quotation>& quotations, std::vector<TokenId> tokens) {
  std::vector<TokenId> cut;
  for (TokenId token : tokens) {
    if (!is_background(tree, token) || is_quoted(tree, quotations, token)) continue;
    const auto clause = tree.phrase(token);
    cut.insert(cut.end(), clause.begin(), clause.end());
  }
  std::sort(cut.begin(), cut.end());
  std::erase_if(tokens, [&](TokenId token) { return std::binary_search(cut.begin(), cut.end(), token); });
  return without_asides(tree, text, quotations, std::move(tokens));
}

}  // namespace sayso
