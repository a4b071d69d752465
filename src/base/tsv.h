// Tab-separated knowledge: one header comment, then rows.
//
//     # Roles that speak for a body.
//     # columns: word number kind
//     # source: written for sayso   licence: Apache-2.0
//     spokesman<TAB>singular<TAB>person
//
// Lines that begin with '#' are comments, empty lines are passed over. The `# columns:` line must be there and must
// name the columns the reader asks for, in order: a moved column is an error, not a silent shift.
#pragma once

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

struct TsvRow {
  std::uint32_t line = 0;            // 1-based
  std::vector<std::string> cells{};  // as many as there are columns; short rows are an error, empty cells are fine
};

// Errors: unreadable; bad_rule with "file:line" for a missing or different `# columns:`, a wrong number of cells, or
// bytes that are not UTF-8.
Result<std::vector<TsvRow>> read_tsv(const std::filesystem::path& path,
                                     std::initializer_list<std::string_view> columns);
Result<std::vector<TsvRow>> parse_tsv(std::string_view text, std::string_view name,
                                      std::initializer_list<std::string_view> columns);

std::vector<std::string_view> split(std::string_view text,
                                    char separator);  // "a||b" -> a, "", b; "" -> one empty piece
std::string_view trim(std::string_view text);         // ASCII white space off both ends

}  // namespace sayso
