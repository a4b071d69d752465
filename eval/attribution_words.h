// A text cut into the words that attributions are compared by, and the forms of listed verbs.
//
//     cut_words("Kesh's 93rd said:")        -> Kesh ' s 93rd said :     as spans of bytes
//     pick(words, {{6, 12}})                -> {3}                      every word that shares a byte with a piece
//
// A word is a run of letters, digits and combining marks; every other visible character is a word of its own, quotation
// marks too. Both sides of a comparison are cut by this rule, whatever cut them before.
#pragma once

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"
#include "sayso/span.h"

namespace sayso::eval {

using WordIds = std::vector<std::uint32_t>;  // rising, each once

std::vector<Span> cut_words(std::string_view text);
WordIds pick(const std::vector<Span>& words, const std::vector<Span>& pieces);

std::size_t shared(const WordIds& a, const WordIds& b);
bool overlap(const WordIds& a, const WordIds& b);       // they share a word
bool holds(const WordIds& whole, const WordIds& part);  // every word of part; also where part is empty

// Whether a piece holds a double quotation mark or stands directly beside one ("We stay," he said).
bool has_quotation_marks(std::string_view text, const std::vector<Span>& pieces);

// Verbs by which cues are told apart: one that has any of their forms is a cue of speech.
class SpeechVerbs {
 public:
  // The lemmas of lists/say, say_to, say_object, say_of, call, accuse and refuse in all their forms, those of
  // irregular_words.tsv too. Errors: unreadable, bad_rule.
  static Result<SpeechVerbs> of_lexicons(const std::filesystem::path& lexicons);
  // One form a line, taken as it stands.
  static Result<SpeechVerbs> of_files(const std::vector<std::string>& files);

  void add(std::string_view form);               // "say", "spell out"
  bool stands_in(std::string_view words) const;  // in any case of letters, as whole words

  const std::set<std::string, std::less<>>& forms() const { return forms_; }

 private:
  std::set<std::string, std::less<>> forms_{};
  std::size_t longest_ = 0;  // words
};

// Regular forms of a verb and its third person: "deny" -> deny denies denied denying. A doubled consonant is given
// beside the single one, since stress is not known.
std::vector<std::string> regular_forms(std::string_view lemma);

}  // namespace sayso::eval
