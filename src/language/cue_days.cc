// Mends "said on Tuesday it would withdraw": see cue_days.h.
// Left out on purpose: "said that on Tuesday it would withdraw", where "that" begins the clause the day is in.
#include "language/cue_days.h"

#include "base/utf8.h"

namespace sayso::language {
namespace {

bool is_day_of_clause(const Token& token) {
  return token.relation == Relation::obl || token.relation == Relation::obl_unmarked;
}

}  // namespace

void mend_cue_days(std::string_view text, Syntax& layer, const Spelling& spelling) {
  for (const Sentence& sentence : layer.sentences) {
    if (!sentence.read) continue;
    const std::uint32_t first = index(sentence.first), last = index(sentence.last);
    for (std::uint32_t t = first + 1; t < last; ++t) {
      Token& token = layer.tokens[t];
      if (!is_day_of_clause(token) || token.head == no_token || index(token.head) <= t) continue;
      const Token& verb = layer.tokens[index(token.head)];
      if (verb.relation != Relation::ccomp || verb.head == no_token || index(verb.head) >= t) continue;
      const std::uint32_t cue = index(verb.head);
      if (!spelling.quotation_verbs.contains(to_lower(slice(text, layer.tokens[cue].span)))) continue;
      // Nothing but the day's own preposition between cue and day.
      bool beside = true;
      for (std::uint32_t between = cue + 1; between < t; ++between)
        beside = beside && layer.tokens[between].head == TokenId{t} && t - cue <= 3;
      if (beside) token.head = TokenId{cue};
    }
  }
}

}  // namespace sayso::language
