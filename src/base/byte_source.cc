// Reads files, pipes and memory in blocks.
//
//     open_source("news.jsonl") -> its bytes in order;  open_source("/tmp") -> Error{unreadable, "/tmp", "is a
//     directory"}
//
// Left out on purpose: memory mapping. A file that shrinks while mapped would kill us.
#include "base/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "base/file.h"

namespace sayso {
namespace {

class FileSource : public ByteSource {
 public:
  FileSource(int file, std::string name, std::uint64_t from = 0) : file_(file), name_(std::move(name)), from_(from) {}
  ~FileSource() override {
    if (file_ > STDIN_FILENO) ::close(file_);
  }

  Result<std::size_t> read(char* to, std::size_t room) override {
    assert(room > 0);
    if (failed_) return std::size_t{0};
    for (;;) {
      const ssize_t got = ::read(file_, to, room);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno == EINTR) continue;
      failed_ = true;
      return unreadable(name_, errno);
    }
  }

  std::uint64_t begins_at() const override { return from_; }

 private:
  int file_;
  std::string name_;
  std::uint64_t from_;
  bool failed_ = false;
};

class MemorySource : public ByteSource {
 public:
  explicit MemorySource(std::string_view bytes) : left_(bytes) {}

  Result<std::size_t> read(char* to, std::size_t room) override {
    assert(room > 0);
    const std::size_t size = std::min(room, left_.size());
    std::memcpy(to, left_.data(), size);
    left_.remove_prefix(size);
    return size;
  }

 private:
  std::string_view left_;
};

}  // namespace

Result<std::unique_ptr<ByteSource>> open_source(const std::filesystem::path& path, std::uint64_t from) {
  if (path == "-") return std::unique_ptr<ByteSource>(std::make_unique<FileSource>(STDIN_FILENO, "-"));
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(path.string(), errno);
  std::unique_ptr<ByteSource> source = std::make_unique<FileSource>(file, path.string(), from);
  struct stat about {};
  if (::fstat(file, &about) == 0 && S_ISDIR(about.st_mode))
    return Error{ErrorCode::unreadable, path.string(), "is a directory"};
  if (from > 0 && ::lseek(file, static_cast<off_t>(from), SEEK_SET) < 0) return unreadable(path.string(), errno);
  return source;
}

std::unique_ptr<ByteSource> source_of(std::string_view bytes) { return std::make_unique<MemorySource>(bytes); }

}  // namespace sayso
