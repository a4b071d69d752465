// Opens folders, patterns and lists as they come up, never all of them at once (example in the header).
#include "cli/walk.h"

#include <algorithm>

#include "cli/file_kind.h"
#include "cli/wildcard.h"

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

Error unreadable(const fs::path& path, std::string message) {
  return {ErrorCode::unreadable, path.string(), std::move(message)};
}

}  // namespace

Walk::Walk(const std::vector<std::string>& paths, const std::vector<std::string>& lists, Folders folders)
    : lists_(lists.rbegin(), lists.rend()), folders_(folders) {
  for (auto path = paths.rbegin(); path != paths.rend(); ++path) pending_.push_back({*path, FoundBy::name});
}

std::optional<Result<Found>> Walk::next() {
  for (;;) {
    if (pending_.empty()) {
      auto listed = next_listed();
      if (!listed || !*listed) return listed;
      pending_.push_back(std::move(**listed));
    }
    Found found = std::move(pending_.back());
    pending_.pop_back();
    if (found.path == "-") return found;
    std::error_code ignored;
    const bool is_folder = fs::is_directory(found.path, ignored);
    if (found.by == FoundBy::folder &&
        (is_folder ? fs::is_symlink(found.path, ignored) : kind_by_name(found.path) == FileKind::unknown)) {
      passed_over_.push_back(found.path.string());
      continue;
    }
    if (is_folder) {
      if (auto error = enter(found.path)) return *error;
      continue;
    }
    const bool pattern = found.by == FoundBy::name && has_wildcard(found.path.native());
    if (!pattern || fs::exists(found.path, ignored)) return found;
    std::vector<fs::path> fitting = expand(found.path.native());
    const bool any = !fitting.empty();
    std::erase_if(fitting, [&](const fs::path& path) { return fs::is_directory(path, ignored); });
    if (fitting.empty())
      return unreadable(found.path,
                        any ? "only folders fit this pattern; name the folder itself, or files as in `**/*.html`"
                            : "no file fits this pattern");
    for (auto path = fitting.rbegin(); path != fitting.rend(); ++path) pending_.push_back({*path, FoundBy::pattern});
  }
}

std::optional<Result<Found>> Walk::next_listed() {
  for (;;) {
    if (list_) {
      if (auto path = list_->next()) return Found{*path, FoundBy::list};
      list_.reset();
    }
    if (lists_.empty()) return std::nullopt;
    const std::string path = std::move(lists_.back());
    lists_.pop_back();
    auto list = PathList::open(path);
    if (!list) return list.error();
    list_.emplace(std::move(*list));
  }
}

std::optional<Error> Walk::enter(const fs::path& folder) {
  if (folders_ == Folders::refuse)
    return unreadable(folder, "is a folder; `sayso add` takes folders, `sayso read` takes files");
  std::error_code error;
  std::vector<fs::path> inside;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    inside.push_back(at->path());
  if (error) return unreadable(folder, "cannot be listed: " + error.message());
  std::sort(inside.begin(), inside.end(), [](const fs::path& a, const fs::path& b) { return a.native() > b.native(); });
  for (const fs::path& path : inside)
    if (!path.filename().native().starts_with('.')) pending_.push_back({path, FoundBy::folder});
  return std::nullopt;
}

}  // namespace sayso::cli
