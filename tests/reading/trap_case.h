// The sentences of traps.cases with the rows a correct ledger holds. The head of that file says how they are written.
//
//     row: Varnia | accused | targeting a hospital | act=accuse; target=Ostrel
//       -> ExpectedRow{source "Varnia", cue "accused", pieces {"targeting a hospital"}, values {act accuse, target
//       Ostrel}}
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "base/records.h"

namespace sayso {

struct ExpectedRow {
  bool own = false;    // the reporter's own voice
  bool loose = false;  // only these words must be among the row's
  std::string source{};
  std::string cue{};
  std::vector<std::string> pieces{};
  std::map<std::string, std::string> values{};       // "act" -> "deny"; a bare word has the value ""
  std::vector<std::pair<std::string, int>> links{};  // "denies" -> number of the row, from 1
  std::string printed{};                             // as written
};

// Alternatives: any of them is right.
struct ExpectedPlace {
  bool required = true;
  std::vector<ExpectedRow> rows{};
};

struct TrapCase {
  std::string name{};
  std::string where{};  // "traps.cases:120"
  int pattern = 0;
  std::string headline{};
  std::vector<std::string> paragraphs{};
  bool html = false;
  bool alone = false;
  std::vector<ExpectedPlace> places{};
  std::string xfail{}, xfail_article{}, xfail_spaces{};
};

inline void PrintTo(const TrapCase& trap, std::ostream* out) { *out << trap.name; }

namespace trap_detail {

inline std::vector<std::string> split(std::string_view text, std::string_view mark) {
  std::vector<std::string> parts;
  for (;;) {
    const auto at = text.find(mark);
    std::string_view part = text.substr(0, at);
    while (!part.empty() && part.front() == ' ') part.remove_prefix(1);
    while (!part.empty() && part.back() == ' ') part.remove_suffix(1);
    parts.emplace_back(part);
    if (at == std::string_view::npos) return parts;
    text.remove_prefix(at + mark.size());
  }
}

inline bool is_known(const std::string& key, bool bare) {
  static constexpr std::array with{"act",    "quote",      "polarity", "certainty", "distance", "conditional",
                                   "tense",  "target",     "carrier",  "name",      "kind",     "count",
                                   "medium", "candidates", "said",     "counts",    "actors"};
  static constexpr std::array without{"negative", "possible",  "probable",   "unknown",    "doubtful", "conditional",
                                      "distance", "continued", "unbalanced", "unverified", "anonymous"};
  return bare ? std::find(without.begin(), without.end(), key) != without.end()
              : std::find(with.begin(), with.end(), key) != with.end();
}

// Nothing if the words are not written as the head of the file says.
inline std::optional<ExpectedRow> row_of(std::string_view text, bool own, bool loose) {
  ExpectedRow row;
  row.own = own;
  row.loose = loose;
  row.printed = text;
  auto columns = split(text, " | ");
  const std::size_t fixed = own ? 1 : 3;
  if (columns.size() != fixed && columns.size() != fixed + 1) return std::nullopt;
  if (!own) {
    row.source = columns[0] == "-" ? "" : columns[0];
    row.cue = columns[1] == "-" ? "" : columns[1];
  }
  if (columns[fixed - 1] != "-") row.pieces = split(columns[fixed - 1], " / ");
  if (columns.size() == fixed) return row;
  for (const std::string& value : split(columns[fixed], ";")) {
    const auto equals = value.find('=');
    const auto space = value.find(' ');
    if (equals != std::string::npos) {
      row.values[value.substr(0, equals)] = value.substr(equals + 1);
      if (!is_known(value.substr(0, equals), false)) return std::nullopt;
    } else if (space != std::string::npos) {
      const std::string relation = value.substr(0, space);
      if (relation != "denies" && relation != "supersedes" && relation != "within" && relation != "headline-of" &&
          relation != "repeats")
        return std::nullopt;
      row.links.emplace_back(relation, std::stoi(value.substr(space)));
    } else {
      if (!is_known(value, true)) return std::nullopt;
      row.values[value] = "";
    }
  }
  return row;
}

}  // namespace trap_detail

// Errors: those of read_records; bad_rule for an unknown field or value.
inline Result<std::vector<TrapCase>> read_traps(const std::filesystem::path& path) {
  auto records = read_records(path);
  if (!records) return records.error();
  std::vector<TrapCase> cases;
  for (const Record& record : *records) {
    TrapCase made;
    for (const Field& field : record.fields) {
      const auto fault = [&] { return Error{ErrorCode::bad_rule, record.where(field), "cannot read " + field.name}; };
      std::string kind = field.name;
      const bool may = kind.starts_with("may"), other = kind.starts_with("or"), loose = kind.ends_with("~");
      if (loose) kind.pop_back();
      if (kind == "pattern") continue;
      if (kind == "case") {
        made.name = field.value;
        made.where = record.where(field);
        if (!field.value.starts_with("trap-") || field.value.size() < 8) return fault();
        made.pattern = std::stoi(field.value.substr(5, 2));
      } else if (kind == "text" || kind == "html") {
        made.paragraphs.push_back(field.value);
        made.html = kind == "html";
      } else if (kind == "headline") {
        made.headline = field.value;
      } else if (kind == "forms") {
        made.alone = field.value == "alone";
      } else if (kind == "xfail") {
        made.xfail = field.value;
      } else if (kind == "xfail-article") {
        made.xfail_article = field.value;
      } else if (kind == "xfail-spaces") {
        made.xfail_spaces = field.value;
      } else if (kind == "row" || kind == "own" || kind == "may" || kind == "may-own" || kind == "or" ||
                 kind == "or-own") {
        auto row = trap_detail::row_of(field.value, kind.ends_with("own"), loose);
        if (!row || (other && made.places.empty())) return fault();
        if (other)
          made.places.back().rows.push_back(std::move(*row));
        else
          made.places.push_back({!may, {std::move(*row)}});
      } else {
        return fault();
      }
    }
    if (made.name.empty())
      return Error{ErrorCode::bad_rule, record.file + ":" + std::to_string(record.line), "no case"};
    cases.push_back(std::move(made));
  }
  return cases;
}

}  // namespace sayso
