// What a reader should be told of a reading that no row can say: words of the dispatch that the stages left out.
//
//     a sentence of 412 words  ->  "1 sentence of more than 400 words was left out (bytes 1201-3466 of the text)"
#pragma once

#include <string>
#include <vector>

#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

// In plain words, as Dispatch::notes. Names the first few places only. O(sentences).
std::vector<std::string> notes_on(const Syntax& syntax);

}  // namespace sayso
