// Reads a file or standard input whole.
//
//     "notes.txt" -> its bytes;  "/tmp" -> Error{unreadable, "/tmp", "is a directory"}
//
// Left out on purpose: memory mapping. A dispatch is small, and a file that shrinks while mapped would kill us.
#include "base/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace sayso {
namespace {

Result<std::string> read_all(int file, const std::filesystem::path& path, std::uint64_t max_bytes) {
  std::string bytes;
  char block[1 << 16];
  for (;;) {
    const ssize_t got = ::read(file, block, sizeof block);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return unreadable(path.string(), errno);
    if (got == 0) return bytes;
    bytes.append(block, static_cast<std::size_t>(got));
    if (bytes.size() > max_bytes)
      return Error{ErrorCode::too_large, path.string(), "is larger than " + std::to_string(max_bytes) + " bytes"};
  }
}

}  // namespace

Result<std::string> read_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  if (path == "-") return read_all(STDIN_FILENO, path, max_bytes);
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return unreadable(path.string(), errno);
  struct stat about {};
  if (::fstat(file, &about) == 0 && S_ISDIR(about.st_mode)) {
    ::close(file);
    return Error{ErrorCode::unreadable, path.string(), "is a directory"};
  }
  auto bytes = read_all(file, path, max_bytes);
  ::close(file);
  return bytes;
}

Error unreadable(std::string name, int code) {
  return {ErrorCode::unreadable, std::move(name), std::generic_category().message(code)};
}

}  // namespace sayso
