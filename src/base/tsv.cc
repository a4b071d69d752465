// Reads tab-separated files with a checked header.
//
//     "# columns: word kind\nspokesman\tperson\n" -> [{line 2, ["spokesman", "person"]}]
//
// Left out on purpose: quoting and escapes. A cell cannot hold a tab or a line break, and no list of ours needs one.
#include "base/tsv.h"

#include <algorithm>

#include "base/file.h"
#include "base/utf8.h"

namespace sayso {
namespace {

Error fault(std::string_view name, std::uint32_t line, std::string message) {
  return {ErrorCode::bad_rule, std::string(name) + ":" + std::to_string(line), std::move(message)};
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> out;
  for (std::string_view word : split(text, ' '))
    if (!trim(word).empty()) out.push_back(trim(word));
  return out;
}

std::string joined(std::initializer_list<std::string_view> columns) {
  std::string out;
  for (std::string_view column : columns) out += (out.empty() ? "" : " ") + std::string(column);
  return out;
}

}  // namespace

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> pieces;
  for (;;) {
    const auto at = text.find(separator);
    pieces.push_back(text.substr(0, at));
    if (at == std::string_view::npos) return pieces;
    text.remove_prefix(at + 1);
  }
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view space = " \t\r\n\f\v";
  const auto first = text.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(space) - first + 1);
}

Result<std::vector<TsvRow>> parse_tsv(std::string_view text, std::string_view name,
                                      std::initializer_list<std::string_view> columns) {
  std::vector<TsvRow> rows;
  bool header = false;
  std::uint32_t line = 0;
  while (!text.empty()) {
    ++line;
    const auto end = text.find('\n');
    std::string_view row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (!row.empty() && row.back() == '\r') row.remove_suffix(1);
    if (first_invalid(row)) return fault(name, line, "is not UTF-8");
    if (row.starts_with("# columns:")) {
      const auto named = words(row.substr(10));
      if (!std::equal(named.begin(), named.end(), columns.begin(), columns.end()))
        return fault(name, line, "the columns must be: " + joined(columns));
      header = true;
      continue;
    }
    if (row.empty() || row.front() == '#') continue;
    if (!header) return fault(name, line, "a '# columns:' line must come before the first row");
    TsvRow out{line, {}};
    for (std::string_view cell : split(row, '\t')) out.cells.emplace_back(cell);
    if (out.cells.size() != columns.size())
      return fault(name, line,
                   "has " + std::to_string(out.cells.size()) + " cells, not " + std::to_string(columns.size()) + " (" +
                       joined(columns) + ")");
    rows.push_back(std::move(out));
  }
  if (!header) return fault(name, line, "has no '# columns:' line");
  return rows;
}

Result<std::vector<TsvRow>> read_tsv(const std::filesystem::path& path,
                                     std::initializer_list<std::string_view> columns) {
  auto text = read_file(path);
  if (!text) return text.error();
  return parse_tsv(*text, path.string(), columns);
}

}  // namespace sayso
