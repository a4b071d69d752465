// What a user knows about a dispatch beforehand, as options: --url, --outlet, --title, --published, --encoding,
// --format; and what makes a claim of it: --attitudes.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "sayso/reading.h"

namespace sayso::cli {

void declare_read_options(CLI::App& parser, ReadOptions& options);

// For a parser's final callback: an address belongs to one dispatch; given to several pages it would make them versions
// of one another. Throws CLI::ValidationError.
void refuse_one_address_for_many(const ReadOptions& options, const std::vector<std::string>& paths,
                                 const std::vector<std::string>& lists = {});
void declare_feeds(CLI::App& parser, std::vector<std::string>& feeds);  // --feed, for cli/feed_pointers.h
void declare_claim_options(CLI::App& parser, ReadOptions& options);

}  // namespace sayso::cli
