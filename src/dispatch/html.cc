// A web page to a page: "<title>Two hit - Kesh Times</title>…<article><h1>Two hit</h1><p>The bridge …" gives the
// headline "Two hit" and its paragraphs. Leaves out on purpose: live blogs' single entries and anything a script would
// load.
#include "dispatch/html.h"

#include <algorithm>

#include "base/utf8.h"
#include "dispatch/address.h"
#include "dispatch/characters.h"
#include "dispatch/html_article.h"
#include "dispatch/html_blocks.h"
#include "dispatch/html_byline.h"
#include "dispatch/html_metadata.h"
#include "dispatch/mending.h"
#include "dispatch/page_parts.h"
#include "dispatch/written_date.h"

namespace sayso::dispatch {
namespace {

using Of = Mark::Of;

const Mark* find(const Page& page, Of of) {
  for (const Mark& mark : page.metadata)
    if (mark.of == of) return &mark;
  return nullptr;
}

constexpr std::size_t longest_title = 1000;  // bytes; longer ones are compared with nothing

// "Two hit - Kesh Times" -> "Two hit", if the tail names the outlet or its host.
std::string without_outlet(const std::string& title, const std::vector<std::string>& outlets) {
  std::size_t best = title.size();
  if (best > longest_title) return title;
  for (const std::string_view separator : {" - ", " | ", " \xe2\x80\x93 ", " \xe2\x80\x94 ", " \xc2\xb7 ",
                                           " \xe2\x80\xa2 ", " :: ", " // ", " \xc2\xbb "}) {
    for (std::size_t at = title.find(separator); at != std::string::npos; at = title.find(separator, at + 1)) {
      const std::string tail = fold(std::string_view(title).substr(at + separator.size()));
      for (const std::string& outlet : outlets) {
        const std::string name = fold(outlet);
        if (!name.empty() && (tail == name || tail.ends_with(name) || (tail.size() >= 4 && name.starts_with(tail))))
          best = std::min(best, at);
      }
    }
  }
  return title.substr(0, best);
}

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
void cut(Block& block, std::size_t size) {
  if (size >= block.text.size()) return;
  block.text.resize(size);
  while (!block.pieces.empty() && block.pieces.back().text.begin >= size) block.pieces.pop_back();
  if (block.pieces.empty()) return;
  RawPiece& last = block.pieces.back();
  if (last.verbatim) last.raw.end -= last.text.end - static_cast<std::uint32_t>(size);
  last.text.end = static_cast<std::uint32_t>(size);
  std::erase_if(block.links, [&](const Hyperlink& link) { return link.span.end > size; });
}

bool same_words(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

}  // namespace

Result<Page> read_html(std::string_view source, const ReadOptions& options, const Outlets& outlets) {
  Page page;
  const HtmlTree tree = read_html_tree(source, page.mends);
  read_metadata(tree, page);
  const std::vector<std::string> names = outlet_names(page, options, outlets);
  for (Mark& mark : page.metadata)
    if (mark.of == Of::title) mark.value = without_outlet(mark.value, names);

  std::vector<Block> blocks = read_html_blocks(tree, page.mends);
  const Mark* const title = find(page, Of::title);
  Block headline = find_headline(tree, blocks, title != nullptr ? title->value : std::string(), page.mends);
  cut(headline, without_outlet(headline.text, names).size());

  order_bylines(page.metadata, find_shown_byline(tree, headline.origin, names), names);

  std::optional<Mark> line_date;  // a visible date, if nothing else speaks
  if (find(page, Of::published) == nullptr) {
    for (const Block& block : blocks) {
      if (line_date || block.text.size() > 160 || block.level > 0) continue;
      if (const std::optional<WrittenDate> date = read_date_line(block.text))
        line_date = Mark{.of = Of::published,
                         .value = std::string(slice(block.text, date->span)),
                         .rule = "date-line",
                         .day = date->day};
    }
  }
  std::vector<Block> article = choose_article(
      tree, std::move(blocks),
      {.headline = headline.origin, .descriptions = std::move(page.descriptions), .told = std::move(page.told)});
  if (article.empty()) {
    if (source.find("<rss") != std::string_view::npos || source.find("<feed") != std::string_view::npos)
      return Error{ErrorCode::no_article, options.path, "this is a feed, not a page; it only points to articles"};
    return Error{ErrorCode::no_article, options.path,
                 "no article was found in the page: it has no running text of some length outside menus and boxes"};
  }
  if (line_date) page.metadata.push_back(std::move(*line_date));
  std::erase_if(article, [&](const Block& block) {
    return block.kind != ParagraphKind::caption && same_words(block.text, headline.text);
  });
  if (!headline.text.empty()) page.blocks.push_back(std::move(headline));
  for (Block& block : article) {
    block.decided = block.kind == ParagraphKind::caption;
    page.blocks.push_back(std::move(block));
  }
  drop_wordless(page.blocks, page.mends);
  name_parts(page.blocks, outlets, options);
  return page;
}

}  // namespace sayso::dispatch
