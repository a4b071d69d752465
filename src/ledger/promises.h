// What a reading promises, checked before it is kept: a ledger must never say words that its dispatch does not hold.
//
//     cue {text "said", span [10,14)} of a text with "says" there
//        ->  wrong_use "claim 1f0c…: its cue says 'said' where the text has 'says'"
#pragma once

#include <optional>

#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::ledger {

std::optional<Error> broken_promise(const Reading& reading);

}  // namespace sayso::ledger
