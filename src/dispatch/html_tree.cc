// Reads HTML into a list of nodes in one pass: "<p>Two<p>Three" gives two paragraphs, 300 nested <div> keep their text.
// Of a tag only the attributes that reading a dispatch needs are kept. The end of an element is searched among at most
// 512 open ones, and only if one of its name is open, so that the time is linear on every input. Leaves out on purpose:
// the adoption agency and foster parenting (they move nodes; words stay where they were written), framesets, the copies
// of <selectedcontent>, scripts switched off, document.write. Source: HTML Living Standard, section 13.2.6; the tests
// are the trees of html5lib.
#include "dispatch/html_tree.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <optional>

#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/characters.h"
#include "dispatch/html_names.h"
#include "dispatch/html_tokens.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_html_levels = 512;

using T = Tag;

// What the rules below ask of an element, a bit each.
enum TreeTrait : std::uint16_t {
  is_void = 1,
  is_heading_tag = 2,
  closes_p = 4,    // its start tag ends an open <p>
  is_special = 8,  // the end tag of a phrase ("</span>") does not reach through it
  is_scope = 16,   // no end tag but a table's reaches through it
  is_table_part = 32,
  stands_in_head = 64,
  leaves_foreign = 128,  // its start tag ends a drawing or formula
};

constexpr std::array<std::uint16_t, 256> tree_traits = [] {
  std::array<std::uint16_t, 256> made{};
  const auto mark = [&](std::uint16_t trait, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) made[static_cast<std::size_t>(tag)] |= trait;
  };
  mark(is_void, {T::area, T::base, T::br, T::col, T::embed, T::hr, T::img, T::input, T::link, T::meta, T::param,
                 T::source, T::track, T::wbr, T::frame});
  mark(is_heading_tag | closes_p | is_special | leaves_foreign, {T::h1, T::h2, T::h3, T::h4, T::h5, T::h6});
  mark(
      closes_p | is_special,
      {T::address, T::article,  T::aside,      T::blockquote, T::center, T::details,   T::dialog, T::dir,    T::div,
       T::dl,      T::fieldset, T::figcaption, T::figure,     T::footer, T::form,      T::header, T::hgroup, T::hr,
       T::main,    T::menu,     T::nav,        T::ol,         T::p,      T::plaintext, T::pre,    T::search, T::section,
       T::summary, T::table,    T::ul,         T::li,         T::dd,     T::dt,        T::xmp});
  mark(is_special, {T::body, T::button, T::caption, T::html, T::iframe, T::object, T::select, T::tbody, T::td, T::tfoot,
                    T::th, T::thead, T::tr, T::head, T::root, T::colgroup});
  mark(is_scope, {T::caption, T::html, T::table, T::td, T::th, T::object, T::root});
  mark(is_table_part, {T::table, T::tbody, T::thead, T::tfoot, T::tr, T::td, T::th, T::caption});
  mark(stands_in_head, {T::base, T::link, T::meta, T::noscript, T::script, T::style, T::title, T::other, T::template_});
  mark(leaves_foreign, {T::b,      T::blockquote, T::body,  T::br,    T::center, T::code, T::dd,    T::div,  T::dl,
                        T::dt,     T::em,         T::embed, T::head,  T::hr,     T::i,    T::img,   T::li,   T::menu,
                        T::meta,   T::nobr,       T::ol,    T::p,     T::pre,    T::s,    T::small, T::span, T::strong,
                        T::strike, T::sub,        T::sup,   T::table, T::tt,     T::u,    T::ul,    T::var});
  return made;
}();

bool tag_is(Tag tag, std::uint16_t trait) { return (tree_traits[static_cast<std::size_t>(tag)] & trait) != 0; }

// How the bytes behind its start tag are read.
HtmlText content_of(Tag tag) {
  switch (tag) {
    case T::script:
      return HtmlText::script;
    case T::title:
    case T::textarea:
      return HtmlText::rcdata;
    case T::plaintext:
      return HtmlText::plaintext;
    case T::style:
    case T::iframe:
    case T::noembed:
    case T::noframes:
    case T::noscript:
    case T::xmp:
      return HtmlText::rawtext;
    default:
      return HtmlText::data;
  }
}

// Elements of drawings and formulas that hold HTML again.
bool holds_html(std::string_view name) {
  const auto same = [](char a, char b) { return (a | 0x20) == b; };
  for (const std::string_view one :
       {"foreignobject", "desc", "title", "annotation-xml", "mi", "mo", "mn", "ms", "mtext"})
    if (std::equal(name.begin(), name.end(), one.begin(), one.end(), same)) return true;
  return false;
}

class HtmlTreeReader {
 public:
  HtmlTreeReader(std::string_view source, Mends& mends) : source_(source), mends_(mends), tokens_(source) {
    tree_.source = source;
    tree_.nodes.reserve(source.size() / 48 + 16);
    tree_.values.reserve(source.size() / 96 + 16);
    tree_.nodes.push_back({.tag = T::root});
    open_.reserve(64);
    open_.push_back({});
  }

  HtmlTree read() {
    for (HtmlToken token; tokens_.next(token);) {
      if (token.kind == HtmlToken::Kind::text) add_text(token);
      if (token.kind == HtmlToken::Kind::start_tag) start_tag(token);
      if (token.kind == HtmlToken::Kind::end_tag) end_tag(token);
    }
    pop_to(0);
    tree_.nodes[0].end = size();
    mends_.dropped_attributes += tokens_.dropped_attributes();
    return std::move(tree_);
  }

 private:
  struct Open {
    std::uint32_t node = 0;
    Tag tag = T::root;
    bool foreign = false;  // what stands in it belongs to a drawing or formula
  };

  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }
  bool foreign() const { return open_.back().foreign; }
  std::uint32_t& open_count(Tag tag) { return count_[static_cast<std::size_t>(tag)]; }

  std::uint32_t add(HtmlNode node) {
    node.parent = open_.back().node;
    node.end = size() + 1;
    tree_.nodes.push_back(node);
    return size() - 1;
  }

  void add_text(const HtmlToken& token) {
    const bool raw = token.read_as != HtmlText::data && token.read_as != HtmlText::rcdata;
    add({.tag = Tag::text, .raw = raw, .source = token.data});
  }

  // Of the tag's attributes those that have a number, each once.
  void keep_attributes(HtmlNode& node) {
    node.first_attribute = static_cast<std::uint32_t>(tree_.values.size());
    std::uint32_t seen = 0;
    for (const HtmlAttribute& one : tokens_.attributes()) {
      const std::optional<Attribute> known = attribute_named(slice(source_, one.name));
      if (!known) continue;
      const std::uint32_t bit = 1u << static_cast<unsigned>(*known);
      if ((seen & bit) != 0) continue;
      seen |= bit;
      tree_.values.push_back({*known, one.value});
    }
    node.attributes = static_cast<std::uint32_t>(tree_.values.size()) - node.first_attribute;
  }

  void start_tag(const HtmlToken& token) {
    const Tag tag = tag_named(slice(source_, token.name));
    if (foreign() && tag_is(tag, leaves_foreign))
      while (foreign()) pop_to(open_.size() - 1);
    const bool in_html = !foreign();
    if (in_html) imply_ends(tag);
    if (tag == T::html || tag == T::body || tag == T::head) {  // one of each; what a second one says is not needed
      if (tag == T::body) close_open(T::head, token.name);
      if (seen_[static_cast<std::size_t>(tag)]) return;
      seen_[static_cast<std::size_t>(tag)] = true;
    }
    if (open_.size() >= most_html_levels) {  // becomes a neighbour of the innermost element instead of its child
      pop_to(open_.size() - 1);
      ++mends_.flattened;
    }
    HtmlNode node{.tag = tag, .source = token.source};
    keep_attributes(node);
    const std::uint32_t index = add(node);
    if (in_html ? tag_is(tag, is_void) : token.self_closing) return;
    if (in_html && content_of(tag) != HtmlText::data) return raw_content(tag, index);
    if ((tag == T::svg || tag == T::math) && token.self_closing) return;
    const bool stays_foreign = !in_html && !holds_html(slice(source_, token.name));
    push({index, tag, tag == T::svg || tag == T::math || stays_foreign});
  }

  void push(Open element) {
    ++open_count(element.tag);
    open_.push_back(element);
    tokens_.allow_cdata(foreign());
  }

  // A text and the end tag, which is all that can follow.
  void raw_content(Tag tag, std::uint32_t index) {
    tokens_.read_as(content_of(tag));
    HtmlToken token;
    if (!tokens_.next(token) || token.kind != HtmlToken::Kind::text) return;
    open_.push_back({index, tag});
    add_text(token);
    open_.pop_back();
    tree_.nodes[index].end = size();
    tokens_.next(token);
  }

  void end_tag(const HtmlToken& token) {
    const Tag tag = tag_named(slice(source_, token.name));
    if (tag == T::br || tag == T::p) {
      while (foreign()) pop_to(open_.size() - 1);
      if (tag == T::br || !close_open(T::p, token.name))
        add({.tag = tag, .source = {token.source.end, token.source.end}});
      return;
    }
    if (tag_is(tag, is_heading_tag)) {
      for (Tag one = T::h1; one <= T::h6; one = static_cast<Tag>(static_cast<int>(one) + 1))
        if (close_open(one, token.name)) return;
      return;
    }
    if (tag == T::body || tag == T::html) return;  // what comes behind still belongs to the page
    close_open(tag, token.name);
  }

  // Whether an element without a number has this name.
  bool is_named(std::uint32_t node, Span name) const {
    const std::string_view start = slice(source_, tree_.nodes[node].source).substr(1);
    const std::string_view wanted = slice(source_, name);
    if (start.size() <= wanted.size()) return false;
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    const char behind = start[wanted.size()];
    return std::equal(wanted.begin(), wanted.end(), start.begin(), same) &&
           (behind == '>' || behind == '/' || behind == ' ' || (behind >= '\t' && behind <= '\r'));
  }

  // Closes the innermost open element of that name, unless something stands between that its end tag cannot reach
  // through.
  bool close_open(Tag tag, Span name) {
    if (open_count(tag) == 0) return false;
    const bool of_table = tag_is(tag, is_table_part);
    const std::uint16_t wall = tag_is(tag, is_special) ? is_scope : is_special;
    for (std::size_t i = open_.size(); i-- > 1;) {
      const Tag here = open_[i].tag;
      if (here == tag && (tag != T::other || is_named(open_[i].node, name))) {
        pop_to(i);
        return true;
      }
      if (of_table ? here == T::table : tag_is(here, wall)) return false;
      if (tag == T::p && here == T::button) return false;
      if (tag == T::li && (here == T::ul || here == T::ol)) return false;
    }
    return false;
  }
  bool close_open(Tag tag) { return close_open(tag, Span{}); }

  void pop_to(std::size_t level) {
    while (open_.size() > std::max<std::size_t>(level, 1)) {
      tree_.nodes[open_.back().node].end = size();
      --open_count(open_.back().tag);
      open_.pop_back();
    }
    tokens_.allow_cdata(foreign());
  }

  // End tags that the standard implies before a start tag.
  void imply_ends(Tag tag) {
    if (tag_is(tag, closes_p)) close_open(T::p);
    if (tag_is(tag, is_heading_tag) && tag_is(open_.back().tag, is_heading_tag)) pop_to(open_.size() - 1);
    switch (tag) {
      case T::li:
        close_open(T::li);
        break;
      case T::dd:
      case T::dt:
        if (!close_open(T::dd)) close_open(T::dt);
        break;
      case T::option:
      case T::optgroup:
        close_open(T::option);
        break;
      case T::a:
      case T::button:
        close_open(tag);
        break;
      case T::td:
      case T::th:
        if (!close_open(T::td)) close_open(T::th);
        break;
      case T::tr:
      case T::tbody:
      case T::thead:
      case T::tfoot:
        if (!close_open(T::td)) close_open(T::th);
        close_open(T::tr);
        if (tag != T::tr && !close_open(T::tbody) && !close_open(T::thead)) close_open(T::tfoot);
        break;
      default:
        break;
    }
    // The body begins where no head element may stand.
    if (open_.back().tag == T::head && !tag_is(tag, stands_in_head)) close_open(T::head);
  }

  std::string_view source_;
  Mends& mends_;
  HtmlTokens tokens_;
  HtmlTree tree_{};
  std::vector<Open> open_{};                // the root first
  std::array<std::uint32_t, 256> count_{};  // open elements by tag
  std::array<bool, 256> seen_{};
};

}  // namespace

bool HtmlTree::has(std::uint32_t node, Attribute name) const {
  const HtmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attributes; ++i)
    if (values[one.first_attribute + i].name == name) return true;
  return false;
}

std::string_view HtmlTree::written(std::uint32_t node, Attribute name) const {
  const HtmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attributes; ++i)
    if (values[one.first_attribute + i].name == name) return slice(source, values[one.first_attribute + i].source);
  return {};
}

std::string HtmlTree::attribute(std::uint32_t node, Attribute name) const {
  const std::string_view value = written(node, name);
  return value.empty() ? std::string() : decode_references(value);
}

std::string_view HtmlTree::raw_text(std::uint32_t node) const {
  return nodes[node].end > node + 1 ? slice(source, nodes[node + 1].source) : std::string_view();
}

std::string HtmlTree::text(std::uint32_t node) const {
  std::string words;
  for (std::uint32_t i = node; i < nodes[node].end; ++i) {
    if (nodes[i].tag == Tag::text && !nodes[i].raw) words += decode_references(slice(source, nodes[i].source), false);
    if (nodes[i].tag == T::br) words += ' ';
  }
  std::string folded;
  bool space = false;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t begin = at;
    const CharacterClass kind = character_class(next_code_point(words, at));
    if (kind == CharacterClass::space || kind == CharacterClass::odd_space) space = true;
    if (kind != CharacterClass::visible) continue;
    if (space && !folded.empty()) folded += ' ';
    space = false;
    folded.append(words, begin, at - begin);
  }
  return folded;
}

HtmlTree read_html_tree(std::string_view source, Mends& mends) { return HtmlTreeReader(source, mends).read(); }

}  // namespace sayso::dispatch
