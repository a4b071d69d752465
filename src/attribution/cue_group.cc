// Widens a cue to its verb group, word by word from the verb outwards.
//
//     "would not say whether it fell"   say -> would not say
//
// Left out on purpose: phrases of time and place behind the verb ("said on Monday in a statement"), about which
// annotators do not agree among themselves.
#include "attribution/cue_group.h"

#include <algorithm>

namespace sayso {
namespace {

// Whether the word belongs to the group of the verb it hangs on.
bool is_helper(const Tree& tree, TokenId word, TokenId verb) {
  const Token& token = tree[word];
  if (token.head != verb) return false;
  if (is_a(token.relation, Relation::aux) || token.relation == Relation::cop) return true;
  if (token.relation == Relation::mark) return token.xpos == Xpos::TO;
  return token.relation == Relation::advmod && token.tag != Tag::PUNCT && token.xpos != Xpos::WRB;
}

// The verb that only leads to this one: "went on to say", "began by saying", "is likely to say".
TokenId leading(const Tree& tree, TokenId verb) {
  const Token& token = tree[verb];
  if (token.head == no_token || token.head > verb) return no_token;
  const TokenId mark = tree.child(verb, Relation::mark);
  const bool infinitive = token.relation == Relation::advcl && mark != no_token && tree[mark].xpos == Xpos::TO;
  const bool completes = (token.relation == Relation::xcomp && token.xpos != Xpos::VBG) || infinitive;
  const bool by = token.relation == Relation::advcl && mark != no_token && tree.lemma(mark) == "by";
  if (!completes && !by) return no_token;
  const Tag tag = tree[token.head].tag;
  return tag == Tag::VERB || (tag == Tag::ADJ && tree.child(token.head, Relation::cop) != no_token) ? token.head
                                                                                                    : no_token;
}

bool is_adverb(const Tree& tree, TokenId word) {
  return tree[word].relation == Relation::advmod && tree[word].tag == Tag::ADV && tree.children(word).empty();
}

std::uint32_t first_word(std::string_view text, std::uint32_t from, std::uint32_t to) {
  const auto is_mark = [](char letter) { return letter == ' ' || letter == '"' || letter == '\''; };
  while (from < to) {
    if (is_mark(text[from]))
      ++from;
    else if (text.substr(from).starts_with("“") || text.substr(from).starts_with("‘"))
      from += 3;
    else
      break;
  }
  return from;
}

}  // namespace

Span cue_group(const Tree& tree, std::string_view text, const Attribution& said) {
  if (!said.cue || said.cue_head == no_token) return said.cue ? said.cue->span : Span{};
  if (tree[said.cue_head].tag != Tag::VERB) return said.cue->span;
  const Sentence& sentence = tree.syntax()[tree.sentence_of(said.cue_head)];
  std::uint32_t first = index(said.cue_head), last = first;
  while (last + 1 < index(sentence.last) && tree[TokenId{last + 1}].span.end <= said.cue->span.end) ++last;

  // Leftwards: helpers of the verb, then of the verbs that lead to it. What stands between them is in the group only
  // if such a verb is reached.
  const auto in_content = [&](std::uint32_t byte) {
    return std::any_of(said.content.begin(), said.content.end(),
                       [&](const Words& words) { return words.span.begin <= byte && byte < words.span.end; });
  };
  const auto widen = [&](TokenId verb) {
    while (first > index(sentence.first)) {
      const TokenId before{first - 1};
      TokenId top = before;  // "slightly more likely", "no longer": an adverb with its own
      while (tree[top].relation == Relation::advmod && tree[top].head != verb && tree[top].head != no_token &&
             tree[tree[top].head].relation == Relation::advmod)
        top = tree[top].head;
      if (!is_helper(tree, top, verb) || in_content(tree[before].span.begin)) break;
      --first;
    }
  };
  widen(said.cue_head);
  for (TokenId verb = said.cue_head, over = leading(tree, verb); over != no_token;
       verb = over, over = leading(tree, verb)) {
    // Nothing but the leading verb's own particle may lie between.
    std::uint32_t at = first;
    const auto joins = [&](TokenId word) {  // "on" in "went on to say", "by" in "began by saying"
      const Relation how = tree[word].relation;
      return (tree[word].head == verb && how == Relation::mark) ||
             (tree[word].head == over && tree.children(word).empty() &&
              (how == Relation::compound_prt || how == Relation::advmod));
    };
    while (at > index(over) + 1 && joins(TokenId{at - 1})) --at;
    if (at != index(over) + 1 || in_content(tree[over].span.begin)) break;
    first = index(over);
    widen(over);
  }

  // Rightwards: an adverb, then what leads straight to the content.
  const std::uint32_t end = index(sentence.last);
  if (last + 1 < end && tree[TokenId{last + 1}].head == said.cue_head && is_adverb(tree, TokenId{last + 1}) &&
      !in_content(tree[TokenId{last + 1}].span.begin))
    ++last;
  if (last + 1 < end) {
    const Token& next = tree[TokenId{last + 1}];
    const auto word = slice(text, next.span);
    const bool leads = next.tag == Tag::ADP || (next.tag == Tag::SCONJ && next.relation == Relation::mark &&
                                                (word == "of" || word == "for" || word == "about"));
    const auto follows = [&](Span words) {
      return words.begin >= next.span.end && first_word(text, next.span.end, words.begin) == words.begin;
    };
    // "called on [the city] to leave", "was rejected by [the city]"
    const bool to_target = said.target && follows(said.target->span);
    const bool straight = std::any_of(said.content.begin(), said.content.end(),
                                      [&](const Words& words) { return follows(words.span); }) ||
                          to_target;
    if ((leads || word == ":") && straight) ++last;
  }
  return {std::min(tree[TokenId{first}].span.begin, said.cue->span.begin),
          std::max(tree[TokenId{last}].span.end, said.cue->span.end)};
}

}  // namespace sayso
