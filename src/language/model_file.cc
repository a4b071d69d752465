// Opens a model file and hands out its arrays.
//
//     a file cut in the middle -> Error{bad_model, "english.sayso", "is 1,000 bytes long where its header says …"}
//
// Left out on purpose: big-endian machines (the arrays are used as they lie). Test: tests/language/model_test.cc.
#include "language/model_file.h"

#include <cmath>
#include <cstring>
#include <utility>

#include "base/checksum.h"

namespace sayso::language {
namespace {

constexpr std::string_view magic = "sayso.lm";
constexpr std::uint32_t version = 4;
constexpr std::size_t header_size = 96, entry_size = 56, name_size = 32, most_sections = 4096;
constexpr std::size_t sha256_at = 24, sha256_digits = 64, checksum_at = 88;
constexpr std::uint64_t largest_file = 256U << 20;

template <typename Number>
Number number_at(std::string_view bytes, std::size_t at) {
  Number value;
  std::memcpy(&value, bytes.data() + at, sizeof value);
  return value;
}

std::size_t size_of(std::uint32_t kind) {
  switch (kind) {
    case 1:
    case 4:
      return 1;
    case 2:
    case 3:
      return 4;
    default:
      return 0;
  }
}

}  // namespace

Result<ModelFile> ModelFile::open(const std::filesystem::path& path) {
  auto mapped = map_file(path, largest_file);
  if (!mapped) return mapped.error();
  ModelFile file;
  file.name_ = path.string();
  file.mapped_ = *std::move(mapped);
  const std::string_view bytes = file.mapped_.bytes();
  return std::move(file).check(bytes);
}

Result<ModelFile> ModelFile::parse(std::string_view bytes, std::string name) {
  ModelFile file;
  file.name_ = std::move(name);
  file.copied_.resize((bytes.size() + 7) / 8 + 1);
  if (!bytes.empty()) std::memcpy(file.copied_.data(), bytes.data(), bytes.size());
  return std::move(file).check({file.data(), bytes.size()});
}

// Nothing after the checksum is looked at before it is known to be right; and yet the rest is believed no further, so
// that a file made with ill will can do no harm either.
Result<ModelFile> ModelFile::check(std::string_view bytes) && {
  if (bytes.size() < header_size || bytes.substr(0, magic.size()) != magic) return fault("is not a sayso model");
  if (const auto found = number_at<std::uint32_t>(bytes, 8); found != version)
    return fault("is a model of version " + std::to_string(found) + "; this program reads version " +
                 std::to_string(version));
  const auto count = number_at<std::uint32_t>(bytes, 12);
  if (const auto size = number_at<std::uint64_t>(bytes, 16); size != bytes.size())
    return fault("is " + std::to_string(bytes.size()) + " bytes long where its header says " + std::to_string(size));
  Checksum sum;
  sum.add(std::string(bytes.substr(0, checksum_at)) + std::string(128 - checksum_at, '\0'));
  sum.add(bytes.substr(header_size));
  if (sum.value() != number_at<std::uint64_t>(bytes, checksum_at))
    return fault("is damaged: its contents do not have the checksum in its header");
  sha256_ = bytes.substr(sha256_at, sha256_digits);
  if (sha256_.find_first_not_of("0123456789abcdef") != std::string::npos) return fault("has a broken header");
  if (count > most_sections || header_size + count * entry_size > bytes.size())
    return fault("has a broken table of sections");
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t at = header_size + i * entry_size;
    const std::string_view field = bytes.substr(at, name_size);
    Section section{number_at<std::uint32_t>(bytes, at + 32), number_at<std::uint32_t>(bytes, at + 36),
                    number_at<std::uint32_t>(bytes, at + 40), number_at<std::uint64_t>(bytes, at + 48)};
    const std::uint64_t cells = std::uint64_t{section.rows} * section.columns;  // < 2^64
    const std::size_t unit = size_of(section.kind);
    if (unit == 0 || section.offset % 64 != 0 || section.offset > bytes.size() ||
        cells > (bytes.size() - section.offset) / unit)
      return fault("has a broken table of sections");
    sections_.emplace(std::string(field.substr(0, field.find('\0'))), section);
  }
  return std::move(*this);
}

const ModelFile::Section* ModelFile::find(std::string_view name) const {
  const auto found = sections_.find(name);
  return found == sections_.end() ? nullptr : &found->second;
}

Result<const ModelFile::Section*> ModelFile::want(std::string_view name, std::uint32_t kind) const {
  const Section* section = find(name);
  if (section == nullptr || section->kind != kind)
    return fault("has no array \"" + std::string(name) + "\" of the right kind");
  return section;
}

Result<std::span<const std::int8_t>> ModelFile::bytes(std::string_view name, std::size_t rows,
                                                      std::size_t columns) const {
  const auto section = want(name, 1);
  if (!section) return section.error();
  if ((*section)->rows != rows || (*section)->columns != columns)
    return fault("its array \"" + std::string(name) + "\" has other sizes than expected");
  return std::span(reinterpret_cast<const std::int8_t*>(data() + (*section)->offset), rows * columns);
}

Result<std::span<const float>> ModelFile::floats(std::string_view name, std::size_t count) const {
  const auto section = want(name, 2);
  if (!section) return section.error();
  if (std::size_t{(*section)->rows} * (*section)->columns != count)
    return fault("its array \"" + std::string(name) + "\" has other sizes than expected");
  const std::span<const float> values(reinterpret_cast<const float*>(data() + (*section)->offset), count);
  for (const float value : values)
    if (!std::isfinite(value) || std::fabs(value) > 1e6F)
      return fault("its array \"" + std::string(name) + "\" holds a number out of range");
  return values;
}

Result<std::span<const std::uint32_t>> ModelFile::keys(std::string_view name) const {
  const auto section = want(name, 3);
  if (!section) return section.error();
  return std::span(reinterpret_cast<const std::uint32_t*>(data() + (*section)->offset),
                   std::size_t{(*section)->rows} * (*section)->columns);
}

Result<std::string_view> ModelFile::text(std::string_view name) const {
  const auto section = want(name, 4);
  if (!section) return section.error();
  return std::string_view(reinterpret_cast<const char*>(data() + (*section)->offset),
                          std::size_t{(*section)->rows} * (*section)->columns);
}

}  // namespace sayso::language
