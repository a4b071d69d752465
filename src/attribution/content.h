// The bytes of what is said: from a clause's head to the words that belong to the speaker.
//
//     "The convoy, officials said, never reached Ostrel."   head reached, without the clause of said
//       -> [The convoy] [never reached Ostrel]
#pragma once

#include <string_view>
#include <vector>

#include "attribution/quotations.h"
#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/attribution.h"
#include "sayso/dispatch.h"

namespace sayso {

// Which tokens of a sentence are spoken for.
using TokenSet = std::vector<bool>;  // one flag a token of the whole layer

struct ContentRequest {
  TokenId head{};
  std::vector<TokenId> without{};  // heads of phrases that are not part of it: cue, source, medium
  bool noun = false;  // a noun phrase under an adjective of hearsay: without its article and relative clauses
  const WordLists* lists = nullptr;  // prepositions of time and cause; verbs by which the speaker goes on
  TokenId cue = no_token;            // whose other phrases may complete what is said: "wants [him] to leave"
};

// The tokens said: the phrase of `head` less `without`, background relative clauses ("…, which was built in 1956, …")
// clauses by which the speaker goes on ("…, adding that"), and a leading "of"/"for"; with the rest of every quotation
// that it enters, over the sentence's end too. Rising.
std::vector<TokenId> content_tokens(const Tree& tree, const std::vector<Quotation>& quotations,
                                    const ContentRequest& request);

// Tokens as pieces of text: one for each run, without commas, stops and enclosing marks at the ends.
std::vector<Words> pieces(const Tree& tree, std::string_view text, const std::vector<TokenId>& tokens);

// A quotation's words without a final comma or stop.
Words quoted_words(std::string_view text, const Quotation& quotation);

}  // namespace sayso
