// Chooses what is known about the dispatch: options, then the page's metadata, then its lines, then its address.
#pragma once

#include <vector>

#include "base/outlets.h"
#include "dispatch/assembly.h"
#include "dispatch/page.h"
#include "sayso/dispatch.h"
#include "sayso/reading.h"

namespace sayso::dispatch {

// Fills url, title, outlet, byline, credit, language, published, modified and dates. REQUIRES: options.published is
// empty or a day.
void fill_facts(const Page& page, const std::vector<PlacedMark>& marks, const ReadOptions& options,
                const Outlets& outlets, Dispatch& dispatch);

}  // namespace sayso::dispatch
