// Speakers set off by commas, whatever the tree makes of them: behind what is said, or in the middle of it.
//
//     "Two bridges were destroyed, the General Staff said."   cue said, content before the comma
//     "The two pilots, the air force said, ejected safely."   cue said, content on both sides
//
// Found from the words alone, by a verb of list say: the tree often gives such a verb two subjects.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "attribution/quotations.h"
#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/mention.h"

namespace sayso {

struct Tail {
  TokenId cue{};
  TokenId source{};
  TokenId first{}, last{};  // the speaker's words
  TokenId content_begin{};  // where what is said begins
  TokenId content_end{};    // the comma before the speaker's words
  TokenId resume{};         // where what is said goes on behind them, or `end`
  TokenId end{};            // behind the sentence's last word, or at a semicolon
};

struct TailView {
  std::string_view text;
  const Tree& tree;
  const std::vector<Quotation>& quotations;
  const std::vector<DateMention>& dates;
  const WordLists& lists;
};

// By their cues. O(tokens · the longest tail).
std::map<TokenId, Tail> find_tails(const TailView& view);

// Whether the word may stand in a run of a speaker's words: articles, adjectives, names, prepositions.
bool is_nominal(const Token& token);
bool is_nominal(const Tree& tree, std::string_view text, TokenId token);
// The head of such a run, both ends inside: the last noun before the first preposition; of a name its first part.
TokenId head_of_run(const Tree& tree, std::uint32_t first, std::uint32_t last);

// A date that the phrase of `head` holds and that hangs on it directly, or nullptr.
const DateMention* date_under(const Tree& tree, const std::vector<DateMention>& dates, TokenId head);
std::vector<DateMention>::const_iterator first_date(const std::vector<DateMention>& dates, Span from);

}  // namespace sayso
