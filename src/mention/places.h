// Names of places in a dispatch, what each resolves to, and how the words lie to it.
//
//     "near Kupiansk in the Kharkiv region"   -> [Kupiansk] near, 49.71 N 37.62 E · [Kharkiv region] precision region
//     "northeastern Ukraine"                  -> [northeastern Ukraine] part of Ukraine, precision area
//     "Paris Hilton", "the Washington Post", "Moscow said", "Ukrainian"   -> nothing
//
// A name the model calls a place and the gazetteer does not know is kept without an answer: text and span, `name`
// empty. Rules written: "gazetteer:exact", "gazetteer:folded", "gazetteer:seat" (a region by the town it is ruled
// from), "admin1.tsv:exact", "districts.tsv:folded" …, "regions.tsv", "countries.tsv".
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/gazetteer.h"
#include "lexicon/place_words.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"
#include "sayso/mention.h"

namespace sayso {

std::vector<PlaceMention> find_places(const Dispatch& dispatch, const Syntax& syntax, const Gazetteer& gazetteer,
                                      const PlaceWords& words);

// A name somebody already found. `passage` is the sentence or paragraph it stands in: context is read no further.
struct PlaceName {
  Span span{};
  Span passage{};
  bool exact_only = false;   // little but a capital letter says that it is a place
  bool of_works = false;     // before a plant or a mine, "the Dovran refinery"; the article is theirs
  bool of_firm = false;      // before a firm or what only firms have, "the Dovran dealership"
  bool beside_noun = false;  // "the Paris talks": an article before it is another noun's
};

// "Paris" of "the Paris talks" by the tree.
bool stands_beside_noun(const Syntax& syntax, Span name);

// Resolves names together; the answers stand in the order of the names, which must rise and not overlap. The country of
// the address the text was published at speaks for its places.
std::vector<Place> resolve_places(std::string_view text, std::span<const PlaceName> names, const Gazetteer& gazetteer,
                                  const PlaceWords& words, std::string_view address = {});

}  // namespace sayso
