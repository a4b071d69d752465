// The fingerprint of a dispatch's words: by it the copies of one report are found among many dispatches.
//
//     "The bridge at Kesh was hit, the army said on Monday."
//       sentences  one print, of "the bridge at kesh was hit the army said on monday" (11 words)
//       signature  of every four words in a row (the bridge at kesh, bridge at kesh was, …) the least of 60 hashes each
//
// Of body paragraphs only; case, marks and punctuation do not count. Two signatures agree in about that share of their
// numbers in which the two sets of word runs overlap (resemblance). Sentences of less than 6 words have no print: too
// many texts share them. Source: A. Z. Broder, "On the resemblance and containment of documents" (1997).
#pragma once

#include <cstdint>
#include <vector>

namespace sayso {

constexpr std::size_t signature_size = 60;

struct SentencePrint {
  std::uint64_t print = 0;  // the first 8 bytes of SHA-256 over the words
  std::uint32_t words = 0;

  bool operator==(const SentencePrint&) const = default;
};

struct Fingerprint {
  std::vector<SentencePrint> sentences{};  // each once, in text order
  std::vector<std::uint32_t> signature{};  // signature_size numbers; none for a text of less than 4 words

  bool operator==(const Fingerprint&) const = default;
};

}  // namespace sayso
