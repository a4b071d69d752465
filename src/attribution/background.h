// What stands inside somebody's words and is not theirs: the reporter's background and contrasts.
//
//     "She said the dam, which was built in 1956, was intact."                     -> which was built in 1956
//     "The army said it had taken the ridge, although pictures showed it empty."   -> although pictures showed it empty
//     "Officials said the airport — the only one in the north — would reopen."     -> the only one in the north
//
// Never inside quotation marks: nothing is cut there (docs/decisions/0003).
#pragma once

#include <string_view>
#include <vector>

#include "attribution/quotations.h"
#include "match/tree.h"

namespace sayso {

// A relative clause that only adds ("…, which is held by Varnia"): set off by a comma.
bool is_background(const Tree& tree, TokenId clause);

// A clause with "although" or "while" behind a comma, below what is said, in the reporter's own tense.
bool is_contrast(const Tree& tree, const std::vector<Quotation>& quotations, TokenId clause);

// Rising tokens less asides between two dashes.
std::vector<TokenId> without_asides(const Tree& tree, std::string_view text, const std::vector<Quotation>& quotations,
                                    std::vector<TokenId> tokens);

// Rising tokens, taken by their places and not by the tree, less every clause of the reporter's in them.
std::vector<TokenId> without_background(const Tree& tree, std::string_view text,
                                        const std::vector<Quotation>& quotations, std::vector<TokenId> tokens);

}  // namespace sayso
