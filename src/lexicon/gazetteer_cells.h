// A line of the gazetteer's tables taken apart.
//
//     cut("705812\tIzyum\tIzium\t49.2\t…", cells)  ->  9, cells[1] "Izyum"
#pragma once

#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>
#include <system_error>

namespace sayso {

constexpr std::size_t most_gazetteer_cells = 9;
using GazetteerCells = std::array<std::string_view, most_gazetteer_cells>;

// How many cells there are, one more than the most if there are too many. Cells that are not there keep what they held.
inline std::size_t cut(std::string_view line, GazetteerCells& cells) {
  std::size_t n = 0;
  for (std::size_t from = 0;;) {
    const std::size_t tab = line.find('\t', from);
    if (n == cells.size()) return n + 1;
    cells[n++] = line.substr(from, tab == std::string_view::npos ? tab : tab - from);
    if (tab == std::string_view::npos) return n;
    from = tab + 1;
  }
}

// Calls use(name) with the place's name and each of its aliases, until one call gives true; whether one did.
template <typename Use>
bool any_name(const GazetteerCells& cells, Use use) {
  if (use(cells[1])) return true;
  if (cells[2].empty()) return false;
  for (std::size_t from = 0;;) {
    const std::size_t bar = cells[2].find('|', from);
    if (use(cells[2].substr(from, bar == std::string_view::npos ? bar : bar - from))) return true;
    if (bar == std::string_view::npos) return false;
    from = bar + 1;
  }
}

template <typename Number>
bool number(std::string_view cell, Number& value) {
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

}  // namespace sayso
