// Finds entries: parts of one list that hold a <time> of their own and paragraphs of the article; else the updates of
// JSON-LD, by their words. Leaves out on purpose: times without a day ("14:05"), and entries inside entries.
#include "dispatch/html_entries.h"

#include <algorithm>
#include <map>

#include "base/tsv.h"
#include "dispatch/article_lines.h"
#include "dispatch/shown_clock.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t least_entries = 3;
constexpr std::size_t most_returns = 10000;  // to one of the updates: beyond that, words tell nothing

struct Timed {
  std::uint32_t part = 0;  // the node that is the entry
  std::uint32_t time = 0;  // the <time>
  PageEntry entry{};
};

// Each time with the member of the list it stands in: a list has three members with times, or more.
std::vector<Timed> timed_parts(const HtmlTree& tree) {
  std::vector<std::uint32_t> times;
  std::vector<bool> holds_time(tree.nodes.size());
  std::vector<std::uint32_t> members(tree.nodes.size());  // children that hold a time
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].tag != Tag::time || !day_of_iso(trim(tree.attribute(i, Attribute::datetime)))) continue;
    times.push_back(i);
    for (std::uint32_t at = i; at != 0 && !holds_time[at]; at = tree.nodes[at].parent) {
      holds_time[at] = true;
      ++members[tree.nodes[at].parent];
    }
  }
  std::vector<Timed> parts;
  if (times.size() < least_entries) return parts;
  for (const std::uint32_t time : times) {
    std::uint32_t at = time;
    while (at != 0 && members[tree.nodes[at].parent] < least_entries) at = tree.nodes[at].parent;
    if (at == 0 || (!parts.empty() && parts.back().part == at)) continue;  // its second time: of a change
    const std::string value(clip_label(trim(tree.attribute(time, Attribute::datetime))));
    parts.push_back(
        {at, time, {.as = {.value = value, .rule = "time"}, .day = *day_of_iso(value), .clock = clock_of_iso(value)}});
  }
  return parts;
}

// The words in a <time>; none where it holds more than a few nodes: elements that never close may hold the page.
std::string shown_in(const HtmlTree& tree, std::uint32_t time) {
  constexpr std::uint32_t most_nodes = 8;
  return tree.nodes[time].end - time > most_nodes ? std::string() : tree.text(time);
}

std::vector<PageEntry> entries_by_parts(const HtmlTree& tree, std::vector<Block>& article) {
  const std::vector<Timed> parts = timed_parts(tree);
  std::map<std::uint32_t, const Timed*> by_node;
  for (const Timed& one : parts) by_node.emplace(one.part, &one);
  std::vector<PageEntry> entries;
  std::vector<std::string> shown;
  std::vector<std::uint32_t> of_block(article.size());
  std::size_t bodies = 0, inside = 0;
  std::uint32_t last = 0;
  bool any_body = false;  // in the entry that was opened last
  for (std::size_t i = 0; i < article.size(); ++i) {
    const bool body = article[i].level == 0 && article[i].kind == ParagraphKind::body;
    bodies += body ? 1 : 0;
    auto at = by_node.upper_bound(article[i].origin);
    if (at == by_node.begin()) continue;
    --at;
    if (article[i].origin >= tree.nodes[at->first].end) continue;
    if (at->first != last || entries.empty()) {
      entries.push_back(at->second->entry);
      shown.push_back(shown_in(tree, at->second->time));
      last = at->first;
    }
    any_body = any_body || body;
    inside += body ? 1 : 0;
    of_block[i] = static_cast<std::uint32_t>(entries.size());
  }
  if (entries.size() < least_entries || !any_body || inside * 2 < bodies || inside < least_entries) return {};
  for (std::size_t i = 0; i < article.size(); ++i) article[i].entry = of_block[i];
  follow_shown_clocks(shown, entries);
  return entries;
}

std::vector<PageEntry> entries_by_words(const std::vector<LiveUpdate>& updates, std::vector<Block>& article) {
  std::vector<std::string> told;
  told.reserve(updates.size());
  for (const LiveUpdate& update : updates) told.push_back(update.text);
  const std::vector<std::size_t> teller = who_tells(article, told);  // per block, one behind the update; 0: none
  std::vector<PageEntry> entries;
  std::vector<std::uint32_t> of_block(article.size());
  std::size_t last = 0;
  for (std::size_t i = 0; i < article.size() && entries.size() < most_returns; ++i) {
    if (teller[i] == 0) continue;
    if (teller[i] != last) entries.push_back(updates[teller[i] - 1].entry);
    last = teller[i];
    of_block[i] = static_cast<std::uint32_t>(entries.size());
  }
  if (entries.size() < least_entries || entries.size() >= most_returns) return {};
  for (std::size_t i = 0; i < article.size(); ++i) article[i].entry = of_block[i];
  return entries;
}

}  // namespace

std::vector<PageEntry> find_entries(const HtmlTree& tree, const std::vector<LiveUpdate>& updates,
                                    std::vector<Block>& article) {
  std::vector<PageEntry> entries = entries_by_parts(tree, article);
  if (entries.empty() && updates.size() >= least_entries) entries = entries_by_words(updates, article);
  return entries;
}

}  // namespace sayso::dispatch
