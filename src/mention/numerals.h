// Numbers in figures and words.
//
//     "1,200" 1200   "2.5 million" 2500000   "two hundred and fifty" 250   "twenty-three" 23   "a dozen" 12
//     "dozens" 24, vague   "several hundred" 200, vague   "99999999999999999999" overflow
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "lexicon/numbers.h"

namespace sayso::mention {

constexpr std::int64_t largest = std::numeric_limits<std::int64_t>::max();

struct Figure {
  std::int64_t value = 0;     // the whole part; never negative
  std::size_t end = 0;        // the word behind it
  bool overflow = false;      // beyond 64 bits: `value` means nothing
  bool vague = false;         // "dozens": `value` is a low bound
  std::int64_t fraction = 0;  // what stands behind the point, in parts of `scale`
  std::int64_t scale = 1;

  bool is_whole() const { return fraction == 0; }
};

// Multiplies in place, the fraction too; sets `overflow` instead of wrapping.
void multiply(Figure& figure, std::int64_t factor);

// "250", "1,200", "2.5": a figure in one word. Digits of any other shape ("14:05", "12,34", "3rd") are none.
std::optional<Figure> figure(std::string_view word);

// "5-7", "10,000–12,000": two figures in one word, the second larger.
std::optional<std::pair<Figure, Figure>> joined_range(std::string_view word);

class Numerals {
 public:
  explicit Numerals(const NumberLexicon& lexicon) : lexicon_(lexicon) {}

  // The number whose first word is words[i]; words are lower case. Linear in the words it takes.
  std::optional<Figure> number_at(std::span<const std::string> words, std::size_t i) const;

 private:
  std::optional<std::int64_t> value(std::span<const std::string> words, std::size_t i, NumberUse use) const;
  std::optional<std::int64_t> joined(std::span<const std::string> words, std::size_t i) const;
  std::optional<Figure> numeral_at(std::span<const std::string> words, std::size_t i) const;

  const NumberLexicon& lexicon_;
};

}  // namespace sayso::mention
