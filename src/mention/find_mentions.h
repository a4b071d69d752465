// Everything a dispatch mentions, in one layer.
//
//     auto knowledge = MentionKnowledge::load("data");
//     Mentions mentions = find_mentions(dispatch, syntax, *knowledge);
#pragma once

#include <filesystem>

#include "lexicon/actors.h"
#include "lexicon/dates.h"
#include "lexicon/gazetteer.h"
#include "lexicon/numbers.h"
#include "lexicon/place_words.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"
#include "sayso/mention.h"
#include "sayso/result.h"

namespace sayso {

struct MentionKnowledge {
  ActorLexicon actors;
  Gazetteer gazetteer;
  PlaceWords place_words;
  DateLexicon dates;
  DateLexicon times;  // of time expressions
  NumberLexicon numbers;

  // Reads lexicons/ and gazetteer/ under `data`. Errors: unreadable, bad_rule.
  static Result<MentionKnowledge> load(const std::filesystem::path& data);
};

Mentions find_mentions(const Dispatch& dispatch, const Syntax& syntax, const MentionKnowledge& knowledge);

}  // namespace sayso
