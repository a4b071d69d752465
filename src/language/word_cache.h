// What the first layer makes of the words met last: a few hundred forms are half of every text.
//
//     const float* known = cache.find("the");       // or null
//     cache.keep("the", products);                  // copied; may push another word out
//
// Two places for each hash; the one found or kept last stays longest. Bounded; what it holds changes no answer.
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::language {

class WordCache {
 public:
  explicit WordCache(std::size_t width) : width_(width) {}
  std::size_t width() const { return width_; }  // of what is kept for a word

  // Good until the next `keep`.
  const float* find(std::string_view form) {
    if (entries_.empty()) return nullptr;
    const std::size_t set = set_of(form);
    for (const std::size_t at : {set + recent_[set / 2], set + 1 - recent_[set / 2]}) {
      if (entries_[at] != form) continue;
      recent_[set / 2] = static_cast<unsigned char>(at - set);
      return values_.data() + at * width_;
    }
    return nullptr;
  }

  // REQUIRES: form is not empty and not in the cache.
  void keep(std::string_view form, const float* values) {
    if (form.size() > longest_form) return;
    if (entries_.empty()) {
      entries_.resize(2 * sets);
      recent_.resize(sets);
      values_.resize(2 * sets * width_);
    }
    const std::size_t set = set_of(form), at = set + 1 - recent_[set / 2];
    entries_[at] = form;
    recent_[set / 2] = static_cast<unsigned char>(at - set);
    std::copy_n(values, width_, values_.data() + at * width_);
  }

 private:
  static constexpr std::size_t sets = 512, longest_form = 32;
  static std::size_t set_of(std::string_view form) { return 2 * (std::hash<std::string_view>()(form) % sets); }

  std::size_t width_;
  std::vector<std::string> entries_{};  // empty: free
  std::vector<unsigned char> recent_{};
  std::vector<float> values_{};
};

}  // namespace sayso::language
