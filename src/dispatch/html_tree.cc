// Reads HTML into a list of nodes in one pass: "<p>Two<p>Three" gives two paragraphs, 300 nested <div> keep their text.
// Of a tag only the attributes that reading a dispatch needs are kept. The end of an element is searched among at most
// 512 open ones, and only if one of its name is open, so that the time is linear on every input. Leaves out on purpose:
// the adoption agency and foster parenting (they move nodes, not words), CDATA's foreign rules, document.write. Source:
// HTML Living Standard, sections 13.2.5 and 13.2.6.
#include "dispatch/html_tree.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/characters.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_levels = 512;
constexpr std::uint32_t most_attributes = 1000;

constexpr std::array<std::string_view, 116> tag_names{
    "a",          "abbr",     "address",  "area",   "article",  "aside",      "audio",     "b",        "base",
    "blockquote", "body",     "br",       "button", "canvas",   "caption",    "center",    "cite",     "code",
    "col",        "colgroup", "dd",       "del",    "details",  "dfn",        "dialog",    "dir",      "div",
    "dl",         "dt",       "em",       "embed",  "fieldset", "figcaption", "figure",    "font",     "footer",
    "form",       "frame",    "frameset", "h1",     "h2",       "h3",         "h4",        "h5",       "h6",
    "head",       "header",   "hgroup",   "hr",     "html",     "i",          "iframe",    "img",      "input",
    "ins",        "kbd",      "label",    "legend", "li",       "link",       "main",      "map",      "mark",
    "math",       "menu",     "meta",     "nav",    "nobr",     "noembed",    "noframes",  "noscript", "object",
    "ol",         "optgroup", "option",   "p",      "param",    "picture",    "plaintext", "pre",      "q",
    "s",          "samp",     "script",   "search", "section",  "select",     "small",     "source",   "span",
    "strike",     "strong",   "style",    "sub",    "summary",  "sup",        "svg",       "table",    "tbody",
    "td",         "template", "textarea", "tfoot",  "th",       "thead",      "time",      "title",    "tr",
    "track",      "tt",       "u",        "ul",     "var",      "video",      "wbr",       "xmp"};
static_assert(std::is_sorted(tag_names.begin(), tag_names.end()));
static_assert(tag_names.size() == static_cast<std::size_t>(Tag::other));

constexpr std::array<std::string_view, 17> attribute_names{
    "aria-hidden", "charset", "class", "content",  "datetime", "hidden", "href",  "id",  "itemprop",
    "itemtype",    "lang",    "name",  "property", "rel",      "role",   "style", "type"};
static_assert(std::is_sorted(attribute_names.begin(), attribute_names.end()));

using T = Tag;

bool among(Tag tag, std::initializer_list<Tag> tags) { return std::find(tags.begin(), tags.end(), tag) != tags.end(); }

bool is_void(Tag tag) {
  return among(tag, {T::area, T::base, T::br, T::col, T::embed, T::hr, T::img, T::input, T::link, T::meta, T::param,
                     T::source, T::track, T::wbr, T::frame});
}
bool is_raw(Tag tag) {
  return among(tag,
               {T::script, T::style, T::iframe, T::noembed, T::noframes, T::noscript, T::xmp, T::textarea, T::title});
}
bool is_heading(Tag tag) { return tag >= T::h1 && tag <= T::h6; }
bool closes_p(Tag tag) {
  return is_heading(tag) ||
         among(tag, {T::address, T::article, T::aside,     T::blockquote, T::center,     T::details, T::dialog,
                     T::dir,     T::div,     T::dl,        T::fieldset,   T::figcaption, T::figure,  T::footer,
                     T::form,    T::header,  T::hgroup,    T::hr,         T::main,       T::menu,    T::nav,
                     T::ol,      T::p,       T::plaintext, T::pre,        T::search,     T::section, T::summary,
                     T::table,   T::ul,      T::li,        T::dd,         T::dt,         T::xmp});
}
// Elements that an end tag of a phrase ("</span>") does not reach through.
bool is_special(Tag tag) {
  return closes_p(tag) ||
         among(tag, {T::body, T::button, T::caption, T::html, T::iframe, T::object, T::select, T::table, T::tbody,
                     T::td, T::tfoot, T::th, T::thead, T::tr, T::head, T::root, T::colgroup});
}
bool is_scope(Tag tag) { return among(tag, {T::caption, T::html, T::table, T::td, T::th, T::object, T::root}); }

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

std::string lowered(std::string_view name) {
  std::string out(name);
  for (char& c : out) c = lower(c);
  return out;
}

Tag tag_named(std::string_view name) {
  if (name.size() > 10) return T::other;
  const std::string key = lowered(name);
  const auto* const at = std::lower_bound(tag_names.begin(), tag_names.end(), key);
  return at != tag_names.end() && *at == key ? static_cast<Tag>(at - tag_names.begin()) : T::other;
}

std::optional<Attribute> attribute_named(std::string_view name) {
  if (name.size() > 11) return std::nullopt;
  const std::string key = lowered(name);
  const auto* const at = std::lower_bound(attribute_names.begin(), attribute_names.end(), key);
  if (at == attribute_names.end() || *at != key) return std::nullopt;
  return static_cast<Attribute>(at - attribute_names.begin());
}

class TreeReader {
 public:
  TreeReader(std::string_view source, Mends& mends) : source_(source), mends_(mends) {
    tree_.source = source;
    tree_.nodes.push_back({.tag = T::root});
    open_.push_back(0);
  }

  HtmlTree read() {
    while (at_ < source_.size()) {
      const std::size_t mark = std::min(source_.find('<', at_), source_.size());
      text(at_, mark);
      at_ = mark;
      if (at_ < source_.size()) markup();
    }
    flush_text();
    pop_to(0);
    tree_.nodes[0].end = size();
    return std::move(tree_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }
  Tag top() const { return tree_.nodes[open_.back()].tag; }

  void text(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (text_end_ != begin) {
      flush_text();
      text_begin_ = begin;
    }
    text_end_ = end;
  }

  void flush_text() {
    if (text_end_ > text_begin_) add({.tag = Tag::text, .source = span(text_begin_, text_end_)});
    text_begin_ = text_end_ = 0;
  }

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
  }

  std::uint32_t add(HtmlNode node) {
    node.parent = open_.back();
    node.end = size() + 1;
    tree_.nodes.push_back(node);
    return size() - 1;
  }

  // At '<'.
  void markup() {
    const char next = at_ + 1 < source_.size() ? source_[at_ + 1] : '\0';
    if (letter(next)) return start_tag();
    if (next == '/') {
      if (at_ + 2 < source_.size() && letter(source_[at_ + 2])) return end_tag();
      if (at_ + 2 >= source_.size()) return literal();
      return skip_to(">", 2);
    }
    if (source_.substr(at_, 4) == "<!--") {
      return comment();
    }
    if (foreign_ > 0 && source_.substr(at_, 9) == "<![CDATA[") return cdata();
    if (next == '!' || next == '?') return skip_to(">", 2);
    literal();
  }

  // Ends at "-->" or "--!>"; "<!-->" and "<!--->" are whole.
  void comment() {
    flush_text();
    for (at_ += 4; true; at_ += 1) {
      at_ = std::min(source_.find('>', at_), source_.size());
      if (at_ == source_.size()) return;
      const std::string_view before = source_.substr(0, at_);
      if (before.ends_with("--") || before.ends_with("--!")) break;
    }
    ++at_;
  }

  void cdata() {
    const std::size_t begin = at_ + 9;
    const std::size_t end = std::min(source_.find("]]>", begin), source_.size());
    flush_text();
    if (end > begin) add({.tag = Tag::text, .raw = true, .source = span(begin, end)});
    at_ = std::min(end + 3, source_.size());
  }

  void literal() {
    text(at_, at_ + 1);
    ++at_;
  }

  void skip_to(std::string_view close, std::size_t from) {
    flush_text();
    const std::size_t found = source_.find(close, at_ + from);
    at_ = found == std::string_view::npos ? source_.size() : found + close.size();
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < source_.size() && !blank(source_[at_]) && source_[at_] != '/' && source_[at_] != '>') ++at_;
    return source_.substr(begin, at_ - begin);
  }

  // Behind a tag's name, up to its '>'; true if the tag closes itself. Sets at_ to the end of the file if it never
  // ends.
  bool attributes(HtmlNode* node) {
    bool closed = false;
    std::uint32_t count = 0;
    if (node != nullptr) node->first_attribute = static_cast<std::uint32_t>(tree_.values.size());
    while (at_ < source_.size() && source_[at_] != '>') {
      if (blank(source_[at_]) || source_[at_] == '/') {
        closed = source_[at_] == '/';
        ++at_;
        continue;
      }
      closed = false;
      const std::size_t begin = at_;
      ++at_;  // a '=' in front belongs to the name
      while (at_ < source_.size() && !blank(source_[at_]) && source_[at_] != '/' && source_[at_] != '>' &&
             source_[at_] != '=')
        ++at_;
      const std::string_view key = source_.substr(begin, at_ - begin);
      std::size_t look = at_;
      while (look < source_.size() && blank(source_[look])) ++look;
      Span value = span(at_, at_);
      if (look < source_.size() && source_[look] == '=') {
        at_ = look + 1;
        while (at_ < source_.size() && blank(source_[at_])) ++at_;
        if (at_ < source_.size() && (source_[at_] == '"' || source_[at_] == '\'')) {
          const std::size_t quote = source_.find(source_[at_], at_ + 1);
          const std::size_t end = std::min(quote, source_.size());
          value = span(at_ + 1, end);
          at_ = quote == std::string_view::npos ? source_.size() : end + 1;
        } else {
          const std::size_t first = at_;
          while (at_ < source_.size() && !blank(source_[at_]) && source_[at_] != '>') ++at_;
          value = span(first, at_);
        }
      } else {
        at_ = look;
      }
      if (++count > most_attributes) {
        ++mends_.dropped_attributes;
        continue;
      }
      const std::optional<Attribute> known = node == nullptr ? std::nullopt : attribute_named(key);
      if (!known) continue;
      const auto first = tree_.values.begin() + node->first_attribute;
      if (std::none_of(first, tree_.values.end(), [&](const HtmlTree::Value& one) { return one.name == *known; }))
        tree_.values.push_back({*known, value});
    }
    if (node != nullptr) node->attributes = static_cast<std::uint32_t>(tree_.values.size()) - node->first_attribute;
    return closed;
  }

  void start_tag() {
    const std::size_t begin = at_++;
    const Tag tag = tag_named(name());
    HtmlNode node{.tag = tag};
    const bool closed = attributes(&node);
    if (at_ >= source_.size()) {  // a tag that the file's end cut off is no tag
      flush_text();
      return;
    }
    ++at_;
    flush_text();
    node.source = span(begin, at_);
    if (foreign_ == 0) imply_ends(tag);
    if (tag == T::html || tag == T::body || tag == T::head) {  // one of each; what a second one says is not needed
      if (tag == T::body) close_open(T::head);
      if (seen_[static_cast<std::size_t>(tag)]) return;
      seen_[static_cast<std::size_t>(tag)] = true;
    }
    if (open_.size() >= most_levels) {  // becomes a neighbour of the innermost element instead of its child
      pop_to(open_.size() - 1);
      ++mends_.flattened;
    }
    const std::uint32_t index = add(node);
    if (foreign_ > 0 ? closed : is_void(tag)) return;
    if (is_raw(tag) && foreign_ == 0) return raw_text(tag, index);
    if (tag == T::svg || tag == T::math) ++foreign_;
    ++count_[static_cast<std::size_t>(tag)];
    open_.push_back(index);
  }

  void raw_text(Tag tag, std::uint32_t index) {
    const std::string_view wanted = tag_names[static_cast<std::size_t>(tag)];
    std::size_t end = at_;
    while (true) {
      end = source_.find("</", end);
      if (end == std::string_view::npos) {
        end = source_.size();
        break;
      }
      std::size_t i = 0;
      while (i < wanted.size() && end + 2 + i < source_.size() && lower(source_[end + 2 + i]) == wanted[i]) ++i;
      const char behind = end + 2 + i < source_.size() ? source_[end + 2 + i] : '>';
      if (i == wanted.size() && (blank(behind) || behind == '>' || behind == '/')) break;
      end += 2;
    }
    if (end > at_) {
      HtmlNode node{.tag = Tag::text, .raw = tag != T::title && tag != T::textarea, .source = span(at_, end)};
      node.parent = index;
      node.end = size() + 1;
      tree_.nodes.push_back(node);
      tree_.nodes[index].end = size();
    }
    at_ = std::min(end + 2 + wanted.size(), source_.size());
    attributes(nullptr);
    if (at_ < source_.size()) ++at_;
  }

  void end_tag() {
    at_ += 2;
    const Tag tag = tag_named(name());
    attributes(nullptr);
    if (at_ < source_.size()) ++at_;
    flush_text();
    if (tag == T::br || tag == T::p) {
      if (tag == T::br || !close_open(T::p)) add({.tag = tag, .source = span(at_, at_)});
      return;
    }
    if (is_heading(tag)) {
      for (Tag one = T::h1; one <= T::h6; one = static_cast<Tag>(static_cast<int>(one) + 1))
        if (close_open(one)) return;
      return;
    }
    if (tag == T::body || tag == T::html) return;  // what comes behind still belongs to the page
    close_open(tag);
  }

  // Closes the innermost open element of that name, unless something stands between that its end tag cannot reach
  // through.
  bool close_open(Tag tag) {
    if (count_[static_cast<std::size_t>(tag)] == 0) return false;
    const bool phrase = !is_special(tag);
    const bool of_table = among(tag, {T::table, T::tbody, T::thead, T::tfoot, T::tr, T::td, T::th, T::caption});
    for (std::size_t i = open_.size(); i-- > 1;) {
      const Tag here = tree_.nodes[open_[i]].tag;
      if (here == tag) {
        pop_to(i);
        return true;
      }
      if (of_table ? (here == T::table || here == T::root) : phrase ? is_special(here) : is_scope(here)) return false;
      if (tag == T::p && here == T::button) return false;
      if (tag == T::li && among(here, {T::ul, T::ol})) return false;
    }
    return false;
  }

  void pop_to(std::size_t level) {
    while (open_.size() > std::max<std::size_t>(level, 1)) {
      HtmlNode& node = tree_.nodes[open_.back()];
      node.end = size();
      --count_[static_cast<std::size_t>(node.tag)];
      if (node.tag == T::svg || node.tag == T::math) --foreign_;
      open_.pop_back();
    }
  }

  // End tags that the standard implies before a start tag.
  void imply_ends(Tag tag) {
    if (closes_p(tag) && count_[static_cast<std::size_t>(T::p)] > 0) close_open(T::p);
    if (tag == T::li) close_open(T::li);
    if (tag == T::dd || tag == T::dt) {
      if (!close_open(T::dd)) close_open(T::dt);
    }
    if (is_heading(tag) && is_heading(top())) pop_to(open_.size() - 1);
    if (tag == T::option || tag == T::optgroup) close_open(T::option);
    if (tag == T::a) close_open(T::a);
    if (tag == T::button) close_open(T::button);
    if (tag == T::td || tag == T::th) {
      if (!close_open(T::td)) close_open(T::th);
    }
    if (tag == T::tr || tag == T::tbody || tag == T::thead || tag == T::tfoot) {
      if (!close_open(T::td)) close_open(T::th);
      close_open(T::tr);
      if (tag != T::tr && !close_open(T::tbody) && !close_open(T::thead)) close_open(T::tfoot);
    }
    // The body begins where no head element may stand.
    if (count_[static_cast<std::size_t>(T::head)] > 0 && top() == T::head &&
        !among(tag, {T::base, T::link, T::meta, T::noscript, T::script, T::style, T::title, T::other, T::template_}))
      close_open(T::head);
  }

  std::string_view source_;
  Mends& mends_;
  HtmlTree tree_{};
  std::size_t at_ = 0;
  std::size_t text_begin_ = 0;
  std::size_t text_end_ = 0;
  std::vector<std::uint32_t> open_{};
  std::array<std::uint32_t, 256> count_{};  // open elements by tag
  std::array<bool, 256> seen_{};
  int foreign_ = 0;  // open <svg> and <math>
};

}  // namespace

bool HtmlTree::has(std::uint32_t node, Attribute name) const {
  const HtmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attributes; ++i)
    if (values[one.first_attribute + i].name == name) return true;
  return false;
}

std::string HtmlTree::attribute(std::uint32_t node, Attribute name) const {
  const HtmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attributes; ++i)
    if (values[one.first_attribute + i].name == name)
      return decode_references(slice(source, values[one.first_attribute + i].source));
  return {};
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

HtmlTree read_html_tree(std::string_view source, Mends& mends) { return TreeReader(source, mends).read(); }

}  // namespace sayso::dispatch
