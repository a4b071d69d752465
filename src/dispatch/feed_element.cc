// Reads the parts of a feed that are several elements: <author><name>Anna Dovran</name></author> is a person, an
// <image> has an address, a title and a size, and what nobody knows is a field with its attributes. Leaves out on
// purpose: what stands deeper than one level in an unknown element.
#include "dispatch/feed_element.h"

#include "base/ascii.h"
#include "base/tsv.h"
#include "dispatch/feed_names.h"
#include "dispatch/feed_person.h"
#include "dispatch/relative_address.h"

namespace sayso::dispatch {
namespace {

constexpr std::size_t most_field_parts = 64;

}  // namespace

std::string FeedElement::name() const {
  const XmlNode& one = tree.nodes[node];
  return usual_name(tree.spaces[one.space], one.prefix(), one.local());
}

std::string FeedElement::local() const { return ascii_lowered(tree.nodes[node].local()); }

std::string FeedElement::words() const { return without_strays(trim(tree.text(node))); }

std::string FeedElement::attribute(std::string_view name) const {
  const XmlAttribute* const found = tree.attribute(node, name);
  return found == nullptr ? std::string() : without_strays(trim(found->value));
}

bool FeedElement::has_elements() const {
  for (std::uint32_t at = node + 1; at < tree.nodes[node].end; ++at)
    if (!tree.nodes[at].is_text()) return true;
  return false;
}

std::string FeedElement::address(std::string_view reference) const {
  std::string whole = resolve_address(context_in(tree, node, around).base, reference);
  return is_safe_address(whole) ? whole : std::string();
}

std::string FeedElement::address_of() const {
  for (const char* const name : {"href", "url", "uri"})
    if (has(name)) return address(attribute(name));
  return {};
}

FeedPerson person_in(const FeedElement& element) {
  if (!element.has_elements()) return read_person(element.words());
  FeedPerson one;
  element.each(context_in(element.tree, element.node, element.around), [&](const FeedElement& part) {
    const std::string name = part.local();
    if (name == "name") one.name = part.words();
    if (name == "email") one.email = part.words();
    if (name == "uri" || name == "url" || name == "homepage") one.url = part.address(part.words());
  });
  if (one.email.empty()) {
    const FeedPerson parted = read_person(one.name);
    if (!parted.email.empty()) one.name = parted.name, one.email = parted.email;
  }
  return one;
}

FeedImage image_in(const FeedElement& element, FeedImage known) {
  if (std::string href = element.address_of(); !href.empty()) known.url = std::move(href);
  if (!element.has_elements() && known.url.empty()) known.url = element.address(element.words());
  element.each(context_in(element.tree, element.node, element.around), [&](const FeedElement& part) {
    const std::string name = part.local();
    if (name == "url" || name == "href") known.url = part.address(part.words());
    if (name == "title") known.title = part.words();
    if (name == "link") known.link = part.address(part.words());
    if (name == "description") known.description = part.words();
    if (name == "width") known.width = part.words();
    if (name == "height") known.height = part.words();
  });
  return known;
}

FeedLink link_in(const FeedElement& element) {
  FeedLink one{.rel = element.attribute("rel"),
               .type = element.attribute("type"),
               .href = element.address_of(),
               .title = element.attribute("title"),
               .hreflang = element.attribute("hreflang"),
               .length = element.attribute("length")};
  if (one.href.empty()) one.href = element.address(element.words());
  if (one.rel.empty()) one.rel = "alternate";
  if (one.type.empty()) one.type = one.rel == "self" ? "application/atom+xml" : "text/html";
  return one;
}

FeedField field_in(const FeedElement& element) {
  FeedField one{.name = element.name()};
  const XmlNode& node = element.tree.nodes[element.node];
  for (std::uint32_t i = 0; i < node.attributes && one.parts.size() < most_field_parts; ++i) {
    const XmlAttribute& attribute = element.tree.attributes[node.first_attribute + i];
    const std::string key = ascii_lowered(attribute.name);
    if (key.starts_with("xmlns")) continue;
    const bool leads = key == "href" || key == "url" || key == "uri";
    one.parts.emplace_back(key, leads ? element.address(attribute.value) : without_strays(attribute.value));
  }
  if (element.has_elements()) {
    element.each(context_in(element.tree, element.node, element.around), [&](const FeedElement& part) {
      if (one.parts.size() >= most_field_parts || part.has_elements()) return;
      const std::string key = part.local();
      one.parts.emplace_back(key, key == "link" || key == "url" ? part.address(part.words()) : part.words());
    });
    return one;
  }
  one.value = element.words();
  if (one.name == "comments" || one.name == "docs" || one.name.starts_with("wfw:"))
    one.value = element.address(one.value);
  return one;
}

}  // namespace sayso::dispatch
