// The dispatches that a command line names, one after the other: files, standard input, folders, JSON lines.
//
//     Inputs inputs({"pages", "news.jsonl", "-"}, {}, Inputs::Folders::walk);
//     while (auto input = inputs.next()) …
//       pages/a.html, pages/sub/b.txt, news.jsonl:1, news.jsonl:2, …, -
//
// Folders are walked in byte order of their names, so that the same tree gives the same order everywhere. In a folder
// only files of a known ending are taken (.txt .md .markdown .html .htm .xhtml .jsonl .ndjson); hidden ones are passed
// over. A file named outright is taken whatever it is called. Files are opened one at a time, lines are read one at a
// time.
#pragma once

#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::cli {

// A file of more than this is not read at all.
constexpr std::uint64_t max_file_bytes = std::uint64_t{256} << 20U;

struct Input {
  std::string where{};  // "pages/a.html", "news.jsonl:12"
  std::string bytes{};
  ReadOptions options{};
};

struct Next {
  std::string where{};
  Result<Input> input;
};

class Inputs {
 public:
  enum class Folders { walk, refuse };

  Inputs(std::vector<std::string> paths, ReadOptions given, Folders folders);

  // The next dispatch or why there is none at that place; nothing at the end.
  std::optional<Next> next();

  const std::vector<std::string>& passed_over() const { return passed_over_; }  // files in folders of another kind

 private:
  struct Place {
    std::filesystem::path path{};
    bool named = true;  // on the command line, not found in a folder
  };

  std::optional<Next> next_line();
  std::optional<Error> enter_folder(const std::filesystem::path& folder);
  Next open_file(const Place& place);

  std::vector<Place> pending_{};  // last one first
  ReadOptions given_{};
  Folders folders_;
  std::vector<std::string> passed_over_{};
  std::unique_ptr<std::istream> lines_{};
  std::string lines_name_{};
  std::uint64_t line_number_ = 0;
};

}  // namespace sayso::cli
