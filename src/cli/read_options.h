// What a user knows about a dispatch beforehand, as options: --url, --outlet, --title, --published, --encoding,
// --format; and what makes a claim of it: --attitudes.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "sayso/reading.h"

namespace sayso::cli {

void declare_read_options(CLI::App& parser, ReadOptions& options);
void declare_feeds(CLI::App& parser, std::vector<std::string>& feeds);  // --feed, for cli/feed_pointers.h
void declare_claim_options(CLI::App& parser, ReadOptions& options);

}  // namespace sayso::cli
