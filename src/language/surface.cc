// The surface features of a word, as training/surface.py makes them.
//
//     "2,000" -> lower "0,000", shape "0,00"
//
// Left out on purpose: normalisation of accents and scripts; an unknown letter is a letter. No data file. Short ASCII
// words, nearly all, take a way without strings. Test: tests/language/surface_test.cc holds the two ways together.
#include "language/surface.h"

#include <algorithm>

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

namespace {

constexpr std::uint64_t fnv_basis = 0xCBF29CE484222325U, fnv_prime = 0x100000001B3U;
constexpr std::size_t piece_feature = 7, shortest_piece = 3, longest_piece = 5, letters_in_pieces = 24;
constexpr std::size_t short_word = 48;

std::uint64_t add(std::uint64_t hash, char c) { return (hash ^ static_cast<unsigned char>(c)) * fnv_prime; }

std::uint64_t key_of(std::size_t feature, const char* begin, const char* end) {
  std::uint64_t hash = (fnv_basis ^ feature) * fnv_prime;
  for (; begin != end; ++begin) hash = add(hash, *begin);
  return hash;
}

// A short ASCII word, straightened and with its digits folded, and the same in lower case.
struct AsciiWord {
  std::size_t size = 0;
  std::array<char, short_word> exact{};
  std::array<char, short_word + 2> bracketed{};  // "<lower>"
  const char* lower() const { return bracketed.data() + 1; }
};

bool read_ascii(std::string_view form, AsciiWord& word) {
  if (form.empty() || form.size() > short_word) return false;
  word.size = form.size();
  bool all_dashes = true, all_stops = true;
  for (std::size_t i = 0; i < form.size(); ++i) {
    char c = form[i];
    if (static_cast<unsigned char>(c) >= 0x80) return false;
    if (c == '`') c = '\'';
    if (c >= '0' && c <= '9') c = '0';
    all_dashes = all_dashes && c == '-';
    all_stops = all_stops && c == '.';
    word.exact[i] = c;
  }
  if (word.size == 2 && word.exact[0] == '\'' && word.exact[1] == '\'') word.exact[0] = '"', word.size = 1;
  if (word.size >= 2 && all_dashes) word.size = 2;
  if (word.size >= 2 && all_stops) word.exact[0] = word.exact[1] = word.exact[2] = '.', word.size = 3;
  word.bracketed[0] = '<';
  for (std::size_t i = 0; i < word.size; ++i) {
    const char c = word.exact[i];
    word.bracketed[i + 1] = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return true;
}

std::uint64_t shape_key(const AsciiWord& word) {
  std::array<char, 8> shape;
  std::size_t n = 0;
  for (std::size_t i = 0; i < word.size && n < shape.size(); ++i) {
    const char c = word.exact[i], low = word.lower()[i];
    const char mark = c != low ? 'X' : c >= 'a' && c <= 'z' ? 'x' : c < 0x7F ? c : '?';
    if (n >= 2 && shape[n - 1] == mark && shape[n - 2] == mark) continue;
    shape[n++] = mark;
  }
  return key_of(6, shape.data(), shape.data() + n);
}

// `bounds`: where each letter begins, and the end.
template <typename Bounds>
void find_pieces(const char* text, std::size_t letters, const Bounds& bounds, std::vector<std::uint64_t>& pieces) {
  pieces.clear();
  for (std::size_t n = shortest_piece; n <= longest_piece; ++n)
    for (std::size_t i = 0; i + n <= letters; ++i)
      pieces.push_back(key_of(piece_feature, text + bounds(i), text + bounds(i + n)));
}

// "<", the first letters, ">".
void find_pieces(std::string_view lower, std::vector<std::uint64_t>& pieces) {
  std::string word = "<";
  std::vector<std::size_t> bounds{0};
  for (std::size_t at = 0; at < lower.size() && bounds.size() <= letters_in_pieces;) {
    bounds.push_back(word.size());
    const std::size_t begin = at;
    next_code_point(lower, at);
    word += lower.substr(begin, at - begin);
  }
  bounds.push_back(word.size());
  word += '>';
  bounds.push_back(word.size());
  find_pieces(
      word.data(), bounds.size() - 1, [&](std::size_t i) { return bounds[i]; }, pieces);
}

}  // namespace

std::uint64_t surface_key(std::size_t feature, std::string_view text) {
  return key_of(feature, text.data(), text.data() + text.size());
}

std::uint64_t lower_key(std::string_view form) {
  AsciiWord word;
  return read_ascii(form, word) ? key_of(0, word.lower(), word.lower() + word.size)
                                : surface_key(0, surface_of(form)[0]);
}

void find_keys(std::string_view form, WordKeys& keys) {
  AsciiWord word;
  if (!read_ascii(form, word)) {
    const Surface surface = surface_of(form);
    for (std::size_t i = 0; i < surface_count; ++i) keys.features[i] = surface_key(i, surface[i]);
    find_pieces(surface[0], keys.pieces);
    return;
  }
  const char *lower = word.lower(), *end = lower + word.size;
  const auto ending = [&](std::size_t feature, std::size_t letters) {
    return key_of(feature, end - std::min(letters, word.size), end);
  };
  keys.features = {key_of(0, lower, end),
                   key_of(1, word.exact.data(), word.exact.data() + word.size),
                   key_of(2, lower, lower + std::min<std::size_t>(3, word.size)),
                   ending(3, 2),
                   ending(4, 3),
                   ending(5, 4),
                   shape_key(word)};
  const std::size_t letters = std::min(word.size, letters_in_pieces);
  word.bracketed[letters + 1] = '>';
  find_pieces(
      word.bracketed.data(), letters + 2, [](std::size_t i) { return i; }, keys.pieces);
}

}  // namespace sayso::language
