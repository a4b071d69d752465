// What kind of file this is, by its name: which Source reads it.
//
//     news.jsonl -> lines   page.HTML -> dispatch   cc-news.warc.gz -> archive   picture.png -> unknown
#pragma once

#include <cstdint>
#include <filesystem>

namespace sayso::cli {

enum class FileKind : std::uint8_t {
  unknown,
  dispatch,  // .txt .md .markdown .html .htm .xhtml
  lines,     // .jsonl .ndjson
};

FileKind kind_by_name(const std::filesystem::path& path);

}  // namespace sayso::cli
