// Unpacks gzip and zstd member by member.
//
//     member "WARC/1.0…" in 4 KB of gzip -> ahead() == the record, place(0) == {its byte in the file, 0}
//     a member cut short                 -> what is sound of it, then fault(): "the file ends in the middle of a gzip
//     member"
//
// A member that fits is unpacked in one go by libdeflate, the fastest way there is; what does not fit or is broken goes
// through zlib, which is slower, needs no room for the whole, and says how far the bytes are sound.
// Linear: behind a fault the same bytes are looked at again only while that is little against what was read.
#include "base/unpacker.h"

#include <libdeflate.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace sayso {
namespace {

constexpr std::size_t usual_capacity = std::size_t{8} << 20;
constexpr std::size_t least_room = std::size_t{1} << 20;
constexpr std::size_t batch = std::size_t{1} << 16;        // what one pull() adds at least, if there is so much
constexpr std::size_t at_hand = std::size_t{1} << 19;      // compressed bytes offered to a decoder at once
constexpr std::size_t plain_block = std::size_t{1} << 18;  // also what a member taken in parts gives at a time
constexpr std::size_t most_dictionary = std::size_t{16} << 20;
constexpr std::size_t most_starts = 4096;  // members remembered in what is ahead; real records lie in one to three

constexpr std::string_view no_memory = "not enough memory";

constexpr std::string_view gzip_magic = "\x1f\x8b\x08";
constexpr std::string_view zstd_magic = "\x28\xb5\x2f\xfd";

bool begins_skippable(std::string_view bytes) {  // 0x184D2A50 to 0x184D2A5F
  return bytes.size() >= 4 && (static_cast<unsigned char>(bytes[0]) & 0xf0U) == 0x50 &&
         bytes.substr(1, 3) == "\x2a\x4d\x18";
}
bool begins_dictionary(std::string_view bytes) { return begins_skippable(bytes) && bytes[0] == '\x5d'; }

// What a dictionary packed in a frame of zstd may unpack to: what it says; 0 if that is beyond the limits of members.
std::size_t room_for_dictionary(std::string_view frame) {
  const std::uint64_t most =
      std::min<std::uint64_t>(most_dictionary, std::max(bomb_floor_bytes, most_unpacked_ratio * frame.size()));
  const std::uint64_t said = ZSTD_getFrameContentSize(frame.data(), frame.size());
  if (said == ZSTD_CONTENTSIZE_ERROR || said == ZSTD_CONTENTSIZE_UNKNOWN) return static_cast<std::size_t>(most);
  return said <= most ? std::max<std::size_t>(static_cast<std::size_t>(said), 1) : 0;
}

const Bytef* input(std::string_view bytes) { return reinterpret_cast<const Bytef*>(bytes.data()); }

}  // namespace

struct Unpacker::Decoders {
  Decoders() : whole(libdeflate_alloc_decompressor()), frames(ZSTD_createDCtx()) {
    ready = inflateInit2(&parts, 15 + 16) == Z_OK && whole != nullptr && frames != nullptr;
  }
  Decoders(const Decoders&) = delete;
  Decoders& operator=(const Decoders&) = delete;
  ~Decoders() {
    libdeflate_free_decompressor(whole);
    ZSTD_freeDCtx(frames);
    inflateEnd(&parts);
  }

  libdeflate_decompressor* whole;
  z_stream parts{};
  ZSTD_DCtx* frames;
  bool ready = false;  // there was memory for all of them
};

void Unpacker::Free::operator()(char* bytes) const { std::free(bytes); }

Unpacker::Unpacker(std::unique_ptr<ByteSource> source)
    : window_(std::move(source)), decoders_(std::make_unique<Decoders>()), base_(window_.offset()) {
  hold(usual_capacity);
  if (!decoders_->ready && !fault_) {
    fail(ErrorCode::unreadable, std::string(no_memory));
    fault_->final = true;
  }
}
Unpacker::~Unpacker() = default;

// Without memory what is held stays as it is, and the file ends here with a fault.
void Unpacker::hold(std::size_t capacity) {
  char* bytes = bytes_.release();
  char* moved = static_cast<char*>(std::realloc(bytes, capacity));
  bytes_.reset(moved == nullptr ? bytes : moved);
  if (moved == nullptr) {
    fail(ErrorCode::unreadable, std::string(no_memory));
    fault_->final = true;
    return;
  }
  capacity_ = capacity;
}

void Unpacker::take(std::size_t size) {
  assert(size <= end_ - begin_);
  begin_ += size;
  while (starts_.size() > 1 && starts_[1].at <= taken()) starts_.pop_front();
}

// Room for a batch behind what is ahead. Bytes move only where at least as many have been taken since.
void Unpacker::make_room() {
  if (begin_ == end_ || begin_ > capacity_ / 2) {
    std::memmove(bytes_.get(), bytes_.get() + begin_, end_ - begin_);
    base_ += begin_;
    end_ -= begin_;
    begin_ = 0;
    if (end_ == 0 && capacity_ > 2 * usual_capacity) {  // of a giant that is gone
      bytes_.reset();
      capacity_ = 0;
      hold(usual_capacity);
    }
  }
  if (!fault_ && room() < least_room) hold(capacity_ + capacity_ / 2);
}

Unpacker::Step Unpacker::pull() {
  if (fault_) return Step::fault;
  make_room();
  if (fault_) return Step::fault;
  const std::size_t before = end_;
  while (end_ - before < batch && room() >= plain_block) {
    const Step step = advance();
    if (step != Step::more) return end_ > before ? Step::more : step;
  }
  return Step::more;
}

Unpacker::Step Unpacker::advance() {
  switch (state_) {
    case State::unknown:
    case State::between:
      return next_member();
    case State::plain:
      return more_plain();
    case State::gzip:
      return more_gzip();
    case State::zstd:
      return more_zstd();
  }
  return Step::end;
}

Unpacker::Step Unpacker::next_member() {
  window_.fill(at_hand);
  std::string_view bytes = window_.unread();
  if (state_ == State::unknown) {
    state_ = State::between;
    if (compression_of(bytes) == Compression::none) {
      state_ = State::plain;
      return more_plain();
    }
  }
  if (bytes.empty()) return window_.failure() ? fail_at_end() : Step::end;
  if (begins_skippable(bytes)) return skip_frame();
  if (bytes.starts_with(zstd_magic)) {
    begin_member(State::zstd);
    ZSTD_DCtx_reset(decoders_->frames, ZSTD_reset_session_only);
    return more_zstd();
  }
  if (bytes.starts_with(gzip_magic.substr(0, 2))) {
    begin_member(State::gzip);
    if (whole_gzip()) return Step::more;
    inflateReset(&decoders_->parts);
    return more_gzip();
  }
  const std::size_t padding = std::min(bytes.find_first_not_of(std::string_view("\0\r\n", 3)), bytes.size());
  if (padding > 0) {
    window_.take(padding);
    return Step::more;
  }
  begin_member(member_kind_);
  return fail(ErrorCode::unreadable, "here should begin a gzip member or a zstd frame");
}

void Unpacker::begin_member(State state) {
  state_ = state;
  member_kind_ = state;
  member_offset_ = window_.offset();
  member_unpacked_ = 0;
  window_.keep();
  if (starts_.size() < most_starts) starts_.push_back({base_ + end_, member_offset_});
}

bool Unpacker::whole_gzip() {
  const std::string_view bytes = window_.unread();
  std::size_t used = 0;
  std::size_t made = 0;
  if (libdeflate_gzip_decompress_ex(decoders_->whole, bytes.data(), bytes.size(), bytes_.get() + end_, room(), &used,
                                    &made) != LIBDEFLATE_SUCCESS)
    return false;
  if (made > bomb_floor_bytes && made / most_unpacked_ratio > used) return false;  // told by the slow way
  window_.take(used);
  state_ = State::between;
  end_ += made;
  return true;
}

Unpacker::Step Unpacker::more_gzip() {
  window_.fill(batch);
  const std::string_view bytes = window_.unread();
  z_stream& z = decoders_->parts;
  z.next_in = const_cast<Bytef*>(input(bytes));  // zlib does not write there
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(bytes_.get() + end_);
  const std::size_t offered = std::min(room(), plain_block);
  z.avail_out = static_cast<uInt>(offered);
  const int result = inflate(&z, Z_NO_FLUSH);
  window_.take(bytes.size() - z.avail_in);
  if (result == Z_STREAM_END) state_ = State::between;
  if (const Step step = add(offered - z.avail_out); step != Step::more) return step;
  if (result == Z_MEM_ERROR) return fail(ErrorCode::unreadable, std::string(no_memory));
  if (result == Z_DATA_ERROR || result == Z_NEED_DICT)
    return fail(ErrorCode::unreadable, std::string("the gzip member is broken (") +
                                           (z.msg != nullptr ? z.msg : "a preset dictionary is asked for") + ")");
  if (result != Z_STREAM_END && window_.unread().empty() && window_.ended() && z.avail_out > 0) return fail_at_end();
  return Step::more;
}

Unpacker::Step Unpacker::more_zstd() {
  window_.fill(at_hand);
  const std::string_view bytes = window_.unread();
  ZSTD_inBuffer in{bytes.data(), bytes.size(), 0};
  ZSTD_outBuffer out{bytes_.get() + end_, room(), 0};
  const std::size_t result = ZSTD_decompressStream(decoders_->frames, &out, &in);
  window_.take(in.pos);
  if (result == 0) state_ = State::between;
  if (const Step step = add(out.pos); step != Step::more) return step;
  if (ZSTD_isError(result) != 0)
    return fail(ErrorCode::unreadable, std::string("the zstd frame is broken (") + ZSTD_getErrorName(result) + ")");
  if (result != 0 && window_.unread().empty() && window_.ended() && out.pos < out.size) return fail_at_end();
  return Step::more;
}

Unpacker::Step Unpacker::skip_frame() {
  begin_member(State::zstd);
  std::string_view bytes = window_.unread();
  if (bytes.size() < 8) return fail_at_end();
  // As warc.zst has it, once and in front; each would cost the time of one, whatever it is good for.
  const bool dictionary = begins_dictionary(bytes) && window_.offset() == 0;
  std::size_t left = 0;
  for (std::size_t i = 0; i < 4; ++i) left |= std::size_t{static_cast<unsigned char>(bytes[4 + i])} << (8 * i);
  if (dictionary && left > most_dictionary)
    return fail(ErrorCode::too_large,
                "the zstd dictionary is larger than " + std::to_string(most_dictionary >> 20) + " MiB");
  window_.take(8);
  std::string held;
  while (left > 0) {
    window_.fill(std::min(left, at_hand));
    bytes = window_.unread().substr(0, left);
    if (bytes.empty()) return fail_at_end();
    if (dictionary) held += bytes;
    window_.take(bytes.size());
    left -= bytes.size();
  }
  if (dictionary) {
    if (std::string_view(held).starts_with(zstd_magic)) {
      std::string unpacked(room_for_dictionary(held), '\0');
      if (unpacked.empty())
        return fail(ErrorCode::too_large, "the zstd dictionary unpacks to more than " +
                                              std::to_string(most_dictionary >> 20) + " MiB or " +
                                              std::to_string(most_unpacked_ratio) + " times its size");
      const std::size_t size = ZSTD_decompress(unpacked.data(), unpacked.size(), held.data(), held.size());
      if (ZSTD_isError(size) != 0) return fail(ErrorCode::unreadable, "the zstd dictionary is broken");
      unpacked.resize(size);
      held = std::move(unpacked);
    }
    ZSTD_DCtx_reset(decoders_->frames, ZSTD_reset_session_only);
    if (ZSTD_isError(ZSTD_DCtx_loadDictionary(decoders_->frames, held.data(), held.size())) != 0)
      return fail(ErrorCode::unreadable, "the zstd dictionary is broken");
  }
  state_ = State::between;
  return Step::more;
}

Unpacker::Step Unpacker::more_plain() {
  const std::size_t size = window_.read(bytes_.get() + end_, std::min(room(), plain_block));
  end_ += size;
  if (size > 0) return Step::more;
  return window_.failure() ? fail_at_end() : Step::end;
}

Unpacker::Step Unpacker::add(std::size_t size) {
  end_ += size;
  member_unpacked_ += size;
  const std::uint64_t packed = window_.offset() - member_offset_;
  if (member_unpacked_ > bomb_floor_bytes && member_unpacked_ / most_unpacked_ratio > packed)
    return fail(ErrorCode::too_large,
                "unpacks to more than " + std::to_string(most_unpacked_ratio) + " times its size");
  return Step::more;
}

Unpacker::Step Unpacker::fail(ErrorCode code, std::string message) {
  fault_ = Fault{code, window_.offset(), member_offset_, std::move(message), false};
  return Step::fault;
}

Unpacker::Step Unpacker::fail_at_end() {
  fail(ErrorCode::unreadable, "the file ends in the middle of a compressed member");
  if (window_.failure())
    fault_ = Fault{window_.failure()->code, window_.offset(), member_offset_, window_.failure()->message, true};
  return Step::fault;
}

bool Unpacker::resume(const std::function<bool(std::string_view)>& begins_well) {
  assert(fault_);
  take(end_ - begin_);
  starts_.clear();
  if (fault_->final) return false;
  // A member that broke off runs into the next one, which then begins before the fault.
  if (redone_ <= 4 * fault_->offset + (std::uint64_t{16} << 20)) {
    const std::uint64_t before = window_.offset();
    window_.step_back(member_offset_ + 1);
    redone_ += before - window_.offset();
  }
  if (window_.offset() <= member_offset_) window_.take(std::min<std::size_t>(1, window_.unread().size()));
  fault_.reset();
  state_ = State::between;
  const std::string_view magic = member_kind_ == State::zstd ? zstd_magic : gzip_magic;
  for (;;) {
    window_.fill(batch);
    const std::string_view bytes = window_.unread();
    const std::size_t found = bytes.find(magic);
    if (found != std::string_view::npos) {
      window_.take(found);
      if (begins(begins_well)) return true;
      window_.take(1);
    } else {
      window_.take(window_.ended() ? bytes.size() : bytes.size() - std::min(bytes.size(), magic.size() - 1));
      if (window_.ended()) return false;
    }
  }
}

// A look at a gzip member's first bytes: three bytes of magic are found in compressed bytes by chance too.
bool Unpacker::begins(const std::function<bool(std::string_view)>& begins_well) {
  if (member_kind_ == State::zstd || !begins_well) return true;
  window_.fill(4096);
  const std::string_view bytes = window_.unread().substr(0, 4096);
  char first[256];
  z_stream& z = decoders_->parts;
  inflateReset(&z);
  z.next_in = const_cast<Bytef*>(input(bytes));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(first);
  z.avail_out = sizeof first;
  const int result = inflate(&z, Z_SYNC_FLUSH);
  return result != Z_DATA_ERROR && result != Z_NEED_DICT && begins_well({first, sizeof first - z.avail_out});
}

Unpacker::Place Unpacker::place(std::size_t index) const {
  if (is_plain()) return {taken() + index, 0};
  if (index == end_ - begin_ && at_boundary()) return {window_.offset(), 0};
  const auto behind = std::upper_bound(starts_.begin(), starts_.end(), taken() + index,
                                       [](std::uint64_t at, const Start& start) { return at < start.at; });
  if (behind == starts_.begin()) return {window_.offset(), 0};
  return {std::prev(behind)->offset, taken() + index - std::prev(behind)->at};
}

std::optional<std::size_t> Unpacker::member_within(std::size_t from, std::size_t to, std::string_view prefix) const {
  auto start = std::lower_bound(starts_.begin(), starts_.end(), taken() + from,
                                [](const Start& one, std::uint64_t at) { return one.at < at; });
  for (; start != starts_.end() && start->at < taken() + to; ++start) {
    const auto index = static_cast<std::size_t>(start->at - taken());
    if (ahead().substr(index).starts_with(prefix)) return index;
  }
  return std::nullopt;
}

}  // namespace sayso
