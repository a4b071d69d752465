// Maximum spanning arborescences. Most sentences need none: their best heads already make a tree.
//
//     heads {2, 1} is a cycle -> contract it to one node, find its best entry, open the cycle there
//
// One root: every edge from the root is made so dear that a best tree uses one only. Test: tests/language/tree_test.cc
// compares with the best of all trees.
#include "language/tree.h"

#include <algorithm>
#include <limits>

namespace sayso::language {
namespace {

constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

struct Grid {  // nodes x nodes, [child][head]; node 0 is the root
  std::size_t nodes = 0;
  std::vector<double> cells{};
  double at(std::size_t child, std::size_t head) const { return cells[child * nodes + head]; }
  double& at(std::size_t child, std::size_t head) { return cells[child * nodes + head]; }
};

std::vector<std::uint32_t> best_heads(const Grid& grid) {
  std::vector<std::uint32_t> heads(grid.nodes, 0);
  for (std::size_t child = 1; child < grid.nodes; ++child) {
    double best = -std::numeric_limits<double>::infinity();
    for (std::size_t head = 0; head < grid.nodes; ++head)
      if (head != child && grid.at(child, head) > best)
        best = grid.at(child, head), heads[child] = static_cast<std::uint32_t>(head);
  }
  return heads;
}

// The nodes of one cycle, or nothing.
std::vector<std::uint32_t> find_cycle(const std::vector<std::uint32_t>& heads) {
  std::vector<std::uint32_t> seen(heads.size(), none);
  seen[0] = 0;
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t at = start;
    while (seen[at] == none) seen[at] = start, at = heads[at];
    if (at == 0 || seen[at] != start) continue;
    std::vector<std::uint32_t> cycle{at};
    for (std::uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// A contraction: what the smaller grid's nodes stand for, to be undone from the last to the first.
struct Level {
  std::vector<std::uint32_t> heads{};  // greedy heads in this level's nodes
  std::vector<std::uint32_t> cycle{};
  std::vector<std::uint32_t> kept{};   // node of the smaller grid -> node here (the last node there is the cycle)
  std::vector<std::uint32_t> enter{};  // head here -> the node of the cycle it would best enter
  std::vector<std::uint32_t> leave{};  // child here -> the node of the cycle that would best be its head
};

Grid contract(const Grid& grid, Level& level) {
  std::vector<char> inside(grid.nodes, 0);
  for (const std::uint32_t node : level.cycle) inside[node] = 1;
  for (std::uint32_t node = 0; node < grid.nodes; ++node)
    if (!inside[node]) level.kept.push_back(node);
  const std::size_t merged = level.kept.size();
  Grid smaller{merged + 1, std::vector<double>((merged + 1) * (merged + 1), -std::numeric_limits<double>::infinity())};
  level.enter.assign(grid.nodes, 0);
  level.leave.assign(grid.nodes, 0);
  for (std::size_t a = 0; a < merged; ++a) {
    const std::uint32_t node = level.kept[a];
    for (std::size_t b = 0; b < merged; ++b) smaller.at(a, b) = grid.at(node, level.kept[b]);
    double best_in = -std::numeric_limits<double>::infinity(), best_out = best_in;
    level.enter[node] = level.leave[node] = level.cycle.front();
    for (const std::uint32_t member : level.cycle) {
      const double in = grid.at(member, node) - grid.at(member, level.heads[member]);
      if (in > best_in) best_in = in, level.enter[node] = member;
      if (grid.at(node, member) > best_out) best_out = grid.at(node, member), level.leave[node] = member;
    }
    smaller.at(merged, a) = best_in;
    smaller.at(a, merged) = best_out;
  }
  return smaller;
}

std::vector<std::uint32_t> expand(const Level& level, const std::vector<std::uint32_t>& small) {
  std::vector<std::uint32_t> heads = level.heads;
  const std::size_t merged = level.kept.size();
  for (std::size_t a = 1; a < merged; ++a)
    heads[level.kept[a]] = small[a] == merged ? level.leave[level.kept[a]] : level.kept[small[a]];
  const std::uint32_t head = level.kept[small[merged]];
  heads[level.enter[head]] = head;
  return heads;
}

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words) {
  Grid grid{words + 1, std::vector<double>((words + 1) * (words + 1), 0.0)};
  double low = 0, high = 0;
  for (std::size_t w = 0; w < words; ++w)
    for (std::size_t h = 0; h <= words; ++h) {
      const double score = grid.at(w + 1, h) = scores[w * (words + 1) + h];
      low = std::min(low, score), high = std::max(high, score);
    }
  std::vector<std::uint32_t> heads = best_heads(grid);
  const bool one_root = std::count(heads.begin() + 1, heads.end(), 0U) == 1;
  if (!one_root || !find_cycle(heads).empty()) {
    const double dear = (high - low + 1) * static_cast<double>(words + 1);
    for (std::size_t w = 1; w <= words; ++w) grid.at(w, 0) -= dear;
    std::vector<Level> levels;
    for (;;) {
      heads = best_heads(grid);
      std::vector<std::uint32_t> cycle = find_cycle(heads);
      if (cycle.empty()) break;
      Level level{std::move(heads), std::move(cycle), {}, {}, {}};
      grid = contract(grid, level);
      levels.push_back(std::move(level));
    }
    for (; !levels.empty(); levels.pop_back()) heads = expand(levels.back(), heads);
  }
  heads.erase(heads.begin());
  return heads;
}

}  // namespace sayso::language
