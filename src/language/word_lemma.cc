// Chooses a word's lemma.
//
//     "carried" VBD, guesses {"carrie", "carri"} -> "carry": no guess is a verb, the regular base is
//
// Left out on purpose: lemmas of foreign words (X), which are what the network says.
// Data: data/lexicons/{irregular_words,verbs,verb_forms}.tsv.
#include "language/word_lemma.h"

#include <algorithm>
#include <functional>
#include <vector>

#include "base/utf8.h"
#include "language/lemma.h"
#include "language/surface.h"

namespace sayso::language {
namespace {

// A name in the singular is its own lemma; the network only says whether capitals are shouted ("TEXAS" -> "Texas").
std::string name_lemma(std::string_view form, const WordGuess& guess, const LanguageModel::Parts& parts) {
  for (const std::uint16_t i : guess.rules) {
    const LemmaRule& rule = parts.rules[i];
    if (rule.letters != 'l' && rule.off.empty() && rule.on.empty()) {
      const std::uint16_t only[] = {i};
      return lemma_of(form, parts.rules, only, nullptr);
    }
  }
  return straighten(form);
}

// A verb's lemma that is no verb's base form gives way to one that is, by the spelling ("begged", "mined", "noting") or
// by the list of forms; of verbs in no list to a regular base that is a known word, or the only one its spelling
// allows.
std::string verb_lemma(const std::string& plain, std::string guessed, const Spelling& spelling,
                       const std::function<bool(std::string_view)>& is_word) {
  // What "-ing" leaves without a vowel is no verb: "cling", "sting".
  if (plain.ends_with("ing") && plain.find_first_of("aeiouy") == plain.size() - 3) return plain;
  // "striking" is no base of its own, as a verb it is a form of "strike".
  const bool inflected = plain.ends_with("ing") || plain.ends_with("ed");
  const std::vector<std::string> bases = regular_bases(plain);
  const bool spelt_so = std::find(bases.begin(), bases.end(), guessed) != bases.end();
  if (spelt_so && spelling.verbs.contains(guessed)) return guessed;
  for (const std::string& base : bases)  // "growled" is no form of "grow"
    if (spelling.verbs.contains(base)) return base;
  if (spelling.verbs.contains(guessed) && !(guessed == plain && inflected)) return guessed;
  if (const auto known = spelling.verb_forms.find(plain); known != spelling.verb_forms.end()) return known->second;
  if (is_word(guessed) && !(guessed == plain && plain.ends_with("ing"))) return guessed;
  for (const std::string& base : bases)
    if (is_word(base)) return base;
  if (!bases.empty() && (bases.front().ends_with("y") || bases.size() == 3)) return bases.front();
  return guessed;
}

}  // namespace

std::string word_lemma(std::string_view form, const Token& token, const WordGuess& guess,
                       const LanguageModel::Parts& parts, const Spelling& spelling) {
  if (form.empty()) return {};
  const std::string plain = to_lower(straighten(form));
  const auto irregular = spelling.irregular.find(plain + "/" + std::string(name_of(token.xpos)));
  if (irregular != spelling.irregular.end()) return irregular->second;
  if (token.xpos == Xpos::NNP) return name_lemma(form, guess, parts);
  if (token.tag == Tag::PROPN || token.tag == Tag::X) return lemma_of(form, parts.rules, guess.rules, nullptr);
  const std::function<bool(std::string_view)> is_word = [&](std::string_view lemma) {
    return parts.network.knows(lemma);
  };
  std::string lemma = lemma_of(form, parts.rules, guess.rules, is_word);
  if (token.xpos == Xpos::VBD || token.xpos == Xpos::VBN || token.xpos == Xpos::VBG || token.xpos == Xpos::VBZ)
    return verb_lemma(plain, std::move(lemma), spelling, is_word);
  if ((token.xpos == Xpos::VB || token.xpos == Xpos::VBP) && plain.ends_with("ing")) return plain;  // "they fling"
  // A plural that no rule brought to a known word loses its ending.
  if (token.xpos == Xpos::NNS && lemma == plain) return regular_singular(plain);
  return lemma;
}

}  // namespace sayso::language
