// Any bytes as a web archive and as a compressed file: no crash, no record without end, and every outcome keeps its
// promises (places inside the file, payloads within the limits, text fit to be printed).
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/compression.h"
#include "base/utf8.h"
#include "dispatch/archive.h"

namespace {

void check(const sayso::dispatch::ArchivePage& page, std::string_view bytes, std::uint64_t most) {
  if (page.offset >= bytes.size() || page.payload.empty() || page.payload.size() > most) std::abort();
  if (page.status != 0 && page.status != 200) std::abort();
  if (sayso::first_invalid(page.url)) std::abort();
  for (const std::string* text : {&page.record_id, &page.content_type, &page.charset, &page.language, &page.crawled})
    for (const char c : *text)
      if (c < ' ' || c > '~') std::abort();
  for (const std::string& note : page.notes)
    for (const char c : note)
      if (c < ' ' || c > '~') std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const sayso::dispatch::ArchiveLimits limits{.payload_bytes = 1 << 16, .header_bytes = 1 << 12};
  sayso::dispatch::ArchiveReader archive(sayso::source_of(bytes), "a", limits);
  std::size_t outcomes = 0;
  while (const auto next = archive.next()) {
    if (++outcomes > size + 2) std::abort();
    if (*next) check(**next, bytes, limits.payload_bytes);
  }
  if (archive.pages() + archive.errors() != outcomes || archive.bytes_read() > size) std::abort();
  sayso::dispatch::looks_like_archive(bytes);

  const auto unpacked = sayso::unpack(sayso::source_of(bytes), "a");
  char block[4096];
  for (auto got = unpacked->read(block, sizeof block); got && *got > 0; got = unpacked->read(block, sizeof block)) {
  }
  return 0;
}
