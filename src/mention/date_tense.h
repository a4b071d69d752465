// The clause that a date stands in: the word it hangs on by, and the tense of its verb.
//
//     "He said Friday they will leave."   Friday hangs on "said" -> past;  "They will leave on Friday." -> future
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/dates.h"
#include "mention/date_units.h"
#include "sayso/language.h"

namespace sayso {

enum class DateTense : std::uint8_t { none, past, future };  // none: no verb, or one of the present

class DateClause {
 public:
  DateClause(std::string_view text, const Syntax& syntax, const Sentence& sentence, const DateLexicon& lexicon);

  // The word of the span that the others hang on; no_token without tokens.
  TokenId head(Span span) const;
  // Of the verb that units [begin, end) hang on; without a tree, future if "will" stands shortly before, else none.
  DateTense tense(const std::vector<DateUnit>& units, std::size_t begin, std::size_t end) const;

 private:
  std::pair<std::uint32_t, std::uint32_t> tokens(Span span) const;
  std::pair<std::uint32_t, std::uint32_t> about(TokenId verb) const;
  bool says_future(std::string_view lower) const;
  bool stands_behind(TokenId noun) const;
  bool has_auxiliary(TokenId verb) const;
  bool has_future(TokenId verb) const;
  bool has_past(TokenId verb) const;

  std::string_view text_;
  const Syntax& syntax_;
  const Sentence& sentence_;
  const DateLexicon& lexicon_;
  bool tree_ = false;
};

}  // namespace sayso
