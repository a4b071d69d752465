// Applies lemma rules.
//
//     "Said" with {l, "id", "y"} -> "say";  "sea" with the same -> does not fit, the next rule is tried
//
// Left out on purpose: a dictionary; the rules of whole words ("went" -> "go") are rules like the others.
#include "language/lemma.h"

#include "base/tsv.h"
#include "base/utf8.h"
#include "language/surface.h"

namespace sayso::language {
namespace {

constexpr std::size_t words_tried = 3;

std::string with_letters(char letters, const std::string& form) {
  if (letters == 'l') return to_lower(form);
  if (letters == 'k') return form;
  std::size_t first = 0;
  next_code_point(form, first);
  return form.substr(0, first) + to_lower(std::string_view(form).substr(first));
}

}  // namespace

std::optional<std::vector<LemmaRule>> parse_lemma_rules(std::string_view text) {
  std::vector<LemmaRule> rules;
  for (const std::string_view line : split(text, '\n')) {
    if (line.empty()) continue;
    const auto cells = split(line, '\t');
    if (cells.size() != 3 || cells[0].size() != 1 ||
        std::string_view("lkt").find(cells[0][0]) == std::string_view::npos)
      return std::nullopt;
    rules.push_back({cells[0][0], std::string(cells[1]), std::string(cells[2])});
  }
  return rules;
}

std::string lemma_of(std::string_view form, const std::vector<LemmaRule>& rules, std::span<const std::uint16_t> best,
                     const std::function<bool(std::string_view)>& is_word) {
  const std::string plain = straighten(form);
  if (plain.empty()) return std::string(form);
  std::string first;
  std::size_t tries = 0;
  for (const std::uint16_t i : best) {
    const LemmaRule& rule = rules[i];
    std::string made = with_letters(rule.letters, plain);
    if (!made.ends_with(rule.off) || made.size() + rule.on.size() == rule.off.size()) continue;
    made.resize(made.size() - rule.off.size());
    made += rule.on;
    if (!is_word || is_word(made)) return made;
    if (first.empty()) first = std::move(made);
    if (++tries == words_tried) break;
  }
  return first.empty() ? to_lower(plain) : first;
}

std::vector<std::string> regular_bases(std::string_view verb) {
  const auto without = [&](std::size_t letters) { return std::string(verb.substr(0, verb.size() - letters)); };
  if (verb.size() > 4 && (verb.ends_with("ied") || verb.ends_with("ies"))) return {without(3) + "y", without(1)};
  std::size_t ending = 0;
  if (verb.size() > 5 && verb.ends_with("ing"))
    ending = 3;
  else if (verb.size() > 4 && verb.ends_with("ed"))
    ending = 2;
  else if (verb.size() > 3 && verb.ends_with("es"))
    return {without(1), without(2)};
  else if (verb.size() > 3 && verb.ends_with("s"))
    return {without(1)};
  else
    return {};
  const std::string stem = without(ending);
  const char last = stem.back();
  const bool doubled = stem.size() > 3 && last == stem[stem.size() - 2] &&
                       std::string_view("bdglmnprt").find(last) != std::string_view::npos;
  if (doubled) return {stem.substr(0, stem.size() - 1), stem, stem + "e"};
  return {stem, stem + "e"};
}

std::string regular_singular(std::string_view plural) {
  std::string made(plural);
  const auto ends = [&](std::string_view ending) { return made.size() > ending.size() + 1 && made.ends_with(ending); };
  if (ends("ies")) return made.substr(0, made.size() - 3) + "y";
  if (ends("ches") || ends("shes") || ends("xes") || ends("sses") || ends("zzes"))
    return made.substr(0, made.size() - 2);
  if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) made.pop_back();
  return made;
}

}  // namespace sayso::language
