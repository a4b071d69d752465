// What a reader should be told of a reading that no row can say: words of the dispatch that the stages left out or
// took for others.
//
//     a sentence of 412 words  ->  "1 sentence of more than 400 words was left out (bytes 1201-3466 of the text)"
//     a name with one Cyrillic letter    ->  "1 word mixes look-alike letters of two alphabets and was looked up in
//     Latin ones (… as \"Kyiv\", bytes 4-9 …)"
#pragma once

#include <string>
#include <vector>

#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

// In plain words, as Dispatch::notes. Names the first few places only. O(sentences).
std::vector<std::string> notes_on(const Dispatch& dispatch, const Syntax& syntax);

}  // namespace sayso
