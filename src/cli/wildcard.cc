// Walks down a pattern a name at a time.
//
//     pages/*/a?.html, 3 names  ->  folder "pages", then each folder in it, then the names that fit a?.html
//
// Left out on purpose: braces and ~, which are the shell's before wildcards are.
#include "cli/wildcard.h"

#include <algorithm>

#include "cli/file_kind.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

// Whether `byte` is in the set that begins behind the '[' at `at`; moves behind its ']'. Without a ']' it is a plain
// '['.
bool in_set(char byte, std::string_view pattern, std::size_t& at) {
  std::size_t i = at;
  const bool wanted = i >= pattern.size() || (pattern[i] != '!' && pattern[i] != '^');
  if (!wanted) ++i;
  bool found = false;
  for (bool first = true; i < pattern.size() && (first || pattern[i] != ']'); first = false) {
    const char low = pattern[i];
    char high = low;
    if (i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']') {
      high = pattern[i + 2];
      i += 2;
    }
    ++i;
    const auto value = [](char c) { return static_cast<unsigned char>(c); };
    found = found || (value(low) <= value(byte) && value(byte) <= value(high));
  }
  if (i >= pattern.size()) return byte == '[';
  at = i + 1;
  return found == wanted;
}

// Whether one byte fits the pattern's element at `at`; moves behind the element.
bool fits(char byte, std::string_view pattern, std::size_t& at) {
  const char element = pattern[at++];
  if (element == '?') return true;
  if (element == '[') return in_set(byte, pattern, at);
  if (element == '\\' && at < pattern.size()) return byte == pattern[at++];
  return byte == element;
}

std::vector<std::string> names_in(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(folder.empty() ? "." : folder, error), end; !error && at != end; at.increment(error))
    names.push_back(at->path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

bool is_link(const fs::path& path) {
  std::error_code ignored;
  return fs::is_symlink(path, ignored);
}

using Names = std::vector<std::string>;

void walk(const fs::path& folder, const Names& names, std::size_t at, std::vector<fs::path>& found) {
  if (at == names.size()) {
    found.push_back(folder);
    return;
  }
  const std::string& name = names[at];
  if (name == "**") {
    walk(folder, names, at + 1, found);
    for (const std::string& inside : names_in(folder)) {
      const fs::path path = folder / inside;
      if (inside.front() != '.' && is_folder(path) && !is_link(path)) walk(path, names, at, found);
    }
  } else if (!has_wildcard(name)) {
    const fs::path path = folder / name;
    std::error_code ignored;
    if (fs::exists(path, ignored)) walk(path, names, at + 1, found);
  } else {
    for (const std::string& inside : names_in(folder)) {
      if (inside.front() == '.' && name.front() != '.') continue;
      if (!matches(inside, name)) continue;
      if (at + 1 < names.size() && !is_folder(folder / inside)) continue;
      walk(folder / inside, names, at + 1, found);
    }
  }
}

}  // namespace

bool has_wildcard(std::string_view path) { return path.find_first_of("*?[") != std::string_view::npos; }

// Back to the last * only: an earlier one could not do better, since the last can take whatever it would have taken.
bool matches(std::string_view name, std::string_view pattern) {
  std::size_t n = 0, p = 0;
  std::size_t star = std::string_view::npos, taken = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      taken = n;
      continue;
    }
    std::size_t behind = p;
    if (p < pattern.size() && fits(name[n], pattern, behind)) {
      ++n;
      p = behind;
      continue;
    }
    if (star == std::string_view::npos) return false;
    n = ++taken;
    p = star;
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

std::vector<fs::path> expand(std::string_view pattern) {
  Names names;
  fs::path start;
  if (pattern.starts_with('/')) start = "/";
  for (std::size_t begin = 0; begin < pattern.size();) {
    const std::size_t end = std::min(pattern.find('/', begin), pattern.size());
    const std::string name(pattern.substr(begin, end - begin));
    if (!name.empty() && !(name == "**" && !names.empty() && names.back() == "**")) names.push_back(name);
    begin = end + 1;
  }
  std::vector<fs::path> found;
  walk(start, names, 0, found);
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace sayso::cli
