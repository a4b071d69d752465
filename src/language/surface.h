// What the network sees of a word: seven surface features, each a 64-bit key.
//
//     surface_of("Kharkiv")   lower "kharkiv"  exact "Kharkiv"  prefix3 "kha"  suffix2 "iv"  suffix3 "kiv"
//                             suffix4 "rkiv"   shape "Xxx"      (a run of marks of one kind is cut to two)
//
// Digits are 0; quotation marks, apostrophes and dashes of all kinds are one of a kind. training/surface.py does the
// same: a change here is a change there and a new model. Beside them the network sees a word's pieces of three to five
// letters, "<" and ">" at its ends: "<kh", "kha" … "rkiv>".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::language {

constexpr std::size_t surface_count = 7;
constexpr std::array<std::string_view, surface_count> surface_names{"lower",   "exact",   "prefix3", "suffix2",
                                                                    "suffix3", "suffix4", "shape"};
using Surface = std::array<std::string, surface_count>;  // in the order of surface_names

Surface surface_of(std::string_view form);

// FNV-1a over the feature's number and its text.
std::uint64_t surface_key(std::size_t feature, std::string_view text);

// Each feature's key, and the key of each piece (feature number 7): n = 3, 4, 5, from left to right; the first 24
// letters count. `keys` is made anew; its memory is used again.
struct WordKeys {
  std::array<std::uint64_t, surface_count> features{};
  std::vector<std::uint64_t> pieces{};
};
void find_keys(std::string_view form, WordKeys& keys);

// The key of the first feature alone.
std::uint64_t lower_key(std::string_view form);

// Curly apostrophes and quotation marks straight, dashes "-" or "--", "…" three stops, soft hyphens gone; case and
// digits stay.
std::string straighten(std::string_view form);

}  // namespace sayso::language
