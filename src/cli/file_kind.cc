// Tells files apart by the ending of their names, in any case of letters.
#include "cli/file_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "base/compression.h"

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

bool is_packed_by_name(const std::filesystem::path& path) {
  const std::string name = path.filename().string();
  return unpacked_name(name).size() < name.size();
}

}  // namespace sayso::cli
