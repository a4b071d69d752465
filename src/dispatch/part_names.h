// What the class and id of a part of a page say about it: "c-related__list" is furniture, "article-standfirst" an
// opening, "wp-caption-text" words under a picture.
//
//     PartNames names; names.read("l-box relatedLinks");   names.furniture.any(), !names.caption
//
// Sites choose these names freely; the reader of a page weighs them against the text that stands there.
#pragma once

#include <bitset>
#include <cstddef>
#include <string_view>

namespace sayso::dispatch {

constexpr std::size_t furniture_name_count = 87;

struct PartNames {
  std::bitset<furniture_name_count> furniture{};  // by word of the list
  bool under_article = false;                     // of them those that pages put under their article at any length
  bool caption = false;
  bool opening = false;  // the lines between headline and first paragraph
  bool hidden = false;   // by a class that hides on every screen

  // Adds what a class or id says: its whole words, also those of "relatedLinks" and "c-related__list", and two of them
  // in a row ("fact-box" is "factbox"). Reads at most 2,000 bytes.
  void read(std::string_view names);
};

}  // namespace sayso::dispatch
