// Names of encodings as pages write them: encoding_named(" Latin1 ") == "windows-1252", encoding_named("utf8") ==
// "UTF-8". Names are those of the WHATWG Encoding Standard.
#pragma once

#include <string_view>

namespace sayso::dispatch {

// Empty for a label that the standard does not know.
std::string_view encoding_named(std::string_view label);

// What ICU calls the converter of an encoding of the standard: where the two differ the standard reads more (its
// "Shift_JIS" is windows-31j).
const char* converter_name(std::string_view encoding);

}  // namespace sayso::dispatch
