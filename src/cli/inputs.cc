// Opens what the command line names (example and order in the header).
//
// Left out on purpose: archives and compressed files; links to folders, which could lead round in a circle.
#include "cli/inputs.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <cstring>
#include <iostream>

#include "base/file.h"
#include "cli/dispatch_lines.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

std::string ending(const fs::path& path) {
  std::string text = path.extension().string();
  std::transform(text.begin(), text.end(), text.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

bool is_lines(const fs::path& path) { return ending(path) == ".jsonl" || ending(path) == ".ndjson"; }

bool is_known(const fs::path& path) {
  constexpr std::array<std::string_view, 6> known{".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"};
  return is_lines(path) || std::find(known.begin(), known.end(), ending(path)) != known.end();
}

Error unreadable(const fs::path& path, std::string message) {
  return {ErrorCode::unreadable, path.string(), std::move(message)};
}

// One line without its line feed; more than `limit` bytes are passed over to the line's end and only counted.
struct Line {
  std::string bytes{};
  bool too_long = false;
};

std::optional<Line> read_line(std::istream& in, std::uint64_t limit) {
  Line line;
  std::streambuf* buffer = in.rdbuf();
  int c = buffer->sbumpc();
  if (c == std::char_traits<char>::eof()) return std::nullopt;
  for (; c != std::char_traits<char>::eof() && c != '\n'; c = buffer->sbumpc()) {
    if (line.bytes.size() < limit) {
      line.bytes += static_cast<char>(c);
    } else {
      line.too_long = true;
    }
  }
  return line;
}

}  // namespace

Inputs::Inputs(std::vector<std::string> paths, ReadOptions given, Folders folders)
    : given_(std::move(given)), folders_(folders) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) pending_.push_back({*path, true});
}

std::optional<Next> Inputs::next() {
  for (;;) {
    if (lines_) {
      if (auto line = next_line()) return line;
      lines_.reset();
    }
    if (pending_.empty()) return std::nullopt;
    const Place place = std::move(pending_.back());
    pending_.pop_back();
    std::error_code ignored;
    if (place.path != "-" && fs::is_directory(place.path, ignored)) {
      if (auto error = enter_folder(place.path)) return Next{place.path.string(), *error};
      continue;
    }
    const bool lines = given_.format == "jsonl" || (given_.format.empty() && is_lines(place.path));
    if (!lines) return open_file(place);
    if (place.path == "-") {
      lines_ = std::make_unique<std::istream>(std::cin.rdbuf());
    } else {
      auto file = std::make_unique<std::ifstream>(place.path, std::ios::binary);
      if (!*file)
        return Next{place.path.string(),
                    unreadable(place.path, std::string("cannot be opened: ") + std::strerror(errno))};
      lines_ = std::move(file);
    }
    lines_name_ = place.path.string();
    line_number_ = 0;
  }
}

std::optional<Next> Inputs::next_line() {
  while (auto line = read_line(*lines_, max_file_bytes)) {
    ++line_number_;
    const std::string where = lines_name_ + ":" + std::to_string(line_number_);
    if (line->too_long) {
      return Next{where, Error{ErrorCode::too_large, where,
                               "a line of more than " + std::to_string(max_file_bytes >> 20U) + " MiB"}};
    }
    if (line->bytes.find_first_not_of(" \t\r") == std::string::npos) continue;
    auto parsed = dispatch_of_line(line->bytes, where, given_);
    if (!parsed) return Next{where, parsed.error()};
    return Next{where, std::move(*parsed)};
  }
  return std::nullopt;
}

std::optional<Error> Inputs::enter_folder(const fs::path& folder) {
  if (folders_ == Folders::refuse)
    return unreadable(folder, "is a folder; `sayso add` takes folders, `sayso read` takes files");
  std::error_code error;
  std::vector<fs::path> found;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    found.push_back(at->path());
  if (error) return unreadable(folder, "cannot be listed: " + error.message());
  std::sort(found.begin(), found.end(), [](const fs::path& a, const fs::path& b) { return a.native() > b.native(); });
  for (const fs::path& path : found) {
    if (path.filename().native().rfind('.', 0) == 0) continue;
    std::error_code ignored;
    const bool folder_inside = fs::is_directory(path, ignored);
    if (folder_inside && fs::is_symlink(path, ignored)) {
      passed_over_.push_back(path.string());
    } else if (folder_inside || is_known(path)) {
      pending_.push_back({path, false});
    } else {
      passed_over_.push_back(path.string());
    }
  }
  return std::nullopt;
}

Next Inputs::open_file(const Place& place) {
  const std::string where = place.path.string();
  Result<std::string> bytes = read_file(place.path, max_file_bytes);
  if (!bytes) return {where, bytes.error()};
  ReadOptions options = given_;
  options.path = where;
  return {where, Input{where, std::move(*bytes), std::move(options)}};
}

}  // namespace sayso::cli
