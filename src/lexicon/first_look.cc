// A tree of letters, walked down from the beginning of every word.
//
//     "car bomb*", "carnage"  ->  c-a-r-(blank)-b-o-m-b…, c-a-r-n-a-g-e.
//
// All words sought begin where a word begins, so a walk from there finds what an automaton over every byte would; a
// walk is never longer than the longest entry. Any white space is one blank. Left out on purpose: other alphabets (the
// rules read English), and sense: "strike" is a strike of workers, too.
#include "lexicon/first_look.h"

#include <bitset>
#include <optional>
#include <string>

#include "base/tsv.h"

namespace sayso {
namespace {

constexpr std::uint8_t no_letter = 255;
constexpr std::uint8_t blank = 26;

std::uint8_t letter_of(char byte) {
  if (byte >= 'a' && byte <= 'z') return static_cast<std::uint8_t>(byte - 'a');
  if (byte >= 'A' && byte <= 'Z') return static_cast<std::uint8_t>(byte - 'A');
  if (byte == ' ' || (byte >= '\t' && byte <= '\r')) return blank;
  if (byte == '-') return 27;
  return byte == '\'' ? 28 : no_letter;
}

std::optional<std::uint32_t> weight_of(std::string_view text) {
  if (text == "1") return 1;
  if (text == "2") return 2;
  if (text == "6") return 6;
  if (text == "12") return 12;
  return std::nullopt;
}

bool in_word(char byte) { return letter_of(byte) < blank || (byte >= '0' && byte <= '9'); }

}  // namespace

Result<FirstLook> FirstLook::load(const std::filesystem::path& file) {
  auto rows = read_tsv(file, {"words", "weight"});
  if (!rows) return rows.error();
  FirstLook look;
  const auto fault = [&](const TsvRow& row, const char* message) {
    return Error{ErrorCode::bad_rule, file.string() + ":" + std::to_string(row.line), message};
  };
  std::uint32_t id = 0;
  for (const TsvRow& row : *rows) {
    const auto weight = weight_of(row.cells[1]);
    if (!weight) return fault(row, "the weight is not 1, 2, 6 or 12");
    if (++id >= most_rows) return fault(row, "there are too many rows");
    for (const std::string_view words : split(row.cells[0], '|'))
      if (!look.add(words, {id, *weight}))
        return fault(row, "not a word in small letters, or its beginning and a *, that stands nowhere else");
  }
  return look;
}

bool FirstLook::add(std::string_view words, const Entry& entry) {
  const bool beginning = words.ends_with('*');
  if (beginning) words.remove_suffix(1);
  if (words.empty()) return false;
  std::uint32_t at = 0;
  for (const char byte : words) {
    const std::uint8_t letter = letter_of(byte);
    if (letter == no_letter || (byte >= 'A' && byte <= 'Z')) return false;
    if (nodes_[at].next[letter] == 0) {
      nodes_[at].next[letter] = static_cast<std::uint32_t>(nodes_.size());
      nodes_.emplace_back();
    }
    at = nodes_[at].next[letter];
  }
  Entry& here = beginning ? nodes_[at].beginning : nodes_[at].word;
  if (here.id != 0) return false;
  here = entry;
  return true;
}

// Calls use(entry) for each that begins at `at`.
template <typename Use>
void FirstLook::each_at(std::string_view text, std::size_t at, Use use) const {
  for (std::uint32_t node = 0;;) {
    const std::uint8_t letter = at < text.size() ? letter_of(text[at]) : no_letter;
    const Node& here = nodes_[node];
    if (here.beginning.id != 0) use(here.beginning);
    if (here.word.id != 0 && (at == text.size() || !in_word(text[at]))) use(here.word);
    if (letter == no_letter || here.next[letter] == 0) return;
    node = here.next[letter];
    ++at;
    while (letter == blank && at < text.size() && letter_of(text[at]) == blank) ++at;
  }
}

bool FirstLook::sees(std::string_view text) const {
  std::bitset<most_rows> found;
  std::uint32_t weight = 0;
  for (std::size_t at = 0; at < text.size() && weight < enough; ++at) {
    if (!in_word(text[at]) || (at > 0 && in_word(text[at - 1]))) continue;
    each_at(text, at, [&](const Entry& entry) {
      if (!found[entry.id]) weight += entry.weight;
      found.set(entry.id);
    });
  }
  return weight >= enough;
}

bool FirstLook::sees_in_page(std::string_view bytes) const {
  const bool empty = bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
  return empty || bytes.find('\0') != std::string_view::npos || sees(bytes);
}

bool FirstLook::knows(std::string_view word) const {
  bool known = false;
  each_at(word, 0, [&](const Entry&) { known = true; });
  return known;
}

}  // namespace sayso
