// Puts the lexicon's phrases on tokens.
//
//     tokens "pro" "-" "Moscow" "rebels" -> names [Moscow] affixed, nouns [rebels]
//
// Names found by the model are not looked at here. Tables: data/lexicons/*.tsv.
#include "mention/marks.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso::mention {
namespace {

bool is_dash(char32_t c) { return c == U'-' || c == U'\u2010' || c == U'\u2011' || c == U'\u2013'; }

bool joined_to_a_word(std::string_view text, Span span) {
  std::size_t at = span.end;
  if (at < text.size() && is_dash(next_code_point(text, at)) && at < text.size() &&
      is_letter(next_code_point(text, at)))
    return true;
  at = span.begin;
  return at > 0 && is_dash(previous_code_point(text, at)) && at > 0 && is_letter(previous_code_point(text, at));
}

TokenId head_of(const Tree& tree, TokenId first, TokenId last) {
  for (std::uint32_t t = index(first); t <= index(last); ++t) {
    const Token& token = tree[TokenId{t}];
    if (token.tag == Tag::PUNCT) continue;
    if (token.head == no_token || token.head < first || last < token.head) return TokenId{t};
  }
  return last;
}

}  // namespace

void MarkTable::add(Mark mark) {
  for (std::uint32_t t = index(mark.first); t <= index(mark.last); ++t)
    at_[t] = static_cast<std::uint32_t>(marks_.size());
  marks_.push_back(mark);
}

const Mark* MarkTable::last_before(TokenId first, TokenId end) const {
  for (std::uint32_t t = index(end); t-- > index(first);) {
    const Mark* found = at(TokenId{t});
    if (found && found->first >= first && !found->covers(end)) return found;
  }
  return nullptr;
}

Marks mark(std::string_view text, const Tree& tree, const ActorLexicon& lexicon) {
  const std::size_t count = tree.size();
  Marks out{MarkTable(count), MarkTable(count), MarkTable(count), MarkTable(count), MarkTable(count)};
  std::vector<lexicon::Word> words;
  std::vector<TokenId> tokens;
  for (const Sentence& sentence : tree.syntax().sentences) {
    if (!sentence.read) continue;
    words.clear();
    tokens.clear();
    for (TokenId t = sentence.first; t < sentence.last; t = TokenId{index(t) + 1}) {
      const Span span = tree[t].span;
      for (lexicon::Word& word : lexicon::words_of(slice(text, span), span.begin)) {
        words.push_back(std::move(word));
        tokens.push_back(t);
      }
    }
    const auto fill = [&](MarkTable& table, const lexicon::PhraseMap& phrases) {
      for (std::size_t i = 0; i < words.size();) {
        const auto match = phrases.longest_at(std::span(words).subspan(i));
        if (!match) {
          ++i;
          continue;
        }
        const std::size_t last = i + match->words - 1;
        const Span span{words[i].span.begin, words[last].span.end};
        const bool fresh = table.at(tokens[i]) == nullptr;  // two phrases inside one token: the first keeps it
        if (fresh)
          table.add({tokens[i], tokens[last], head_of(tree, tokens[i], tokens[last]), span, match->value,
                     joined_to_a_word(text, span)});
        i = last + 1;
      }
    };
    fill(out.names, lexicon.name_phrases());
    fill(out.bodies, lexicon.body_phrases());
    fill(out.roles, lexicon.role_phrases());
    fill(out.nouns, lexicon.noun_phrases());
    fill(out.echelons, lexicon.echelon_phrases());
  }
  return out;
}

}  // namespace sayso::mention
