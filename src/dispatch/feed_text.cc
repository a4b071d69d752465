// Reads text constructs. Inline markup is written out as HTML (<title type="xhtml"><div>Two <b>hit</b></div></title>
// gives "Two <b>hit</b>"), escaped markup is HTML once its references are decoded, base64 is decoded if it holds UTF-8.
// Leaves out on purpose: content of other types than text, HTML and XML (pictures in base64 stay as they are).
// Source: RFC 4287 sections 3.1 and 4.1.3; Atom 0.3 section 3.1.
#include "dispatch/feed_text.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/ascii.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "dispatch/character_reference.h"
#include "dispatch/html_allowed.h"
#include "dispatch/html_cleaning.h"
#include "dispatch/relative_address.h"

namespace sayso::dispatch {
namespace {

void escape_markup(std::string& out, std::string_view text, bool attribute) {
  for (const char c : text) {
    if (c == '&') {
      out += "&amp;";
    } else if (c == '<') {
      out += "&lt;";
    } else if (c == '>') {
      out += "&gt;";
    } else if (c == '"' && attribute) {
      out += "&quot;";
    } else {
      out += c;
    }
  }
}

std::string type_of_text(std::string_view type) {
  std::string lower = ascii_lowered(trim(type));
  if (lower == "text" || lower == "plain") return "text/plain";
  if (lower == "html") return "text/html";
  if (lower == "xhtml") return "application/xhtml+xml";
  return lower;
}

std::optional<std::string> decode_base64(std::string_view text) {
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    int value = -1;
    if (c >= 'A' && c <= 'Z') value = c - 'A';
    if (c >= 'a' && c <= 'z') value = c - 'a' + 26;
    if (c >= '0' && c <= '9') value = c - '0' + 52;
    if (c == '+' || c == '-') value = 62;
    if (c == '/' || c == '_') value = 63;
    if (c == '=' || c == ' ' || c == '\n' || c == '\t' || c == '\r') continue;
    if (value < 0) return std::nullopt;
    bits = bits << 6 | static_cast<std::uint32_t>(value);
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>(static_cast<unsigned char>(bits >> count & 0xff));
    }
  }
  if (first_invalid(out) || out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

class MarkupWriter {
 public:
  explicit MarkupWriter(const XmlTree& tree) : tree_(tree) {}

  // The nodes inside `node` as HTML; with `escapes` text is escaped, with `without_div` the tags of <div> are left out.
  std::string write(std::uint32_t node, const FeedContext& context, bool escapes, bool without_div) {
    std::vector<FeedContext> contexts{context};
    std::vector<std::pair<std::uint32_t, std::string>> open;  // where it ends, its end tag
    for (std::uint32_t at = node + 1; at <= tree_.nodes[node].end; ++at) {
      while (!open.empty() && open.back().first <= at) {
        out_ += open.back().second;
        open.pop_back();
        contexts.pop_back();
      }
      if (at == tree_.nodes[node].end) break;
      const XmlNode& one = tree_.nodes[at];
      if (one.is_text()) {
        if (escapes) {
          escape_markup(out_, one.text, false);
        } else {
          out_ += one.text;
        }
        continue;
      }
      contexts.push_back(context_in(tree_, at, contexts.back()));
      const std::string name = ascii_lowered(one.local());
      if (without_div && name == "div") {
        open.emplace_back(one.end, "");
        continue;
      }
      open_tag(at, name, contexts.back());
      open.emplace_back(one.end, is_void_element(name) ? "" : "</" + name + ">");
    }
    return std::move(out_);
  }

 private:
  void open_tag(std::uint32_t node, const std::string& name, const FeedContext& context) {
    out_.append("<").append(name);
    const XmlNode& one = tree_.nodes[node];
    for (std::uint32_t i = 0; i < one.attributes; ++i) {
      const XmlAttribute& attribute = tree_.attributes[one.first_attribute + i];
      const std::string key = ascii_lowered(attribute.name);
      if (key.find(':') != std::string::npos || key == "xmlns") continue;
      out_.append(" ").append(key).append("=\"");
      escape_markup(out_, is_address_attribute(key) ? resolve_address(context.base, attribute.value) : attribute.value,
                    true);
      out_ += '"';
    }
    out_ += '>';
  }

  const XmlTree& tree_;
  std::string out_{};
};

bool has_elements(const XmlTree& tree, std::uint32_t node) {
  for (std::uint32_t at = node + 1; at < tree.nodes[node].end; ++at)
    if (!tree.nodes[at].is_text()) return true;
  return false;
}

// The one <div> that holds everything else, or `node` itself.
std::uint32_t inside_div(const XmlTree& tree, std::uint32_t node) {
  std::uint32_t only = 0;
  for (std::uint32_t at = node + 1; at < tree.nodes[node].end; at = tree.nodes[at].end) {
    if (tree.nodes[at].is_text() && trim(tree.nodes[at].text).empty()) continue;
    if (only != 0 || tree.nodes[at].is_text()) return node;
    only = at;
  }
  return only != 0 && ascii_lowered(tree.nodes[only].local()) == "div" ? only : node;
}

std::string value_of(const XmlTree& tree, std::uint32_t node, std::string_view name) {
  const XmlAttribute* const found = tree.attribute(node, name);
  return found == nullptr ? std::string() : found->value;
}

}  // namespace

FeedContext context_in(const XmlTree& tree, std::uint32_t node, const FeedContext& around) {
  FeedContext context = around;
  const XmlAttribute* base = tree.attribute(node, "xml:base");
  if (base == nullptr && ascii_lowered(tree.nodes[node].name) == "channel")
    base = tree.attribute(node, "base");  // of CDF
  if (base != nullptr) {
    const std::string resolved = resolve_address(around.base, base->value);
    if (resolved.size() <= longest_base && is_safe_address(resolved)) context.base = resolved;
  }
  if (const XmlAttribute* const language = tree.attribute(node, "xml:lang")) {
    context.language = language->value.substr(0, 35);
    std::replace(context.language.begin(), context.language.end(), '_', '-');
  }
  return context;
}

std::string without_strays(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t character = next_code_point(text, at);
    if (character >= 0x80 && character < 0xa0) {
      out += read_reference("&#" + std::to_string(static_cast<unsigned>(character)) + ";", true).text;
    } else {
      out += text.substr(begin, at - begin);
    }
  }
  return out;
}

FeedText finished(FeedText text) {
  text.value = without_strays(trim(text.value));
  if (text.is_html()) text.value = std::string(trim(clean_html(text.value, text.base)));
  return text;
}

FeedText read_feed_text(const XmlTree& tree, std::uint32_t node, const FeedContext& around, std::string_view type,
                        bool guesses, bool unwraps) {
  const FeedContext context = context_in(tree, node, around);
  FeedText text{.type = type_of_text(value_of(tree, node, "type")), .base = context.base, .language = context.language};
  if (text.type.empty()) text.type = type;
  const std::string mode = ascii_lowered(value_of(tree, node, "mode"));
  bool of_xml = text.type.ends_with("xml");
  if (has_elements(tree, node)) {
    const bool bare = !of_xml;  // markup in a text that does not say so
    if (bare) text.type = "application/xhtml+xml";
    const std::uint32_t from = unwraps && !bare ? inside_div(tree, node) : node;
    const FeedContext inner = from == node ? context : context_in(tree, from, context);
    text.value = MarkupWriter(tree).write(from, inner, of_xml, bare);
    if (of_xml) text.type = "application/xhtml+xml";
    return finished(std::move(text));
  }
  text.value = tree.text(node);
  const bool binary = !text.type.starts_with("text/") && !of_xml;
  if (mode == "base64" || binary)
    if (std::optional<std::string> decoded = decode_base64(text.value)) text.value = *std::move(decoded);
  if (of_xml && mode != "base64" && mode != "escaped") {
    std::string escaped;
    escape_markup(escaped, text.value, false);
    text.value = std::move(escaped);
  }
  if (guesses && text.type == "text/plain" && seems_html(text.value)) text.type = "text/html";
  return finished(std::move(text));
}

}  // namespace sayso::dispatch
