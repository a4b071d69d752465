// sayso-eval losses DIR: daily lists of losses against a table of their figures.
//
//     sayso-eval losses ../shared/data/losses          DIR holds losses.csv and pages/DAY.html
//
//     43 pages, 559 totals: 559 right, 0 wrong, 0 not read; 364 of the day: …
//
// A cell is a total, or what came since the day before where the page prints it. Read are the counts of rule loss-list
// of a page's claims; two lines that the table adds up ("vehicles", "fuel tanks") are added here too. A line that the
// table does not have is no error; a figure read twice for one cell is. Nothing for an item that the table has at 0 is
// right.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "arguments.h"
#include "base/file.h"
#include "base/tsv.h"
#include "base/utf8.h"
#include "commands.h"
#include "complain.h"
#include "knowledge.h"
#include "whole_number.h"

namespace sayso::eval {
namespace {

struct Cells {
  std::int64_t total = 0, delta = 0;
};
using DayOfLosses = std::map<std::string, Cells>;  // by item, lower case

// Names under which pages print an item of the table, and items that the table adds up.
const std::map<std::string, std::string, std::less<>>& printed_as() {
  static const std::map<std::string, std::string, std::less<>> names{{"boats / cutters", "warships / boats"},
                                                                     {"vehicles", "vehicles and fuel tanks"},
                                                                     {"fuel tanks", "vehicles and fuel tanks"}};
  return names;
}

Result<std::map<std::string, DayOfLosses>> read_table(const std::string& path) {
  auto bytes = read_file(path);
  if (!bytes) return bytes.error();
  std::map<std::string, DayOfLosses> days;
  std::size_t line_number = 0;
  for (std::string_view line : split(*bytes, '\n')) {
    ++line_number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line_number == 1) continue;
    const auto cells = split(line, ',');
    const auto delta = cells.size() == 4 ? whole_number<std::int64_t>(cells[2]) : std::nullopt;
    const auto total = cells.size() == 4 ? whole_number<std::int64_t>(cells[3]) : std::nullopt;
    if (!delta || !total)
      return Error{ErrorCode::bad_rule, path + ":" + std::to_string(line_number), "no line `date,item,delta,total`"};
    days[std::string(cells[0])][to_lower(cells[1])] = {*total, *delta};
  }
  return days;
}

struct LossesScore {
  std::size_t totals = 0, deltas = 0, right_totals = 0, right_deltas = 0, beyond = 0;
  std::vector<std::string> errors{};
};

void compare_day(LossesScore& score, const std::string& day, const DayOfLosses& gold, const Reading& reading,
                 bool prints_deltas) {
  std::map<std::string, Cells> read;
  std::set<std::string> printed, printed_deltas;
  const auto complain = [&](const std::string& item, const std::string& what) {
    score.errors.push_back(std::string(day).append(" ").append(item).append(": ").append(what));
  };
  for (const Claim& claim : reading.claims)
    for (const Event& event : claim.events)
      for (const Count& count : event.counts) {
        if (count.rule != "loss-list" || !count.best) continue;
        std::string item = to_lower(count.of);
        const bool delta = count.text.find_first_not_of("+0123456789, ") == std::string::npos;
        if (!(delta ? printed_deltas : printed).insert(item).second) {
          ++score.beyond;
          complain(item, "read twice");
          continue;
        }
        if (const auto other = printed_as().find(item); other != printed_as().end()) item = other->second;
        (delta ? read[item].delta : read[item].total) += *count.best;
      }
  for (const auto& [item, cells] : gold) {
    const Cells have = read.contains(item) ? read.at(item) : Cells{};
    const auto check = [&, &item = item](const char* what, std::int64_t wanted, std::int64_t got, std::size_t& all,
                                         std::size_t& right) {
      ++all;
      if (got == wanted)
        ++right;
      else
        complain(
            item,
            std::string(what).append(" ").append(std::to_string(wanted)).append(", read ").append(std::to_string(got)));
    };
    check("total", cells.total, have.total, score.totals, score.right_totals);
    if (prints_deltas) check("since", cells.delta, have.delta, score.deltas, score.right_deltas);
  }
}

}  // namespace

int run_losses(int argc, char** argv) {
  CLI::App app{"Daily lists of losses against a table of their figures", "sayso-eval losses"};
  std::string folder;
  bool json = false, errors = false;
  app.add_option("folder", folder, "A folder with losses.csv and pages/DAY.html")->required();
  app.add_flag("--errors", errors, "List the cells that are wrong");
  app.add_flag("--json", json, "One JSON object, shares of 1");
  app.footer("Example:\n  sayso-eval losses ../shared/data/losses --errors");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  const auto table = read_table(folder + "/losses.csv");
  if (!table) return complain(table.error());
  const auto reader = open_reader();
  if (!reader) return complain(reader.error());
  LossesScore score;
  for (const auto& [day, gold] : *table) {
    const std::string path = (std::filesystem::path(folder) / "pages" / day).string().append(".html");
    const auto bytes = read_file(path);
    if (!bytes) return complain(bytes.error());
    ReadOptions options;
    options.path = path;
    options.published = day;
    const auto reading = reader->read(*bytes, options);
    if (!reading) std::fprintf(stderr, "not read: %s: %s\n", path.c_str(), reading.error().message.c_str());
    compare_day(score, day, gold, reading ? *reading : Reading{}, bytes->find("(+") != std::string::npos);
  }
  const std::size_t cells = score.totals + score.deltas, right = score.right_totals + score.right_deltas;
  const double accuracy = cells == 0 ? 0 : static_cast<double>(right) / static_cast<double>(cells);
  if (json) {
    std::printf("%s\n", nlohmann::ordered_json{{"pages", table->size()},
                                               {"cells", cells},
                                               {"cell_accuracy", accuracy},
                                               {"totals", score.totals},
                                               {"totals_right", score.right_totals},
                                               {"since", score.deltas},
                                               {"since_right", score.right_deltas},
                                               {"read_twice", score.beyond}}
                            .dump()
                            .c_str());
    return 0;
  }
  std::printf(
      "%zu pages, %zu cells: %.1f %% right\n  totals         %4zu of %4zu\n  since the day before %4zu of %4zu\n  read "
      "twice     %4zu\n",
      table->size(), cells, 100 * accuracy, score.right_totals, score.totals, score.right_deltas, score.deltas,
      score.beyond);
  if (errors)
    for (const std::string& error : score.errors) std::printf("  %s\n", error.c_str());
  return 0;
}

}  // namespace sayso::eval
