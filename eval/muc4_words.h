// Strings of a response against strings of a key: right, partly right, wrong.
//
//     key "PEASANTS"                 "THE 3 PEASANTS" right, "OLD PEASANTS WHO WERE WITNESSES" right,
//                                    "THE 3 PEASANTS, WHICH WAS A MISTAKE" partly, "JUDGES" wrong
//     key "ALBERTO ROBERTO ORLEN"    "ORLEN" partly, "MAYOR ALBERTO ROBERTO ORLEN" right
//
// The conference had people judge strings that differ; these are their guidelines (scoring-guidelines.v7, 3.1.1) as
// far as words alone tell. Where they do not, the string is wrong: "if you have any doubt, count it incorrect".
#pragma once

#include <cstdint>
#include <string_view>

#include "muc4_template.h"

namespace sayso::eval {

enum class Grade : std::uint8_t { incorrect, partial, correct };

Grade grade_words(Slot slot, std::string_view response, std::string_view key);

}  // namespace sayso::eval
