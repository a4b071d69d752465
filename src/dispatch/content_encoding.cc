// Decodes gzip, deflate, br and zstd as HTTP uses them.
//
//     "\x1f\x8b…" said to be gzip     -> the page
//     "<!doctype html>" said to be br -> not_so
//     a gzip body cut in the middle   -> broken, with the first half of the page
//
// deflate means zlib's frame by the standard and bare deflate by some servers: both are tried, and gzip too. br has no
// magic: bytes that look like text and do not decode to their end are taken for text.
// Leaves out on purpose: compress and exi, which nobody sends; dictionaries (dcb, dcz), which no crawler asks for.
#include "dispatch/content_encoding.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "base/compression.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 16;

// What a decoder has given so far, held to the limits.
class Output {
 public:
  Output(std::size_t packed, std::uint64_t most) : packed_(packed), most_(most) {}

  char* room() {
    bytes_.resize(size_ + block_size);
    return bytes_.data() + size_;
  }
  void made(std::size_t size) { size_ += size; }
  bool too_large() const {
    return size_ > most_ || (size_ > bomb_floor_bytes && size_ / most_unpacked_ratio > packed_);
  }
  Error error() const {
    return {ErrorCode::too_large, "",
            size_ > most_
                ? "its payload unpacks to more than " + size_in_words(most_)
                : "its payload unpacks to more than " + std::to_string(most_unpacked_ratio) + " times its size"};
  }
  TakenOff give(TakenOff::How how, std::string_view encoding) {
    bytes_.resize(size_);
    return {how, std::move(bytes_), std::string(encoding)};
  }
  bool empty() const { return size_ == 0; }

 private:
  std::string bytes_{};
  std::size_t size_ = 0;
  std::size_t packed_;
  std::uint64_t most_;
};

TakenOff not_so() { return {}; }

// window_bits as zlib has it: 31 gzip, 15 zlib, -15 bare deflate. gzip members may follow one another.
Result<TakenOff> inflate_body(std::string_view bytes, int window_bits, std::string_view name, std::uint64_t most) {
  z_stream z{};
  if (inflateInit2(&z, window_bits) != Z_OK) return not_so();
  const std::unique_ptr<z_stream, decltype(&inflateEnd)> end(&z, &inflateEnd);
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write there
  z.avail_in = static_cast<uInt>(bytes.size());
  Output out(bytes.size(), most);
  bool members = false;
  for (;;) {
    z.next_out = reinterpret_cast<Bytef*>(out.room());
    z.avail_out = block_size;
    const int result = inflate(&z, Z_NO_FLUSH);
    out.made(block_size - z.avail_out);
    if (out.too_large()) return out.error();
    if (result == Z_STREAM_END) {
      const std::string_view left = bytes.substr(bytes.size() - z.avail_in);
      if (window_bits > 15 && left.starts_with("\x1f\x8b") && inflateReset(&z) == Z_OK) {
        members = true;
        continue;
      }
      return out.give(TakenOff::How::whole, name);  // what follows is padding
    }
    const bool broken = result != Z_OK || (z.avail_in == 0 && z.avail_out > 0);
    if (!broken) continue;
    if (out.empty() && !members) return not_so();
    return out.give(TakenOff::How::broken, name);
  }
}

// In one go, if the trailer of a single member tells its size and everything holds; otherwise nothing.
std::optional<TakenOff> gunzip_at_once(std::string_view bytes, std::uint64_t most) {
  if (bytes.size() < 18) return std::nullopt;
  std::uint64_t size = 0;
  for (std::size_t i = 0; i < 4; ++i)
    size |= std::uint64_t{static_cast<unsigned char>(bytes[bytes.size() - 4 + i])} << (8 * i);
  if (size > most || (size > bomb_floor_bytes && size / most_unpacked_ratio > bytes.size())) return std::nullopt;
  const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> whole(
      libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
  if (!whole) return std::nullopt;
  TakenOff decoded{TakenOff::How::whole, std::string(size, '\0'), "gzip"};
  std::size_t used = 0;
  std::size_t made = 0;
  if (libdeflate_gzip_decompress_ex(whole.get(), bytes.data(), bytes.size(), decoded.bytes.data(), size, &used,
                                    &made) != LIBDEFLATE_SUCCESS ||
      used != bytes.size() || made != size)
    return std::nullopt;
  return decoded;
}

Result<TakenOff> gunzip(std::string_view bytes, std::uint64_t most) {
  if (auto decoded = gunzip_at_once(bytes, most)) return std::move(*decoded);
  return inflate_body(bytes, 31, "gzip", most);
}

Result<TakenOff> unbrotli(std::string_view bytes, std::uint64_t most) {
  const std::unique_ptr<BrotliDecoderState, decltype(&BrotliDecoderDestroyInstance)> state(
      BrotliDecoderCreateInstance(nullptr, nullptr, nullptr), &BrotliDecoderDestroyInstance);
  if (!state) return not_so();
  auto left = bytes.size();
  const auto* next = reinterpret_cast<const std::uint8_t*>(bytes.data());
  Output out(bytes.size(), most);
  for (;;) {
    auto* to = reinterpret_cast<std::uint8_t*>(out.room());
    std::size_t room = block_size;
    const BrotliDecoderResult result = BrotliDecoderDecompressStream(state.get(), &left, &next, &room, &to, nullptr);
    out.made(block_size - room);
    if (out.too_large()) return out.error();
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_OUTPUT) continue;
    if (result == BROTLI_DECODER_RESULT_NEEDS_MORE_INPUT && BrotliDecoderHasMoreOutput(state.get()) != 0) continue;
    if (result == BROTLI_DECODER_RESULT_SUCCESS && (left == 0 || !looks_like_text(bytes)))
      return out.give(TakenOff::How::whole, "br");
    if (out.empty() || looks_like_text(bytes)) return not_so();
    return out.give(TakenOff::How::broken, "br");
  }
}

Result<TakenOff> unzstd(std::string_view bytes, std::uint64_t most) {
  const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> frames(ZSTD_createDCtx(), &ZSTD_freeDCtx);
  if (!frames) return not_so();
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  Output out(bytes.size(), most);
  for (;;) {
    ZSTD_outBuffer to{out.room(), block_size, 0};
    const std::size_t result = ZSTD_decompressStream(frames.get(), &to, &in);
    out.made(to.pos);
    if (out.too_large()) return out.error();
    const bool broken = ZSTD_isError(result) != 0 || (result != 0 && in.pos == in.size && to.pos < to.size);
    if (!broken && (result != 0 || in.pos < in.size)) continue;
    if (!broken) return out.give(TakenOff::How::whole, "zstd");
    if (out.empty()) return not_so();
    return out.give(TakenOff::How::broken, "zstd");
  }
}

Result<TakenOff> undeflate(std::string_view bytes, std::uint64_t most) {
  const bool framed = bytes.size() > 2 && (bytes[0] & 0x0f) == 8 &&
                      (static_cast<unsigned char>(bytes[0]) * 256 + static_cast<unsigned char>(bytes[1])) % 31 == 0;
  if (framed) {
    auto decoded = inflate_body(bytes, 15, "deflate", most);
    if (!decoded || decoded->how != TakenOff::How::not_so) return decoded;
  }
  auto decoded = inflate_body(bytes, -15, "deflate", most);
  // Plain text decodes as some bytes of bare deflate now and then; it does not get to an end.
  if (decoded && decoded->how == TakenOff::How::broken && looks_like_text(bytes)) return not_so();
  return decoded;
}

}  // namespace

std::string_view encoding_by_magic(std::string_view bytes) {
  if (bytes.starts_with("\x1f\x8b\x08")) return "gzip";
  if (bytes.starts_with("\x28\xb5\x2f\xfd")) return "zstd";
  return "";
}

std::string size_in_words(std::uint64_t bytes) {
  constexpr std::uint64_t mebibyte = 1ull << 20;
  return bytes % mebibyte == 0 ? std::to_string(bytes / mebibyte) + " MiB" : std::to_string(bytes) + " bytes";
}

bool looks_like_text(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 256);
  return std::none_of(head.begin(), head.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0x7f ||
           (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f' && byte != 0x1b);
  });
}

Result<TakenOff> take_off(std::string_view encoding, std::string_view bytes, std::uint64_t most) {
  const std::string_view magic = encoding_by_magic(bytes);
  if (magic == "gzip" && encoding != "br") return gunzip(bytes, most);
  if (magic == "zstd" && encoding != "br") return unzstd(bytes, most);
  if (encoding == "br") return unbrotli(bytes, most);
  if (encoding == "deflate" || encoding == "gzip" || encoding == "x-gzip") return undeflate(bytes, most);
  return not_so();
}

}  // namespace sayso::dispatch
