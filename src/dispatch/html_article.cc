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

#include "base/utf8.h"
#include "dispatch/characters.h"
#include "dispatch/page_labels.h"
#include "dispatch/part_names.h"
#include "dispatch/teaser_cards.h"

namespace sayso::dispatch {
namespace {

using T = Tag;

constexpr std::uint32_t least_paragraph = 40;  // bytes; shorter ones say nothing about where the article is
constexpr std::uint32_t least_article = 140;   // bytes of paragraphs below which a page has no article

// Signs of furniture: the words of part_names.h, and beyond them.
enum Sign : std::uint8_t { furniture_tag = furniture_name_count, furniture_role, hidden_part, teaser_card, sign_count };
using Signs = std::bitset<sign_count>;

bool names_role(std::string_view role) {
  return role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
         role == "banner" || role == "dialog" || role == "menu";
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.has(node, Attribute::hidden) || tree.attribute(node, Attribute::aria_hidden) == "true") return true;
  const std::string style = tree.attribute(node, Attribute::style);
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

struct Part {
  Signs signs{};
  bool under_article = false;
  bool caption = false;
  bool opening = false;
};

Part part_of(const HtmlTree& tree, std::uint32_t node) {
  Part part;
  const Tag tag = tree.nodes[node].tag;
  if (tag == T::aside || tag == T::footer || tag == T::form || tag == T::menu) part.signs.set(furniture_tag);
  if (tree.nodes[node].attributes == 0) return part;
  PartNames names;
  names.read(tree.attribute(node, Attribute::class_));
  names.read(tree.attribute(node, Attribute::id));
  for (std::size_t i = 0; i < furniture_name_count; ++i)
    if (names.furniture.test(i)) part.signs.set(i);
  if (names_role(tree.attribute(node, Attribute::role))) part.signs.set(furniture_role);
  if (names.hidden || is_hidden(tree, node)) part.signs.set(hidden_part);
  part.under_article = names.under_article;
  part.caption = names.caption;
  part.opening = names.opening;
  return part;
}

class ArticleChooser {
 public:
  ArticleChooser(const HtmlTree& tree, std::vector<Block>&& blocks, std::uint32_t headline)
      : tree_(tree), blocks_(std::move(blocks)), headline_(headline) {}

  std::vector<Block> choose() {
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

  static bool mostly_linked(const Block& block) { return block.linked * 2 > block.text.size(); }

  bool is_paragraph(const Block& block) const {
    const Tag tag = tree_.nodes[block.origin].tag;
    if (block.level > 0 || block.list_item || block.kind == ParagraphKind::caption) return false;
    return tag == T::p || tag == T::blockquote || tag == T::pre || paragraph_like_[block.origin];
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
      if (block.level > 0 || block.list_item || mostly_linked(block) || block.text.size() < 2 * least_paragraph ||
          block.kind == ParagraphKind::caption)
        continue;
      (tree_.nodes[block.origin].tag == T::p ? in_p : in_other) += block.text.size();
    }
    if (in_other > in_p)
      for (const Block& block : blocks_)
        if (block.level == 0 && block.text.size() >= 2 * least_paragraph) paragraph_like_[block.origin] = true;
    sum(true);
    const std::uint64_t all = sums_.back();
    std::vector<Signs> signs(count);
    Signs under_articles;  // that a box under the article has, whatever its weight
    opening_.assign(count, false);
    captions_.assign(count, false);
    for (std::uint32_t i = 1; i < count; ++i) {
      const Tag tag = tree_.nodes[i].tag;
      if (tag == T::text || tag == T::html || tag == T::body || tag == T::main) continue;
      const Part part = part_of(tree_, i);
      opening_[i] = part.opening;
      captions_[i] = captions_[tree_.nodes[i].parent] || (part.caption && weight(i) * 10 < all * 4);
      if (tag == T::article) continue;
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
    for (const std::uint32_t card : find_teaser_cards(tree_, blocks_))
      if (weight(card) * 10 < all * 4) signs[card].set(teaser_card);
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
    spread(signs, trusted);
    sum(false);
  }

  void spread(const std::vector<Signs>& signs, const Signs& trusted) {
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i)
      furniture_[i] = furniture_[tree_.nodes[i].parent] || (signs[i] & trusted).any();
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

  std::vector<Block> select(std::uint32_t container) const {
    std::vector<Block> chosen;
    if (weight(container) < least_article) return chosen;
    for (const Block& block : blocks_) {
      if (block.origin < container || block.origin >= tree_.nodes[container].end || furniture_[block.origin]) continue;
      if (!has_word(block.text) || !wanted(block)) continue;
      chosen.push_back(block);
    }
    // A heading belongs to the paragraphs behind it: one without any is a box's title.
    std::vector<Block> kept;
    for (std::size_t i = 0; i < chosen.size(); ++i) {
      if (chosen[i].level > 0 &&
          (i + 1 == chosen.size() || chosen[i + 1].level > 0 || chosen[i + 1].kind == ParagraphKind::caption))
        continue;
      kept.push_back(std::move(chosen[i]));
    }
    return kept;
  }

  // "tanks - 1170 (+25),": a figure, and a mark that the next line goes on.
  static bool is_line_of_list(const std::string& text) {
    return (text.ends_with(',') || text.ends_with(';')) &&
           std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
  }

  bool wanted(const Block& block) const {
    if (block.kind == ParagraphKind::caption) return word_count(block.text) >= 4;
    if (block.linked * 10 > block.text.size() * 8) return false;
    if (related_label(block.text) > 0 && !block.links.empty()) return false;
    if (block.level > 0) return block.level > 1;
    if (block.list_item) return block.text.size() >= least_paragraph || is_line_of_list(block.text);
    if (is_paragraph(block))
      return word_count(block.text) > 4 || ends_sentence(block.text) || block.all_emphasised() ||
             is_line_of_list(block.text);
    return false;
  }

  const HtmlTree& tree_;
  std::vector<Block> blocks_;
  std::uint32_t headline_;
  std::vector<std::uint64_t> sums_{};  // paragraph bytes in nodes before
  std::vector<bool> furniture_{};
  std::vector<bool> paragraph_like_{};
  std::vector<bool> opening_{};   // by name a place between headline and first paragraph
  std::vector<bool> captions_{};  // in a part whose name says so
};

}  // namespace

std::vector<Block> choose_article(const HtmlTree& tree, std::vector<Block>&& blocks, std::uint32_t headline) {
  return ArticleChooser(tree, std::move(blocks), headline).choose();
}

}  // namespace sayso::dispatch
