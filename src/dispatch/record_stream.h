// The records of a web archive in order, found again behind whatever is broken.
//
//     RecordStream records(std::move(source), limits);
//     while (records.find() == RecordStream::Found::record) {
//       records.head().type;            // "response"
//       records.block_begins_with(…);   // a look at the block
//       records.hold() or records.pass();
//     }
//
// A block's length is what its record says where the next record begins there, and else what lies before the next
// record.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/unpacker.h"
#include "dispatch/archive.h"
#include "dispatch/archive_record.h"

namespace sayso::dispatch {

class RecordStream {
 public:
  enum class Found : std::uint8_t { record, trouble, end };

  RecordStream(std::unique_ptr<ByteSource> source, std::string name, const ArchiveLimits& limits)
      : in_(std::move(source)), name_(std::move(name)), limits_(limits) {}

  // The next record's head, behind whatever was held or passed before.
  Found find();
  const Error& trouble() const { return trouble_; }  // of the last find(), hold() or pass() that failed

  const RecordHead& head() const { return head_; }
  bool is_arc() const { return head_.type.empty(); }
  const std::string& where() const { return where_; }
  std::uint64_t offset() const { return offset_; }

  // The header lines with which the block begins, behind their empty line; nothing if there is none within the limit.
  std::optional<std::size_t> fields_in_block();
  // At least so much of the block, if it has it. REQUIRES: size is small.
  std::string_view block_start(std::size_t size);

  struct Block {
    std::string_view bytes{};  // until the next find()
    bool cut = false;
    std::vector<std::string> notes{};
  };
  // The whole block, or what is left of it. Errors: too_large (its member is a bomb). REQUIRES: head().length is at
  // most what memory may hold.
  Result<Block> hold();
  // Goes behind the block, of whatever size, without holding it. False: it is broken; see trouble().
  bool pass();
  // Nothing of the block is wanted: the next record is looked for from its first byte on.
  void give_up();

  std::uint64_t bytes_read() const { return in_.bytes_read(); }

 private:
  struct Bounds {
    std::size_t end = 0;   // of the block, in in_.ahead()
    std::size_t next = 0;  // where the next record begins
    bool cut = false;
    std::string note{};
  };

  std::optional<Found> look();
  Unpacker::Step reach(std::size_t size);
  std::optional<std::size_t> fields_end(std::size_t from, std::uint64_t most);
  bool begins_record(std::size_t index) const;
  std::optional<std::size_t> next_record(std::size_t from, std::size_t to) const;
  std::optional<Bounds> bounds(bool extend);
  bool ends_well(std::size_t& next);
  Bounds mend(bool extend);
  std::size_t without_line_ends(std::size_t from, std::size_t to) const;
  bool skip_far();
  std::uint64_t look_for_record();
  Found stray();
  Found fail(ErrorCode code, std::string message);
  Found fail_with_fault();
  std::string place_name(std::size_t index) const;
  std::string length_note(std::uint64_t found) const;

  Unpacker in_;
  std::string name_;
  ArchiveLimits limits_;
  RecordHead head_{};
  std::string where_{};
  std::uint64_t offset_ = 0;
  std::size_t block_ = 0;  // where the block begins in in_.ahead()
  std::size_t held_ = 0;   // bytes of in_.ahead() that the caller may still look at
  bool astray_ = false;    // the next record is somewhere ahead
  bool fault_told_ = false;
  bool troubled_ = false;  // trouble was told, and no record was found since: more of it is not told again
  bool any_ = false;       // a record was found
  bool arc_ = false;
  int arc_version_ = 1;
  bool ended_ = false;
  Error trouble_{};
};

}  // namespace sayso::dispatch
