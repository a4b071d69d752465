// What a server sent: its head, and its body as it was meant.
//
//     auto head = http_head("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Encoding:
//     gzip\r\n\r\n"); head->status == 200;  head->media.type == "text/html";  head->encodings == {"gzip"} BodyStore
//     store; auto body = read_body(bytes, *head, 64 << 20, store);   // body->bytes: the page, in `bytes` or in `store`
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dispatch/header_fields.h"
#include "sayso/result.h"

namespace sayso::dispatch {

struct HttpHead {
  int status = 0;
  MediaType media{};
  std::vector<std::string> encodings{};  // Content-Encoding in the order applied, small letters
  bool chunked = false;
  std::optional<std::uint64_t> length{};  // Content-Length, if it is a number
};

// Nothing if the first line is no HTTP status line.
std::optional<HttpHead> http_head(std::string_view lines);

struct BodyStore {
  std::string unchunked{};
  std::string decoded{};
};

struct Body {
  std::string_view bytes{};
  bool cut = false;                  // not whole
  std::vector<std::string> notes{};  // what the head says and the bytes do not hold
};

// Chunks and encodings are taken off where the bytes bear the head out, and also where only the bytes show them; what
// the head says and the bytes do not is passed by with a note. Linear. Errors (without a place): too_large; unreadable:
// the bytes are compressed and nothing of them can be unpacked.
Result<Body> read_body(std::string_view bytes, const HttpHead& head, std::uint64_t most, BodyStore& store);

// Ends as a whole page ends: "</html>" and white space.
bool ends_page(std::string_view bytes);

}  // namespace sayso::dispatch
