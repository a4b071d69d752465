// Words without what typesetters change (example in the header). Leaves out on purpose: stemming, and scripts that do
// not part words, whose sentences are one word each.
#include "base/folded_words.h"

#include "base/utf8.h"

namespace sayso {

std::string folded_words(std::string_view text) {
  const std::string folded = fold(text);
  std::string words;
  bool parted = false;
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t begin = at;
    const char32_t character = next_code_point(folded, at);
    if (is_letter(character) || is_digit(character) || is_mark(character)) {
      if (parted && !words.empty()) words += ' ';
      parted = false;
      words.append(folded, begin, at - begin);
    } else if (character != U'\'') {
      parted = true;
    }
  }
  return words;
}

}  // namespace sayso
