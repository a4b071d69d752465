// Mends "On Monday rebels attacked": see day_subjects.h.
// Word lists: the weekdays and months of date_words.tsv.
// Left out on purpose: days behind the noun, which the parser finds; days without a word before them.
#include "language/day_subjects.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace sayso::language {
namespace {

constexpr std::uint32_t longest_phrase = 12;  // words before the noun
constexpr int longest_climb = 4;
constexpr int longest_way_up = 50;  // from a word to the root, where none of the words on it may be another
constexpr std::array<std::string_view, 6> day_modifiers{"last", "next", "this", "past", "early", "late"};

class DaySubjectMender {
 public:
  DaySubjectMender(std::string_view text, Syntax& layer, const Sentence& sentence, const Spelling& spelling)
      : text_(text), layer_(layer), spelling_(spelling), begin_(index(sentence.first)), end_(index(sentence.last)) {}

  void mend() {
    for (std::uint32_t noun = begin_ + 1; noun < end_; ++noun) {
      const Token& token = at(noun);
      if (token.head == no_token || (token.tag != Tag::NOUN && token.tag != Tag::PROPN)) continue;
      if (is_subject(token.relation) && index(token.head) > noun) free_subject(noun);
      if (token.relation == Relation::nmod) free_tail(noun);
    }
  }

 private:
  struct Days {
    std::uint32_t preposition = 0;  // no_word if none
    std::uint32_t first = 0, last = 0;
  };
  static constexpr std::uint32_t no_word = ~0U;

  Token& at(std::uint32_t t) { return layer_.tokens[t]; }
  const Token& at(std::uint32_t t) const { return layer_.tokens[t]; }
  std::string_view word(std::uint32_t t) const { return slice(text_, at(t).span); }

  static bool is_subject(Relation relation) { return relation == Relation::nsubj || relation == Relation::nsubj_pass; }
  bool is_number(std::uint32_t t) const {
    const std::string_view w = word(t);
    return !w.empty() && w.size() <= 4 && std::all_of(w.begin(), w.end(), [](char c) { return c >= '0' && c <= '9'; });
  }
  bool names_day(std::uint32_t t) const {
    const std::string_view w = word(t);
    return !w.empty() && w.front() >= 'A' && w.front() <= 'Z' && at(t).tag == Tag::PROPN &&
           spelling_.calendar_words.contains(to_lower(w));
  }
  bool modifies_day(std::uint32_t t) const {
    return std::find(day_modifiers.begin(), day_modifiers.end(), to_lower(word(t))) != day_modifiers.end();
  }
  bool hangs_on(std::uint32_t t, std::uint32_t noun) const {
    TokenId up = at(t).head;
    for (int step = 0; step < longest_climb && up != no_token; ++step) {
      if (up == TokenId{noun}) return true;
      up = at(index(up)).head;
    }
    return false;
  }

  // Whether `t` surely hangs under no word of the run, which may then hang on it.
  bool is_free_of(std::uint32_t t, std::uint32_t first, std::uint32_t last) const {
    TokenId up = at(t).head;
    for (int step = 0; step < longest_way_up; ++step) {
      if (up == no_token) return true;
      if (index(up) >= first && index(up) < last) return false;
      up = at(index(up)).head;
    }
    return false;
  }

  // The day that opens the noun's phrase, with at least the noun behind it.
  Days days_before(std::uint32_t noun) const {
    std::uint32_t first = noun;
    while (first > begin_ && noun - first < longest_phrase && hangs_on(first - 1, noun)) --first;
    Days days{.preposition = no_word, .first = first, .last = first};
    if (first < noun && at(first).tag == Tag::ADP) days.preposition = first, ++days.first;
    std::uint32_t t = days.first;
    while (t < noun && modifies_day(t)) ++t;
    const bool modified = t > days.first;
    const std::uint32_t from = t;
    while (t < noun && (names_day(t) || is_number(t) || (word(t) == "," && t > from))) ++t;
    if (t > from && word(t - 1) == ",") --t;
    days.last = t;
    bool named = false;
    for (std::uint32_t day = from; day < t; ++day) named = named || names_day(day);
    // "Early on Monday 10 March fighters": the number before the month has gone with the day.
    const bool goes_on = first > begin_ && days.preposition == no_word && !modified && is_number(first - 1);
    if (!named || (days.preposition == no_word && !modified && !goes_on)) days.last = days.first;
    return days;
  }

  // The word of the run that stands for it: its first name.
  std::uint32_t head_of(const Days& days) const {
    std::uint32_t t = days.first;
    while (!names_day(t)) ++t;
    return t;
  }

  // Takes the run's words from `noun` to one of them, which is returned.
  std::uint32_t gather(const Days& days, std::uint32_t noun, std::uint32_t head) {
    for (std::uint32_t t = days.first; t < days.last; ++t) {
      if (t == head) continue;
      at(t).head = TokenId{head};
      if (at(t).tag == Tag::PROPN || at(t).tag == Tag::NUM) at(t).relation = Relation::nmod_unmarked;
    }
    if (days.preposition != no_word) at(days.preposition).head = TokenId{head};
    for (std::uint32_t t = days.last; t < noun; ++t)
      if (at(t).head != no_token && index(at(t).head) >= days.first && index(at(t).head) < days.last)
        at(t).head = TokenId{noun};
    return head;
  }

  void free_subject(std::uint32_t noun) {
    const Days days = days_before(noun);
    if (days.first == days.last) return;
    const TokenId verb = at(noun).head;
    if (days.preposition == no_word && !modifies_day(days.first)) {
      if (!is_free_of(days.first - 1, days.first, days.last)) return;
      for (std::uint32_t t = days.first; t < days.last; ++t) {
        at(t).head = TokenId{days.first - 1};
        at(t).relation = Relation::nmod_unmarked;
      }
      return;
    }
    const std::uint32_t day = gather(days, noun, head_of(days));
    at(day).head = verb;
    at(day).relation = days.preposition == no_word ? Relation::obl_unmarked : Relation::obl;
  }

  // "the night of 9 March militants ambushed": the verb behind has no other subject.
  void free_tail(std::uint32_t noun) {
    const std::uint32_t part = index(at(noun).head);
    if (part >= noun || at(part).relation != Relation::obl || at(part).head == no_token) return;
    const std::uint32_t verb = index(at(part).head);
    if (verb <= noun || at(verb).tag != Tag::VERB || verb - noun > longest_phrase) return;
    const Days days = days_before(noun);
    if (days.first == days.last || days.preposition == no_word) return;
    for (std::uint32_t t = begin_; t < end_; ++t)
      if (at(t).head == TokenId{verb} && is_subject(at(t).relation)) return;
    const std::uint32_t day = gather(days, noun, head_of(days));
    at(day).head = TokenId{part};
    at(day).relation = Relation::nmod;
    at(noun).head = TokenId{verb};
    at(noun).relation = Relation::nsubj;
  }

  std::string_view text_;
  Syntax& layer_;
  const Spelling& spelling_;
  const std::uint32_t begin_, end_;
};

}  // namespace

void mend_day_subjects(std::string_view text, Syntax& layer, const Spelling& spelling) {
  for (const Sentence& sentence : layer.sentences)
    if (sentence.read && sentence.first < sentence.last) DaySubjectMender(text, layer, sentence, spelling).mend();
}

}  // namespace sayso::language
