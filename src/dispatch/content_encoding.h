// Takes one Content-Encoding off a body.
//
//     take_off("gzip", bytes, 64 << 20)   ->  whole, "<!doctype html>…"
//     take_off("br", "<!doctype html>", …) ->  not_so: these bytes are not br
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::dispatch {

struct TakenOff {
  enum class How : std::uint8_t {
    whole,   // the bytes were in this encoding, to their end
    broken,  // they were, but break off or break down: `bytes` is what is sound
    not_so,  // they are not in this encoding
  };
  How how = How::not_so;
  std::string bytes{};
  std::string encoding{};  // in which they were: "gzip" where "deflate" was said
};

// Names: gzip, x-gzip, deflate (with zlib's frame or without), br, zstd; another one is not_so.
// Errors: too_large with an empty place: more than `most` bytes, or a bomb (base/compression.h says what that is).
Result<TakenOff> take_off(std::string_view encoding, std::string_view bytes, std::uint64_t most);

// "gzip", "zstd" or "": what the first bytes say without any doubt.
std::string_view encoding_by_magic(std::string_view bytes);

std::string size_in_words(std::uint64_t bytes);  // "64 MiB", "1000 bytes"

// Text by its first bytes: no control characters.
bool looks_like_text(std::string_view bytes);

}  // namespace sayso::dispatch
