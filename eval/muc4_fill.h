// One fill of a response against one of a key, its tag aside.
//
//     Slot::date   "26 AUG 89" against "- 26 AUG 89": partial, since it is part of the days the key allows
//     Slot::type   "ATTACK" against "BOMBING": partial
//
// By scoring-guidelines.v7, section 3.2, as far as the conference's program scored on its own or the guidelines leave
// no room.
#pragma once

#include <string_view>

#include "muc4_template.h"
#include "muc4_words.h"

namespace sayso::eval {

Grade grade_value(Slot slot, std::string_view response, std::string_view key);
Grade grade_value(Slot slot, std::string_view response, const KeyFill& key);  // by the alternative that fits best

}  // namespace sayso::eval
