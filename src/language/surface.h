// What the network sees of a word: seven surface features, each a 64-bit key.
//
//     surface_of("Kharkiv")   lower "kharkiv"  exact "Kharkiv"  prefix3 "kha"  suffix2 "iv"  suffix3 "kiv"
//                             suffix4 "rkiv"   shape "Xxx"      (a run of marks of one kind is cut to two)
//
// Digits are 0; quotation marks, apostrophes and dashes of all kinds are one of a kind. training/surface.py does the
// same: a change here is a change there and a new model.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace sayso::language {

constexpr std::size_t surface_count = 7;
constexpr std::array<std::string_view, surface_count> surface_names{"lower",   "exact",   "prefix3", "suffix2",
                                                                    "suffix3", "suffix4", "shape"};
using Surface = std::array<std::string, surface_count>;  // in the order of surface_names

Surface surface_of(std::string_view form);

// FNV-1a over the feature's number and its text.
std::uint64_t surface_key(std::size_t feature, std::string_view text);

// Curly apostrophes and quotation marks straight, dashes "-" or "--", "…" three stops, soft hyphens gone; case and
// digits stay.
std::string straighten(std::string_view form);

}  // namespace sayso::language
