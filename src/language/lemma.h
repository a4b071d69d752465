// Lemmas by edit rules: which case, which ending goes, which ending comes.
//
//     LemmaRule{'l', "ies", "y"}   "Cities" -> "city"      l: lower case first, k: as it stands, t: Title case
//
// The rules are learnt (training/lemma.py) and stand in the model file; the network says which one.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso::language {

struct LemmaRule {
  char letters = 'l';
  std::string off{};
  std::string on{};
};

// "l<TAB>ies<TAB>y" a line; nothing if a line is not such a rule.
std::optional<std::vector<LemmaRule>> parse_lemma_rules(std::string_view text);

// The form by the first of `best` (indexes into rules) that fits it: whose ending it has and that leaves something. If
// `is_word` is given, by the first of the first three that also makes a word it knows, if there is one ("denied" ->
// "deny", not "deni"). If none fits, the form in lower case. Typographic apostrophes and dashes become plain. Never
// empty for a form that is not.
std::string lemma_of(std::string_view form, const std::vector<LemmaRule>& rules, std::span<const std::uint16_t> best,
                     const std::function<bool(std::string_view)>& is_word = nullptr);

// The base forms that English endings allow for an inflected verb, likeliest first: "carried" -> carry; "expelled" ->
// expel, expell, expelle.
std::vector<std::string> regular_bases(std::string_view verb);

// The singular that English endings give: "blackouts" -> "blackout", "armies" -> "army". For plurals no rule made a
// known word of.
std::string regular_singular(std::string_view plural);

}  // namespace sayso::language
