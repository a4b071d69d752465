// The facts that stand in a feed's head, in an entry, or in an entry's source.
//
//     <item><title>Two hit</title><dc:creator>Anna Dovran</dc:creator></item>   title, authors[0].name
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dispatch/feed.h"
#include "dispatch/feed_text.h"
#include "dispatch/xml_tree.h"

namespace sayso::dispatch {

struct FactSettings {
  bool guesses = false;  // plain text that looks like HTML is HTML
  bool unwraps = false;  // XHTML stands in a <div> that is not part of it
};

// "dc:creator" of a node, see usual_name.
std::string usual_name_of(const XmlTree& tree, std::uint32_t node);

// Reads the children of `node` into `facts`; `entry` is the same object if it is an entry, else null. Entries and heads
// inside are not read but added to `entries`, if there is one.
void read_facts(const XmlTree& tree, std::uint32_t node, const FeedContext& around, const FactSettings& settings,
                FeedFacts& facts, FeedEntry* entry, std::vector<std::uint32_t>* entries);

// As if `child` alone stood in `node`, which is a feed's.
void read_facts_of(const XmlTree& tree, std::uint32_t node, std::uint32_t child, const FeedContext& around,
                   const FactSettings& settings, FeedFacts& facts);

}  // namespace sayso::dispatch
