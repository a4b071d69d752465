// Tells a plain phrase from an FTS5 query and quotes the words of a plain one.
//
// An FTS5 query is told by what only it has: an even number of double quotes, a word AND, OR or NOT in capitals between
// others, NEAR(, a word ending in *, a column's name and a colon. Left out on purpose: mending a query that does not
// parse.
#include "ledger/words_sought.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"

namespace sayso::ledger {
namespace {

std::vector<std::string_view> words_of(std::string_view typed) {
  std::vector<std::string_view> words;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < typed.size();) {
    const std::size_t here = at;
    if (!is_space(next_code_point(typed, at))) continue;
    if (begin < here) words.push_back(typed.substr(begin, here - begin));
    begin = at;
  }
  if (begin < typed.size()) words.push_back(typed.substr(begin));
  return words;
}

bool has_letter_or_digit(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const char32_t character = next_code_point(word, at);
    if (is_letter(character) || is_digit(character)) return true;
  }
  return false;
}

bool is_query(std::string_view typed, const std::vector<std::string_view>& words) {
  const auto quotes = std::count(typed.begin(), typed.end(), '"');
  if (quotes > 0 && quotes % 2 == 0) return true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string_view word = words[i];
    const bool between = i > 0 && i + 1 < words.size();
    if (between && (word == "AND" || word == "OR" || word == "NOT")) return true;
    if (word.starts_with("NEAR(")) return true;
    if (word.size() > 1 && word.back() == '*') return true;
    for (const std::string_view column :
         std::array<std::string_view, 4>{"content:", "sentence:", "title:", "source:"}) {
      if (word.starts_with(column)) return true;
    }
  }
  return false;
}

}  // namespace

std::string words_sought(std::string_view typed) {
  const std::vector<std::string_view> words = words_of(typed);
  if (!has_letter_or_digit(typed)) return {};
  if (is_query(typed, words)) return std::string(typed);
  std::string query;
  for (const std::string_view word : words) {
    if (!has_letter_or_digit(word)) continue;  // a dash alone would match nothing
    if (!query.empty()) query += ' ';
    query += '"';
    for (const char byte : word) {
      if (byte == '\0') continue;
      query += byte;
      if (byte == '"') query += byte;
    }
    query += '"';
  }
  return query;
}

}  // namespace sayso::ledger
