// Loads and asks place words. In: "shells fell on the outskirts of "; out: near, "on the outskirts of".
// Leaves out on purpose: grammar. An entry is looked for as written, at the very end or beginning of the text given.
// Data: data/lexicons/place_words.tsv.
#include "lexicon/place_words.h"

#include <algorithm>

#include "base/tsv.h"

namespace sayso {
namespace {

constexpr std::array<std::string_view, place_word_classes> names = {
    "region",   "regions", "district", "town",   "near",   "around", "toward", "from",  "part", "compass", "side",
    "locative", "inner",   "title",    "speech", "struck", "common", "water",  "works", "firm", "ending",
};
constexpr int most_words = 5;

bool part_of_word(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte >= '0' && byte <= '9');
}

}  // namespace

Result<PlaceWords> PlaceWords::load(const std::filesystem::path& file) {
  auto rows = read_tsv(file, {"class", "words"});
  if (!rows) return rows.error();
  PlaceWords out;
  for (const TsvRow& row : *rows) {
    const auto fault = [&](std::string message) {
      return Error{.code = ErrorCode::bad_rule,
                   .where = file.string() + ":" + std::to_string(row.line),
                   .message = std::move(message)};
    };
    const auto found = std::find(names.begin(), names.end(), row.cells[0]);
    if (found == names.end()) return fault("no class of place words is called \"" + row.cells[0] + "\"");
    if (row.cells[1].empty() ||
        std::any_of(row.cells[1].begin(), row.cells[1].end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      return fault("words must be there, and in lower case");
    if (!out.words_[static_cast<std::size_t>(found - names.begin())].insert(row.cells[1]).second)
      return fault("the same row stands above");
  }
  return out;
}

bool PlaceWords::is(PlaceWord kind, std::string_view words) const {
  return words_[static_cast<std::size_t>(kind)].contains(std::string(words));
}

std::string_view PlaceWords::ending(PlaceWord kind, std::string_view text) const {
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  std::string_view longest;
  int words = 0;
  for (std::size_t at = text.size(); at > 0 && words < most_words; --at)
    if (at == 1 || !part_of_word(text[at - 2])) {
      if (text[at - 1] == ' ') continue;
      ++words;
      if (is(kind, text.substr(at - 1))) longest = text.substr(at - 1);
    }
  return longest;
}

std::string_view PlaceWords::beginning(PlaceWord kind, std::string_view text) const {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  std::string_view longest;
  int words = 0;
  for (std::size_t end = 1; end <= text.size() && words < most_words; ++end)
    if (end == text.size() || !part_of_word(text[end])) {
      if (text[end - 1] == ' ') continue;
      ++words;
      if (is(kind, text.substr(0, end))) longest = text.substr(0, end);
    }
  return longest;
}

}  // namespace sayso
