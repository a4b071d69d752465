// A model file as a table of named arrays, checked before anything is believed.
//
//     "sayso.lm" | u32 version | u32 sections | u64 file size | 64 hex digits: SHA-256 of all that follows byte 96 | 8
//     zero bytes sections x { char name[32]; u32 kind; u32 rows; u32 columns; u32 zero; u64 offset from the file's
//     beginning; } the arrays, each at a multiple of 64 bytes, row by row, little-endian
//
//     file.array<std::int8_t>("tag.weights", 79, 384)   // a view, or an error that says what is wrong
//
// kind: 1 int8, 2 float, 3 uint64, 4 text (rows = bytes, columns = 1). Written by training/export.py.
// The file is read whole, not mapped: it is a few megabytes, and a file that shrinks while mapped would kill the
// program.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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
  static Result<ModelFile> parse(std::string_view bytes, std::string name);

  // Null if there is none. The arrays are views of this object, which keeps its place in memory when moved.
  const Section* find(std::string_view name) const;
  // Errors: bad_model if there is no such array of these sizes; floats that are not finite or beyond a million.
  Result<std::span<const std::int8_t>> bytes(std::string_view name, std::size_t rows, std::size_t columns) const;
  Result<std::span<const float>> floats(std::string_view name, std::size_t count) const;
  Result<std::span<const std::uint64_t>> keys(std::string_view name) const;
  Result<std::string_view> text(std::string_view name) const;

  Error fault(std::string message) const { return {ErrorCode::bad_model, name_, std::move(message)}; }
  const std::string& sha256() const { return sha256_; }

 private:
  std::string name_{};
  std::string sha256_{};
  std::vector<std::uint64_t> storage_{};  // the file's bytes, aligned for every kind
  std::map<std::string, Section, std::less<>> sections_{};

  const std::byte* data() const { return reinterpret_cast<const std::byte*>(storage_.data()); }
  Result<const Section*> want(std::string_view name, std::uint32_t kind) const;
};

}  // namespace sayso::language
