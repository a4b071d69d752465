// Words and bags of shingles: gold "a b c d e" against "x a b c d" has one shingle right (a b c d), one beyond it
// (x a b c), one missing (b c d e). Leaves out on purpose: folding of any kind; the benchmark keeps case and accents.
#include "article_shingles.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <span>

#include "base/utf8.h"

namespace sayso::eval {
namespace {

constexpr std::size_t in_a_row = 4;

bool is_benchmark_word_character(char32_t character) {
  const auto c = static_cast<UChar32>(character);
  return character == U'_' || (U_GET_GC_MASK(c) & U_GC_L_MASK) != 0 ||
         u_getIntPropertyValue(c, UCHAR_NUMERIC_TYPE) != U_NT_NONE;
}

using Shingle = std::span<const std::string>;

std::vector<Shingle> sorted_shingles(const std::vector<std::string>& words) {
  std::vector<Shingle> shingles;
  if (words.empty()) return shingles;
  const std::size_t size = std::min(words.size(), in_a_row);
  for (std::size_t at = 0; at + size <= words.size(); ++at) shingles.emplace_back(words.data() + at, size);
  std::sort(shingles.begin(), shingles.end(),
            [](Shingle a, Shingle b) { return std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end()); });
  return shingles;
}

double share_right(std::size_t right, std::size_t wrong, std::size_t other) {
  if (right + wrong == 0) return other == 0 ? 1 : 0;
  return static_cast<double>(right) / static_cast<double>(right + wrong);
}

double harmonic(double a, double b) { return a + b == 0 ? 0 : 2 * a * b / (a + b); }

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (!is_benchmark_word_character(next_code_point(text, at))) {
      inside = false;
      continue;
    }
    if (!inside) words.emplace_back();
    words.back().append(text, begin, at - begin);
    inside = true;
  }
  return words;
}

double ShingleMatch::precision() const { return share_right(right, beyond, missing); }
double ShingleMatch::recall() const { return share_right(right, missing, beyond); }
double ShingleMatch::f1() const { return harmonic(precision(), recall()); }

ShingleMatch compare_shingles(const std::vector<std::string>& gold, const std::vector<std::string>& ours) {
  const std::vector<Shingle> a = sorted_shingles(gold), b = sorted_shingles(ours);
  ShingleMatch match;
  std::size_t i = 0, j = 0;
  while (i < a.size() && j < b.size()) {
    const auto order = std::lexicographical_compare_three_way(a[i].begin(), a[i].end(), b[j].begin(), b[j].end());
    if (order == 0) ++match.right;
    if (order <= 0) ++i;
    if (order >= 0) ++j;
  }
  match.missing = a.size() - match.right;
  match.beyond = b.size() - match.right;
  return match;
}

void ShingleScore::add(const std::vector<std::string>& gold, const std::vector<std::string>& ours) {
  const ShingleMatch match = compare_shingles(gold, ours);
  ++pages_;
  if (gold == ours) ++same_;
  if (!ours.empty()) ++with_ours_, precisions_ += match.precision();
  if (!gold.empty()) ++with_gold_, recalls_ += match.recall();
}

double ShingleScore::precision() const { return with_ours_ == 0 ? 0 : precisions_ / static_cast<double>(with_ours_); }
double ShingleScore::recall() const { return with_gold_ == 0 ? 0 : recalls_ / static_cast<double>(with_gold_); }
double ShingleScore::f1() const { return harmonic(precision(), recall()); }
double ShingleScore::accuracy() const {
  return pages_ == 0 ? 0 : static_cast<double>(same_) / static_cast<double>(pages_);
}

}  // namespace sayso::eval
