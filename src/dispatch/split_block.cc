// Cuts a block in two, its map and links with it: "Update KESH (May 4) The …" at 7 -> "Update", "KESH (May 4) The …".
// White space about the cut is left to neither part, as between any two paragraphs. Leaves out on purpose: kinds.
#include "dispatch/split_block.h"

#include <algorithm>

namespace sayso::dispatch {
namespace {

// The part of a map that lies in `kept`, as a map of that part.
std::vector<RawPiece> part_of(const std::vector<RawPiece>& pieces, Span kept) {
  std::vector<RawPiece> out;
  for (RawPiece piece : pieces) {
    const Span text{std::max(piece.text.begin, kept.begin), std::min(piece.text.end, kept.end)};
    if (text.begin >= text.end) continue;
    if (piece.verbatim)
      piece.raw = {piece.raw.begin + (text.begin - piece.text.begin), piece.raw.end - (piece.text.end - text.end)};
    piece.text = {text.begin - kept.begin, text.end - kept.begin};
    out.push_back(piece);
  }
  return out;
}

Block part_of(const Block& block, Span kept, bool first) {
  Block out;
  out.text = block.text.substr(kept.begin, kept.size());
  out.kind = block.kind;
  out.level = block.level;
  out.list_item = block.list_item;
  out.quoted = block.quoted;
  out.decided = block.decided;
  out.entry = block.entry;
  out.origin = block.origin;
  out.pieces = part_of(block.pieces, kept);
  const auto belongs = [&](Span span) { return first ? span.begin < kept.end : span.begin >= kept.begin; };
  const auto moved = [&](Span span) {
    const std::uint32_t begin = std::clamp(span.begin, kept.begin, kept.end) - kept.begin;
    return Span{begin, std::max(begin, std::clamp(span.end, kept.begin, kept.end) - kept.begin)};
  };
  for (const Hyperlink& link : block.links)
    if (belongs(link.span)) out.links.push_back({.span = moved(link.span), .url = link.url, .related = link.related});
  for (Mark mark : block.marks)
    if (belongs(mark.span)) {
      mark.span = moved(mark.span);
      out.marks.push_back(std::move(mark));
    }
  if (block.all_emphasised()) out.emphasised = kept.size();
  for (const Hyperlink& link : out.links) out.linked += link.span.size();
  return out;
}

}  // namespace

Block split_block(Block& block, std::size_t at) {
  std::size_t before = at, behind = at;
  while (before > 0 && block.text[before - 1] == ' ') --before;
  while (behind < block.text.size() && block.text[behind] == ' ') ++behind;
  const auto size = static_cast<std::uint32_t>(block.text.size());
  Block rest = part_of(block, {static_cast<std::uint32_t>(behind), size}, false);
  block = part_of(block, {0, static_cast<std::uint32_t>(before)}, true);
  return rest;
}

}  // namespace sayso::dispatch
