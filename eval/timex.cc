// Dates against TimeBank, AQUAINT and WikiWars: expressions found, and the days they stand for.
//
//     sayso-eval timex TIMEX-DIR [LEXICON-DIR [--errors]]
//
// Only gold values that name days are compared: a day, an ISO week, a month, a season is left out, a year, the weekend;
// with a time of day the day. Printed: gold expressions of that type, found (any overlap), and the same first and last
// day; then all gold dates and times against all found for precision. No model: the text is read paragraph by paragraph
// without trees. WikiWars tells its story in the past, with the day of writing years later, so expressions without a
// year can hardly come out right there.
#include <algorithm>
#include <charconv>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/file.h"
#include "base/tsv.h"
#include "commands.h"
#include "lexicon/dates.h"
#include "mention/dates.h"

namespace {

using sayso::Day;

struct Gold {
  sayso::Span span{};
  std::string type{};
  std::string value{};
};

struct Text {
  std::string text{};
  std::optional<Day> written{};
  std::vector<Gold> gold{};
};

std::optional<int> number(std::string_view digits) {
  int value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

// "2022-09-12", "2022-09-12TEV", "2022-W36", "2022-W36-WE", "2022-09", "2022" as first and last day.
std::optional<std::pair<Day, Day>> days_of(std::string_view value) {
  using namespace std::chrono;
  if (const std::size_t t = value.find('T'); t != std::string_view::npos) value = value.substr(0, t);
  if (value.size() < 4) return std::nullopt;
  const auto y = number(value.substr(0, 4));
  if (!y) return std::nullopt;
  const year year_{*y};
  if (value.size() == 4) return std::pair{Day{year_ / January / 1}, Day{year_ / December / 31}};
  if (value.size() >= 8 && value[5] == 'W') {
    const auto week = number(value.substr(6, 2));
    if (!week) return std::nullopt;
    const Day fourth{year_ / January / 4};
    const Day monday = fourth - days{weekday{fourth}.iso_encoding() - 1} + days{7 * (*week - 1)};
    if (value.size() == 8) return std::pair{monday, monday + days{6}};
    if (value.ends_with("-WE")) return std::pair{monday + days{5}, monday + days{6}};
    if (value.size() == 10)
      if (const auto d = number(value.substr(9, 1))) return std::pair{monday + days{*d - 1}, monday + days{*d - 1}};
    return std::nullopt;
  }
  const auto m = value.size() >= 7 && value[4] == '-' ? number(value.substr(5, 2)) : std::nullopt;
  if (!m || *m < 1 || *m > 12) return std::nullopt;
  const auto month_ = month{static_cast<unsigned>(*m)};
  if (value.size() == 7) return std::pair{Day{year_ / month_ / 1}, Day{year_ / month_ / last}};
  const auto day = sayso::day_of_iso(value);
  if (!day || value.size() != 10) return std::nullopt;
  return std::pair{*day, *day};
}

void append_decoded(std::string& out, std::string_view piece) {
  for (std::size_t i = 0; i < piece.size(); ++i) {
    if (piece[i] != '&') {
      out += piece[i];
      continue;
    }
    const std::size_t end = piece.find(';', i);
    const std::string_view name = end == std::string_view::npos ? "" : piece.substr(i, end - i + 1);
    out += name == "&lt;" ? '<' : name == "&gt;" ? '>' : name == "&quot;" ? '"' : name == "&apos;" ? '\'' : '&';
    if (!name.empty()) i = end;
  }
}

std::string attribute(std::string_view tag, std::string_view name) {
  const std::string wanted = " " + std::string(name) + "=\"";
  const std::size_t at = tag.find(wanted);
  if (at == std::string_view::npos) return "";
  const std::size_t from = at + wanted.size();
  return std::string(tag.substr(from, tag.find('"', from) - from));
}

// TimeML: the words of <TEXT>, its TIMEX3 elements, and the day of <DCT>.
Text read_tml(const std::string& xml) {
  Text out;
  const std::size_t dct = xml.find("<DCT>"), begin = xml.find("<TEXT>"), end = xml.find("</TEXT>");
  if (dct != std::string::npos)
    out.written = sayso::day_of_iso(attribute(std::string_view(xml).substr(dct, xml.find("</DCT>") - dct), "value"));
  if (begin == std::string::npos || end == std::string::npos) return out;
  std::vector<std::size_t> open;
  for (std::size_t at = begin + 6; at < end;) {
    if (xml[at] != '<') {
      const std::size_t next = std::min(xml.find('<', at), end);
      append_decoded(out.text, std::string_view(xml).substr(at, next - at));
      at = next;
      continue;
    }
    const std::size_t close = xml.find('>', at);
    const std::string_view tag = std::string_view(xml).substr(at, close - at);
    const auto here = static_cast<std::uint32_t>(out.text.size());
    if (tag.starts_with("<TIMEX3")) {
      open.push_back(out.gold.size());
      out.gold.push_back({.span = {here, here}, .type = attribute(tag, "type"), .value = attribute(tag, "value")});
    } else if (tag.starts_with("</TIMEX3") && !open.empty()) {
      out.gold[open.back()].span.end = here;
      open.pop_back();
    }
    at = close + 1;
  }
  return out;
}

std::vector<Text> read_wikiwars(const std::filesystem::path& folder) {
  std::map<std::string, Text> texts;
  auto table = sayso::read_file(folder / "timex.tsv");
  if (!table) return {};
  for (const std::string_view line : sayso::split(*table, '\n')) {
    const auto c = sayso::split(line, '\t');
    if (c.size() < 13 || c[0] == "doc" || c[4] != "0") continue;
    const auto [at, fresh] = texts.try_emplace(std::string(c[0]));
    if (fresh) {
      if (auto text = sayso::read_file(folder / "texts" / (std::string(c[0]) + ".txt")))
        at->second.text = std::move(*text);
      at->second.written = sayso::day_of_iso(c[1]);
    }
    at->second.gold.push_back({.span = {static_cast<std::uint32_t>(number(c[2]).value_or(0)),
                                        static_cast<std::uint32_t>(number(c[3]).value_or(0))},
                               .type = std::string(c[5]),
                               .value = std::string(c[6])});
  }
  std::vector<Text> out;
  for (auto& [name, text] : texts) out.push_back(std::move(text));
  return out;
}

// The text as a dispatch: one sentence to a paragraph or to a full stop before a capital.
std::pair<sayso::Dispatch, sayso::Syntax> plain(const Text& text) {
  sayso::Dispatch dispatch;
  dispatch.text = text.text;
  dispatch.published = text.written;
  sayso::Syntax syntax;
  std::uint32_t begin = 0, paragraph = 0;
  const auto size = static_cast<std::uint32_t>(text.text.size());
  for (std::uint32_t at = 0; at <= size; ++at) {
    const bool blank = at < size && at + 1 < size && text.text[at] == '\n' && text.text[at + 1] == '\n';
    if (at != size && !blank) continue;
    if (at > begin)
      syntax.sentences.push_back({.span = {begin, at},
                                  .paragraph = paragraph++,
                                  .first = sayso::TokenId{0},
                                  .last = sayso::TokenId{0},
                                  .read = true});
    begin = at;
  }
  return {std::move(dispatch), std::move(syntax)};
}

void score(const char* name, const std::vector<Text>& texts, const sayso::DateLexicon& lexicon, bool errors) {
  int dated = 0, found = 0, same = 0, all = 0, all_found = 0, given = 0, given_good = 0;
  for (const Text& text : texts) {
    const auto [dispatch, syntax] = plain(text);
    const auto mentions = sayso::find_dates(dispatch, syntax, lexicon);
    given += static_cast<int>(mentions.size());
    for (const auto& m : mentions)
      given_good +=
          std::any_of(text.gold.begin(), text.gold.end(), [&](const Gold& g) { return g.span.overlaps(*m.when.span); })
              ? 1
              : 0;
    for (const Gold& g : text.gold) {
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
      if (!equal && errors)
        std::printf("  %s [%s] gold %s got [%s] %s..%s\n", name, std::string(sayso::slice(text.text, g.span)).c_str(),
                    g.value.c_str(), hit == mentions.end() ? "" : hit->when.text.c_str(),
                    hit == mentions.end() || !hit->when.begin ? "" : sayso::iso(*hit->when.begin).c_str(),
                    hit == mentions.end() || !hit->when.end ? "" : sayso::iso(*hit->when.end).c_str());
    }
  }
  const auto share = [](int a, int b) { return b == 0 ? 0.0 : static_cast<double>(a) / b; };
  std::printf(
      "%-10s with days: %4d gold, found %.3f, same days %.3f   dates and times: %4d gold, found %.3f, precision %.3f "
      "of %d\n",
      name, dated, share(found, dated), share(same, dated), all, share(all_found, all), share(given_good, given),
      given);
}

}  // namespace

namespace sayso::eval {

int run_timex(int argc, char** argv) {
  const std::filesystem::path folder = argc > 0 ? argv[0] : SAYSO_SHARED_DIR "/data/timex";
  const std::filesystem::path lexicons = argc > 1 ? argv[1] : SAYSO_SOURCE_DIR "/data/lexicons";
  const bool errors = argc > 2;
  const auto lexicon = sayso::DateLexicon::load(lexicons / "dates.tsv", lexicons / "date_words.tsv");
  if (!lexicon) {
    std::fprintf(stderr, "timex: %s: %s\n", lexicon.error().where.c_str(), lexicon.error().message.c_str());
    return 1;
  }
  for (const char* corpus : {"TimeBank", "AQUAINT"}) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "tempeval3-train" / corpus, error))
      if (entry.path().extension() == ".tml") files.push_back(entry.path());
    if (error) {
      std::fprintf(stderr, "timex: %s is not there\n", corpus);
      return 1;
    }
    std::sort(files.begin(), files.end());
    std::vector<Text> texts;
    for (const auto& file : files)
      if (auto xml = sayso::read_file(file)) texts.push_back(read_tml(*xml));
    score(corpus, texts, *lexicon, errors);
  }
  score("WikiWars", read_wikiwars(folder / "wikiwars"), *lexicon, errors);
  return 0;
}

}  // namespace sayso::eval
