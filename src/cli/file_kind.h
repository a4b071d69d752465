// What kind of file this is, by its name: which Source reads it.
//
//     news.jsonl.gz -> lines   page.HTML -> dispatch   cc-news.warc.gz -> archive   picture.png -> unknown
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>

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
bool is_folder(const std::filesystem::path& path);          // false too where nobody may look

// What has no name, by its first line with anything in it, which must be there whole: lines if that is a dispatch; else
// a feed if it looks like one; else a dispatch.
FileKind kind_by_beginning(std::string_view bytes);
std::size_t first_byte(std::string_view bytes);  // behind a byte order mark and white space; at most bytes.size()

}  // namespace sayso::cli
