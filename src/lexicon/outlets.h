// data/lexicons/outlets.tsv as a table: host, name, country, kind.
//
//     auto outlets = read_outlets("data/lexicons/outlets.tsv");
//     outlets->by_host("themoscowtimes.com")->name == "The Moscow Times"
#pragma once

#include <filesystem>

#include "base/outlets.h"
#include "sayso/result.h"

namespace sayso {

// Errors: unreadable; bad_rule for a row without host or name, a host twice, a country that is not three capitals or a
// kind that is none of agency, outlet, official.
Result<Outlets> read_outlets(const std::filesystem::path& path);

}  // namespace sayso
