// Chooses a feed's encoding and decodes it: "Content-Type: text/xml" over windows-1251 bytes with an XML declaration
// that says so gives windows-1251, and the fault that the media type said us-ascii. Leaves out on purpose: guessing a
// code page from letter statistics (see encoding.cc); bytes that fit nothing that was said are read as UTF-8 with
// U+FFFD, or as windows-1252, and reported. Source: RFC 3023 sections 3 and 8; XML 1.0 appendix F.
#include "dispatch/feed_encoding.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/encoding.h"

namespace sayso::dispatch {
namespace {

struct ByteSign {
  std::string_view bytes;
  std::string_view encoding;
  bool mark;  // a byte order mark, rather than "<?" or "<" in that encoding
};
// UTF-32 first: its little-endian mark begins with that of UTF-16.
constexpr std::array<ByteSign, 11> byte_signs{{{std::string_view("\0\0\xfe\xff", 4), "utf-32be", true},
                                               {std::string_view("\xff\xfe\0\0", 4), "utf-32le", true},
                                               {"\xfe\xff", "utf-16be", true},
                                               {"\xff\xfe", "utf-16le", true},
                                               {"\xef\xbb\xbf", "utf-8", true},
                                               {std::string_view("\0\0\0<", 4), "utf-32be", false},
                                               {std::string_view("<\0\0\0", 4), "utf-32le", false},
                                               {std::string_view("\0<\0?", 4), "utf-16be", false},
                                               {std::string_view("<\0?\0", 4), "utf-16le", false},
                                               {std::string_view("\0<\0r", 4), "utf-16be", false},
                                               {std::string_view("<\0r\0", 4), "utf-16le", false}}};

// The label behind a key in the XML declaration or a header: encoding="koi8-r", charset=utf-8.
std::string label_behind(std::string_view text, std::string_view key) {
  const std::string lower = to_lower(text);
  for (std::size_t at = lower.find(key); at != std::string::npos; at = lower.find(key, at + 1)) {
    std::size_t begin = at + key.size();
    while (begin < lower.size() && lower[begin] == ' ') ++begin;
    if (begin >= lower.size() || lower[begin] != '=') continue;
    ++begin;
    while (begin < lower.size() && (lower[begin] == ' ' || lower[begin] == '"' || lower[begin] == '\'')) ++begin;
    const std::size_t end = std::min(lower.find_first_of("\"' ;,?>", begin), lower.size());
    return lower.substr(begin, end - begin);
  }
  return {};
}

std::string declared(std::string_view bytes) {
  std::string head;  // the zeros of UTF-16 and UTF-32 left out
  for (const char c : bytes.substr(0, 1024))
    if (c != '\0') head += c;
  std::string_view text = head;
  while (!text.empty() && static_cast<unsigned char>(text[0]) >= 0x80) text.remove_prefix(1);
  text = trim(text);
  if (!text.starts_with("<?xml")) return {};
  return label_behind(text.substr(0, text.find('>')), "encoding");
}

struct FeedMediaType {
  bool known = false;
  bool text = false;  // text/…: us-ascii if it names no charset
  bool xml = false;
  std::string charset{};
};

FeedMediaType feed_media_type(std::string_view header) {
  FeedMediaType type;
  const std::string name = to_lower(trim(header.substr(0, header.find(';'))));
  if (name.empty()) return type;
  type.known = true;
  type.text = name.starts_with("text/");
  type.xml = name.ends_with("+xml") || name.ends_with("/xml") || name.ends_with("/xml-dtd") ||
             name.ends_with("/xml-external-parsed-entity") || name.ends_with("json");
  if (header.find(';') != std::string_view::npos)
    type.charset = label_behind(header.substr(header.find(';')), "charset");
  return type;
}

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// The bytes in this encoding, if they are sound in it.
bool decode_as(const std::string& encoding, std::string_view bytes, FeedBytes& result) {
  if (encoding == "us-ascii" || encoding == "ascii") return is_ascii(bytes);
  if (encoding == "utf-8" || encoding == "utf8") {
    if (first_invalid(bytes)) return false;
    if (bytes.starts_with("\xef\xbb\xbf")) result.owned = bytes.substr(3), result.converted = true;
    return true;
  }
  Result<Decoded> decoded = decode(bytes, {.encoding = encoding}, false);
  if (!decoded) return false;
  result.owned = decoded->text(bytes);
  result.converted = true;
  return true;
}

void mend(std::string_view bytes, FeedBytes& result) {
  std::size_t sound = 0, faults = 0;
  std::string mended;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t start = at;
    const char32_t character = next_code_point(bytes, at);
    append(mended, character);
    if (static_cast<unsigned char>(bytes[start]) < 0x80) continue;
    ++(character == 0xfffd && bytes.substr(start, 3) != "\xef\xbf\xbd" ? faults : sound);
  }
  const bool utf8 = faults <= sound / 10 + (sound > 0 ? 1 : 0);
  if (!utf8 && decode_as("windows-1252", bytes, result)) {
    result.encoding = "windows-1252";
  } else {
    result.encoding = "utf-8";
    result.owned = std::move(mended);
    result.converted = true;
  }
  result.rule = "content";
}

}  // namespace

FeedBytes decode_feed(std::string_view bytes, const ReadOptions& options, const FeedReply& reply) {
  struct Candidate {
    std::string encoding;
    const char* rule;
  };
  std::vector<Candidate> candidates;
  const auto ask = [&](std::string label, const char* rule) {
    if (label.empty()) return;
    if (label == "gb2312" || label == "gbk") label = "gb18030";  // what feeds under these names are written in
    candidates.push_back({std::move(label), rule});
  };
  ask(to_lower(options.encoding), "option");
  std::string wide;
  for (const ByteSign& sign : byte_signs)
    if (wide.empty() && bytes.starts_with(sign.bytes)) {
      wide = sign.encoding;
      ask(wide, sign.mark ? "byte order mark" : "content");
    }
  const FeedMediaType type = feed_media_type(reply.content_type);
  ask(type.charset, "http header");
  if (type.known && type.text && type.charset.empty()) ask("us-ascii", "media type");
  std::string declaration = declared(bytes);
  // A wide encoding that was not seen in the bytes could not have been read if it were so.
  if (declaration.find("16") != std::string::npos && declaration.find("utf") != std::string::npos) declaration.clear();
  if (declaration.find("32") != std::string::npos && declaration.find("utf") != std::string::npos) declaration.clear();
  ask(declaration, "xml declaration");
  ask("utf-8", "default");

  FeedBytes result;
  if (type.known && !type.xml)
    result.fault = "it was served as \"" + reply.content_type + "\", which is no feed's type";
  for (const Candidate& one : candidates) {
    if (!decode_as(one.encoding, bytes, result)) {
      if (result.fault.empty()) result.fault = "it is not " + one.encoding + ", as the " + one.rule + " would have it";
      continue;
    }
    result.encoding = one.encoding;
    result.rule = one.rule;
    return result;
  }
  mend(bytes, result);
  return result;
}

}  // namespace sayso::dispatch
