// Keeps some megabytes of a source at hand, and a little of what was read already, so that a reader can step back
// behind a fault. Leaves out on purpose: seeking in files, so that a pipe serves as well.
#include "base/packed_window.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <utility>

namespace sayso {

PackedWindow::PackedWindow(std::unique_ptr<ByteSource> source)
    : source_(std::move(source)), bytes_(new char[capacity]), base_(source_->begins_at()), kept_(base_) {}

void PackedWindow::fill(std::size_t size) {
  assert(size <= capacity / 2);
  if (ended_ || end_ - at_ >= size) return;
  const std::uint64_t wanted = std::max(kept_, base_);  // the first byte that somebody may step back to
  const std::size_t behind = wanted < offset() ? std::min(most_kept, static_cast<std::size_t>(offset() - wanted)) : 0;
  const std::size_t from = at_ - behind;
  std::memmove(bytes_.get(), bytes_.get() + from, end_ - from);
  base_ += from;
  at_ -= from;
  end_ -= from;
  while (!ended_ && end_ - at_ < size) {
    auto got = source_->read(bytes_.get() + end_, capacity - end_);
    if (!got) failure_ = got.error();
    const std::size_t added = got ? *got : 0;
    end_ += added;
    ended_ = added == 0;
  }
}

void PackedWindow::step_back(std::uint64_t offset) {
  const std::uint64_t to = std::max(offset, base_);
  if (to < base_ + at_) at_ = static_cast<std::size_t>(to - base_);
}

std::size_t PackedWindow::read(char* to, std::size_t room) {
  if (at_ < end_) {
    const std::size_t size = std::min(room, end_ - at_);
    std::memcpy(to, bytes_.get() + at_, size);
    at_ += size;
    return size;
  }
  if (ended_) return 0;
  auto got = source_->read(to, room);
  if (!got) failure_ = got.error();
  const std::size_t size = got ? *got : 0;
  ended_ = size == 0;
  base_ += size;  // at_ == end_: nothing of these bytes is held
  return size;
}

}  // namespace sayso
