// Longest-phrase look-up over folded words.
//
//     "the U.S.-led coalition" -> words "the" "us" "led" "coalition"; with the phrase "US-led coalition" a match of 3
//     at 1
//
// Left out on purpose: inflection. A list names its plurals.
#include "lexicon/phrase_map.h"

#include <algorithm>
#include <array>

#include "base/lookalikes.h"
#include "base/utf8.h"

namespace sayso::lexicon {
namespace {

constexpr std::size_t longest_acronym = 5;
// Written small or large as the paper likes: "al-Qaida", "Al-Qaida", "the Guardian".
constexpr std::array<std::string_view, 8> small_words{"al", "el", "the", "of", "and", "de", "bin", "von"};

Case asked_of(std::string_view text, Span span) {
  std::size_t at = span.begin, uppers = 0, letters = 0;
  bool first_upper = false, lower = false;
  while (at < span.end) {
    const char32_t c = next_code_point(text, at);
    if (!is_letter(c)) continue;
    const bool upper = is_upper(c);
    if (letters++ == 0) first_upper = upper;
    uppers += upper ? 1U : 0U;
    lower = lower || is_lower(c);
  }
  if (uppers > 1 && !lower) return Case::upper;
  return first_upper ? Case::capital : Case::lower;
}

}  // namespace

std::vector<Word> words_of(std::string_view text, std::uint32_t offset) {
  std::vector<Word> out;
  const auto is_word = [](char32_t c) { return is_letter(c) || is_digit(c) || is_mark(c); };
  std::size_t at = 0;
  while (at < text.size()) {
    std::size_t begin = at;
    if (!is_word(next_code_point(text, at))) continue;
    std::size_t end = at;
    std::string raw(text.substr(begin, end - begin));
    while (at < text.size()) {
      const std::size_t before = at;
      const char32_t c = next_code_point(text, at);
      if (is_word(c)) {
        raw += text.substr(before, at - before);
        end = at;
      } else if (c != U'.' && c != 0xAD) {  // a soft hyphen parts no word
        at = before;
        break;
      }
    }
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    std::string folded = fold(in_latin_letters(raw).value_or(raw));
    if (folded.empty()) continue;
    out.push_back({{span.begin + offset, span.end + offset}, std::move(folded), asked_of(text, span)});
  }
  return out;
}

PhraseMap::Added PhraseMap::add(std::string_view phrase, std::uint32_t value, std::uint32_t* other) {
  const std::vector<Word> words = words_of(phrase);
  if (words.empty()) return Added::empty;
  if (std::all_of(phrase.begin(), phrase.end(), [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-'; }))
    return Added::digits;
  std::vector<Case> asked;
  std::string key;
  for (const Word& word : words) {
    const bool small = std::find(small_words.begin(), small_words.end(), word.folded) != small_words.end();
    asked.push_back(small                                                                 ? Case::lower
                    : word.written == Case::upper && word.folded.size() > longest_acronym ? Case::capital
                                                                                          : word.written);
    if (!key.empty()) key += ' ';
    key += word.folded;
    nodes_.try_emplace(key);
  }
  Node& node = nodes_[key];
  if (!node.ends) {
    node = {true, value, std::move(asked)};
    ++size_;
    return Added::done;
  }
  if (node.value != value) {
    if (other) *other = node.value;
    return Added::taken;
  }
  for (std::size_t i = 0; i < asked.size(); ++i) node.asked[i] = std::min(node.asked[i], asked[i]);
  return Added::done;
}

std::optional<PhraseMap::Match> PhraseMap::longest_at(std::span<const Word> words) const {
  std::optional<Match> best;
  std::string key;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) key += ' ';
    key += words[i].folded;
    const auto found = nodes_.find(key);
    if (found == nodes_.end()) break;
    const Node& node = found->second;
    if (!node.ends) continue;
    bool fits = true;
    for (std::size_t w = 0; w <= i && fits; ++w) fits = words[w].written >= node.asked[w];
    if (fits) best = Match{i + 1, node.value};
  }
  return best;
}

std::optional<std::uint32_t> PhraseMap::find(std::string_view phrase) const {
  const std::vector<Word> words = words_of(phrase);
  const auto match = longest_at(words);
  if (!match || match->words != words.size()) return std::nullopt;
  return match->value;
}

}  // namespace sayso::lexicon
