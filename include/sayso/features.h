// The morphological features of a word, packed: what Universal Dependencies writes in the column FEATS.
//
//     Features said = features_named("Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin");
//     said.value<feature::Tense>() == feature::Tense::past;     said.has(feature::Number::sing)
//     said.value<feature::Case>() == feature::Case::none        // it has none
//     name_of(said.with(feature::Tense::pres)) == "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
//     name_of(Features{}) == "_"
//
// One enumeration a feature; `none`, the first, says that a word does not have it. The names and values are those of
// the English treebanks EWT and GUM, UD 2.16. A word of two values ("Gender=Fem,Masc") has a value of its own:
// fem_masc. Source: https://universaldependencies.org/en/feat/
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso {

namespace feature {

enum class Abbr : std::uint8_t { none, yes };
enum class Case : std::uint8_t { none, acc, gen, nom };
enum class Definite : std::uint8_t { none, def, ind };
enum class Degree : std::uint8_t { none, cmp, pos, sup };
enum class ExtPos : std::uint8_t { none, adj, adp, adv, aux, cconj, det, intj, noun, num, pron, propn, sconj, verb };
enum class Foreign : std::uint8_t { none, yes };
enum class Gender : std::uint8_t { none, fem, fem_masc, masc, neut };
enum class Mood : std::uint8_t { none, imp, ind, sub };
enum class Number : std::uint8_t { none, plur, ptan, sing };  // ptan: a plural without a singular ("scissors")
enum class NumForm : std::uint8_t { none, combi, digit, roman, word };
enum class NumType : std::uint8_t { none, card, frac, mult, ord };
enum class Person : std::uint8_t { none, first, second, third };
enum class Polarity : std::uint8_t { none, neg, pos };
enum class Poss : std::uint8_t { none, yes };
enum class PronType : std::uint8_t { none, art, dem, emp, ind, int_, int_rel, neg, prs, rcp, rel, tot };
enum class Reflex : std::uint8_t { none, yes };
enum class Style : std::uint8_t { none, arch, coll, expr, slng, vrnc };
enum class Tense : std::uint8_t { none, past, pres };
enum class Typo : std::uint8_t { none, yes };
enum class VerbForm : std::uint8_t { none, fin, ger, inf, part };
enum class Voice : std::uint8_t { none, pass };

// Where a feature lies in the packed value: `width` bits from bit `shift` on.
struct Place {
  unsigned shift = 0, width = 0;
};
template <typename Value>
inline constexpr Place place_of{};
template <>
inline constexpr Place place_of<Abbr>{0, 1};
template <>
inline constexpr Place place_of<Case>{1, 2};
template <>
inline constexpr Place place_of<Definite>{3, 2};
template <>
inline constexpr Place place_of<Degree>{5, 2};
template <>
inline constexpr Place place_of<ExtPos>{7, 4};
template <>
inline constexpr Place place_of<Foreign>{11, 1};
template <>
inline constexpr Place place_of<Gender>{12, 3};
template <>
inline constexpr Place place_of<Mood>{15, 2};
template <>
inline constexpr Place place_of<Number>{17, 2};
template <>
inline constexpr Place place_of<NumForm>{19, 3};
template <>
inline constexpr Place place_of<NumType>{22, 3};
template <>
inline constexpr Place place_of<Person>{25, 2};
template <>
inline constexpr Place place_of<Polarity>{27, 2};
template <>
inline constexpr Place place_of<Poss>{29, 1};
template <>
inline constexpr Place place_of<PronType>{30, 4};
template <>
inline constexpr Place place_of<Reflex>{34, 1};
template <>
inline constexpr Place place_of<Style>{35, 3};
template <>
inline constexpr Place place_of<Tense>{38, 2};
template <>
inline constexpr Place place_of<Typo>{40, 1};
template <>
inline constexpr Place place_of<VerbForm>{41, 3};
template <>
inline constexpr Place place_of<Voice>{44, 1};

template <typename Value>
concept Feature = place_of<Value>
.width > 0;

}  // namespace feature

// A word's bundle of features: a plain value of 64 bits. The layout may change between releases: keep names, not bits.
class Features {
 public:
  constexpr Features() = default;

  template <feature::Feature Value>
  constexpr Value value() const {
    constexpr feature::Place place = feature::place_of<Value>;
    return static_cast<Value>(bits_ >> place.shift & ((1U << place.width) - 1));
  }
  template <feature::Feature Value>
  constexpr bool has(Value sought) const {
    return value<Value>() == sought;
  }
  // The same bundle with this feature set; `none` takes it away.
  template <feature::Feature Value>
  constexpr Features with(Value set) const {
    constexpr feature::Place place = feature::place_of<Value>;
    const std::uint64_t mask = (std::uint64_t{1} << place.width) - 1;
    Features out;
    out.bits_ = (bits_ & ~(mask << place.shift)) | static_cast<std::uint64_t>(set) << place.shift;
    return out;
  }
  constexpr bool empty() const { return bits_ == 0; }

  constexpr bool operator==(const Features&) const = default;

 private:
  std::uint64_t bits_ = 0;
};

// "Number=Sing|Person=3", sorted as UD wants it (by name, whatever its capitals); "_" for none.
std::string name_of(Features features);

// The inverse. Any order will do, of features and of values joined by commas. What is unknown is dropped: a feature or
// a value that is not in the lists above, and anything that is not NAME=VALUE; of a feature given twice the last
// counts. features_named(name_of(x)) == x for every x.
Features features_named(std::string_view text);

}  // namespace sayso
