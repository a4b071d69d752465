// Reads unit names out of noun chunks.
//
//     tokens "the" "3rd" "Assault" "Brigade" -> UnitName{first "3rd", last "Brigade"}
//
// Left out on purpose: which army a unit belongs to; the phrase around it says so or nobody does. Echelons and arms:
// data/lexicons/units.tsv. Tested by tests/mention/units_test.cc.
#include "mention/units.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"
#include "mention/beside.h"

namespace sayso::mention {
namespace {

bool shouted(std::string_view word) {
  return word.size() > 3 && std::all_of(word.begin(), word.end(), [](char c) { return c < 'a' || c > 'z'; });
}

// A name is printed in capitals and stands for no country or arm. Where all is in capitals, whatever is no word of ours
// is a name.
bool names(std::string_view text, const Tree& tree, const Marks& marks, const ActorLexicon& lexicon, TokenId token) {
  const Tag tag = tree[token].tag;
  const bool loud = (tag == Tag::NOUN || tag == Tag::ADJ) && shouted(slice(text, tree[token].span)) &&
                    !marks.nouns.at(token) && !marks.bodies.at(token);
  if (tag != Tag::PROPN && tag != Tag::X && !loud) return false;
  if (const Mark* name = marks.names.at(token))
    if (lexicon.names()[name->value].use != NameUse::actor) return false;
  return marks.echelons.at(token) == nullptr && marks.roles.at(token) == nullptr;
}

}  // namespace

bool is_unit_number(std::string_view word) {
  const std::string lower = ascii_lowered(word);
  std::size_t digits = 0;
  while (digits < word.size() && is_ascii_digit(word[digits])) ++digits;
  if (digits == word.size()) return digits > 0 && digits <= 5;
  if (digits > 0) {
    const std::string_view tail = std::string_view(lower).substr(digits);
    return digits <= 4 && (tail == "st" || tail == "nd" || tail == "rd" || tail == "th" || tail == "d");
  }
  constexpr std::array<std::string_view, 12> written{"first",   "second", "third", "fourth", "fifth",    "sixth",
                                                     "seventh", "eighth", "ninth", "tenth",  "eleventh", "twelfth"};
  if (std::find(written.begin(), written.end(), lower) != written.end()) return true;
  return word.size() <= 6 && word.size() >= 2 && word.find_first_not_of("IVXL") == std::string_view::npos;
}

std::optional<UnitName> unit_in(std::string_view text, const Tree& tree, const Marks& marks,
                                const ActorLexicon& lexicon, const Chunk& chunk) {
  // The echelon: at the head, or before a name that is the head.
  const Mark* echelon = nullptr;
  for (TokenId t = chunk.first; t <= chunk.last; t = after(t)) {
    const Mark* found = marks.echelons.at(t);
    if (!found || lexicon.echelons()[found->value].arm) continue;
    if (found->first < chunk.first || chunk.last < found->last) continue;
    if (tree[found->last].relation == Relation::nmod_poss && found->last != chunk.head) continue;
    echelon = found;
  }
  if (!echelon) return std::nullopt;
  const Echelon& word = lexicon.echelons()[echelon->value];
  const bool head_is_echelon = echelon->covers(chunk.head);
  const bool head_is_name = chunk.head > echelon->last && names(text, tree, marks, lexicon, chunk.head);
  if (!head_is_echelon && !head_is_name) return std::nullopt;

  std::optional<TokenId> number;
  for (TokenId t = echelon->first; t > chunk.first;) {
    t = before(t);
    if (is_unit_number(slice(text, tree[t].span)) && !(tree[t].relation == Relation::nummod && word.plural)) number = t;
  }
  if (number) return UnitName{*number, echelon->last};

  if (echelon->last < chunk.last) {
    const TokenId next = after(echelon->last);
    const std::string_view printed = slice(text, tree[next].span);
    const bool capital =
        !slice(text, echelon->span).empty() && text[echelon->span.begin] >= 'A' && text[echelon->span.begin] <= 'Z';
    if (is_unit_number(printed) && capital) return UnitName{echelon->first, next};
    if (!word.weak && names(text, tree, marks, lexicon, next)) return UnitName{next, chunk.last, true};
  }
  if (word.weak || word.plural) return std::nullopt;
  // "Azov Regiment", "Sparta battalion": the run of names before the echelon, over its arm.
  std::optional<TokenId> name;
  for (TokenId t = echelon->first; t > chunk.first;) {
    t = before(t);
    const Mark* arm = marks.echelons.at(t);
    if (names(text, tree, marks, lexicon, t))
      name = t;
    else if (!(arm && lexicon.echelons()[arm->value].arm))
      break;
  }
  if (name) return UnitName{*name, echelon->last};
  return std::nullopt;
}

}  // namespace sayso::mention
