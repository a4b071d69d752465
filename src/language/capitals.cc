// Writes a dispatch in capitals with small letters, word by word: by the names of the lexicon, by how words are usually
// written, and by the words beside them.
//
//     "GEN. OSK OF THE ARMY SAID [FMLN] 'REBELS' WON." -> "Gen. Osk of the army said [FMLN] 'rebels' won."
//
// Left out on purpose: telling a name from the word it is made of ("ROSE", "PATH") where no lexicon has the name;
// letters that take another number of bytes when they are small are left as they stand.
#include "language/capitals.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "base/word_set.h"
#include "lexicon/phrase_map.h"

namespace sayso {
namespace {

// How a word is to be written; `beside` is settled by its neighbours.
enum class As : std::uint8_t { small, capital, as_it_stands, beside, particle };

bool is_particle(std::string_view word) {
  // Small words that stand within names of many languages.
  constexpr std::string_view particles[] = {"de", "del", "la", "las", "los", "el",
                                            "y",  "da",  "do", "dos", "van", "von"};
  return std::find(std::begin(particles), std::end(particles), word) != std::end(particles);
}

class Writer {
 public:
  Writer(const std::string& text, const UsualCase& usual, const ActorLexicon& names)
      : text_(text), written_(text), usual_(usual), names_(names) {}

  void write(Span paragraph) {
    words_ = lexicon::words_of(slice(text_, paragraph), paragraph.begin);
    as_.assign(words_.size(), As::small);
    std::size_t dateline = 0;
    while (dateline < words_.size() && words_[dateline].span.begin < dateline_end(paragraph)) ++dateline;
    std::fill_n(as_.begin(), dateline, As::as_it_stands);
    for (std::size_t i = dateline; i < words_.size();) {
      const std::size_t named = write_name(i);
      if (named == 0) as_[i] = by_itself(i);
      i += std::max<std::size_t>(named, 1);
    }
    settle_neighbours();
    for (std::size_t i = 0; i < words_.size(); ++i)
      if (as_[i] != As::as_it_stands) put(words_[i].span, as_[i] == As::capital || begins_sentence(i));
  }

  std::string take() { return std::move(written_); }

 private:
  // "SAN SALVADOR, 3 JAN 90 (ACAN-EFE) -- ": datelines are in capitals everywhere.
  std::size_t dateline_end(Span paragraph) const {
    constexpr std::size_t longest = 100;
    const std::string_view head = slice(text_, paragraph).substr(0, longest);
    const std::size_t dash = std::min(head.find(" -- "), head.find(" \xe2\x80\x94 "));
    const std::size_t comma = head.find(',');
    return dash != std::string_view::npos && comma < dash ? paragraph.begin + dash : paragraph.begin;
  }

  // A name of the lexicon: every word with a capital but the small ones inside; acronyms as they stand. How many words.
  std::size_t write_name(std::size_t first) {
    const auto match = names_.name_phrases().longest_at({words_.data() + first, words_.size() - first});
    if (!match) return 0;
    if (match->words == 1 && usual_.of(words_[first].folded) == Written::small) return 0;  // "who", "us"
    if (write_as_in_lexicon(first, match->words, match->value)) return match->words;
    for (std::size_t i = first; i < first + match->words; ++i) {
      const std::string& word = words_[i].folded;
      const bool inside = i > first && (word == "of" || word == "the" || word == "and" || word == "for");
      const bool acronym = match->words == 1 && (is_acronym(first) || is_written_in_capitals(first, match->value));
      as_[i] = inside ? As::small : acronym ? As::as_it_stands : As::capital;
    }
    return match->words;
  }

  // "ELN guerrillas": a name of several words as the lexicon writes it.
  bool write_as_in_lexicon(std::size_t first, std::size_t count, std::uint32_t value) {
    const NameEntry& entry = names_.names()[value];
    if (count == 1 || entry.use != NameUse::actor) return false;
    const Actor& actor = names_.actors()[entry.index];
    const auto write = [&](std::string_view name) {
      const auto words = lexicon::words_of(name);
      if (words.size() != count) return false;
      for (std::size_t i = 0; i < count; ++i)
        if (words[i].folded != words_[first + i].folded) return false;
      for (std::size_t i = 0; i < count; ++i)
        as_[first + i] = words[i].written == lexicon::Case::lower     ? As::small
                         : words[i].written == lexicon::Case::capital ? As::capital
                                                                      : As::as_it_stands;
      return true;
    };
    return write(actor.name) || std::any_of(actor.aliases.begin(), actor.aliases.end(), write);
  }

  // The lexicon itself has the name so: "ELN".
  bool is_written_in_capitals(std::size_t i, std::uint32_t value) const {
    const NameEntry& entry = names_.names()[value];
    if (entry.use != NameUse::actor) return false;
    const Actor& actor = names_.actors()[entry.index];
    const std::string_view word = slice(text_, words_[i].span);
    return word == actor.name || std::find(actor.aliases.begin(), actor.aliases.end(), word) != actor.aliases.end();
  }

  // In brackets by itself, or no word that could be spoken: "[FMLN]", "MRTA", "U.S.".
  bool is_acronym(std::size_t i) const {
    const std::string_view word = slice(text_, words_[i].span);
    if (word.find('.') != std::string_view::npos || acronyms_.contains(words_[i].folded)) return true;
    if (word.find_first_of("0123456789") != std::string_view::npos) return true;
    return word.size() > 1 && word.find_first_of("AEIOUY") == std::string_view::npos;
  }

  As by_itself(std::size_t i) {
    const std::string& word = words_[i].folded;
    if (word.size() > 1 && slice(text_, words_[i].span).find('.') != std::string_view::npos)
      return As::as_it_stands;  // "U.S."
    const Written usual = usual_.of(word);
    if (word.size() == 1)
      return word == "i" || (word != "a" && word != "s" && word != "t") ? As::as_it_stands : As::small;
    if (is_particle(word) && usual != Written::small) return As::particle;
    if (usual == Written::small)
      return word == "may" && beside_number(i) ? As::capital : is_particle(word) ? As::particle : As::small;
    if (usual == Written::beside_name) return As::beside;
    if (usual == Written::capitals) return As::as_it_stands;
    if (in_brackets(i)) acronyms_.insert(word);
    return is_acronym(i) ? As::as_it_stands : As::capital;
  }

  // "[FMLN]": short, and alone between brackets.
  bool in_brackets(std::size_t i) const {
    const Span span = words_[i].span;
    constexpr std::uint32_t longest_acronym = 7;
    if (span.end - span.begin > longest_acronym || span.begin == 0 || span.end >= text_.size()) return false;
    const char before = text_[span.begin - 1], behind = text_[span.end];
    return (before == '[' && behind == ']') || (before == '(' && behind == ')');
  }

  // "in May", "since May": the month, and no verb.
  bool behind_time_word(std::size_t i) const {
    constexpr std::string_view words[] = {"in",   "since", "until",  "till",  "last",    "next",   "early",
                                          "late", "mid",   "before", "after", "through", "during", "this"};
    return i > 0 && std::find(std::begin(words), std::end(words), words_[i - 1].folded) != std::end(words);
  }

  bool beside_number(std::size_t i) const {
    const auto number = [&](std::size_t at) { return at < words_.size() && is_digit_word(words_[at].folded); };
    return (i > 0 && number(i - 1)) || number(i + 1);
  }
  static bool is_digit_word(std::string_view word) {
    return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
  }

  // "PRESIDENT OSK", "OSK DEPARTMENT"; "SAN LUIS DE LA REINA", "LA ESPERANZA".
  void settle_neighbours() {
    for (std::size_t i = words_.size(); i-- > 0;) {
      const bool before_name = joined(i) && (as_[i + 1] == As::capital);
      if (as_[i] == As::beside) as_[i] = before_name ? As::capital : As::small;
      if (as_[i] == As::particle && before_name) {
        const bool behind_name = i > 0 && joined(i - 1) && as_[i - 1] != As::small;
        as_[i] = behind_name ? As::particle : As::capital;
      }
    }
    for (As& as : as_)
      if (as == As::particle) as = As::small;
  }

  // Nothing but a space between the word and the next.
  bool joined(std::size_t i) const {
    return i + 1 < words_.size() && words_[i + 1].span.begin == words_[i].span.end + 1 &&
           text_[words_[i].span.end] == ' ';
  }

  bool begins_sentence(std::size_t i) const {
    if (i == 0) return true;
    for (std::uint32_t at = words_[i].span.begin; at > words_[i - 1].span.end; --at) {
      const char c = text_[at - 1];
      if (c == '?' || c == '!') return true;
      if (c == ']') return stands_alone(at - 1);
      // Not behind "U.S." or an initial.
      if (c == '.')
        return slice(text_, words_[i - 1].span).find('.') == std::string_view::npos && words_[i - 1].folded.size() > 1;
      if (c == '-' && at >= 2 && text_[at - 2] == '-') return as_[i - 1] == As::as_it_stands;
    }
    return false;
  }
  // "-- [TEXT]", "… LEFT. [OSK]": brackets that tell of the text stand between sentences, "FRONT [OFT]" inside one.
  bool stands_alone(std::size_t closing) const {
    constexpr std::size_t longest = 200;  // looked back no further: linear on a text of closing brackets alone
    std::size_t at = closing;
    while (at > 0 && closing - at < longest && text_[at] != '[') --at;
    if (text_[at] != '[') return false;
    while (at > 0 && text_[at - 1] == ' ') --at;
    if (at == 0) return true;
    const char before = text_[at - 1];
    return before == '-' || before == '.' || before == '?' || before == '!' || before == '\n' || before == ']' ||
           before == '"';
  }

  void put(Span span, bool capital) {
    std::size_t at = span.begin;
    if (capital) next_code_point(text_, at);
    while (at < span.end) {
      const std::size_t from = at;
      next_code_point(text_, at);
      const std::string small = to_lower(std::string_view(text_).substr(from, at - from));
      if (small.size() == at - from) written_.replace(from, small.size(), small);
    }
  }

  const std::string& text_;
  std::string written_;
  const UsualCase& usual_;
  const ActorLexicon& names_;
  std::vector<lexicon::Word> words_;  // of the paragraph
  std::vector<As> as_;                // beside them
  WordSet acronyms_;                  // seen in brackets so far
};

// Nearly all: a text may hold a few words that were typed otherwise.
bool is_in_capitals(const Dispatch& dispatch) {
  std::size_t upper = 0, lower = 0;
  for (const Paragraph& paragraph : dispatch.paragraphs) {
    if (!is_running_text(paragraph.kind)) continue;
    for (std::size_t at = paragraph.span.begin; at < paragraph.span.end;) {
      const char32_t character = next_code_point(dispatch.text, at);
      upper += is_upper(character);
      lower += is_lower(character);
    }
    if (lower > 1000 && lower > upper) return false;  // no telex: no need to see the rest
  }
  constexpr std::size_t fewest = 40;  // fewer say nothing
  return upper >= fewest && lower * 10 < upper;
}

}  // namespace

std::optional<std::string> in_small_letters(const Dispatch& dispatch, const UsualCase& usual,
                                            const ActorLexicon& names) {
  if (!is_in_capitals(dispatch)) return std::nullopt;
  Writer writer(dispatch.text, usual, names);
  for (const Paragraph& paragraph : dispatch.paragraphs) writer.write(paragraph.span);
  return writer.take();
}

}  // namespace sayso
