// Takes a dispatch out of a line of JSON (docs/cli.md, "JSON lines").
//
//     {"text": "KYIV — The army said it had left.", "date": "2022-09-12"}  ->  bytes "KYIV — …", published "2022-09-12"
//
// The bytes kept for such a dispatch are those of the string, not those of the line: its raw map leads back to them.
#include "cli/dispatch_lines.h"

#include <array>
#include <nlohmann/json.hpp>
#include <utility>

namespace sayso::cli {
namespace {

using Json = nlohmann::json;

std::string text_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

void set_if_unset(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

}  // namespace

Result<Input> dispatch_of_line(std::string_view line, const std::string& where, const ReadOptions& given) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return Error{ErrorCode::not_text, where, "not a JSON object"};
  Input input{.where = where, .bytes = {}, .options = given};
  ReadOptions& options = input.options;
  options.path = where;
  if (options.format == "jsonl" || options.format == "archive" || options.format == "feed") options.format.clear();
  constexpr std::array<std::pair<const char*, const char*>, 3> bodies{
      {{"text", ""}, {"html", "html"}, {"markdown", "markdown"}}};
  for (const auto& [key, format] : bodies) {
    input.bytes = text_at(object, key);
    if (input.bytes.empty()) continue;
    set_if_unset(options.format, text_at(object, "format"));
    set_if_unset(options.format, format);
    break;
  }
  if (input.bytes.empty())
    return Error{ErrorCode::empty, where,
                 "no dispatch in it: neither `text` nor `html` nor `markdown` is a filled string"};
  set_if_unset(options.url, text_at(object, "url"));
  set_if_unset(options.title, text_at(object, "title"));
  set_if_unset(options.outlet, text_at(object, "outlet"));
  set_if_unset(options.published, text_at(object, "published").substr(0, 10));
  set_if_unset(options.published, text_at(object, "date").substr(0, 10));
  options.encoding = "UTF-8";
  return input;
}

}  // namespace sayso::cli
