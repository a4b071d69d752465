// Chooses the article: the largest <article>, else <main>, else the element that holds the paragraphs; inside it the
// paragraphs, without boxes that by class or role are menus, pointers, sign-up forms, comments or sharing buttons.
// A box that holds much of the page's text is never left out by its name (pages name their whole body "has-sidebar"),
// and a name under which nearly everything stands is not believed. Leaves out on purpose: anything learnt from
// particular sites.
#include "dispatch/html_article.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <string_view>
#include <unordered_map>

#include "base/utf8.h"
#include "dispatch/article_lines.h"
#include "dispatch/characters.h"
#include "dispatch/mending.h"
#include "dispatch/page_labels.h"
#include "dispatch/part_names.h"
#include "dispatch/teaser_cards.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

using T = Tag;

constexpr std::uint32_t least_paragraph = 40;  // bytes; shorter ones say nothing about where the article is
constexpr std::uint32_t least_running = 80;    // bytes of running text in an element that is no paragraph by itself
constexpr std::uint32_t least_article = 140;   // bytes of paragraphs below which a page has no article

constexpr std::size_t compared = 60;  // bytes of a description; behind them descriptions are cut or go on otherwise
constexpr std::size_t longest_promotion = 60;  // words
constexpr std::size_t many_cards = 5;          // on a page of teasers

// Signs of furniture: the words of part_names.h, and beyond them.
enum Sign : std::uint8_t { furniture_tag = furniture_name_count, furniture_role, hidden_part, teaser_card, sign_count };
using Signs = std::bitset<sign_count>;

bool names_role(std::string_view role) {
  return role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
         role == "banner" || role == "dialog" || role == "menu";
}

// A paragraph that assistive programs do not read is one behind a paywall: it is there for the eye.
bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.has(node, Attribute::hidden)) return true;
  if (tree.nodes[node].tag != T::p && tree.written(node, Attribute::aria_hidden) == "true") return true;
  const std::string_view style = tree.written(node, Attribute::style);
  return style.find("display:none") != std::string_view::npos || style.find("display: none") != std::string_view::npos;
}

struct ArticlePart {
  Signs signs{};
  bool under_article = false;
  bool caption = false;
  bool opening = false;
};

// What classes say, by the class as it is written: a page writes the same one a hundred times.
using NamesSeen = std::unordered_map<std::string_view, PartNames>;

ArticlePart article_part(const HtmlTree& tree, std::uint32_t node, NamesSeen& seen) {
  ArticlePart part;
  const Tag tag = tree.nodes[node].tag;
  if (tag == T::aside || tag == T::footer || tag == T::form || tag == T::menu) part.signs.set(furniture_tag);
  if (tree.nodes[node].attributes == 0) return part;
  const auto [entry, fresh] = seen.try_emplace(tree.written(node, Attribute::class_));
  if (fresh) entry->second.read(tree.attribute(node, Attribute::class_));
  PartNames names = entry->second;
  if (tree.has(node, Attribute::id)) names.read(tree.attribute(node, Attribute::id));
  for (std::size_t i = 0; names.furniture.any() && i < furniture_name_count; ++i)
    if (names.furniture.test(i)) part.signs.set(i);
  if (names_role(tree.written(node, Attribute::role))) part.signs.set(furniture_role);
  if (names.hidden || is_hidden(tree, node)) part.signs.set(hidden_part);
  part.under_article = names.under_article;
  part.caption = names.caption;
  part.opening = names.opening;
  return part;
}

class ArticleChooser {
 public:
  ArticleChooser(const HtmlTree& tree, std::vector<Block>&& blocks, const ArticleHints& hints)
      : tree_(tree), blocks_(std::move(blocks)), hints_(hints), headline_(hints.headline) {
    for (const std::string& one : hints.descriptions)
      if (one.size() >= least_paragraph)
        descriptions_.push_back(fold(std::string_view(one).substr(0, 4 * compared)).substr(0, compared));
  }

  std::vector<Block> choose() {
    free_entries();
    mark_furniture();
    const std::uint32_t container = find_container();
    return select(container);
  }

 private:
  // Paragraph text of a subtree, in bytes.
  std::uint64_t weight(std::uint32_t node) const { return sums_[tree_.nodes[node].end] - sums_[node]; }

  bool inside(std::uint32_t node, std::uint32_t ancestor) const {
    return ancestor <= node && node < tree_.nodes[ancestor].end;
  }
  bool holds_headline(std::uint32_t node) const { return headline_ != 0 && inside(headline_, node); }

  static bool mostly_linked(const Block& block) { return std::uint64_t{block.linked} * 2 > block.text.size(); }

  bool is_paragraph(const Block& block) const {
    const Tag tag = tree_.nodes[block.origin].tag;
    if (block.level > 0 || block.list_item || block.kind == ParagraphKind::caption) return false;
    return tag == T::p || tag == T::blockquote || tag == T::pre || paragraph_like_[block.origin];
  }

  // A paragraph of a list's member with a time or a heading of its own is no item: it is an entry's.
  void free_entries() {
    std::vector<std::uint32_t> signs(tree_.nodes.size() + 1, 0);  // times and headings in nodes before
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      const Tag tag = tree_.nodes[i].tag;
      signs[i + 1] = signs[i] + (tag == T::time || (tag >= T::h2 && tag <= T::h6) ? 1 : 0);
    }
    for (Block& block : blocks_) {
      const std::uint32_t member = tree_.nodes[block.origin].parent;
      if (block.list_item && tree_.nodes[block.origin].tag == T::p && signs[tree_.nodes[member].end] > signs[member])
        block.list_item = false;
    }
  }

  void sum(bool with_furniture) {
    std::fill(sums_.begin(), sums_.end(), 0);
    for (const Block& block : blocks_) {
      if (block.text.size() < least_paragraph || mostly_linked(block) || !is_paragraph(block)) continue;
      if (!with_furniture && furniture_[block.origin]) continue;
      sums_[block.origin + 1] += block.text.size();
    }
    for (std::size_t i = 1; i < sums_.size(); ++i) sums_[i] += sums_[i - 1];
  }

  void mark_furniture() {
    const auto count = static_cast<std::uint32_t>(tree_.nodes.size());
    sums_.assign(count + 1, 0);
    furniture_.assign(count, false);
    paragraph_like_.assign(count, false);
    // Pages without <p>: long running text in another block element is a paragraph.
    std::uint64_t in_p = 0;
    std::uint64_t in_other = 0;
    for (const Block& block : blocks_) {
      if (block.level > 0 || block.list_item || mostly_linked(block) || block.text.size() < least_running ||
          block.kind == ParagraphKind::caption)
        continue;
      (tree_.nodes[block.origin].tag == T::p ? in_p : in_other) += block.text.size();
    }
    if (in_other > in_p)
      for (const Block& block : blocks_)
        if (block.level == 0 && block.text.size() >= least_running) paragraph_like_[block.origin] = true;
    sum(true);
    const std::uint64_t all = sums_.back();
    std::vector<Signs> signs(count);
    NamesSeen seen;
    Signs under_articles;  // that a box under the article has, whatever its weight
    opening_.assign(count, false);
    captions_.assign(count, false);
    for (std::uint32_t i = 1; i < count; ++i) {
      const Tag tag = tree_.nodes[i].tag;
      if (tag == T::text || tag == T::html || tag == T::body || tag == T::main) continue;
      const ArticlePart part = article_part(tree_, i, seen);
      opening_[i] = part.opening;
      captions_[i] = captions_[tree_.nodes[i].parent] || (part.caption && weight(i) * 10 < all * 4);
      if (tag == T::article || tag == T::tr || tag == T::tbody) continue;
      signs[i] = part.signs;
      const bool heavy = weight(i) * 10 >= all * 4;
      if (!signs[i].any() || !heavy) continue;
      // A heavy box may be the article itself, unless it is one that pages put under theirs and the headline stands
      // elsewhere.
      const bool elsewhere = headline_ != 0 && !holds_headline(i) && all - weight(i) >= least_article;
      if (part.under_article && elsewhere)
        under_articles |= signs[i];
      else
        signs[i].reset();
    }
    // Of an article in pictures most words stand under them.
    std::uint64_t under_pictures = 0;
    for (const Block& block : blocks_)
      if (captions_[block.origin] && is_paragraph(block)) under_pictures += block.text.size();
    if (under_pictures * 2 >= all) captions_.assign(count, false);
    std::size_t cards = 0;
    for (const std::uint32_t card : find_teaser_cards(tree_, blocks_, hints_.host)) {
      if (weight(card) * 10 >= all * 4) continue;
      signs[card].set(teaser_card);
      ++cards;
    }
    spread(signs, Signs().set());
    sum(false);
    if (sums_.back() * 10 >= all) return;
    // Nearly everything would go. A sign under which much of the page's text stands says nothing on this page.
    sum(true);
    std::array<std::uint64_t, sign_count> under{};
    std::vector<Signs> inherited(count);
    for (std::uint32_t i = 1; i < count; ++i) {
      inherited[i] = inherited[tree_.nodes[i].parent];
      const Signs fresh = signs[i] & ~inherited[i];
      for (std::size_t sign = 0; fresh.any() && sign < sign_count; ++sign)
        if (fresh.test(sign)) under[sign] += weight(i);
      inherited[i] |= signs[i];
    }
    Signs trusted;
    for (std::size_t sign = 0; sign < sign_count; ++sign) trusted.set(sign, under[sign] * 10 < all * 4);
    trusted |= under_articles;
    if (!hints_.claimed && cards >= many_cards) trusted.set(teaser_card);
    spread(signs, trusted);
    sum(false);
  }

  void spread(const std::vector<Signs>& signs, const Signs& trusted) {
    hidden_.assign(tree_.nodes.size(), false);
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      furniture_[i] = furniture_[tree_.nodes[i].parent] || (signs[i] & trusted).any();
      hidden_[i] = hidden_[tree_.nodes[i].parent] || (signs[i].test(hidden_part) && trusted.test(hidden_part));
    }
  }

  std::uint32_t heaviest(const auto& wanted) const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
      if (wanted(i) && (best == 0 || weight(i) > weight(best))) best = i;
    return best;
  }

  std::uint32_t find_container() const {
    const std::uint64_t all = sums_.back();
    if (all < least_article) return 0;
    const std::uint32_t body = heaviest([&](std::uint32_t i) {
      return tree_.nodes[i].attributes > 0 && (tree_.attribute(i, Attribute::itemprop) == "articleBody" ||
                                               tree_.attribute(i, Attribute::property) == "articleBody");
    });
    const std::uint32_t article = heaviest([&](std::uint32_t i) { return tree_.nodes[i].tag == T::article; });
    const std::uint32_t headed =
        heaviest([&](std::uint32_t i) { return tree_.nodes[i].tag == T::article && holds_headline(i); });
    if (headed != 0 && weight(headed) >= least_article && weight(headed) * 10 >= all &&
        !(body != 0 && inside(body, headed)))
      return headed;
    if (body != 0 && weight(body) * 10 >= all * 4) return body;
    if (article != 0 && weight(article) * 10 >= all * 4) return article;
    const std::uint32_t main = heaviest([&](std::uint32_t i) {
      return tree_.nodes[i].tag == T::main ||
             (tree_.nodes[i].attributes > 0 && tree_.attribute(i, Attribute::role) == "main");
    });
    std::uint32_t at = main != 0 && weight(main) * 10 >= all * 4 ? main : 0;
    // Down to the innermost element that still holds most of the paragraphs.
    const std::uint64_t enough = weight(at) * 7 / 10;
    for (std::uint32_t i = at + 1; i < tree_.nodes[at].end;) {
      if (tree_.nodes[i].tag != T::text && tree_.nodes[i].tag != T::p && weight(i) >= enough) {
        at = i;
        ++i;
      } else {
        i = tree_.nodes[i].end;
      }
    }
    return at;
  }

  std::vector<Block> select(std::uint32_t container) {
    if (weight(container) < least_article) return {};
    for (Block& block : blocks_)
      if (captions_[block.origin] && block.level == 0) block.kind = ParagraphKind::caption;
    std::vector<bool> chosen(blocks_.size());
    for (std::size_t i = 0; i < blocks_.size(); ++i) chosen[i] = may_stand(i, container) && wanted(blocks_[i]);
    add_runs(container, chosen);
    std::vector<bool> openings(blocks_.size());
    add_openings(chosen, openings);
    follow_told(tree_, blocks_, hidden_, openings, hints_.told, chosen);
    drop_repeated(tree_, blocks_, chosen);

    for (std::size_t i = 0; i < blocks_.size(); ++i)  // a standfirst that the page sets as a heading
      if (openings[i] && (word_count(blocks_[i].text) >= 12 || ends_sentence(blocks_[i].text))) blocks_[i].level = 0;
    // A heading belongs to the paragraphs behind it: one without any is a box's title.
    bool body_behind = false;
    for (std::size_t i = blocks_.size(); i-- > 0;) {
      if (!chosen[i]) continue;
      if (blocks_[i].level > 0 && !body_behind) chosen[i] = false;
      if (blocks_[i].kind != ParagraphKind::caption) body_behind = blocks_[i].level == 0;
    }
    std::vector<Block> kept;
    std::uint32_t row = 0;  // of the last block, if it is a cell
    for (std::size_t i = 0; i < blocks_.size(); ++i) {
      if (!chosen[i]) continue;
      const std::uint32_t here = in_table_[i] ? tree_.nodes[blocks_[i].origin].parent : 0;
      if (here != 0 && here == row)
        append_block(kept.back(), std::move(blocks_[i]));
      else
        kept.push_back(std::move(blocks_[i]));
      row = here;
    }
    return kept;
  }

  bool may_stand(std::size_t i, std::uint32_t container) const {
    const Block& block = blocks_[i];
    return block.origin >= container && block.origin < tree_.nodes[container].end && !furniture_[block.origin] &&
           has_word(block.text);
  }

  bool is_cell(const Block& block) const {
    const Tag tag = tree_.nodes[block.origin].tag;
    return (tag == T::td || tag == T::th) && tree_.nodes[tree_.nodes[block.origin].parent].tag == T::tr;
  }

  std::uint32_t list_of(std::size_t item) const {
    std::uint32_t list = blocks_[item].origin;
    while (list != 0 && tree_.nodes[list].tag != T::ul && tree_.nodes[list].tag != T::ol)
      list = tree_.nodes[list].parent;
    return list;
  }

  // An item's list stands in the same part as the paragraph in front of it.
  bool beside_paragraph(std::size_t item, const std::vector<bool>& chosen) const {
    if (item == 0 || !chosen[item - 1] || blocks_[item - 1].level > 0) return false;
    const std::uint32_t list = list_of(item);
    return list != 0 && tree_.nodes[list].parent == tree_.nodes[blocks_[item - 1].origin].parent;
  }

  // Lists between or right behind paragraphs and tables behind one, whole: their items and cells may be short.
  void add_runs(std::uint32_t container, std::vector<bool>& chosen) {
    in_table_.assign(blocks_.size(), false);
    std::size_t last_paragraph = 0;  // behind it
    for (std::size_t i = blocks_.size(); i-- > 0 && last_paragraph == 0;)
      if (chosen[i] && blocks_[i].level == 0 && !blocks_[i].list_item) last_paragraph = i + 1;
    bool paragraph_before = false;
    for (std::size_t i = 0; i < blocks_.size();) {
      const bool item = blocks_[i].list_item, cell = is_cell(blocks_[i]);
      if (!item && !cell) {
        paragraph_before = paragraph_before || (chosen[i] && blocks_[i].level == 0);
        ++i;
        continue;
      }
      std::size_t end = i;
      std::uint64_t bytes = 0, linked = 0, rows = 0;
      bool stands = true;
      const std::uint32_t list = item ? list_of(i) : 0;
      while (end < blocks_.size() &&
             (item ? blocks_[end].list_item && inside(blocks_[end].origin, list) : is_cell(blocks_[end]))) {
        bytes += blocks_[end].text.size();
        linked += blocks_[end].linked;
        stands = stands && may_stand(end, container);
        const auto row = [&](std::size_t at) { return tree_.nodes[blocks_[at].origin].parent; };
        if (cell && end > i && row(end) == row(end - 1) && (end == i + 1 || row(end - 2) != row(end - 1))) ++rows;
        ++end;
      }
      stands = stands && paragraph_before && linked * 2 < bytes &&
               (item ? (end < last_paragraph || beside_paragraph(i, chosen)) && bytes >= least_paragraph : rows >= 2);
      for (; i < end; ++i) {
        if (!stands) continue;
        chosen[i] = true;
        in_table_[i] = cell;
      }
    }
  }

  // The standfirst: words between the headline and the first paragraph that the metadata have too, or that stand where
  // the names of the page's parts put such words.
  void add_openings(std::vector<bool>& chosen, std::vector<bool>& openings) const {
    std::size_t first = 0;  // paragraph
    while (first < chosen.size() &&
           (!chosen[first] || blocks_[first].level > 0 || blocks_[first].kind == ParagraphKind::caption))
      ++first;
    std::size_t from = headline_ == 0 ? (first > 20 ? first - 20 : 0) : 0;
    for (std::size_t i = 0; i < first && headline_ != 0; ++i)
      if (blocks_[i].origin == headline_) from = i + 1;
    for (std::size_t i = from; i < chosen.size() && i <= first + 1; ++i) {
      const Block& block = blocks_[i];
      if (block.level == 1 || block.kind == ParagraphKind::caption || hidden_[block.origin] || mostly_linked(block))
        continue;
      const std::size_t words = word_count(block.text);
      openings[i] = words >= 5 && described(block.text);
      if (i >= first || words < 5 || (words < 12 && find_date(block.text))) continue;
      if (!openings[i] && (furniture_[block.origin] || !named_opening(block.origin))) continue;
      chosen[i] = openings[i] = true;
    }
  }

  bool named_opening(std::uint32_t node) const {
    for (int up = 0; up < 3 && node != 0; ++up, node = tree_.nodes[node].parent)
      if (opening_[node]) return true;
    return false;
  }

  bool described(const std::string& text) const {
    constexpr std::size_t place = 40;  // "KESH. Two bridges …": what may stand in front in the page alone
    if (text.size() < least_paragraph) return false;
    const std::string words = fold(std::string_view(text).substr(0, 4 * compared));
    return std::any_of(descriptions_.begin(), descriptions_.end(), [&](const std::string& description) {
      return description.starts_with(words.substr(0, compared)) || words.find(description) <= place;
    });
  }

  // "tanks - 1170 (+25),": a figure, and a mark that the next line goes on.
  static bool is_line_of_list(const std::string& text) {
    return (text.ends_with(',') || text.ends_with(';')) &&
           std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  bool wanted(const Block& block) const {
    if (block.kind == ParagraphKind::caption) return word_count(block.text) >= 4;
    if (std::uint64_t{block.linked} * 10 > block.text.size() * 8) return false;
    if (related_label(block.text) > 0 && !block.links.empty()) return false;
    if (promotion_label(block.text) > 0 && !block.links.empty() && word_count(block.text) <= longest_promotion)
      return false;
    if (block.level > 0) return block.level > 1;
    if (block.list_item) return block.text.size() >= least_paragraph || is_line_of_list(block.text);
    if (is_paragraph(block))
      return word_count(block.text) > 4 || ends_sentence(block.text) || block.all_emphasised() ||
             is_line_of_list(block.text);
    return false;
  }

  const HtmlTree& tree_;
  std::vector<Block> blocks_;
  const ArticleHints& hints_;
  std::vector<std::string> descriptions_{};  // how they begin
  std::uint32_t headline_;
  std::vector<std::uint64_t> sums_{};  // paragraph bytes in nodes before
  std::vector<bool> furniture_{};
  std::vector<bool> paragraph_like_{};
  std::vector<bool> hidden_{};
  std::vector<bool> in_table_{};  // by block: a cell of a table that is kept
  std::vector<bool> opening_{};   // by name a place between headline and first paragraph
  std::vector<bool> captions_{};  // in a part whose name says so
};

}  // namespace

std::vector<Block> choose_article(const HtmlTree& tree, std::vector<Block>&& blocks, const ArticleHints& hints) {
  return ArticleChooser(tree, std::move(blocks), hints).choose();
}

}  // namespace sayso::dispatch
