// Decodes character references: "&#x201c;Yes&rdquo;" -> "“Yes”".
// Source: HTML Living Standard, sections 13.2.5.72 to 80; the names are in entity_table.inc.
#include "dispatch/character_reference.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/utf8.h"

namespace sayso::dispatch {
namespace {

struct Named {
  std::string_view name;  // "amp;" or, of the old ones, also "amp"
  std::string_view text;
};

constexpr Named named_references[] = {
#include "dispatch/entity_table.inc"
};

constexpr std::array<std::uint16_t, 32> windows_1252{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021,
                                                     0x2c6,  0x2030, 0x160,  0x2039, 0x152,  0x8d,   0x17d,  0x8f,
                                                     0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                                     0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

const Named* find_named(std::string_view name) {
  const auto* const at = std::lower_bound(std::begin(named_references), std::end(named_references), name,
                                          [](const Named& one, std::string_view wanted) { return one.name < wanted; });
  return at != std::end(named_references) && at->name == name ? at : nullptr;
}

int digit_of(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  if (hex && c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (hex && c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Reference numeric(std::string_view text, bool needs_semicolon) {
  std::size_t at = 2;
  const bool hex = at < text.size() && (text[at] == 'x' || text[at] == 'X');
  if (hex) ++at;
  const std::size_t first = at;
  std::uint32_t value = 0;
  for (; at < text.size() && digit_of(text[at], hex) >= 0; ++at)
    value = std::min<std::uint32_t>(0x110000,
                                    value * (hex ? 16 : 10) + static_cast<std::uint32_t>(digit_of(text[at], hex)));
  if (at == first) return {};
  const bool closed = at < text.size() && text[at] == ';';
  if (needs_semicolon && !closed) return {};
  if (value >= 0x80 && value < 0xa0) value = windows_1252[value - 0x80];
  if (value == 0 || value > 0x10ffff || (value >= 0xd800 && value < 0xe000)) value = 0xfffd;
  Reference result{.size = at + (closed ? 1 : 0)};
  append(result.text, static_cast<char32_t>(value));
  return result;
}

}  // namespace

Reference read_reference(std::string_view text, bool needs_semicolon) {
  if (text.size() < 2) return {};
  if (text[1] == '#') return numeric(text, needs_semicolon);
  constexpr std::size_t longest = 33;  // "CounterClockwiseContourIntegral;" and the ampersand
  std::size_t end = 1;
  while (end < text.size() && end < longest &&
         (digit_of(text[end], false) >= 0 || (text[end] >= 'a' && text[end] <= 'z') ||
          (text[end] >= 'A' && text[end] <= 'Z')))
    ++end;
  if (end < text.size() && text[end] == ';')
    if (const Named* const one = find_named(text.substr(1, end))) return {std::string(one->text), end + 1};
  if (needs_semicolon) return {};
  for (; end > 2; --end)  // the longest old name that is a prefix
    if (const Named* const one = find_named(text.substr(1, end - 1))) return {std::string(one->text), end};
  return {};
}

Reference read_text_reference(std::string_view text, bool attribute) {
  Reference reference = read_reference(text, false);
  if (!attribute || reference.size == 0 || text[1] == '#' || text[reference.size - 1] == ';') return reference;
  const char next = reference.size < text.size() ? text[reference.size] : ' ';
  const bool goes_on =
      next == '=' || (next >= '0' && next <= '9') || (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
  return goes_on ? Reference{} : reference;
}

std::string decode_references(std::string_view text, bool attribute) {
  std::string result;
  while (!text.empty()) {
    const std::size_t mark = std::min(text.find('&'), text.size());
    result += text.substr(0, mark);
    text.remove_prefix(mark);
    if (text.empty()) break;
    Reference reference = read_text_reference(text, attribute);
    if (reference.size == 0) reference = {"&", 1};
    result += reference.text;
    text.remove_prefix(reference.size);
  }
  return result;
}

}  // namespace sayso::dispatch
