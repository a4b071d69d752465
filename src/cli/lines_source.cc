// JSON lines from a file or standard input, plain or packed, one line in memory at a time.
//
//     {"text": "one"}⏎⏎not json⏎  ->  item "news.jsonl:1"; "news.jsonl:3" with not_text
//
// A line that is no dispatch is an item with its reason, and the next line is read. Blank lines are none. In a packed
// file another run cannot begin in the midst: it unpacks the lines before and passes by them unread.
#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

#include "base/compression.h"
#include "cli/dispatch_lines.h"
#include "cli/source.h"

namespace sayso::cli {
namespace {

// Counts what is read of the file as it lies on the disk.
class Counted : public ByteSource {
 public:
  Counted(std::unique_ptr<ByteSource> source, std::uint64_t& bytes) : source_(std::move(source)), bytes_(bytes) {}

  Result<std::size_t> read(char* to, std::size_t room) override {
    auto got = source_->read(to, room);
    if (got) bytes_ += *got;
    return got;
  }

 private:
  std::unique_ptr<ByteSource> source_;
  std::uint64_t& bytes_;
};

// What was read to look at it, then the rest: a pipe cannot be opened twice.
class PutBack : public ByteSource {
 public:
  PutBack(std::string head, std::unique_ptr<ByteSource> rest) : head_(std::move(head)), rest_(std::move(rest)) {}

  Result<std::size_t> read(char* to, std::size_t room) override {
    if (given_ == head_.size()) return rest_->read(to, room);
    const std::size_t size = head_.copy(to, room, given_);
    given_ += size;
    return size;
  }

 private:
  std::string head_;
  std::size_t given_ = 0;
  std::unique_ptr<ByteSource> rest_;
};

class LinesSource : public Source {
 public:
  LinesSource(std::filesystem::path path, const ReadOptions& given)
      : path_(std::move(path)), name_(path_.string()), given_(given) {
    open(0);
  }
  // REQUIRES: nobody asks it to pass to a position.
  LinesSource(std::unique_ptr<ByteSource> source, std::string name, const ReadOptions& given)
      : name_(std::move(name)), given_(given), source_(std::move(source)) {}

  std::optional<Item> next() override {
    while (read_line()) {
      const std::string where = name_ + ":" + std::to_string(position_.items);
      if (too_long_) {
        return Item{where, Error{ErrorCode::too_large, where,
                                 "a line of more than " + std::to_string(max_file_bytes >> 20U) + " MiB"}};
      }
      if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
      auto parsed = dispatch_of_line(line_, where, given_);
      if (!parsed) return Item{where, parsed.error()};
      return Item{where, std::move(*parsed)};
    }
    if (auto fault = std::exchange(fault_, std::nullopt)) return Item{name_, std::move(*fault)};
    return std::nullopt;
  }

  // In a packed file never its very end: what was read of the file may not be read out yet.
  Position position() const override {
    if (!packed_) return position_;
    return {packed_bytes_ == 0 ? 0 : packed_bytes_ - 1, position_.items};
  }

  void pass_to(const Position& position) override {
    if (packed_) {
      while (position_.items < position.items && read_line()) {
      }
    } else {
      open(position.bytes);
      position_ = position;
    }
  }

 private:
  void open(std::uint64_t from) {
    source_.reset();
    auto file = open_source(path_, from);
    if (!file) {
      fault_ = file.error();
      return;
    }
    source_ = std::move(*file);
    if (from > 0) return;
    std::array<char, 4> head{};
    std::size_t size = 0;
    while (size < head.size()) {  // a pipe may give them one by one
      const auto got = source_->read(head.data() + size, head.size() - size);
      if (!got) {
        fault_ = got.error();
        source_.reset();
        return;
      }
      if (*got == 0) break;
      size += *got;
    }
    packed_ = compression_of({head.data(), size}) != Compression::none;
    source_ = std::make_unique<PutBack>(std::string(head.data(), size), std::move(source_));
    if (packed_) source_ = unpack(std::make_unique<Counted>(std::move(source_), packed_bytes_), name_);
  }

  bool fill() {
    if (!source_) return false;
    auto got = source_->read(block_.data(), block_.size());
    if (!got) fault_ = got.error();
    begin_ = 0;
    end_ = got ? *got : 0;
    return end_ > 0;
  }

  // One line without its line feed; what goes beyond the limit is passed over to the line's end and only counted.
  bool read_line() {
    line_.clear();
    too_long_ = false;
    if (begin_ == end_ && !fill()) return false;
    ++position_.items;
    for (bool whole = false; !whole && (begin_ < end_ || fill());) {
      const char* from = block_.data() + begin_;
      const void* feed = std::memchr(from, '\n', end_ - begin_);
      whole = feed != nullptr;
      const std::size_t size = whole ? static_cast<std::size_t>(static_cast<const char*>(feed) - from) : end_ - begin_;
      const std::size_t room = max_file_bytes - line_.size();
      line_.append(from, std::min(size, room));
      too_long_ = too_long_ || size > room;
      begin_ += size + (whole ? 1 : 0);
      position_.bytes += size + (whole ? 1 : 0);
    }
    return true;
  }

  std::filesystem::path path_;
  std::string name_;
  ReadOptions given_;
  std::unique_ptr<ByteSource> source_{};
  bool packed_ = false;
  std::uint64_t packed_bytes_ = 0;
  std::optional<Error> fault_{};
  std::vector<char> block_ = std::vector<char>(std::size_t{1} << 16U);
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::string line_{};
  bool too_long_ = false;
  Position position_{};
};

}  // namespace

std::unique_ptr<Source> lines_source(const std::filesystem::path& path, const ReadOptions& given) {
  return std::make_unique<LinesSource>(path, given);
}

std::unique_ptr<Source> lines_source(std::string head, std::unique_ptr<ByteSource> rest, const ReadOptions& given) {
  return std::make_unique<LinesSource>(std::make_unique<PutBack>(std::move(head), std::move(rest)), "-", given);
}

}  // namespace sayso::cli
