// Packing and unpacking the raw map; the format stands in the header, a worked case in raw_map_test.cc.
#include "ledger/raw_map.h"

#include <cstdint>
#include <limits>

namespace sayso::ledger {
namespace {

constexpr char format_version = 1;

void append_number(std::string& bytes, std::uint64_t number) {
  while (number >= 0x80) {
    bytes += static_cast<char>(static_cast<unsigned char>(number | 0x80));
    number >>= 7;
  }
  bytes += static_cast<char>(static_cast<unsigned char>(number));
}

std::uint64_t zigzag(std::int64_t number) {
  return static_cast<std::uint64_t>(number) << 1 ^ static_cast<std::uint64_t>(number >> 63);
}

std::int64_t unzigzag(std::uint64_t number) {
  return static_cast<std::int64_t>(number >> 1) ^ -static_cast<std::int64_t>(number & 1);
}

class Numbers {
 public:
  explicit Numbers(std::string_view bytes) : bytes_(bytes) {}

  // Up to 40 bits, which holds every difference and doubled length of 32-bit offsets.
  std::optional<std::uint64_t> next() {
    std::uint64_t number = 0;
    for (unsigned shift = 0; shift < 42 && !bytes_.empty(); shift += 7) {
      const auto byte = static_cast<unsigned char>(bytes_.front());
      bytes_.remove_prefix(1);
      number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
      if ((byte & 0x80) == 0) return number;
    }
    return std::nullopt;
  }

  std::size_t left() const { return bytes_.size(); }

 private:
  std::string_view bytes_;
};

std::optional<Span> span_after(std::int64_t end_before, std::uint64_t gap, std::uint64_t length) {
  const std::int64_t begin = end_before + unzigzag(gap);
  const std::int64_t end = begin + static_cast<std::int64_t>(length);
  if (begin < 0 || end < begin || end > std::numeric_limits<std::uint32_t>::max()) return std::nullopt;
  return Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::string pack(const std::vector<RawPiece>& pieces) {
  std::string bytes(1, format_version);
  append_number(bytes, pieces.size());
  std::int64_t text_end = 0, raw_end = 0;
  for (const RawPiece& piece : pieces) {
    append_number(bytes, zigzag(std::int64_t{piece.text.begin} - text_end));
    append_number(bytes, piece.text.size());
    append_number(bytes, zigzag(std::int64_t{piece.raw.begin} - raw_end));
    append_number(bytes, std::uint64_t{piece.raw.size()} << 1 | (piece.verbatim ? 1U : 0U));
    text_end = piece.text.end;
    raw_end = piece.raw.end;
  }
  return bytes;
}

std::optional<std::vector<RawPiece>> unpack(std::string_view bytes) {
  if (bytes.empty() || bytes.front() != format_version) return std::nullopt;
  Numbers numbers(bytes.substr(1));
  const auto count = numbers.next();
  if (!count || *count > numbers.left() / 4) return std::nullopt;  // four bytes a piece at least: no giant allocation
  std::vector<RawPiece> pieces;
  pieces.reserve(*count);
  std::int64_t text_end = 0, raw_end = 0;
  for (std::uint64_t i = 0; i < *count; ++i) {
    const auto text_gap = numbers.next(), text_length = numbers.next(), raw_gap = numbers.next(),
               raw_length = numbers.next();
    if (!text_gap || !text_length || !raw_gap || !raw_length) return std::nullopt;
    const auto text = span_after(text_end, *text_gap, *text_length);
    const auto raw = span_after(raw_end, *raw_gap, *raw_length >> 1);
    if (!text || !raw) return std::nullopt;
    pieces.push_back({.text = *text, .raw = *raw, .verbatim = (*raw_length & 1) != 0});
    text_end = text->end;
    raw_end = raw->end;
  }
  if (numbers.left() != 0) return std::nullopt;
  return pieces;
}

}  // namespace sayso::ledger
