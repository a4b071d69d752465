// What an element of a feed is, whatever prefix its writer chose.
//
//     usual_name("http://purl.org/dc/elements/1.1/", "foo", "Creator")   "dc:creator"
//     usual_name("http://www.w3.org/2005/Atom", "", "entry")             "entry"
//     part_of("dc:creator")                                              Part::author
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace sayso::dispatch {

// Lower case, with the prefix that its namespace usually has; the namespaces of RSS and Atom have none. Of an unknown
// namespace the writer's prefix stays.
std::string usual_name(std::string_view space, std::string_view prefix, std::string_view local);

// Which part of the feed an element fills.
enum class Part : std::uint8_t {
  field,    // none of its own: kept as it stands
  wrapper,  // holds elements of the entry it stands in
  entry,
  head,
  title,
  summary,  // a second one in an entry is its content
  content,
  info,
  rights,
  author,
  contributor,
  publisher,
  link,
  license,
  enclosure,
  id,
  category,
  keywords,  // several categories, parted by commas or spaces
  published,
  updated,
  created,
  expired,
  valid,
  language,
  generator,
  icon,
  logo,
  image,
  source,
  place,
};

struct Element {
  std::string_view name{};
  Part part = Part::field;
  std::string_view type = "text/plain";  // of a text that names no type
  std::uint8_t rank = 1;                 // of two that fill one place the lower stays; equal ones: the first
};

// Part::field for what is not in the table.
const Element& element_named(std::string_view usual_name);

}  // namespace sayso::dispatch
