// Puts blocks together: "Two hit" and "The bridge …" -> "Two hit\n\nThe bridge …" with pieces back to the file's bytes.
// A block's map leads to the decoded text; here it is led on through the decoder's map to the raw bytes.
#include "dispatch/assembly.h"

#include <algorithm>

namespace sayso::dispatch {
namespace {

class RawMap {
 public:
  RawMap(const Decoded& decoded, std::vector<RawPiece>& out) : decoded_(decoded), out_(out) {}

  void separator(std::uint32_t at) {
    const std::uint32_t raw = out_.empty() ? 0 : out_.back().raw.end;
    out_.push_back({.text = {at, at + 2}, .raw = {raw, raw}, .verbatim = false});
  }

  // `piece.raw` is a range of the decoded text.
  void add(RawPiece piece) {
    if (decoded_.map.empty()) {
      piece.raw = {piece.raw.begin + decoded_.shift, piece.raw.end + decoded_.shift};
      return push(piece);
    }
    const Span source = piece.raw;
    auto at = std::partition_point(decoded_.map.begin(), decoded_.map.end(),
                                   [&](const RawPiece& one) { return one.text.end <= source.begin; });
    if (!piece.verbatim || source.empty()) {
      if (at == decoded_.map.end()) --at;
      Span raw = source.empty() ? Span{at->raw.begin, at->raw.begin} : part(*at, source);
      for (; !source.empty() && at != decoded_.map.end() && at->text.begin < source.end; ++at)
        raw.end = part(*at, source).end;
      piece.raw = raw;
      return push(piece);
    }
    for (; at != decoded_.map.end() && at->text.begin < source.end; ++at) {
      const std::uint32_t begin = std::max(at->text.begin, source.begin);
      const std::uint32_t end = std::min(at->text.end, source.end);
      const std::uint32_t text = piece.text.begin + (begin - source.begin);
      push({.text = {text, text + (end - begin)}, .raw = part(*at, source), .verbatim = at->verbatim});
    }
  }

 private:
  // The raw bytes of the part of one decoder's piece that lies in `source`.
  static Span part(const RawPiece& one, Span source) {
    if (!one.verbatim) return one.raw;
    const std::uint32_t begin = std::max(one.text.begin, source.begin) - one.text.begin;
    const std::uint32_t end = std::min(one.text.end, source.end) - one.text.begin;
    return {one.raw.begin + begin, one.raw.begin + end};
  }

  void push(const RawPiece& piece) {
    if (!out_.empty() && piece.verbatim && out_.back().verbatim && out_.back().raw.end == piece.raw.begin) {
      out_.back().text.end = piece.text.end;
      out_.back().raw.end = piece.raw.end;
      return;
    }
    out_.push_back(piece);
  }

  const Decoded& decoded_;
  std::vector<RawPiece>& out_;
};

}  // namespace

std::vector<PlacedMark> assemble(std::vector<Block>&& blocks, const Decoded& decoded, Dispatch& dispatch) {
  std::vector<PlacedMark> marks;
  RawMap map(decoded, dispatch.raw);
  for (Block& block : blocks) {
    if (!dispatch.text.empty()) {
      map.separator(static_cast<std::uint32_t>(dispatch.text.size()));
      dispatch.text += "\n\n";
    }
    const auto at = static_cast<std::uint32_t>(dispatch.text.size());
    const auto placed = [at](Span span) { return Span{span.begin + at, span.end + at}; };
    dispatch.text += block.text;
    dispatch.paragraphs.push_back({.span = {at, static_cast<std::uint32_t>(dispatch.text.size())}, .kind = block.kind});
    for (RawPiece piece : block.pieces) {
      piece.text = placed(piece.text);
      map.add(piece);
    }
    for (Hyperlink& link : block.links)
      dispatch.links.push_back({.span = placed(link.span), .url = std::move(link.url), .related = link.related});
    for (Mark& mark : block.marks) {
      const Span span = placed(mark.span);
      marks.push_back({.mark = std::move(mark), .span = span});
    }
  }
  return marks;
}

}  // namespace sayso::dispatch
