// Reads a list a block at a time: a list may name more files than would fit into memory as paths.
//
//     "a⏎⏎b"  ->  "a", "b"
#include "cli/path_list.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

namespace sayso::cli {
namespace {

constexpr std::size_t block_bytes = std::size_t{1} << 16U;
constexpr std::size_t max_path_bytes = std::size_t{1} << 16U;  // far beyond what any file system opens

}  // namespace

Result<PathList> PathList::open(const std::filesystem::path& path) {
  if (path == "-") return PathList(std::make_unique<std::istream>(std::cin.rdbuf()));
  std::error_code ignored;
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (std::filesystem::is_directory(path, ignored))
    return Error{ErrorCode::unreadable, path.string(), "is a folder, not a list of paths"};
  if (!*file)
    return Error{ErrorCode::unreadable, path.string(), std::string("cannot be opened: ") + std::strerror(errno)};
  return PathList(std::move(file));
}

bool PathList::fill() {
  block_.resize(block_bytes);
  in_->read(block_.data(), static_cast<std::streamsize>(block_bytes));
  block_.resize(static_cast<std::size_t>(in_->gcount()));
  at_ = 0;
  if (!begun_ && block_.find('\0') != std::string::npos) end_ = '\0';
  begun_ = true;
  return !block_.empty();
}

std::optional<std::string> PathList::next() {
  std::string path;
  for (;;) {
    if (at_ == block_.size() && !fill()) break;
    const std::size_t end = std::min(block_.find(end_, at_), block_.size());
    path.append(block_, at_, std::min(end - at_, max_path_bytes - path.size()));
    const bool whole = end < block_.size();
    at_ = whole ? end + 1 : end;
    if (!whole) continue;
    if (end_ == '\n' && path.ends_with('\r')) path.pop_back();
    if (!path.empty()) return path;
  }
  if (path.empty()) return std::nullopt;
  return path;
}

}  // namespace sayso::cli
