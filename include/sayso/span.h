// A half-open range of bytes in one text.
//
//     text    T w o   b r i d g e s
//     byte    0 1 2 3 4 5 6 7 8 9 10 11
//     Span{4, 11} is "bridges": begin is the first byte, end the byte after the last.
//
// Units are bytes of UTF-8, never characters. A span by itself does not know its text: every span in the public types
// belongs to `Dispatch::text` unless its comment says otherwise. Empty spans (begin == end) mark a point.
#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace sayso {

struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr auto operator<=>(const Span&) const = default;
  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
};

// The bytes a span names. REQUIRES: span.end <= text.size(). The view lives as long as the text.
constexpr std::string_view slice(std::string_view text, Span span) { return text.substr(span.begin, span.size()); }

}  // namespace sayso
