// Finds a dateline: a place in capitals, perhaps a region, a date and an agency in brackets, then a dash.
//
//     "MEXICO CITY (AP) — Mexico's economy grew."  -> 6
//
// Left out on purpose: datelines without a dash ("KYIV: The army …"), which look like a speaker and a colon.
#include "language/datelines.h"

#include "base/utf8.h"

namespace sayso::language {
namespace {

constexpr std::size_t longest_dateline = 18;  // words

bool is_dash(std::string_view word) { return word == "-" || word == "--" || word == "–" || word == "—" || word == "―"; }

bool is_capitals(std::string_view word) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < word.size();) {
    const char32_t character = next_code_point(word, at);
    if (is_lower(character)) return false;
    letters += is_letter(character);
  }
  return letters >= 2;
}

// Words are parted by white space on both sides of the dash: "KYIV-based" is no dateline.
bool stands_free(std::string_view text, Span word) {
  return word.begin > 0 && word.end < text.size() && text[word.begin - 1] == ' ' && text[word.end] == ' ';
}

}  // namespace

std::size_t dateline_words(std::string_view text, const std::vector<Span>& words) {
  if (words.empty() || !is_capitals(slice(text, words.front()))) return 0;
  bool in_brackets = false, behind_comma = false;
  for (std::size_t i = 0; i + 1 < words.size() && i < longest_dateline; ++i) {
    const std::string_view word = slice(text, words[i]);
    if (i > 0 && is_dash(word) && !in_brackets) return stands_free(text, words[i]) ? i + 1 : 0;
    if (word == "(")
      in_brackets = true;
    else if (word == ")")
      in_brackets = false;
    else if (word == ",")
      behind_comma = true;
    else if (in_brackets || behind_comma || is_capitals(word) || word == "/" || word == "." || is_dash(word))
      continue;  // "Ukraine", "April 25"
    else
      return 0;
  }
  return 0;
}

}  // namespace sayso::language
