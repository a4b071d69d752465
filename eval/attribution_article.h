// One article, its gold and our reading of it, as sets of words of the file.
//
//     Article article = lay_side_by_side(gold, &reading, verbs, As::published);    // reading null: nothing of ours
//
// Of ours every attribution counts but the reporter's own voice. Its spans are brought back to the file's bytes first,
// so that what the reading did to white space changes nothing.
#pragma once

#include "attribution_gold.h"
#include "attribution_score.h"
#include "sayso/reading.h"

namespace sayso::eval {

// Our extents: as they are published, or as PolNeAR's people mark them (attribution_extents.h).
enum class As : std::uint8_t { published, polnear };

// REQUIRES: `gold` outlives the article; the reading was made of gold.text.
Article lay_side_by_side(const GoldArticle& gold, const Reading* reading, const SpeechVerbs& verbs, As as);

}  // namespace sayso::eval
