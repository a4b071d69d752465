// Compares texts by runs of four words: the paragraph "The bridge over the Kesh was hit" is told by JSON-LD if its runs
// "the bridge over the", "bridge over the kesh" … are there. Leaves out on purpose: JSON-LD's text itself, which is no
// part of what the page shows and has no bytes to point to.
#include "dispatch/article_lines.h"

#include <cstdint>
#include <unordered_map>
#include <unordered_set>

#include "base/utf8.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t in_a_row = 4;
constexpr std::size_t least_text = 40;    // bytes of a paragraph that can stand twice by no chance
constexpr std::size_t form_of_words = 3;  // parts of the page

// Runs of four words, hashed; letters of scripts without spaces are words.
std::vector<std::uint64_t> runs_of(std::string_view text) {
  constexpr std::uint64_t prime = 1099511628211U;
  constexpr std::uint64_t basis = 14695981039346656037U;
  std::vector<std::uint64_t> words;
  bool inside = false;
  const std::string lower = to_lower(text);
  for (std::size_t at = 0; at < lower.size();) {
    const char32_t character = next_code_point(lower, at);
    const bool part = is_letter(character) || is_digit(character) || is_mark(character);
    if (part && (!inside || writes_without_spaces(character))) words.push_back(basis);
    if (part) words.back() = (words.back() ^ character) * prime;
    inside = part && !writes_without_spaces(character);
  }
  std::vector<std::uint64_t> runs;
  for (std::size_t i = 0; i + in_a_row <= words.size(); ++i) {
    std::uint64_t run = basis;
    for (std::size_t j = 0; j < in_a_row; ++j) run = (run ^ words[i + j]) * prime;
    runs.push_back(run);
  }
  return runs;
}

bool is_paragraph(const Block& block) {
  return block.level == 0 && !block.list_item && block.kind == ParagraphKind::body;
}

}  // namespace

void drop_repeated(const HtmlTree& tree, const std::vector<Block>& blocks, std::vector<bool>& chosen) {
  struct Seen {
    std::unordered_set<std::uint32_t> parents{};
    std::uint32_t first = 0;  // its parent
  };
  std::unordered_map<std::string_view, Seen> texts;
  const auto counts = [&](std::size_t i) {
    return chosen[i] && is_paragraph(blocks[i]) && blocks[i].text.size() >= least_text;
  };
  const auto parent = [&](std::size_t i) { return tree.nodes[blocks[i].origin].parent; };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!counts(i)) continue;
    Seen& seen = texts[blocks[i].text];
    if (seen.parents.empty()) seen.first = parent(i);
    seen.parents.insert(parent(i));
  }
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!counts(i)) continue;
    const Seen& seen = texts[blocks[i].text];
    if (seen.parents.size() >= form_of_words || parent(i) != seen.first) chosen[i] = false;
  }
}

void follow_told(const HtmlTree& tree, const std::vector<Block>& blocks, const std::vector<bool>& hidden,
                 const std::vector<bool>& openings, std::string_view told, std::vector<bool>& chosen) {
  if (told.size() < least_told) return;
  std::unordered_set<std::uint64_t> runs;
  for (const std::uint64_t run : runs_of(told)) runs.insert(run);
  if (runs.empty()) return;
  std::vector<double> shares(blocks.size(), -1);  // of a block's runs that are told; -1: too short to say
  std::unordered_set<std::uint64_t> shown;
  std::size_t told_bytes = 0, chosen_bytes = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (!is_paragraph(blocks[i]) || hidden[blocks[i].origin]) continue;
    const std::vector<std::uint64_t> here = runs_of(blocks[i].text);
    if (here.size() < in_a_row) continue;
    std::size_t known = 0;
    for (const std::uint64_t run : here)
      if (runs.contains(run)) ++known, shown.insert(run);
    shares[i] = static_cast<double>(known) / static_cast<double>(here.size());
    if (!chosen[i]) continue;
    chosen_bytes += blocks[i].text.size();
    if (shares[i] >= 0.5) told_bytes += blocks[i].text.size();
  }
  if (shown.size() * 10 < runs.size() * 8 || told_bytes * 10 < chosen_bytes * 6) return;
  // Behind the last paragraph that is told there may be offers, or the rest of an article that JSON-LD cuts short.
  std::size_t last = blocks.size();
  while (last > 0 && !(chosen[last - 1] && shares[last - 1] >= 0.5)) --last;
  std::size_t behind = 0;  // bytes
  for (std::size_t i = last; i < blocks.size(); ++i)
    if (chosen[i] && shares[i] >= 0) behind += blocks[i].text.size();
  const bool cut = behind * 4 > told_bytes || told.ends_with("...") || told.ends_with("\xe2\x80\xa6");
  const auto parent = [&](std::size_t i) { return tree.nodes[blocks[i].origin].parent; };
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    if (shares[i] >= 0.8) chosen[i] = true;
    if (cut && i >= last && parent(i) == parent(last - 1)) continue;
    if (shares[i] >= 0 && shares[i] < 0.2 && !openings[i]) chosen[i] = false;
  }
}

std::vector<std::size_t> who_tells(const std::vector<Block>& blocks, const std::vector<std::string>& told) {
  std::unordered_map<std::uint64_t, std::size_t> tellers;  // by run, the first that has it
  for (std::size_t i = 0; i < told.size(); ++i)
    for (const std::uint64_t run : runs_of(told[i])) tellers.emplace(run, i + 1);
  std::vector<std::size_t> teller(blocks.size());
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const std::vector<std::uint64_t> runs = runs_of(blocks[i].text);
    std::unordered_map<std::size_t, std::size_t> counts;
    std::size_t most = 0;
    for (const std::uint64_t run : runs) {
      const auto at = tellers.find(run);
      if (at == tellers.end()) continue;
      const std::size_t count = ++counts[at->second];
      if (count > most) most = count, teller[i] = at->second;
    }
    if (most * 2 < runs.size() || most == 0) teller[i] = 0;
  }
  return teller;
}

}  // namespace sayso::dispatch
