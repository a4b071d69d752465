// Finds a name among those we know: "BlockQuote" -> Tag::blockquote. A page asks for ten thousand names, so the
// question is a few instructions: the first and last four bytes, in lower case, are the key of a small table made by
// the compiler. Leaves out on purpose: names of drawings and formulas, whose words nobody reads.
#include "dispatch/html_names.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <type_traits>

namespace sayso::dispatch {
namespace {

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
static_assert(tag_names.size() == static_cast<std::size_t>(Tag::other));  // in the order of Tag

constexpr std::array<std::string_view, 17> attribute_names{
    "aria-hidden", "charset", "class", "content",  "datetime", "hidden", "href",  "id",  "itemprop",
    "itemtype",    "lang",    "name",  "property", "rel",      "role",   "style", "type"};
static_assert(attribute_names.size() == static_cast<std::size_t>(Attribute::type) + 1);  // in the order of Attribute

constexpr std::size_t longest_known = 11;

// Upper-case ASCII letters of eight bytes at once in lower case; other bytes stay as they are.
constexpr std::uint64_t lowered_bytes(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101;
  const std::uint64_t low = bytes & (0x7f * ones);
  const std::uint64_t from_a = low + (0x80 - 'A') * ones;
  const std::uint64_t beyond_z = low + (0x7f - 'Z') * ones;
  const std::uint64_t upper = ~bytes & (from_a ^ beyond_z) & (0x80 * ones);
  return bytes | upper >> 2;
}

constexpr std::uint64_t bytes_at(std::string_view name, std::size_t from, std::size_t count) {
  std::uint64_t bytes = 0;
  if (std::is_constant_evaluated() || count < 4) {
    for (std::size_t i = 0; i < count; ++i)
      bytes |= static_cast<std::uint64_t>(static_cast<unsigned char>(name[from + i])) << (8 * i);
    return bytes;
  }
  std::uint32_t four = 0;
  std::memcpy(&four, name.data() + from, 4);
  return four;
}

// The whole name, if it has up to eight bytes; with its size no two such names share it.
constexpr std::uint64_t key_of(std::string_view name) {
  if (name.size() < 4) return lowered_bytes(bytes_at(name, 0, name.size()));
  return lowered_bytes(bytes_at(name, 0, 4) | bytes_at(name, name.size() - 4, 4) << 32);
}

// Open addressing: a name stands at its key's place or behind it, before the first empty place.
template <std::size_t size, std::size_t count>
class NameNumbers {
 public:
  static constexpr std::uint8_t none = 255;

  explicit constexpr NameNumbers(const std::array<std::string_view, count>& names) : names_(names) {
    numbers_.fill(none);
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t at = place(key_of(names[i]), names[i].size());
      while (numbers_[at] != none) at = (at + 1) % size;
      keys_[at] = key_of(names[i]);
      numbers_[at] = static_cast<std::uint8_t>(i);
    }
  }

  std::uint8_t find(std::string_view name) const {
    if (name.empty() || name.size() > longest_known) return none;
    const std::uint64_t key = key_of(name);
    for (std::size_t at = place(key, name.size()); numbers_[at] != none; at = (at + 1) % size) {
      if (keys_[at] != key || names_[numbers_[at]].size() != name.size()) continue;
      if (name.size() <= 8 || same_middle(name, names_[numbers_[at]])) return numbers_[at];
    }
    return none;
  }

 private:
  static constexpr std::size_t place(std::uint64_t key, std::size_t length) {
    return (((key + length) * 0x9e3779b97f4a7c15u) >> 32) % size;
  }
  static bool same_middle(std::string_view name, std::string_view known) {
    return std::equal(name.begin() + 4, name.end() - 4, known.begin() + 4,
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
  }

  std::array<std::uint64_t, size> keys_{};
  std::array<std::uint8_t, size> numbers_{};
  std::array<std::string_view, count> names_;
};

constexpr NameNumbers<512, tag_names.size()> tag_numbers(tag_names);
constexpr NameNumbers<64, attribute_names.size()> attribute_numbers(attribute_names);

}  // namespace

Tag tag_named(std::string_view name) {
  const std::uint8_t number = tag_numbers.find(name);
  return number == tag_numbers.none ? Tag::other : static_cast<Tag>(number);
}

std::optional<Attribute> attribute_named(std::string_view name) {
  const std::uint8_t number = attribute_numbers.find(name);
  if (number == attribute_numbers.none) return std::nullopt;
  return static_cast<Attribute>(number);
}

}  // namespace sayso::dispatch
