// A web page to the blocks of its article and what its metadata says.
#pragma once

#include <string_view>

#include "base/outlets.h"
#include "dispatch/page.h"
#include "sayso/reading.h"
#include "sayso/result.h"

namespace sayso::dispatch {

// Errors: no_article.
Result<Page> read_html(std::string_view source, const ReadOptions& options, const Outlets& outlets);

}  // namespace sayso::dispatch
