// An XML file as a list of nodes in document order, read as far as it goes: linear in time and memory.
//
//     <item><title>Two &amp; more</title></item>     1 item  [1,4)   a node's descendants are those behind it up to its
//     end
//                                                    2 title [2,4)
//                                                    3 "Two & more"
//
// What is not well-formed (a bare ampersand, an end tag that fits nothing, a prefix that nobody declared) is mended as
// a person would read it, and the first fault is kept. Document types are passed over whole: no entity is ever expanded
// but the five of XML and the named characters of HTML, so that no file grows by being read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace sayso::dispatch {

struct XmlAttribute {
  std::string_view name{};  // as written, "xml:lang"
  std::string value{};      // references decoded
  std::uint32_t space = 0;  // the namespace behind its prefix, of XmlTree::spaces
};

struct XmlNode {
  std::string_view name{};  // as written, "dc:creator"; empty for text
  std::uint32_t space = 0;  // its namespace, of XmlTree::spaces
  std::string text{};       // of a text node, references decoded
  std::uint32_t parent = 0;
  std::uint32_t end = 0;  // the node behind the last descendant
  std::uint32_t first_attribute = 0;
  std::uint32_t attributes = 0;

  bool is_text() const { return name.empty(); }
  std::string_view prefix() const;  // "dc"; empty if there is none
  std::string_view local() const;   // "creator"
};

struct XmlTree {
  std::vector<XmlNode> nodes{};  // nodes[0] stands for the file
  std::vector<XmlAttribute> attributes{};
  std::vector<std::string> spaces{""};  // names of namespaces; the first is none
  std::string fault{};                  // the first, in plain words with its byte; empty: well-formed
  std::string doctype{};                // "rss PUBLIC …" of the first <!DOCTYPE>, without its inner part
  bool flattened = false;               // deeper than 512 levels somewhere

  // The attribute by its name as written, in any case; null if absent.
  const XmlAttribute* attribute(std::uint32_t node, std::string_view name) const;
  // The texts below a node, one behind the other.
  std::string text(std::uint32_t node) const;
};

// The tree points into `source`, which must outlive it. Limits: 512 levels (deeper elements become neighbours of the
// innermost), 1,000 attributes in one tag, four million elements, texts and attributes in all (the rest is passed over
// and is the fault).
XmlTree read_xml_tree(std::string_view source);

}  // namespace sayso::dispatch
