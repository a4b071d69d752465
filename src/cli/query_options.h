// Which claims, as options: from words on the command line to a Query.
//
//     --side russian --where Izyum --on 2022-09-12   ->  Query{.side = "RUS", .where = "Izyum", .said_since …
//     .said_until …}
//
// Days may be months or years: --since 2022-09 is from the first, --until 2022-09 to the thirtieth.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "cli/knowledge.h"
#include "sayso/ledger.h"
#include "sayso/result.h"

namespace sayso::cli {

struct QueryWords {
  std::string who{}, side{}, where{}, what{}, act{}, outlet{}, text{}, box{};
  std::string on{}, since{}, until{}, happened_on{}, happened_since{}, happened_until{};
  bool all_revisions = false;
  bool every_copy = false;
  std::uint32_t limit = 0;
};

void declare_query(CLI::App& parser, QueryWords& words);

// Errors: wrong_use, naming the option.
Result<Query> query_of(const QueryWords& words, const KnowledgePaths& knowledge);

// The first and last day of "2022", "2022-09" or "2022-09-12".
struct Days {
  Day first{};
  Day last{};
};
std::optional<Days> days_of(std::string_view text);

// "47,36,50.5,38" as south, west, north, east.
std::optional<Box> box_of(std::string_view text);

}  // namespace sayso::cli
