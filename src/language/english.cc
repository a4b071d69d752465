// Weighs the words of a sentence.
//
//     "Ein Kraftwerk fiel nach einem Angriff aus."  ein, nach, einem, aus: little words of another language;
//                                                  fiel: unknown            -> 5 against 0: not English
//
// Left out on purpose: which other language it is; sentences that mix two.
#include "language/english.h"

#include <string>

#include "base/utf8.h"
#include "language/surface.h"

namespace sayso::language {
namespace {

constexpr char32_t behind_latin = 0x250;
constexpr std::size_t few_words = 6;  // of so few, unknown ones alone say nothing

bool is_written_out(std::string_view form) {  // letters, with apostrophes and hyphens: no address, no number
  for (std::size_t at = 0; at < form.size();) {
    const char32_t c = next_code_point(form, at);
    if (!is_letter(c) && !is_mark(c) && c != '\'' && c != U'\u2019' && c != '-') return false;
  }
  return true;
}

}  // namespace

bool is_english(std::string_view text, const Syntax& layer, const Sentence& sentence, const Spelling& spelling,
                const Network& network) {
  std::size_t words = 0, other_script = 0, english = 0, foreign = 0, shared = 0, known = 0, unknown = 0;
  for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i) {
    const std::string_view form = slice(text, layer.tokens[i].span);
    std::size_t at = 0;
    const char32_t first = next_code_point(form, at);
    if (first == '\'' || first == U'\u2019') {
      english += spelling.english_words.contains(straighten(form));
      continue;
    }
    if (!is_letter(first)) continue;
    ++words;
    if (first >= behind_latin) {
      ++other_script;
      continue;
    }
    const std::string plain = to_lower(form);
    if (spelling.english_words.contains(plain))
      ++english;
    else if (spelling.foreign_words.contains(plain))
      ++foreign;
    else if (spelling.shared_words.contains(plain))
      ++shared;
    else if (plain == form && is_written_out(form))
      ++(network.knows(form) ? known : unknown);
  }
  if (2 * other_script > words) return false;
  // "Die Armee hat die Stadt verlassen": nothing says English, and one word is none of it.
  if (english == 0 && unknown > 0 && shared > 1) foreign += shared;
  if (words < few_words && (foreign < 2 || english > 0)) return true;
  // Unknown words alone may be borrowed ones; beside another language's little words they weigh double.
  if (foreign == 0) return unknown < 3 || unknown <= 2 * english + known;
  return foreign + unknown < 2 || 2 * (foreign + unknown) <= 2 * english + known;
}

bool has_english_word(std::string_view text, const Syntax& layer, const Sentence& sentence, const Spelling& spelling) {
  for (std::uint32_t i = index(sentence.first); i < index(sentence.last); ++i)
    if (spelling.english_words.contains(to_lower(slice(text, layer.tokens[i].span)))) return true;
  return false;
}

}  // namespace sayso::language
