// A file's bytes where the system keeps them, read as they are touched and shared between processes.
//
//     auto file = map_file("models/english.sayso", 256 << 20);
//     if (!file) …   // "english.sayso: is a directory"
//     use(file->bytes());   // a view that lives as long as *file
//
// For files of ours that nobody changes: one that is cut short while it is mapped ends the program at the next look
// (SIGBUS), one that is rewritten in place changes under the reader. Replace such a file by renaming a new one over it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string_view>
#include <utility>

#include "sayso/result.h"

namespace sayso {

class MappedFile {
 public:
  MappedFile() = default;
  MappedFile(const char* data, std::size_t size) : data_(data), size_(size) {}
  MappedFile(MappedFile&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}
  MappedFile& operator=(MappedFile&& other) noexcept {
    std::swap(data_, other.data_);
    std::swap(size_, other.size_);
    return *this;
  }
  ~MappedFile();

  std::string_view bytes() const { return {data_, size_}; }  // begins at a page

 private:
  const char* data_ = nullptr;  // null for an empty file
  std::size_t size_ = 0;
};

// Errors: unreadable (missing, a directory, no regular file, no permission), too_large (more than max_bytes).
Result<MappedFile> map_file(const std::filesystem::path& path, std::uint64_t max_bytes);

}  // namespace sayso
