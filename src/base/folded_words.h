// The words of a text and nothing else, for comparing texts that were set differently.
//
//     folded_words("“The Bridge at Kesh,” she said.") == "the bridge at kesh she said"
//
// A word is a run of letters and digits, folded as fold() does; an apostrophe inside one is left out with what it
// parts joined ("army's" -> "armys").
#pragma once

#include <string>
#include <string_view>

namespace sayso {

std::string folded_words(std::string_view text);  // parted by one space

}  // namespace sayso
