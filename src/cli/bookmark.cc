// Reads and writes the bookmark (format and promises in the header).
#include "cli/bookmark.h"

#include <fstream>

#include "base/file.h"
#include "base/json_text.h"
#include "base/sha256.h"

namespace sayso::cli {
namespace {

using Json = nlohmann::json;

constexpr const char* schema = "sayso.bookmark/1";
constexpr std::uint64_t max_bytes = std::uint64_t{64} << 20U;

std::uint64_t number_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<std::uint64_t>() : 0;
}

// The line's JSON, if the bytes are all that was once written.
std::optional<Json> content_of(const std::string& bytes) {
  const std::size_t end = bytes.find('\n');
  if (end == std::string::npos || bytes.substr(end + 1) != sha256_hex(bytes.substr(0, end)) + "\n") return std::nullopt;
  Json json = Json::parse(bytes.substr(0, end), nullptr, false);
  if (!json.is_object() || text_at(json, "schema") != schema) return std::nullopt;
  if (!json.contains("files") || !json["files"].is_array()) return std::nullopt;
  return json;
}

}  // namespace

Bookmark::Bookmark(const std::filesystem::path& ledger, std::string made_with)
    : path_(ledger.string() + "-bookmark"), made_with_(std::move(made_with)) {}

void Bookmark::load(const std::function<bool(std::string_view)>& holds) {
  const Result<std::string> bytes = read_file(path_, max_bytes);
  if (!bytes) return;
  const std::optional<Json> json = content_of(*bytes);
  if (!json || text_at(*json, "made_with") != made_with_ || !holds(text_at(*json, "last"))) return;
  for (const Json& entry : json->at("files")) {
    const HoldingFile file{text_at(entry, "path"), number_at(entry, "size"),
                           static_cast<std::int64_t>(number_at(entry, "changed")), number_at(entry, "number")};
    entries_[file.path] = {file, {number_at(entry, "bytes"), number_at(entry, "items")}};
  }
}

std::optional<Position> Bookmark::position(const HoldingFile& file) {
  const auto entry = entries_.find(file.path);
  if (entry == entries_.end()) return std::nullopt;
  entry->second.met = true;
  if (entry->second.file != file) return std::nullopt;
  return entry->second.position;
}

void Bookmark::move(const HoldingFile& file, const Position& position) { entries_[file.path] = {file, position, true}; }

void Bookmark::save(const std::string& last_added) const {
  if (entries_.empty()) return;
  Json files = Json::array();
  for (const auto& [path, entry] : entries_) {
    files.push_back({{"path", path},
                     {"size", entry.file.size},
                     {"changed", entry.file.changed},
                     {"number", entry.file.number},
                     {"bytes", entry.position.bytes},
                     {"items", entry.position.items}});
  }
  const Json json{{"schema", schema}, {"made_with", made_with_}, {"last", last_added}, {"files", std::move(files)}};
  const std::string line = json.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::filesystem::path beside = path_;
  beside += ".new";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << line << '\n' << sha256_hex(line) << '\n';
    if (!out.flush()) return;
  }
  std::error_code ignored;
  std::filesystem::rename(beside, path_, ignored);
}

void Bookmark::finish(const std::string& last_added) {
  std::erase_if(entries_, [](const auto& each) { return each.second.met; });
  if (!entries_.empty()) return save(last_added);
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace sayso::cli
