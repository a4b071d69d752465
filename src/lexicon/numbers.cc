// Loads numbers.tsv.
//
//     "dozens<TAB>few<TAB>24" -> match_at({"dozens"}, {few}) = 1 word, value 24
//
// Left out on purpose: arithmetic ("two hundred and fifty"); src/mention/counts.cc does that.
#include "lexicon/numbers.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/tsv.h"

namespace sayso {
namespace {

constexpr std::array<std::string_view, 23> use_names{
    "cardinal", "multiplier", "few",        "part",      "zero",      "low",        "above",       "high",
    "below",    "about",      "exact",      "range",     "low-after", "high-after", "about-after", "partitive",
    "unit",     "skip",       "cumulative", "countable", "street",    "label",      "site"};

}  // namespace

Result<NumberLexicon> NumberLexicon::load(const std::filesystem::path& folder) {
  const auto file = folder / "numbers.tsv";
  auto rows = read_tsv(file, {"phrase", "use", "value"});
  if (!rows) return rows.error();
  NumberLexicon out;
  for (const TsvRow& row : *rows) {
    const auto fault = [&](std::string message) {
      return Error{ErrorCode::bad_rule, file.string() + ":" + std::to_string(row.line), std::move(message)};
    };
    const auto use = std::find(use_names.begin(), use_names.end(), row.cells[1]);
    if (use == use_names.end()) return fault("unknown use '" + row.cells[1] + "'");
    if (trim(row.cells[0]).empty()) return fault("the phrase is empty");
    Entry entry{static_cast<NumberUse>(use - use_names.begin()), 0, row.cells[2]};
    if (entry.use <= NumberUse::zero) {
      const char* end = row.cells[2].data() + row.cells[2].size();
      const auto read = std::from_chars(row.cells[2].data(), end, entry.value);
      if (read.ec != std::errc{} || read.ptr != end || entry.value < 0)
        return fault("needs a number, not '" + row.cells[2] + "'");
    }
    std::vector<Entry>& there = out.entries_[row.cells[0]];
    for (const Entry& other : there)
      if (other.use == entry.use) return fault("'" + row.cells[0] + "' stands twice with this use");
    there.push_back(std::move(entry));
    out.longest_ = std::max(out.longest_, split(row.cells[0], ' ').size());
  }
  return out;
}

std::optional<NumberLexicon::Match> NumberLexicon::match_at(std::span<const std::string> words,
                                                            std::initializer_list<NumberUse> uses) const {
  std::optional<Match> best;
  std::string key;
  for (std::size_t i = 0; i < words.size() && i < longest_; ++i) {
    if (i > 0) key += ' ';
    key += words[i];
    const auto found = entries_.find(key);
    if (found == entries_.end()) continue;
    for (const Entry& entry : found->second)
      if (std::find(uses.begin(), uses.end(), entry.use) != uses.end()) best = Match{i + 1, &entry};
  }
  return best;
}

std::optional<NumberLexicon::Match> NumberLexicon::match_before(std::span<const std::string> words,
                                                                std::initializer_list<NumberUse> uses) const {
  for (std::size_t length = std::min(longest_, words.size()); length > 0; --length)
    if (const auto match = match_at(words.last(length), uses); match && match->words == length) return match;
  return std::nullopt;
}

}  // namespace sayso
