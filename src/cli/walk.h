// From what a command line names to files, one after the other.
//
//     Walk walk({"pages", "news/**/*.jsonl", "-"}, {"list.txt"}, Folders::walk);
//     while (auto found = walk.next()) …
//       pages/a.html, pages/sub/b.txt, news/1.jsonl, news/2022/2.jsonl, -, then the files of the list
//
// Folders are walked in byte order of their names, so that the same tree gives the same order everywhere. In a folder
// only files of a known ending are taken; hidden ones are passed over, as are links to folders, which could lead round
// in a circle. A file that is named, listed or fits a pattern is taken whatever it is called.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/path_list.h"
#include "sayso/result.h"

namespace sayso::cli {

enum class Folders { walk, refuse };

// How a file came to be read.
enum class FoundBy { name, pattern, list, folder };

struct Found {
  std::filesystem::path path{};
  FoundBy by = FoundBy::name;
};

class Walk {
 public:
  // `lists`: files that hold paths, read behind `paths`.
  Walk(const std::vector<std::string>& paths, const std::vector<std::string>& lists, Folders folders);

  std::optional<Result<Found>> next();

  const std::vector<std::string>& passed_over() const { return passed_over_; }  // files in folders of another kind

 private:
  std::optional<Result<Found>> next_listed();
  std::optional<Error> enter(const std::filesystem::path& folder);

  std::vector<Found> pending_{};      // last one first
  std::vector<std::string> lists_{};  // last one first
  std::optional<PathList> list_{};    // the one that is read
  Folders folders_;
  std::vector<std::string> passed_over_{};
};

}  // namespace sayso::cli
