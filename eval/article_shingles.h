// How alike two texts are: bags of four words in a row, as the article extraction benchmark counts them.
//
//     words_of("Don't stop: 2 hurt")                       Don, t, stop, 2, hurt
//     compare_shingles(words_of("a b c d e"), words_of("x a b c d"))   right 1, beyond 1, missing 1
//     ShingleScore score; score.add(…);  score.f1()        means over pages
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::eval {

// What Python's `\w+` matches: runs of letters, numbers of any kind and "_". Marks that combine part words, as there.
std::vector<std::string> words_of(std::string_view text);

struct ShingleMatch {
  std::size_t right = 0, beyond = 0, missing = 0;

  double precision() const;  // of a page; 1 if both texts are empty
  double recall() const;
  double f1() const;
};

// A text of fewer than four words is one shingle; one without words has none.
ShingleMatch compare_shingles(const std::vector<std::string>& gold, const std::vector<std::string>& ours);

class ShingleScore {
 public:
  void add(const std::vector<std::string>& gold, const std::vector<std::string>& ours);

  std::size_t pages() const { return pages_; }
  double precision() const;  // mean over pages with a text of ours
  double recall() const;     // mean over pages with a gold text
  double f1() const;
  double accuracy() const;  // pages with the very same words

 private:
  std::size_t pages_ = 0, same_ = 0;
  std::size_t with_ours_ = 0, with_gold_ = 0;
  double precisions_ = 0, recalls_ = 0;
};

}  // namespace sayso::eval
