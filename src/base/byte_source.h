// Bytes in order from a file, from standard input or from memory, a block at a time.
//
//     auto source = open_source("news.jsonl");     // "-" is standard input
//     char block[1 << 16];
//     auto got = (*source)->read(block, sizeof block);   // *got bytes; 0 at the end
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string_view>

#include "sayso/result.h"

namespace sayso {

class ByteSource {
 public:
  ByteSource() = default;
  ByteSource(const ByteSource&) = delete;
  ByteSource& operator=(const ByteSource&) = delete;
  virtual ~ByteSource() = default;

  // Fills at most `room` bytes and says how many; 0 means the end and nothing else. After an error the source is at its
  // end. REQUIRES: room > 0.
  virtual Result<std::size_t> read(char* to, std::size_t room) = 0;

  // The place of its first byte in the file.
  virtual std::uint64_t begins_at() const { return 0; }
};

// From that byte on. Errors: unreadable (missing, a directory, no permission; from the midst of what is no file).
Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& path, std::uint64_t from = 0);

// The bytes must outlive the source.
std::unique_ptr<ByteSource> source_of(std::string_view bytes);

}  // namespace sayso
