// The assignment of largest weight, by shortest augmenting paths over a square of costs.
//
//     {{3, 2}, {3, 0}} -> {1, 0}
//
// Left out on purpose: anything faster. A message has a handful of templates, a slot a handful of fills.
#include "muc4_assignment.h"

#include <algorithm>
#include <limits>

namespace sayso::eval {

std::vector<std::size_t> assign(const std::vector<std::vector<std::int64_t>>& weights) {
  const std::size_t rows = weights.size(), columns = rows == 0 ? 0 : weights.front().size();
  std::vector<std::size_t> column_of(rows, unpaired);
  const std::size_t size = std::max(rows, columns);
  if (rows == 0 || columns == 0) return column_of;
  const auto cost = [&](std::size_t row, std::size_t column) {
    return row <= rows && column <= columns ? -weights[row - 1][column - 1] : 0;
  };
  // Rows and columns count from 1; 0 stands for the row that is being placed.
  std::vector<std::int64_t> of_row(size + 1), of_column(size + 1);
  std::vector<std::size_t> row_at(size + 1), before(size + 1);
  for (std::size_t row = 1; row <= size; ++row) {
    constexpr auto far = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> distance(size + 1, far);
    std::vector<bool> done(size + 1);
    std::size_t column = 0;
    row_at[0] = row;
    do {
      done[column] = true;
      const std::size_t from = row_at[column];
      std::int64_t step = far;
      std::size_t next = 0;
      for (std::size_t to = 1; to <= size; ++to) {
        if (done[to]) continue;
        const std::int64_t reduced = cost(from, to) - of_row[from] - of_column[to];
        if (reduced < distance[to]) distance[to] = reduced, before[to] = column;
        if (distance[to] < step) step = distance[to], next = to;
      }
      for (std::size_t to = 0; to <= size; ++to) {
        if (done[to])
          of_row[row_at[to]] += step, of_column[to] -= step;
        else
          distance[to] -= step;
      }
      column = next;
    } while (row_at[column] != 0);
    for (; column != 0; column = before[column]) row_at[column] = row_at[before[column]];
  }
  for (std::size_t column = 1; column <= columns; ++column)
    if (const std::size_t row = row_at[column]; row <= rows && weights[row - 1][column - 1] > 0)
      column_of[row - 1] = column - 1;
  return column_of;
}

}  // namespace sayso::eval
