// Takes a dispatch out of a line of JSON (docs/cli.md, "JSON lines").
//
//     {"text": "KYIV — The army said it had left.", "date": "2022-09-12"}  ->  bytes "KYIV — …", published "2022-09-12"
//
// A day is written as in ISO 8601 or RFC 822 ("Mon, 12 Sep 2022 10:00:00 GMT"), in digits alone (20220912, with hours,
// minutes and seconds behind or without), or as seconds or milliseconds since 1970, whose day is Greenwich's. What is
// none of these is no day: the dispatch is read without it, and a note says so.
//
// The bytes kept for such a dispatch are those of the string, not those of the line: its raw map leads back to them.
#include "cli/dispatch_lines.h"

#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include "base/json_text.h"
#include "dispatch/feed_date.h"

namespace sayso::cli {
namespace {

using Json = nlohmann::json;

void set_if_unset(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// Seconds since 1970, or milliseconds, of the years 1973 to 2099: no number is a day of these by both.
std::optional<Day> day_since_1970(double number) {
  constexpr double least = 1e8, end = 4102444800;  // 1 January 2100
  if (number >= least * 1000) number /= 1000;
  if (!(number >= least && number < end)) return std::nullopt;
  const auto seconds = static_cast<std::int64_t>(number);
  return std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{seconds}});
}

// "20220912", "202209121405", "20220912140530": a day of the years 1900 to 2099, and a time that a clock can show.
std::optional<Day> day_in_digits(std::string_view text) {
  if (text.size() != 8 && text.size() != 12 && text.size() != 14) return std::nullopt;
  if (text.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  if (!text.starts_with("19") && !text.starts_with("20")) return std::nullopt;
  const auto pair = [text](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  if (text.size() > 8 && (pair(8) > 23 || pair(10) > 59)) return std::nullopt;
  if (text.size() > 12 && pair(12) > 60) return std::nullopt;
  return day_of_iso(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                    std::string(text.substr(6, 2)));
}

// `printed` is the text as feeds print dates.
std::optional<Day> day_in(const std::string& text, const FeedDate& printed) {
  if (const auto day = day_of_iso(text)) return day;
  if (const auto day = day_in_digits(text)) return day;
  double number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (fault == std::errc() && end == text.data() + text.size()) return day_since_1970(number);
  return printed.day;
}

// Takes the day under a key and its time, or notes that it is none.
void set_day(const Json& object, const char* key, Input& input) {
  constexpr std::size_t most_shown = 60;
  const auto found = object.find(key);
  if (!input.options.published.empty() || found == object.end()) return;
  if (!found->is_string() && !found->is_number()) return;
  const std::string text = found->is_string() ? found->get<std::string>() : found->dump();
  if (text.empty()) return;
  const FeedDate printed = dispatch::read_feed_date(text);
  if (const auto day = day_in(text, printed)) {
    input.options.published = iso(*day, printed.clock_on(*day));
  } else {
    input.notes.push_back("the `" + std::string(key) +
                          "` given is no day: " + (text.size() > most_shown ? "too long" : text));
  }
}

// Why a line is no object of JSON.
std::string fault_of(std::string_view line) {
  try {
    [[maybe_unused]] const Json parsed = Json::parse(line);
  } catch (const Json::out_of_range&) {
    return "not a JSON object: a number in it is too large";
  } catch (const Json::exception& fault) {
    if (std::string_view(fault.what()).find("surrogate") != std::string_view::npos)
      return "not a JSON object: half of a pair of \\u escapes stands alone in it";
  }
  return "not a JSON object";
}

}  // namespace

Result<Input> dispatch_of_line(std::string_view line, const std::string& where, const ReadOptions& given) {
  const Json object = Json::parse(line, nullptr, false);
  if (!object.is_object()) return Error{ErrorCode::not_text, where, fault_of(line)};
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
  set_day(object, "published", input);
  set_day(object, "date", input);
  options.encoding = "UTF-8";
  return input;
}

}  // namespace sayso::cli
