// The surface features of a word, as training/surface.py makes them.
//
//     "2,000" -> lower "0,000", shape "0,00"
//
// Left out on purpose: normalisation of accents and scripts; an unknown letter is a letter. No data file.
#include "language/surface.h"

#include "base/utf8.h"

namespace sayso::language {
namespace {

void append_straight(std::string& out, char32_t c) {
  switch (c) {
    case U'\u2019':
    case U'\u2018':
    case U'\u02BC':
    case U'`':
    case U'\u00B4':
      out += '\'';
      break;
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u201F':
      out += '"';
      break;
    case U'\u2014':
    case U'\u2015':
      out += "--";
      break;
    case U'\u2013':
    case U'\u2010':
    case U'\u2011':
    case U'\u2212':
      out += '-';
      break;
    case U'\u2026':
      out += "...";
      break;
    case U'\u00AD':
      break;
    default:
      append(out, c);
  }
}

bool only(std::string_view text, char mark) {
  return text.size() >= 2 && text.find_first_not_of(mark) == std::string_view::npos;
}

// Without the last `count` characters cut off: where the last `count` characters begin.
std::string tail(std::string_view text, std::size_t count) {
  std::size_t at = text.size();
  for (std::size_t i = 0; i < count && at > 0; ++i) previous_code_point(text, at);
  return std::string(text.substr(at));
}

std::string head(std::string_view text, std::size_t count) {
  std::size_t at = 0;
  for (std::size_t i = 0; i < count && at < text.size(); ++i) next_code_point(text, at);
  return std::string(text.substr(0, at));
}

std::string shape_of(std::string_view folded) {
  std::string out;
  for (std::size_t at = 0; at < folded.size() && out.size() < 8;) {
    const char32_t c = next_code_point(folded, at);
    char mark = '?';
    if (c == U'0')
      mark = '0';
    else if (is_upper(c))
      mark = 'X';
    else if (is_letter(c))
      mark = 'x';
    else if (c < 0x7F)
      mark = static_cast<char>(c);
    const std::size_t n = out.size();
    if (n >= 2 && out[n - 1] == mark && out[n - 2] == mark) continue;
    out += mark;
  }
  return out;
}

}  // namespace

std::string straighten(std::string_view form) {
  std::string out;
  for (std::size_t at = 0; at < form.size();) append_straight(out, next_code_point(form, at));
  return out;
}

Surface surface_of(std::string_view form) {
  std::string exact = straighten(form);
  if (exact == "''") exact = "\"";
  if (only(exact, '-')) exact = "--";
  if (only(exact, '.')) exact = "...";
  for (char& c : exact)
    if (c >= '0' && c <= '9') c = '0';
  std::string lower = to_lower(exact);
  std::string shape = shape_of(exact);
  return {lower, exact, head(lower, 3), tail(lower, 2), tail(lower, 3), tail(lower, 4), std::move(shape)};
}

std::uint64_t surface_key(std::size_t feature, std::string_view text) {
  std::uint64_t hash = 0xCBF29CE484222325U;
  constexpr std::uint64_t prime = 0x100000001B3U;
  hash = (hash ^ static_cast<std::uint64_t>(feature)) * prime;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
  return hash;
}

}  // namespace sayso::language
