// The written names of morphological features and their values, as treebanks print them.
//
//     "Number=Sing|Person=3"  <->  Features with Number::sing and Person::third
//
// One table: a feature's name, its place in the packed value, the names of its values in the order of its enumeration.
// Left out on purpose: the few features of other languages.
#include "sayso/features.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace sayso {
namespace {

constexpr std::size_t most_values = 14;

struct Row {
  std::string_view name;
  feature::Place place;
  std::array<std::string_view, most_values> values;  // [0] is none
  bool (*holds)(Features, std::size_t);              // has this value?
  Features (*set)(Features, std::size_t);
};

template <feature::Feature Value>
constexpr Row row(std::string_view name, std::array<std::string_view, most_values> values) {
  return {name, feature::place_of<Value>, values,
          [](Features f, std::size_t value) { return f.has(static_cast<Value>(value)); },
          [](Features f, std::size_t value) { return f.with(static_cast<Value>(value)); }};
}

// In UD's order: by name, whatever its capitals.
constexpr std::array feature_rows{
    row<feature::Abbr>("Abbr", {"", "Yes"}),
    row<feature::Case>("Case", {"", "Acc", "Gen", "Nom"}),
    row<feature::Definite>("Definite", {"", "Def", "Ind"}),
    row<feature::Degree>("Degree", {"", "Cmp", "Pos", "Sup"}),
    row<feature::ExtPos>("ExtPos", {"", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PRON",
                                    "PROPN", "SCONJ", "VERB"}),
    row<feature::Foreign>("Foreign", {"", "Yes"}),
    row<feature::Gender>("Gender", {"", "Fem", "Fem,Masc", "Masc", "Neut"}),
    row<feature::Mood>("Mood", {"", "Imp", "Ind", "Sub"}),
    row<feature::Number>("Number", {"", "Plur", "Ptan", "Sing"}),
    row<feature::NumForm>("NumForm", {"", "Combi", "Digit", "Roman", "Word"}),
    row<feature::NumType>("NumType", {"", "Card", "Frac", "Mult", "Ord"}),
    row<feature::Person>("Person", {"", "1", "2", "3"}),
    row<feature::Polarity>("Polarity", {"", "Neg", "Pos"}),
    row<feature::Poss>("Poss", {"", "Yes"}),
    row<feature::PronType>("PronType",
                           {"", "Art", "Dem", "Emp", "Ind", "Int", "Int,Rel", "Neg", "Prs", "Rcp", "Rel", "Tot"}),
    row<feature::Reflex>("Reflex", {"", "Yes"}),
    row<feature::Style>("Style", {"", "Arch", "Coll", "Expr", "Slng", "Vrnc"}),
    row<feature::Tense>("Tense", {"", "Past", "Pres"}),
    row<feature::Typo>("Typo", {"", "Yes"}),
    row<feature::VerbForm>("VerbForm", {"", "Fin", "Ger", "Inf", "Part"}),
    row<feature::Voice>("Voice", {"", "Pass"}),
};

constexpr std::size_t values_of(const Row& row) {
  std::size_t count = 1;
  while (count < most_values && !row.values[count].empty()) ++count;
  return count;
}

// Every feature has its own bits, and enough of them for its values.
constexpr bool is_sound() {
  unsigned next = 0;
  for (const Row& row : feature_rows) {
    if (row.place.shift != next || values_of(row) > std::size_t{1} << row.place.width) return false;
    next += row.place.width;
  }
  return next <= 64;
}
static_assert(is_sound());
static_assert(values_of(feature_rows[4]) == static_cast<std::size_t>(feature::ExtPos::verb) + 1);
static_assert(values_of(feature_rows[14]) == static_cast<std::size_t>(feature::PronType::tot) + 1);

std::vector<std::string_view> parts_of(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(mark, begin), text.size());
    out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::optional<std::size_t> find_value(const Row& row, std::string_view text) {
  std::vector<std::string_view> parts = parts_of(text, ',');
  std::sort(parts.begin(), parts.end());
  std::string sorted;
  for (const std::string_view part : parts) sorted.append(sorted.empty() ? "" : ",").append(part);
  for (std::size_t i = 1; i < values_of(row); ++i)
    if (row.values[i] == sorted) return i;
  return std::nullopt;
}

}  // namespace

std::string name_of(Features features) {
  std::string out;
  for (const Row& row : feature_rows) {
    for (std::size_t i = 1; i < values_of(row); ++i)
      if (row.holds(features, i)) out.append(out.empty() ? "" : "|").append(row.name).append("=").append(row.values[i]);
  }
  return out.empty() ? "_" : out;
}

Features features_named(std::string_view text) {
  Features out;
  for (const std::string_view part : parts_of(text, '|')) {
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos) continue;
    for (const Row& row : feature_rows) {
      if (row.name != part.substr(0, equals)) continue;
      if (const auto value = find_value(row, part.substr(equals + 1))) out = row.set(out, *value);
    }
  }
  return out;
}

}  // namespace sayso
