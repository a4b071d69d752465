// A compressed file as one run of unpacked bytes that knows, for each byte, where it stands in the file; and that can
// go on behind a fault.
//
//     Unpacker in(std::move(source));
//     while (in.pull() == Unpacker::Step::more) { use(in.ahead()); in.take(in.ahead().size()); }
//     in.place(0)   // {784, 5120}: 5,120 unpacked bytes into the member that begins at byte 784 of the file
//
// gzip members and zstd frames may follow one another in any order; one zstd dictionary may lie in front, in a skippable
// frame (0x184D2A5D, as in warc.zst). A file that begins otherwise is plain and given as it is.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/byte_source.h"
#include "base/compression.h"
#include "base/packed_window.h"
#include "sayso/result.h"

namespace sayso {

class Unpacker {
 public:
  enum class Step : std::uint8_t { more, end, fault };

  struct Fault {
    ErrorCode code = ErrorCode::unreadable;
    std::uint64_t offset = 0;  // in the file
    std::uint64_t member = 0;  // where the broken member begins
    std::string message{};
    bool final = false;  // the source itself failed: nothing follows
  };
  struct Place {
    std::uint64_t offset = 0;  // of the member; of the byte itself in a plain file
    std::uint64_t inside = 0;  // unpacked bytes before it in that member; 0 in a plain file
  };

  explicit Unpacker(std::unique_ptr<ByteSource> source);
  ~Unpacker();

  // Unpacked and not yet taken. Views of it live until the next pull().
  std::string_view ahead() const { return {bytes_.get() + begin_, end_ - begin_}; }
  // REQUIRES: size <= ahead().size().
  void take(std::size_t size);

  // Adds to ahead(): a whole member where it is small, at least some 64 KiB where there is so much. `fault`: the member
  // is broken here; what was sound before it has been added. Asked again, it says the same until resume().
  Step pull();

  // The last member is through: what ahead() ends with is the end of a member, or of the file.
  bool at_boundary() const { return state_ == State::between; }
  bool is_plain() const { return state_ == State::plain; }

  // The next pull() says fault: what is ahead ends where the member is broken.
  bool has_fault() const { return fault_.has_value(); }
  // REQUIRES: has_fault().
  const Fault& fault() const { return *fault_; }
  // Drops what is ahead and goes to the next member whose first bytes please the caller; false: there is none.
  bool resume(const std::function<bool(std::string_view)>& begins_well);

  // Of the byte ahead()[index]. REQUIRES: index <= ahead().size().
  Place place(std::size_t index) const;
  // The first member that begins in ahead()[from, to) with `prefix`.
  std::optional<std::size_t> member_within(std::size_t from, std::size_t to, std::string_view prefix) const;

  std::uint64_t bytes_read() const { return window_.offset(); }

 private:
  enum class State : std::uint8_t { unknown, plain, between, gzip, zstd };
  struct Start {
    std::uint64_t at = 0;  // in unpacked bytes
    std::uint64_t offset = 0;
  };
  struct Decoders;

  Step advance();  // one member, a part of one, or a block
  Step next_member();
  bool whole_gzip();
  Step more_gzip();
  Step more_zstd();
  Step skip_frame();
  Step more_plain();
  Step add(std::size_t size);
  Step fail(ErrorCode code, std::string message);
  Step fail_at_end();
  void begin_member(State state);
  bool begins(const std::function<bool(std::string_view)>& begins_well);
  void make_room();
  void hold(std::size_t capacity);
  std::size_t room() const { return capacity_ - end_; }
  std::uint64_t taken() const { return base_ + begin_; }

  PackedWindow window_;
  std::unique_ptr<Decoders> decoders_;
  State state_ = State::unknown;
  struct Free {
    void operator()(char* bytes) const;
  };
  std::unique_ptr<char, Free> bytes_;
  std::size_t capacity_ = 0;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t base_;               // unpacked bytes before bytes_[0], and those of the file before the source
  std::deque<Start> starts_{};       // of the members in ahead(), and the one before
  std::uint64_t member_offset_ = 0;  // of the member being unpacked
  std::uint64_t member_unpacked_ = 0;
  State member_kind_ = State::gzip;  // of the last member begun: what resume() looks for
  std::uint64_t redone_ = 0;         // bytes looked at again behind faults
  std::optional<Fault> fault_{};
};

}  // namespace sayso
