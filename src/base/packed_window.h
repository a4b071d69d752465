// The part of a compressed file that is being looked at: a moving window over a source, with the places of the file.
//
//     PackedWindow window(std::move(source));
//     window.fill(1 << 19);                 // so many bytes in unread(), or all that is left
//     use(window.unread()); window.take(n);
//     window.keep();  …  window.step_back(place);   // to a place behind the last keep(), or as near as it is still
//     held
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "base/byte_source.h"

namespace sayso {

class PackedWindow {
 public:
  static constexpr std::size_t capacity = std::size_t{2} << 20;
  static constexpr std::size_t most_kept = std::size_t{1} << 18;

  explicit PackedWindow(std::unique_ptr<ByteSource> source);

  std::string_view unread() const { return {bytes_.get() + at_, end_ - at_}; }
  std::uint64_t offset() const { return base_ + at_; }  // of unread() in the file

  // REQUIRES: size <= unread().size().
  void take(std::size_t size) { at_ += size; }
  // Reads on until unread() has `size` bytes or the source ends. REQUIRES: size <= capacity / 2.
  void fill(std::size_t size);
  // Bytes from here on stay where step_back() finds them, at most the last `most_kept`.
  void keep() { kept_ = offset(); }
  void step_back(std::uint64_t offset);

  bool ended() const { return ended_; }                             // nothing comes behind unread()
  const std::optional<Error>& failure() const { return failure_; }  // of the source; it has then ended

  // Moves bytes past this window: whatever is unread, then the source's own. 0 at the end.
  std::size_t read(char* to, std::size_t room);

 private:
  std::unique_ptr<ByteSource> source_;
  std::unique_ptr<char[]> bytes_;
  std::size_t at_ = 0;
  std::size_t end_ = 0;
  std::uint64_t base_ = 0;  // place of bytes_[0] in the file
  std::uint64_t kept_ = 0;
  bool ended_ = false;
  std::optional<Error> failure_{};
};

}  // namespace sayso
