// How far an interrupted run got in files that hold many dispatches, so that the next one need not read them again.
//
//     war.ledger-bookmark, beside the ledger while `sayso add` works and after it was killed:
//       {"schema": "sayso.bookmark/1", "made_with": "5f0c…", "last": "sha256:9f…", "files":
//        [{"path": "cc-news.warc.gz", "size": 1073741824, "changed": 1663…, "number": 1234, "bytes": 402653184,
//        "items": 81223}]}
//       sha256 of the line above
//
// It may lag behind the ledger, never run ahead of it: it is written after what it tells of is on the disk. What it
// passes by wrongly would be lost, so it is believed only if all holds: the bytes are whole, the file is the same
// (path, size, time of change, inode), the run would read alike (program, rules, options: `made_with`), and the ledger
// holds the last dispatch that was added before it was written. Otherwise everything is looked at again, which costs
// time only. A run that comes to its end takes it away.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>

#include "cli/inputs.h"

namespace sayso::cli {

class Bookmark {
 public:
  Bookmark(const std::filesystem::path& ledger, std::string made_with);

  // Takes what a former run left, if `holds` says that the ledger is the one it was written beside.
  void load(const std::function<bool(std::string_view dispatch_id)>& holds);

  // Where to begin in a file that this run has come to.
  std::optional<Position> position(const HoldingFile& file);
  void move(const HoldingFile& file, const Position& position);

  // Writes it, whole or not at all. Nothing without a file to tell of. A failure costs a later run time and no more.
  void save(const std::string& last_added) const;
  // The run came to its end: forgets the files it came to; without any other there is no bookmark.
  void finish(const std::string& last_added);

 private:
  std::filesystem::path path_;
  std::string made_with_;
  struct Entry {
    HoldingFile file{};
    Position position{};
    bool met = false;  // by this run, which goes through every file it comes to
  };
  std::map<std::string, Entry> entries_{};  // by path
};

}  // namespace sayso::cli
