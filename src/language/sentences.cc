// Turns the splitter's odds into sentences, and holds together what spelling alone says belongs together.
//
//     odds above 0 at "Orlen" in "Gen. Orlen"    -> none: a title ends no sentence
//     odds above 0 at "”" in "We won.” He left"   -> the sentence begins behind the closing mark, at "He"
//     odds above 0 at "Mira" in "“Who?” Mira asked." -> none: a verb ties the speaker to the question
//
// Left out on purpose: anything about meaning; that is the network's.
// Word lists: abbreviations.tsv, sentence_starters.tsv, quotation_verbs.tsv.
#include "language/sentences.h"

#include <algorithm>
#include <limits>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "language/characters.h"

namespace sayso::language {
namespace {

constexpr std::size_t longest_abbreviation = 12, longest_listed_form = 24;  // bytes
constexpr std::size_t words_to_a_verb = 6;
constexpr float never = std::numeric_limits<float>::infinity();
// Letters and lists end sentences at commas and colons; dispatches tie a speaker to a claim with them.
constexpr float behind_comma = 3.0F, behind_colon = 2.0F, behind_abbreviation = 1.0F, behind_dots = 2.0F;
// "… in the U.S. The army …": nine times in ten a sentence begins, which the network sees too seldom to learn.
constexpr float at_starter = -6.0F;
// "… rose 2.5 percent. 40 men died.": a figure behind the stop of a word too long to be cut short ("max. 20 men").
constexpr std::size_t shortest_word = 6;
constexpr float behind_full_stop = -12.0F;

class Seams {
 public:
  Seams(std::string_view text, std::span<const Span> words, const Spelling& spelling)
      : text_(text), words_(words), spelling_(spelling) {}

  // Does word i close what stands before it? "”" ")" and a straight mark with a gap only behind it.
  bool closes(std::size_t i) const {
    if (!touches(i)) return false;
    const std::string_view word = form(i);
    if (word == "\"" || word == "'" || word == "''") return !touches(i + 1);
    return word.size() <= 3 && is_closing(first(i));
  }

  // How high the odds must be for a sentence to begin at word i > 0.
  float least_odds(std::size_t i) const {
    const std::string_view before = form(i - 1);
    if (touches(i)) {
      if (is_opening(first(i - 1)) && before.size() <= 3) return never;
      if (is_word(last(i - 1)) && (is_word(first(i)) || is_apostrophe(first(i)) || is_dash(first(i)))) return never;
    }
    if (before == "." && i > 1 && is_digit(first(i)) && is_lower(last(i - 2)) && form(i - 2).size() >= shortest_word &&
        !touches(i))
      return behind_full_stop;
    if (before == ",") return behind_comma;
    if ((before == "..." || before == "\u2026") && is_lower(first(i))) return behind_dots;
    if (before == ":") return is_double_quote(first(i)) || verb_within(i - 1, -1) ? never : behind_colon;
    if (before.ends_with('.') && before.size() > 1 && before.size() <= longest_abbreviation) return behind_stop(i);
    if (ends_in_cry(i)) {
      if (is_dash(first(i)) && i + 1 < words_.size() && is_lower(first(i + 1))) return never;  // "right? — that"
      if (before != "?" && before != "!" && speaker_follows(i)) return never;
    }
    return 0.0F;
  }

 private:
  std::string_view form(std::size_t i) const { return slice(text_, words_[i]); }
  bool touches(std::size_t i) const { return i > 0 && i < words_.size() && words_[i].begin == words_[i - 1].end; }
  static bool is_word(char32_t c) { return is_letter(c) || is_digit(c); }
  char32_t first(std::size_t i) const {
    std::size_t at = 0;
    return next_code_point(form(i), at);
  }
  char32_t last(std::size_t i) const {
    std::size_t at = form(i).size();
    return previous_code_point(form(i), at);
  }
  bool listed(const WordSet& words, std::size_t i) const {
    return form(i).size() <= longest_listed_form && words.contains(to_lower(form(i)));
  }

  float behind_stop(std::size_t i) const {
    const auto found = spelling_.abbreviations.find(to_lower(form(i - 1)));
    if (found == spelling_.abbreviations.end()) return 0.0F;
    const bool starts = is_upper(first(i)) && listed(spelling_.sentence_starters, i);
    switch (found->second) {
      case Abbreviation::title:
      case Abbreviation::always:
        return never;
      case Abbreviation::number:
      case Abbreviation::month:
        return is_digit(first(i)) ? never : 0.0F;
      case Abbreviation::cut:
        return 0.0F;
      default:
        return starts ? at_starter : behind_abbreviation;
    }
  }

  // "?" or "!" before word i, closing marks between them passed over.
  bool ends_in_cry(std::size_t i) const {
    std::size_t at = i - 1;
    while (at > 0 && i - at < 3 && closes(at)) --at;
    return form(at).find_first_not_of("!?") == std::string_view::npos;
  }

  // A verb of saying among the words on one side of word i, before the clause ends.
  bool verb_within(std::size_t i, int direction) const {
    for (std::size_t n = 0; n < words_to_a_verb; ++n) {
      const std::size_t at = direction < 0 ? i - 1 - n : i + n;
      if (at >= words_.size() || form(at) == "," || form(at) == "." || form(at) == "?" || form(at) == "!") return false;
      if (listed(spelling_.quotation_verbs, at)) return true;
    }
    return false;
  }

  // "Will they leave?" Mira Tolen asked. "Never!" he said.
  bool speaker_follows(std::size_t i) const {
    return (is_lower(first(i)) || !listed(spelling_.sentence_starters, i)) && verb_within(i, 1);
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
  float waiting = -never;  // the odds of a mark that closes the sentence before
  for (std::size_t i = 1; i < words.size(); ++i) {
    const float likely = std::max(odds[i], waiting);
    waiting = -never;
    if (likely < behind_full_stop) continue;
    if (seams.closes(i))
      waiting = likely;
    else if (likely > seams.least_odds(i))
      ends.push_back(static_cast<std::uint32_t>(i));
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
