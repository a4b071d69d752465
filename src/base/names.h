// Enumerators by their written names: one table an enumeration, used both ways.
//
//     constexpr NameTable<Quote, 5> quotes{{"direct", "indirect", "mixed", "headline", "own"}};
//     quotes.name(Quote::own) == "own";  quotes.find("mixed") == Quote::mixed
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace sayso {

template <typename Enum, std::size_t count>
struct NameTable {
  std::array<std::string_view, count> names;

  constexpr std::string_view name(Enum value) const { return names[static_cast<std::size_t>(value)]; }
  constexpr std::optional<Enum> find(std::string_view text) const {
    for (std::size_t i = 0; i < count; ++i)
      if (names[i] == text) return static_cast<Enum>(i);
    return std::nullopt;
  }
};

}  // namespace sayso
