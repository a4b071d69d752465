// The quick first look at a text: can anything in it be about armed conflict?
//
//     auto look = FirstLook::load("data/lexicons/first_look.tsv");
//     look->sees("Two missiles hit the port, the mayor said.")   // true: "missile*" weighs 12
//     look->sees("Shares hit a record.")                         // false: "hit*" weighs 2
//
// A text is seen if what is found in it weighs 12 together, each row of the file once. Rows are words and beginnings of
// words, matched where a word begins, in small or capital ASCII letters. O(length), with nothing kept: many times
// faster than any reading, so that whole archives can be passed through it.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

class FirstLook {
 public:
  // Columns: words weight. Errors: unreadable, bad_rule.
  static Result<FirstLook> load(const std::filesystem::path& file);

  bool sees(std::string_view text) const;

  // As above before anything is known of the bytes but that they are a page's: those with NULs, which may be of an
  // encoding in which ASCII letters are no bytes, are always seen, as are those that hold nothing: that is another
  // fault.
  bool sees_in_page(std::string_view bytes) const;

  // Whether this very word, in small letters, is one that it looks for.
  bool knows(std::string_view word) const;

 private:
  static constexpr std::uint32_t enough = 12;
  static constexpr std::size_t most_rows = 1024;
  static constexpr std::size_t letters = 29;  // a-z, blank, hyphen, apostrophe

  struct Entry {
    std::uint32_t id = 0;  // of the row, from 1; 0: none
    std::uint32_t weight = 0;
  };
  struct Node {
    std::array<std::uint32_t, letters> next{};  // 0: none
    Entry word{};                               // ends here
    Entry beginning{};                          // of a longer one, or the word itself
  };

  bool add(std::string_view words, const Entry& entry);
  template <typename Use>
  void each_at(std::string_view text, std::size_t at, Use use) const;

  std::vector<Node> nodes_{1};
};

}  // namespace sayso
