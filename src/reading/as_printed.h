// A reading's words as the dispatch prints them, where the stages read another text of the same bytes.
//
//     read from "The army said …", printed "THE ARMY SAID …":  cue "said" -> "SAID", same span
#pragma once

#include "sayso/reading.h"

namespace sayso {

// Every text that has a span takes the bytes of `reading.dispatch.text` there. Names, which are answers and not words,
// stay. REQUIRES: spans lie within the text.
void print_as_written(Reading& reading);

}  // namespace sayso
