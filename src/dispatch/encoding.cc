// Bytes to UTF-8: "\xca\xe8\xe5\xe2" as windows-1251 gives "Киев" and four pieces of map, one a character.
// A file that claims nothing must be UTF-8; a page that claims wrongly is read as browsers do (windows-1252), with a
// note. Leaves out on purpose: guessing a code page from letter statistics. A wrong guess makes wrong names of people
// and places. Source: the converters are ICU's; labels follow the WHATWG Encoding Standard where it differs (latin-1 is
// windows-1252).
#include "dispatch/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>

#include "base/utf8.h"
#include "dispatch/sniff.h"

namespace sayso::dispatch {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";

std::string place(const ReadOptions& options, std::size_t byte) {
  const std::string at = "byte " + std::to_string(byte);
  return options.path.empty() ? at : options.path + ": " + at;
}

std::string hex(char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  return {'0', 'x', digits[value >> 4], digits[value & 15]};
}

// How many bytes the lead byte promises, 0 if it is none.
std::size_t promised(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0;
}

Error not_utf8(std::string_view bytes, std::size_t at, const ReadOptions& options) {
  const std::size_t need = promised(bytes[at]);
  if (need > bytes.size() - at) {
    return {ErrorCode::bad_encoding, place(options, at),
            "the file ends in the middle of a character (" + hex(bytes[at]) + " begins one of " + std::to_string(need) +
                " bytes): it was cut off, or it is not UTF-8; fetch it whole, or give its encoding, for example "
                "--encoding windows-1251"};
  }
  return {ErrorCode::bad_encoding, place(options, at),
          "byte " + hex(bytes[at]) + " is not UTF-8; give the file's encoding, for example --encoding windows-1251"};
}

// UTF-8 with faults: each byte that fits nothing becomes U+FFFD.
Decoded with_replacements(std::string_view bytes, std::uint32_t shift) {
  Decoded result{.encoding = "UTF-8"};
  std::size_t faults = 0;
  std::size_t good = shift;  // start of the sound run
  const auto add = [&](std::string_view text, std::size_t begin, std::size_t end, bool verbatim) {
    if (begin == end) return;
    const auto at = static_cast<std::uint32_t>(result.owned.size());
    result.owned += text;
    result.map.push_back({.text = {at, static_cast<std::uint32_t>(result.owned.size())},
                          .raw = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                          .verbatim = verbatim});
  };
  for (std::size_t at = shift; at < bytes.size();) {
    const std::size_t start = at;
    if (next_code_point(bytes, at) != 0xfffd || bytes.substr(start, 3) == replacement) continue;
    add(bytes.substr(good, start - good), good, start, true);
    add(replacement, start, at, false);
    good = at;
    ++faults;
  }
  add(bytes.substr(good), good, bytes.size(), true);
  result.notes.push_back(std::to_string(faults) + " bytes that are not UTF-8 were replaced by U+FFFD");
  return result;
}

// Whether the page is UTF-8 with a few faults rather than something else: most of its non-ASCII sequences are sound.
bool mostly_utf8(std::string_view bytes) {
  std::size_t sound = 0;
  std::size_t faults = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    const std::size_t start = at;
    const char32_t character = next_code_point(bytes, at);
    if (character == 0xfffd && bytes.substr(start, 3) != replacement) {
      ++faults;
    } else {
      ++sound;
    }
  }
  return faults <= sound / 10 + (sound > 0 ? 1 : 0);
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

std::string without_latin1(std::string name) {
  std::string lower = to_lower(name);
  for (const std::string_view label : {"iso-8859-1", "iso8859-1", "latin1", "l1", "us-ascii", "ascii", "cp819"})
    if (lower == label) return "windows-1252";
  if (lower == "iso-8859-9" || lower == "latin5") return "windows-1254";
  if (lower == "gb2312" || lower == "gbk") return "gb18030";
  if (lower == "shift-jis" || lower == "x-sjis") return "shift_jis";
  return name;
}

Converter open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

// The text, or the byte where the converter stopped.
struct Conversion {
  Decoded decoded{};
  std::optional<std::size_t> stopped_at{};
};

Conversion convert(std::string_view bytes, UConverter* converter, std::string name) {
  Conversion result{.decoded = {.encoding = std::move(name)}};
  Decoded& decoded = result.decoded;
  const char* const begin = bytes.data();
  const char* source = begin;
  const char* const end = begin + bytes.size();
  std::array<UChar, 8192> units;
  std::array<std::int32_t, 8192> offsets;
  char32_t high = 0;  // a lead surrogate that waits for its partner in the next buffer
  const auto add = [&](char32_t character, std::uint32_t raw) {
    if (!decoded.map.empty()) decoded.map.back().raw.end = raw;
    const auto at = static_cast<std::uint32_t>(decoded.owned.size());
    append(decoded.owned, character);
    decoded.map.push_back(
        {.text = {at, static_cast<std::uint32_t>(decoded.owned.size())}, .raw = {raw, raw}, .verbatim = false});
  };
  std::uint32_t high_at = 0;
  while (true) {
    UChar* target = units.data();
    const auto base = static_cast<std::uint32_t>(source - begin);
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter, &target, units.data() + units.size(), &source, end, offsets.data(), true, &status);
    const auto count = static_cast<std::size_t>(target - units.data());
    for (std::size_t i = 0; i < count; ++i) {
      const UChar unit = units[i];
      // An offset of -1 belongs to bytes of an earlier buffer: the converter had read them and not yet written.
      const std::uint32_t raw = offsets[i] >= 0 ? base + static_cast<std::uint32_t>(offsets[i]) : base;
      if (U16_IS_LEAD(unit)) {
        high = unit;
        high_at = raw;
      } else if (U16_IS_TRAIL(unit) && high != 0) {
        add(static_cast<char32_t>(U16_GET_SUPPLEMENTARY(high, unit)), high_at);
        high = 0;
      } else {
        add(unit, raw);
      }
    }
    if (status == U_BUFFER_OVERFLOW_ERROR) continue;
    if (!decoded.map.empty()) decoded.map.back().raw.end = static_cast<std::uint32_t>(source - begin);
    if (U_FAILURE(status)) {
      std::array<char, 32> bad;
      auto length = static_cast<std::int8_t>(bad.size());
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter, bad.data(), &length, &ignored);
      result.stopped_at =
          static_cast<std::size_t>(source - begin) - static_cast<std::size_t>(std::max<std::int8_t>(length, 0));
    }
    break;
  }
  // A character that is the same byte on both sides is verbatim, and such neighbours are one piece.
  std::vector<RawPiece> merged;
  for (RawPiece& piece : decoded.map) {
    piece.verbatim =
        piece.text.size() == piece.raw.size() && slice(decoded.owned, piece.text) == slice(bytes, piece.raw);
    if (!merged.empty() && piece.verbatim && merged.back().verbatim && merged.back().raw.end == piece.raw.begin) {
      merged.back().text.end = piece.text.end;
      merged.back().raw.end = piece.raw.end;
    } else {
      merged.push_back(piece);
    }
  }
  decoded.map = std::move(merged);
  if (decoded.owned.starts_with("\xef\xbb\xbf")) {  // the byte order mark of UTF-16 and UTF-32
    decoded.owned.erase(0, 3);
    decoded.map.erase(decoded.map.begin());
    for (RawPiece& piece : decoded.map) piece.text = {piece.text.begin - 3, piece.text.end - 3};
  }
  return result;
}

struct Mark {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<Mark, 4> marks{{{std::string_view("\xff\xfe\0\0", 4), "UTF-32LE"},
                                     {std::string_view("\0\0\xfe\xff", 4), "UTF-32BE"},
                                     {"\xff\xfe", "UTF-16LE"},
                                     {"\xfe\xff", "UTF-16BE"}}};

std::string from_mark(std::string_view bytes) {
  for (const Mark& mark : marks)
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  return {};
}

Result<Decoded> decode_utf8(std::string_view bytes, const ReadOptions& options, bool html) {
  const std::uint32_t shift = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
  const std::optional<std::size_t> fault = first_invalid(bytes);
  if (!fault) return Decoded{.encoding = "UTF-8", .shift = shift};
  if (!html || !options.encoding.empty()) {
    if (std::optional<Error> binary = binary_fault(bytes, options, html)) return *std::move(binary);
    return not_utf8(bytes, *fault, options);
  }
  if (mostly_utf8(bytes)) return with_replacements(bytes, shift);
  Conversion fallback = convert(bytes, open_converter("windows-1252").get(), "windows-1252");
  fallback.decoded.notes.push_back("the page is not UTF-8 (first at byte " + std::to_string(*fault) +
                                   "); it was read as windows-1252");
  return std::move(fallback.decoded);
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
  const std::string head = to_lower(bytes.substr(0, 4096));
  for (const std::string_view key : {std::string_view("charset="), std::string_view("encoding=")}) {
    for (std::size_t at = head.find(key); at != std::string::npos; at = head.find(key, at + 1)) {
      // "charset=" counts inside a <meta …>, "encoding=" inside the <?xml …?> that opens the file.
      const std::size_t tag = head.rfind('<', at);
      const std::string_view wanted = key[0] == 'c' ? "<meta" : "<?xml";
      if (tag == std::string::npos || head.compare(tag, wanted.size(), wanted) != 0) continue;
      std::size_t begin = at + key.size();
      while (begin < head.size() && (head[begin] == '"' || head[begin] == '\'' || head[begin] == ' ')) ++begin;
      std::size_t end = begin;
      while (end < head.size() && (std::isalnum(static_cast<unsigned char>(head[end])) || head[end] == '-' ||
                                   head[end] == '_' || head[end] == ':'))
        ++end;
      if (end > begin) return head.substr(begin, end - begin);
    }
  }
  return {};
}

Result<Decoded> decode(std::string_view bytes, const ReadOptions& options, bool html) {
  std::string name = options.encoding;
  const bool told = !name.empty();
  if (!told) name = from_mark(bytes);
  bool declared = false;
  if (name.empty() && !bytes.starts_with("\xef\xbb\xbf")) {
    name = html ? declared_encoding(bytes) : std::string();
    declared = !name.empty();
    if (to_lower(name).starts_with("utf-16")) name.clear();  // it could not have been read if it were so
  }
  const std::string lower = to_lower(name);
  if (name.empty() || lower == "utf-8" || lower == "utf8") return decode_utf8(bytes, options, html);

  name = without_latin1(name);
  const Converter converter = open_converter(name);
  if (!converter) {
    if (told) return Error{ErrorCode::wrong_use, options.path, "no encoding is called \"" + options.encoding + "\""};
    Result<Decoded> result = decode_utf8(bytes, options, html);
    if (result) result->notes.push_back("the page declares an encoding that nobody knows (" + name + ")");
    return result;
  }
  // A page that declares a code page and is sound UTF-8 beyond ASCII is UTF-8: no code page gives that by chance.
  if (declared && !first_invalid(bytes) &&
      std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; })) {
    Decoded result{.encoding = "UTF-8"};
    result.notes.push_back("the page declares " + name + " but is UTF-8");
    return result;
  }
  Conversion conversion = convert(bytes, converter.get(), name);
  if (!conversion.stopped_at) return std::move(conversion.decoded);
  const std::size_t at = std::min(*conversion.stopped_at, bytes.empty() ? 0 : bytes.size() - 1);
  if (html && !told) {
    Conversion fallback = convert(bytes, open_converter("windows-1252").get(), "windows-1252");
    fallback.decoded.notes.push_back("the page declares " + name + " and is not (first at byte " + std::to_string(at) +
                                     "); it was read as windows-1252");
    return std::move(fallback.decoded);
  }
  return Error{ErrorCode::bad_encoding, place(options, at),
               "byte " + hex(bytes[at]) + " is not " + name +
                   (told ? "; give another --encoding" : ", which the byte order mark says")};
}

}  // namespace sayso::dispatch
