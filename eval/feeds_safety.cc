// Reads tags by one strict form, <name a="…" b="…"> or <name />, and complains of the first thing that is not harmless.
// Anything else behind a '<' is a danger by itself: some reader may take it for a tag that we did not see.
#include "feeds_safety.h"

#include <algorithm>
#include <array>
#include <vector>

#include "dispatch/character_reference.h"

namespace sayso::eval {
namespace {

constexpr std::array<std::string_view, 26> dangerous_elements{
    "applet", "base",   "basefont",  "bgsound", "body",  "embed", "frame", "frameset", "head",
    "html",   "iframe", "isindex",   "layer",   "link",  "math",  "meta",  "noembed",  "noframes",
    "object", "param",  "plaintext", "script",  "style", "svg",   "title", "xmp"};

constexpr std::array<std::string_view, 12> harmless_schemes{"http", "https", "ftp", "mailto", "news", "nntp",
                                                            "tel",  "sms",   "irc", "magnet", "feed", "gopher"};

bool letter(char c) { return c >= 'a' && c <= 'z'; }
bool in_name(char c) { return letter(c) || (c >= '0' && c <= '9') || c == '-' || c == ':'; }

std::string without_blanks(std::string_view text) {  // lower case, without blanks and controls
  std::string out;
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 0x20) out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return out;
}

std::string danger_in_style(std::string_view style) {
  const std::string text = without_blanks(dispatch::decode_references(style));
  for (const std::string_view word :
       {"expression", "javascript", "vbscript", "behavior", "-moz-binding", "@import", "url(", "\\", "/*", "<", "&#"})
    if (text.find(word) != std::string::npos) return std::string("style with ").append(word);
  for (std::size_t at = text.find('('); at != std::string::npos; at = text.find('(', at + 1))
    if (at < 3 || text.compare(at - 3, 3, "rgb") != 0) return "style with a function";
  return {};
}

std::string danger_in_attribute(const std::string& name, std::string_view value) {
  if (name.starts_with("on")) return "attribute " + name;
  if (name.starts_with("xmlns") || name == "srcdoc" || name == "formaction" || name == "http-equiv" || name == "srcset")
    return "attribute " + name;
  if (name == "style") return danger_in_style(value);
  const bool leads = name == "href" || name == "src" || name == "action" || name == "background" || name == "cite" ||
                     name == "data" || name == "dynsrc" || name == "lowsrc" || name == "longdesc" || name == "icon" ||
                     name == "poster" || name == "ping" || name == "usemap" || name == "vrml" || name == "urn" ||
                     name == "template";
  return leads ? danger_in_address(dispatch::decode_references(value)) : std::string();
}

}  // namespace

std::string danger_in_address(std::string_view address) {
  const std::string text = without_blanks(address);
  const std::size_t stop = text.find_first_of(":/?#");
  if (stop == std::string::npos || text[stop] != ':') return {};
  const std::string scheme = text.substr(0, stop);
  const bool harmless = std::find(harmless_schemes.begin(), harmless_schemes.end(), scheme) != harmless_schemes.end();
  return harmless ? std::string() : "scheme " + scheme;
}

std::string danger_in_html(std::string_view html) {
  for (std::size_t at = html.find('<'); at != std::string_view::npos; at = html.find('<', at)) {
    ++at;
    const bool end = at < html.size() && html[at] == '/';
    if (end) ++at;
    const std::size_t begin = at;
    while (at < html.size() && in_name(html[at])) ++at;
    const std::string name(html.substr(begin, at - begin));
    if (name.empty() || !letter(name[0])) return "a bare '<'";
    if (std::find(dangerous_elements.begin(), dangerous_elements.end(), name) != dangerous_elements.end())
      return "element " + name;
    while (!end && at < html.size() && html[at] == ' ' && at + 1 < html.size() && html[at + 1] != '/') {
      const std::size_t first = ++at;
      while (at < html.size() && in_name(html[at])) ++at;
      const std::string attribute(html.substr(first, at - first));
      if (attribute.empty() || html.substr(at, 2) != "=\"") return "a tag in another form";
      const std::size_t quote = html.find('"', at + 2);
      if (quote == std::string_view::npos) return "a tag in another form";
      const std::string_view value = html.substr(at + 2, quote - at - 2);
      if (value.find_first_of("<>") != std::string_view::npos) return "a tag in a value";
      if (std::string danger = danger_in_attribute(attribute, value); !danger.empty()) return danger;
      at = quote + 1;
    }
    if (html.substr(at, 3) == " />") {
      at += 3;
    } else if (at < html.size() && html[at] == '>') {
      ++at;
    } else {
      return "a tag in another form";
    }
  }
  return {};
}

std::string danger_in_words(std::string_view words) {
  const std::string text = without_blanks(words);
  for (const std::string_view sign : {"<script", "javascript:", "vbscript:", "expression(", "onerror=", "<iframe"})
    if (text.find(sign) != std::string::npos) return std::string("words with ").append(sign);
  return {};
}

}  // namespace sayso::eval
