// A treebank as something the model can read, and what the model made of it as a treebank again.
//
//     RawText raw = raw_text(gold);                       // "Orlen didn't deny it." and where its characters are
//     UdFile system = reading_of(raw, analyse(raw.dispatch, model, spelling));
//     GoldWords given = gold_words(gold);                 // "Orlen did n't deny it ." as five bare words
//     UdFile system = reading_of(given, parse(given.text, given.syntax, model, spelling), gold);
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "conllu_file.h"
#include "sayso/dispatch.h"
#include "sayso/language.h"

namespace sayso::eval {

// The treebank's text as a dispatch, with the way back to the treebank's characters.
struct RawText {
  Dispatch dispatch{};
  std::vector<std::uint32_t> character{};  // for each byte of the text and its end: how many characters lie before it
};

// Tokens with the spaces they say, an empty line before each "# newpar" and "# newdoc".
RawText raw_text(const UdFile& gold);
UdFile reading_of(const RawText& raw, const Syntax& syntax);

// The treebank's words as a layer to be parsed: the text has its words with one space between.
struct GoldWords {
  std::string text{};
  Syntax syntax{};
};
GoldWords gold_words(const UdFile& gold);
UdFile reading_of(const GoldWords& given, const Syntax& syntax, const UdFile& gold);

}  // namespace sayso::eval
