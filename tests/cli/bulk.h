// A folder of invented pages and a file of lines, and ways to compare the ledgers made of them.
#pragma once

#include <string>
#include <vector>

#include "base/sha256.h"
#include "cli/program.h"
#include "ledger/sql.h"

namespace sayso::cli_test {

// One small dispatch, another for each number; every fifth has a second version under the same address.
inline std::string invented(int number) {
  const std::string n = std::to_string(number);
  return "Varnia says it lost " + n + " soldiers\n\nKESH — \"We lost up to " + n +
         " soldiers near Dovran on Monday,\" spokesman Ilmar Tosk said on Tuesday.\n\nPresident Oda Renn of Ostrel "
         "denied that her army had struck the power station " +
         n + ".\n";
}

inline std::string invented_line(int number) {
  std::string text = invented(number);
  for (std::size_t at = 0; (at = text.find_first_of("\"\n", at)) != std::string::npos; at += 2)
    text.replace(at, 1, text[at] == '"' ? "\\\"" : "\\n");
  return R"({"url": "https://post.example/)" + std::to_string(number - (number % 5 == 4 ? 1 : 0)) +
         R"(", "date": "2031-03-11", "text": ")" + text + "\"}\n";
}

inline std::string invented_lines(int begin, int end) {
  std::string lines;
  for (int number = begin; number < end; ++number) lines += invented_line(number);
  return lines;
}

// How two ledgers differ, or "".
inline std::string difference(const std::filesystem::path& one, const std::filesystem::path& two) {
  if (dump(one) != dump(two)) return "other rows";
  const std::string a = bytes_of(one), b = bytes_of(two);
  if (a.size() != b.size()) return "other sizes";
  for (std::size_t at = 0; at < a.size(); ++at)
    if (a[at] != b[at]) return "byte " + std::to_string(at);
  return "";
}

}  // namespace sayso::cli_test
