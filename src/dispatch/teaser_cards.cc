// Finds teasers: of <li><h3><a href="/two">Two hit</a></h3><p>The bridge …</p></li> and its like the <li>. A page has
// several; a single heading with a link may be the article's own. Leaves out on purpose: teasers without a heading;
// their words are all link and no paragraph.
#include "dispatch/teaser_cards.h"

#include "dispatch/address.h"

namespace sayso::dispatch {
namespace {

constexpr std::uint64_t longest_card = 1200;  // bytes of text; a card is a few lines
constexpr std::size_t least_cards = 3;

// "news.kesh.example" and "kesh.example" are one site.
bool same_site(const std::string& a, const std::string& b) {
  const auto below = [](const std::string& host, const std::string& site) {
    return host == site || (host.ends_with(site) && host[host.size() - site.size() - 1] == '.');
  };
  return below(a, b) || below(b, a);
}

bool leads_on(const Block& block, const std::string& host) {
  if (block.level < 2 || std::uint64_t{block.linked} * 10 < block.text.size() * 8 || block.links.empty()) return false;
  const std::string& url = block.links.front().url;
  if (url.find('#') != std::string::npos) return false;  // a place in this page
  const std::string there = host_of(url);
  return there.empty() || host.empty() || same_site(there, host);
}

}  // namespace

std::vector<std::uint32_t> find_teaser_cards(const HtmlTree& tree, const std::vector<Block>& blocks,
                                             const std::string& host) {
  std::vector<std::uint32_t> headings(tree.nodes.size() + 1, 0);  // headings in nodes before
  std::vector<std::uint64_t> bytes(tree.nodes.size() + 1, 0);
  for (const Block& block : blocks) {
    headings[block.origin + 1] += block.level > 0 ? 1 : 0;
    bytes[block.origin + 1] += block.text.size();
  }
  for (std::size_t i = 1; i < headings.size(); ++i) headings[i] += headings[i - 1], bytes[i] += bytes[i - 1];
  std::vector<std::uint32_t> cards;
  for (const Block& block : blocks) {
    if (!leads_on(block, host)) continue;
    std::uint32_t card = block.origin;
    for (std::uint32_t up = tree.nodes[card].parent; up != 0; up = tree.nodes[up].parent) {
      const std::uint32_t end = tree.nodes[up].end;
      if (headings[end] - headings[up] > 1 || bytes[end] - bytes[up] > longest_card) break;
      card = up;
    }
    cards.push_back(card);
  }
  if (cards.size() < least_cards) cards.clear();
  return cards;
}

}  // namespace sayso::dispatch
