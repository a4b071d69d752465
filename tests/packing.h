// Packs bytes in every way that the readers must unpack.
//
//     gzip(gzip("a") + "…"); deflate("a", Frame::none); brotli("a"); zstd("a", dictionary); chunked("abcdef", 4)
#pragma once

#include <brotli/encode.h>
#include <libdeflate.h>
#include <zstd.h>

#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>

namespace sayso::test {

enum class Frame : std::uint8_t { gzip, zlib, none };

inline std::string deflate(std::string_view bytes, Frame frame) {
  const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> packer(libdeflate_alloc_compressor(6),
                                                                                        &libdeflate_free_compressor);
  std::string out(libdeflate_gzip_compress_bound(packer.get(), bytes.size()), '\0');
  const auto pack = frame == Frame::gzip   ? &libdeflate_gzip_compress
                    : frame == Frame::zlib ? &libdeflate_zlib_compress
                                           : &libdeflate_deflate_compress;
  out.resize(pack(packer.get(), bytes.data(), bytes.size(), out.data(), out.size()));
  return out;
}
inline std::string gzip(std::string_view bytes) { return deflate(bytes, Frame::gzip); }

inline std::string brotli(std::string_view bytes) {
  std::size_t size = BrotliEncoderMaxCompressedSize(bytes.size()) + 16;
  std::string out(size, '\0');
  BrotliEncoderCompress(5, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, bytes.size(),
                        reinterpret_cast<const std::uint8_t*>(bytes.data()), &size,
                        reinterpret_cast<std::uint8_t*>(out.data()));
  out.resize(size);
  return out;
}

inline std::string zstd(std::string_view bytes, std::string_view dictionary = {}) {
  const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> packer(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress_usingDict(packer.get(), out.data(), out.size(), bytes.data(), bytes.size(),
                                     dictionary.data(), dictionary.size(), 3));
  return out;
}

// The skippable frame in which warc.zst keeps its dictionary, or another one (magic 0x184D2A50 + kind).
inline std::string skippable(std::string_view content, char kind = '\x0d') {
  std::string out{static_cast<char>(0x50 + kind), '\x2a', '\x4d', '\x18'};
  for (unsigned i = 0; i < 4; ++i) out += static_cast<char>(content.size() >> (8 * i) & 0xff);
  return out + std::string(content);
}

inline std::string hex(std::size_t number) {
  char digits[17];
  std::snprintf(digits, sizeof digits, "%zx", number);
  return digits;
}

inline std::string chunked(std::string_view bytes, std::size_t size) {
  std::string out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(size, bytes.size())))
    out += hex(std::min(size, bytes.size())) + "\r\n" + std::string(bytes.substr(0, size)) + "\r\n";
  return out + "0\r\n\r\n";
}

}  // namespace sayso::test
