// Maps a file read-only; the descriptor is closed at once.
//
//     map_file("/tmp", …) -> Error{unreadable, "/tmp", "is a directory"}
//
// Left out on purpose: standard input, pipes and devices, which cannot be mapped; read_file (base/file.h) reads those.
#include "base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string>
#include <system_error>

namespace sayso {

MappedFile::~MappedFile() {
  if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

Result<MappedFile> map_file(const std::filesystem::path& path, std::uint64_t max_bytes) {
  const auto fault = [&](std::string why) { return Error{ErrorCode::unreadable, path.string(), std::move(why)}; };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);  // a pipe without a writer does not wait
  if (file < 0) return fault(std::generic_category().message(errno));
  struct Closer {
    int file;
    ~Closer() { ::close(file); }
  } closer{file};
  struct stat about {};
  if (::fstat(file, &about) != 0) return fault(std::generic_category().message(errno));
  if (S_ISDIR(about.st_mode)) return fault("is a directory");
  if (!S_ISREG(about.st_mode)) return fault("is not a regular file");
  const auto size = static_cast<std::uint64_t>(about.st_size);
  if (size > max_bytes)
    return Error{ErrorCode::too_large, path.string(),
                 "is " + std::to_string(size) + " bytes long; the limit is " + std::to_string(max_bytes)};
  if (size == 0) return MappedFile();
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (data == MAP_FAILED) return fault(std::generic_category().message(errno));
  return MappedFile(static_cast<const char*>(data), size);
}

}  // namespace sayso
