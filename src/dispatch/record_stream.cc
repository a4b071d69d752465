// Finds records one after the other (example in the header).
//
//     Content-Length 973 where 975 bytes stand before the next "WARC/1.0"  -> 975 bytes, with a note
//     Content-Length 5000 where the next "WARC/1.0" stands after 3000      -> 3000 bytes, with a note
//     a gzip member that breaks off                                        -> what is sound, cut; then the next member
//
// Leaves out on purpose: joining the segments of a record that was split over several, which nobody writes for pages.
#include "dispatch/record_stream.h"

#include <algorithm>
#include <utility>

#include "base/tsv.h"
#include "dispatch/http_body.h"

namespace sayso::dispatch {
namespace {

constexpr std::uint64_t most_mended = 1ull << 20;  // a block that is passed over and not longer is checked as pages are
constexpr std::size_t most_line = 8192;            // of the head of an ARC record
constexpr std::uint64_t most_unknown = 1ull << 20;  // bytes without any record, after which a file is none of ours
constexpr std::string_view warc_mark = "WARC/";

bool begins_something(std::string_view bytes) {
  const std::size_t begin = std::min(bytes.find_first_not_of("\r\n"), bytes.size());
  bytes.remove_prefix(begin);
  if (begins_warc(bytes)) return true;
  const std::string_view line = bytes.substr(0, bytes.find('\n'));
  return arc_head(line, 1).has_value() || (line.size() == bytes.size() && line.find("://") < 16);
}

}  // namespace

Unpacker::Step RecordStream::reach(std::size_t size) {
  while (in_.ahead().size() < size)
    if (const Unpacker::Step step = in_.pull(); step != Unpacker::Step::more) return step;
  return Unpacker::Step::more;
}

std::string RecordStream::place_name(std::size_t index) const {
  const Unpacker::Place place = in_.place(index);
  return name_ + ":" + std::to_string(place.offset) + (place.inside > 0 ? "+" + std::to_string(place.inside) : "");
}

RecordStream::Found RecordStream::fail(ErrorCode code, std::string message) {
  trouble_ = {code, where_, std::move(message)};
  return Found::trouble;
}

// The member that is being unpacked is broken; whatever is ahead belongs to it.
RecordStream::Found RecordStream::fail_with_fault() {
  const Unpacker::Fault fault = in_.fault();
  trouble_ = {fault.code, fault.final ? name_ : name_ + ":" + std::to_string(fault.offset), fault.message};
  in_.resume(begins_something);
  ended_ = fault.final;
  return Found::trouble;
}

bool RecordStream::begins_record(std::size_t index) const {
  const std::string_view bytes = in_.ahead().substr(index);
  if (begins_warc(bytes)) return true;
  if (!arc_) return false;
  const std::size_t end = bytes.substr(0, most_line).find('\n');
  return end != std::string_view::npos && arc_head(bytes.substr(0, end), arc_version_);
}

// The first record that begins a line in ahead()[from, to).
std::optional<std::size_t> RecordStream::next_record(std::size_t from, std::size_t to) const {
  const std::string_view bytes = in_.ahead().substr(0, to);
  if (!arc_) {
    for (std::size_t at = bytes.find("\nWARC/", from); at != std::string_view::npos; at = bytes.find("\nWARC/", at + 1))
      if (begins_warc(bytes.substr(at + 1))) return at + 1;
    return std::nullopt;
  }
  for (std::size_t at = bytes.find('\n', from); at != std::string_view::npos; at = bytes.find('\n', at + 1))
    if (at + 1 < to && begins_record(at + 1)) return at + 1;
  return std::nullopt;
}

// Takes everything up to the next record and says how much that was.
std::uint64_t RecordStream::look_for_record() {
  std::uint64_t passed = 0;
  const auto take = [&](std::size_t size) {
    in_.take(size);
    passed += size;
  };
  if (reach(warc_mark.size() + 1) == Unpacker::Step::more && begins_record(0)) return 0;
  for (;;) {
    const std::string_view bytes = in_.ahead();
    auto found = next_record(0, bytes.size());
    auto member = in_.member_within(0, bytes.size(), warc_mark);
    while (member && !begins_record(*member)) member = in_.member_within(*member + 1, bytes.size(), warc_mark);
    if (member && (!found || *member < *found)) found = member;
    if (found) {
      take(*found);
      return passed;
    }
    if (!any_ && passed + bytes.size() > most_unknown) return passed;
    const std::size_t line = bytes.substr(bytes.size() - std::min(bytes.size(), most_line)).rfind('\n');
    take(line == std::string_view::npos ? bytes.size() : bytes.size() - std::min(bytes.size(), most_line) + line);
    if (in_.pull() != Unpacker::Step::more) {
      take(in_.ahead().size());
      return passed;
    }
  }
}

RecordStream::Found RecordStream::stray() {
  const std::uint64_t passed = look_for_record();
  if (!any_ && (in_.ahead().empty() || !begins_record(0))) {
    ended_ = true;
    if (in_.pull() == Unpacker::Step::fault) return fail_with_fault();
    return fail(ErrorCode::not_text, "this is no web archive: no WARC or ARC record is in its first bytes");
  }
  return fail(ErrorCode::unreadable, std::to_string(passed) + " bytes here are no record; they were passed by");
}

RecordStream::Found RecordStream::find() {
  for (;;)
    if (const auto found = look()) return *found;
}

// One look for a record; nothing if it has to be done again.
std::optional<RecordStream::Found> RecordStream::look() {
  in_.take(std::exchange(held_, 0));
  if (std::exchange(fault_told_, false)) in_.resume(begins_something);
  if (std::exchange(astray_, false)) look_for_record();
  for (;;) {
    if (ended_) return Found::end;
    const std::string_view bytes = in_.ahead();
    in_.take(std::min(bytes.find_first_not_of(std::string_view("\r\n\0", 3)), bytes.size()));
    if (!in_.ahead().empty()) break;
    const Unpacker::Step step = in_.pull();
    where_ = name_;
    if (step == Unpacker::Step::fault) {
      if (!std::exchange(troubled_, true) || in_.fault().final) return fail_with_fault();
      in_.resume(begins_something);
    }
    if (step != Unpacker::Step::end) continue;
    ended_ = true;
    if (!any_ && !troubled_) return fail(ErrorCode::empty, "the file holds no record");
  }
  reach(warc_mark.size() + 1);
  where_ = place_name(0);
  offset_ = in_.place(0).offset;
  if (begins_warc(in_.ahead())) {
    any_ = true;
    const auto end = fields_end(0, limits_.header_bytes);
    if (!end) {
      const bool told = std::exchange(troubled_, true);
      astray_ = true;
      if (in_.pull() == Unpacker::Step::fault) {
        if (!told) return fail_with_fault();
        fault_told_ = true;
        held_ = in_.ahead().size();
        return std::nullopt;
      }
      in_.take(std::min(in_.ahead().size(), warc_mark.size()));
      if (told) return std::nullopt;
      return fail(ErrorCode::unreadable, "the head of this record has no end");
    }
    head_ = warc_head(in_.ahead().substr(0, *end));
    if (head_.type.empty()) head_.type = "unknown";
    block_ = *end;
  } else {
    std::size_t end = in_.ahead().find('\n');
    while (end == std::string_view::npos && in_.ahead().size() < most_line &&
           reach(in_.ahead().size() + 1) == Unpacker::Step::more)
      end = in_.ahead().find('\n');
    auto head = arc_head(in_.ahead().substr(0, std::min(end, most_line)), arc_version_);
    if (!head || end == std::string_view::npos) return stray();
    head_ = std::move(*head);
    any_ = true;
    arc_ = true;
    block_ = end + 1;
    if (head_.url.starts_with("filedesc:")) arc_version_ = arc_version(block_start(2));
  }
  troubled_ = false;
  if (head_.length) return Found::record;
  give_up();
  if (head_.url.starts_with("filedesc:")) return Found::record;
  return fail(ErrorCode::unreadable, "the length of this record is no number");
}

// Behind the empty line that ends the header lines at `from`. Nothing: the next record or `most` bytes come before it.
std::optional<std::size_t> RecordStream::fields_end(std::size_t from, std::uint64_t most) {
  for (std::size_t at = from;;) {
    const std::size_t line = std::min(in_.ahead().find('\n', at), in_.ahead().size());
    if (line - std::min(line, from) > most) return std::nullopt;
    const bool more = reach(line + warc_mark.size() + 2) == Unpacker::Step::more;
    const std::string_view rest = in_.ahead().substr(line);
    if (rest.starts_with("\n\n")) return line + 2;
    if (rest.starts_with("\n\r\n")) return line + 3;
    if (rest.empty() ? !more : begins_record(line + 1)) return std::nullopt;
    at = rest.empty() || rest[0] != '\n' ? line : line + 1;
  }
}

std::optional<std::size_t> RecordStream::fields_in_block() {
  reach(block_);
  const auto end = fields_end(block_, std::min(limits_.header_bytes, *head_.length));
  if (!end || *end - block_ > *head_.length) return std::nullopt;
  return *end - block_;
}

std::string_view RecordStream::block_start(std::size_t size) {
  const std::size_t wanted =
      head_.length ? static_cast<std::size_t>(std::min<std::uint64_t>(size, *head_.length)) : size;
  reach(block_ + wanted);
  return in_.ahead().substr(std::min(block_, in_.ahead().size()), wanted);
}

std::string RecordStream::length_note(std::uint64_t found) const {
  return "the record's length is given as " + std::to_string(*head_.length) + " bytes; it has " + std::to_string(found);
}

// A block ends before two line ends that are not its own.
std::size_t RecordStream::without_line_ends(std::size_t from, std::size_t to) const {
  const std::string_view bytes = in_.ahead();
  for (int line = 0; line < 2 && to > from && bytes[to - 1] == '\n'; ++line)
    to -= to - from > 1 && bytes[to - 2] == '\r' ? std::size_t{2} : std::size_t{1};
  return to;
}

// Whether the next record, the end of a member or of the file follows at `next`, which moves behind line ends. In WARC
// two line ends are enough: what then comes is not of this record.
bool RecordStream::ends_well(std::size_t& next) {
  const std::size_t end = next;
  for (;;) {
    const std::string_view bytes = in_.ahead();
    while (next < bytes.size() && (bytes[next] == '\r' || bytes[next] == '\n')) ++next;
    if (in_.member_within(next, next + 1, "")) return true;
    const std::string_view left = bytes.substr(next);
    if (left.empty() && in_.at_boundary()) return true;
    if (!left.empty() && (begins_record(next) || (!arc_ && bytes.substr(end, 4) == "\r\n\r\n"))) return true;
    if (left.size() > (arc_ ? most_line : warc_mark.size() + 1)) return false;
    if (reach(bytes.size() + 1) == Unpacker::Step::more) continue;
    // The end: of the next record there may be a beginning.
    return arc_ ? left.find('\n') == std::string_view::npos : std::string_view("WARC/1").starts_with(left.substr(0, 6));
  }
}

// Where the block ends, by its length and by what stands around. Nothing: its member or the file breaks off inside.
std::optional<RecordStream::Bounds> RecordStream::bounds(bool extend) {
  const std::size_t wanted = block_ + static_cast<std::size_t>(*head_.length);
  std::optional<std::size_t> early;
  bool whole = true;
  std::size_t checked = block_;
  for (;;) {
    const std::size_t there = std::min(wanted, in_.ahead().size());
    if (checked < there) early = in_.member_within(checked, there, warc_mark);
    checked = std::max(checked, there);
    if (early || there == wanted) break;
    if (in_.pull() != Unpacker::Step::more) {
      whole = false;
      break;
    }
  }
  if (early) {
    Bounds found{without_line_ends(block_, *early), *early, false, ""};
    found.note = length_note(found.end - block_);
    found.cut = !ends_page(in_.ahead().substr(block_, found.end - block_));
    return found;
  }
  if (!whole && !next_record(std::min(block_, in_.ahead().size()), in_.ahead().size())) return std::nullopt;
  if (!whole) return mend(extend);
  Bounds found{wanted, wanted, false, ""};
  if (ends_well(found.next)) return found;
  return mend(extend);
}

RecordStream::Bounds RecordStream::mend(bool extend) {
  const std::size_t end = std::min(block_ + static_cast<std::size_t>(*head_.length), in_.ahead().size());
  Bounds found{end, end, false, ""};
  if (const auto inside = next_record(block_ - 1, end)) {  // the length is too large
    found.end = without_line_ends(block_, *inside);
    found.next = *inside;
    found.note = length_note(found.end - block_);
    return found;
  }
  if (!extend) {
    astray_ = true;
    return found;
  }
  for (std::size_t from = std::max(block_ - 1, end - std::min(end, warc_mark.size() + 2));;) {  // too small
    const std::size_t size = in_.ahead().size();
    auto next = next_record(from, size);
    const auto member = in_.member_within(end, size, "");
    if (member && (!next || *member < *next)) next = member;
    const bool far = size - block_ > limits_.payload_bytes + limits_.header_bytes;
    if (!next && !far && in_.pull() == Unpacker::Step::more) {
      from = size - std::min(size - from, arc_ ? most_line : warc_mark.size() + 2);
      continue;
    }
    if (!next && far) {
      astray_ = true;
      return found;
    }
    found.next = next ? *next : in_.ahead().size();
    found.end = without_line_ends(end, found.next);
    if (found.end > end) found.note = length_note(found.end - block_);
    return found;
  }
}

// The member in which the record ends is broken: before the record's end, or behind it, as a checksum is.
bool RecordStream::is_broken(bool whole) const {
  if (!in_.has_fault() || held_ < in_.ahead().size()) return false;
  return !whole || (!in_.fault().final && in_.place(held_ - 1).offset == in_.fault().member);
}

Result<RecordStream::Block> RecordStream::hold() {
  Block block;
  const auto found = bounds(true);
  held_ = found ? found->next : in_.ahead().size();
  if (is_broken(found.has_value())) {
    if (in_.fault().code == ErrorCode::too_large) {
      held_ = 0;
      fail_with_fault();
      return trouble_;
    }
    block.cut = true;
    block.notes.push_back("at byte " + std::to_string(in_.fault().offset) + ": " + in_.fault().message);
    ended_ = in_.fault().final;
    fault_told_ = true;
  } else if (!found) {
    block.cut = true;
    block.notes.emplace_back("the file ends in the middle of this record");
  }
  if (found) {
    block.cut = block.cut || found->cut;
    if (!found->note.empty()) block.notes.push_back(found->note);
  }
  const std::size_t begin = std::min(block_, in_.ahead().size());
  block.bytes = in_.ahead().substr(begin, (found ? found->end : in_.ahead().size()) - begin);
  return block;
}

bool RecordStream::pass() {
  if (!head_.length) return true;  // given up already
  if (*head_.length > most_mended) return skip_far();
  const auto found = bounds(false);
  held_ = found ? found->next : in_.ahead().size();
  if (is_broken(found.has_value())) {
    held_ = 0;
    fail_with_fault();
    return false;
  }
  if (!found) fail(ErrorCode::unreadable, "the file ends in the middle of this record");
  return found.has_value();
}

bool RecordStream::skip_far() {
  std::uint64_t left = *head_.length;
  in_.take(std::min(block_, in_.ahead().size()));
  for (;;) {
    const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(left, in_.ahead().size()));
    if (const auto early = in_.member_within(0, here, warc_mark)) {
      in_.take(*early);
      return true;
    }
    in_.take(here);
    left -= here;
    if (left == 0) return true;
    const Unpacker::Step step = in_.pull();
    if (step == Unpacker::Step::more) continue;
    if (step == Unpacker::Step::fault) {
      fail_with_fault();
    } else {
      fail(ErrorCode::unreadable, "the file ends in the middle of this record");
    }
    return false;
  }
}

void RecordStream::give_up() {
  held_ = std::min(block_, in_.ahead().size());
  astray_ = true;
}

}  // namespace sayso::dispatch
