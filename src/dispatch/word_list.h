// A sorted list of words, made by the compiler, for readers that ask of every word of a page whether it is one of a
// few:
//
//     constexpr std::string_view furniture_words[] = {"ad", "ads", "banner"};
//     constexpr WordList furniture(furniture_words);
//     furniture.find("banner") == 2;  furniture.holds("bridge") == false
//
// Most words are none, which a bit tells: there is one for each first letter and length. Words begin with
// a small ASCII letter and are at most 31 bytes long; a list that is not so, or not sorted, does not compile.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sayso::dispatch {

template <std::size_t count>
class WordList {
 public:
  explicit consteval WordList(const std::string_view (&words)[count]) : words_(words) {
    if (!std::ranges::is_sorted(words)) throw "the words are not sorted";
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t letter = letter_of(words[i]);
      if (letter == letters || words[i].size() >= 32) throw "a word begins with no small letter or is too long";
      lengths_[letter] |= 1U << words[i].size();
      ends_[letter] = i + 1;
    }
  }

  // Its place in the list, or the list's size.
  constexpr std::size_t find(std::string_view word) const {
    const std::size_t letter = letter_of(word);
    if (letter == letters || word.size() >= 32 || (lengths_[letter] >> word.size() & 1U) == 0) return count;
    for (std::size_t i = ends_[letter]; i-- > 0 && words_[i][0] == word[0];)
      if (words_[i] == word) return i;
    return count;
  }
  constexpr bool holds(std::string_view word) const { return find(word) < count; }

 private:
  static constexpr std::size_t letters = 26;
  static constexpr std::size_t letter_of(std::string_view word) {
    return word.empty() || word[0] < 'a' || word[0] > 'z' ? letters : static_cast<std::size_t>(word[0] - 'a');
  }

  const std::string_view* words_;
  std::array<std::uint32_t, letters> lengths_{};  // by first letter, a bit for each length
  std::array<std::size_t, letters> ends_{};       // by first letter, behind the last of its words
};

}  // namespace sayso::dispatch
