// A web page as a list of nodes in document order: linear in time and memory whatever the page holds.
//
//     <p>Two <b>bridges</b>     0 root [0,5)
//                               1 p    [1,5)   a node's descendants are the nodes behind it up to its end
//                               2 "Two "
//                               3 b    [3,5)
//                               4 "bridges"
//
// It is no DOM: what matters is which words stand in which paragraph of which part of the page. The tokens are those of
// html_tokens.h; of tree construction the implied end tags, the scopes, raw text, and the ways in and out of drawings
// are kept, while formatting elements are not reopened and nothing is moved out of tables.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"
#include "sayso/span.h"

namespace sayso::dispatch {

// In the order of their names, which html_tree.cc relies on.
enum class Tag : std::uint8_t {
  a,
  abbr,
  address,
  area,
  article,
  aside,
  audio,
  b,
  base,
  blockquote,
  body,
  br,
  button,
  canvas,
  caption,
  center,
  cite,
  code,
  col,
  colgroup,
  dd,
  del,
  details,
  dfn,
  dialog,
  dir,
  div,
  dl,
  dt,
  em,
  embed,
  fieldset,
  figcaption,
  figure,
  font,
  footer,
  form,
  frame,
  frameset,
  h1,
  h2,
  h3,
  h4,
  h5,
  h6,
  head,
  header,
  hgroup,
  hr,
  html,
  i,
  iframe,
  img,
  input,
  ins,
  kbd,
  label,
  legend,
  li,
  link,
  main,
  map,
  mark,
  math,
  menu,
  meta,
  nav,
  nobr,
  noembed,
  noframes,
  noscript,
  object,
  ol,
  optgroup,
  option,
  p,
  param,
  picture,
  plaintext,
  pre,
  q,
  s,
  samp,
  script,
  search,
  section,
  select,
  small,
  source,
  span,
  strike,
  strong,
  style,
  sub,
  summary,
  sup,
  svg,
  table,
  tbody,
  td,
  template_,
  textarea,
  tfoot,
  th,
  thead,
  time,
  title,
  tr,
  track,
  tt,
  u,
  ul,
  var,
  video,
  wbr,
  xmp,
  other,
  root,
  text
};

enum class Attribute : std::uint8_t {
  aria_hidden,
  charset,
  class_,
  content,
  datetime,
  hidden,
  href,
  id,
  itemprop,
  itemtype,
  lang,
  name,
  property,
  rel,
  role,
  style,
  type
};

struct HtmlNode {
  Tag tag = Tag::other;
  bool raw = false;  // text: character references stand for themselves (in a script)
  Span source{};     // of the text, or of the start tag
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  // the node behind the last descendant
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;
};

class HtmlTree {
 public:
  struct Value {
    Attribute name;
    Span source;
  };

  std::string_view source;
  std::vector<HtmlNode> nodes;  // nodes[0] is the root
  std::vector<Value> values;

  // The attribute's value with its references decoded; empty if absent.
  std::string attribute(std::uint32_t node, Attribute name) const;
  // As it is written, references and all: for comparing without a copy.
  std::string_view written(std::uint32_t node, Attribute name) const;
  bool has(std::uint32_t node, Attribute name) const;
  // The text of a node and its descendants, references decoded, white space folded, scripts and styles left out.
  std::string text(std::uint32_t node) const;
  // As it stands between the tags: for a script.
  std::string_view raw_text(std::uint32_t node) const;
};

// Limits: 512 levels (deeper elements are flattened into their ancestor), 1,000 attributes in one tag (the rest are
// passed over). Both are counted in `mends`; no text is lost.
HtmlTree read_html_tree(std::string_view source, Mends& mends);

}  // namespace sayso::dispatch
