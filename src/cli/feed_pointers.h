// What feeds say of pages, by their addresses: facts for pages that do not give their own.
//
//     auto pointers = read_pointers({"kesh.rss", "dovran.atom"});
//     options.pointers = *pointers;      // asked once for each page: its title, outlet, authors, day, language
//
// Of several entries for one address the first counts, in the order of the feeds.
#pragma once

#include <string>
#include <vector>

#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::cli {

// Errors: unreadable, too_large, and wrong_use for a file that is no feed.
Result<PointerLookup> read_pointers(const std::vector<std::string>& feeds);

}  // namespace sayso::cli
