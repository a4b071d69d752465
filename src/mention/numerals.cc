// Reads numbers.
//
//     words "two" "hundred" "and" "fifty" "soldiers" -> Figure{250, end 4}
//
// Left out on purpose: figures grouped by spaces ("1 200"), which cannot be told from two numbers, and other scripts'
// digits. File: data/lexicons/numbers.tsv. Tested by tests/mention/counts_test.cc.
#include "mention/numerals.h"

#include <array>

#include "base/ascii.h"

namespace sayso::mention {
namespace {

constexpr std::int64_t finest_scale = 1000000;

bool times(std::int64_t& value, std::int64_t factor) {
  if (factor != 0 && value > largest / factor) return false;
  value *= factor;
  return true;
}

}  // namespace

void multiply(Figure& figure, std::int64_t factor) {
  if (!times(figure.value, factor)) figure.overflow = true;
  if (figure.fraction == 0 || figure.overflow) return;
  const std::int64_t whole =
      figure.fraction * (factor / figure.scale) + figure.fraction * (factor % figure.scale) / figure.scale;
  const std::int64_t rest = figure.fraction * (factor % figure.scale) % figure.scale;
  if (figure.value > largest - whole)
    figure.overflow = true;
  else
    figure.value += whole;
  figure.fraction = rest;
  if (rest == 0) figure.scale = 1;
}

std::optional<Figure> figure(std::string_view word) {
  Figure out;
  out.end = 1;
  std::size_t i = 0, group = 0;
  bool commas = false, digit = false;
  for (; i < word.size() && word[i] != '.'; ++i) {
    if (word[i] == ',') {
      if (!digit || group > 3 || (commas && group != 3)) return std::nullopt;
      commas = true;
      group = 0;
      continue;
    }
    if (!is_ascii_digit(word[i])) return std::nullopt;
    digit = true;
    ++group;
    const std::int64_t last = word[i] - '0';
    if (!times(out.value, 10) || out.value > largest - last)
      out.overflow = true;
    else
      out.value += last;
  }
  if (!digit || (commas && group != 3)) return std::nullopt;
  if (i == word.size()) return out;
  for (++i; i < word.size(); ++i) {
    if (!is_ascii_digit(word[i]) || out.scale >= finest_scale) return std::nullopt;
    out.fraction = out.fraction * 10 + (word[i] - '0');
    out.scale *= 10;
  }
  if (out.scale == 1) return std::nullopt;
  return out;
}

std::optional<std::pair<Figure, Figure>> joined_range(std::string_view word) {
  constexpr std::array<std::string_view, 3> dashes{"-", "\u2013", "\u2011"};
  for (std::string_view dash : dashes) {
    const auto at = word.find(dash);
    if (at == std::string_view::npos) continue;
    const auto from = figure(word.substr(0, at)), to = figure(word.substr(at + dash.size()));
    if (!from || !to || !from->is_whole() || !to->is_whole() || from->value >= to->value) return std::nullopt;
    return std::pair(*from, *to);
  }
  return std::nullopt;
}

std::optional<std::int64_t> Numerals::value(std::span<const std::string> words, std::size_t i, NumberUse use) const {
  if (i >= words.size()) return std::nullopt;
  const auto match = lexicon_.match_at(words.subspan(i, 1), {use});
  return match ? std::optional(match->entry->value) : std::nullopt;
}

// "twenty-three" in one word.
std::optional<std::int64_t> Numerals::joined(std::span<const std::string> words, std::size_t i) const {
  if (i >= words.size()) return std::nullopt;
  const auto dash = words[i].find('-');
  if (dash == std::string::npos) return std::nullopt;
  const std::array<std::string, 2> parts{words[i].substr(0, dash), words[i].substr(dash + 1)};
  const auto tens = value(parts, 0, NumberUse::cardinal), ones = value(parts, 1, NumberUse::cardinal);
  if (!tens || !ones || *tens < 20 || *ones >= 10) return std::nullopt;
  return *tens + *ones;
}

std::optional<Figure> Numerals::number_at(std::span<const std::string> words, std::size_t i) const {
  if (i >= words.size()) return std::nullopt;
  if (const auto few = lexicon_.match_at(words.subspan(i), {NumberUse::few}))
    return Figure{few->entry->value, i + few->words, false, true};
  // "half a dozen", "a quarter of a million": a part of the word behind it.
  if (const auto part = lexicon_.match_at(words.subspan(i), {NumberUse::part}); part && part->entry->value > 0)
    if (const auto whole = value(words, i + part->words, NumberUse::multiplier))
      return Figure{*whole / part->entry->value, i + part->words + 1};
  auto digits = figure(words[i]);
  if (!digits) return numeral_at(words, i);
  digits->end = i + 1;
  while (const auto factor = value(words, digits->end, NumberUse::multiplier)) {
    multiply(*digits, *factor);
    ++digits->end;
  }
  return digits;
}

std::optional<Figure> Numerals::numeral_at(std::span<const std::string> words, std::size_t i) const {
  Figure out;
  std::int64_t group = 0;  // below the next "thousand"
  bool any = false;
  std::size_t j = i;
  if ((words[j] == "a" || words[j] == "an") && value(words, j + 1, NumberUse::multiplier)) {
    group = 1;
    any = true;
    ++j;
  }
  while (j < words.size()) {
    const auto one = value(words, j, NumberUse::cardinal);
    const auto pair = one ? std::nullopt : joined(words, j);
    if (one || pair) {
      const std::int64_t next = one ? *one : *pair;
      const bool fits = !any || group % 100 == 0 || (group % 10 == 0 && next < 10 && next > 0);
      if (!fits) break;  // "five six" is two numbers
      group += next;
      any = true;
      ++j;
      const auto ones =
          j + 1 < words.size() && words[j] == "-" ? value(words, j + 1, NumberUse::cardinal) : std::nullopt;
      if (ones && *ones < 10 && next >= 20) ++j;
    } else if (const auto factor = value(words, j, NumberUse::multiplier); factor && any) {
      if (!times(group, *factor)) {
        out.overflow = true;
      } else if (*factor > 100) {
        if (out.value > largest - group)
          out.overflow = true;
        else
          out.value += group;
        group = 0;
      }
      ++j;
    } else if (words[j] == "and" && group >= 100 && group % 100 == 0 &&
               (value(words, j + 1, NumberUse::cardinal) || joined(words, j + 1))) {
      ++j;
    } else {
      break;
    }
  }
  if (!any) return std::nullopt;
  if (out.value > largest - group)
    out.overflow = true;
  else
    out.value += group;
  out.end = j;
  return out;
}

}  // namespace sayso::mention
