// Tells what each paragraph of a text or Markdown page is: headline, date, byline, credit, body, pointer, address.
//
//     # Bridge hit at Dovran        headline    title by "markdown:h1"
//     September 12, 2022            dateline    published by "date-line"
//     **Varnia Press / Handout**    credit
//     The bridge was hit …          body
//     Related article: [Two …](#)   related
//     Original url:                 address
//     <https://kesh.example/…>      address     url
#pragma once

#include <vector>

#include "base/outlets.h"
#include "dispatch/block.h"
#include "sayso/reading.h"

namespace sayso::dispatch {

// Sets kinds and marks. Blocks that the reader has decided keep their kind.
void name_parts(std::vector<Block>& blocks, const Outlets& outlets, const ReadOptions& options);

}  // namespace sayso::dispatch
