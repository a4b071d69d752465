// Finds teasers: of <li><h3><a href="/two">Two hit</a></h3><p>The bridge …</p></li> and its like the <li>. A page has
// several; a single heading with a link may be the article's own. Leaves out on purpose: teasers without a heading;
// their words are all link and no paragraph.
#include "dispatch/teaser_cards.h"

#include "base/utf8.h"

namespace sayso::dispatch {
namespace {

constexpr std::uint64_t longest_card = 1200;  // bytes of text; a card is a few lines
constexpr std::size_t least_cards = 3;

bool leads_away(const Block& block) {
  return block.level > 1 && block.linked * 10 >= block.text.size() * 8 && !block.links.empty() &&
         !block.links.front().url.starts_with('#');
}

}  // namespace

std::vector<std::uint32_t> find_teaser_cards(const HtmlTree& tree, const std::vector<Block>& blocks) {
  std::vector<std::uint32_t> headings(tree.nodes.size() + 1, 0);  // headings in nodes before
  std::vector<std::uint64_t> bytes(tree.nodes.size() + 1, 0);
  for (const Block& block : blocks) {
    headings[block.origin + 1] += block.level > 0 ? 1 : 0;
    bytes[block.origin + 1] += block.text.size();
  }
  for (std::size_t i = 1; i < headings.size(); ++i) headings[i] += headings[i - 1], bytes[i] += bytes[i - 1];
  std::vector<std::uint32_t> cards;
  for (const Block& block : blocks) {
    if (!leads_away(block)) continue;
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
