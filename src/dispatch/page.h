// A page on its way: its blocks and what its metadata says, whatever the format.
#pragma once

#include <string>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

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
