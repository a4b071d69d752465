// What a coder would write down of a release, from its reading.
//
//     "KABUL (Jan. 25, 2013) A force killed the leader and detained several insurgents in Andar district,
//      Ghazni province, yesterday."
//     -> day 2013-01-24, provinces {ghazni}, killed 1, captured 3, types {captureandkill}
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "sayso/reading.h"

namespace sayso::eval {

struct IsafRow {
  std::string day{};  // "2013-01-24"; empty: none was read
  std::set<std::string> provinces{};
  std::int64_t killed = 0;
  std::int64_t captured = 0;
  std::set<std::string> types{};
};

IsafRow row_of(const Reading& reading);

// The coder's code of a first-level region of Afghanistan by whatever spelling: "Paktiya" -> "paktya".
std::string province_code(std::string_view name);

}  // namespace sayso::eval
