// Compressed files as if they were not: gzip (also many members one after the other), zstd (also many frames), and
// plain bytes as they are. What a file is, its first bytes say, not its name.
//
//     auto page = read_unpacked("page.html.gz", 256 << 20);           // the page whole
//
//     auto source = open_unpacked("news.jsonl.zst");                  // or a block at a time, in bounded memory
//     auto got = (*source)->read(block, sizeof block);                // 0 at the end
//
//     unpacked_name("news.jsonl.gz") == "news.jsonl"                  // what the ending says once it is unpacked
//
// Memory: 10 MiB for each open file (2 of it as it lies there and 8 unpacked, of which only what is used counts) beside
// what the caller keeps; for zstd also its window, at most 128 MiB if a frame asks for so much. Errors of reading,
// after which the source is at its end: unreadable (broken or cut-off compressed bytes: what was sound before has been
// given out), too_large (a bomb: more than most_unpacked_ratio times its compressed size, looked at once a member has
// given bomb_floor_bytes). Without memory for the decoders: unreadable.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "sayso/result.h"

namespace sayso {

constexpr std::uint64_t most_unpacked_ratio = 256;
constexpr std::uint64_t bomb_floor_bytes = 4ull << 20;

enum class Compression : std::uint8_t { none, gzip, zstd };

// By the first bytes; four are enough.
Compression compression_of(std::string_view head);

// The name without a last ending .gz, .gzip, .zst or .zstd in any case.
std::string_view unpacked_name(std::string_view name);

// Errors: unreadable (missing, a directory, no permission). "-" is standard input.
Result<std::unique_ptr<ByteSource>> open_unpacked(const std::filesystem::path& path);

// `where` names the source in errors.
std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, std::string where);

// The whole file. Errors: those above, and too_large (more than max_bytes, counted unpacked).
Result<std::string> read_unpacked(const std::filesystem::path& path, std::uint64_t max_bytes);

}  // namespace sayso
