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

namespace sayso::dispatch {
namespace {

using T = Tag;

constexpr std::uint32_t least_paragraph = 40;  // bytes; shorter ones say nothing about where the article is
constexpr std::uint32_t least_article = 140;   // bytes of paragraphs below which a page has no article

constexpr std::array<std::string_view, 82> furniture_words{"ad",
                                                           "ads",
                                                           "adslot",
                                                           "advert",
                                                           "advertisement",
                                                           "advertising",
                                                           "also",
                                                           "author",
                                                           "authors",
                                                           "banner",
                                                           "bio",
                                                           "breadcrumb",
                                                           "breadcrumbs",
                                                           "byline",
                                                           "comment",
                                                           "comments",
                                                           "consent",
                                                           "cookie",
                                                           "cookies",
                                                           "copyright",
                                                           "dateline",
                                                           "disclaimer",
                                                           "disqus",
                                                           "donate",
                                                           "donation",
                                                           "dropdown",
                                                           "footer",
                                                           "footnotes",
                                                           "gdpr",
                                                           "keywords",
                                                           "login",
                                                           "masthead",
                                                           "menu",
                                                           "metadata",
                                                           "modal",
                                                           "more",
                                                           "nav",
                                                           "navbar",
                                                           "navigation",
                                                           "newsletter",
                                                           "newsletters",
                                                           "outbrain",
                                                           "overlay",
                                                           "pager",
                                                           "pagination",
                                                           "player",
                                                           "poll",
                                                           "popular",
                                                           "popup",
                                                           "print",
                                                           "promo",
                                                           "promos",
                                                           "promotion",
                                                           "readmore",
                                                           "recirc",
                                                           "recirculation",
                                                           "recommend",
                                                           "recommendation",
                                                           "recommendations",
                                                           "recommended",
                                                           "related",
                                                           "respond",
                                                           "search",
                                                           "share",
                                                           "sharing",
                                                           "sidebar",
                                                           "signup",
                                                           "skip",
                                                           "social",
                                                           "socials",
                                                           "sponsor",
                                                           "sponsored",
                                                           "sr",
                                                           "subscribe",
                                                           "subscription",
                                                           "taboola",
                                                           "tags",
                                                           "teaser",
                                                           "teasers",
                                                           "timestamp",
                                                           "toolbar",
                                                           "trending"};
static_assert(std::is_sorted(furniture_words.begin(), furniture_words.end()));

// Signs of furniture beyond the words, numbered behind them.
enum Sign : std::uint8_t { furniture_tag = furniture_words.size(), furniture_role, hidden_part, sign_count };
using Signs = std::bitset<sign_count>;

// The furniture words among a class or id's names: whole words, also those of "relatedLinks" and "c-related__list".
void add_words(std::string_view names, Signs& signs) {
  std::string word;
  char before = ' ';
  for (std::size_t i = 0; i <= names.size() && i < 2000; ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (!letter || (upper && before >= 'a' && before <= 'z')) {
      const auto* const at = std::lower_bound(furniture_words.begin(), furniture_words.end(), std::string_view(word));
      if (at != furniture_words.end() && *at == word) signs.set(static_cast<std::size_t>(at - furniture_words.begin()));
      word.clear();
    }
    if (letter) word += upper ? static_cast<char>(c + 32) : c;
    before = c;
  }
}

bool names_role(std::string_view role) {
  return role == "navigation" || role == "complementary" || role == "contentinfo" || role == "search" ||
         role == "banner" || role == "dialog" || role == "menu";
}

bool is_hidden(const HtmlTree& tree, std::uint32_t node) {
  if (tree.has(node, Attribute::hidden) || tree.attribute(node, Attribute::aria_hidden) == "true") return true;
  const std::string style = tree.attribute(node, Attribute::style);
  return style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

Signs signs_of(const HtmlTree& tree, std::uint32_t node) {
  Signs signs;
  const Tag tag = tree.nodes[node].tag;
  if (tag == T::aside || tag == T::footer || tag == T::form || tag == T::menu) signs.set(furniture_tag);
  if (tree.nodes[node].attributes == 0) return signs;
  add_words(tree.attribute(node, Attribute::class_), signs);
  add_words(tree.attribute(node, Attribute::id), signs);
  if (names_role(tree.attribute(node, Attribute::role))) signs.set(furniture_role);
  if (is_hidden(tree, node)) signs.set(hidden_part);
  return signs;
}

// Signs of what pages put under their article, at any length.
const Signs& under_articles() {
  static const Signs signs = [] {
    Signs made;
    for (const std::string_view word : {"comment", "comments", "disqus", "related", "respond", "recommended",
                                        "recommendations", "taboola", "outbrain"})
      add_words(word, made);
    return made;
  }();
  return signs;
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
    for (std::uint32_t i = 1; i < count; ++i) {
      const Tag tag = tree_.nodes[i].tag;
      if (tag != T::text && tag != T::html && tag != T::body && tag != T::main && tag != T::article)
        signs[i] = signs_of(tree_, i);
      // A heavy box may be the article itself, unless it is one that pages put under theirs and the headline stands
      // elsewhere.
      if (signs[i].any() && weight(i) * 10 >= all * 4 &&
          (headline_ == 0 || holds_headline(i) || weight(i) * 10 >= all * 9))
        signs[i].reset();
      if (signs[i].any() && weight(i) * 10 >= all * 4) signs[i] &= under_articles();
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
};

}  // namespace

std::vector<Block> choose_article(const HtmlTree& tree, std::vector<Block>&& blocks, std::uint32_t headline) {
  return ArticleChooser(tree, std::move(blocks), headline).choose();
}

}  // namespace sayso::dispatch
