// The language stage: a dispatch -> its sentences, words, tags, lemmas, trees and names.
//
//     Syntax syntax = analyse(dispatch, model, spelling);
//
// Paragraphs of kind headline, heading, body and caption are read, the others left out. A sentence never crosses a
// paragraph. Sentences of more than `longest_sentence` words, and such as are not English, are kept with read = false
// and without trees. Same input, same output, on every machine and from any number of threads.
#pragma once

#include <cstddef>
#include <string_view>

#include "language/language_model.h"
#include "language/spelling.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso {

constexpr std::size_t longest_sentence = 400;  // words

Syntax analyse(const Dispatch& dispatch, const LanguageModel& model, const Spelling& spelling);

// Its two halves. segment: sentences and bare words; parse: the rest, for any sentences of non-empty, contiguous words.
Syntax segment(const Dispatch& dispatch, const LanguageModel& model, const Spelling& spelling);
Syntax parse(std::string_view text, Syntax layer, const LanguageModel& model, const Spelling& spelling);

}  // namespace sayso
