// A dispatch with its syntax, both built by hand.
//
//     Built built = build_tagged({"Shelling/NOUN hit/VERB Izium/PROPN ./PUNCT"});
//     built.name("Izium", NameKind::place);
#pragma once

#include <cstdint>
#include <string_view>

#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso::test {

struct Built {
  Dispatch dispatch{};
  Syntax syntax{};

  // Names the first occurrence of `text` that whole tokens cover. False if there is none.
  bool name(std::string_view text, NameKind kind) {
    for (std::uint32_t i = 0; i < syntax.tokens.size(); ++i)
      for (std::uint32_t j = i; j < syntax.tokens.size(); ++j) {
        const Span span{syntax.tokens[i].span.begin, syntax.tokens[j].span.end};
        if (span.size() > text.size()) break;
        if (slice(dispatch.text, span) != text) continue;
        auto at = syntax.names.begin();
        while (at != syntax.names.end() && index(at->first) < i) ++at;
        syntax.names.insert(at, {.first = TokenId{i}, .last = TokenId{j + 1}, .kind = kind});
        return true;
      }
    return false;
  }
};

}  // namespace sayso::test
