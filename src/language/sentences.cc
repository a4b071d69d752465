// Turns the splitter's odds into sentences, and holds together what spelling alone says belongs together.
//
//     odds above 0 at "Orlen" in "Gen. Orlen"   -> none: a title ends no sentence
//     odds above 0 at "”" in "We won.” He left"  -> the sentence begins behind the closing mark, at "He"
//
// Left out on purpose: anything about meaning; that is the network's. Word list: abbreviations.tsv.
#include "language/sentences.h"

#include <string>
#include <utility>

#include "base/utf8.h"
#include "language/characters.h"

namespace sayso::language {
namespace {

constexpr std::size_t longest_abbreviation = 12;  // bytes

class Seams {
 public:
  Seams(std::string_view text, std::span<const Span> words, const Spelling& spelling)
      : text_(text), words_(words), spelling_(spelling) {}

  // Does word i close what stands before it? "”" ")" and a straight mark with a gap only behind it.
  bool closes(std::size_t i) const {
    if (!touches(i)) return false;
    const std::string_view word = form(i);
    if (word == "\"" || word == "'" || word == "''") return !touches(i + 1);
    return word.size() <= 3 && is_closing(first_character(word));
  }

  // May a sentence begin at word i > 0?
  bool parts(std::size_t i) const {
    const std::string_view before = form(i - 1), word = form(i);
    const char32_t last = last_character(before), first = first_character(word);
    if (touches(i)) {
      if (is_opening(first_character(before)) && before.size() <= 3) return false;
      if (is_word(last) && (is_word(first) || is_apostrophe(first) || is_dash(first))) return false;
    }
    if (!before.ends_with('.') || before.size() > longest_abbreviation) return true;
    const auto found = spelling_.abbreviations.find(to_lower(before));
    if (found == spelling_.abbreviations.end()) return true;
    switch (found->second) {
      case Abbreviation::title:
      case Abbreviation::always:
        return false;
      case Abbreviation::number:
      case Abbreviation::month:
        return !is_digit(first);
      default:
        return true;
    }
  }

 private:
  std::string_view form(std::size_t i) const { return slice(text_, words_[i]); }
  bool touches(std::size_t i) const { return i > 0 && i < words_.size() && words_[i].begin == words_[i - 1].end; }
  static bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }
  static char32_t first_character(std::string_view word) {
    std::size_t at = 0;
    return next_code_point(word, at);
  }
  static char32_t last_character(std::string_view word) {
    std::size_t at = word.size();
    return previous_code_point(word, at);
  }

  std::string_view text_;
  std::span<const Span> words_;
  const Spelling& spelling_;
};

}  // namespace

std::vector<std::uint32_t> split_sentences(std::string_view text, std::span<const Span> words,
                                           std::span<const float> odds, const Spelling& spelling) {
  std::vector<std::uint32_t> ends;
  const Seams seams(text, words, spelling);
  bool waits = false;  // the odds were for a mark that closes the sentence before
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool begins = odds[i] > 0.0F || waits;
    waits = begins && seams.closes(i);
    if (begins && !waits && seams.parts(i)) ends.push_back(static_cast<std::uint32_t>(i));
  }
  if (!words.empty()) ends.push_back(static_cast<std::uint32_t>(words.size()));
  return ends;
}

void part_last_stops(std::string_view text, std::vector<Span>& words, std::vector<std::uint32_t>& ends,
                     const Spelling& spelling) {
  std::vector<Span> parted;
  std::size_t next = 0;
  for (std::uint32_t& end : ends) {
    parted.insert(parted.end(), words.begin() + static_cast<std::ptrdiff_t>(next), words.begin() + end);
    next = end;
    const Span word = words[end - 1];
    if (word.size() > 1 && word.size() <= longest_abbreviation && text[word.end - 1] == '.') {
      const auto found = spelling.abbreviations.find(to_lower(slice(text, word)));
      if (found != spelling.abbreviations.end() && found->second == Abbreviation::cut) {
        --parted.back().end;
        parted.push_back({word.end - 1, word.end});
      }
    }
    end = static_cast<std::uint32_t>(parted.size());
  }
  words = std::move(parted);
}

}  // namespace sayso::language
