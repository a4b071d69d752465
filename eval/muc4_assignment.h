// Pairs rows with columns, each at most once, so that the sum of the weights is the largest.
//
//     assign({{3, 2}, {3, 0}})  ->  {1, 0}     row 0 gives column 0 away, since row 1 has no other: 2 + 3
//
// A weight of 0 is no pair. The same weights give the same pairs; of pairings with the same sum one is chosen by the
// order alone. Cubic in the larger side (Kuhn and Munkres).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sayso::eval {

constexpr std::size_t unpaired = ~std::size_t{0};

// For each row its column, or `unpaired`. Rows are all of the same length; weights are not negative.
std::vector<std::size_t> assign(const std::vector<std::vector<std::int64_t>>& weights);

}  // namespace sayso::eval
