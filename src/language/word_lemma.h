// A word's lemma: what the lists know, what the network guesses, what spelling allows, in this order.
//
//     "retook" VBD -> "retake" (a list)     "shelled" VBD -> "shell"     "Islands" NNPS -> "Island"     "Kyiv" NNP ->
//     "Kyiv"
#pragma once

#include <string>
#include <string_view>

#include "language/model_parts.h"
#include "language/spelling.h"
#include "language/word_guess.h"

namespace sayso::language {

// token: its tags are set. Never empty for a form that is not.
std::string word_lemma(std::string_view form, const Token& token, const WordGuess& guess,
                       const LanguageModel::Parts& parts, const Spelling& spelling);

}  // namespace sayso::language
