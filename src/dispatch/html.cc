// A web page to a page: "<title>Two hit - Kesh Times</title>…<article><h1>Two hit</h1><p>The bridge …" gives the
// headline "Two hit" and its paragraphs. Leaves out on purpose: anything a script would load.
#include "dispatch/html.h"

#include <algorithm>

#include "base/ascii.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/address.h"
#include "dispatch/article_lines.h"
#include "dispatch/characters.h"
#include "dispatch/html_article.h"
#include "dispatch/html_blocks.h"
#include "dispatch/html_byline.h"
#include "dispatch/html_entries.h"
#include "dispatch/html_metadata.h"
#include "dispatch/html_titles.h"
#include "dispatch/mending.h"
#include "dispatch/outlet_names.h"
#include "dispatch/page_labels.h"
#include "dispatch/page_parts.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

using Of = Mark::Of;

const Mark* first_mark(const Page& page, Of of) {
  for (const Mark& mark : page.metadata)
    if (mark.of == of) return &mark;
  return nullptr;
}

constexpr std::size_t longest_notice = 1500;  // bytes of a page that only says what it is not

std::vector<std::string> outlet_names(const Page& page, const ReadOptions& options, const Outlets& outlets) {
  std::vector<std::string> names;
  if (!options.outlet.empty()) names.push_back(options.outlet);
  for (const Mark& mark : page.metadata) {
    if (mark.of == Of::outlet) names.push_back(mark.value);
    if (mark.of != Of::url) continue;
    const std::string host = host_of(mark.value);
    if (const Outlet* const known = outlets.by_host(host)) names.push_back(known->name);
    names.push_back(host);
    names.push_back(host.substr(0, host.find('.')));
  }
  return names;
}

// Those of the titles and of the lines, behind those that the page gives as such.
void add_outlet_names(Page& page, const std::vector<Block>& blocks, const ReadOptions& options,
                      const Outlets& outlets) {
  const Mark* const canonical = first_mark(page, Of::url);
  const std::string host = host_of(options.url.empty() && canonical != nullptr ? canonical->value : options.url);
  if (outlets.by_host(host) != nullptr) return;  // it has its name
  std::vector<std::string> titles;
  for (const Mark& mark : page.metadata)
    if (mark.of == Of::title) titles.push_back(mark.value);
  for (Mark& mark : find_outlet_names(titles, blocks, host)) page.metadata.push_back(std::move(mark));
}

std::vector<std::string> first_headings(const std::vector<Block>& blocks) {
  std::vector<std::string> headings;
  for (const Block& block : blocks)
    if (block.level == 1) headings.push_back(block.text);
  return headings;
}

// The headline as the page shows it: the <h1> that says most of the title, else the words of <title>.
Block find_headline(const HtmlTree& tree, const std::vector<Block>& blocks, const std::string& title, Mends& mends) {
  const std::string wanted = fold(title);
  const Block* best = nullptr;
  std::size_t headings = 0;
  for (const Block& block : blocks) {
    if (block.level != 1) continue;
    ++headings;
    if (block.text.size() > longest_title || title.size() > longest_title) continue;
    const std::string here = fold(block.text);
    if (here == wanted || (here.size() > 12 && wanted.find(here) != std::string::npos) ||
        (wanted.size() > 12 && here.find(wanted) != std::string::npos)) {
      best = &block;
      break;
    }
  }
  if (best == nullptr && headings == 1)
    for (const Block& block : blocks)
      if (block.level == 1 && word_count(block.text) >= 3) best = &block;
  Block headline;
  if (best != nullptr) {
    headline = *best;
    headline.marks.push_back({.of = Of::title,
                              .value = headline.text,
                              .rule = "html:h1",
                              .span = {0, static_cast<std::uint32_t>(headline.text.size())}});
  } else {
    for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
      if (tree.nodes[i].tag != Tag::title) continue;
      headline = read_html_node(tree, i, mends);
      headline.origin = 0;  // it stands nowhere in the page
      break;
    }
  }
  headline.kind = ParagraphKind::headline;
  headline.decided = true;
  return headline;
}

// Cuts a block's text at its end, the map with it.
void cut_end(Block& block, std::size_t size) {
  if (size >= block.text.size()) return;
  block.text.resize(size);
  while (!block.pieces.empty() && block.pieces.back().text.begin >= size) block.pieces.pop_back();
  if (block.pieces.empty()) return;
  RawPiece& last = block.pieces.back();
  if (last.verbatim) last.raw.end -= last.text.end - static_cast<std::uint32_t>(size);
  last.text.end = static_cast<std::uint32_t>(size);
  std::erase_if(block.links, [&](const Hyperlink& link) { return link.span.end > size; });
}

// Whether one of these, of letters only, is what the letters of a text are. Most texts begin with another letter.
bool any_has_letters_of(const std::vector<std::string>& titles, std::string_view text) {
  const auto* const first = std::find_if(
      text.begin(), text.end(), [](char c) { return (c & 0x80) != 0 || is_ascii_letter(c) || is_ascii_digit(c); });
  const bool ascii = first != text.end() && (*first & 0x80) == 0;
  const auto may_be = [&](const std::string& title) { return !ascii || title.starts_with(ascii_lower(*first)); };
  return std::any_of(titles.begin(), titles.end(), may_be) &&
         std::find(titles.begin(), titles.end(), letters_of(text)) != titles.end();
}

// The visible date: a line of its own behind the headline, the nearest.
std::optional<Mark> find_date_line(const std::vector<Block>& blocks, std::uint32_t headline) {
  std::size_t from = 0;
  while (headline != 0 && from < blocks.size() && blocks[from].origin != headline) ++from;
  if (from == blocks.size()) from = 0;
  for (std::size_t i = from; i < blocks.size(); ++i)
    if (blocks[i].level == 0)
      if (const std::optional<WrittenDate> date = read_date_line(blocks[i].text))
        return Mark{.of = Of::published,
                    .value = std::string(slice(blocks[i].text, date->span)),
                    .rule = "date-line",
                    .day = date->day};
  return std::nullopt;
}

}  // namespace

Result<Page> read_html(std::string_view source, const ReadOptions& options, const Outlets& outlets) {
  Page page;
  const HtmlTree tree = read_html_tree(source, page.mends);
  read_metadata(tree, page);
  std::vector<Block> blocks = read_html_blocks(tree, page.mends);
  add_outlet_names(page, blocks, options, outlets);
  const std::vector<std::string> names = outlet_names(page, options, outlets);
  settle_titles(page.metadata, first_headings(blocks), names);
  const Mark* const titled = first_mark(page, Of::title);
  const std::string title = titled != nullptr ? titled->value : std::string();
  Block headline = find_headline(tree, blocks, title, page.mends);
  cut_end(headline, without_outlet(headline.text, names).size());
  if (headline.origin != 0) drop_window_title(page.metadata, headline.text);

  std::optional<Mark> line_date = find_date_line(blocks, headline.origin);
  const std::size_t told = page.told.size();
  const Mark* const canonical = first_mark(page, Of::url);
  const std::string address = options.url.empty() && canonical != nullptr ? canonical->value : options.url;
  const bool claimed =  // a <time> may be a teaser's
      page.claims_article || std::any_of(page.metadata.begin(), page.metadata.end(), [](const Mark& mark) {
        return mark.of == Of::published && (mark.rule == "json-ld" || mark.rule.starts_with("meta:"));
      });
  std::vector<Block> article = choose_article(tree, std::move(blocks),
                                              {.headline = headline.origin,
                                               .host = host_of(address),
                                               .claimed = claimed,
                                               .descriptions = std::move(page.descriptions),
                                               .told = std::move(page.told)});
  if (titles_no_article(headline.text) || titles_no_article(title)) {
    std::size_t bytes = 0;
    for (const Block& block : article) bytes += block.text.size();
    if (bytes < longest_notice)
      return Error{ErrorCode::no_article, options.path,
                   "no article was found in the page: its title says that it is a notice or a form"};
  }
  if (article.empty()) {
    if (source.find("<rss") != std::string_view::npos || source.find("<feed") != std::string_view::npos)
      return Error{ErrorCode::no_article, options.path, "this is a feed, not a page; it only points to articles"};
    if (told >= least_told)
      return Error{ErrorCode::no_article, options.path,
                   "no article was found in the page: its text stands in JSON-LD alone, where it has no words to show"};
    return Error{ErrorCode::no_article, options.path,
                 "no article was found in the page: it has no running text of some length outside menus and boxes"};
  }
  std::optional<Mark> shown = find_shown_byline(tree, headline.origin, names);
  std::optional<Mark> line = take_byline_line(article, names);
  order_bylines(page.metadata, shown ? std::move(shown) : std::move(line), names);
  if (line_date) page.metadata.push_back(std::move(*line_date));
  std::vector<std::string> titles{letters_of(headline.text)};
  for (const Mark& mark : page.metadata)
    if (mark.of == Of::title && mark.value.size() <= longest_title) titles.push_back(letters_of(mark.value));
  std::erase_if(article, [&](const Block& block) {
    return block.kind != ParagraphKind::caption && block.text.size() <= longest_title &&
           any_has_letters_of(titles, block.text);
  });
  page.entries = find_entries(tree, page.updates, article);
  if (!headline.text.empty()) page.blocks.push_back(std::move(headline));
  for (Block& block : article) {
    block.decided = block.kind == ParagraphKind::caption || block.kind == ParagraphKind::byline;
    page.blocks.push_back(std::move(block));
  }
  drop_wordless(page.blocks, page.mends);
  name_parts(page.blocks, outlets, options);
  return page;
}

}  // namespace sayso::dispatch
