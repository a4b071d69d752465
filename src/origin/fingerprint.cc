// Takes the fingerprint of a dispatch: "The bridge at Kesh was hit, the army said on Monday." gives one sentence print
// of 11 words and a signature of its 8 runs of four words.
//
// Sentences are hashed with SHA-256, so that nobody can write one that passes for another; the signature's hashes only
// have to spread. Leaves out on purpose: headlines, captions and credits, which every outlet writes anew. What two
// prints have to do with each other the ledger decides (src/ledger/kin.cc).
#include "origin/fingerprint.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/folded_words.h"
#include "base/sha256.h"

namespace sayso {
namespace {

constexpr std::size_t fewest_words = 6;  // of a sentence that has a print
constexpr std::size_t run = 4;           // words of a shingle

// The finaliser of SplitMix64: every bit of the input moves half of the output's (Steele, Lea and Flood 2014).
constexpr std::uint64_t mixed(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9U;
  x = (x ^ (x >> 27U)) * 0x94D049BB133111EBU;
  return x ^ (x >> 31U);
}

std::uint64_t hash_of_word(std::string_view word) {
  std::uint64_t sum = 0xCBF29CE484222325U;
  for (const char c : word) sum = (sum ^ static_cast<unsigned char>(c)) * 0x100000001B3U;
  return mixed(sum);
}

// The signature while it is being made, word by word across sentences.
class Signing {
 public:
  Signing() { least_.fill(0xFFFFFFFFU); }

  void take(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
      const std::size_t end = std::min(words.find(' ', at), words.size());
      last_[count_++ % run] = hash_of_word(words.substr(at, end - at));
      if (count_ >= run) take_run();
      at = end + 1;
    }
  }

  std::vector<std::uint32_t> signature() const {
    if (count_ < run) return {};
    return {least_.begin(), least_.end()};
  }

 private:
  void take_run() {
    std::uint64_t shingle = 0;
    for (std::size_t i = 0; i < run; ++i) shingle = mixed(shingle + last_[(count_ + i) % run] + 0x9E3779B97F4A7C15U);
    for (std::size_t i = 0; i < signature_size; ++i) {
      const auto value = static_cast<std::uint32_t>(mixed(shingle + (i + 1) * 0x9E3779B97F4A7C15U) >> 32U);
      least_[i] = std::min(least_[i], value);
    }
  }

  std::array<std::uint64_t, run> last_{};
  std::array<std::uint32_t, signature_size> least_{};
  std::size_t count_ = 0;
};

}  // namespace

Fingerprint take_fingerprint(const Dispatch& dispatch, const Syntax& syntax) {
  Fingerprint fingerprint;
  Signing signing;
  std::unordered_set<std::uint64_t> seen;
  for (const Sentence& sentence : syntax.sentences) {
    if (!is_running_text(dispatch.paragraphs[sentence.paragraph].kind)) continue;
    const std::string words = folded_words(slice(dispatch.text, sentence.span));
    if (words.empty()) continue;
    signing.take(words);
    const auto count = static_cast<std::uint32_t>(std::count(words.begin(), words.end(), ' ') + 1);
    if (count < fewest_words) continue;
    const std::uint64_t print = sha256_print(words);
    if (seen.insert(print).second) fingerprint.sentences.push_back({print, count});
  }
  fingerprint.signature = signing.signature();
  return fingerprint;
}

}  // namespace sayso
