// From the text back to the file: the text "R&D" of the raw bytes "R&amp;D" has [1, 2) -> raw [1, 6).
#include <algorithm>

#include "sayso/dispatch.h"

namespace sayso {

Span raw_span(const Dispatch& dispatch, Span text_span) {
  const auto& pieces = dispatch.raw;
  auto at = std::partition_point(pieces.begin(), pieces.end(),
                                 [&](const RawPiece& piece) { return piece.text.end <= text_span.begin; });
  if (at == pieces.end()) {
    const std::uint32_t end = pieces.empty() ? 0 : pieces.back().raw.end;
    return {end, end};
  }
  if (text_span.empty()) {
    const std::uint32_t point = at->verbatim && text_span.begin > at->text.begin
                                    ? at->raw.begin + (text_span.begin - at->text.begin)
                                    : at->raw.begin;
    return {point, point};
  }
  Span result = at->raw;
  bool any = false;
  for (; at != pieces.end() && at->text.begin < text_span.end; ++at) {
    Span raw = at->raw;
    if (at->verbatim) {
      raw.end = raw.begin + (std::min(at->text.end, text_span.end) - at->text.begin);
      if (text_span.begin > at->text.begin) raw.begin += text_span.begin - at->text.begin;
    }
    if (raw.empty() && any) continue;  // a separator we added says nothing about the file
    result = any && !result.empty() ? Span{std::min(result.begin, raw.begin), std::max(result.end, raw.end)} : raw;
    any = true;
  }
  return result;
}

}  // namespace sayso
