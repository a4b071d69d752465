// Words that the reporter uses with tongs: short quotations in the reporter's own sentences.
//
//     The "referendum" was held at gunpoint.     -> the row keeps a distance
//     The destroyer "Almirante Rojas" docked.    -> a name: nothing
//
// A name begins in upper case or stands behind a word of naming (list naming). What somebody is quoted for is theirs.
#include <algorithm>

#include "attribution/stance.h"
#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::uint32_t longest_scare = 4;  // words
constexpr std::uint32_t naming_before = 3;  // words back to "known as"

bool begins_in_upper(std::string_view text) {
  std::size_t at = 0;
  return !text.empty() && is_upper(next_code_point(text, at));
}

// "so-called", "self-styled": one word of the text, whatever tokens it has.
bool steps_back(std::uint32_t t, const StanceView& view) {
  const Tree& tree = view.tree;
  const WordList* list = view.lists.find("steps_back");
  std::uint32_t first = t;
  while (first > 0 && t - first < 4 && tree[TokenId{first - 1}].span.end == tree[TokenId{first}].span.begin) --first;
  return list != nullptr && first < t &&
         list->contains(fold(slice(view.dispatch.text, {tree[TokenId{first}].span.begin, tree[TokenId{t}].span.end})));
}

bool is_scare(const Quotation& quotation, const StanceView& view) {
  const Tree& tree = view.tree;
  const std::string_view text = slice(view.dispatch.text, quotation.inner);
  const TokenRange words = tokens_in(tree, quotation.inner);
  if (!quotation.balanced || words.first == words.last || words.last - words.first > longest_scare) return false;
  if (begins_in_upper(text) || text.back() == ',' || text.back() == '.') return false;
  const SentenceId sentence = tree.sentence_of(TokenId{words.first});
  // The name's own noun in upper case: "the Herons", "the Professor".
  bool name = true;
  for (auto t = words.first; t < words.last; ++t)
    name =
        name && (tree[TokenId{t}].tag == Tag::DET || begins_in_upper(slice(view.dispatch.text, tree[TokenId{t}].span)));
  if (name) return false;
  std::uint32_t seen = 0;
  for (auto t = words.first; t-- > index(tree.syntax()[sentence].first) && seen < naming_before;) {
    if (tree[TokenId{t}].tag == Tag::PUNCT) continue;
    ++seen;
    if (in_list(view, "naming", TokenId{t}) && !steps_back(t, view)) return false;
  }
  return true;
}

}  // namespace

void mark_scare_quotes(std::vector<Attribution>& found, const StanceView& view) {
  std::vector<Span> quoted;  // content of those who are quoted
  std::vector<std::pair<Span, std::size_t>> own;
  for (std::size_t i = 0; i < found.size(); ++i) {
    const bool is_own = !found[i].cue && !found[i].continued;
    for (const Words& words : found[i].content) {
      if (is_own)
        own.emplace_back(words.span, i);
      else
        quoted.push_back(words.span);
    }
  }
  std::sort(own.begin(), own.end());
  const auto mark = [&](Span at) {
    auto row = std::upper_bound(own.begin(), own.end(), at.begin,
                                [](std::uint32_t byte, const auto& piece) { return byte < piece.first.begin; });
    if (row != own.begin() && (row - 1)->first.overlaps(at)) found[(row - 1)->second].author_distance = true;
  };
  std::sort(quoted.begin(), quoted.end());
  const auto is_quoted = [&](Span at) {
    auto piece = std::upper_bound(quoted.begin(), quoted.end(), at,
                                  [](Span span, Span other) { return span.begin < other.begin; });
    return piece != quoted.begin() && (piece - 1)->overlaps(at);
  };
  for (const Quotation& quotation : view.quotations)
    if (!is_quoted(quotation.inner) && is_scare(quotation, view)) mark(quotation.inner);
  // "the so-called republic": adjectives that do the same without marks.
  for (std::uint32_t t = 0; t < view.tree.size(); ++t)
    if (view.tree[TokenId{t}].relation == Relation::amod &&
        ((view.tree[TokenId{t}].tag == Tag::ADJ && in_list(view, "steps_back", TokenId{t})) || steps_back(t, view)))
      mark(view.tree[TokenId{t}].span);
}

}  // namespace sayso
