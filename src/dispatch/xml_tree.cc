// Reads XML, well-formed or not: "<a>Q & A<b></a>" gives a, "Q & A", b, and the fault "a bare ampersand at byte 5".
// An end tag closes the innermost open element of its name, in any case of letters, and all within; if none is open it
// is passed over. An item that was never closed ends where the next begins. A section or comment without an end is
// taken as text up to the next end tag. Leaves out on purpose: document types (they are skipped), and the finer rules
// of names. Source: XML 1.0, fifth edition; Namespaces in XML 1.0.
#include "dispatch/xml_tree.h"

#include <algorithm>
#include <optional>
#include <unordered_map>

#include "base/ascii.h"
#include "dispatch/mark_finder.h"
#include "dispatch/xml_prefixes.h"
#include "dispatch/xml_text.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_xml_levels = 512;
constexpr std::size_t most_element_attributes = 1000;
constexpr std::size_t most_pieces =
    4'000'000;  // elements, texts and attributes: they take more room than they are written in
constexpr std::string_view xml_space = "http://www.w3.org/XML/1998/namespace";

bool same_letters(std::string_view a, std::string_view b) {
  return a.size() == b.size() &&
         std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return ascii_lower(x) == ascii_lower(y); });
}

class XmlTreeReader {
 public:
  explicit XmlTreeReader(std::string_view source) : source_(source) {
    tree_.nodes.push_back({});
    open_.push_back(0);
  }

  XmlTree read() {
    while (at_ < source_.size()) {
      if (tree_.nodes.size() + tree_.attributes.size() >= most_pieces) {
        fault("more than four million elements and attributes; the rest is passed over");
        break;
      }
      const std::size_t mark = std::min(source_.find('<', at_), source_.size());
      if (mark > at_) text(at_, mark);
      at_ = mark;
      if (at_ < source_.size()) markup();
    }
    if (open_.size() > 1) fault("the file ends before its elements do");
    if (!rooted_) fault("the file holds no element");
    pop_to(1);
    tree_.nodes[0].end = size();
    tree_.spaces = prefixes_.take_spaces();
    return std::move(tree_);
  }

 private:
  std::uint32_t size() const { return static_cast<std::uint32_t>(tree_.nodes.size()); }

  void fault(std::string_view what) {
    if (tree_.fault.empty()) tree_.fault = std::string(what) + " (byte " + std::to_string(at_) + ")";
  }

  void add_text(std::string_view text) {
    if (text.empty()) return;
    XmlNode& last = tree_.nodes.back();
    if (size() > 1 && last.is_text() && last.parent == open_.back()) {
      last.text += text;
      return;
    }
    tree_.nodes.push_back({.text = std::string(text), .parent = open_.back(), .end = size() + 1});
  }

  void text(std::size_t begin, std::size_t end) {
    const std::string decoded = decode(source_.substr(begin, end - begin));
    if (open_.size() == 1) {  // around the root
      if (std::any_of(decoded.begin(), decoded.end(), [](char c) { return !is_xml_space(c); }) &&
          !decoded.starts_with("\xef\xbb\xbf"))
        fault("text outside the root element");
      return;
    }
    add_text(decoded);
  }

  std::string decode(std::string_view text) {
    const char* complaint = nullptr;
    std::string decoded = decode_xml_text(text, !tree_.doctype.empty(), complaint);
    if (complaint != nullptr) fault(complaint);
    return decoded;
  }

  // At '<'.
  void markup() {
    const std::string_view rest = source_.substr(at_);
    const char next = rest.size() > 1 ? rest[1] : '\0';
    if (begins_xml_name(next)) return start_tag();
    if (next == '/' && rest.size() > 2 && begins_xml_name(rest[2])) return end_tag();
    if (rest.starts_with("<!--")) return skip(comments_, 4, "a comment without an end");
    if (rest.starts_with("<![CDATA[")) return section();
    if (next == '?') return skip(instructions_, 2, "an instruction without an end");
    if (next == '!' && same_letters(rest.substr(2, 7), "doctype")) return doctype();
    fault("a bare '<'");
    if (open_.size() > 1) add_text("<");
    ++at_;
  }

  void skip(MarkFinder& finder, std::size_t from, std::string_view complaint) {
    const std::size_t found = finder.from(source_, at_ + from);
    if (found == std::string_view::npos) {
      fault(complaint);
      at_ = std::min(closings_.from(source_, at_ + from), source_.size());
      return;
    }
    at_ = found + finder.what.size();
  }

  void section() {
    const std::size_t begin = at_ + 9;
    std::size_t end = sections_.from(source_, begin);
    const bool closed = end != std::string_view::npos;
    if (!closed) {
      fault("a CDATA section without an end");
      end = std::min(ends_.from(source_, begin), source_.size());
    }
    if (open_.size() > 1) {
      const char* complaint = nullptr;
      add_text(plain_xml_text(source_.substr(begin, end - begin), complaint));
      if (complaint != nullptr) fault(complaint);
    } else {
      fault("text outside the root element");
    }
    at_ = closed ? end + 3 : end;
  }

  // To its '>', over an inner part in brackets, quoted words and comments.
  void doctype() {
    if (!tree_.doctype.empty()) return skip(closings_, 9, "a document type without an end");
    tree_.doctype = " ";  // looked through once only
    std::size_t at = at_ + 9;
    const std::size_t begin = at;
    std::size_t head = 0;
    int brackets = 0;
    while (at < source_.size()) {
      const char c = source_[at];
      if (c == '"' || c == '\'') {
        const std::size_t quote = source_.find(c, at + 1);
        if (quote == std::string_view::npos) break;
        at = quote;
      } else if (brackets > 0 && source_.substr(at, 4) == "<!--") {
        const std::size_t close = source_.find("-->", at + 4);
        if (close == std::string_view::npos) break;
        at = close + 2;
      } else if (c == '[') {
        if (brackets++ == 0) head = at;
      } else if (c == ']') {
        brackets = std::max(0, brackets - 1);
      } else if (c == '>' && brackets == 0) {
        tree_.doctype += source_.substr(std::min(begin, at), (head > 0 ? head : at) - std::min(begin, at));
        at_ = at + 1;
        return;
      }
      ++at;
    }
    fault("a document type without an end");
    const std::size_t close = source_.find('>', at_);
    at_ = close == std::string_view::npos ? source_.size() : close + 1;
  }

  std::string_view name() {
    const std::size_t begin = at_;
    while (at_ < source_.size() && in_xml_name(source_[at_])) ++at_;
    return source_.substr(begin, at_ - begin);
  }

  void start_tag() {
    const std::size_t begin = at_++;
    XmlNode node{.name = name()};
    node.first_attribute = static_cast<std::uint32_t>(tree_.attributes.size());
    const bool closed = attributes(begin);
    node.attributes = static_cast<std::uint32_t>(tree_.attributes.size()) - node.first_attribute;
    imply_end(node.name);
    if (open_.size() == 1) {
      if (rooted_) fault("a second root element");
      rooted_ = true;
    }
    if (open_.size() >= most_xml_levels) {
      tree_.flattened = true;
      pop_to(open_.size() - 1);
    }
    node.parent = open_.back();
    node.end = size() + 1;
    tree_.nodes.push_back(node);
    open_.push_back(size() - 1);
    ++count_[ascii_lowered(node.name)];
    declare(node);
    tree_.nodes.back().space = space_of(node.name);
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
      XmlAttribute& one = tree_.attributes[node.first_attribute + i];
      if (one.name.find(':') != std::string_view::npos) one.space = space_of(one.name);
    }
    if (closed) pop_to(open_.size() - 1);
  }

  // Up to and with '>'; true if the tag closes itself.
  bool attributes(std::size_t tag) {
    const std::size_t first = tree_.attributes.size();
    while (true) {
      const std::size_t before = at_;
      while (at_ < source_.size() && is_xml_space(source_[at_])) ++at_;
      if (at_ >= source_.size()) break;
      if (source_[at_] == '>') return ++at_, false;
      if (source_[at_] == '/' && at_ + 1 < source_.size() && source_[at_ + 1] == '>') return at_ += 2, true;
      if (source_[at_] == '<') {  // the tag was never closed; another begins
        fault("a tag without an end");
        return false;
      }
      if (!begins_xml_name(source_[at_])) {
        fault("a character that no tag may hold");
        ++at_;
        continue;
      }
      if (before == at_) fault("no space in front of an attribute");
      XmlAttribute one{.name = name()};
      while (at_ < source_.size() && is_xml_space(source_[at_])) ++at_;
      if (at_ < source_.size() && source_[at_] == '=') {
        ++at_;
        while (at_ < source_.size() && is_xml_space(source_[at_])) ++at_;
        one.value = value();
      } else {
        fault("an attribute without a value");
      }
      const auto begin = tree_.attributes.begin() + static_cast<std::ptrdiff_t>(first);
      if (tree_.attributes.size() - first >= most_element_attributes) continue;
      // Few attributes are compared one by one; a tag with many is not worth the time.
      if (tree_.attributes.size() - first < 32 &&
          std::any_of(begin, tree_.attributes.end(),
                      [&](const XmlAttribute& other) { return other.name == one.name; })) {
        fault("an attribute twice");
        continue;
      }
      tree_.attributes.push_back(std::move(one));
    }
    at_ = source_.size();
    if (tag < source_.size()) fault("the file ends inside a tag");
    return false;
  }

  std::string value() {
    if (at_ >= source_.size()) return {};
    const char quote = source_[at_];
    std::size_t begin = at_, end = at_;
    if (quote == '"' || quote == '\'') {
      begin = at_ + 1;
      end = (quote == '"' ? double_quotes_ : single_quotes_).from(source_, begin);
      if (end == std::string_view::npos) {
        fault("an attribute's value without an end");
        end = std::min(closings_.from(source_, begin), source_.size());
        at_ = end;
      } else {
        at_ = end + 1;
      }
    } else {
      fault("an attribute's value without quotation marks");
      while (end < source_.size() && !is_xml_space(source_[end]) && source_[end] != '>') ++end;
      at_ = end;
    }
    const std::string_view raw = source_.substr(begin, end - begin);
    if (raw.find('<') != std::string_view::npos) fault("a '<' in an attribute's value");
    std::string decoded = decode(raw);
    for (char& c : decoded)
      if (is_xml_space(c)) c = ' ';
    return decoded;
  }

  void end_tag() {
    at_ += 2;
    const std::string_view wanted = name();
    while (at_ < source_.size() && is_xml_space(source_[at_])) ++at_;
    if (at_ < source_.size() && source_[at_] == '>') {
      ++at_;
    } else {
      fault("an end tag without an end");
      at_ = std::min(source_.find_first_of("<>", at_), source_.size());
      if (at_ < source_.size() && source_[at_] == '>') ++at_;
    }
    const auto counted = count_.find(ascii_lowered(wanted));
    if (counted == count_.end() || counted->second == 0) {
      fault("an end tag that closes nothing");
      return;
    }
    std::size_t level = open_.size();
    while (level-- > 1)
      if (same_letters(tree_.nodes[open_[level]].name, wanted)) break;
    if (level + 1 != open_.size()) fault("an end tag that closes more than its own");
    if (tree_.nodes[open_[level]].name != wanted) fault("an end tag in other letters");
    pop_to(level);
  }

  // A feed's item in a feed's item is one that was never closed, unless it is somebody's content.
  void imply_end(std::string_view name) {
    if (!same_letters(name, "item") && !same_letters(name, "entry")) return;
    const auto counted = count_.find(ascii_lowered(name));
    if (counted == count_.end() || counted->second == 0) return;
    for (std::size_t level = open_.size(); level-- > 1;) {
      const std::string_view here = tree_.nodes[open_[level]].name;
      if (same_letters(here, "content")) return;
      if (!same_letters(here, name)) continue;
      fault("an item that was never closed");
      return pop_to(level);
    }
  }

  void pop_to(std::size_t level) {
    while (open_.size() > level) {
      XmlNode& node = tree_.nodes[open_.back()];
      node.end = size();
      --count_[ascii_lowered(node.name)];
      open_.pop_back();
      prefixes_.close_to(open_.size());
    }
  }

  void declare(const XmlNode& node) {
    for (std::uint32_t i = 0; i < node.attributes; ++i) {
      const XmlAttribute& one = tree_.attributes[node.first_attribute + i];
      const bool whole = one.name == "xmlns";
      if (!whole && !one.name.starts_with("xmlns:")) continue;
      const std::string_view prefix = whole ? std::string_view() : one.name.substr(6);
      prefixes_.declare(prefix, one.value, open_.size());
    }
  }

  std::uint32_t space_of(std::string_view name) {
    const std::size_t colon = name.find(':');
    const std::string_view prefix = colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
    if (prefix == "xml") return prefixes_.number_of(std::string(xml_space));
    if (prefix == "xmlns") return 0;
    const std::optional<std::uint32_t> found = prefixes_.find(prefix);
    if (!found && !prefix.empty()) fault("a prefix that nobody declared");
    return found.value_or(0);
  }

  std::string_view source_;
  XmlTree tree_{};
  std::size_t at_ = 0;
  bool rooted_ = false;
  std::vector<std::uint32_t> open_{};
  std::unordered_map<std::string, std::uint32_t> count_{};  // open elements by lower-case name
  XmlPrefixes prefixes_{};
  MarkFinder comments_{"-->"}, instructions_{"?>"}, sections_{"]]>"}, closings_{">"}, ends_{"</"}, double_quotes_{"\""},
      single_quotes_{"'"};
};

}  // namespace

std::string_view XmlNode::prefix() const {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? std::string_view() : name.substr(0, colon);
}

std::string_view XmlNode::local() const {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

const XmlAttribute* XmlTree::attribute(std::uint32_t node, std::string_view name) const {
  const XmlNode& one = nodes[node];
  for (std::uint32_t i = 0; i < one.attributes; ++i)
    if (same_letters(attributes[one.first_attribute + i].name, name)) return &attributes[one.first_attribute + i];
  return nullptr;
}

std::string XmlTree::text(std::uint32_t node) const {
  std::string out = nodes[node].text;
  for (std::uint32_t i = node + 1; i < nodes[node].end; ++i) out += nodes[i].text;
  return out;
}

XmlTree read_xml_tree(std::string_view source) { return XmlTreeReader(source).read(); }

}  // namespace sayso::dispatch
