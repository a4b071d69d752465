// Counts and lists what was not added (example in the header). Lines stand in the order of the input, the same for any
// number of threads.
#include "cli/skip_report.h"

#include <cerrno>
#include <cstring>
#include <nlohmann/json.hpp>

#include "cli/console.h"

namespace sayso::cli {

Result<SkipReport> SkipReport::open(const std::string& path) {
  SkipReport report;
  report.path_ = path;
  if (path.empty() || path == "-") return report;
  report.file_.open(path, std::ios::binary | std::ios::trunc);
  if (!report.file_)
    return Error{ErrorCode::unreadable, path, std::string("cannot be written: ") + std::strerror(errno)};
  return report;
}

void SkipReport::skip(const std::string& where, const Error& error) {
  ++skipped_[name_of(error.code)];
  list(where, name_of(error.code), error.message);
}

void SkipReport::pass_over(std::string_view reason, const std::string& where, std::string_view message,
                           std::size_t count) {
  if (count == 0) return;
  passed_over_[std::string(reason)] += count;
  list(where, reason, message);
}

void SkipReport::list(const std::string& where, std::string_view reason, std::string_view message) {
  if (path_.empty()) return;
  const nlohmann::ordered_json line{{"where", where}, {"reason", reason}, {"message", message}};
  const std::string text = line.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
  if (path_ == "-") return print(text);
  file_ << text;
}

std::size_t SkipReport::total(const Counts& counts) {
  std::size_t sum = 0;
  for (const auto& [reason, count] : counts) sum += count;
  return sum;
}

std::string SkipReport::listed(const Counts& counts) {
  std::string text;
  for (const auto& [reason, count] : counts) text += (text.empty() ? "" : ", ") + reason + " " + std::to_string(count);
  return text;
}

std::optional<Error> SkipReport::close() {
  if (!file_.is_open()) return std::nullopt;
  errno = 0;
  file_.close();
  if (file_) return std::nullopt;
  return Error{ErrorCode::storage, path_,
               std::string("the list of what was skipped is not whole: ") + std::strerror(errno)};
}

}  // namespace sayso::cli
