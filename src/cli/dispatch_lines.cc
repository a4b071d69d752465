// Takes a dispatch out of a line of JSON (docs/cli.md, "JSON lines").
//
//     {"text": "KYIV — The army said it had left.", "date": "2022-09-12"}  ->  bytes "KYIV — …", published "2022-09-12"
//
// A day is written as in ISO 8601 or RFC 822 ("Mon, 12 Sep 2022 10:00:00 GMT"), or as seconds or milliseconds since
// 1970, whose day is Greenwich's. A number that is neither (20220912) is refused with its line, not guessed at.
//
// The bytes kept for such a dispatch are those of the string, not those of the line: its raw map leads back to them.
#include "cli/dispatch_lines.h"

#include <array>
#include <charconv>
#include <chrono>
#include <nlohmann/json.hpp>
#include <utility>

#include "dispatch/feed_date.h"

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

// Seconds since 1970, or milliseconds: no number is a day of the years 1973 to 5138 by both.
std::optional<Day> day_since_1970(double number) {
  constexpr double least_seconds = 1e8, least_milliseconds = 1e11, most = 1e14;
  if (!(number >= least_seconds && number < most)) return std::nullopt;
  const auto seconds = static_cast<std::int64_t>(number >= least_milliseconds ? number / 1000 : number);
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

std::optional<Day> day_in(const std::string& text) {
  if (const auto day = day_of_iso(text)) return day;
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size())
    if (const auto day = day_since_1970(number)) return day;
  return dispatch::read_feed_date(text).day;
}

// The day under a key; what cannot be read as one stays as it is written, for the reader to refuse.
std::string day_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !(found->is_string() || found->is_number())) return {};
  const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
  const auto day = found->is_number() ? day_since_1970(found->get<double>()) : day_in(text);
  return day ? iso(*day) : text;
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
  set_if_unset(options.published, day_at(object, "published"));
  set_if_unset(options.published, day_at(object, "date"));
  options.encoding = "UTF-8";
  return input;
}

}  // namespace sayso::cli
