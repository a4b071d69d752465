// Looks for data folder and model (order in the header) and opens the reader with them.
//
//     /usr/bin/sayso, nothing given  ->  /usr/share/sayso/data, /usr/share/sayso/models/english.sayso
#include "cli/knowledge.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace sayso::cli {
namespace {

namespace fs = std::filesystem;

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_data(const fs::path& folder) {
  std::error_code ignored;
  return fs::is_directory(folder / "lexicons", ignored) || fs::is_directory(folder / "rules", ignored);
}

std::vector<fs::path> models_in(const fs::path& folder) {
  std::vector<fs::path> found;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".sayso") found.push_back(at->path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

Result<fs::path> data_folder(const KnowledgePaths& given) {
  const std::string named = given.data.empty() ? environment("SAYSO_DATA") : given.data;
  if (!named.empty()) {
    if (is_data(named)) return fs::path(named);
    return Error{ErrorCode::unreadable, named, "not a data folder of sayso: neither lexicons/ nor rules/ is in it"};
  }
  std::error_code ignored;
  const fs::path program = fs::read_symlink("/proc/self/exe", ignored).parent_path();
  for (const fs::path& folder : {program / ".." / "share" / "sayso" / "data", fs::path(SAYSO_SOURCE_DIR) / "data"}) {
    if (is_data(folder)) return folder.lexically_normal();
  }
  return Error{ErrorCode::unreadable, "", "the data folder was not found; name it with --data or SAYSO_DATA"};
}

Result<fs::path> model_file(const KnowledgePaths& given, const fs::path& data) {
  const std::string named = given.model.empty() ? environment("SAYSO_MODEL") : given.model;
  if (!named.empty()) return fs::path(named);
  for (const fs::path& folder : {data / "models", (data / ".." / "models").lexically_normal()}) {
    const std::vector<fs::path> found = models_in(folder);
    if (!found.empty()) return found.front();
  }
  return Error{ErrorCode::unreadable, "",
               "no model (*.sayso) was found near " + data.string() + "; name it with --model or SAYSO_MODEL"};
}

Result<Reader> open_reader(const KnowledgePaths& given) {
  auto data = data_folder(given);
  if (!data) return data.error();
  auto model = model_file(given, *data);
  if (!model) return model.error();
  return Reader::open(*data, *model);
}

}  // namespace sayso::cli
