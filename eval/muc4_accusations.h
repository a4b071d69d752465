// Who is said to have done a deed, by the claims that own to it or lay it at somebody's door.
//
//     "THE ELN CLAIMED RESPONSIBILITY FOR IT"   -> ELN, claimed
//     "POLICE BLAMED THE ELN FOR THE CRIME"     -> ELN, by_authorities
//     "THE ELN DENIED IT", "NO GROUP CLAIMED IT" -> nothing
#pragma once

#include <string>
#include <vector>

#include "muc4_incidents.h"
#include "muc4_phrases.h"

namespace sayso::eval {

struct Accusation {
  Organization organization{};
  std::uint32_t sentence = 0;
};

// In the order of the text.
std::vector<Accusation> find_accusations(const Phrases& phrases);

// The groups (Entity::id) that deny something: none is taken for the perpetrator of what nobody lays at its door.
std::vector<std::string> find_deniers(const Phrases& phrases);

bool is_word_for_deed(std::string_view lemma);  // "crime", "murder"

// Whether somebody who says so is an authority: a state, its forces, those who hold an office in it.
bool is_authority(const Source& source);

}  // namespace sayso::eval
