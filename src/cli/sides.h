// A side of a war as people type it, as ISO alpha-3: "russian", "Russia", "RU", "RUS", "Moscow" -> "RUS".
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::cli {

// Reads lexicons/countries.tsv. Errors: wrong_use (no such country, with the nearest name), bad_rule, unreadable.
Result<std::string> side_named(std::string_view typed, const std::filesystem::path& data);

}  // namespace sayso::cli
