// A page on its way: its blocks and what its metadata says, whatever the format.
#pragma once

#include <string>
#include <vector>

#include "dispatch/block.h"

namespace sayso::dispatch {

struct Page {
  std::vector<Block> blocks{};
  std::vector<Mark> metadata{};             // found outside the blocks, surest first; spans are empty
  std::vector<std::string> descriptions{};  // of the article, by the metadata
  std::string told{};                       // the article's text as JSON-LD has it
  std::string language{};
  std::string language_rule{};
  Mends mends{};
  std::vector<std::string> notes{};
};

}  // namespace sayso::dispatch
