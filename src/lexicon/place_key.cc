// Folds names of places, see place_key.h. In: "Deir ez-Zor"; out: plain "deir ez zor", key "dairzur".
// Leaves out on purpose: languages' own rules (Arabic short vowels, Polish digraphs); aliases in the gazetteer cover
// large places.
#include "lexicon/place_key.h"

#include <array>
#include <cstddef>
#include <cstring>
#include <optional>

#include "base/lookalikes.h"
#include "base/utf8.h"

namespace sayso {
namespace {

constexpr std::size_t limit = 96;

// A name's letters in ASCII, and the words they form. Fixed size: no allocation on the way to a hash.
struct Ascii {
  std::array<char, limit + 4> letters{};
  std::size_t size = 0;
  struct Word {
    std::uint8_t begin = 0;
    std::uint8_t end = 0;
    bool hyphen_after = false;
  };
  std::array<Word, limit + 1> words{};  // a word has a letter at least
  std::size_t word_count = 0;
};

constexpr std::array<const char*, 64> cyrillic = {
    // U+0430 … U+045F after marks are off
    "a", "b", "v",  "g", "d",  "e",  "z",  "z", "i", "i",  "k", "l", "m", "n", "o",  "p",
    "r", "s", "t",  "u", "f",  "h",  "ts", "c", "s", "sc", "",  "i", "",  "e", "iu", "ia",
    "e", "e", "dj", "g", "ie", "dz", "i",  "i", "i", "l",  "n", "c", "k", "i", "u",  "dz",
};

const char* special(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'đ':
    case U'ð':
      return "d";
    case U'ı':
      return "i";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'þ':
      return "th";
    case U'ə':
      return "e";
    case U'ħ':
      return "h";
    case U'ґ':
      return "g";
    default:
      return nullptr;
  }
}

// What the characters from U+00C0 to U+04FF and U+1E00 to U+1EFF come to, made once.
struct AsciiTable {
  std::array<std::array<char, 5>, 0x500> low{};
  std::array<std::array<char, 5>, 0x100> vietnamese{};

  AsciiTable() {
    for (char32_t c = 0xC0; c < 0x500; ++c) set(low[c], c);
    for (char32_t c = 0; c < 0x100; ++c) set(vietnamese[c], 0x1E00 + c);
  }

  static void set(std::array<char, 5>& cell, char32_t c) {
    std::string one;
    append(one, c);
    const std::string folded = fold(one);
    std::string ascii;
    for (std::size_t at = 0; at < folded.size();) {
      const char32_t f = next_code_point(folded, at);
      if (f < 0x80) {
        if ((f >= 'a' && f <= 'z') || (f >= '0' && f <= '9')) ascii += static_cast<char>(f);
      } else if (const char* s = special(f)) {
        ascii += s;
      } else if (f >= 0x430 && f < 0x460) {
        ascii += cyrillic[f - 0x430];
      }
    }
    if (ascii.size() > 4) ascii.resize(4);
    std::memcpy(cell.data(), ascii.data(), ascii.size());
  }
};

void read(std::string_view name, Ascii& out) {
  static const AsciiTable table;
  const std::optional<std::string> latin = in_latin_letters(name);
  if (latin) name = *latin;
  bool open = false;
  const auto put = [&](char c) {
    if (out.size == limit) return;
    if (!open) {
      out.words[out.word_count++] = {.begin = static_cast<std::uint8_t>(out.size), .end = 0, .hyphen_after = false};
      open = true;
    }
    out.letters[out.size++] = c;
    out.words[out.word_count - 1].end = static_cast<std::uint8_t>(out.size);
  };
  const auto part = [&](bool hyphen) {
    if (open && hyphen) out.words[out.word_count - 1].hyphen_after = true;
    open = false;
  };
  for (std::size_t at = 0; at < name.size() && out.size < limit;) {
    const auto byte = static_cast<unsigned char>(name[at]);
    if (byte < 0x80) {
      ++at;
      if (byte >= 'a' && byte <= 'z')
        put(static_cast<char>(byte));
      else if (byte >= 'A' && byte <= 'Z')
        put(static_cast<char>(byte + 32));
      else if (byte >= '0' && byte <= '9')
        put(static_cast<char>(byte));
      else if (byte == '\'' || byte == '`' || byte == '"')
        continue;
      else
        part(byte == '-');
      continue;
    }
    const char32_t c = next_code_point(name, at);
    if (c < 0x500 && c >= 0xC0) {
      for (const char* s = table.low[c].data(); *s != 0; ++s) put(*s);
    } else if (c >= 0x1E00 && c < 0x1F00) {
      for (const char* s = table.vietnamese[c - 0x1E00].data(); *s != 0; ++s) put(*s);
    } else if (c >= 0x2010 && c <= 0x2015) {
      part(true);
    } else if (is_space(c)) {
      part(false);
    }
  }
}

std::string_view word(const Ascii& ascii, std::size_t i) {
  const Ascii::Word& w = ascii.words[i];
  return {ascii.letters.data() + w.begin, static_cast<std::size_t>(w.end - w.begin)};
}

bool article(std::string_view w, bool hyphen_after) {
  if (w == "al" || w == "el" || w == "the") return true;
  if (!hyphen_after || w.size() > 3) return false;
  for (const std::string_view a : {"as", "ash", "ad", "an", "ar", "at", "az", "es", "ez", "er", "en", "ed"})
    if (w == a) return true;
  return false;
}

bool vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

struct Rewrite {
  std::string_view from;
  std::string_view to;
};
// Longest first among those that begin alike.
constexpr Rewrite rewrites[] = {
    {"shch", "sc"}, {"dzh", "i"}, {"tch", "c"}, {"sch", "s"}, {"dj", "i"}, {"sh", "s"}, {"ch", "c"},  {"kh", "h"},
    {"gh", "g"},    {"dh", "d"},  {"th", "t"},  {"zh", "z"},  {"ph", "f"}, {"ck", "k"}, {"tz", "ts"}, {"ou", "u"},
    {"oo", "u"},    {"ee", "i"},  {"q", "k"},   {"x", "ks"},  {"w", "v"},  {"y", "i"},  {"j", "i"},
};

// Writes the key to `out`, which must hold 2 * limit bytes; returns its size.
std::size_t make_key(const Ascii& ascii, char* out) {
  std::array<char, limit + 4> joined{};
  std::size_t size = 0;
  for (std::size_t i = 0; i < ascii.word_count; ++i) {
    const std::string_view w = word(ascii, i);
    if (i + 1 < ascii.word_count && article(w, ascii.words[i].hyphen_after)) continue;
    std::memcpy(joined.data() + size, w.data(), w.size());
    size += w.size();
  }
  const std::string_view all(joined.data(), size);
  std::size_t n = 0;
  for (std::size_t i = 0; i < size;) {
    // "ei" is "ai" unless a vowel follows: the "y" of Avdeyevka only parts two vowels.
    if (all[i] == 'e' && i + 1 < size && (all[i + 1] == 'i' || all[i + 1] == 'y') &&
        (i + 2 == size || !vowel(all[i + 2]))) {
      out[n++] = 'a';
      out[n++] = 'i';
      i += 2;
      continue;
    }
    if (all[i] == 'a' && i + 2 < size && all[i + 1] == 'w' && !vowel(all[i + 2])) {
      out[n++] = 'u';
      i += 2;
      continue;
    }
    const Rewrite* hit = nullptr;
    switch (all[i]) {
      case 's':
      case 'd':
      case 't':
      case 'c':
      case 'k':
      case 'g':
      case 'z':
      case 'p':
      case 'o':
      case 'e':
      case 'q':
      case 'x':
      case 'w':
      case 'y':
      case 'j':
        for (const Rewrite& r : rewrites)
          if (r.from.front() == all[i] && (r.from.size() == 1 || (i + 1 < size && r.from[1] == all[i + 1])) &&
              all.substr(i).starts_with(r.from)) {
            hit = &r;
            break;
          }
        break;
      default:
        break;
    }
    if (hit == nullptr) {
      out[n++] = all[i++];
    } else {
      for (const char c : hit->to) out[n++] = c;
      i += hit->from.size();
    }
  }
  if (n > 2 && out[n - 1] == 'h' && vowel(out[n - 2])) --n;
  // "kiiv", "avdiivka": the vowels before the ending's "v".
  const std::string_view key(out, n);
  const std::size_t ending = key.ends_with("vka") || key.ends_with("vki") ? 3 : key.ends_with("v") ? 1 : 0;
  if (ending != 0) {
    std::size_t stem = n - ending;
    while (stem > 1 && (out[stem - 1] == 'i' || out[stem - 1] == 'e' || out[stem - 1] == 'o')) --stem;
    std::memmove(out + stem, out + n - ending, ending);
    n = stem + ending;
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < n; ++i) {
    const char c = out[i] == 'e' ? 'i' : out[i] == 'o' ? 'u' : out[i];
    if (kept == 0 || out[kept - 1] != c) out[kept++] = c;
  }
  return kept;
}

}  // namespace

std::string plain_name(std::string_view name) {
  Ascii ascii;
  read(name, ascii);
  std::string plain;
  for (std::size_t i = 0; i < ascii.word_count; ++i) {
    if (i != 0) plain += ' ';
    plain += word(ascii, i);
  }
  return plain;
}

std::string folded_key(std::string_view name) {
  Ascii ascii;
  read(name, ascii);
  char key[2 * limit + 8];
  return std::string(key, make_key(ascii, key));
}

std::uint64_t folded_hash(std::string_view name) {
  Ascii ascii;
  read(name, ascii);
  char key[2 * limit + 8];
  const std::size_t size = make_key(ascii, key);
  if (size == 0) return 0;
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (std::size_t i = 0; i < size; ++i) hash = (hash ^ static_cast<unsigned char>(key[i])) * 0x100000001b3U;
  return hash == 0 ? 1 : hash;
}

}  // namespace sayso
