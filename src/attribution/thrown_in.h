// Speakers that are thrown into what they say: what stands on their other side is said too.
//
//     "After the talks, officials say, the army left."    cue say  -> [After the talks]
//     "Three depots burned, and a fourth, according to the ministry."       -> [Three depots burned, and a fourth]
//     He called it "a lie," Marek said.                                     -> [He called it "a lie]
#pragma once

#include <string_view>
#include <vector>

#include "attribution/quotations.h"
#include "match/tree.h"

namespace sayso {

// The words before a speaker between commas, or between a comma and the sentence's end; behind "According to X,", the
// words after it. Rising; empty if the speaker is not set off. O(words near the cue · depth).
// `content` is the head of what is said, or no_token for a quotation.
std::vector<TokenId> around_speaker(const Tree& tree, std::string_view text, TokenId cue, TokenId source,
                                    TokenId content);

bool starts_in_lower_case(std::string_view text, std::uint32_t byte);

// Where what is said begins if its quotation is only the end of it: "the road" in 'the road "is mined," he said',
// "that" in 'said that the road "is mined"'. `first` is the quotation's first word; the same where nothing comes before
// it.
TokenId begin_of_quoted(const Tree& tree, std::string_view text, const std::vector<Quotation>& quotations,
                        TokenId first, TokenId cue, TokenId source);

}  // namespace sayso
