// Maximum spanning arborescences. Most sentences need none: their best heads already make a tree.
//
//     heads {2, 1} is a cycle -> contract it to one node, find its best entry, open the cycle there
//
// One root: every edge from the root is made so dear that a best tree uses one only. Test: tests/language/tree_test.cc
// compares with the best of all trees.
#include "language/tree.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

#include "language/cells.h"

namespace sayso::language {
namespace {

constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();

// The nodes of one cycle, or nothing.
std::vector<std::uint32_t> find_cycle(const std::vector<std::uint32_t>& heads) {
  std::vector<std::uint32_t> seen(heads.size(), unseen);
  seen[0] = 0;
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t at = start;
    while (seen[at] == unseen) seen[at] = start, at = heads[at];
    if (at == 0 || seen[at] != start) continue;
    std::vector<std::uint32_t> cycle{at};
    for (std::uint32_t next = heads[at]; next != at; next = heads[next]) cycle.push_back(next);
    return cycle;
  }
  return {};
}

// A cycle that has become one node, to be opened again from the last to the first.
struct Contraction {
  std::vector<std::uint32_t> cycle{};  // the first stands for all from here on
  std::vector<std::uint32_t> heads{};  // of the cycle's nodes, in the cycle
  std::vector<std::uint32_t> enter{};  // head outside -> the node of the cycle it would best enter
  std::vector<std::uint32_t> leave{};  // child outside -> the node of the cycle that would best be its head
};

// Chu-Liu/Edmonds over nodes x nodes scores, [child][head], node 0 the root. Nodes that a cycle has taken up are dead:
// their rows and columns stay, unused, and their head is 0, so that no cycle is found among them.
class SpanningTree {
 public:
  SpanningTree(std::span<const float> scores, std::size_t words)
      : nodes_(words + 1), cells_(nodes_ * nodes_), heads_(nodes_, 0), alive_(nodes_) {
    std::iota(alive_.begin(), alive_.end(), 0U);
    double low = 0, high = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      cells_[nodes_ + i] = scores[i];
      low = std::min<double>(low, scores[i]), high = std::max<double>(high, scores[i]);
    }
    const double dear = (high - low + 1) * static_cast<double>(nodes_);  // one edge from the root at most
    for (std::uint32_t child = 1; child < nodes_; ++child) at(child, 0) -= dear;
  }

  std::vector<std::uint32_t> find() && {
    for (std::uint32_t child = 1; child < nodes_; ++child) heads_[child] = best_head(child);
    std::vector<Contraction> done;
    for (auto cycle = find_cycle(heads_); !cycle.empty(); cycle = find_cycle(heads_))
      done.push_back(contract(std::move(cycle)));
    for (; !done.empty(); done.pop_back()) open(done.back());
    return std::move(heads_);
  }

 private:
  double& at(std::size_t child, std::size_t head) { return cells_[child * nodes_ + head]; }

  std::uint32_t best_head(std::uint32_t child) {
    double best = -std::numeric_limits<double>::infinity();
    std::uint32_t found = 0;
    for (const std::uint32_t head : alive_)
      if (head != child && at(child, head) > best) best = at(child, head), found = head;
    return found;
  }

  // Only the cycle's own row and column change, and of the others' heads only which node they mean.
  Contraction contract(std::vector<std::uint32_t> cycle) {
    Contraction made{std::move(cycle), {}, std::vector<std::uint32_t>(nodes_), std::vector<std::uint32_t>(nodes_)};
    std::vector<char> inside(nodes_, 0);
    for (const std::uint32_t member : made.cycle) {
      made.heads.push_back(heads_[member]);
      inside[member] = 1;
    }
    std::erase_if(alive_, [&](std::uint32_t node) { return inside[node] != 0; });
    const std::uint32_t whole = made.cycle.front();
    std::vector<double> lost;  // what leaving its head costs each member
    for (std::size_t m = 0; m < made.cycle.size(); ++m) lost.push_back(at(made.cycle[m], made.heads[m]));
    for (const std::uint32_t node : alive_) {
      double best_in = -std::numeric_limits<double>::infinity(), best_out = best_in;
      for (std::size_t m = 0; m < made.cycle.size(); ++m) {
        const std::uint32_t member = made.cycle[m];
        if (const double in = at(member, node) - lost[m]; in > best_in) best_in = in, made.enter[node] = member;
        if (at(node, member) > best_out) best_out = at(node, member), made.leave[node] = member;
      }
      at(whole, node) = best_in;
      at(node, whole) = best_out;
      if (inside[heads_[node]] != 0 && node != 0) heads_[node] = whole;
    }
    for (const std::uint32_t member : made.cycle) heads_[member] = 0;
    heads_[whole] = best_head(whole);
    alive_.push_back(whole);
    return made;
  }

  void open(const Contraction& made) {
    const std::uint32_t whole = made.cycle.front(), head = heads_[whole];
    for (std::uint32_t node = 1; node < nodes_; ++node)
      if (heads_[node] == whole) heads_[node] = made.leave[node];
    for (std::size_t m = 0; m < made.cycle.size(); ++m) heads_[made.cycle[m]] = made.heads[m];
    heads_[made.enter[head]] = head;
  }

  std::size_t nodes_;
  std::vector<double> cells_;
  std::vector<std::uint32_t> heads_;
  std::vector<std::uint32_t> alive_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t words) {
  // Nearly always the best heads are a tree already.
  std::vector<std::uint32_t> heads(words + 1, 0);
  std::size_t roots = 0;
  for (std::size_t w = 0; w < words; ++w) {
    const float* row = scores.data() + w * (words + 1);
    std::size_t best = greatest(row, w + 1);
    if (w + 1 < words)
      if (const std::size_t after = w + 2 + greatest(row + w + 2, words - w - 1); row[after] > row[best]) best = after;
    heads[w + 1] = static_cast<std::uint32_t>(best);
    roots += best == 0;
  }
  if (roots != 1 || !find_cycle(heads).empty()) heads = SpanningTree(scores, words).find();
  heads.erase(heads.begin());
  return heads;
}

}  // namespace sayso::language
