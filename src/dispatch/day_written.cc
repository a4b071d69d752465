// When words were written: in a live page of 12 September with an entry of the 13th, words of that entry on the 13th.
#include <algorithm>

#include "sayso/dispatch.h"

namespace sayso {

const Entry* entry_at(const Dispatch& dispatch, Span text_span) {
  const auto behind = std::partition_point(dispatch.entries.begin(), dispatch.entries.end(),
                                           [&](const Entry& entry) { return entry.span.end <= text_span.begin; });
  return behind != dispatch.entries.end() && behind->span.contains(text_span) ? &*behind : nullptr;
}

std::optional<Day> day_written(const Dispatch& dispatch, Span text_span) {
  const Entry* const entry = entry_at(dispatch, text_span);
  return entry != nullptr ? entry->day : dispatch.published;
}

}  // namespace sayso
