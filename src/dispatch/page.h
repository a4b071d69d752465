// A page on its way: its blocks and what its metadata says, whatever the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

// Of the headline and the time of an entry: what is longer is cut, since every part of a page that goes back to an
// entry holds them again.
constexpr std::size_t most_label_bytes = 1000;

// The text, or its first most_label_bytes up to a whole character.
inline std::string_view clip_label(std::string_view text) {
  if (text.size() <= most_label_bytes) return text;
  std::size_t size = most_label_bytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
  return text.substr(0, size);
}

// An entry of a live page: when it was written, and the rule that found it.
struct PageEntry {
  Found as{};
  Day day{};
  std::optional<Clock> clock{};
  std::string headline{};  // as JSON-LD has it
};

// An update of a live page as JSON-LD has it: its headline and text tell which paragraphs are its.
struct LiveUpdate {
  std::string text{};
  PageEntry entry{};
};

struct Page {
  std::vector<Block> blocks{};
  std::vector<Mark> metadata{};             // found outside the blocks, surest first; spans are empty
  bool claims_article = false;              // its metadata say that it is one
  std::vector<std::string> descriptions{};  // of the article, by the metadata
  std::vector<LiveUpdate> updates{};
  std::vector<PageEntry> entries{};  // Block::entry counts them
  std::string told{};                // the article's text as JSON-LD has it
  std::string language{};
  std::string language_rule{};
  Mends mends{};
  std::vector<std::string> notes{};
};

}  // namespace sayso::dispatch
