// Says what was left out, see notes.h. In: a layer with a sentence of 412 words; out: a note with its bytes.
// Left out on purpose: sentences that are not English and datelines. A page in two languages is no mishap.
#include "reading/notes.h"

#include "language/analyse.h"

namespace sayso {

std::vector<std::string> notes_on(const Syntax& syntax) {
  constexpr std::size_t most_places = 5;
  std::size_t left_out = 0;
  std::string places;
  for (const Sentence& sentence : syntax.sentences) {
    if (sentence.unread != Unread::too_long) continue;
    if (++left_out > most_places) continue;
    places +=
        (places.empty() ? "" : ", ") + std::to_string(sentence.span.begin) + "-" + std::to_string(sentence.span.end);
  }
  if (left_out == 0) return {};
  if (left_out > most_places) places += " …";
  return {std::to_string(left_out) + (left_out == 1 ? " sentence" : " sentences") + " of more than " +
          std::to_string(longest_sentence) + " words " + (left_out == 1 ? "was" : "were") + " left out (bytes " +
          places + " of the text)"};
}

}  // namespace sayso
