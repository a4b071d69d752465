// Bytes to UTF-8: "\xca\xe8\xe5\xe2" as windows-1251 gives "Киев" and four pieces of map, one a character.
// A file that claims nothing must be UTF-8. A page's claim is believed if its bytes bear it out: sound UTF-8 beyond
// ASCII is UTF-8 whatever is claimed, and where a hundredth of the characters would be none the claim is wrong. Only a
// page whose claim is missing or wrong, and that is not UTF-8, is judged by its letters; the note says so. Leaves out
// on purpose: such guesses for text files; a wrong one makes wrong names of people and places. Source: converters and
// letter statistics are ICU's, labels and order those of the WHATWG standards.
#include "dispatch/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/utf8.h"
#include "dispatch/encoding_labels.h"
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

Converter open_converter(std::string_view encoding, bool lenient) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(converter_name(encoding), &status));
  if (U_FAILURE(status)) return nullptr;
  ucnv_setToUCallBack(converter.get(), lenient ? UCNV_TO_U_CALLBACK_SUBSTITUTE : UCNV_TO_U_CALLBACK_STOP, nullptr,
                      nullptr, nullptr, &status);
  return converter;
}

// The text, or the byte where a strict converter stopped; a lenient one puts U+FFFD for what is no character.
struct Conversion {
  Decoded decoded{};
  std::optional<std::size_t> stopped_at{};
  std::size_t faults = 0;
  std::size_t beyond_ascii = 0;  // characters, the faults among them

  bool credible() const { return faults * 100 <= beyond_ascii; }
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
  RawPiece last;      // the character whose end in the file is not yet known
  // A character that is the same byte on both sides is verbatim, and such neighbours are one piece.
  const auto close = [&](std::uint32_t raw) {
    if (last.text.empty()) return;
    last.raw.end = raw;
    last.verbatim = last.text.size() == last.raw.size() && slice(decoded.owned, last.text) == slice(bytes, last.raw);
    RawPiece* const before = decoded.map.empty() ? nullptr : &decoded.map.back();
    if (last.verbatim && before != nullptr && before->verbatim && before->raw.end == last.raw.begin) {
      before->text.end = last.text.end;
      before->raw.end = last.raw.end;
    } else {
      decoded.map.push_back(last);
    }
  };
  const auto add = [&](char32_t character, std::uint32_t raw) {
    close(raw);
    if (character == 0xfffd || character == 0x1a) ++result.faults;
    if (character >= 0x80) ++result.beyond_ascii;
    const auto at = static_cast<std::uint32_t>(decoded.owned.size());
    append(decoded.owned, character);
    last = {.text = {at, static_cast<std::uint32_t>(decoded.owned.size())}, .raw = {raw, raw}, .verbatim = false};
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
    close(static_cast<std::uint32_t>(source - begin));
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
  if (decoded.owned.starts_with("\xef\xbb\xbf")) {  // the byte order mark of UTF-16 and UTF-32
    decoded.owned.erase(0, 3);
    decoded.map.erase(decoded.map.begin());
    for (RawPiece& piece : decoded.map) piece.text = {piece.text.begin - 3, piece.text.end - 3};
  }
  return result;
}

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};
// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<ByteOrderMark, 4> byte_order_marks{{{std::string_view("\xff\xfe\0\0", 4), "UTF-32LE"},
                                                         {std::string_view("\0\0\xfe\xff", 4), "UTF-32BE"},
                                                         {"\xff\xfe", "UTF-16LE"},
                                                         {"\xfe\xff", "UTF-16BE"}}};

std::string from_mark(std::string_view bytes) {
  for (const ByteOrderMark& mark : byte_order_marks)
    if (bytes.starts_with(mark.bytes)) return mark.encoding;
  return {};
}

// Pages in UTF-16 without a mark begin with "<" all the same.
std::string_view wide_encoding(std::string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return {};
  if (bytes[0] == '<' && bytes[1] == '\0' && bytes[2] != '\0' && bytes[3] == '\0') return "UTF-16LE";
  if (bytes[0] == '\0' && bytes[1] == '<' && bytes[2] == '\0' && bytes[3] != '\0') return "UTF-16BE";
  return {};
}

bool any_beyond_ascii(std::string_view bytes) {
  return std::any_of(bytes.begin(), bytes.end(), [](char c) { return (c & 0x80) != 0; });
}

struct Guess {
  std::string_view encoding;
  int surety = 0;  // of 100
};

struct CloseDetector {
  void operator()(UCharsetDetector* detector) const { ucsdet_close(detector); }
};

// The words that have bytes beyond ASCII: tags and English in between say nothing about a code page.
std::string telling_words(std::string_view bytes) {
  constexpr std::size_t most = 1 << 16;
  constexpr std::string_view ends = " \t\r\n\f<>\"'=/&;";
  std::string words;
  for (std::size_t at = 0; at < bytes.size() && words.size() < most;) {
    const std::size_t begin = std::min(bytes.find_first_not_of(ends, at), bytes.size());
    at = std::min(bytes.find_first_of(ends, begin), bytes.size());
    const std::string_view word = bytes.substr(begin, at - begin);
    if (any_beyond_ascii(word)) (words += word) += ' ';
  }
  return words;
}

// The code page whose letters fit best. In Latin script, where few letters of a word are beyond ASCII, that tells
// little: windows-1252 unless another is all but sure.
Guess guess_encoding(std::string_view bytes) {
  constexpr Guess usual{"windows-1252", 0};
  constexpr int least_surety = 10, least_latin_surety = 50;
  const std::string words = telling_words(bytes);
  const auto beyond =
      static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](char c) { return (c & 0x80) != 0; }));
  const bool latin = beyond * 2 < words.size();
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, CloseDetector> detector(ucsdet_open(&status));
  ucsdet_setText(detector.get(), words.data(), static_cast<std::int32_t>(words.size()), &status);
  std::int32_t count = 0;
  const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
  if (U_FAILURE(status)) return usual;
  for (std::int32_t i = 0; i < count; ++i) {
    const char* const name = ucsdet_getName(matches[i], &status);
    const std::int32_t surety = ucsdet_getConfidence(matches[i], &status);
    if (U_FAILURE(status) || surety < (latin ? least_latin_surety : least_surety)) break;
    std::string_view encoding = encoding_named(name);
    if (encoding.empty() || encoding.starts_with("UTF-")) continue;
    if (!latin && (encoding == "windows-1252" || encoding == "windows-1250" || encoding == "windows-1254")) continue;
    // The Ukrainian letters of the one are lines of boxes in the other, which no page draws.
    if (encoding == "KOI8-R") encoding = "KOI8-U";
    return {encoding, surety};
  }
  return usual;
}

// A page whose own word about its encoding is missing or wrong, and which is not UTF-8.
Decoded by_letters(std::string_view bytes, const std::string& why) {
  Guess guess = guess_encoding(bytes);
  Converter converter = open_converter(guess.encoding, true);
  if (!converter) guess = {"windows-1252", 0}, converter = open_converter(guess.encoding, true);
  Conversion conversion = convert(bytes, converter.get(), std::string(guess.encoding));
  if (!conversion.credible()) {
    guess = {"windows-1252", 0};
    conversion = convert(bytes, open_converter(guess.encoding, true).get(), "windows-1252");
  }
  const std::string by =
      guess.surety > 0 ? ", judged by its letters (" + std::to_string(guess.surety) + " of 100)" : std::string();
  conversion.decoded.notes.push_back(why + "; it was read as " + std::string(guess.encoding) + by);
  return std::move(conversion.decoded);
}

std::string first_fault(std::size_t byte) { return "(first at byte " + std::to_string(byte) + ")"; }

Result<Decoded> decode_utf8(std::string_view bytes, const ReadOptions& options, bool html) {
  const std::uint32_t shift = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
  const std::optional<std::size_t> fault = first_invalid(bytes);
  if (!fault) return Decoded{.encoding = "UTF-8", .shift = shift};
  if (!html || !options.encoding.empty()) {
    if (std::optional<Error> binary = binary_fault(bytes, options, html)) return *std::move(binary);
    return not_utf8(bytes, *fault, options);
  }
  if (shift > 0 || mostly_utf8(bytes)) return with_replacements(bytes, shift);
  return by_letters(bytes, "the page is not UTF-8 " + first_fault(*fault));
}

// The caller's word: the bytes must fit it.
Result<Decoded> decode_as_told(std::string_view bytes, const ReadOptions& options, bool html) {
  const std::string_view known = encoding_named(options.encoding);
  const std::string name = known.empty() ? options.encoding : std::string(known);
  if (name == "UTF-8") return decode_utf8(bytes, options, html);
  const Converter converter = open_converter(name, false);
  if (!converter)
    return Error{ErrorCode::wrong_use, options.path, "no encoding is called \"" + options.encoding + "\""};
  Conversion conversion = convert(bytes, converter.get(), name);
  if (!conversion.stopped_at) return std::move(conversion.decoded);
  const std::size_t at = std::min(*conversion.stopped_at, bytes.empty() ? 0 : bytes.size() - 1);
  return Error{ErrorCode::bad_encoding, place(options, at),
               "byte " + hex(bytes[at]) + " is not " + name + "; give another --encoding"};
}

// UTF-16 and UTF-32, which a mark or the shape of the bytes has told.
Result<Decoded> decode_wide(std::string_view bytes, std::string_view name, const ReadOptions& options, bool html) {
  Conversion conversion = convert(bytes, open_converter(name, html).get(), std::string(name));
  if (conversion.stopped_at) {
    const std::size_t at = std::min(*conversion.stopped_at, bytes.empty() ? 0 : bytes.size() - 1);
    return Error{ErrorCode::bad_encoding, place(options, at),
                 "byte " + hex(bytes[at]) + " is not " + std::string(name) + ", which the byte order mark says"};
  }
  if (conversion.faults > 0)
    conversion.decoded.notes.push_back(std::to_string(conversion.faults) + " characters that are not " +
                                       std::string(name) + " were replaced by U+FFFD");
  return std::move(conversion.decoded);
}

// Whose word about the encoding stands, and what it says in its own spelling.
struct EncodingClaim {
  std::string label{};
  const char* says = "";  // "the page declares"
};

EncodingClaim find_claim(std::string_view bytes, const ReadOptions& options, bool html) {
  const std::string_view page = html ? declared_encoding(bytes) : std::string_view();
  const bool server = !encoding_named(options.http_charset).empty() || (page.empty() && !options.http_charset.empty());
  if (server) return {options.http_charset, "the server says"};
  return {std::string(page), "the page declares"};
}

}  // namespace

// The order of the standard: the caller, a byte order mark, the server, the page, the bytes themselves.
Result<Decoded> decode(std::string_view bytes, const ReadOptions& options, bool html) {
  if (!options.encoding.empty()) return decode_as_told(bytes, options, html);
  if (bytes.starts_with("\xef\xbb\xbf")) return decode_utf8(bytes, options, html);
  if (const std::string wide = from_mark(bytes); !wide.empty()) return decode_wide(bytes, wide, options, html);
  if (const std::string_view wide = html ? wide_encoding(bytes) : std::string_view(); !wide.empty())
    return decode_wide(bytes, wide, options, html);

  const EncodingClaim claim = find_claim(bytes, options, html);
  const std::string name(encoding_named(claim.label));
  if (name.empty() || name == "UTF-8" || name.starts_with("UTF-16")) {
    Result<Decoded> result = decode_utf8(bytes, options, html);
    if (result && name.empty() && !claim.label.empty())
      result->notes.push_back(claim.says + (" an encoding that nobody knows (" + claim.label + ")"));
    return result;
  }
  const std::optional<std::size_t> fault = first_invalid(bytes);
  // No code page gives sound UTF-8 beyond ASCII by chance.
  if (!fault && any_beyond_ascii(bytes)) {
    Decoded result{.encoding = "UTF-8"};
    result.notes.push_back(claim.says + (" " + name + " but the text is UTF-8"));
    return result;
  }
  const std::string said = "read as " + name + ", as " + claim.says;
  if (!fault && name != "ISO-2022-JP") return Decoded{.encoding = name, .notes = {said}};  // nothing but ASCII
  const Converter converter = open_converter(name, true);
  if (!converter) return decode_utf8(bytes, options, html);
  Conversion conversion = convert(bytes, converter.get(), name);
  if (!conversion.credible() && html)
    return by_letters(bytes, claim.says + (" " + name + " and it is not " + first_fault(fault.value_or(0))));
  Decoded& decoded = conversion.decoded;
  decoded.notes.push_back(said);
  if (conversion.faults > 0)
    decoded.notes.push_back(std::to_string(conversion.faults) + " characters that are not " + name +
                            " were replaced by U+FFFD");
  return std::move(decoded);
}

}  // namespace sayso::dispatch
