// Which of many spans holds another most closely.
//
//     holders {[0,40), [10,20)}   probes {[12,15), [30,31), [50,51)}   ->  1, 0, -1
#pragma once

#include <cstddef>
#include <vector>

#include "sayso/span.h"

namespace sayso {

// For each probe the index of the smallest holder around it; -1 if none holds it whole. Holders may nest and, oddly,
// overlap. O((holders + probes) log), times the depth of nesting.
std::vector<std::ptrdiff_t> innermost(const std::vector<Span>& holders, const std::vector<Span>& probes);

}  // namespace sayso
