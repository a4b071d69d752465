// Finds innermost spans by one sweep with a stack of those that are open.
#include "base/innermost.h"

#include <algorithm>
#include <numeric>

namespace sayso {
namespace {

// Positions in the order of their spans: by begin, the longer first, so that an outer span is opened before an inner
// one.
std::vector<std::size_t> order_of(const std::vector<Span>& spans) {
  std::vector<std::size_t> order(spans.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return spans[a].begin != spans[b].begin ? spans[a].begin < spans[b].begin : spans[a].end > spans[b].end;
  });
  return order;
}

}  // namespace

std::vector<std::ptrdiff_t> innermost(const std::vector<Span>& holders, const std::vector<Span>& probes) {
  std::vector<std::ptrdiff_t> found(probes.size(), -1);
  const auto opening = order_of(holders);
  std::vector<std::size_t> open;
  std::size_t next = 0;
  for (std::size_t probe : order_of(probes)) {
    const Span span = probes[probe];
    while (next < opening.size() && holders[opening[next]].begin <= span.begin) {
      while (!open.empty() && holders[open.back()].end <= holders[opening[next]].begin) open.pop_back();
      open.push_back(opening[next++]);
    }
    while (!open.empty() && holders[open.back()].end <= span.begin) open.pop_back();
    for (auto holder = open.rbegin(); holder != open.rend() && found[probe] < 0; ++holder)
      if (holders[*holder].contains(span)) found[probe] = static_cast<std::ptrdiff_t>(*holder);
  }
  return found;
}

}  // namespace sayso
