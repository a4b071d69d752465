// Time expressions against TempEval-3's texts (TimeBank, AQUAINT, or any folder with .tml files), and days of dates.
//
//     sayso-eval timex ../shared/data/timex --json
//     sayso-eval timex ../shared/data/timex/tempeval3-train/AQUAINT --errors 20
//
// JSON: F1 of 1 over all .tml found, mention_f1 (the same bytes), mention_relaxed_f1 (any overlap), type_f1, value_f1,
// and the same for each folder of files with its name in front ("timebank_…"). Printed also: the dates of events, found
// by paragraph without trees: gold values that name days, found (any overlap), and the same first and last day.
// WikiWars, if it is there, only so: its extents are TIMEX2, and it tells its story in the past, with the day of
// writing years later, so dates without a year can hardly come out right.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "arguments.h"
#include "base/file.h"
#include "commands.h"
#include "knowledge.h"
#include "language/analyse.h"
#include "lexicon/dates.h"
#include "mention/dates.h"
#include "mention/time_expressions.h"
#include "timex_gold.h"
#include "timex_score.h"
#include "whole_number.h"

namespace sayso::eval {
namespace {

// "2022-09-12", "2022-09-12TEV", "2022-W36", "2022-W36-WE", "2022-09", "2022" as first and last day.
std::optional<std::pair<Day, Day>> days_of(std::string_view value) {
  using namespace std::chrono;
  if (const std::size_t t = value.find('T'); t != std::string_view::npos) value = value.substr(0, t);
  if (value.size() < 4) return std::nullopt;
  const auto y = whole_number<int>(value.substr(0, 4));
  if (!y) return std::nullopt;
  const year of_year{*y};
  if (value.size() == 4) return std::pair{Day{of_year / January / 1}, Day{of_year / December / 31}};
  if (value.size() >= 8 && value[5] == 'W') {
    const auto week = whole_number<int>(value.substr(6, 2));
    if (!week) return std::nullopt;
    const Day fourth{of_year / January / 4};
    const Day monday = fourth - days{weekday{fourth}.iso_encoding() - 1} + days{7 * (*week - 1)};
    if (value.size() == 8) return std::pair{monday, monday + days{6}};
    if (value.ends_with("-WE")) return std::pair{monday + days{5}, monday + days{6}};
    if (value.size() == 10)
      if (const auto d = whole_number<int>(value.substr(9, 1)))
        return std::pair{monday + days{*d - 1}, monday + days{*d - 1}};
    return std::nullopt;
  }
  const auto m = value.size() >= 7 && value[4] == '-' ? whole_number<int>(value.substr(5, 2)) : std::nullopt;
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const auto of_month = month{static_cast<unsigned>(*m)};
  if (value.size() == 7) return std::pair{Day{of_year / of_month / 1}, Day{of_year / of_month / last}};
  const auto day = day_of_iso(value);
  if (!day || value.size() != 10) return std::nullopt;
  return std::pair{*day, *day};
}

// The text as a dispatch: one sentence to a paragraph or to a full stop before a capital.
std::pair<Dispatch, Syntax> plain_dispatch(const TimexText& text) {
  Dispatch dispatch;
  dispatch.text = text.text;
  dispatch.published = text.written;
  Syntax syntax;
  std::uint32_t begin = 0, paragraph = 0;
  const auto size = static_cast<std::uint32_t>(text.text.size());
  for (std::uint32_t at = 0; at <= size; ++at) {
    const bool blank = at < size && at + 1 < size && text.text[at] == '\n' && text.text[at + 1] == '\n';
    if (at != size && !blank) continue;
    if (at > begin)
      syntax.sentences.push_back(
          {.span = {begin, at}, .paragraph = paragraph++, .first = TokenId{0}, .last = TokenId{0}, .read = true});
    begin = at;
  }
  return {std::move(dispatch), std::move(syntax)};
}

void score_dates(const char* name, const std::vector<TimexText>& texts, const DateLexicon& lexicon) {
  int dated = 0, found = 0, same = 0, all = 0, all_found = 0, given = 0, given_good = 0;
  for (const TimexText& text : texts) {
    const auto [dispatch, syntax] = plain_dispatch(text);
    const auto mentions = find_dates(dispatch, syntax, lexicon);
    given += static_cast<int>(mentions.size());
    for (const auto& m : mentions)
      given_good += std::any_of(text.gold.begin(), text.gold.end(),
                                [&](const TimexGold& g) { return g.span.overlaps(*m.when.span); })
                        ? 1
                        : 0;
    for (const TimexGold& g : text.gold) {
      const auto hit =
          std::find_if(mentions.begin(), mentions.end(), [&](const auto& m) { return g.span.overlaps(*m.when.span); });
      if (g.type == "DATE" || g.type == "TIME") {
        ++all;
        all_found += hit != mentions.end() ? 1 : 0;
      }
      const auto days = days_of(g.value);
      if (!days) continue;
      ++dated;
      found += hit != mentions.end() ? 1 : 0;
      // An open end is not compared: "since February" holds the day that gold gives to "February".
      const bool equal = hit != mentions.end() && (hit->when.begin || hit->when.end) &&
                         (!hit->when.begin || *hit->when.begin == days->first) &&
                         (!hit->when.end || *hit->when.end == days->second);
      same += equal ? 1 : 0;
    }
  }
  const auto share = [](int a, int b) { return b == 0 ? 0.0 : static_cast<double>(a) / b; };
  std::printf(
      "%-10s with days: %4d gold, found %.3f, same days %.3f   dates and times: %4d gold, found %.3f, precision %.3f "
      "of %d\n",
      name, dated, share(found, dated), share(same, dated), all, share(all_found, all), share(given_good, given),
      given);
}

// The whole way: sentences, tags and trees by the model, then time expressions.
std::vector<TimeExpression> read_times(const TimexText& text, const LanguageModel& model, const Spelling& spelling,
                                       const DateLexicon& lexicon) {
  Dispatch dispatch;
  dispatch.text = text.text;
  dispatch.published = text.written;
  const auto [paragraphs, syntax] = plain_dispatch(text);
  for (const Sentence& s : syntax.sentences)
    dispatch.paragraphs.push_back({.span = s.span, .kind = ParagraphKind::body});
  return find_time_expressions(dispatch, analyse(dispatch, model, spelling), lexicon);
}

// "TimeBank" -> "timebank"
std::string key_of_set(std::string name) {
  for (char& c : name) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c == '-' || c == ' ' ? '_' : c;
  return name;
}

void put_timex(nlohmann::ordered_json& out, const std::string& prefix, const TimexScore& s) {
  out[prefix + "mention_f1"] = s.f1(s.strict);
  out[prefix + "mention_relaxed_f1"] = s.f1(s.relaxed);
  out[prefix + "type_f1"] = s.f1(s.type);
  out[prefix + "value_f1"] = s.f1(s.value);
}

void print_timex(const std::string& name, const TimexScore& s) {
  std::printf("%-10s gold %4d  found %4d   mention F1 %.3f strict, %.3f relaxed   type F1 %.3f   value F1 %.3f\n",
              name.c_str(), s.gold, s.found, s.f1(s.strict), s.f1(s.relaxed), s.f1(s.type), s.f1(s.value));
}

}  // namespace

int run_timex(int argc, char** argv) {
  CLI::App app{"Time expressions and their values: TempEval-3", "sayso-eval timex"};
  std::filesystem::path folder;
  bool json = false;
  std::string listed;
  app.add_option("folder", folder, "A folder with .tml files at any depth, or one file");
  app.add_flag("--json", json, "One JSON object, shares of 1, instead of a table");
  auto* errors = app.add_option("--errors", listed, "List errors by kind, N of each (20)")->expected(0, 1);
  app.footer("Example:\n  sayso-eval timex ../shared/data/timex --json");
  if (const auto status = read_arguments(app, argc, argv)) return *status;
  // `--errors DIR` is the folder, not a number of errors.
  if (!whole_number<int>(listed) && !listed.empty() && folder.empty()) folder = std::exchange(listed, "");
  if (folder.empty() || (!listed.empty() && !whole_number<int>(listed))) {
    std::fprintf(stderr, "sayso-eval: timex: give a folder, and a number behind --errors\n");
    return 2;
  }
  const auto most = static_cast<std::size_t>(std::max(whole_number<int>(listed).value_or(20), 0));
  const auto fault = [](const std::string& where, const std::string& message) {
    std::fprintf(stderr, "sayso-eval: timex: %s: %s\n", where.c_str(), message.c_str());
    return 1;
  };
  const std::filesystem::path lexicons = data_folder() / "lexicons";
  const auto dates = DateLexicon::load(lexicons / "dates.tsv", lexicons / "date_words.tsv");
  if (!dates) return fault(dates.error().where, dates.error().message);
  const auto times = load_time_lexicon(lexicons);
  if (!times) return fault(times.error().where, times.error().message);
  const auto model = LanguageModel::open(model_file());
  if (!model) return fault(model.error().where, model.error().message);
  const auto spelling = load_spelling(lexicons);
  if (!spelling) return fault(spelling.error().where, spelling.error().message);

  std::map<std::string, std::vector<TimexText>> sets;  // by the folder that holds the files
  for (const auto& file : tml_files(folder)) {
    auto xml = read_file(file);
    if (!xml) return fault(file.string(), xml.error().message);
    TimexText text = read_tml(*xml);
    text.name = file.stem().string();
    sets[file.parent_path().filename().string()].push_back(std::move(text));
  }
  if (sets.empty()) return fault(folder.string(), "there is no .tml file");

  TimexScore every;
  std::map<std::string, TimexScore> scores;
  TimexErrors wrong;
  for (const auto& [name, texts] : sets) {
    TimexScore& score_here = scores[name];
    for (const TimexText& text : texts)
      score_here.add(score_timex(text, read_times(text, *model, *spelling, *times), &wrong));
    every.add(score_here);
  }
  if (json) {
    nlohmann::ordered_json out;
    put_timex(out, "", every);
    for (const auto& [name, s] : scores) put_timex(out, key_of_set(name) + "_", s);
    for (const auto& [kind, list] : wrong) out["errors_" + kind] = list.size();
    std::printf("%s\n", out.dump().c_str());
    return 0;
  }
  for (const auto& [name, s] : scores) print_timex(name, s);
  if (scores.size() > 1) print_timex("together", every);
  for (const auto& [name, texts] : sets) score_dates(name.c_str(), texts, *dates);
  if (const auto texts = read_wikiwars(folder / "wikiwars"); !texts.empty()) score_dates("WikiWars", texts, *dates);
  if (errors->count() == 0) return 0;
  for (const auto& [kind, list] : wrong) {
    std::printf("\n%s: %zu\n", kind.c_str(), list.size());
    for (std::size_t i = 0; i < list.size() && i < most; ++i) std::printf("  %s\n", list[i].c_str());
  }
  return 0;
}

}  // namespace sayso::eval
