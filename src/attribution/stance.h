// What stands behind the rows once all are found: how sure, how near, how far off.
//
//     "The commander warned that the dam would be blown up if the column advanced."  warn -> threaten, possible
//     The "referendum" was held at gunpoint.                                          the reporter keeps a distance
//     Ostrel said it had taken the hill. The claim could not be verified.             a note on the row before it
//
// Rows may be added (speech inside quotations, an accusation returned); none is taken away.
#pragma once

#include <vector>

#include "attribution/quotations.h"
#include "attribution/sources.h"
#include "lexicon/lists.h"
#include "match/tree.h"
#include "sayso/attribution.h"
#include "sayso/dispatch.h"
#include "sayso/mention.h"

namespace sayso {

struct StanceView {
  const Dispatch& dispatch;
  const Tree& tree;
  const Speakers& speakers;
  const std::vector<Quotation>& quotations;
  const WordLists& lists;
  const Mentions& mentions;
};

// Rows in any order. O(text + rows · words).
void settle_stance(std::vector<Attribution>& found, const StanceView& view);

// Its steps, each a file.
using Rows = std::vector<Attribution>;
void add_inner_speech(Rows& found, const StanceView& view);          // 'Walk on,' within a quotation
void add_returned_accusations(Rows& found, const StanceView& view);  // "each blamed the other"
void add_denied_reports(Rows& found, const StanceView& view);        // "denied Varnian reports that"
void note_disclaimers(Rows& found, const StanceView& view);          // "could not be verified"
void name_who_is_cited(Rows& found, const StanceView& view);         // "the radio said, citing staff"
void name_makers(Rows& found, const StanceView& view);               // "a UN report says"
void mark_scare_quotes(Rows& found, const StanceView& view);         // the "referendum"

// Tokens [first, last) whose words begin inside the span.
struct TokenRange {
  std::uint32_t first = 0, last = 0;
};
TokenRange tokens_in(const Tree& tree, Span span);

// The token of a row's content that the others hang on, or no_token; of several the first.
TokenId content_head(const Tree& tree, const Attribution& attribution);

// "citing hospital staff", "quoting police sources": a participle that names who said it, or a reason.
bool is_citing(const Tree& tree, TokenId token);

// True if the list is there and holds the token's lemma.
bool in_list(const StanceView& view, std::string_view list, TokenId token);

}  // namespace sayso
