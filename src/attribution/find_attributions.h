// Who says what in one dispatch.
//
//     auto attributions = find_attributions(dispatch, syntax, mentions, knowledge);
//     "The army said it had left. Two bridges burned."
//        [0] source [The army]  cue [said]  content [it had left]      rule said-clause
//        [1] source outlet      no cue      content [Two bridges burned]  rule own-voice
//
// In text order of their first span. Everything that is read is covered: what nobody is quoted for is the reporter's
// own.
#pragma once

#include <string>
#include <vector>

#include "lexicon/lists.h"
#include "match/rules.h"
#include "sayso/attribution.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"
#include "sayso/mention.h"

namespace sayso {

// What the stage knows: its rules (data/rules/attribution) and the word lists they name.
struct AttributionKnowledge {
  Rules rules{};
  const WordLists* lists = nullptr;  // must outlive the knowledge

  // Errors: bad_rule, unreadable.
  static Result<AttributionKnowledge> load(const std::filesystem::path& folder, const WordLists& lists);
};

// What the rules' `is:` tests see: quoted, beside-quotation, headline, expletive, speaker, date, question. For those
// who try rules.
Marks attribution_marks(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
                        const AttributionKnowledge& knowledge);

std::vector<Attribution> find_attributions(const Dispatch& dispatch, const Syntax& syntax, const Mentions& mentions,
                                           const AttributionKnowledge& knowledge);

}  // namespace sayso
