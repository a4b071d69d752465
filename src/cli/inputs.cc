// Joins the walk over files with what reads each kind of file (example in the header). Standard input has no name that
// tells its kind: its beginning does, unless the command line says.
#include "cli/inputs.h"

#include <sys/stat.h>

#include <algorithm>
#include <utility>

#include "base/compression.h"
#include "cli/file_kind.h"

namespace sayso::cli {
namespace {

HoldingFile state_of(const std::filesystem::path& path) {
  HoldingFile file{.path = path.string()};
  struct stat about {};
  if (path == "-" || ::stat(path.c_str(), &about) != 0 || !S_ISREG(about.st_mode)) return file;
  file.size = static_cast<std::uint64_t>(about.st_size);
  file.changed = std::int64_t{about.st_mtim.tv_sec} * 1'000'000'000 + about.st_mtim.tv_nsec;
  file.number = about.st_ino;
  return file;
}

// Whether another run can go on in it: not in standard input, nor in a pipe, whose bytes are gone.
bool lasts(const HoldingFile& file) { return file.number != 0; }

FileKind kind_of(const std::filesystem::path& path, const ReadOptions& given) {
  if (given.format == "jsonl") return FileKind::lines;
  if (given.format == "archive") return FileKind::archive;
  if (given.format == "feed") return FileKind::feed;
  if (!given.format.empty()) return FileKind::dispatch;
  return kind_by_name(path);
}

// Standard input of a kind that nobody has named. Read whole, unless it turns out to be lines.
class Unnamed {
 public:
  std::unique_ptr<Source> source(const ReadOptions& given) {
    auto opened = open_unpacked("-");
    if (opened) {
      rest_ = std::move(*opened);
    } else {
      fault_ = opened.error();
    }
    while (!knows_first_line() && read_on()) {
    }
    kind_ = fault_ ? FileKind::dispatch : kind_by_beginning(bytes_);
    if (kind_ == FileKind::lines) return lines_source(std::move(bytes_), std::move(rest_), given);
    while (read_on()) {
    }
    if (fault_) return feed_source(*fault_, given);
    return feed_source(std::move(bytes_), given);
  }

  FileKind kind() const { return kind_; }

 private:
  // As far as it matters: only what begins with a brace may be lines.
  bool knows_first_line() {
    const std::size_t begin = first_byte(bytes_);
    if (begin == bytes_.size()) return false;
    if (bytes_[begin] != '{') return true;
    const std::size_t from = std::max(begin, std::exchange(searched_, bytes_.size()));
    return bytes_.find('\n', from) != std::string::npos;
  }

  bool read_on() {
    if (fault_ || !rest_) return false;
    const auto got = rest_->read(block_.data(), block_.size());
    if (!got) {
      fault_ = got.error();
      return false;
    }
    bytes_.append(block_.data(), *got);
    if (bytes_.size() > max_file_bytes)
      fault_ = Error{ErrorCode::too_large, "-", "is larger than " + std::to_string(max_file_bytes) + " bytes"};
    return *got > 0 && !fault_;
  }

  std::unique_ptr<ByteSource> rest_{};
  std::string bytes_{};
  std::size_t searched_ = 0;  // bytes known to hold no end of the first line
  std::vector<char> block_ = std::vector<char>(std::size_t{1} << 16U);
  std::optional<Error> fault_{};
  FileKind kind_ = FileKind::dispatch;
};

}  // namespace

std::string with_notes(std::string message, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) message += (&note == notes.data() ? " (" : "; ") + note;
  return notes.empty() ? message : message + ")";
}

Result<Reading> read_input(const Reader& reader, const Input& input, const ReadOptions& options) {
  Result<Reading> reading = reader.read(input.bytes, options);
  if (!reading) {
    Error error = reading.error();
    error.message = with_notes(std::move(error.message), input.notes);
    return error;
  }
  std::vector<std::string>& notes = reading->dispatch.notes;
  notes.insert(notes.begin(), input.notes.begin(), input.notes.end());
  return reading;
}

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
  if (found.path == "-" && given_.format.empty()) {
    Unnamed input;
    source_ = input.source(given_);
    named_ = input.kind() == FileKind::dispatch && found.by == FoundBy::name;
    return;
  }
  switch (kind_of(found.path, given_)) {
    case FileKind::lines:
      source_ = lines_source(found.path, given_);
      named_ = false;
      if (lasts(file)) file_ = std::make_shared<const HoldingFile>(std::move(file));
      break;
    case FileKind::archive:
      source_ = archive_source(found.path, given_);
      named_ = false;
      if (lasts(file)) file_ = std::make_shared<const HoldingFile>(std::move(file));
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
