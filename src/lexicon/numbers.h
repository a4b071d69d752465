// Words that make counts: numerals, vague numbers, hedges, units (data/lexicons/numbers.tsv).
//
//     match_at({"more", "than", "20"}) -> 2 words, use above
//     match_at({"tens", "of", "thousands"}) -> 3 words, use few, value 20000
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

enum class NumberUse : std::uint8_t {
  cardinal,
  multiplier,
  few,
  part,
  zero,
  low,
  above,
  high,
  below,
  about,
  exact,
  range,
  low_after,
  high_after,
  about_after,
  partitive,
  unit,
  skip,
  cumulative,
  countable,
  street,
  label,
  site
};

class NumberLexicon {
 public:
  struct Entry {
    NumberUse use = NumberUse::cardinal;
    std::int64_t value = 0;
    std::string text{};  // what a unit measures ("km")
  };
  struct Match {
    std::size_t words = 0;
    const Entry* entry = nullptr;
  };

  // Errors: unreadable; bad_rule with file:line for an unknown use, a missing number or a phrase twice with one use.
  static Result<NumberLexicon> load(const std::filesystem::path& folder);

  // The longest phrase of one of `uses` that begins with the first word. Words are lower case.
  std::optional<Match> match_at(std::span<const std::string> words, std::initializer_list<NumberUse> uses) const;
  // The same, ending with the last word.
  std::optional<Match> match_before(std::span<const std::string> words, std::initializer_list<NumberUse> uses) const;

 private:
  std::map<std::string, std::vector<Entry>, std::less<>> entries_;
  std::size_t longest_ = 1;
};

}  // namespace sayso
