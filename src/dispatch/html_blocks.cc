// Elements to blocks: "<p>Two <b>bridges</b><br>Kesh" gives "Two bridges" and "Kesh".
// Leaves out on purpose: style sheets, and whether a part is hidden: some pages hide their text until a script shows
// it.
#include "dispatch/html_blocks.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "dispatch/block_builder.h"
#include "dispatch/character_reference.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {
namespace {

using T = Tag;

// What reading does with an element, a bit each.
enum BlockTrait : std::uint8_t {
  is_phrase = 1,    // stands inside a paragraph
  is_unread = 2,    // its words are not read
  is_emphasis = 4,  // bold or italic
  is_caption = 8,   // its words are a caption
  is_heading_block = 16,
};

constexpr std::array<std::uint8_t, 256> block_traits = [] {
  std::array<std::uint8_t, 256> made{};
  const auto mark = [&](std::uint8_t trait, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) made[static_cast<std::size_t>(tag)] |= trait;
  };
  mark(is_phrase, {T::a,     T::abbr,  T::b,      T::cite,   T::code,     T::del,       T::dfn,  T::em,     T::font,
                   T::i,     T::ins,   T::kbd,    T::label,  T::mark,     T::nobr,      T::q,    T::s,      T::samp,
                   T::small, T::span,  T::strike, T::strong, T::sub,      T::sup,       T::time, T::tt,     T::u,
                   T::var,   T::wbr,   T::other,  T::img,    T::picture,  T::source,    T::br,   T::input,  T::meta,
                   T::link,  T::param, T::script, T::style,  T::noscript, T::template_, T::svg,  T::iframe, T::base});
  mark(is_unread, {T::script,   T::style,  T::noscript, T::template_, T::svg,    T::math,   T::iframe, T::noembed,
                   T::noframes, T::object, T::audio,    T::video,     T::canvas, T::select, T::option, T::optgroup,
                   T::textarea, T::button, T::head,     T::nav,       T::dialog, T::map,    T::xmp,    T::title});
  mark(is_emphasis, {T::b, T::strong, T::em, T::i});
  mark(is_caption, {T::figure, T::figcaption, T::caption});
  mark(is_heading_block, {T::h1, T::h2, T::h3, T::h4, T::h5, T::h6});
  return made;
}();

bool block_is(Tag tag, std::uint8_t trait) { return (block_traits[static_cast<std::size_t>(tag)] & trait) != 0; }

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
      } else if (!everything && at != from && block_is(node.tag, is_unread)) {
        if (!block_is(node.tag, is_phrase)) builder_.close();
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
  // A block element we are in, and what that makes of a text there.
  struct Place {
    std::uint32_t node = 0;
    std::uint8_t level = 0;  // of the outermost heading around it
    bool caption = false;
    bool quoted = false;
  };

  Place inside(std::uint32_t node) const {
    Place place = blocks_.empty() ? Place{} : blocks_.back();
    const Tag tag = tree_.nodes[node].tag;
    place.node = node;
    if (block_is(tag, is_heading_block) && place.level == 0)
      place.level = static_cast<std::uint8_t>(1 + static_cast<int>(tag) - static_cast<int>(T::h1));
    place.caption = place.caption || block_is(tag, is_caption);
    place.quoted = place.quoted || tag == T::blockquote;
    return place;
  }

  void enter(std::uint32_t at) {
    const HtmlNode& node = tree_.nodes[at];
    if (node.tag == T::br) {
      builder_.space(node.source);
      ++breaks_;
    }
    if (block_is(node.tag, is_emphasis)) builder_.emphasis(+1);
    if (node.tag == T::a && tree_.has(at, Attribute::href)) builder_.open_link(tree_.attribute(at, Attribute::href));
    if (!block_is(node.tag, is_phrase)) {
      builder_.close();
      breaks_ = 0;
      blocks_.push_back(inside(at));
    }
    if (node.end > at + 1)
      open_.push_back(at);
    else if (!block_is(node.tag, is_phrase))
      blocks_.pop_back();
    else if (block_is(node.tag, is_emphasis))
      builder_.emphasis(-1);
    else if (node.tag == T::a)
      builder_.close_link();
  }

  void leave(std::uint32_t at) {
    while (!open_.empty() && tree_.nodes[open_.back()].end <= at) {
      const Tag tag = tree_.nodes[open_.back()].tag;
      if (block_is(tag, is_emphasis)) builder_.emphasis(-1);
      if (tag == T::a) builder_.close_link();
      if (!block_is(tag, is_phrase)) {
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
    const Place here = blocks_.empty() ? Place{} : blocks_.back();
    block.origin = here.node;
    block.level = here.level;
    block.quoted = here.quoted;
    if (here.caption) block.kind = ParagraphKind::caption;
    const Tag nearest = tree_.nodes[block.origin].tag;
    block.list_item =
        nearest == T::li || (nearest == T::p && tree_.nodes[tree_.nodes[block.origin].parent].tag == T::li);
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
  std::vector<std::uint32_t> open_{};  // elements with content we are in
  std::vector<Place> blocks_{};        // those of them that are blocks
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
