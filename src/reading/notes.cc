// Says what was left out or taken for something else, see notes.h. In: a layer with a sentence of 412 words; out: a
// note with its bytes. Left out on purpose: sentences that are not English and datelines. A page in two languages is no
// mishap.
#include "reading/notes.h"

#include <optional>
#include <string_view>
#include <utility>

#include "base/lookalikes.h"
#include "base/utf8.h"
#include "language/analyse.h"

namespace sayso {
namespace {

// Many of them, and the places of the first few.
class Places {
 public:
  void add(const std::string& place) {
    constexpr std::size_t most = 5;
    if (++count_ <= most) named_ += (named_.empty() ? "" : ", ") + place;
    if (count_ == most + 1) named_ += " …";
  }
  std::size_t count() const { return count_; }
  const std::string& named() const { return named_; }

 private:
  std::size_t count_ = 0;
  std::string named_{};
};

std::string bytes_of(Span span) { return std::to_string(span.begin) + "-" + std::to_string(span.end); }

std::optional<std::string> on_long_sentences(const Syntax& syntax) {
  Places places;
  for (const Sentence& sentence : syntax.sentences)
    if (sentence.unread == Unread::too_long) places.add(bytes_of(sentence.span));
  if (places.count() == 0) return std::nullopt;
  return std::to_string(places.count()) + (places.count() == 1 ? " sentence" : " sentences") + " of more than " +
         std::to_string(longest_sentence) + " words " + (places.count() == 1 ? "was" : "were") + " left out (bytes " +
         places.named() + " of the text)";
}

std::optional<std::string> on_lookalikes(std::string_view text, const Syntax& syntax) {
  Places places;
  for (const Token& token : syntax.tokens) {
    const std::string_view word = slice(text, token.span);
    if (const auto latin = in_latin_letters(word))
      places.add("\"" + std::string(word) + "\" as \"" + *latin + "\", bytes " + bytes_of(token.span));
  }
  if (places.count() == 0) return std::nullopt;
  return std::to_string(places.count()) + (places.count() == 1 ? " word mixes" : " words mix") +
         " look-alike letters of two alphabets and " + (places.count() == 1 ? "was" : "were") +
         " looked up in Latin ones (" + places.named() + ")";
}

}  // namespace

std::vector<std::string> notes_on(const Dispatch& dispatch, const Syntax& syntax) {
  std::vector<std::string> notes;
  if (auto note = on_long_sentences(syntax)) notes.push_back(std::move(*note));
  if (auto note = on_lookalikes(dispatch.text, syntax)) notes.push_back(std::move(*note));
  return notes;
}

}  // namespace sayso
