// Compares two noun phrases by their words.
//
//     "TWO SOUTHERN VARNIAN PEASANTS" against "PEASANTS": the head is the same, and the rest describes it: correct
//
// A phrase is its words up to the first comma; its head the last word before a preposition or relative pronoun.
//     correct  the same but for words that say nothing of their own (articles, numbers, peoples) and what is in
//              brackets; or a response with all words of the key and further modifiers of the same head
//     partial  as correct, but with more behind a comma; or only some of the key's words, the head (or any word of a
//              name) among them
// Left out on purpose: words that mean the same ("URBAN GUERRILLAS", "URBAN TERRORISTS"), plurals, spelling. The lists
// below are part of the measure, not of what sayso knows: no other data than the conference's should move it.
#include "muc4_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "among.h"

namespace sayso::eval {
namespace {

constexpr std::array nothing_of_their_own{
    "A",          "ABOUT",       "ALL",         "AN",          "ANOTHER",     "APPROXIMATELY", "AROUND",
    "BOTH",       "DOZEN",       "EIGHT",       "EIGHTEEN",    "ELEVEN",      "FEW",           "FIFTEEN",
    "FIFTY",      "FIVE",        "FORTY",       "FOUR",        "FOURTEEN",    "HUNDRED",       "MANY",
    "NINE",       "NINETEEN",    "ONE",         "OTHER",       "SEVEN",       "SEVENTEEN",     "SEVERAL",
    "SIX",        "SIXTEEN",     "SOME",        "TEN",         "THE",         "THESE",         "THIRTEEN",
    "THIRTY",     "THIS",        "THOSE",       "THOUSAND",    "THREE",       "TWELVE",        "TWENTY",
    "TWO",        "VARIOUS",     "AMERICAN",    "ARGENTINE",   "ARGENTINIAN", "BOLIVIAN",      "BRAZILIAN",
    "BRITISH",    "CANADIAN",    "CHILEAN",     "COLOMBIAN",   "CUBAN",       "DUTCH",         "ECUADORAN",
    "ECUADORIAN", "FRENCH",      "GERMAN",      "GUATEMALAN",  "HONDURAN",    "IRISH",         "ISRAELI",
    "ITALIAN",    "JAPANESE",    "MEXICAN",     "NICARAGUAN",  "PANAMANIAN",  "PARAGUAYAN",    "PERUVIAN",
    "SALVADORAN", "SALVADORIAN", "SOVIET",      "SPANISH",     "SWEDISH",     "SWISS",         "URUGUAYAN",
    "US",         "VENEZUELAN",  "WEST-GERMAN", "COSTA-RICAN",
};
// Behind these a phrase goes on about its head.
constexpr std::array linking{
    "ABOARD",    "AGAINST", "AMONG", "AT",     "BEHIND",  "BELONGING", "BETWEEN", "BY",   "CARRYING", "DRESSED",
    "FOR",       "FROM",    "IN",    "INSIDE", "LOCATED", "NEAR",      "OF",      "ON",   "OUTSIDE",  "TO",
    "TRAVELING", "WEARING", "WHERE", "WHICH",  "WHO",     "WHOM",      "WHOSE",   "WITH", "THAT",
};

struct FillPhrase {
  std::vector<std::string> words{};  // up to the first comma, brackets left out
  std::vector<std::string> rest{};   // behind it

  // How many words come up to the head, it included: 0 of nothing.
  std::size_t through_head() const {
    std::size_t count = 0;
    while (count < words.size() && (count == 0 || !among(linking, words[count]))) ++count;
    return count;
  }
  std::string_view head() const { return words.empty() ? std::string_view{} : words[through_head() - 1]; }
};

FillPhrase phrase_of(std::string_view text) {
  FillPhrase phrase;
  std::string word;
  int depth = 0;
  bool behind = false;
  const auto finish = [&] {
    if (!word.empty()) (behind ? phrase.rest : phrase.words).push_back(std::exchange(word, {}));
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    const bool in_number = letter == ',' && i > 0 && i + 1 < text.size() && text[i - 1] >= '0' && text[i - 1] <= '9' &&
                           text[i + 1] >= '0' && text[i + 1] <= '9';
    if (letter == '(' || letter == '[') {
      finish(), ++depth;
    } else if (letter == ')' || letter == ']') {
      depth = std::max(0, depth - 1);
    } else if (depth > 0 || letter == '"' || letter == '.' || in_number) {
      continue;
    } else if (letter == ' ') {
      finish();
    } else if (letter == ',' || letter == ';' || letter == ':' || text.substr(i, 2) == "--") {
      finish();
      behind = !phrase.words.empty();
    } else {
      word += letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    }
  }
  finish();
  return phrase;
}

bool is_all_digits(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789") == std::string_view::npos;
}

// Without the words that say nothing; with them where nothing would be left.
FillPhrase bare(const FillPhrase& phrase) {
  const auto says_nothing = [](const std::string& word) {
    return among(nothing_of_their_own, word) || is_all_digits(word);
  };
  FillPhrase out = phrase;
  std::erase_if(out.words, says_nothing);
  std::erase_if(out.rest, says_nothing);
  return out.words.empty() ? phrase : out;
}

// All of `small` in the order of `large`.
bool holds_in_order(const std::vector<std::string>& large, const std::vector<std::string>& small) {
  auto at = large.begin();
  for (const std::string& word : small) {
    at = std::find(at, large.end(), word);
    if (at == large.end()) return false;
    ++at;
  }
  return true;
}

bool is_name_slot(Slot slot) { return slot == Slot::human_name || slot == Slot::perp_organization; }

// The response says the key's phrase and describes it further. Names may only have more in front: "ARMY OF THE NORTH"
// is not "ARMY".
bool says_more(Slot slot, const FillPhrase& response, const FillPhrase& key) {
  if (response.words.size() <= key.words.size() || response.head() != key.head()) return false;
  if (!is_name_slot(slot)) return holds_in_order(response.words, key.words);
  return std::equal(key.words.rbegin(), key.words.rend(), response.words.rbegin());
}

// Only some of the key's words. Of a name any will do: "a response that contains only part of the name".
bool says_less(Slot slot, const FillPhrase& response, const FillPhrase& key) {
  if (response.words.empty() || response.words.size() >= key.words.size() || !holds_in_order(key.words, response.words))
    return false;
  return slot == Slot::human_name || response.head() == key.head() ||
         (slot == Slot::perp_organization && response.words.back() == key.words.back());
}

}  // namespace

Grade grade_words(Slot slot, std::string_view response, std::string_view key) {
  if (response == key) return Grade::correct;
  const FillPhrase given = bare(phrase_of(response)), wanted = bare(phrase_of(key));
  if (given.words.empty() || wanted.words.empty()) return Grade::incorrect;
  if (given.words == wanted.words && given.rest == wanted.rest) return Grade::correct;
  if (given.words == wanted.words || says_more(slot, given, wanted))
    return given.rest.empty() && wanted.rest.empty() ? Grade::correct : Grade::partial;
  return says_less(slot, given, wanted) ? Grade::partial : Grade::incorrect;
}

}  // namespace sayso::eval
