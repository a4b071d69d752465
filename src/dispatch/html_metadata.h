// What a page says about itself outside its article: JSON-LD, meta elements, <time>, canonical link, <title>.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dispatch/block.h"
#include "dispatch/html_tree.h"
#include "dispatch/page.h"

namespace sayso::dispatch {

// Fills page.metadata (surest first), page.language and notes on JSON-LD that cannot be read.
void read_metadata(const HtmlTree& tree, Page& page);

// Marks of one JSON-LD script: of the first article in it, whether alone, in an array or in a @graph. False if it is
// not JSON.
bool read_json_ld(std::string_view json, std::vector<Mark>& marks, std::string& language, Page& page);

}  // namespace sayso::dispatch
