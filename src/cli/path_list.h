// A list of paths, from a file or standard input.
//
//     find pages -name '*.html' -print0 | sayso add --from-list -
//     pages/a.html⏎pages/b.html⏎  ->  two paths, one after the other
//
// Paths are parted by line feeds, or by NULs if there is one in the first 64 KiB; an empty path is none.
#pragma once

#include <filesystem>
#include <istream>
#include <memory>
#include <optional>
#include <string>

#include "sayso/result.h"

namespace sayso::cli {

class PathList {
 public:
  // Errors: unreadable.
  static Result<PathList> open(const std::filesystem::path& path);

  std::optional<std::string> next();

 private:
  explicit PathList(std::unique_ptr<std::istream> in) : in_(std::move(in)) {}

  bool fill();

  std::unique_ptr<std::istream> in_;
  std::string block_{};
  std::size_t at_ = 0;
  char end_ = '\n';
  bool begun_ = false;
};

}  // namespace sayso::cli
