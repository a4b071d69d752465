// The gazetteer's tables and the way from a name to its lines, as one block of bytes that can lie in a file.
//
//     bytes 0  "sayso.gz"
//           8  u32 version | u32 tables (5)
//          16  u64 file size
//          24  u64 checksum (base/checksum.h) of all before the text, these eight bytes as zeros
//          32  u64 rows | u64 bytes of text | u64 entries | u64 heads | u64 countries | u64 regions
//          80  5 x u32: where each table ends in the text; zeros to 128
//         128  entries { u64 hash of a folded name; u32 its line; u32 next entry of the chain, counted from one; 0:
//         last }
//              heads: u32 first entry of the chain for hash mod heads (a power of two), counted from one; 0: none
//              countries and first-level regions: u32 their lines, in the tables' order
//              the text: regions.tsv, countries.tsv, admin1.tsv, places.tsv, districts.tsv one after the other
//     all little-endian; a line is known by where it begins in the text
//
//     auto index = GazetteerIndex::load("data/gazetteer");
//
// A file is believed only if its text is, byte for byte, what the tables hold now; without such a file the same bytes
// are made in memory. The file is mapped: it must not be changed while a program runs (base/mapped_file.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string_view>
#include <vector>

#include "base/mapped_file.h"
#include "sayso/result.h"

namespace sayso {

class GazetteerIndex {
 public:
  struct Entry {
    std::uint64_t hash = 0;
    std::uint32_t line = 0;
    std::uint32_t next = 0;
  };
  enum class Layout : std::uint8_t { regions, countries, places };

  // Maps the first that fits of FOLDER.index (where a package puts it) and gazetteer.index beside the program (where
  // the build puts it), else makes one. Errors: as make.
  static Result<GazetteerIndex> load(const std::filesystem::path& folder);
  // Reads and checks the tables. Errors: unreadable; bad_rule with "file:line".
  static Result<GazetteerIndex> make(const std::filesystem::path& folder);
  // Errors: unreadable; bad_rule: not an index, of another version, damaged, not made of these tables.
  static Result<GazetteerIndex> open(const std::filesystem::path& file, const std::filesystem::path& folder);

  std::string_view bytes() const;  // what a file of it holds
  bool mapped() const { return made_.empty(); }

  std::size_t rows() const { return rows_; }
  std::string_view text() const { return text_; }
  std::string_view line_at(std::uint32_t line) const;  // empty if there is none
  Layout layout_of(std::uint32_t line) const;
  std::span<const std::uint32_t> countries() const { return countries_; }
  std::span<const std::uint32_t> regions() const { return regions_; }

  // Calls use(line) for each name of that hash, in table order.
  template <typename Use>
  void each(std::uint64_t hash, Use use) const {
    // A chain goes up: one that does not is damaged, and ends.
    for (std::uint32_t last = 0, i = heads_[hash & (heads_.size() - 1)]; i > last && i <= entries_.size();) {
      const Entry& entry = entries_[i - 1];
      if (entry.hash == hash) use(entry.line);
      last = i;
      i = entry.next;
    }
  }

 private:
  struct Header;
  Result<Done> take_apart(std::string_view bytes);
  bool is_of(const std::filesystem::path& folder) const;
  bool folds_alike() const;

  MappedFile mapped_{};
  std::vector<std::uint64_t> made_{};  // where no file is: the bytes, aligned for every kind
  std::size_t rows_ = 0;
  std::array<std::uint32_t, 5> ends_{};
  std::string_view text_{};
  std::span<const Entry> entries_{};
  std::span<const std::uint32_t> heads_{}, countries_{}, regions_{};
};

}  // namespace sayso
