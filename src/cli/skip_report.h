// What was not added and why: counted for the summary, listed line by line in a file if one is wanted.
//
//     {"where": "news.jsonl:4", "reason": "not-text", "message": "not a JSON object"}
#pragma once

#include <fstream>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/result.h"

namespace sayso::cli {

class SkipReport {
 public:
  // Opens the list, emptying the file; "" is none, "-" standard output. Errors: unreadable.
  static Result<SkipReport> open(const std::string& path);

  // A dispatch that could not be read; what was wanted is not there.
  void skip(const std::string& where, const Error& error);
  // One, or `count` of them, that was not meant to be added.
  void pass_over(std::string_view reason, const std::string& where, std::string_view message, std::size_t count = 1);

  std::size_t skipped() const { return total(skipped_); }
  std::size_t passed_over() const { return total(passed_over_); }
  std::string skipped_by_reason() const { return listed(skipped_); }  // "empty 2, not-text 1"
  std::string passed_over_by_reason() const { return listed(passed_over_); }

  std::optional<Error> close();  // what the list could not take

 private:
  using Counts = std::map<std::string, std::size_t, std::less<>>;
  static std::size_t total(const Counts& counts);
  static std::string listed(const Counts& counts);
  void list(const std::string& where, std::string_view reason, std::string_view message);

  std::string path_{};
  std::ofstream file_{};
  Counts skipped_{};
  Counts passed_over_{};
};

}  // namespace sayso::cli
