// A model file as a table of named arrays, checked before anything is believed.
//
//     bytes 0  "sayso.lm"
//           8  u32 version (4) | u32 sections | u64 file size
//          24  64 hex digits: SHA-256 of all that follows byte 96; the model's name for itself, not checked here
//          88  u64 checksum (base/checksum.h) of bytes 0 to 88, 40 zero bytes, and all that follows byte 96
//          96  sections x { char name[32]; u32 kind; u32 rows; u32 columns; u32 zero; u64 offset from the file's
//              beginning }, then the arrays, each at a multiple of 64 bytes, row by row, little-endian
//
//     file.bytes("tag.weights", 79, 384)   // a view, or an error that says what is wrong
//
// kind: 1 int8, 2 float, 3 uint32, 4 text (rows = bytes, columns = 1). Written by training/export.py.
// The file is mapped, not read: processes share it, and only what is used is in memory. It must not be changed or cut
// while a program runs (base/mapped_file.h); put a new model in its place by renaming.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "sayso/result.h"

namespace sayso::language {

class ModelFile {
 public:
  struct Section {
    std::uint32_t kind = 0, rows = 0, columns = 0;
    std::uint64_t offset = 0;
  };

  // Errors: unreadable; bad_model: not a model, another version, cut short, altered.
  static Result<ModelFile> open(const std::filesystem::path& path);
  static Result<ModelFile> parse(std::string_view bytes, std::string name);  // copies them

  // Null if there is none. The arrays are views of this object, which keeps its place in memory when moved.
  const Section* find(std::string_view name) const;
  // Errors: bad_model if there is no such array of these sizes; floats that are not finite or beyond a million.
  Result<std::span<const std::int8_t>> bytes(std::string_view name, std::size_t rows, std::size_t columns) const;
  Result<std::span<const float>> floats(std::string_view name, std::size_t count) const;
  Result<std::span<const std::uint32_t>> keys(std::string_view name) const;
  Result<std::string_view> text(std::string_view name) const;

  Error fault(std::string message) const { return {ErrorCode::bad_model, name_, std::move(message)}; }
  const std::string& sha256() const { return sha256_; }  // as the header has it

 private:
  std::string name_{};
  std::string sha256_{};
  MappedFile mapped_{};
  std::vector<std::uint64_t> copied_{};  // where there is no file: the bytes, aligned for every kind
  std::map<std::string, Section, std::less<>> sections_{};

  Result<ModelFile> check(std::string_view bytes) &&;
  const char* data() const {
    return copied_.empty() ? mapped_.bytes().data() : reinterpret_cast<const char*>(copied_.data());
  }
  Result<const Section*> want(std::string_view name, std::uint32_t kind) const;
};

}  // namespace sayso::language
