// Reads rule files into records.
//
//     "rule: a\nyes: One.\n\nrule: b\n" -> [{line 1, rule=a yes="One."}, {line 4, rule=b}]
//
// Left out on purpose: any meaning of the fields; src/match knows what a rule is.
#include "base/records.h"

#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"

namespace sayso {

const Field* Record::first(std::string_view name) const {
  for (const Field& field : fields)
    if (field.name == name) return &field;
  return nullptr;
}

Result<std::vector<Record>> parse_records(std::string_view text, std::string_view name) {
  std::vector<Record> records;
  bool open = false;  // inside a record: the next field belongs to it
  std::uint32_t line = 0;
  const auto fault = [&](const char* message) {
    return Error{ErrorCode::bad_rule, std::string(name) + ":" + std::to_string(line), message};
  };
  while (!text.empty()) {
    ++line;
    const auto end = text.find('\n');
    std::string_view row = text.substr(0, end);
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    if (first_invalid(row)) return fault("is not UTF-8");
    if (trim(row).empty()) {
      open = false;
      continue;
    }
    if (row.front() == '#') continue;
    if (row.front() == ' ' || row.front() == '\t') {
      if (!open) return fault("continues a field, but no field stands before it");
      std::string& value = records.back().fields.back().value;
      value += (value.empty() ? "" : " ") + std::string(trim(row));
      continue;
    }
    const auto colon = row.find(':');
    if (colon == std::string_view::npos || colon == 0) return fault("must be 'name: value'");
    if (!open) records.push_back({std::string(name), line, {}});
    open = true;
    records.back().fields.push_back(
        {std::string(trim(row.substr(0, colon))), std::string(trim(row.substr(colon + 1))), line});
  }
  return records;
}

Result<std::vector<Record>> read_records(const std::filesystem::path& path) {
  auto text = read_file(path);
  if (!text) return text.error();
  return parse_records(*text, path.string());
}

}  // namespace sayso
