// UTF-8 decoding and folding over ICU.
//
//     "Zelenskiy’s  KYÏV" -> fold -> "zelenskiy's kyiv"
//
// Left out on purpose: transliteration between scripts (the gazetteer's key does that) and locale rules (Turkish
// dotless i): a name must fold the same on every machine.
#include "base/utf8.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <array>
#include <cstdint>
#include <cstring>

namespace sayso {
namespace {

const auto* data_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

// How many ASCII bytes stand in front: eight are looked at at once.
std::size_t ascii_run(const std::uint8_t* data, std::size_t size) {
  constexpr std::uint64_t high = 0x8080808080808080;
  std::size_t at = 0;
  for (; size - at >= 32; at += 32) {
    std::array<std::uint64_t, 4> words;
    std::memcpy(words.data(), data + at, 32);
    if (((words[0] | words[1] | words[2] | words[3]) & high) != 0) break;
  }
  while (at < size && data[at] < 0x80) ++at;
  return at;
}

bool is_ascii(std::string_view text) { return ascii_run(data_of(text), text.size()) == text.size(); }

char32_t lowered(char32_t character) {
  if (character < 0x80) return character - 'A' < 26 ? character + 32 : character;
  return static_cast<char32_t>(u_tolower(static_cast<UChar32>(character)));
}

// Curly apostrophes and the many dashes compare as the plain ones.
char32_t plain(char32_t character) {
  switch (character) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
    case 0x02B9:
    case 0x2032:
    case '`':
      return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x00AB:
    case 0x00BB:
      return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      return '-';
    default:
      return character;
  }
}

std::string decomposed(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  if (U_FAILURE(status)) return std::string(text);
  std::string out;
  nfkd->normalize(icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))),
                  status)
      .toUTF8String(out);
  return U_FAILURE(status) ? std::string(text) : out;
}

}  // namespace

std::optional<std::size_t> first_invalid(std::string_view bytes) {
  const auto* data = data_of(bytes);
  std::size_t at = 0;
  while (at < bytes.size()) {
    if (data[at] < 0x80) {
      at += ascii_run(data + at, bytes.size() - at);
      continue;
    }
    std::size_t next = at;
    UChar32 character;
    U8_NEXT(data, next, bytes.size(), character);
    if (character < 0) return at;
    at = next;
  }
  return std::nullopt;
}

namespace beyond_ascii {

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const std::size_t start = at;
  UChar32 character;
  U8_NEXT(data_of(text), at, text.size(), character);
  if (character >= 0) return static_cast<char32_t>(character);
  at = start + 1;
  return 0xFFFD;
}

bool is_space(char32_t character) {
  return u_isUWhiteSpace(static_cast<UChar32>(character)) || character == 0x200B || character == 0x2060 ||
         character == 0xFEFF;
}
bool is_letter(char32_t character) { return u_isalpha(static_cast<UChar32>(character)); }
bool is_digit(char32_t character) { return u_isdigit(static_cast<UChar32>(character)); }
bool is_upper(char32_t character) {
  return u_isupper(static_cast<UChar32>(character)) || u_istitle(static_cast<UChar32>(character));
}
bool is_lower(char32_t character) { return u_islower(static_cast<UChar32>(character)); }
bool is_mark(char32_t character) { return (U_GET_GC_MASK(static_cast<UChar32>(character)) & U_GC_M_MASK) != 0; }

}  // namespace beyond_ascii

char32_t previous_code_point(std::string_view text, std::size_t& at) {
  const std::size_t end = at;
  const std::size_t longest = end < 4 ? end : 4;
  for (std::size_t back = 1; back <= longest; ++back) {
    if ((data_of(text)[end - back] & 0xC0) == 0x80) continue;  // a continuation byte: look further back
    std::size_t next = end - back;
    const char32_t character = next_code_point(text, next);
    if (next != end) break;
    at = end - back;
    return character;
  }
  at = end - 1;
  return 0xFFFD;
}

void append(std::string& text, char32_t character) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(static_cast<unsigned char>(value)); };
  if (character < 0x80) {
    byte(character);
  } else if (character < 0x800) {
    byte(0xC0 | character >> 6), byte(0x80 | (character & 0x3F));
  } else if (character > 0x10FFFF || (character >= 0xD800 && character < 0xE000)) {
    append(text, 0xFFFD);
  } else if (character < 0x10000) {
    byte(0xE0 | character >> 12), byte(0x80 | (character >> 6 & 0x3F)), byte(0x80 | (character & 0x3F));
  } else {
    byte(0xF0 | character >> 18), byte(0x80 | (character >> 12 & 0x3F)), byte(0x80 | (character >> 6 & 0x3F)),
        byte(0x80 | (character & 0x3F));
  }
}

std::string to_lower(std::string_view text) {
  std::string out(text);
  std::size_t at = 0;
  for (; at < text.size() && static_cast<unsigned char>(text[at]) < 0x80; ++at)
    out[at] = static_cast<char>(lowered(static_cast<unsigned char>(text[at])));
  if (at == text.size()) return out;
  out.resize(at);
  while (at < text.size()) append(out, lowered(next_code_point(text, at)));
  return out;
}

std::string fold(std::string_view text) {
  const std::string spelled = is_ascii(text) ? std::string(text) : decomposed(text);
  std::string out;
  out.reserve(spelled.size());
  bool space = false;
  for (std::size_t at = 0; at < spelled.size();) {
    const auto byte = static_cast<unsigned char>(spelled[at]);
    if (byte > ' ' && byte < 0x80) {
      if (space) out += ' ';
      space = false;
      out += static_cast<char>(plain(lowered(byte)));
      ++at;
      continue;
    }
    const char32_t character = next_code_point(spelled, at);
    if (is_mark(character)) continue;
    if (is_space(character)) {
      space = !out.empty();
      continue;
    }
    if (space) out += ' ';
    space = false;
    append(out, plain(lowered(character)));
  }
  return out;
}

}  // namespace sayso
