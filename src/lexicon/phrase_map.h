// Phrases found word by word: the longest phrase of a list that starts at a word.
//
//     add("Islamic Republic of Iran", 7);  add("Iran", 7);
//     words "the Islamic Republic of Iran" -> longest_at(1) = {4 words, value 7}
//
// A word is a run of letters and digits; points vanish ("U.S." is "us"), hyphens, apostrophes and slashes part words
// ("al-Shabaab" is "al", "shabaab"). Words are compared folded (base/utf8.h), but a phrase word that is written with a
// capital needs one in the text, and one of two to five capitals ("US", "NATO") needs all of them; articles and the
// like ("al", "the") never ask.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sayso/span.h"

namespace sayso::lexicon {

enum class Case : std::uint8_t {
  lower,
  capital,
  upper
};  // rising: a text word must have at least what the phrase asks

struct Word {
  Span span{};           // bytes of the text the words were taken from
  std::string folded{};  // never empty
  Case written = Case::lower;
};

// The words of `text`, their spans moved by `offset`. Linear.
std::vector<Word> words_of(std::string_view text, std::uint32_t offset = 0);

class PhraseMap {
 public:
  struct Match {
    std::size_t words = 0;
    std::uint32_t value = 0;
  };

  enum class Added : std::uint8_t { done, empty, digits, taken };
  // `taken`: the phrase stands there with another value, which is put into `other`. A phrase added twice with one value
  // matches with the weaker demand on capitals.
  Added add(std::string_view phrase, std::uint32_t value, std::uint32_t* other = nullptr);

  // The longest phrase that begins with the first word given.
  std::optional<Match> longest_at(std::span<const Word> words) const;
  std::optional<std::uint32_t> find(std::string_view phrase) const;  // the whole phrase and nothing else
  std::size_t size() const { return size_; }

 private:
  struct Node {
    bool ends = false;
    std::uint32_t value = 0;
    std::vector<Case> asked{};
  };
  std::unordered_map<std::string, Node> nodes_;  // every beginning of every phrase, words joined by a space
  std::size_t size_ = 0;
};

}  // namespace sayso::lexicon
