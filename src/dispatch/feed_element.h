// One element of a feed, with what stands around it: its words, attributes and addresses as a feed keeps them.
//
//     <link href="../b" title=" Two "/> in https://kesh.example/a/
//         address_of()  "https://kesh.example/b";  attribute("title")  "Two"
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "dispatch/feed.h"
#include "dispatch/feed_text.h"
#include "dispatch/xml_tree.h"

namespace sayso::dispatch {

struct FeedElement {
  const XmlTree& tree;
  std::uint32_t node = 0;
  const FeedContext& around;  // of the element it stands in

  std::string name() const;   // "dc:creator", see usual_name
  std::string local() const;  // "creator", lower case
  std::string words() const;  // without white space at the ends
  std::string attribute(std::string_view name) const;
  bool has(std::string_view name) const { return tree.attribute(node, name) != nullptr; }
  bool has_elements() const;

  // An address in it, whole; empty if it is dangerous.
  std::string address(std::string_view reference) const;
  // That of its href, url or uri, whichever it has.
  std::string address_of() const;

  // Calls `visit(FeedElement)` for each element in it. REQUIRES: `inner` is the context inside it, and outlives the
  // call.
  template <typename Visit>
  void each(const FeedContext& inner, Visit visit) const {
    for (std::uint32_t at = node + 1; at < tree.nodes[node].end; at = tree.nodes[at].end)
      if (!tree.nodes[at].is_text()) visit(FeedElement{tree, at, inner});
  }
};

// Parts that several elements have. People: Atom's <name>, <email>, <uri>, or one line of text.
FeedPerson person_in(const FeedElement& element);
FeedImage image_in(const FeedElement& element, FeedImage known);
FeedLink link_in(const FeedElement& element);
FeedField field_in(const FeedElement& element);

}  // namespace sayso::dispatch
