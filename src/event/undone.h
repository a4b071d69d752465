// What the words around an event say of it: that it did not happen, or that nobody knows.
//
//     "The guards averted a bombing of the train."       bombing: undone
//     "The judge was nearly killed."                     killed: undone
//     "It is not true that Varnia shelled the port."     shelled: undone
//     "It is unclear whether Varnia shelled the port."   shelled: open
//
// The words are lists: undoing_verb, nearly, happen_verb, falsehood. Negation of the event's own verb is
// match/clause.h's.
#pragma once

#include "lexicon/lists.h"
#include "match/tree.h"

namespace sayso {

enum class Outcome : std::uint8_t { as_told, undone, open };

// `trigger` tells the event, `carrier` carries it ("carried out"; no_token if none).
Outcome outcome_of(const Tree& tree, TokenId trigger, TokenId carrier, const WordLists& lists);

}  // namespace sayso
