// Words around names of places, by class: "near" near, "oblast" region, "northeastern" side …
//
//     words.is(PlaceWord::region, "oblast")                          true
//     words.ending(PlaceWord::near, "fighting on the outskirts of ")   "on the outskirts of"
//
// Data: data/lexicons/place_words.tsv, columns class and words.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_set>

#include "sayso/result.h"

namespace sayso {

enum class PlaceWord : std::uint8_t {
  region,
  regions,
  district,
  town,  // kinds of places
  near,
  around,
  toward,
  from,
  part,  // relations, before a name
  compass,
  side,  // "south of", "southern"
  locative,
  inner,
  title,
  speech,
  struck,  // "bombed Izyum": verbs whose object is a place rather than somebody of that name
  common,  // context
  water,   // "the Ostra Delta": of a river, not of a town
  works,   // "the Dovran plant": of a town or of a firm
  firm,    // "the Dovran company": of that name, or of a town
  ending,  // "example.tv": an address that is no country's
};
constexpr std::size_t place_word_classes = 21;

class PlaceWords {
 public:
  // Errors: unreadable; bad_rule for an unknown class, an upper-case letter, or the same row twice.
  static Result<PlaceWords> load(const std::filesystem::path& file);

  // `words` in lower case.
  bool is(PlaceWord kind, std::string_view words) const;

  // The longest entry of the class that `text` (lower case) ends with as whole words, white space at the end passed
  // over; empty if none. A view into `text`.
  std::string_view ending(PlaceWord kind, std::string_view text) const;
  // The same at the beginning.
  std::string_view beginning(PlaceWord kind, std::string_view text) const;

 private:
  std::array<std::unordered_set<std::string>, place_word_classes> words_{};
};

}  // namespace sayso
