// The dispatches that a command line names, one after the other, whatever holds them.
//
//     Inputs inputs({.paths = {"pages", "news.jsonl", "-"}}, {}, Folders::walk);
//     while (auto next = inputs.next()) …
//       pages/a.html, pages/sub/b.txt, news.jsonl:1, news.jsonl:2, …, -
//
// Files are opened one at a time, dispatches held one at a time. Order: see walk.h.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "cli/source.h"
#include "cli/walk.h"

namespace sayso::cli {

// A file that holds many dispatches, as it is now: another run can tell whether it is still the same.
struct HoldingFile {
  std::string path{};
  std::uint64_t size = 0;
  std::int64_t changed = 0;  // nanoseconds since 1970
  std::uint64_t number = 0;  // inode

  bool operator==(const HoldingFile&) const = default;
};

struct Next {
  std::string where{};
  Result<Input> input;                        // or why there is none at that place
  bool named = true;                          // a file that the command line names, not one of many
  std::shared_ptr<const HoldingFile> file{};  // what holds it, if that can be gone on with later
  Position position{};                        // behind it in that file
  std::uint64_t bytes_before = 0;             // of all files, as they lie on the disk, up to and with this one
};

// What to read.
struct Named {
  std::vector<std::string> paths{};
  std::vector<std::string> lists{};  // files of paths
};

class Inputs {
 public:
  Inputs(const Named& named, ReadOptions given, Folders folders);

  // The next dispatch or why there is none at that place; nothing at the end.
  std::optional<Next> next();

  // Asked for each holding file when it is opened: where to begin in it; at its size, nothing of it is read.
  using Begin = std::function<std::optional<Position>(const HoldingFile&)>;
  void begin_at(Begin begin) { begin_ = std::move(begin); }

  // Files in folders of other kinds; what in files is no dispatch, by file, of those that are read to their end.
  const std::vector<std::string>& passed_over() const { return walk_.passed_over(); }
  struct PartsPassedOver {
    std::string path{};
    PassedOver parts{};
  };
  const std::vector<PartsPassedOver>& parts_passed_over() const { return parts_passed_over_; }

 private:
  void open(const Found& found);

  Walk walk_;
  ReadOptions given_;
  Begin begin_{};
  std::unique_ptr<Source> source_{};
  std::string path_{};
  std::vector<PartsPassedOver> parts_passed_over_{};
  std::shared_ptr<const HoldingFile> file_{};
  bool named_ = true;
  std::uint64_t size_ = 0;    // of the file that is read
  std::uint64_t before_ = 0;  // bytes of all files before it
};

// Bytes of all that is named, as it lies on the disk; standard input counts nothing. May take a while.
std::uint64_t size_of(const Named& named, const std::stop_token& stop);

}  // namespace sayso::cli
