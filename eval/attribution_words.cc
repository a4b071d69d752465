// Cuts words for comparing and knows the forms of verbs of speech.
//
//     "deny" -> deny denies denied denying     "admit" -> … admited admitted …     "spell out" -> spells out …
//
// Reads data/lexicons/lists and irregular_words.tsv. Left out on purpose: tags, so "claims" is a verb's form even where
// it is a noun: the measure must not move with the model.
#include "attribution_words.h"

#include <algorithm>
#include <map>

#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "lexicon/lists.h"

namespace sayso::eval {
namespace {

bool is_word_character(char32_t character) { return is_letter(character) || is_digit(character) || is_mark(character); }

bool is_quotation_mark(char32_t character) {
  return character == U'"' || character == 0x201C || character == 0x201D || character == 0x201E ||
         character == 0x00AB || character == 0x00BB;
}

bool is_vowel(char letter) { return std::string_view("aeiou").find(letter) != std::string_view::npos; }

bool ends_in_any(std::string_view word, std::initializer_list<std::string_view> endings) {
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return word.ends_with(ending); });
}

}  // namespace

std::vector<Span> cut_words(std::string_view text) {
  std::vector<Span> words;
  bool open = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t character = next_code_point(text, at);
    const auto end = static_cast<std::uint32_t>(at);
    if (is_word_character(character)) {
      if (open)
        words.back().end = end;
      else
        words.push_back({begin, end});
      open = true;
      continue;
    }
    open = false;
    if (!is_space(character)) words.push_back({begin, end});
  }
  return words;
}

WordIds pick(const std::vector<Span>& words, const std::vector<Span>& pieces) {
  WordIds picked;
  for (const Span piece : pieces) {
    auto at = std::lower_bound(words.begin(), words.end(), piece.begin,
                               [](Span word, std::uint32_t byte) { return word.end <= byte; });
    for (; at != words.end() && at->begin < piece.end; ++at)
      picked.push_back(static_cast<std::uint32_t>(at - words.begin()));
  }
  std::sort(picked.begin(), picked.end());
  picked.erase(std::unique(picked.begin(), picked.end()), picked.end());
  return picked;
}

std::size_t shared(const WordIds& a, const WordIds& b) {
  std::size_t count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] < b[j]) {
      ++i;
    } else if (b[j] < a[i]) {
      ++j;
    } else {
      ++count, ++i, ++j;
    }
  }
  return count;
}

bool overlap(const WordIds& a, const WordIds& b) { return shared(a, b) > 0; }

bool holds(const WordIds& whole, const WordIds& part) {
  return std::includes(whole.begin(), whole.end(), part.begin(), part.end());
}

bool has_quotation_marks(std::string_view text, const std::vector<Span>& pieces) {
  for (const Span piece : pieces) {
    std::size_t at = piece.begin, end = piece.end;
    if (at > 0) {
      std::size_t before = at;
      if (is_quotation_mark(previous_code_point(text, before))) at = before;
    }
    // A comma or stop may stand between the words and the closing mark.
    for (std::size_t i = 0; i < 2 && end < text.size() && !is_space(static_cast<unsigned char>(text[end])); ++i)
      next_code_point(text, end);
    while (at < end)
      if (is_quotation_mark(next_code_point(text, at))) return true;
  }
  return false;
}

std::vector<std::string> regular_forms(std::string_view lemma) {
  const std::string_view verb = lemma.substr(0, lemma.find(' '));
  const std::string rest(lemma.substr(verb.size()));
  std::vector<std::string> forms;
  if (verb.empty()) return forms;
  const auto form = [&](std::string_view stem, std::string_view ending) {
    forms.push_back(std::string(stem) + std::string(ending) + rest);
  };
  const std::size_t size = verb.size();
  const std::string_view stem = verb.substr(0, size - 1);
  const bool after_consonant = size > 1 && !is_vowel(verb[size - 2]);
  form(verb, "");
  if (verb.back() == 'y' && after_consonant) {
    form(stem, "ies"), form(stem, "ied"), form(verb, "ing");
  } else if (verb.back() == 'e') {
    form(verb, "s"), form(verb, "d"), form(stem, "ing");
    if (verb.ends_with("ie")) form(verb.substr(0, size - 2), "ying");
    if (ends_in_any(verb, {"ee", "oe", "ye"})) form(verb, "ing");
  } else {
    form(verb, ends_in_any(verb, {"s", "x", "z", "ch", "sh"}) ? "es" : "s");
    form(verb, "ed"), form(verb, "ing");
    const bool doubles = size > 2 && !is_vowel(verb.back()) && !ends_in_any(verb, {"w", "x", "y"}) &&
                         is_vowel(verb[size - 2]) && !is_vowel(verb[size - 3]);
    if (doubles)
      for (const char* ending : {"ed", "ing"}) form(std::string(verb) + verb.back(), ending);
  }
  return forms;
}

void SpeechVerbs::add(std::string_view form) {
  const std::string folded = fold(form);
  if (folded.empty()) return;
  longest_ = std::max(longest_, static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' ')) + 1);
  forms_.insert(folded);
}

bool SpeechVerbs::stands_in(std::string_view words) const {
  const auto cut = cut_words(words);
  for (std::size_t first = 0; first < cut.size(); ++first) {
    std::string run;
    for (std::size_t last = first; last < cut.size() && last - first < longest_; ++last) {
      run += (run.empty() ? "" : " ") + fold(slice(words, cut[last]));
      if (forms_.contains(run)) return true;
    }
  }
  return false;
}

Result<SpeechVerbs> SpeechVerbs::of_lexicons(const std::filesystem::path& lexicons) {
  const auto lists = WordLists::load(lexicons / "lists");
  if (!lists) return lists.error();
  const auto irregular = read_tsv(lexicons / "irregular_words.tsv", {"form", "xpos", "lemma"});
  if (!irregular) return irregular.error();
  std::multimap<std::string, std::string, std::less<>> irregular_forms;
  for (const TsvRow& row : *irregular)
    if (row.cells[1].starts_with("VB")) irregular_forms.emplace(row.cells[2], row.cells[0]);
  SpeechVerbs verbs;
  for (const char* name : {"say", "say_to", "say_object", "say_of", "call", "accuse", "refuse"}) {
    const WordList* list = lists->find(name);
    if (list == nullptr)
      return Error{ErrorCode::unreadable, (lexicons / "lists" / name).string() + ".tsv", "is not there"};
    for (const auto& [lemma, act] : list->entries()) {
      for (const std::string& form : regular_forms(lemma)) verbs.add(form);
      const std::string verb = lemma.substr(0, lemma.find(' '));
      const auto [from, to] = irregular_forms.equal_range(verb);
      for (auto at = from; at != to; ++at) verbs.add(at->second + lemma.substr(verb.size()));
    }
  }
  return verbs;
}

Result<SpeechVerbs> SpeechVerbs::of_files(const std::vector<std::string>& files) {
  SpeechVerbs verbs;
  for (const std::string& file : files) {
    const auto text = read_file(file);
    if (!text) return text.error();
    if (const auto at = first_invalid(*text))
      return Error{ErrorCode::bad_encoding, file + ": byte " + std::to_string(*at), "is not UTF-8"};
    for (const std::string_view line : split(*text, '\n'))
      if (!line.starts_with('#')) verbs.add(trim(split(line, '\t').front()));
  }
  return verbs;
}

}  // namespace sayso::eval
