// When words were written: in a live page of 12 September with an entry of the 13th, words of that entry on the 13th.
#include <algorithm>

#include "sayso/dispatch.h"

namespace sayso {

std::optional<Day> day_written(const Dispatch& dispatch, Span text_span) {
  const auto behind = std::partition_point(dispatch.entries.begin(), dispatch.entries.end(),
                                           [&](const Entry& entry) { return entry.span.end <= text_span.begin; });
  if (behind != dispatch.entries.end() && behind->span.contains(text_span)) return behind->day;
  return dispatch.published;
}

}  // namespace sayso
