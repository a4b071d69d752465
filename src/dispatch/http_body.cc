// Undoes what HTTP does to a page on its way.
//
//     "5\r\nThe b\r\n6\r\nridge.\r\n0\r\n\r\n", chunked   -> "The bridge."
//     "<!doctype html>…", said to be chunked and gzip  -> as it is, with two notes: crawlers write down the head of the
//                                                         original and the body as they unpacked it
//     chunks of a wrong size                            -> set right where the next sizes stand
//
// Leaves out on purpose: trailers, ranges, and answers of several parts.
#include "dispatch/http_body.h"

#include <algorithm>

#include "base/tsv.h"
#include "dispatch/content_encoding.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_encodings = 8;

struct ChunkLine {
  std::size_t size = 0;
  std::size_t data = 0;  // where the chunk begins
};

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// "1f40;name=value\r\n" at `at`.
std::optional<ChunkLine> chunk_line(std::string_view bytes, std::size_t at) {
  ChunkLine line;
  std::size_t digits = 0;
  for (; at < bytes.size() && digits < 9 && hex_value(bytes[at]) >= 0; ++at, ++digits)
    line.size = line.size * 16 + static_cast<std::size_t>(hex_value(bytes[at]));
  if (digits == 0 || digits > 8) return std::nullopt;
  while (at < bytes.size() && (bytes[at] == ' ' || bytes[at] == '\t')) ++at;
  if (at < bytes.size() && bytes[at] == ';') {
    const std::size_t end = bytes.substr(at, 256).find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    at += end;
  }
  if (at < bytes.size() && bytes[at] == '\r') ++at;
  if (at >= bytes.size() || bytes[at] != '\n') return std::nullopt;
  line.data = at + 1;
  return line;
}

std::size_t behind_line_end(std::string_view bytes, std::size_t at) {
  if (bytes.substr(at, 2) == "\r\n") return at + 2;
  return bytes.substr(at, 1) == "\n" ? at + 1 : at;
}

// The bytes end in the middle of a size line.
bool breaks_off_in_line(std::string_view bytes, std::size_t at) {
  const std::string_view rest = bytes.substr(at);
  return rest.size() < 10 && rest.find_first_not_of("0123456789abcdefABCDEF\r") == std::string_view::npos;
}

// Where the chunk that begins at `data` is followed as chunks are: the next size line, or the end of the bytes.
bool fits(std::string_view bytes, std::size_t data, std::size_t size) {
  if (size > bytes.size() - data) return false;
  if (data + size == bytes.size()) return true;
  const std::size_t next = behind_line_end(bytes, data + size);
  return next > data + size && (chunk_line(bytes, next) || breaks_off_in_line(bytes, next));
}

bool ends_there(std::string_view bytes, const ChunkLine& last) {
  const std::string_view rest = bytes.substr(last.data);
  return rest.size() < 1024 && (trim(rest).empty() || end_of_fields(rest));
}

// The first line behind `from` that is a size and fits: where a chunk of a wrong size really ends.
std::optional<std::size_t> next_size_line(std::string_view bytes, std::size_t from) {
  for (std::size_t at = bytes.find('\n', from); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
    const auto line = chunk_line(bytes, at + 1);
    if (line && (line->size == 0 ? ends_there(bytes, *line) : fits(bytes, line->data, line->size))) return at + 1;
  }
  return std::nullopt;
}

enum class Chunks : std::uint8_t { whole, mended, cut, not_so };

// Appends what the chunks hold. `sure`: the head says that there are chunks.
Chunks unchunk(std::string_view bytes, bool sure, std::string& out) {
  auto line = chunk_line(bytes, 0);
  if (!line || (!sure && !fits(bytes, line->data, line->size))) return Chunks::not_so;
  Chunks how = Chunks::whole;
  for (;;) {
    if (line->size == 0) return how;
    if (fits(bytes, line->data, line->size)) {
      out += bytes.substr(line->data, line->size);
      const std::size_t next = behind_line_end(bytes, line->data + line->size);
      line = chunk_line(bytes, next);
      if (!line) return Chunks::cut;  // without the last chunk of size 0
      continue;
    }
    if (!sure) return Chunks::not_so;
    const auto next = next_size_line(bytes, line->data);
    if (!next) {
      out += bytes.substr(line->data);
      return line->size > bytes.size() - line->data ? Chunks::cut : Chunks::mended;
    }
    std::string_view chunk = bytes.substr(line->data, *next - 1 - line->data);
    if (chunk.ends_with('\r')) chunk.remove_suffix(1);
    out += chunk;
    how = Chunks::mended;
    line = chunk_line(bytes, *next);
  }
}

void take_chunks_off(const HttpHead& head, BodyStore& store, Body& body) {
  store.unchunked.clear();
  const Chunks how = unchunk(body.bytes, head.chunked, store.unchunked);
  if (how == Chunks::not_so) {
    if (head.chunked) body.notes.emplace_back("Transfer-Encoding says chunked; the bytes have no chunks");
    return;
  }
  if (!head.chunked) {
    if (how != Chunks::whole) return;
    body.notes.emplace_back("the bytes are chunked, and no Transfer-Encoding says so");
  }
  body.bytes = store.unchunked;
  if (how == Chunks::mended) body.notes.emplace_back("chunks of a wrong size");
  if (how == Chunks::cut && !ends_page(body.bytes)) {
    body.cut = true;
    body.notes.emplace_back("the last chunk is missing");
  }
}

// One encoding off; what could not be is left on.
Result<bool> take_encoding_off(std::string_view said, std::uint64_t most, BodyStore& store, Body& body) {
  auto decoded = take_off(said, body.bytes, most);
  if (!decoded) return decoded.error();
  if (decoded->how == TakenOff::How::not_so) return false;
  store.decoded = std::move(decoded->bytes);
  body.bytes = store.decoded;
  if (decoded->how == TakenOff::How::broken) {
    body.cut = true;
    body.notes.push_back("its " + decoded->encoding + " encoding breaks off or is broken");
  } else if (decoded->encoding != said && !(decoded->encoding == "gzip" && said == "x-gzip") && !said.empty()) {
    body.notes.push_back("Content-Encoding says " + std::string(said) + "; the bytes are " + decoded->encoding);
  }
  return true;
}

}  // namespace

std::optional<HttpHead> http_head(std::string_view lines) {
  if (!lines.starts_with("HTTP/") && !lines.starts_with("ICY ")) return std::nullopt;
  const std::size_t end = lines.find('\n');
  const std::string_view first = lines.substr(0, end);
  const std::size_t space = first.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  HttpHead head;
  const auto status = whole_number(trim(first.substr(space)).substr(0, 3));
  if (!status) return std::nullopt;
  head.status = static_cast<int>(*status);
  if (end == std::string_view::npos) return head;
  for_each_field(lines.substr(end + 1), [&head](std::string_view name, std::string_view value) {
    if (same_name(name, "Content-Type")) {
      if (head.media.type.empty()) head.media = media_type(value);
    } else if (same_name(name, "Content-Length")) {
      if (!head.length) head.length = whole_number(value);
    } else if (same_name(name, "Content-Encoding")) {
      for (const std::string_view one : split(value.substr(0, 512), ','))
        if (head.encodings.size() < 2 * most_encodings) head.encodings.push_back(media_type(one).type);
    } else if (same_name(name, "Transfer-Encoding")) {
      for (const std::string_view one : split(value.substr(0, 512), ','))
        head.chunked = head.chunked || same_name(trim(one), "chunked");
    }
  });
  return head;
}

Result<Body> read_body(std::string_view bytes, const HttpHead& head, std::uint64_t most, BodyStore& store) {
  Body body;
  body.bytes = bytes;
  take_chunks_off(head, store, body);
  std::size_t taken = 0;
  bool labelled = head.chunked;
  for (auto said = head.encodings.rbegin(); said != head.encodings.rend(); ++said) {
    if (said->empty() || *said == "identity" || *said == "none") continue;
    labelled = true;
    if (++taken > most_encodings) break;
    const auto off = take_encoding_off(*said, most, store, body);
    if (!off) return off.error();
    if (!*off) body.notes.push_back("Content-Encoding says " + *said + "; the bytes are not");
  }
  // Encoded once more than anybody says.
  for (; taken < most_encodings && !encoding_by_magic(body.bytes).empty(); ++taken) {
    const std::string_view magic = encoding_by_magic(body.bytes);
    const auto off = take_encoding_off("", most, store, body);
    if (!off) return off.error();
    if (!*off) return Error{ErrorCode::unreadable, "", "its payload is broken " + std::string(magic)};
    body.notes.push_back("the bytes are " + std::string(magic) + ", and no Content-Encoding says so");
  }
  if (!labelled && taken == 0 && head.length && *head.length != body.bytes.size()) {
    body.notes.push_back("Content-Length says " + std::to_string(*head.length) + " bytes; " +
                         std::to_string(body.bytes.size()) + " are here");
    if (*head.length > body.bytes.size() && !ends_page(body.bytes)) body.cut = true;
  }
  return body;
}

bool ends_page(std::string_view bytes) {
  const std::string_view end = trim(bytes.substr(bytes.size() - std::min<std::size_t>(bytes.size(), 256)));
  return end.size() >= 7 && same_name(end.substr(end.size() - 7), "</html>");
}

}  // namespace sayso::dispatch
