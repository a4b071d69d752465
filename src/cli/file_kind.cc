// Tells files apart by the ending of their names, in any case of letters, and standard input by its beginning.
#include "cli/file_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <system_error>

#include "base/compression.h"
#include "cli/dispatch_lines.h"
#include "dispatch/feed.h"

namespace sayso::cli {
namespace {

struct Ending {
  std::string_view text;
  FileKind kind;
};
constexpr std::array<Ending, 16> endings{{{".txt", FileKind::dispatch},
                                          {".md", FileKind::dispatch},
                                          {".markdown", FileKind::dispatch},
                                          {".html", FileKind::dispatch},
                                          {".htm", FileKind::dispatch},
                                          {".xhtml", FileKind::dispatch},
                                          {".jsonl", FileKind::lines},
                                          {".ndjson", FileKind::lines},
                                          {".warc", FileKind::archive},
                                          {".arc", FileKind::archive},
                                          {".wet", FileKind::archive},
                                          {".rss", FileKind::feed},
                                          {".atom", FileKind::feed},
                                          {".rdf", FileKind::feed},
                                          {".xml", FileKind::feed},
                                          {".json", FileKind::feed}}};

}  // namespace

FileKind kind_by_name(const std::filesystem::path& path) {
  const std::string whole = path.filename().string();
  std::string name(unpacked_name(whole));
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& [ending, kind] : endings)
    if (name.size() > ending.size() && name.ends_with(ending)) return kind;
  return FileKind::unknown;
}

std::size_t first_byte(std::string_view bytes) {
  const std::size_t mark = bytes.starts_with("\xef\xbb\xbf") ? 3 : 0;
  return std::min(bytes.find_first_not_of(" \t\r\n", mark), bytes.size());
}

FileKind kind_by_beginning(std::string_view bytes) {
  const std::string_view from = bytes.substr(first_byte(bytes));
  const std::string_view line = from.substr(0, from.find('\n'));
  if (line.starts_with('{') && dispatch_of_line(line, {}, {})) return FileKind::lines;
  return looks_like_feed(bytes) ? FileKind::feed : FileKind::dispatch;
}

bool is_packed_by_name(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return unpacked_name(name).size() < name.size();
}

bool is_folder(const std::filesystem::path& path) {
  std::error_code ignored;
  return std::filesystem::is_directory(path, ignored);
}

}  // namespace sayso::cli
