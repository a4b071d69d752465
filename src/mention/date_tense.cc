// Tells the tense of the verb that a date hangs on, see date_tense.h. In: "The court will sit on Friday."; out: future.
// Leaves out on purpose: what is planned without a word of it ("the court sits on Friday").
#include "mention/date_tense.h"

#include <algorithm>

#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::size_t future_reach = 12;  // words between "will" and a date where there are no trees
constexpr std::uint32_t verb_reach = 40;  // tokens between a verb and its auxiliaries: keeps long sentences linear

}  // namespace

DateClause::DateClause(std::string_view text, const Syntax& syntax, const Sentence& sentence,
                       const DateLexicon& lexicon)
    : text_(text), syntax_(syntax), sentence_(sentence), lexicon_(lexicon) {
  for (std::uint32_t t = index(sentence.first); t < index(sentence.last) && t < syntax_.tokens.size() && !tree_; ++t)
    tree_ = syntax_.tokens[t].head != no_token;
}

// "would" tells the future of what is reported, but only by its verb.
bool DateClause::says_future(std::string_view lower) const {
  const DateWord* word = lexicon_.word(DateClass::will, lower);
  return word != nullptr && word->value != "reported";
}

// The tokens a span touches, [first, last).
std::pair<std::uint32_t, std::uint32_t> DateClause::tokens(Span span) const {
  const auto begin = syntax_.tokens.begin();
  const auto from =
      begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(index(sentence_.first), syntax_.tokens.size()));
  const auto to =
      begin + static_cast<std::ptrdiff_t>(std::min<std::size_t>(index(sentence_.last), syntax_.tokens.size()));
  const auto first = std::partition_point(from, to, [&](const Token& t) { return t.span.end <= span.begin; });
  const auto last = std::partition_point(first, to, [&](const Token& t) { return t.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - begin), static_cast<std::uint32_t>(last - begin)};
}

TokenId DateClause::head(Span span) const {
  const auto [first, last] = tokens(span);
  if (first == last) return no_token;
  for (std::uint32_t t = first; t < last; ++t) {
    const Token& token = syntax_.tokens[t];
    if (token.tag == Tag::ADP || token.tag == Tag::PUNCT) continue;
    if (token.head != no_token && (index(token.head) < first || index(token.head) >= last)) return TokenId{t};
  }
  return TokenId{last - 1};
}

DateTense DateClause::tense(const std::vector<DateUnit>& units, std::size_t begin, std::size_t end) const {
  if (!tree_) {
    for (std::size_t back = 1; back <= future_reach && back <= begin; ++back)
      if (const DateUnit& u = units[begin - back]; says_future(u.lower))
        return DateTense::future;
      else if (u.lower == ";" || u.lower == "." || u.lower == "said")
        return DateTense::none;
    return DateTense::none;
  }
  TokenId at = head({units[begin].span.begin, units[end - 1].span.end});
  for (int steps = 0; steps < 8 && at != no_token && index(at) < syntax_.tokens.size(); ++steps) {
    const Tag tag = syntax_[at].tag;
    // "is expected on Friday": a plan of its own; "plans", of the infinitive only.
    if (const DateWord* plan = lexicon_.word(DateClass::plan, syntax_[at].lemma);
        plan != nullptr && plan->value == "itself")
      return DateTense::future;
    // "will move after the raid on Monday": the raid was.
    if (tag == Tag::NOUN && stands_behind(at)) return DateTense::past;
    if (tag == Tag::VERB || (tag != Tag::PROPN && has_auxiliary(at)))
      return has_future(at) ? DateTense::future : has_past(at) ? DateTense::past : DateTense::none;
    at = syntax_[at].head;
  }
  return DateTense::none;
}

bool DateClause::stands_behind(TokenId noun) const {
  const auto [from, to] = about(noun);
  for (std::uint32_t t = from; t < index(noun) && t < to; ++t)
    if (syntax_.tokens[t].head == noun && syntax_.tokens[t].relation == Relation::case_ &&
        lexicon_.word(DateClass::behind, to_lower(slice(text_, syntax_.tokens[t].span))) != nullptr)
      return true;
  return false;
}

// Tokens of the sentence about a verb.
std::pair<std::uint32_t, std::uint32_t> DateClause::about(TokenId verb) const {
  const std::uint32_t at = index(verb), first = index(sentence_.first);
  const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(index(sentence_.last), syntax_.tokens.size()));
  return {at - first > verb_reach ? at - verb_reach : first, last - at > verb_reach ? at + verb_reach : last};
}

bool DateClause::has_auxiliary(TokenId verb) const {
  const auto [from, to] = about(verb);
  for (std::uint32_t t = from; t < to; ++t)
    if (syntax_.tokens[t].head == verb &&
        (syntax_.tokens[t].relation == Relation::aux || syntax_.tokens[t].relation == Relation::cop))
      return true;
  return false;
}

bool DateClause::has_future(TokenId verb) const {
  const auto [from, to] = about(verb);
  for (std::uint32_t t = from; t < to; ++t) {
    const Token& token = syntax_.tokens[t];
    if (token.head == verb && (token.relation == Relation::aux || token.relation == Relation::aux_pass) &&
        lexicon_.word(DateClass::will, to_lower(slice(text_, token.span))) != nullptr)
      return true;
  }
  // "is to meet", "plans to meet", "is due to meet", "planned to meet": an infinitive under a present verb, or one of
  // plans.
  const Token& token = syntax_[verb];
  if (token.xpos == Xpos::VB && token.relation == Relation::xcomp && token.head != no_token &&
      index(token.head) < syntax_.tokens.size()) {
    const Xpos above = syntax_[token.head].xpos;
    return above == Xpos::VBZ || above == Xpos::VBP || above == Xpos::JJ ||
           lexicon_.word(DateClass::plan, syntax_[token.head].lemma) != nullptr;
  }
  return false;
}

bool DateClause::has_past(TokenId verb) const {
  if (syntax_[verb].xpos == Xpos::VBD) return true;
  const auto [from, to] = about(verb);
  for (std::uint32_t t = from; t < to; ++t)
    if (syntax_.tokens[t].head == verb && syntax_.tokens[t].xpos == Xpos::VBD) return true;
  return syntax_[verb].xpos == Xpos::VBN;
}

}  // namespace sayso
