// Finds titles of works, see titles.h. In: the film "Attack on the Bridge"; out: true for its four words.
// Left out on purpose: titles in small letters, titles longer than twelve words, and whether there is such a work.
// Reads the list work_of_art.
#include "event/titles.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/utf8.h"
#include "match/clause.h"

namespace sayso {
namespace {

constexpr std::size_t longest_title = 12;  // words

class Titles {
 public:
  Titles(const Dispatch& dispatch, const Tree& tree, const WordLists& lists)
      : dispatch_(dispatch), tree_(tree), works_(lists.find("work_of_art")), found_(tree.size()) {}

  std::vector<bool> find() {
    for (const Sentence& sentence : tree_.syntax().sentences) {
      if (!sentence.read || is_headline(dispatch_, tree_, sentence.first)) continue;
      first_ = index(sentence.first), last_ = index(sentence.last);
      in_marks();
      if (works_ != nullptr) behind_works();
    }
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t at) const {
    return slice(dispatch_.text, tree_[TokenId{static_cast<std::uint32_t>(at)}].span);
  }
  Tag tag(std::size_t at) const { return tree_[TokenId{static_cast<std::uint32_t>(at)}].tag; }

  bool is_mark(std::size_t at) const {
    constexpr std::string_view marks[] = {"\"", "“", "”", "„", "«", "»", "‘", "’", "'", "``", "''", "`"};
    return tag(at) == Tag::PUNCT && std::find(std::begin(marks), std::end(marks), word(at)) != std::end(marks);
  }
  bool is_capital(std::size_t at) const {
    const std::string_view w = word(at);
    return tag(at) != Tag::PUNCT && to_lower(w) != w;
  }
  bool is_small(std::size_t at) const {
    const Tag t = tag(at);
    return t == Tag::ADP || t == Tag::DET || t == Tag::CCONJ || t == Tag::PART || t == Tag::PUNCT || t == Tag::NUM;
  }

  // Whether [begin, end) could be a title; a single word is a name or a quoted word.
  bool is_title(std::size_t begin, std::size_t end) const {
    if (end <= begin || end - begin < 2 || end - begin > longest_title || !is_capital(begin)) return false;
    std::size_t capitals = 0;
    for (std::size_t i = begin; i < end; ++i) {
      if (is_capital(i))
        ++capitals;
      else if (!is_small(i))
        return false;
    }
    return capitals > 1;
  }

  void keep(std::size_t begin, std::size_t end) {
    std::fill(found_.begin() + static_cast<std::ptrdiff_t>(begin), found_.begin() + static_cast<std::ptrdiff_t>(end),
              true);
  }

  void in_marks() {
    std::size_t open = last_;
    for (std::size_t i = first_; i < last_; ++i) {
      if (!is_mark(i)) continue;
      if (open != last_ && is_title(open + 1, i)) {
        keep(open + 1, i);
        open = last_;
      } else {
        open = i;
      }
    }
  }

  // "film, Attack on the Convoy": from the word of a work over capitals and small words to the last capital.
  void behind_works() {
    for (std::size_t i = first_; i + 1 < last_; ++i) {
      const std::size_t begin = i + (word(i + 1) == "," ? 2 : 1);
      if (begin >= last_ || !is_capital(begin) || tag(i) != Tag::NOUN || !works_->contains(lemma(i))) continue;
      std::size_t end = begin;
      for (std::size_t at = begin; at < std::min(last_, begin + longest_title); ++at) {
        if (is_capital(at))
          end = at + 1;
        else if (!is_small(at) || tag(at) == Tag::PUNCT)
          break;
      }
      if (is_title(begin, end)) keep(begin, end);
    }
  }
  const std::string& lemma(std::size_t at) const { return tree_.lemma(TokenId{static_cast<std::uint32_t>(at)}); }

  const Dispatch& dispatch_;
  const Tree& tree_;
  const WordList* works_;
  std::vector<bool> found_;
  std::size_t first_ = 0, last_ = 0;  // of the sentence at hand
};

}  // namespace

std::vector<bool> words_of_titles(const Dispatch& dispatch, const Tree& tree, const WordLists& lists) {
  return Titles(dispatch, tree, lists).find();
}

}  // namespace sayso
