// Tells files apart by the ending of their names, in any case of letters.
#include "cli/file_kind.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sayso::cli {
namespace {

struct Ending {
  std::string_view text;
  FileKind kind;
};
constexpr std::array<Ending, 8> endings{{{".txt", FileKind::dispatch},
                                         {".md", FileKind::dispatch},
                                         {".markdown", FileKind::dispatch},
                                         {".html", FileKind::dispatch},
                                         {".htm", FileKind::dispatch},
                                         {".xhtml", FileKind::dispatch},
                                         {".jsonl", FileKind::lines},
                                         {".ndjson", FileKind::lines}}};

}  // namespace

FileKind kind_by_name(const std::filesystem::path& path) {
  std::string name = path.filename().string();
  std::transform(name.begin(), name.end(), name.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const auto& [ending, kind] : endings)
    if (name.size() > ending.size() && name.ends_with(ending)) return kind;
  return FileKind::unknown;
}

}  // namespace sayso::cli
