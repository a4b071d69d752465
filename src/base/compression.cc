// Compressed files read as if they were not.
//
//     "page.html.gz" -> "<!doctype html>…";  "news.jsonl.zst" -> its lines, a block at a time;  "page.html" -> as it is
//
// Leaves out on purpose: ZIP, bzip2 and xz, which hold no news by the million; going on behind a fault, which only an
// archive of records can (base/unpacker.h).
#include "base/compression.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/unpacker.h"
#include "base/utf8.h"

namespace sayso {
namespace {

class UnpackedSource : public ByteSource {
 public:
  UnpackedSource(std::unique_ptr<ByteSource> packed, std::string where)
      : unpacker_(std::move(packed)), where_(std::move(where)) {}

  Result<std::size_t> read(char* to, std::size_t room) override {
    while (unpacker_.ahead().empty()) {
      if (ended_) return std::size_t{0};
      const Unpacker::Step step = unpacker_.pull();
      if (step == Unpacker::Step::more) continue;
      ended_ = true;
      if (step == Unpacker::Step::end) return std::size_t{0};
      const Unpacker::Fault& fault = unpacker_.fault();
      return Error{fault.code, where_ + (fault.final ? "" : ": byte " + std::to_string(fault.offset)), fault.message};
    }
    const std::size_t size = std::min(room, unpacker_.ahead().size());
    std::memcpy(to, unpacker_.ahead().data(), size);
    unpacker_.take(size);
    return size;
  }

 private:
  Unpacker unpacker_;
  std::string where_;
  bool ended_ = false;
};

}  // namespace

Compression compression_of(std::string_view head) {
  if (head.starts_with("\x1f\x8b")) return Compression::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd")) return Compression::zstd;
  if (head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xf0U) == 0x50 && head.substr(1, 3) == "\x2a\x4d\x18")
    return Compression::zstd;  // a skippable frame
  return Compression::none;
}

std::string_view unpacked_name(std::string_view name) {
  const std::string end = to_lower(name.substr(name.size() - std::min<std::size_t>(name.size(), 5)));
  for (const std::string_view ending : {".gz", ".gzip", ".zst", ".zstd"})
    if (end.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return name;
}

std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, std::string where) {
  return std::make_unique<UnpackedSource>(std::move(packed), std::move(where));
}

Result<std::unique_ptr<ByteSource>> open_unpacked(const std::filesystem::path& path) {
  auto source = open_source(path);
  if (!source) return source.error();
  return unpack(std::move(*source), path.string());
}

Result<std::string> read_unpacked(const std::filesystem::path& path, std::uint64_t max_bytes) {
  auto source = open_unpacked(path);
  if (!source) return source.error();
  std::string bytes;
  char block[1 << 16];
  for (;;) {
    const auto got = (*source)->read(block, sizeof block);
    if (!got) return got.error();
    if (*got == 0) return bytes;
    bytes.append(block, *got);
    if (bytes.size() > max_bytes)
      return Error{ErrorCode::too_large, path.string(), "is larger than " + std::to_string(max_bytes) + " bytes"};
  }
}

}  // namespace sayso
