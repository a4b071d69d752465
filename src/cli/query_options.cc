// Declares and understands the filters of `sayso claims` (example in the header).
#include "cli/query_options.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "base/tsv.h"
#include "cli/sides.h"
#include "cli/suggest.h"

namespace sayso::cli {
namespace {

Error wrong(std::string option, std::string message) {
  return {ErrorCode::wrong_use, std::move(option), std::move(message)};
}

std::optional<Error> check_act(const std::string& act) {
  if (act.empty() || act_named(act)) return std::nullopt;
  std::vector<std::string> names;
  std::string list;
  for (int known = 0; known <= static_cast<int>(Act::show); ++known) {
    names.emplace_back(name_of(static_cast<Act>(known)));
    list += (list.empty() ? "" : ", ") + names.back();
  }
  return wrong("--act", "`" + act + "` is no act" + did_you_mean(act, names) + " (acts: " + list + ")");
}

// Sets the ends of an interval from an "on" option or from a pair of "since" and "until" options.
std::optional<Error> set_days(const std::string& name, const std::string& on, const std::string& since,
                              const std::string& until, std::optional<Day>& first, std::optional<Day>& last) {
  const auto parse = [&](const std::string& option, const std::string& text, std::optional<Day>* begin,
                         std::optional<Day>* end) -> std::optional<Error> {
    if (text.empty()) return std::nullopt;
    const std::optional<Days> days = days_of(text);
    if (!days) return wrong(option, "`" + text + "` is no day; write 2022-09-12, 2022-09 or 2022");
    if (begin != nullptr) *begin = days->first;
    if (end != nullptr) *end = days->last;
    return std::nullopt;
  };
  if (auto error = parse("--" + name + "on", on, &first, &last)) return error;
  if (auto error = parse("--" + name + "since", since, &first, nullptr)) return error;
  if (auto error = parse("--" + name + "until", until, nullptr, &last)) return error;
  if (first && last && *first > *last) return wrong("--" + name + "since", "is after --" + name + "until");
  return std::nullopt;
}

std::string upper(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  return text;
}

// "assault/heavy-weapons" -> "ASSAULT/heavy-weapons": types are upper case, modes are not.
std::string event_name(const std::string& what) {
  const std::size_t slash = what.find('/');
  return slash == std::string::npos ? upper(what) : upper(what.substr(0, slash)) + what.substr(slash);
}

// A type, or a type and a mode, that the coder knows; a filter that can never fit is a slip of the keyboard.
std::optional<Error> check_event(const std::string& what, const std::filesystem::path& data) {
  auto rows = read_tsv(data / "lexicons" / "event_types.tsv", {"type", "mode", "cameo"});
  if (!rows) return rows.error();
  std::vector<std::string> names;
  for (const TsvRow& row : *rows) {
    names.push_back(row.cells[1].empty() ? row.cells[0] : row.cells[0] + "/" + row.cells[1]);
    if (names.back() == what) return std::nullopt;
  }
  return wrong("--what",
               "`" + what + "` is no type of event" + did_you_mean(what, names) + " (docs/glossary.md lists them)");
}

}  // namespace

std::optional<Days> days_of(std::string_view text) {
  using namespace std::chrono;
  if (text.size() == 10) {
    const std::optional<Day> day = day_of_iso(text);
    return day ? std::optional<Days>({*day, *day}) : std::nullopt;
  }
  if (text.size() == 7) {
    const std::optional<Day> first = day_of_iso(std::string(text) + "-01");
    if (!first) return std::nullopt;
    const year_month_day date{*first};
    return Days{*first, sys_days{date.year() / date.month() / std::chrono::last}};
  }
  if (text.size() == 4) {
    const std::optional<Day> first = day_of_iso(std::string(text) + "-01-01");
    if (!first) return std::nullopt;
    return Days{*first, sys_days{year_month_day{*first}.year() / December / 31}};
  }
  return std::nullopt;
}

std::optional<Box> box_of(std::string_view text) {
  std::array<double, 4> sides{};
  const std::vector<std::string_view> pieces = split(text, ',');
  if (pieces.size() != sides.size()) return std::nullopt;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const std::string_view piece = trim(pieces[i]);
    const auto [end, error] = std::from_chars(piece.data(), piece.data() + piece.size(), sides[i]);
    if (error != std::errc{} || end != piece.data() + piece.size() || !std::isfinite(sides[i])) return std::nullopt;
  }
  const Box box{.south = sides[0], .west = sides[1], .north = sides[2], .east = sides[3]};
  const bool on_globe = box.south >= -90 && box.north <= 90 && box.south <= box.north && std::abs(box.west) <= 180 &&
                        std::abs(box.east) <= 180;
  return on_globe ? std::optional(box) : std::nullopt;
}

void declare_query(CLI::App& parser, QueryWords& words) {
  const std::string who = "Who says it";
  parser.add_option("--who", words.who, "Part of the speaker's name or of the body spoken for")
      ->option_text("NAME")
      ->group(who);
  parser.add_option("--side", words.side, "The speaker's country: Russia, russian or RUS")
      ->option_text("COUNTRY")
      ->group(who);
  parser.add_option("--act", words.act, "assert, deny, accuse, admit, warn, reject …")->option_text("ACT")->group(who);
  parser.add_option("--outlet", words.outlet, "Who published it")->option_text("NAME")->group(who);
  const std::string what = "What is said";
  parser.add_option("--text", words.text, "Words in it (SQLite FTS5: izyum AND \"power station\")")
      ->option_text("WORDS")
      ->group(what);
  parser.add_option("--what", words.what, "Kind of event: ASSAULT, CONTROL/gain, LOSS …")
      ->option_text("TYPE")
      ->group(what);
  parser.add_option("--where", words.where, "Part of the name of a place, its region or country")
      ->option_text("PLACE")
      ->group(what);
  parser.add_option("--box", words.box, "Places inside SOUTH,WEST,NORTH,EAST in degrees")
      ->option_text("S,W,N,E")
      ->group(what);
  const std::string when = "When (2022-09-12, 2022-09 or 2022)";
  parser.add_option("--on", words.on, "Said on this day")->option_text("DAY")->group(when);
  parser.add_option("--since", words.since, "Said on this day or later")->option_text("DAY")->group(when);
  parser.add_option("--until", words.until, "Said on this day or before")->option_text("DAY")->group(when);
  parser.add_option("--happened-on", words.happened_on, "Said to have happened on this day")
      ->option_text("DAY")
      ->group(when);
  parser.add_option("--happened-since", words.happened_since, "Said to have happened then or later")
      ->option_text("DAY")
      ->group(when);
  parser.add_option("--happened-until", words.happened_until, "Said to have happened then or before")
      ->option_text("DAY")
      ->group(when);
  parser.add_flag("--all-revisions", words.all_revisions, "Also claims of replaced versions of a page");
  parser.add_flag("--every-copy", words.every_copy, "Also the same words in other copies of a report");
  parser.add_option("-n,--limit", words.limit, "At most N claims")->option_text("N");
}

Result<Query> query_of(const QueryWords& words, const KnowledgePaths& knowledge) {
  Query query{.who = words.who,
              .side = {},
              .where = words.where,
              .what = event_name(words.what),
              .act = words.act,
              .outlet = words.outlet,
              .text = words.text,
              .every_copy = words.every_copy,
              .latest_only = !words.all_revisions,
              .limit = words.limit};
  if (auto error = check_act(words.act)) return *error;
  if (!words.what.empty()) {
    auto data = data_folder(knowledge);
    if (!data) return data.error();
    if (auto error = check_event(query.what, *data)) return *error;
  }
  if (!words.side.empty()) {
    auto data = data_folder(knowledge);
    if (!data) return data.error();
    auto side = side_named(words.side, *data);
    if (!side) return side.error();
    query.side = std::move(*side);
  }
  if (!words.box.empty()) {
    query.box = box_of(words.box);
    if (!query.box)
      return wrong("--box",
                   "`" + words.box + "` is no box; write SOUTH,WEST,NORTH,EAST in degrees, such as 49,36,50.5,38");
  }
  if (auto error = set_days("", words.on, words.since, words.until, query.said_since, query.said_until)) return *error;
  if (auto error = set_days("happened-", words.happened_on, words.happened_since, words.happened_until,
                            query.happened_since, query.happened_until)) {
    return *error;
  }
  return query;
}

}  // namespace sayso::cli
