// Elements to blocks: "<p>Two <b>bridges</b><br>Kesh" gives "Two bridges" and "Kesh".
// Leaves out on purpose: style sheets, and whether a part is hidden: some pages hide their text until a script shows
// it.
#include "dispatch/html_blocks.h"

#include <algorithm>
#include <initializer_list>

#include "dispatch/block_builder.h"
#include "dispatch/character_reference.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {
namespace {

using T = Tag;

bool among(Tag tag, std::initializer_list<Tag> tags) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

bool is_phrase(Tag tag) {
  return among(tag, {T::a,     T::abbr,  T::b,      T::cite,   T::code,     T::del,       T::dfn,  T::em,     T::font,
                     T::i,     T::ins,   T::kbd,    T::label,  T::mark,     T::nobr,      T::q,    T::s,      T::samp,
                     T::small, T::span,  T::strike, T::strong, T::sub,      T::sup,       T::time, T::tt,     T::u,
                     T::var,   T::wbr,   T::other,  T::img,    T::picture,  T::source,    T::br,   T::input,  T::meta,
                     T::link,  T::param, T::script, T::style,  T::noscript, T::template_, T::svg,  T::iframe, T::base});
}

bool is_unread(Tag tag) {
  return among(tag, {T::script,   T::style,  T::noscript, T::template_, T::svg,    T::math,   T::iframe, T::noembed,
                     T::noframes, T::object, T::audio,    T::video,     T::canvas, T::select, T::option, T::optgroup,
                     T::textarea, T::button, T::head,     T::nav,       T::dialog, T::map,    T::xmp,    T::title});
}

class BlockReader {
 public:
  BlockReader(const HtmlTree& tree, Mends& mends) : tree_(tree), mends_(mends), builder_(tree.source, mends) {}

  std::vector<Block> read(std::uint32_t from, std::uint32_t to, bool everything) {
    for (std::uint32_t at = from; at < to;) {
      leave(at);
      const HtmlNode& node = tree_.nodes[at];
      if (node.tag == T::text) {
        text(node.source, node.raw);
        ++at;
      } else if (!everything && at != from && is_unread(node.tag)) {
        if (!is_phrase(node.tag)) builder_.close();
        at = node.end;
      } else {
        enter(at);
        ++at;
      }
    }
    leave(to);
    return builder_.take();
  }

 private:
  void enter(std::uint32_t at) {
    const HtmlNode& node = tree_.nodes[at];
    if (node.tag == T::br) {
      builder_.space(node.source);
      ++breaks_;
    }
    if (among(node.tag, {T::b, T::strong, T::em, T::i})) builder_.emphasis(+1);
    if (node.tag == T::a && tree_.has(at, Attribute::href)) builder_.open_link(tree_.attribute(at, Attribute::href));
    if (!is_phrase(node.tag)) {
      builder_.close();
      breaks_ = 0;
      blocks_.push_back(at);
    }
    if (node.end > at + 1)
      open_.push_back(at);
    else if (!is_phrase(node.tag))
      blocks_.pop_back();
    else if (among(node.tag, {T::b, T::strong, T::em, T::i}))
      builder_.emphasis(-1);
    else if (node.tag == T::a)
      builder_.close_link();
  }

  void leave(std::uint32_t at) {
    while (!open_.empty() && tree_.nodes[open_.back()].end <= at) {
      const Tag tag = tree_.nodes[open_.back()].tag;
      if (among(tag, {T::b, T::strong, T::em, T::i})) builder_.emphasis(-1);
      if (tag == T::a) builder_.close_link();
      if (!is_phrase(tag)) {
        builder_.close();
        breaks_ = 0;
        blocks_.pop_back();
      }
      open_.pop_back();
    }
  }

  // A first text opens the block; behind a <br> a new one begins unless the sentence plainly goes on.
  void begin(std::string_view words) {
    if (breaks_ > 0 && builder_.is_open() && (breaks_ > 1 || !begins_lower(words))) builder_.close();
    breaks_ = 0;
    if (builder_.is_open()) return;
    Block& block = builder_.open();
    block.origin = blocks_.empty() ? 0 : blocks_.back();
    const Tag nearest = tree_.nodes[block.origin].tag;
    block.list_item =
        nearest == T::li || (nearest == T::p && tree_.nodes[tree_.nodes[block.origin].parent].tag == T::li);
    for (auto one = blocks_.rbegin(); one != blocks_.rend(); ++one) {
      const Tag tag = tree_.nodes[*one].tag;
      if (tag >= T::h1 && tag <= T::h6)
        block.level = static_cast<std::uint8_t>(1 + static_cast<int>(tag) - static_cast<int>(T::h1));
      if (tag == T::figure || tag == T::figcaption || tag == T::caption) block.kind = ParagraphKind::caption;
    }
  }

  void text(Span source, bool raw) {
    const std::string_view words = slice(tree_.source, source);
    const std::size_t first = words.find_first_not_of(" \t\r\n\f");
    if (first == std::string_view::npos) return builder_.space(source);
    begin(words.substr(first));
    if (raw) return builder_.copy(source);
    std::size_t at = 0;
    while (at < words.size()) {
      const std::size_t mark = std::min(words.find('&', at), words.size());
      if (mark > at) builder_.copy(part(source, at, mark));
      at = mark;
      if (at == words.size()) break;
      const Reference reference = read_reference(words.substr(at), false);
      if (reference.size == 0) {
        builder_.copy(part(source, at, at + 1));
        ++at;
      } else {
        ++mends_.entities;
        builder_.put(reference.text, part(source, at, at + reference.size));
        at += reference.size;
      }
    }
  }

  static Span part(Span source, std::size_t begin, std::size_t end) {
    return {source.begin + static_cast<std::uint32_t>(begin), source.begin + static_cast<std::uint32_t>(end)};
  }

  const HtmlTree& tree_;
  Mends& mends_;
  BlockBuilder builder_;
  std::vector<std::uint32_t> open_{};    // elements with content we are in
  std::vector<std::uint32_t> blocks_{};  // those of them that are blocks
  int breaks_ = 0;
};

}  // namespace

std::vector<Block> read_html_blocks(const HtmlTree& tree, Mends& mends) {
  return BlockReader(tree, mends).read(0, static_cast<std::uint32_t>(tree.nodes.size()), false);
}

Block read_html_node(const HtmlTree& tree, std::uint32_t node, Mends& mends) {
  std::vector<Block> blocks = BlockReader(tree, mends).read(node, tree.nodes[node].end, true);
  return blocks.empty() ? Block{} : std::move(blocks.front());
}

}  // namespace sayso::dispatch
