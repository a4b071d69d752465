// Joins the walk over files with what reads each kind of file (example in the header).
#include "cli/inputs.h"

#include <sys/stat.h>

#include <algorithm>

#include "cli/file_kind.h"

namespace sayso::cli {
namespace {

HoldingFile state_of(const std::filesystem::path& path) {
  HoldingFile file{.path = path.string()};
  struct stat about {};
  if (path == "-" || ::stat(path.c_str(), &about) != 0) return file;
  file.size = static_cast<std::uint64_t>(about.st_size);
  file.changed = std::int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec;
  file.number = about.st_ino;
  return file;
}

FileKind kind_of(const std::filesystem::path& path, const ReadOptions& given) {
  if (given.format == "jsonl") return FileKind::lines;
  if (given.format == "archive") return FileKind::archive;
  if (given.format == "feed") return FileKind::feed;
  if (!given.format.empty()) return FileKind::dispatch;
  return kind_by_name(path);
}

}  // namespace

Inputs::Inputs(const Named& named, ReadOptions given, Folders folders)
    : walk_(named.paths, named.lists, folders), given_(std::move(given)) {}

std::optional<Next> Inputs::next() {
  for (;;) {
    if (source_) {
      if (auto item = source_->next()) {
        const Position position = source_->position();
        return Next{
            item->where, std::move(item->input), named_, file_, position, before_ + std::min(position.bytes, size_)};
      }
      for (PassedOver& part : source_->passed_over()) parts_passed_over_.push_back({path_, std::move(part)});
      source_.reset();
      before_ += size_;
    }
    auto found = walk_.next();
    if (!found) return std::nullopt;
    if (!*found) return Next{found->error().where, found->error(), true, nullptr, {}, before_};
    open(**found);
  }
}

void Inputs::open(const Found& found) {
  HoldingFile file = state_of(found.path);
  path_ = file.path;
  size_ = file.size;
  file_.reset();
  switch (kind_of(found.path, given_)) {
    case FileKind::lines:
      source_ = lines_source(found.path, given_);
      named_ = false;
      if (found.path != "-") file_ = std::make_shared<const HoldingFile>(std::move(file));
      break;
    case FileKind::archive:
      source_ = archive_source(found.path, given_);
      named_ = false;
      if (found.path != "-") file_ = std::make_shared<const HoldingFile>(std::move(file));
      break;
    case FileKind::feed:
      source_ = feed_source(found.path, given_, found.by == FoundBy::name);
      named_ = false;
      break;
    case FileKind::dispatch:
    case FileKind::unknown:
      source_ = file_source(found.path, given_);
      named_ = found.by == FoundBy::name;
      break;
  }
  if (!file_ || !begin_) return;
  const auto position = begin_(*file_);
  if (!position) return;
  if (position->bytes < size_) return source_->pass_to(*position);
  source_.reset();  // to its very end
  before_ += size_;
}

std::uint64_t size_of(const Named& named, const std::stop_token& stop) {
  // A list on standard input can be read only once.
  std::vector<std::string> lists = named.lists;
  std::erase(lists, "-");
  Walk walk(named.paths, lists, Folders::walk);
  std::uint64_t bytes = 0;
  for (auto found = walk.next(); found && !stop.stop_requested(); found = walk.next())
    if (*found) bytes += state_of((*found)->path).size;
  return bytes;
}

}  // namespace sayso::cli
