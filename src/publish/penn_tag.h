// The Penn tag of a word as treebanks print it, with the tags of marks that the model keeps as one.
//
//     penn_tag("said", Xpos::VBD, false) == "VBD";  penn_tag("(", Xpos::PUNCT, true) == "-LRB-"
//     penn_tag("\"", Xpos::PUNCT, true) == "``"     // a quotation mark that opens; one that closes is "''"
#pragma once

#include <string_view>

#include "sayso/language.h"

namespace sayso {

// `opens`: for a straight quotation mark, whether it stands before what it quotes.
std::string_view penn_tag(std::string_view form, Xpos xpos, bool opens);

}  // namespace sayso
