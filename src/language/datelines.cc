// Finds a dateline: a place in capitals, perhaps a region, a date and an agency in brackets, then a dash; and what else
// stands in front of a bulletin's first sentence: a label in capitals with a colon, the time of a live blog's post, a
// monitor's marker in brackets.
//
//     "MEXICO CITY (AP) — Mexico's economy grew."  -> 6
//     "BREAKING: The bridge is down."              -> 2
//     "14:05 The mayor says it is open."           -> 1
//     "[Begin recording] The mayor is here."       -> 4
//
// Labels are a matter of layout and stand here, not among the lexicons. Left out on purpose: datelines without a dash
// ("KYIV: The army …"), which look like a speaker and a colon.
#include "language/datelines.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "base/utf8.h"

namespace sayso::language {
namespace {

constexpr std::size_t longest_dateline = 18;  // words

bool is_dash_word(std::string_view word) {
  return word == "-" || word == "--" || word == "–" || word == "—" || word == "―";
}

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

// Letters on both sides of the dash.
bool joins(std::string_view text, Span word) {
  const auto is_word = [&](std::size_t at) { return at < text.size() && text[at] != ' ' && text[at] != '\n'; };
  return word.begin > 0 && is_word(word.begin - 1) && is_word(word.end);
}

constexpr std::string_view labels[] = {"BREAKING",  "BREAKING NEWS", "UPDATE", "UPDATED",   "URGENT",     "ALERT",
                                       "FLASH",     "NEWSFLASH",     "LIVE",   "LATEST",    "THE LATEST", "JUST IN",
                                       "EXCLUSIVE", "DEVELOPING",    "WATCH",  "CORRECTION"};

// "BREAKING:", "UPDATE 2:"
std::size_t label_words(std::string_view text, const std::vector<Span>& words) {
  constexpr std::size_t longest_label = 4;  // words with the colon
  for (std::size_t i = 1; i + 1 < words.size() && i < longest_label; ++i) {
    if (slice(text, words[i]) != ":") continue;
    std::string_view label = text.substr(words.front().begin, words[i - 1].end - words.front().begin);
    while (!label.empty() && (label.back() == ' ' || (label.back() >= '0' && label.back() <= '9')))
      label.remove_suffix(1);
    for (const std::string_view known : labels)
      if (label == known) return i + 1;
    return 0;
  }
  return 0;
}

// "[TEXT]", "[Begin recording]": what a monitoring service writes in front of what it heard.
std::size_t marker_words(std::string_view text, const std::vector<Span>& words) {
  constexpr std::string_view markers[] = {"text",      "excerpt",       "excerpts",       "begin recording",
                                          "recording", "end recording", "passage omitted"};
  constexpr std::size_t longest_marker = 4;  // words with the brackets
  if (words.empty() || slice(text, words.front()) != "[") return 0;
  for (std::size_t i = 2; i + 1 < words.size() && i < longest_marker; ++i) {
    if (slice(text, words[i]) != "]") continue;
    const std::string inner = to_lower(text.substr(words[1].begin, words[i - 1].end - words[1].begin));
    return std::find(std::begin(markers), std::end(markers), inner) != std::end(markers) ? i + 1 : 0;
  }
  return 0;
}

bool is_capital_at(std::string_view text, std::size_t at) { return is_upper(next_code_point(text, at)); }

}  // namespace

std::size_t stamp_words(std::string_view text, const std::vector<Span>& words) {
  // "14:05" is one word or three.
  if (words.size() < 2) return 0;
  std::size_t count = 1;
  if (words.size() > 4 && slice(text, words[1]) == ":" && words[1].end == words[2].begin) count = 3;
  const std::string_view clock = text.substr(words.front().begin, words[count - 1].end - words.front().begin);
  const auto digit = [&](std::size_t i) { return clock[i] >= '0' && clock[i] <= '9'; };
  const std::size_t colon = clock.find_first_of(":.");
  if (colon == std::string_view::npos || colon == 0 || colon > 2 || clock.size() != colon + 3) return 0;
  for (std::size_t i = 0; i < clock.size(); ++i)
    if (i != colon && !digit(i)) return 0;
  if (clock[colon + 1] > '5' || (colon == 2 && clock[0] > '2')) return 0;
  for (const std::string_view zone : {"GMT", "UTC", "CET", "EET", "EST"})
    if (count < words.size() && slice(text, words[count]) == zone) {
      ++count;
      break;
    }
  while (count < words.size() && (is_dash_word(slice(text, words[count])) || slice(text, words[count]) == ":")) ++count;
  // "14:05 trains were cancelled" goes on: it is no stamp.
  return count < words.size() && is_capital_at(text, words[count].begin) ? count : 0;
}

std::size_t dateline_words(std::string_view text, const std::vector<Span>& words) {
  if (const std::size_t stamp = stamp_words(text, words)) return stamp;
  if (const std::size_t label = label_words(text, words)) return label;
  if (const std::size_t marker = marker_words(text, words)) return marker;
  if (words.empty() || !is_capitals(slice(text, words.front()))) return 0;
  bool in_brackets = false, behind_comma = false;
  for (std::size_t i = 0; i + 1 < words.size() && i < longest_dateline; ++i) {
    const std::string_view word = slice(text, words[i]);
    if (i > 0 && is_dash_word(word) && !in_brackets) {
      if (stands_free(text, words[i])) return i + 1;
      if (!joins(text, words[i])) return 0;
      continue;  // "PORT-AU-PRINCE"
    }
    if (word == "(")
      in_brackets = true;
    else if (word == ")")
      in_brackets = false;
    else if (word == ",")
      behind_comma = true;
    else if (in_brackets || behind_comma || is_capitals(word) || word == "/" || word == "." || is_dash_word(word))
      continue;  // "Ukraine", "April 25"
    else
      return 0;
  }
  return 0;
}

}  // namespace sayso::language
