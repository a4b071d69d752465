// Is a sentence English? By its little words and by the words the model has met.
//
//     "Mykola Bondarenko, mayor of Hrushivka, met Taras Hrytsenko."            English: of; the names say nothing
//     "Les forces de Kesh ont bombardé deux villages près de la frontière."    not: ont, deux, bombardé, près,
//     frontière
//
// Words in capitals may be names of any language and count only if they are little words. Without evidence a sentence
// is English, unless most of its words are of another script. data/lexicons/function_words.tsv has the little words.
#pragma once

#include <string_view>

#include "language/network.h"
#include "language/spelling.h"
#include "sayso/language.h"

namespace sayso::language {

bool is_english(std::string_view text, const Syntax& layer, const Sentence& sentence, const Spelling& spelling,
                const Network& network);

// Does a little word say so? Without one, a few words beside a sentence of another language are part of it.
bool has_english_word(std::string_view text, const Syntax& layer, const Sentence& sentence, const Spelling& spelling);

}  // namespace sayso::language
