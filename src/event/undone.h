// What the words around an event say of it: that it did not happen, or that nobody knows.
//
//     "The guards averted a bombing of the train."       bombing: undone
//     "The judge was nearly killed."                     killed: undone
//     "It is not true that Varnia shelled the port."     shelled: undone
//     "The rebels came close to seizing the port."       seizing: undone
//     "It is unclear whether Varnia shelled the port."   shelled: open
//     "Few believe that Varnia shelled the port."        shelled: open
//     "Did Varnia shell the port?"                       shell: open
//     "There is no evidence that Varnia shelled it."     shelled: unproven
//     "The rebels are close to seizing the port."        seizing: ahead
//
// The words are lists: undoing_verb, nearly, happen_verb, falsehood, brink, hardly_any, proof_noun, attitude. Negation
// of the event's own verb is match/clause.h's.
#pragma once

#include "lexicon/lists.h"
#include "match/tree.h"

namespace sayso {

// `unproven` is denied and no more than possible, `ahead` may come yet.
enum class Outcome : std::uint8_t { as_told, undone, open, unproven, ahead };

// `trigger` tells the event, `carrier` carries it ("carried out"; no_token if none).
Outcome outcome_of(const Tree& tree, TokenId trigger, TokenId carrier, const WordLists& lists);

}  // namespace sayso
