// What a mending of trees changes, for tests of hand-made trees.
//
//     moved_words("On on IN 3 case\n…", language::mend_day_subjects) == "On 2 case\nMonday 4 obl\n"
#pragma once

#include <string>
#include <string_view>

#include "../syntax_table.h"
#include "base/names.h"
#include "language_fixture.h"

namespace sayso::testing {

// "word head relation" of each token that the mending moved, heads counted from 1.
inline std::string moved_words(const std::string& table, void (*mend)(std::string_view, Syntax&, const Spelling&)) {
  TestSyntax made = syntax_table(table);
  const auto before = made.syntax.tokens;
  mend(made.dispatch.text, made.syntax, spelling());
  std::string out;
  for (std::size_t t = 0; t < before.size(); ++t) {
    const Token& token = made.syntax.tokens[t];
    if (token.head == before[t].head && token.relation == before[t].relation) continue;
    out += std::string(slice(made.dispatch.text, token.span)) + " " +
           std::to_string(token.head == no_token ? 0 : index(token.head) + 1) + " " +
           std::string(name_of(token.relation)) + "\n";
  }
  return out;
}

}  // namespace sayso::testing
