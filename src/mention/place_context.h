// What the words beside a name of a place say: its kind, its relation, what contains it.
//
//     "… 12 km south of the town of [Izium] in …"   wanted town, relation near
//     "[Kharkiv] region"                            wanted region, extent "Kharkiv region"
//     "northeastern [Ukraine]"                      side, relation part_of, extent "northeastern Ukraine"
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/gazetteer.h"
#include "lexicon/place_words.h"
#include "mention/place_choice.h"
#include "mention/places.h"

namespace sayso {

struct PlaceContext {
  Span extent{};  // the name with "northeastern" before and "region" after it
  PlaceRelation relation = PlaceRelation::in;
  PlaceQuery query{};
};

// One context a name, in order.
std::vector<PlaceContext> read_contexts(std::string_view text, std::span<const PlaceName> names,
                                        const Gazetteer& gazetteer, const PlaceWords& words);

}  // namespace sayso
