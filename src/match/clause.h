// The grammar of a clause: what its verb says of time, doubt and denial; which words make a phrase.
//
//     "The dam may not have been mined."   mined: tense past, negated, modality possible
//     "the three towns of Ostrel that fell"  noun_phrase(towns) -> "the three towns of Ostrel"
#pragma once

#include <string_view>
#include <vector>

#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/attribution.h"
#include "sayso/dispatch.h"
#include "sayso/span.h"

namespace sayso {

// Tense of the clause a token heads, by its verb and auxiliaries; a nominal without a copula has none. "would" is the
// future behind a cue of the past ("said it would reopen"), which reports what was "will" when it was said.
Tense tense_of(const Tree& tree, TokenId clause);
// "not", "never", "n't", "no longer", or a negated subject ("no soldier", "nobody").
bool is_negated(const Tree& tree, TokenId clause);
// "no evidence", "no strikes": the determiner itself.
bool has_no(const Tree& tree, TokenId noun);
// certain unless an auxiliary or adverb of lists modal_possible / modal_probable says less.
Certainty modality_of(const Tree& tree, TokenId clause, const WordLists& lists);
// True if the clause stands under "if", "unless", "should", "would", or is itself such a condition; so is "One more
// shell and we will answer". A reported future ("said it would reopen") is none.
bool is_conditional(const Tree& tree, TokenId clause);
// "Varnia will not stop until Kesh is taken": the clause behind "until" or "before" of what is still to come.
bool is_awaited(const Tree& tree, TokenId clause);
// As is_conditional, by a condition that is said: "if", "unless", "One more … and". "would" alone is none.
bool has_condition(const Tree& tree, TokenId clause);

// Only supposed: "Imagine that the dam broke", "assuming that it broke"; true of both verbs. One who is said to suppose
// it ("he supposed that it broke") thinks so, and it is none. By the list supposing_verb.
bool is_supposed(const Tree& tree, TokenId clause, const WordLists& lists);

// True for the words of a headline or heading, whose grammar is its own.
bool is_headline(const Dispatch& dispatch, const Tree& tree, TokenId token);

// The head of the clause a token stands in: the nearest ancestor (or itself) that is_clause; the root of the sentence
// if none.
TokenId clause_of(const Tree& tree, TokenId token);

// The tokens of a noun phrase without relative clauses, appositions after a comma and prepositional tails other than
// "of": one run.
enum class OfTail : bool { without, with };
std::vector<TokenId> noun_phrase(const Tree& tree, TokenId head, OfTail of_tail = OfTail::with);

// The words from the first to the last token. REQUIRES: tokens not empty and rising.
Span span_of(const Tree& tree, const std::vector<TokenId>& tokens);
Words words_at(std::string_view text, Span span);

}  // namespace sayso
