// Rule files: records of "name: value" lines, parted by empty lines, in the manner of Debian's control files.
//
//     # Verbs of saying with a clause.
//     rule: said-clause
//     what: Somebody is reported to say a clause.
//     match: {lemma:@say}=cue >nsubj {}=source
//            >ccomp {}=content
//     yes: [source The army] [cue said] [content it had left].
//
// A line that begins with white space continues the value above it (joined by one space). A field may come many times.
// '#' lines are comments. Quotation marks, colons and dashes in values need no escape: they are news sentences.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/result.h"

namespace sayso {

struct Field {
  std::string name{};
  std::string value{};
  std::uint32_t line = 0;
};

struct Record {
  std::string file{};
  std::uint32_t line = 0;  // of its first field
  std::vector<Field> fields{};

  const Field* first(std::string_view name) const;  // null if there is none
  std::string where(const Field& field) const { return file + ":" + std::to_string(field.line); }
};

// Errors: unreadable; bad_rule with "file:line" for a line without "name:", a continuation without a field, not UTF-8.
Result<std::vector<Record>> read_records(const std::filesystem::path& path);
Result<std::vector<Record>> parse_records(std::string_view text, std::string_view name);

}  // namespace sayso
