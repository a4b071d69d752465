// Template files for tests, without typing 25 lines.
//
//     block("TST1-MUC3-9001", "2 (OPTIONAL)", {{Slot::type, {"BOMBING"}}, {Slot::target_id, {"\"MILL\"",
//     "\"BRIDGE\""}}})
//
// Slots that are not named have a hyphen.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "muc4_template.h"

namespace sayso::eval {

inline std::string block(const std::string& message, const std::string& number,
                         const std::map<Slot, std::vector<std::string>>& fills) {
  std::string out;
  for (std::size_t i = 0; i < slot_count; ++i) {
    const auto slot = static_cast<Slot>(i);
    std::string line = std::to_string(i) + ".";
    line.resize(4, ' ');
    line.append(shape_of(slot).label).resize(36, ' ');
    const auto at = fills.find(slot);
    const std::vector<std::string> values = slot == Slot::message  ? std::vector{message}
                                            : slot == Slot::number ? std::vector{number}
                                            : at == fills.end()    ? std::vector<std::string>{"-"}
                                                                   : at->second;
    for (std::size_t v = 0; v < values.size(); ++v) out += (v == 0 ? line : std::string(36, ' ')) + values[v] + "\n";
  }
  return out + "\n";
}

}  // namespace sayso::eval
