// What kind of file this is, by its name: which Source reads it.
//
//     news.jsonl.gz -> lines   page.HTML -> dispatch   cc-news.warc.gz -> archive   picture.png -> unknown
#pragma once

#include <cstdint>
#include <filesystem>

namespace sayso::cli {

enum class FileKind : std::uint8_t {
  unknown,
  dispatch,  // .txt .md .markdown .html .htm .xhtml
  lines,     // .jsonl .ndjson
  archive,   // .warc .arc .wet, also .warc.wet
  feed,      // .rss .atom .rdf .xml .json
};

// A last .gz or .zst is passed by.
FileKind kind_by_name(const std::filesystem::path& path);
bool is_packed_by_name(const std::filesystem::path& path);  // .gz, .zst …

}  // namespace sayso::cli
