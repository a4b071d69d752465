// JSON lines from a file or standard input, one line in memory at a time.
//
//     {"text": "one"}⏎⏎not json⏎  ->  item "news.jsonl:1"; "news.jsonl:3" with not_text
//
// A line that is no dispatch is an item with its reason, and the next line is read. Blank lines are none.
#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>

#include "cli/dispatch_lines.h"
#include "cli/source.h"

namespace sayso::cli {
namespace {

class LinesSource : public Source {
 public:
  LinesSource(const std::filesystem::path& path, const ReadOptions& given) : name_(path.string()), given_(given) {
    if (path == "-") {
      lines_ = std::make_unique<std::istream>(std::cin.rdbuf());
      return;
    }
    std::error_code ignored;
    errno = 0;
    lines_ = std::make_unique<std::ifstream>(path, std::ios::binary);
    if (std::filesystem::is_directory(path, ignored)) errno = EISDIR;
    if (!*lines_ || errno == EISDIR)
      fault_ = Error{ErrorCode::unreadable, name_, std::string("cannot be opened: ") + std::strerror(errno)};
  }

  std::optional<Item> next() override {
    if (auto fault = std::exchange(fault_, std::nullopt)) {
      lines_.reset();
      return Item{name_, std::move(*fault)};
    }
    while (lines_ && read_line()) {
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
    return std::nullopt;
  }

  Position position() const override { return position_; }

  void pass_to(const Position& position) override {
    if (!lines_ || fault_) return;
    position_ = position;
    lines_->seekg(static_cast<std::streamoff>(position.bytes));
  }

 private:
  // One line without its line feed; what goes beyond the limit is passed over to the line's end and only counted.
  bool read_line() {
    line_.clear();
    too_long_ = false;
    std::streambuf* buffer = lines_->rdbuf();
    constexpr int end = std::char_traits<char>::eof();
    int c = buffer->sbumpc();
    if (c == end) return false;
    ++position_.items;
    for (; c != end; c = buffer->sbumpc()) {
      ++position_.bytes;
      if (c == '\n') break;
      if (line_.size() < max_file_bytes) {
        line_ += static_cast<char>(c);
      } else {
        too_long_ = true;
      }
    }
    return true;
  }

  std::string name_;
  ReadOptions given_;
  std::unique_ptr<std::istream> lines_{};
  std::optional<Error> fault_{};
  std::string line_{};
  bool too_long_ = false;
  Position position_{};
};

}  // namespace

std::unique_ptr<Source> lines_source(const std::filesystem::path& path, const ReadOptions& given) {
  return std::make_unique<LinesSource>(path, given);
}

}  // namespace sayso::cli
